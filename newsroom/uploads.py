"""The bound on what one request may upload, kept before its bytes are written anywhere."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from sources import leftovers


class BoundedUploadHandler(FileUploadHandler):
    """Refuse a request twice as long as the largest file allowed; stop storing files beyond the same bound.

    Up to that length the form itself says, in a sentence, that a file is larger than UPLOAD_MAX_BYTES. The bound is
    kept here because the check against forged requests reads the whole body before anybody is signed in.
    """

    received = 0  # bytes of files so far in this request

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Refuse by the length the request declares. Raises RequestDataTooBig, answered with 400.

        What earlier uploads left behind goes first.
        """
        leftovers.sweep()
        if content_length > 2 * settings.UPLOAD_MAX_BYTES:
            raise RequestDataTooBig("The request is longer than an upload may be.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on to the handler that keeps it, or refuse when the files add up to too much."""
        self.received += len(raw_data)
        if self.received > 2 * settings.UPLOAD_MAX_BYTES:
            raise RequestDataTooBig("The request is longer than an upload may be.")
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the finished file to the handlers after this one."""

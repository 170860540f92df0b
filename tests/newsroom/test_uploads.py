"""The bound on uploads, kept before anybody is signed in."""

from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from newsroom.uploads import BoundedUploadHandler


def posted(size: int) -> Any:
    return RequestFactory().post("/desk/", {"file": SimpleUploadedFile("statement.txt", b"x" * size)})


def test_a_file_within_the_bound_arrives(settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 1000
    assert posted(1000).FILES["file"].size == 1000


def test_a_file_a_little_too_large_arrives_for_the_form_to_refuse(settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 1000
    assert posted(1500).FILES["file"].size == 1500


def test_a_request_of_twice_the_bound_is_refused_by_the_length_it_declares(settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 1000
    with pytest.raises(RequestDataTooBig):
        _ = posted(2001).FILES


def test_bytes_beyond_the_bound_are_refused_whatever_was_declared(settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 1000
    handler = BoundedUploadHandler()
    assert handler.receive_data_chunk(b"x" * 2000, 0) == b"x" * 2000
    with pytest.raises(RequestDataTooBig):
        handler.receive_data_chunk(b"x", 2000)


@pytest.mark.django_db
def test_a_stranger_is_answered_with_a_refusal_and_not_an_error(settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 1000
    client = Client(enforce_csrf_checks=True)
    client.get("/account/login/")
    response = client.post("/account/login/", {"file": SimpleUploadedFile("a.txt", b"x" * 3000)})
    assert response.status_code in {400, 403, 413}

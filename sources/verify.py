"""Check that every stored byte and every text made of it is what it was: hash, size, kind, text, slices."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from sources import kinds, store
from sources.errors import SourcesError
from sources.models import Blob, Document, Text
from sources.parsing import html, parse, plain

_VERSIONS = {html.PARSER: html.VERSION, plain.PARSER: plain.VERSION}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold: where, and why, in one line. Names no file and no words."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class Check:
    """One pass over the store. `problems()` yields what does not hold and counts what was looked at."""

    def __init__(self) -> None:
        self.n_blobs = self.n_texts = self.n_documents = self.n_erased = 0

    def problems(self) -> Iterator[Problem]:
        """Yield every problem: bytes, then the texts made of them, then the documents cut from those.

        Memory holds one blob with its texts at a time.
        """
        for blob in Blob.objects.order_by("pk").iterator(chunk_size=100):
            self.n_blobs += 1
            if blob.erased_at:
                self.n_erased += 1
                continue
            content = yield from _bytes_of(blob)
            for text in Text.objects.filter(blob=blob).order_by("pk").iterator(chunk_size=1):
                self.n_texts += 1
                yield from _text_problems(text, content)
                yield from self._slices(text)

    def _slices(self, text: Text) -> Iterator[Problem]:
        length = len(text.text)
        documents = Document.objects.filter(text=text).select_related("parent", "capture").order_by("pk")
        for document in documents.iterator(chunk_size=500):
            self.n_documents += 1
            where, parent = f"document {document.uid}", document.parent
            if not 0 <= document.start <= document.end <= length:
                yield Problem(where, "lies outside its text")
            if parent and not (
                parent.text_id == text.pk and parent.start <= document.start and document.end <= parent.end
            ):
                yield Problem(where, "lies outside the page it was cut from")
            if document.capture.blob_id != text.blob_id:
                yield Problem(where, "its text was made of other bytes than those that arrived")


def _bytes_of(blob: Blob) -> Generator[Problem, None, bytes | None]:
    """Yield what is wrong with the stored bytes; return them, or None where they cannot be trusted."""
    where = f"capture bytes {blob.sha256[:16]}"
    try:
        content = store.read_back(blob)
    except SourcesError as error:
        yield Problem(where, str(error))
        return None
    if len(content) != blob.size:
        yield Problem(where, f"holds {len(content)} bytes; the record says {blob.size}")
    if kinds.kind_of(content).type != blob.type:
        yield Problem(where, "is of another kind than the record says")
    return content


def _text_problems(text: Text, content: bytes | None) -> Iterator[Problem]:
    """Yield what is wrong with a text: its own hash and, where the parser is still the same, what it was made of."""
    where = f"text {text.sha256[:16]}"
    if hashlib.sha256(text.text.encode("utf-8")).hexdigest() != text.sha256:
        yield Problem(where, "its words are not those its hash names")
    if content is None or _VERSIONS.get(text.parser) != text.parser_version:
        return
    document = Document.objects.filter(text=text).select_related("capture").order_by("pk").first()
    try:
        again = parse(content, file_name=document.capture.file_name if document else "")
    except SourcesError:
        yield Problem(where, "its bytes can no longer be read")
        return
    same = (again.text, again.parser, again.encoding[:32], again.is_complete)
    if same != (text.text, text.parser, text.encoding, text.is_complete):
        yield Problem(where, "is not what its parser makes of the bytes")
    if list(again.notes) != text.notes[: len(again.notes)]:
        yield Problem(where, "its notes are not those of its parser")

"""Every stored byte and every text made of it, changed behind the desk's back, is found."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.bring_in import bring_in
from newsroom import triggers
from sources import store
from sources.models import Blob, Document, Text
from sources.verify import Check
from tests import cast

pytestmark = pytest.mark.django_db

LISTING = "\n\n\n".join(
    f"Entry {n}: more than {n} people were brought ashore at Port Ansel\u200b that day." for n in (60, 70, 80)
)


@pytest.fixture
def blob() -> Iterator[Blob]:
    """A listing brought in; then the triggers go, as for somebody who holds the database."""
    bring_in(by=cast.person("contributor"), content=LISTING.encode(), how="upload", file_name="list.txt")
    triggers.drop_all(connection)
    found = Blob.objects.get()
    yield found
    store.place(found).unlink(missing_ok=True)  # the store outlives the test


def problems() -> list[str]:
    return [str(problem) for problem in Check().problems()]


def test_what_nobody_touched_holds_and_the_command_says_so(blob: Blob) -> None:
    out = io.StringIO()
    call_command("verify_captures", stdout=out)
    assert out.getvalue() == "1 captures, 1 texts and 4 documents hold.\n"


def test_every_single_bit_of_the_bytes_counts(blob: Blob) -> None:
    path = store.place(blob)
    whole = path.read_bytes()
    for position in (0, 1, len(whole) // 2, len(whole) - 1):
        for bit in range(8):
            changed = bytearray(whole)
            changed[position] ^= 1 << bit
            path.write_bytes(bytes(changed))
            assert blob.sha256[:16] in problems()[0]
    for other in (whole[:-1], whole + b"\0", b""):
        path.write_bytes(other)
        assert len(problems()) == 1
    path.write_bytes(whole)
    assert problems() == []


def test_bytes_that_are_gone_are_named_and_the_command_fails(blob: Blob) -> None:
    store.place(blob).unlink()
    with pytest.raises(CommandError, match=f"1 of .* The first: capture bytes {blob.sha256[:16]}"):
        call_command("verify_captures", stdout=io.StringIO())


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Blob, {"sha256": "0" * 64}), (Blob, {"size": 7}), (Blob, {"type": "text/html"}),
        (Text, {"text": LISTING.replace("60", "61")}), (Text, {"sha256": "0" * 64}), (Text, {"encoding": "cp1251"}),
        (Text, {"is_complete": False}), (Text, {"notes": []}), (Text, {"parser": "html"}),
        (Document, {"end": 10_000}), (Document, {"start": 0, "end": 0}),
    ],
)  # fmt: skip
def test_every_column_that_can_be_worked_out_again_counts(
    blob: Blob, model: type, changes: dict[str, Any]
) -> None:
    rows = model.objects.all() if model is not Document else Document.objects.filter(parent=None)  # type: ignore[attr-defined]
    rows.update(**changes)
    assert problems() != []


def test_a_text_changed_together_with_its_hash_is_found(blob: Blob) -> None:
    import hashlib

    other = LISTING.replace("60", "61")
    Text.objects.update(text=other, sha256=hashlib.sha256(other.encode()).hexdigest())
    assert "is not what its parser makes of the bytes" in problems()[0]


def test_a_document_moved_to_other_bytes_is_found(blob: Blob) -> None:
    other = bring_in(by=cast.person("contributor"), content=b"Other words of 12 people.", how="paste")
    Document.objects.filter(text__blob=blob, parent=None).update(capture=other.capture)
    assert any("other bytes" in problem for problem in problems())


def test_erased_bytes_are_counted_as_erased_and_not_as_broken(blob: Blob) -> None:
    Blob.objects.update(erased_at=cast.NOON)
    store.place(blob).unlink()
    out = io.StringIO()
    call_command("verify_captures", stdout=out)
    assert "(1 erased)" in out.getvalue()


def test_a_protected_capture_is_named_by_its_hash_alone(blob: Blob) -> None:
    Document.objects.update(is_protected=True)
    store.place(blob).write_bytes(b"x")
    assert "list.txt" not in problems()[0] and "Entry" not in problems()[0]

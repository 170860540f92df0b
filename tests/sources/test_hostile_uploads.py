"""Names, kinds and sizes of what is offered (catalogue N), and the kinds the desk does not read yet."""

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from django.test import override_settings

from ledger import clock
from sources import capture, kinds, store
from sources.errors import BytesChanged, NotAllowed, StoreFailed, TooLarge, UnreadableKind
from sources.file_names import clean_file_name
from sources.models import Blob, Capture
from sources.parsing import parse
from tests import cast

pytestmark = pytest.mark.django_db


def take(content: bytes = b"12 people were hurt.", **changes: object) -> Capture:
    by = changes.pop("by", None) or cast.person("contributor")
    return capture.take(**{"by": by, "content": content, "how": "upload", **changes})


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\x.txt", "/abs/x.txt", "C:\\people\\x.txt"])
def test_N01_a_name_never_becomes_a_path(name: str) -> None:
    taken = take(file_name=name)
    assert taken.file_name in ("passwd", "x.txt")
    assert store.place(taken.blob).name == taken.blob.sha256


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a\x00b.txt", "a<U+0000>b.txt"), ("a\r\nb.txt", "a<U+000D><U+000A>b.txt"),
        ('a";filename="b.txt', 'a";filename="b.txt'),
        ("..", ""), ("", ""), ("report.txt.", "report.txt"), ("-rf.txt", "-rf.txt"), ("CON", "CON"),
    ],
)  # fmt: skip
def test_N02_odd_names_are_made_plain(name: str, kept: str) -> None:
    assert clean_file_name(name)[0] == kept


def test_N02_a_long_name_is_cut_to_whole_characters() -> None:
    kept, notes = clean_file_name("я" * 400)
    assert len(kept.encode()) <= 200 and set(kept) == {"я"} and "too long" in notes[0]
    assert take(file_name="я" * 400).file_name == kept


@pytest.mark.parametrize("name", ["re\u202etxt.pdf.txt", "re\u200bport.txt"])
def test_N03_invisible_characters_in_a_name_are_made_visible_and_noted(name: str) -> None:
    kept, notes = clean_file_name(name)
    assert "<U+20" in kept and "cannot be seen" in notes[0]


@pytest.mark.parametrize(
    "name",
    ["report.pdf.exe", "x.php.pdf", ".htaccess", "x.svgz", "report.\u0440df", "x.docx", "x.xhtml", "x.mhtml"],
)
def test_N03_N04_N06_names_that_promise_another_kind_are_refused(name: str) -> None:
    with pytest.raises(UnreadableKind, match="plain text"):
        parse(b"12 people were hurt.", file_name=name)


@pytest.mark.parametrize("content", [b"<html><p>12", b"<svg/>", b"MZ\x90\x00\x03", b"PK\x03\x04", b"words"])
def test_N05_what_says_it_is_a_PDF_and_is_not_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableKind):
        parse(content, file_name="report.pdf")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"), (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "Word"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml xl/workbook.xml", "Excel"), (b"{\\rtf1 12}", "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "office"), (b"PK\x03\x04a.txt", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"), (b"Rar!\x1a\x07\x01\x00", "archive"), (b"\x1f\x8b\x08", "archive"),
        (b"a.txt" + b"\0" * 252 + b"ustar", "archive"), (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"ID3\x04\x00\x00", "recording"), (b"MZ\x90\x00\x03", "program"), (b"\x7fELF\x02", "program"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "XML"),
        (b"<?xml version='1.0'?><xsl:stylesheet/>", "XML"), (b"<?xml version='1.0'?><rss version='2.0'/>", "feed"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mail"),
    ],
)  # fmt: skip
def test_N05_N06_N07_N14_kinds_not_read_are_refused_with_what_to_do_instead(
    content: bytes, says: str
) -> None:
    with pytest.raises(UnreadableKind, match=says) as refusal:
        parse(content)
    assert str(refusal.value).endswith(".") and "instead" not in str(refusal.value)


def zipped(*names: str) -> bytes:
    """A zip file with parts of these names, compressed as office programs do."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("[Content_Types].xml", *names):
            package.writestr(name, "<xml>12 people were hurt.</xml>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (zipped("xl/workbook.xml", "xl/worksheets/sheet1.xml"), "Excel workbook"),
        (zipped("ppt/presentation.xml", "ppt/slides/slide1.xml"), "PowerPoint presentation"),
        (zipped("word/document.xml"), "Word document"),
        (zipped("word/notes.txt"), "office document"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["report.docx", "report.xlsx", "report.txt"])
def test_D15_a_zipped_document_is_refused_under_its_real_kind_whatever_its_name(
    content: bytes, says: str, name: str
) -> None:
    with pytest.raises(UnreadableKind, match=says):
        parse(content, file_name=name)
    assert not Blob.objects.exists()


@pytest.mark.parametrize(
    "words", ["http://ansel.example/story", "  https://x.example ", "www.ansel.example", "ftp://x/y"]
)
def test_addresses_are_refused_with_what_to_do_instead(words: str) -> None:
    with pytest.raises(UnreadableKind, match="save it as a web page"):
        kinds.refuse_address(words)


def test_a_text_that_opens_with_an_address_or_with_a_programs_letters_is_a_text() -> None:
    kinds.refuse_address("http://ansel.example/story says that 12 were hurt")
    assert parse(b"MZ 12 people were hurt.").text.startswith("MZ 12")


def test_H04_a_name_and_content_that_disagree_are_noted() -> None:
    assert "disagree" in parse(b"<!doctype html><p>12", file_name="a.txt").notes[0]
    assert "declared as image/png" in parse(b"12 hurt", declared_type="image/png").notes[0]
    assert parse(b"12 were <b>hurt</b>", file_name="a.html").text == "12 were hurt"


def test_N08_one_byte_more_than_the_limit_is_refused_and_nothing_stays() -> None:
    with override_settings(UPLOAD_MAX_BYTES=10):
        with pytest.raises(TooLarge, match="smaller files"):
            take(b"12345678901")
        assert take(b"1234567890").blob.size == 10
    assert Blob.objects.count() == 1


def test_N11_the_same_bytes_from_two_people_are_one_blob_and_two_arrivals() -> None:
    first, second = take(), take()
    assert first.blob == second.blob and first.pk != second.pk
    assert Blob.objects.count() == 1


def test_N12_a_full_disk_leaves_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFailed, match="full or closed"):
        take(b"bytes for a full disk")
    sha256 = hashlib.sha256(b"bytes for a full disk").hexdigest()
    assert not Blob.objects.filter(sha256=sha256).exists() and not Capture.objects.exists()
    assert list(store.place(Blob(sha256=sha256)).parent.glob("*")) == []


def test_N17_a_swapped_file_is_not_given_out() -> None:
    blob = take(b"bytes that will be swapped").blob
    store.place(blob).write_bytes(b"other bytes")
    with pytest.raises(BytesChanged):
        capture.read_back(blob)
    with pytest.raises(BytesChanged):
        take(b"bytes that will be swapped")


def test_N17_a_symbolic_link_in_the_store_is_not_opened(tmp_path: Path) -> None:
    blob = take(b"bytes behind a link").blob
    secret = tmp_path / "secret"
    secret.write_bytes(b"bytes behind a link")
    store.place(blob).unlink()
    store.place(blob).symlink_to(secret)
    with pytest.raises(StoreFailed):
        capture.read_back(blob)


@override_settings(UPLOAD_QUOTA_BYTES=3 * 1024 * 1024)
def test_N18_more_than_the_quota_of_a_person_is_refused_with_the_quota() -> None:
    mira, paul = cast.person("contributor", "mira"), cast.person("contributor", "paul")
    megabyte = b"x" * 1024 * 1024
    with clock.held_at(cast.NOON) as now:
        for n in range(3):
            take(megabyte[:-1] + bytes([n + 48]), by=mira)
        with pytest.raises(TooLarge, match="3 MB within 24 hours"):
            take(b"one word more", by=mira)
        assert take(b"one word more", by=paul) and take(b"one word more", by=mira, how="command")
        now.forward(hours=23, minutes=59)
        with pytest.raises(TooLarge):
            take(b"one word more", by=mira)
        now.forward(minutes=2)
        assert take(b"one word more", by=mira)


def test_N18_what_is_refused_over_the_quota_leaves_nothing() -> None:
    with override_settings(UPLOAD_QUOTA_BYTES=10), pytest.raises(TooLarge):
        take(b"more than ten bytes")
    assert not Blob.objects.exists() and not Capture.objects.exists()


def test_bytes_there_already_are_not_written_again() -> None:
    blob = take(b"bytes that stay").blob
    before = store.place(blob).stat()
    take(b"bytes that stay")
    after = store.place(blob).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert capture.read_back(blob) == b"bytes that stay"
    assert store.place(blob).stat().st_mode & 0o777 == 0o600


def test_the_bytes_are_synced_before_the_row_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    really = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(Capture.objects.count()) or really(handle))
    take(b"bytes that are synced first")
    assert len(synced) == 4 and set(synced) == {0}  # the file and the three folders


def test_a_stranger_may_not_bring_anything_in() -> None:
    for role in (None, "auditor", "administrator"):
        with pytest.raises(NotAllowed):
            take(by=cast.person(role))

"""What kind of thing some bytes are, decided by content; and a sentence for each kind the desk does not read."""

import re
from typing import NamedTuple

from django.utils.functional import Promise as StrPromise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sources import file_names
from sources.errors import UnreadableKind


class Kind(NamedTuple):
    """A media type, and what to do instead when the desk does not read it (empty: it does)."""

    type: str
    instead: StrPromise | str = ""


TEXT = Kind("text/plain")
HTML = Kind("text/html")
_PDF = Kind(
    "application/pdf",
    _(
        "This is a PDF, which is not read yet. Open it, copy the text and paste it here, "
        "or save it as plain text and bring in that file."
    ),
)
_DOCX = Kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _(
        "This is a Word document, which is not read yet. Open it, copy the text and paste it here, "
        "or save it as plain text and bring in that file."
    ),
)
_OFFICE = Kind(
    "application/x-office",
    _("This is an office document, which is not read. Open it, copy the text and paste it here."),
)
_SHEET = Kind(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    _("This is an Excel workbook, which is not read. Save the sheet you need as CSV and bring in that file."),
)
_SLIDES = Kind(
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    _("This is a PowerPoint presentation, which is not read. Open it, copy the text and paste it here."),
)
_ARCHIVE = Kind(
    "application/x-archive", _("This is an archive. Unpack it and bring in the texts one by one.")
)
_IMAGE = Kind(
    "image/*", _("This is a picture. Type or copy what it says and paste the text, naming the picture.")
)
_MEDIA = Kind("audio/video", _("This is a recording. Bring in its transcript as text."))
_PROGRAM = Kind("application/x-executable", _("This is a program and is not taken in."))
_MAIL = Kind(
    "multipart/related",
    _("This is a saved mail or web archive. Save the page as plain HTML or paste its text."),
)
_XML = Kind(
    "application/xml", _("This is XML or a feed, which is not read yet. Open the article and paste its text.")
)
_BINARY = Kind(
    "application/octet-stream", _("This is not text. Bring in plain text or a web page, or paste the text.")
)

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", _OFFICE), (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"\x1f\x8b", _ARCHIVE), (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"Rar!\x1a\x07", _ARCHIVE), (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE), (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\x89PNG", _IMAGE), (b"\xff\xd8\xff", _IMAGE), (b"GIF8", _IMAGE), (b"BM\x00", _IMAGE), (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE), (b"ID3", _MEDIA), (b"OggS", _MEDIA), (b"\x1aE\xdf\xa3", _MEDIA), (b"fLaC", _MEDIA),
    (b"MZ", _PROGRAM), (b"\x7fELF", _PROGRAM), (b"\xca\xfe\xba\xbe", _PROGRAM), (b"\xcf\xfa\xed\xfe", _PROGRAM),
)  # fmt: skip
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_START = re.compile(
    r"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>)*+<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|"
    r"table|script|style|ul|span|section)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(
    r"(?:\s|<!--.{0,2000}?-->)*+<(?:\?xml|rss|feed|rdf:rdf|svg|xsl:|math|!doctype\s+(?!html))",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_START = re.compile(
    r"(?:[\w-]{1,40}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n){0,20}){0,30}?content-type:\s*multipart/",
    re.IGNORECASE,
)


def kind_of(content: bytes) -> Kind:
    """Return the kind of some bytes by what they hold; names and declared types are not asked."""
    for magic, kind in _MAGIC:
        if content.startswith(magic) and (not magic.isalnum() or b"\x00" in content[:1024]):
            return kind  # marks made of letters alone may open a text, which holds no NUL
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(content)
    if b"%PDF-" in content[:1024]:
        return _PDF
    if content.startswith(b"RIFF") and content[8:12] in (b"WEBP",):
        return _IMAGE
    if content.startswith(b"RIFF") or content[4:8] == b"ftyp":
        return _MEDIA
    if content[257:262] == b"ustar":
        return _ARCHIVE
    return _written(content)


def _zipped(content: bytes) -> Kind:
    """Tell zipped documents apart by the part each must have; its name stands unpacked in the file."""
    for part, kind in ((b"word/document", _DOCX), (b"xl/workbook", _SHEET), (b"ppt/presentation", _SLIDES)):
        if part in content:
            return kind
    is_office = b"[Content_Types].xml" in content or b"mimetypeapplication/vnd.oasis" in content
    return _OFFICE if is_office else _ARCHIVE


def _written(content: bytes) -> Kind:
    """Tell the kinds of writing apart by their beginning, whatever the encoding."""
    head = content[:8192]
    if not content.startswith(_BOMS) and not utf16_without_mark(content) and _looks_binary(head):
        return _BINARY
    start = (
        head.replace(b"\x00", b"").decode("latin-1").removeprefix("ï»¿").removeprefix("ÿþ").removeprefix("þÿ")
    )
    if _HTML_START.match(start):
        return HTML
    if _XML_START.match(start):
        return (
            HTML
            if re.search(r"<html[\s>]", start, re.I) and not re.search(r"<xsl:|<svg", start, re.I)
            else _XML
        )
    return _MAIL if _MAIL_START.match(start) else TEXT


def utf16_without_mark(content: bytes) -> str:
    """Return utf-16-le or utf-16-be when every second byte says so: few different values, NUL among them."""
    head = content[:4096]
    if len(head) < 8 or b"\x00" not in head:
        return ""
    even, odd = head[0::2], head[1::2]
    for own, other, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if own.count(0) >= len(own) // 20 + 1 and len(set(own)) <= 6 and other.count(0) <= len(other) // 20:
            return encoding
    return ""


def _looks_binary(head: bytes) -> bool:
    """Say whether the bytes hold too many controls to be writing. A few are noted and kept; NULs may be UTF-16."""
    controls = sum(byte < 32 and byte not in b"\x00\t\n\r\x0b\x0c\x1b\x08\x07\x1a" for byte in head)
    return controls > max(8, len(head) // 10)


def readable_kind(content: bytes, *, file_name: str = "", declared_type: str = "") -> tuple[Kind, list[str]]:
    """Return the kind of bytes the desk reads, and notes where the name or declared type says otherwise.

    Raises UnreadableKind, with what to do instead, for every other kind, and for a name that promises one.
    """
    kind = kind_of(content)
    if kind.instead:
        raise UnreadableKind(str(kind.instead))
    file_names.refuse_unread_name(file_name)
    notes = []
    is_named_page = file_names.suffix(file_name) in ("html", "htm")
    if is_named_page and kind is TEXT and re.search(rb"<[a-zA-Z!/][^<]{0,1000}>", content[:65536]):
        kind = HTML  # a page that opens with words: content alone does not say
    if file_name and file_names.suffix(file_name) and is_named_page != (kind is HTML) and content.strip():
        notes.append(f"The file's name and its content disagree; it was read as {kind.type}, by content.")
    if declared_type and declared_type.split(";")[0].strip().lower() not in (
        kind.type,
        "application/octet-stream",
    ):
        declared = file_names.visible(declared_type)[:60]
        notes.append(f"It was declared as {declared} and read as {kind.type}, by content.")
    return kind, notes


# An address and nothing else: `scheme://…`, `www.…`, or a scheme that takes no slashes before something unspaced.
_ADDRESS = re.compile(
    r"\s*(?:view-source:|jar:)*(?:[a-z][a-z0-9+.-]{1,20}:[/\\]|www\.|(?:data|javascript|vbscript|blob|dict|gopher|mailto|"
    r"ldap|file|about|https?|ftp):)\S*\s*",
    re.IGNORECASE,
)
_CONTROLS = dict.fromkeys([*range(0x20), 0x7F])


def refuse_address(words: str) -> None:
    """Refuse an address given where a file or text is meant; controls inside it do not make it a text.

    Raises UnreadableKind. `http://ansel.example/a` is refused, `http://ansel.example/a says that 12 left` is not.
    """
    if _ADDRESS.fullmatch(words[:2100].translate(_CONTROLS)):
        raise UnreadableKind(
            _now(
                "Addresses are not fetched yet. Open the page in a browser, save it as a web page or copy its text, "
                "and bring in that."
            )
        )

"""Plain text: find the encoding, decode, and say what could not be decoded or seen."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from charset_normalizer import from_bytes

from sources.kinds import utf16_without_mark
from sources.parsing.parsed import Parsed

PARSER, VERSION = "plain", "1"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings a page or server may declare. UTF-7 and Python's own codecs are no encodings of the web.
_DECLARABLE = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|windows-?125\d|cp125\d|cp866|koi8-?[ru]|iso-?8859-?\d{1,2}|latin-?1|us-ascii|ascii|"
    r"shift[-_]?jis|euc-(?:jp|kr)|iso-2022-jp|gb2312|gbk|gb18030|big5|x-mac-cyrillic|mac-?cyrillic|macintosh"
)
# The web reads these names as the Windows page that holds them (WHATWG Encoding Standard, section 4.2).
_READ_AS = {
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252", "ascii": "windows-1252",
    "us-ascii": "windows-1252", "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030",
    "x-mac-cyrillic": "mac_cyrillic", "macintosh": "mac_roman", "utf-16": "utf-16-le",
}  # fmt: skip
_SHAPED = re.compile(rb"[\xc0-\xff][\x80-\xbf]+|[\xc2-\xf4]\Z")
_HIGH = re.compile(rb"[\x80-\xff]")


class Decoded(NamedTuple):
    """Text with its encoding and what happened on the way, one sentence each."""

    text: str
    encoding: str
    notes: list[str]


def decode(content: bytes, declared: str = "") -> Decoded:
    """Decode bytes: byte order mark, UTF-8, UTF-16 by its shape, the declared encoding, then a guess that is noted.

    A broken UTF-8 text stays UTF-8, with U+FFFD for each broken piece (`warnings` counts them). NUL is taken out (one
    of the two databases cannot keep it) and counted. Line ends stay as they are, so that offsets hold.
    """
    text, encoding, notes = _decode(content, declared.strip().lower())
    text = text.encode("utf-16", "surrogatepass").decode(
        "utf-16", "replace"
    )  # no lone surrogate gets further
    n_nuls = text.count("\x00")
    if n_nuls:
        text = text.replace("\x00", "")
        notes.append(f"NUL characters were taken out ({n_nuls}).")
    return Decoded(text, encoding, notes)


def _decode(content: bytes, declared: str) -> Decoded:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, "replace"), encoding, [])
    wide = utf16_without_mark(content)
    if wide:
        return Decoded(
            content.decode(wide, "replace"), wide, ["UTF-16 without a mark: the byte order was guessed."]
        )
    try:
        return Decoded(content.decode("utf-8"), "utf-8", [])
    except UnicodeDecodeError:
        pass
    notes = []
    if declared:
        codec = _codec(declared)
        if codec and codec != "utf-8":
            return Decoded(content.decode(codec, "replace"), codec, [])
        notes.append("The declared encoding does not fit the bytes or is not known, and was not used.")
    if _is_broken_utf8(content):
        return Decoded(content.decode("utf-8", "replace"), "utf-8", notes)
    best = from_bytes(content).best()
    if best is None:
        return Decoded(content.decode("utf-8", "replace"), "utf-8", [*notes, "No encoding fits these bytes."])
    notes.append(f"The encoding was guessed: {best.encoding}. Check names and unusual letters.")
    return Decoded(content.decode(best.encoding, "replace"), best.encoding, notes)


def _codec(declared: str) -> str:
    """Return the codec for a declared encoding, or an empty string for a name no page should declare."""
    if not _DECLARABLE.fullmatch(declared):
        return ""
    try:
        return codecs.lookup(_READ_AS.get(declared, declared)).name
    except LookupError:
        return ""


def _is_broken_utf8(content: bytes) -> bool:
    """Say whether bytes that are no UTF-8 were meant to be: nearly all high bytes stand in groups shaped like it."""
    n_high = len(_HIGH.findall(content))
    n_shaped = sum(len(group) for group in _SHAPED.findall(content))
    return n_shaped * 10 >= n_high * 9


def warnings(text: str) -> list[str]:
    """Return a sentence for each sort of character that a reader may not see or may misread."""
    unusual = re.sub(r"[\w\s!-~\u00a0-\u00ff\u2010-\u2027\u2030-\u205e]+", "", text)
    found = {"control": 0, "direction": 0, "tag": 0, "hidden": 0}
    for character in unusual:
        code, category = ord(character), unicodedata.category(character)
        if category == "Cc":
            found["control"] += 1
        elif 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0x200E, 0x200F, 0x061C):
            found["direction"] += 1
        elif 0xE0000 <= code <= 0xE007F:
            found["tag"] += 1
        elif category == "Cf" and code != 0x200C or character in "\u200b\u2060":
            found["hidden"] += 1
    says = {
        "control": "Control characters stand in the text ({n}); they are shown by their code.",
        "direction": "Characters that turn the direction of writing stand in the text ({n}); digits may look reversed.",
        "tag": "Invisible tag characters stand in the text ({n}).",
        "hidden": "Characters that cannot be seen stand in the text ({n}), perhaps inside numbers.",
    }
    sentences = [says[sort].format(n=n) for sort, n in found.items() if n]
    n_replaced = text.count("\ufffd")
    if n_replaced:
        sentences.append(
            f"Characters that could not be read stand as \ufffd ({n_replaced}). Compare with the original."
        )
    return sentences


def parse(content: bytes, declared: str = "") -> Parsed:
    """Read bytes as plain text, every character kept but NUL."""
    text, encoding, notes = decode(content, declared)
    if not text.strip():
        notes.append("There is no text in this.")
    return Parsed(
        text=text,
        parser=PARSER,
        parser_version=VERSION,
        encoding=encoding,
        notes=tuple(notes),
        title=first_line(text),
    )


_LINE_END = r"(?:\r\n|[\r\n])"
_CRUMBS = re.compile(rf"\s*+(?:[^\r\n>]{{1,80}}>[ \t\xa0]*){{1,6}}{_LINE_END}")
_HEADING = re.compile(rf"\s*+([^\r\n]{{3,200}}){_LINE_END}[ \t\xa0]*{_LINE_END}")


def first_line(text: str) -> str:
    """Return the first line when it looks like a heading: short, no full stop, and a blank line after it.

    A line of steps to the page ("Home > News >") is no heading.
    """
    head = text[:2000]
    crumbs = _CRUMBS.match(head)
    found = _HEADING.match(head, crumbs.end() if crumbs else 0)
    if not found or re.search(r"[.!?…:;,>]\s*$", found[1]):
        return ""
    return found[1].strip()

"""Cut a listing page into the documents it lists. Slices only name places: the text itself is never touched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources import limits
from sources.parsing.parsed import Parsed
from sources.parsing.plain import first_line
from sources.written_dates import dates_in

_LINE_END = r"(?:\r\n|[\n\r\x85\u2028\u2029])"
_BLANKS = re.compile(rf"{_LINE_END}(?:[ \t\xa0]*{_LINE_END}){{2,}}")
_TEASER_END = re.compile(
    r"(?:[…\]»>.!?]|\.\.\.|^|\n)[ \t\xa0]*[\[(]?(?:read more|continue reading|read the rest|more »|читать далее|"
    rf"читать дальше|подробнее)[ \t\xa0]*[\])»>→…]{{0,3}}[ \t\xa0]*(?={_LINE_END}|\Z)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_SHORTEST = 60  # characters of a block that can be a document of its own
_SHARE = 0.6  # of the text that teasers or dated entries must hold together
OPENING = 80
_DATED_GAP = 80  # characters between two dated headings that are not one and the same head


@dataclass(frozen=True, slots=True)
class Slice:
    """A document's place in its text. The first slice is always the whole; parts lie inside it and never overlap."""

    start: int
    end: int
    title: str = ""
    published: str = ""  # EDTF, where the page marks the entry with it
    is_part: bool = False


def slices(parsed: Parsed) -> list[Slice]:
    """Return the whole text, and its parts when it is a listing.

    A page's own entries count first; in plain text: teasers that end in "… Read more", headings that are dates,
    blocks parted by two or more blank lines. One rule decides, the first that finds two parts or more.
    """
    text = parsed.text
    whole = Slice(0, len(text), parsed.title, parsed.published)
    if parsed.breaks:
        parts = [Slice(each.start, each.end, each.title, each.published, True) for each in parsed.breaks]
    else:
        spans = _teasers(text) or _dated(text) or _parted(text)
        parts = [Slice(start, end, first_line(text[start : start + 2000]), "", True) for start, end in spans]
    if len(parts) < 2:
        return [whole]
    if len(parts) > limits.DOCUMENTS_A_PAGE:
        parts = [*parts[: limits.DOCUMENTS_A_PAGE - 1], _rest(parts[limits.DOCUMENTS_A_PAGE - 1 :])]
    return [whole if parsed.breaks else Slice(0, len(text)), *parts]


def opening(text: str, start: int, end: int) -> str:
    """Return the first words of a document without a title, at most OPENING characters, to be known by in lists."""
    words = " ".join(text[start : min(end, start + 4 * OPENING)].split())
    if len(words) <= OPENING:
        return words
    return (
        words[:OPENING].rpartition(" ")[0].rstrip(",;:—– ") + "…"
        if " " in words[:OPENING]
        else words[:OPENING] + "…"
    )


def _rest(parts: list[Slice]) -> Slice:
    """Return one slice for everything past the limit: it is still read."""
    return Slice(parts[0].start, parts[-1].end, parts[0].title, parts[0].published, True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _teasers(text: str) -> list[tuple[int, int]]:
    ends = [found.end() for found in _TEASER_END.finditer(text)]
    if len(ends) < 2:
        return []
    spans = [_trimmed(text, start, end) for start, end in zip([0, *ends], ends, strict=False)]
    tail = _trimmed(text, ends[-1], len(text))
    shortest = min(end - start for start, end in spans)
    if tail[1] - tail[0] >= max(_SHORTEST, shortest // 2):
        spans.append(tail)  # the last entry, where the page itself was cut off
    spans = [span for span in spans if span[1] - span[0] >= _SHORTEST]
    return spans if sum(end - start for start, end in spans) >= _SHARE * len(text) else []


def _parted(text: str) -> list[tuple[int, int]]:
    marks = [
        (0, 0),
        *((found.start(), found.end()) for found in _BLANKS.finditer(text)),
        (len(text), len(text)),
    ]
    spans = [_trimmed(text, a[1], b[0]) for a, b in zip(marks, marks[1:], strict=False)]
    spans = [span for span in spans if span[1] > span[0]]
    long_enough = [span for span in spans if span[1] - span[0] >= _SHORTEST]
    # Three or more, nearly all of them long: fewer, and it is one text with a loose head or foot.
    if len(long_enough) < 3 or len(long_enough) * 4 < len(spans) * 3:
        return []
    return long_enough


def _dated(text: str) -> list[tuple[int, int]]:
    """Find entries under headings that are a date alone: "17 May 2031", with or without a title line above it."""
    lines = [line for line in _LINE.finditer(text) if line[0].strip()]
    heads = [n for n, line in enumerate(lines) if _is_date_alone(line[0])]
    if len(heads) < 2:
        return []
    titled = all(n > 0 and _is_title(lines[n - 1][0]) for n in heads)
    starts = [lines[n - 1].start() if titled else lines[n].start() for n in heads]
    if any(b - a < _DATED_GAP for a, b in zip(starts, starts[1:], strict=False)):
        return []
    spans = [_trimmed(text, a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=False)]
    return spans if sum(end - start for start, end in spans) >= _SHARE * len(text) else []


def _is_date_alone(line: str) -> bool:
    line = re.sub(
        r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?", "", line[:80], flags=re.IGNORECASE
    )
    found = next(dates_in(line), None)
    if found is None or not found.year or found.start:
        return False
    return not re.search(r"\w", re.sub(r"^,?\s*(?:г\.|года)?,?\s*(?:\d\d?:\d\d)?", "", line[found.end :]))


def _is_title(line: str) -> bool:
    return len(line.strip()) <= 140 and not re.search(r"[.!?…:;,]\s*$", line)

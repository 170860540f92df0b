"""Propose the day a document was published, from its own words. A person confirms it; a year is never invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sources import limits
from sources.dates import NO_DATE, Dated, dated
from sources.split import Slice
from sources.written_dates import WRITTEN, Written, dates_in, written_from

CANDIDATES_MAX = 12

_DAY_NAME = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|[а-я]{5,11}),?[ \t]+"
)
_CLOCK = r"(?:,?[ \t]*(?:at[ \t]+|в[ \t]+)?\d{1,2}:\d\d(?:[ \t]*[ap]\.?m\.?)?(?:[ \t]*(?:utc|gmt|msk))?)?"
_SPACE = r"[ \t\xa0]*+"
_LINE_START, _LINE_END = r"(?:^|(?<=[\r\n]))[ \t\xa0]*+", r"[ \t\xa0]*+(?=[\r\n]|$)"
_FLAGS = re.IGNORECASE
# In this order of trust: the words "today, on …" say it of themselves; a line that is a date; a line that says
# "published" or "posted" (a republisher's day, so after the date line); the dateline before the first sentence; a
# headline or line of the first few that ends in a date ("The Courier, 17 May 2031").
_TODAY = re.compile(
    rf"(?<!\w)(?:today|сегодня),?[ \t]+(?:on[ \t]+)?(?:the[ \t]+)?(?:{_DAY_NAME})?{WRITTEN}", _FLAGS
)
_ALONE = re.compile(
    rf"{_LINE_START}(?:date:?|дата:?)?[ \t]*(?:{_DAY_NAME})?{WRITTEN}(?:{_SPACE}(?:г\.|года))?{_CLOCK}{_LINE_END}",
    _FLAGS,
)
_POSTED = re.compile(
    rf"{_LINE_START}(?:first[ \t]+)?(?:posted|published|issued|released|опубликовано|размещено):?[ \t]+(?:on[ \t]+)?"
    rf"(?:{_DAY_NAME})?{WRITTEN}",
    _FLAGS,
)
_DATELINE = re.compile(
    rf"{_LINE_START}[A-ZА-ЯЁ][\w .'’-]{{1,40}}[,.]{_SPACE}{WRITTEN}{_SPACE}(?:\([^)\n]{{1,40}}\){_SPACE})?[—–:-]",
    _FLAGS,
)
_ENDED = re.compile(
    rf"[ \t\xa0]*+[^\r\n]{{3,160}}?[,–—(|]{_SPACE}{WRITTEN}(?:{_SPACE}(?:г\.|года))?\)?{_LINE_END}", _FLAGS
)
_OPENING = re.compile(rf"{_LINE_START}(?:on[ \t]+)?(?:the[ \t]+)?{WRITTEN}", _FLAGS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One day the document's date may mean, and what speaks for it."""

    dated: Dated
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """What is proposed: a date, or its words and the days they may mean when no year is written."""

    published: Dated = NO_DATE
    candidates: tuple[Candidate, ...] = ()


def propose(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    published: str = "",
    captured_on: date,
    first_year: int = 0,
) -> Dating:
    """Propose the date of the document between two offsets.

    `published` is what the page itself says in its metadata and goes first. A date without a year gives no date but
    candidates, from the latest year the document names (`first_year` if it names none; two years back if neither) to
    the day of capture.
    """
    if published:
        return Dating(dated(published, basis="explicit"))
    end = len(text) if end is None else end
    head_end = min(end, start + limits.HEAD_CHARACTERS)
    yearless: Written | None = None
    for pattern in (_TODAY, _ALONE, _POSTED, _DATELINE):
        for found in pattern.finditer(text, start, head_end):
            written = written_from(found)
            if written and written.edtf:
                return Dating(dated(written.edtf, basis="explicit", phrase=_phrase(written)))
            yearless = yearless or (written if written and not written.year else None)
    ended = _ended(text, start, head_end)
    if ended:
        return Dating(dated(ended.edtf, basis="explicit", phrase=_phrase(ended)))
    yearless = yearless or _opening(text, start, head_end)
    if yearless is None:
        return Dating()
    some = dates_in(text, start, min(end, start + limits.YEARS_CHARACTERS))
    named = max((each.year for each in some if each.year), default=first_year)
    return Dating(Dated(phrase=_phrase(yearless)), _candidates(yearless, named, captured_on))


def propose_parts(text: str, parts: Sequence[Slice], *, captured_on: date) -> list[Dating]:
    """Propose a date for each entry of a listing. The dates of the entries around it bound its years and give hints.

    The order of a list, newest or oldest first, never gives a date.
    """

    def each_with(year: int) -> list[Dating]:
        return [
            propose(
                text, one.start, one.end, published=one.published, captured_on=captured_on, first_year=year
            )
            for one in parts
        ]

    datings = each_with(0)
    years = [each.published.earliest.year for each in datings if each.published.earliest]
    return _hinted(each_with(min(years)) if years else datings)


def _phrase(written: Written) -> str:
    """Return the words of the date alone: a pattern's match begins earlier."""
    inner = next(dates_in(written.phrase), None)
    return (inner.phrase if inner else written.phrase).strip()[:100]


def _opening(text: str, start: int, end: int) -> Written | None:
    """Return the date without a year that the first lines open with ("On June 27, …"): of the event, so only a hint."""
    for line in _first_lines(text, start, end):
        opened = _OPENING.match(text, line, end)
        written = written_from(opened) if opened else None
        if written:
            return None if written.year else written
    return None


def _ended(text: str, start: int, end: int) -> Written | None:
    """Return the whole date that one of the first lines ends in."""
    for line in _first_lines(text, start, end):
        found = _ENDED.match(text, line, end)
        written = written_from(found) if found else None
        if written and written.edtf:
            return written
    return None


def _first_lines(text: str, start: int, end: int) -> list[int]:
    """Return where the first four lines that hold words begin."""
    lines = (found.start() for found in re.finditer(r"[^\r\n]+", text[start:end]) if found[0].strip())
    return [start + line for line, _n in zip(lines, range(4), strict=False)]


def _candidates(written: Written, named: int, captured_on: date) -> tuple[Candidate, ...]:
    last = max(captured_on.year, named)
    first = named or last - 2
    found = []
    for year in range(first, last + 1)[:CANDIDATES_MAX]:
        edtf = written.in_year(year)
        if edtf and (edtf <= captured_on.isoformat() or named > captured_on.year):
            found.append(Candidate(dated(edtf, basis="inferred", phrase=written.phrase[-100:])))
    return tuple(found)


def _hinted(datings: list[Dating]) -> list[Dating]:
    """Add to the candidates of a listing's entries what the order around them says.

    Only where the dated entries run one way, newest or oldest first, and at least two of them are dated.
    """
    known = [(n, each.published.edtf) for n, each in enumerate(datings) if each.published.is_known]
    days = [day for _, day in known]
    is_newest_first, is_oldest_first = days == sorted(days, reverse=True), days == sorted(days)
    if len(known) < 2 or not (is_newest_first or is_oldest_first):
        return datings
    result = []
    for n, each in enumerate(datings):
        before = next((day for at, day in reversed(known) if at < n), "")
        after = next((day for at, day in known if at > n), "")
        low, high = (after, before) if is_newest_first else (before, after)
        result.append(Dating(each.published, tuple(_with_hint(one, low, high) for one in each.candidates)))
    return result


def _with_hint(candidate: Candidate, low: str, high: str) -> Candidate:
    day = candidate.dated.edtf
    if not (low or high) or (low and day < low) or (high and day > high):
        return candidate
    words = f"between {low} and {high}" if low and high else f"after {low}" if low else f"before {high}"
    return Candidate(candidate.dated, f"Fits the order of the list: {words}.")

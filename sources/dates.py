"""Dates as intervals: what is known of a day, from what words, and on what it leans.

Pure: no database, no Django. The hot path uses the small reader here (years, months, days, intervals,
open ends, a time of day); what people type goes through the `edtf` library too (`typed`).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sources.errors import BadDate

Basis = Literal["explicit", "relative", "context", "publication", "inferred", "none"]
BASES: tuple[str, ...] = ("explicit", "relative", "context", "publication", "inferred", "none")

# Years a person may type. The Hijri and Persian calendars now count below these, the Buddhist one above.
FIRST_YEAR, LAST_YEAR = 1500, 2400

_POINT = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?Z?)?)?)?([~?%])?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the desk keeps it. `edtf` empty and both ends None: no date is known.

    `earliest` or `latest` None with an edtf: that end is open. `anchor` is the EDTF of the date a
    relative phrase was resolved on; `phrase` the words themselves.
    """

    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None
    phrase: str = ""
    anchor: str = ""
    basis: str = "none"

    @property
    def is_known(self) -> bool:
        return bool(self.edtf)


NO_DATE = Dated()


def _point(words: str, *, is_last: bool) -> date:
    match = _POINT.fullmatch(words)
    if not match:
        raise BadDate(f"“{words[:40]}” is not a date. Write 2031, 2031-05 or 2031-05-17.")
    year, month, day = int(match[1]), match[2], match[3]
    if match[4] is not None and (int(match[4]) > 23 or int(match[5]) > 59 or int(match[6] or 0) > 59):
        raise BadDate(f"“{words[:40]}” has no such time of day.")
    try:
        if month is None:
            return date(year, 12, 31) if is_last else date(year, 1, 1)
        if day is None:
            last_day = calendar.monthrange(year, int(month))[1]
            return date(year, int(month), last_day if is_last else 1)
        return date(year, int(month), int(day))
    except (ValueError, calendar.IllegalMonthError) as reason:
        raise BadDate(f"There is no day “{words[:40]}” in the calendar.") from reason


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF date or interval; None for an open end.

    >>> bounds("2031-02")
    (datetime.date(2031, 2, 1), datetime.date(2031, 2, 28))
    >>> bounds("2031-05-04/..")
    (datetime.date(2031, 5, 4), None)

    Raises BadDate for anything else, and for an interval that ends before it begins.
    """
    if "/" not in edtf:
        return _point(edtf, is_last=False), _point(edtf, is_last=True)
    first, _, last = edtf.partition("/")
    earliest = None if first in ("", "..") else _point(first, is_last=False)
    latest = None if last in ("", "..") else _point(last, is_last=True)
    if earliest and latest and latest < earliest:
        raise BadDate(f"“{edtf[:60]}” ends before it begins.")
    if earliest is None and latest is None:
        raise BadDate("An interval open at both ends says nothing. Leave the date empty instead.")
    return earliest, latest


def dated(edtf: str | None, *, basis: str = "explicit", phrase: str = "", anchor: str = "") -> Dated:
    """Make a `Dated` from EDTF. Empty or None gives `NO_DATE` with its phrase. Raises BadDate."""
    if not edtf:
        return Dated(phrase=phrase)
    earliest, latest = bounds(edtf)
    return Dated(edtf, earliest, latest, phrase, anchor, basis)


def typed(words: str) -> Dated:
    """Read a date a person typed: EDTF level 0 and 1 (seasons and quarters too) and nothing looser.

    An ambiguous form such as 03/04/2031 is refused and never guessed, and so is a year of another calendar. Empty
    gives `NO_DATE`.
    Raises BadDate with a sentence that says what to type.
    """
    words = words.strip()
    if not words:
        return NO_DATE
    if re.fullmatch(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}", words, re.ASCII):
        raise BadDate(
            f"“{words}” can be read in more than one way. Write year, month and day, as 2031-05-17 for 17 May 2031."
        )
    try:
        found = dated(words)
    except BadDate as refusal:
        found = _by_library(words, refusal)
    if any(end and not FIRST_YEAR <= end.year <= LAST_YEAR for end in (found.earliest, found.latest)):
        raise BadDate(
            f"“{words[:60]}” is not of our time. Write the year of the Gregorian calendar, not of another one."
        )
    return found


def _by_library(words: str, refusal: BadDate) -> Dated:
    if not re.fullmatch(r"[\d\-~?%/.XuY]{4,40}", words, re.ASCII) or re.search(
        r"\d/\d{1,2}/\d|\.\d+\.", words
    ):
        raise refusal
    from edtf import parse_edtf  # 150 ms to import: only when somebody types a season or a doubtful date
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(words)
        low, high = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as reason:
        raise refusal from reason
    if low > high:  # the library turns no interval away that ends before it begins
        raise refusal
    return Dated(words, low, high, basis="explicit")


def overlap(a: Dated, b: Dated) -> bool:
    """Say whether two dates can be the same day. An unknown date overlaps nothing."""
    if not (a.is_known and b.is_known):
        return False
    starts_in_time = a.earliest is None or b.latest is None or a.earliest <= b.latest
    ends_in_time = b.earliest is None or a.latest is None or b.earliest <= a.latest
    return starts_in_time and ends_in_time


def is_before(a: Dated, b: Dated) -> bool:
    """Say whether all of `a` lies before all of `b`. Unknown dates and open ends are never surely before."""
    return bool(a.is_known and b.is_known and a.latest and b.earliest and a.latest < b.earliest)


def have_different_times(a: Dated, b: Dated) -> bool:
    """Say whether both carry a time of day and the times differ: same-day counts that do not conflict."""
    return "T" in a.edtf and "T" in b.edtf and a.edtf != b.edtf

"""Calendar dates as people write them in English and Russian. Pure; finds what stands there and resolves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.dates import bounds
from sources.errors import BadDate

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12, "января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5,
    "июня": 6, "июля": 7, "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_S = r"[ \t\xa0]"
# "17 May 2031", "the 17th of May, 2031", "17 мая 2031 года", "May 17, 2031", "2031-05-17", "17.05.2031". A date
# between slashes is ambiguous and never read.
WRITTEN = (
    rf"(?<![\w.-])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?{_S}{{1,3}}(?:of{_S}{{1,3}})?(?P<m1>{_MONTH})\b\.?"
    rf"(?:,?{_S}{{1,3}}(?P<y1>\d{{4}})(?!\d))?"
    rf"|(?P<m2>{_MONTH})\b\.?{_S}{{1,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.])(?:,?{_S}{{1,3}}(?P<y2>\d{{4}})(?!\d))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\d-])"
    r"|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})(?!\d))"
)
_WRITTEN = re.compile(WRITTEN, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands: the words, where, and its parts. `year` 0: none is written."""

    start: int
    end: int
    phrase: str
    year: int
    month: int
    day: int

    @property
    def edtf(self) -> str:
        """The day as EDTF; empty without a year."""
        return self.in_year(self.year) if self.year else ""

    def in_year(self, year: int) -> str:
        """The day in this year as EDTF; empty when that year has no such day (29 February)."""
        edtf = f"{year:04}-{self.month:02}-{self.day:02}"
        try:
            return edtf if bounds(edtf) else ""
        except BadDate:
            return ""


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Written]:
    """Yield the calendar dates written between two offsets, in order; days no calendar has are passed over."""
    for found in _WRITTEN.finditer(text, start, len(text) if end is None else end):
        written = written_from(found)
        if written and (not written.year or written.edtf):
            yield written


def written_from(found: re.Match[str]) -> Written | None:
    """Make a `Written` of a match that holds the groups of WRITTEN; None for a month or day out of range."""
    parts = found.groupdict()
    day = int(parts["d1"] or parts["d2"] or parts["d3"] or parts["d4"])
    name = parts["m1"] or parts["m2"]
    month = _MONTHS[name.lower()] if name else int(parts["m3"] or parts["m4"])
    year = int(parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"] or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Written(found.start(), found.end(), found[0], year, month, day)

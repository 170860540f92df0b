"""Find dates and times of day, and work out the days they mean. Our own interval, in EDTF at the edge."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_MERIDIEM_LETTERS = words_of("dates", "meridiem_letters")
_YEAR_ENDINGS = words_of("dates", "year_endings")
_SHORT_YEARS = words_of("dates", "short_years")
_YEAR_JOINT = words_of("dates", "year_joint", signs=", .")
_ZONES = words_of("dates", "zones", signs=".")
_CLOCK_ENDS = words_of("dates", "clock_ends")
_DAY_ENDINGS = words_of("dates", "day_endings")
_JOINS_DAYS = words_of("dates", "joins_days")
_MONTH_LOOKALIKES = words_of("dates", "month_lookalikes")
_BEFORE_MONTH_DAY = words_of("dates", "before_month_day", signs=",")
_YEAR_WORD = words_of("dates", "year_word")
_COUNTED_NOT_YEAR = words_of("dates", "counted_not_year")
YEARS = (1500, 2199)


class Day(NamedTuple):
    """A calendar date as far as it is given; 0 is a part not given."""

    year: int
    month: int = 0
    day: int = 0

    @lru_cache(maxsize=4096)  # noqa: B019 - a day is a value, and few are written in one text
    def edtf(self) -> str:
        """Write year, month and day as far as they are known."""
        if not self.year:
            return ""
        words = f"{self.year:04d}"
        if self.month:
            words += f"-{self.month:02d}"
            if self.day:
                words += f"-{self.day:02d}"
        return words


@dataclass(slots=True)
class DateMention:
    """One date in the text: tokens [first, end), start and end day (equal for a single date)."""

    first: int
    end: int
    day: Day
    until: Day | None = None
    role: str = "on"  # on, since, until, within
    basis: str = "explicit"
    why: str = "date"
    back: tuple[int, str] = (0, "")  # "two years ago": counted back from the day the text leans on
    step: tuple[int, str] = (0, "")  # "a year earlier": so far from the date before it
    either: tuple[str, ...] = ()  # where day and month can change places, both

    @property
    def has_year(self) -> bool:
        return bool(self.day.year)


def parse_edtf(words: str) -> Day | None:
    """Read the first date of an EDTF string; None where there is no usable one."""
    parts = words.strip().split("/")[0].split("T")[0].rstrip("?~%").split("-")
    try:
        numbers = [int(part) for part in parts[:3] if part]
    except ValueError:
        return None
    if not numbers or not is_day(Day(*numbers)):
        return None
    return Day(*numbers)


def is_day(day: Day) -> bool:
    """Tell whether the parts given name a day, month or year that exists."""
    if day.year and not YEARS[0] <= day.year <= YEARS[1]:
        return False
    if not day.month:
        return not day.day
    if not 1 <= day.month <= 12:
        return False
    if not day.day:
        return True
    try:
        datetime.date(day.year or 2000, day.month, day.day)
    except ValueError:
        return False
    return True


def as_date(day: Day) -> datetime.date | None:
    """Return the calendar date of a full day, else None."""
    if day.year and day.month and day.day:
        return datetime.date(day.year, day.month, day.day)
    return None


def from_date(date: datetime.date) -> Day:
    return Day(date.year, date.month, date.day)


def find_date(page: Page, i: int, language: Language) -> DateMention | None:
    """Return the date that holds the digits or month name at token i, or None."""
    words = page.words
    word = words[i]
    if word[0].isdecimal():
        if len(word) >= 6 and _is_numeric(word):
            return _numeric(page, i, language)
        if ":" in word:
            return _clock(page, i)
        return _around_digits(page, i, language)
    return None


def _is_numeric(word: str) -> bool:
    """Tell "12.05.2017", "2017-05-12" and "5/12/17" from a number with two marks."""
    for mark in "-./":
        if word.count(mark) == 2:
            parts = word.split("t")[0].split(mark)
            return len(parts) == 3 and len(parts[1]) <= 2 and (len(parts[2]) <= 2 or len(parts[0]) <= 2)
    return False


def _numeric(page: Page, i: int, language: Language) -> DateMention | None:
    word = page.words[i]
    mark = "-" if "-" in word else "." if "." in word else "/"
    parts = [int(part[:4].split("t")[0]) for part in word.split(mark)[:3]]
    if mark == "-":
        day = Day(*parts)
    else:
        a, b, year = parts
        if year < 100:
            year += 2000 if year < 70 else 1900
        if mark == "/" and language.slash_either_way and a <= 12 and b <= 12 and a != b:
            both = tuple(Day(year, month, day).edtf() for month, day in ((b, a), (a, b)))
            return DateMention(i, i + 1, Day(year), either=both)
        day = Day(year, b, a) if b <= 12 else Day(year, a, b)
    if not is_day(day):
        return DateMention(i, i + 1, Day(0), why="misread")
    return DateMention(i, i + 1, day)


def _clock(page: Page, i: int) -> DateMention | None:
    hours, minutes = (int(part) for part in page.words[i].split(":")[:2])
    if hours <= 24 and minutes < 60:
        end = i + 1
        while end < len(page.words) and page.words[end] in _ZONES and end < i + 6:
            if page.words[end] == "." and not (page.glued(end) and page.words[end - 1] in _CLOCK_ENDS):
                break
            if page.words[end] in _MERIDIEM_LETTERS and page.words[end + 1 : end + 2] != ["."]:
                break
            end += 1
        return DateMention(i, end, Day(0), why="time")
    return DateMention(i, i + 1, Day(0), why="not_a_claim")  # a score: 78:74


def _around_digits(page: Page, i: int, language: Language) -> DateMention | None:
    """Read "5 May 2017", "May 5, 2017", "the 5th of May", "5–7 May", "5 мая 2017 года", "in 2017"."""
    words, months = page.words, language.months
    number = words[i]
    if not number.isdecimal() or len(number) > 4:
        return None
    value = int(number)
    if value <= 31 and len(number) <= 2:
        forward = _day_month(page, i, value, language)
        if forward:
            return forward
        back = i - 1
        if back >= 0 and words[back] == "the":
            back -= 1
        if back >= 0 and words[back] == "." and page.glued(back):
            back -= 1
        if back >= 0 and words[back] in months and not language.case and _is_month(page, back):
            return _month_day(page, back, i, value, language)
    if i and words[i - 1] in months and len(number) == 4:
        if YEARS[0] <= value <= YEARS[1] and _is_month(page, i - 1):
            return DateMention(i - 1, _skip_year_word(page, i + 1), Day(value, months[words[i - 1]]))
    return _ordinal_year(page, i, value)


def _ordinal_year(page: Page, i: int, value: int) -> DateMention | None:
    """Read "в 2030-м" and "с 2030-го"."""
    words = page.words
    if words[i + 1 : i + 2] != ["-"] or i + 2 >= len(words) or words[i + 2] not in _YEAR_ENDINGS:
        return None
    if not (page.glued(i + 1) and page.glued(i + 2) and YEARS[0] <= value <= YEARS[1]):
        return None
    return DateMention(i, _skip_year_word(page, i + 3), Day(value))


def _is_month(page: Page, i: int) -> bool:
    """Tell the month from the verb: "may" and "march" must be capitals."""
    return page.words[i] not in _MONTH_LOOKALIKES or page.capital(i)


def _skip_year_word(page: Page, j: int) -> int:
    words = page.words
    if j < len(words) and words[j] in _YEAR_WORD:
        j += 1
        if j < len(words) and words[j] == "." and page.glued(j) and words[j - 1] in _SHORT_YEARS:
            if j + 1 >= len(words) or not page.capital(j + 1):
                j += 1
    return j


def _year_after(page: Page, j: int) -> tuple[int, int]:
    """Return the year at token j, past a comma or "of", and the token after it; (0, j) if there is none."""
    words, n = page.words, len(page.words)
    k = j
    while k < n and words[k] in _YEAR_JOINT and k - j < 1:
        k += 1
    if k < n and len(words[k]) == 4 and words[k].isdecimal() and YEARS[0] <= int(words[k]) <= YEARS[1]:
        following = words[k + 1] if k + 1 < n else ""
        if k == j and following in _COUNTED_NOT_YEAR:
            return 0, j
        return int(words[k]), _skip_year_word(page, k + 1)
    return 0, j


def _day_month(page: Page, i: int, value: int, language: Language) -> DateMention | None:
    words, n, months = page.words, len(page.words), language.months
    j = i + 1
    if j < n and words[j] in _DAY_ENDINGS and page.glued(j):
        j += 1
    last, j = _last_day(page, j, value, language)
    if j < n and words[j] == "of":
        j += 1
    if j >= n or words[j] not in months or not _is_month(page, j):
        return None
    if value < 1:
        return None
    month = months[words[j]]
    j += 1
    if j < n and words[j] == "." and page.glued(j) and len(words[j - 1]) <= 4:
        j += 1
    year, end = _year_after(page, j)
    day = Day(year, month, value)
    if not is_day(day):
        return DateMention(i, end, Day(0), why="misread")
    first = i - 1 if i and words[i - 1] == "the" else i
    until = Day(year, month, last) if last != value and is_day(Day(year, month, last)) else None
    return DateMention(first, end, day, until)


def _last_day(page: Page, j: int, value: int, language: Language) -> tuple[int, int]:
    """Return the last day of "5–7 May" and "5 to 7 May" and the token after it; else the day itself."""
    words, n, months = page.words, len(page.words), language.months
    if j + 1 >= n or not words[j + 1].isdecimal() or len(words[j + 1]) > 2:
        return value, j
    last = int(words[j + 1])
    if words[j] in "-–—":
        k = j + 3 if j + 2 < n and words[j + 2] in _DAY_ENDINGS else j + 2
        return (last, k) if k < n and words[k] in months else (value, j)
    joined = words[j] in _JOINS_DAYS and j + 2 < n and words[j + 2] in months and last > value
    return (last, j + 2) if joined else (value, j)


def _month_day(page: Page, month_at: int, i: int, value: int, language: Language) -> DateMention | None:
    words, n = page.words, len(page.words)
    month = language.months[words[month_at]]
    j = i + 1
    if j < n and words[j] in _DAY_ENDINGS and page.glued(j):
        j += 1
    last = value
    if (
        j + 1 < n
        and words[j] in "-–—"
        and page.glued(j)
        and words[j + 1].isdecimal()
        and len(words[j + 1]) <= 2
    ):
        last, j = int(words[j + 1]), j + 2
    if j < n and words[j].isalpha() and j == i + 1 and value and _counts(page, j, language):
        if month_at and words[month_at - 1] in _BEFORE_MONTH_DAY:
            return None  # "in March 12 people died", but "on May 12 people marched"
    year, end = _year_after(page, j)
    day = Day(year, month, value)
    if value < 1 or not is_day(day):
        return None if value < 1 else DateMention(month_at, end, Day(0), why="misread")
    until = Day(year, month, last) if last != value and is_day(Day(year, month, last)) else None
    return DateMention(month_at, end, day, until)


def _counts(page: Page, j: int, language: Language) -> bool:
    word = page.words[j]
    return word in language.nouns or (
        word.endswith("s") and len(word) > 4 and word not in language.stop and word not in language.verbs
    )

"""Periods told by one date and a word beside it: "the year to March", "the 1980s", "2030/31", "week 23"."""

from __future__ import annotations

import datetime
from calendar import monthrange

from claims.extraction.dates.mentions import DateMention, Day, as_date, from_date
from claims.extraction.languages import mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_YEARS = words_of("dates", "years")
_MONTHS = words_of("dates", "months")
_WEEKS = words_of("dates", "weeks")
_UP_TO_DATE = words_of("dates", "up_to_date")
_THE_END_OF = phrases_of("dates", "the_end_of")
_QUARTER = words_of("dates", "quarter")
_MONTHS_OF = mapping_of("dates", "months_of")
_PART_OF_MONTH = mapping_of("dates", "part_of_month")
_ORDINALS = mapping_of("dates", "quarters")
_BEFORE_NAMED_MONTH = words_of("dates", "before_named_month")
_WEEK_FROM = words_of("dates", "week_from")
_HALVES = words_of("dates", "halves")
_FIRST_MONTHS = words_of("dates", "first_months")
_ENDS_DECADE = words_of("dates", "ends_decade")
_DECADES = mapping_of("dates", "decades")
_SEASONS = mapping_of("dates", "seasons")
_NUMBERED_WEEK = words_of("dates", "numbered_week")
_WEEK_NUMBERS = mapping_of("dates", "week_numbers")
_WEEK_ENDINGS = words_of("dates", "week_endings")
_OF_YEAR = words_of("dates", "year_word")
_THE_YEAR = phrases_of("dates", "of_this_year")
_BETWEEN_YEARS = frozenset("-–—/")
MAX_YEARS = 60  # years that "2029–2030" and "1914–18" can span
TRIGGERS = _FIRST_MONTHS | _NUMBERED_WEEK | frozenset(_DECADES)


def number_of(word: str, language: Language) -> int:
    """Return the whole number a word or run of digits stands for, 0 for any other word."""
    if word.isdecimal():
        return int(word[:4])
    kind, value = language.numbers.get(word, ("", 0))
    return int(value) if kind == "n" else 0


def month_from(base: Day, step: int) -> Day:
    """Return the month so many months from that of a day."""
    months = base.year * 12 + base.month - 1 + step
    return Day(months // 12, months % 12 + 1)


def lengthen(page: Page, mention: DateMention, first: int, language: Language) -> None:
    """Let "the three months to 30 September", "2029–2030" and "за пять месяцев 2030 года" be the whole period."""
    if mention.until or not mention.day.year:
        return
    if not mention.day.month:
        _lengthen_year(page, mention, first, language)
    elif not mention.day.day and _part_of_month(page, mention, first):
        return
    elif not language.case:
        _lengthen_back(page, mention, first, language)


def _part_of_month(page: Page, mention: DateMention, first: int) -> bool:
    """Let "the first half of May" and "вторая неделя мая" be its days."""
    words, i, day = page.words, mention.first - 1, mention.day
    i -= words[i] == "of"
    parts = _PART_OF_MONTH.get(words[i], 0) if i > first else 0
    number = (_ORDINALS.get(words[i - 1], 0) or _WEEK_NUMBERS.get(words[i - 1], 0)) if parts else 0
    if not 0 < number <= parts:
        return False
    length = {2: 15, 3: 10, 4: 7}[parts]
    end = monthrange(day.year, day.month)[1]
    last = end if number == parts and parts < 4 else number * length
    mention.day, mention.until = day._replace(day=(number - 1) * length + 1), day._replace(day=last)
    return True


def _lengthen_year(page: Page, mention: DateMention, first: int, language: Language) -> None:
    words, i, year = page.words, mention.first, mention.day.year
    last = words[i + 2] if mention.end - i >= 3 and words[i + 1] in _BETWEEN_YEARS else ""
    if last.isdecimal() and len(last) in (2, 4):
        until = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
        mention.until = Day(until) if 0 < until - year <= MAX_YEARS else None
    elif year % 10 == 0 and words[mention.end - 1] in _ENDS_DECADE:
        mention.until = Day(year + 9)
    elif language.case and i - 2 >= first and words[i - 1] in _MONTHS_OF:
        months = number_of(words[i - 2], language) * _MONTHS_OF[words[i - 1]]
        if 1 < months < 12:
            mention.day, mention.until = Day(year, 1), Day(year, months)


def _lengthen_back(page: Page, mention: DateMention, first: int, language: Language) -> None:
    words, i, day = page.words, mention.first - 1, mention.day
    to_date = i > first and words[i] in _UP_TO_DATE
    if to_date and words[i - 1].removesuffix("s") in _WEEKS:
        last, weeks = as_date(day), 1 if words[i - 1] in _WEEKS else number_of(words[i - 2], language)
        if last and 0 < weeks <= 60:
            mention.day, mention.until = from_date(last - datetime.timedelta(7 * weeks - 1)), day
        return
    if i > first and words[i] in _WEEK_FROM and words[i - 1] in _WEEKS:
        begun = as_date(day)
        mention.until = from_date(begun + datetime.timedelta(6)) if begun else None
        return
    end_of = i - 3 >= first and words[i - 2 : i + 1] in _THE_END_OF
    i -= 3 * end_of
    if words[mention.end : mention.end + 1] and words[mention.end] in _QUARTER and not day.day:
        months, mention.end = 3, mention.end + 1
    elif i - 2 >= first and words[i] in _UP_TO_DATE and words[i - 1].removesuffix("s") in _MONTHS:
        months = number_of(words[i - 2], language)
    elif i - 1 >= first and words[i] in _UP_TO_DATE and words[i - 1] in _QUARTER:
        months = 3
    elif i - 1 >= first and words[i] in _UP_TO_DATE and words[i - 1] in _YEARS:
        months = 6 if i - 3 >= first and words[i - 3] in _HALVES else 12  # "the year to 31 March"
    else:
        return
    if not 0 < months <= 60 or day.day and day.day != monthrange(day.year, day.month)[1]:
        return
    end = Day(day.year, day.month)
    mention.day, mention.until = month_from(end, 1 - months), end


def find(page: Page, i: int, reference: Day, language: Language) -> DateMention | None:
    """Return the period the word at token i names: "the eighties", "week 23 of 2031", "за четвёртую неделю года"."""
    words = page.words
    if words[i] in _DECADES:
        began = _DECADES[words[i]]
        named = language.case or bool(i) and words[i - 1] == "the"
        return DateMention(i, i + 1, Day(began), Day(began + 9), why="season") if named else None
    if words[i] in _FIRST_MONTHS:
        return _first_months(page, i, reference, language)
    return _week_case(page, i, reference) if language.case else _week(page, i, reference)


def _first_months(page: Page, i: int, reference: Day, language: Language) -> DateMention | None:
    """Read "за первые три месяца года"."""
    words = page.words[i + 1 : i + 4]
    if len(words) < 3 or words[1] not in _MONTHS_OF or words[2] not in _OF_YEAR or not reference.year:
        return None
    months = number_of(words[0], language) * _MONTHS_OF[words[1]]
    if not 1 < months < 12:
        return None
    return DateMention(i, i + 4, Day(reference.year, 1), Day(reference.year, months), basis="relative")


def season(page: Page, i: int) -> DateMention | None:
    """Read "the summer of 2029" and "winter 2029" as three months."""
    words, month = page.words, _SEASONS[page.words[i]]
    j = i + 1 + (words[i + 1 : i + 2] == ["of"])
    if j >= len(words) or len(words[j]) != 4 or not words[j].isdecimal():
        return None
    begun = Day(int(words[j]), month)
    return DateMention(i, j + 1, begun, month_from(begun, 2), why="season")


def is_written_month(page: Page, i: int, language: Language) -> bool:
    """Tell "a March survey" from "said May" and a headline "Farmers March"."""
    before = page.words[i - 1] if i else ""
    if before in _BEFORE_NAMED_MONTH:
        return True
    return before.isalpha() and not page.capital(i - 1) and before not in language.said


def last_season(i: int, month: int, reference: Day) -> DateMention | None:
    """Return "last winter" as its three months, the last that are over."""
    if not reference.month:
        return DateMention(i, i + 2, Day(0), basis="relative")
    year = reference.year
    while year * 12 + month + 2 >= reference.year * 12 + reference.month:
        year -= 1
    begun = Day(year, month)
    return DateMention(i, i + 2, begun, month_from(begun, 2), basis="relative")


def _week(page: Page, i: int, reference: Day) -> DateMention | None:
    words = page.words
    if i + 3 >= len(words) or not words[i + 1].isdecimal() or words[i + 2] != "of":
        return None
    if len(words[i + 3]) == 4 and words[i + 3].isdecimal():
        return _of_week(i, i + 4, int(words[i + 1][:3]), int(words[i + 3]), reference)
    this_year = words[i + 3 : i + 5] in _THE_YEAR
    return _of_week(i, i + 5, int(words[i + 1][:3]), reference.year, reference) if this_year else None


def _week_case(page: Page, i: int, reference: Day) -> DateMention | None:
    words, begin = page.words, i - 1
    if not i or not words[i + 1 : i + 2]:
        return None
    number = _WEEK_NUMBERS.get(words[i - 1], 0)
    if words[i - 1] in _WEEK_ENDINGS and i > 2 and words[i - 2] == "-" and words[i - 3].isdecimal():
        number, begin = int(words[i - 3][:3]), i - 3
    given = len(words[i + 1]) == 4 and words[i + 1].isdecimal()
    end = i + 2 if given else i + 1
    if not number or end >= len(words) or words[end] not in _OF_YEAR:
        return None
    return _of_week(begin, end + 1, number, int(words[i + 1]) if given else reference.year, reference)


def _of_week(first: int, end: int, number: int, year: int, reference: Day) -> DateMention | None:
    """Return the Monday to Sunday of a numbered week, of the year before where it has not begun yet."""
    today = as_date(reference)
    if not 0 < number <= 52 or not 0 < year < 9999:
        return None
    monday = datetime.date.fromisocalendar(year, number, 1)
    if today and year == today.year and monday > today:
        monday = datetime.date.fromisocalendar(year - 1, number, 1)
    last = from_date(monday + datetime.timedelta(6))
    return DateMention(first, end, from_date(monday), last, basis="relative")


def last_day(day: Day) -> Day:
    """Return the last day of the day, month or year given."""
    if not day.month:
        return Day(day.year, 12, 31)
    if not day.day:
        return Day(day.year, day.month, monthrange(day.year, day.month)[1])
    return day


def first_day(day: Day) -> Day:
    """Return the first day of the day, month or year given."""
    return Day(day.year, day.month or 1, day.day or 1)

"""Resolve the dates that lean on another day: "today", "on Sunday", "last week", "в мае", "с начала года"."""

from __future__ import annotations

import datetime

from claims.extraction.dates import relative_case, shifts, spans
from claims.extraction.dates.mentions import DateMention, Day, as_date, from_date, is_day
from claims.extraction.languages import LANGUAGES, mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_LABEL_ENDS = ([":"], ["|"])
_AMBIGUOUS_MONTHS = words_of("dates", "ambiguous_months")
_BEGINNING = words_of("dates", "beginning")
_SHORT_MONTHS = words_of("dates", "short_months")
_SHORT_MONTHS_CASE = words_of("dates", "short_months_case")
_BEFORE_MONTH_CASE = words_of("dates", "before_month_case", signs="-")
_ALWAYS_MONTHS = words_of("dates", "always_months")
_BEFORE_ALWAYS_MONTH = words_of("dates", "before_always_month")
_BEFORE_MONTH = words_of("dates", "before_month", signs="-")
_OF_MONEY = words_of("dates", "of_money", signs="% £ $ €")
_DAY_NAMES = mapping_of("dates", "day_names")
_TENS = mapping_of("dates", "tens")
_HALVES = words_of("dates", "halves")
_OF_THIS_YEAR = phrases_of("dates", "of_this_year")
_OF_LAST_YEAR = phrases_of("dates", "of_last_year")
_SINCE_PERIOD = words_of("dates", "since_period")
_WEEKDAY_LOOKALIKES = words_of("dates", "weekday_lookalikes")
_PARTS_OF_DAY = words_of("dates", "parts_of_day")
_COMING = words_of("dates", "coming")
_BEFORE_WEEKDAY_CASE = words_of("dates", "before_weekday_case", signs=",")
_NAMED_PERIOD = words_of("dates", "named_period")
_SEASONS = mapping_of("dates", "seasons")
_WEEKEND = words_of("dates", "weekend")
_AGO = words_of("dates", "ago_behind")
_THE = words_of("dates", "the")
_DAY = words_of("dates", "days")
_BEFORE = words_of("dates", "sooner")
_AT_PRESENT = words_of("dates", "at_present")
_SAME_DAY = words_of("dates", "same_day")
_DAY_BEFORE = words_of("dates", "day_before")
_EN_LAST = words_of("dates", "en_last")
_RU_LAST = words_of("dates", "ru_last")
_RU_THIS = words_of("dates", "ru_this")
_PERIOD = mapping_of("dates", "period")
_QUARTERS = mapping_of("dates", "quarters")
_DAYS_BACK = (_SAME_DAY | _AT_PRESENT, _DAY_BEFORE, words_of("dates", "two_days_before"))
TRIGGERS = words_of("dates", "triggers") | relative_case.TRIGGERS | spans.TRIGGERS | _AT_PRESENT
OPENERS = {  # every word at which `find` can find a date, by language
    code: frozenset(
        form for word in TRIGGERS.union(language.weekdays, language.months) for form in (word, word + "'s")
    )
    for code, language in LANGUAGES.items()
}


def find(page: Page, i: int, language: Language, reference: Day) -> DateMention | None:
    """Return the date that begins with the word at token i; `reference` is the day it leans on."""
    word = page.words[i].removesuffix("'s")
    if word in language.weekdays:
        return _weekday(page, i, language, reference)
    if word in language.months:
        return _month(page, i, language, reference)
    if language.case and word in relative_case.TRIGGERS:
        return relative_case.find(page, i, reference)
    return _by_trigger(page, i, word, language, reference) if word in TRIGGERS else None


def _by_trigger(page: Page, i: int, word: str, language: Language, reference: Day) -> DateMention | None:
    back = next((days for days, words in enumerate(_DAYS_BACK) if word in words), -1)
    if back >= 0:
        today = as_date(reference)
        first = i
        if back == 1 and i > 1 and page.words[i - 2] in _DAY and page.words[i - 1] in _BEFORE:
            back, first = 2, i - 2
        day = from_date(today - datetime.timedelta(back)) if today else Day(0)
        return DateMention(first, i + 1, day, basis="relative", why="now" if word in _AT_PRESENT else "date")
    following = page.words[i + 1].removesuffix("'s") if i + 1 < len(page.words) else ""
    if word in _BEGINNING:
        return _start_of_year(page, i, reference)
    if word in shifts.SHIFTERS or word in _WEEKEND or word in _AGO:
        return _behind(page, i, language, reference)
    if word in spans.TRIGGERS:
        return spans.find(page, i, reference, language)
    if word in _SEASONS:
        return spans.season(page, i)
    part = shifts.previous(page, i, language) or _quarter(page, i, word, following, language, reference)
    if part:
        return part
    if (
        following in _PERIOD
        or following in _SEASONS
        or following in language.weekdays
        or following in language.months
    ):
        return _period(page, i, word, following, language, reference)
    return None


def _quarter(
    page: Page, i: int, word: str, following: str, language: Language, reference: Day
) -> DateMention | None:
    """Read "the first quarter", "third-quarter profit", "Q1", "the first five months of the year", "the next day"."""
    if word in _QUARTERS and following in _NAMED_PERIOD:
        return _part_of_year(page, i, reference)
    if word in _QUARTERS and following == "-" and not _NAMED_PERIOD.isdisjoint(page.words[i + 2 : i + 3]):
        return _part_of_year(page, i, reference, gap=1)
    if language.case:
        return shifts.following(page, i) if word in shifts.FOLLOWING else None
    return shifts.ahead(page, i, reference, language)


def _behind(page: Page, i: int, language: Language, reference: Day) -> DateMention | None:
    """Read the dates that end with their word: "a year earlier", "the weekend"."""
    if page.words[i] in shifts.SHIFTERS:
        return shifts.shifted_case(page, i) if language.case else shifts.shifted(page, i, language)
    if language.case:
        return None
    if page.words[i] in _AGO:
        return shifts.ago(page, i)
    return _span(i, page.words[i], False, reference, page, i) if i and page.words[i - 1] in _THE else None


def _weekday(page: Page, i: int, language: Language, reference: Day) -> DateMention | None:
    if not language.case and len(page.words[i]) >= len("mondays") and page.words[i][-1] == "s":
        if not page.words[i].endswith("'s"):
            return None  # "valid on Tuesdays" tells of no day
    of_day = bool(i) and page.words[i - 1] in _PARTS_OF_DAY  # "к утру вторника"
    if page.words[i] in _WEEKDAY_LOOKALIKES and not page.capital(i) and not (language.case and of_day):
        return None
    of_day = of_day or language.case and bool(i) and ":" in page.words[i - 1]  # "на 9:00 вторника"
    if language.case and not of_day and not (i and page.words[i - 1] in _BEFORE_WEEKDAY_CASE):
        return None
    today = as_date(reference)
    end = i + 1
    if end < len(page.words) and page.words[end] in _PARTS_OF_DAY:
        end += 1
    if not today:
        return DateMention(i, end, Day(0), basis="relative")
    back = (today.weekday() - language.weekdays[page.words[i].removesuffix("'s")]) % 7
    if i and page.words[i - 1] in _COMING and page.words[i - 1] != "this":
        back -= 7
    return DateMention(i, end, from_date(today - datetime.timedelta(back)), basis="relative")


def _month(page: Page, i: int, language: Language, reference: Day) -> DateMention | None:
    """Read a month alone: "in May", "since early April", "last June"."""
    word = page.words[i].removesuffix("'s")
    if not language.case and (not page.capital(i) or len(word) <= 4 and word not in _ALWAYS_MONTHS):
        return None
    if (
        word in _SHORT_MONTHS
        and i + 1 < len(page.words)
        and page.capital(i + 1)
        and not (i and page.words[i - 1] in _BEFORE_ALWAYS_MONTH)
    ):
        return None
    if word in _AMBIGUOUS_MONTHS and not (i and page.words[i - 1] in _BEFORE_MONTH):
        if page.words[i + 1 : i + 2] not in _LABEL_ENDS and not spans.is_written_month(page, i, language):
            return None
    if word in _SHORT_MONTHS_CASE or (word in ("мая",) and i and page.words[i - 1] not in _BEFORE_MONTH_CASE):
        return None
    month = language.months[word]
    if language.case and i and page.words[i - 1] in _DAY_NAMES:
        return _day_in_words(page, i, month)
    return DateMention(i, i + 1, Day(month_year(month, 0, reference), month), basis="explicit")


def _day_in_words(page: Page, i: int, month: int) -> DateMention:
    """Read "второго февраля" and "двадцать первого мая", their year still to be given."""
    words, first = page.words, i - 1
    day = _DAY_NAMES[words[first]]
    if day < 10 and first and words[first - 1] in _TENS:
        day, first = day + _TENS[words[first - 1]], first - 1
    return (
        DateMention(first, i + 1, Day(0, month, day))
        if is_day(Day(0, month, day))
        else DateMention(i, i + 1, Day(0))
    )


def month_year(month: int, day: int, reference: Day) -> int:
    """Return the year of a date given without one: the latest that is not after the reference, or 0."""
    if not reference.year:
        return 0
    later = (
        (month, day) > (reference.month, reference.day)
        if day and reference.day
        else month > (reference.month or 12)
    )
    return reference.year - 1 if later else reference.year


def _start_of_year(page: Page, i: int, reference: Day) -> DateMention | None:
    words = page.words
    period = _PERIOD.get(words[i + 1], "") if i + 1 < len(words) else ""
    if words[i] != "начала" or not i or words[i - 1] != "с" or not reference.year:
        return None
    day = as_date(reference)
    if period == "year":
        return DateMention(i, i + 2, Day(reference.year, 1, 1), role="since", basis="relative")
    if period == "month" and reference.month:
        return DateMention(i, i + 2, Day(reference.year, reference.month, 1), role="since", basis="relative")
    if period == "week" and day:
        monday = day - datetime.timedelta(day.weekday())
        return DateMention(i, i + 2, from_date(monday), role="since", basis="relative")
    return None


def _part_of_year(page: Page, i: int, reference: Day, gap: int = 0) -> DateMention | None:
    words, year, end = page.words, reference.year, i + 2 + gap
    number = _QUARTERS[words[i]]
    half = words[i + 1 + gap] in _HALVES
    if half and number > 2:
        return None
    if words[end : end + 1] == ["of"]:
        end += 1
    basis = "relative"
    if end < len(words) and len(words[end]) == 4 and words[end].isdecimal():
        year, end, basis = int(words[end]), end + 1, "explicit"
    elif words[end : end + 2] in _OF_THIS_YEAR:
        end += 2
    elif words[end : end + 2] in _OF_LAST_YEAR:
        year, end = year - 1, end + 2
    elif words[i + 1 + gap] == "half" and _OF_MONEY.isdisjoint(page.words[slice(*page.sentence(i))]):
        return None
    if not year:
        return None
    step = 6 if half else 3
    first, last = (number - 1) * step + 1, number * step
    if basis == "relative" and end == i + 2 + gap and reference.month and first > reference.month:
        year -= 1  # "third-quarter profit", told in June
    return DateMention(i, end, Day(year, first), Day(year, last), basis=basis)


def _period(
    page: Page, i: int, word: str, following: str, language: Language, reference: Day
) -> DateMention | None:
    today = as_date(reference)
    previous = word in _EN_LAST or word in _RU_LAST
    this = word == "this" or word in _RU_THIS
    if not previous and not this:
        return None
    if following in language.weekdays:
        found = _weekday(page, i + 1, language, reference)
        if found is None:
            return None
        if previous and today and found.day == from_date(today):
            found.day = from_date(today - datetime.timedelta(7))
        found.first = i
        return found
    if following in language.months and not language.case:
        month = language.months[following]
        if not reference.year:
            return DateMention(i, i + 2, Day(0, month), basis="relative")
        year = reference.year if this or month < (reference.month or 12) else reference.year - 1
        return DateMention(i, i + 2, Day(year, month), basis="relative")
    if language.case and following in _SINCE_PERIOD and this:
        return None
    if following in _SEASONS:
        return spans.last_season(i, _SEASONS[following], reference) if previous else None
    return _span(i, _PERIOD.get(following, ""), previous, reference, page)


def _span(
    i: int, period: str, previous: bool, reference: Day, page: Page, last: int = -1
) -> DateMention | None:
    """Return the week, month, quarter or year named: "last week" is Monday to Sunday before."""
    today = as_date(reference)
    if period == "day" and not previous:
        return DateMention(i, i + 2, reference, basis="relative")
    if period == "day" and today:
        return DateMention(i, i + 2, from_date(today - datetime.timedelta(1)), basis="relative")
    if period == "year" and reference.year:
        return DateMention(i, i + 2, Day(reference.year - previous), basis="relative")
    if period == "month" and reference.month:
        year, month = reference.year, reference.month - previous
        return DateMention(i, i + 2, Day(year, month) if month else Day(year - 1, 12), basis="relative")
    if period == "quarter" and reference.month:
        quarter = (reference.month - 1) // 3 - previous
        year = reference.year if quarter >= 0 else reference.year - 1
        quarter %= 4
        return DateMention(i, i + 2, Day(year, quarter * 3 + 1), Day(year, quarter * 3 + 3), basis="relative")
    if period in ("week", "weekend") and today:
        monday = today - datetime.timedelta(today.weekday() + 7 * previous)
        first = monday if period == "week" else monday + datetime.timedelta(5)
        if period == "weekend" and not previous and today.weekday() < 5:
            first -= datetime.timedelta(7)
        until = (monday if period == "week" else first - datetime.timedelta(5)) + datetime.timedelta(6)
        end = last + 1 if last >= 0 else i + 2
        return DateMention(i, end, from_date(first), from_date(until), basis="relative")
    if period in ("week", "month", "year", "quarter"):
        return DateMention(i, i + 2, Day(0), basis="relative")
    return None

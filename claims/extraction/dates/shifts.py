"""Dates told from another one: "a year earlier", "the week before", "the three months to 30 September"."""

from __future__ import annotations

import datetime

from claims.extraction.dates.mentions import DateMention, Day, as_date, from_date
from claims.extraction.dates.spans import month_from, number_of
from claims.extraction.languages import mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_YEARS = words_of("dates", "years")
_MONTHS = words_of("dates", "months")
_WEEKS = words_of("dates", "weeks")
_DAYS = words_of("dates", "days")
_YESTERDAY = words_of("dates", "day_before")
_ARTICLES = words_of("dates", "articles")
_NOT_OF_FIGURE = words_of("dates", "than_or_from")
_SOONER = words_of("dates", "sooner")
_LATER = words_of("dates", "later")
_UNITS_BEFORE = mapping_of("dates", "units_before")
_UNITS_FOLLOWING = mapping_of("dates", "units_following")
_MONTHS_OF_SIGN = mapping_of("dates", "months_of_sign")
_BEFORE_FOLLOWING = words_of("dates", "before_following")
FOLLOWING = words_of("dates", "following")
QUARTER_SIGNS = frozenset(_MONTHS_OF_SIGN)
_OF_THIS_YEAR = phrases_of("dates", "of_this_year")
_QUARTERS = mapping_of("dates", "quarters")
_OF_QUARTER = words_of("dates", "of_quarter")
_UNITS_PREVIOUS = mapping_of("dates", "units_previous")
_UNITS_SINGLE_AGO = mapping_of("dates", "units_single_ago")
_PREVIOUS = words_of("dates", "previous")
_LAST_MONTHS = words_of("dates", "last_months")
_THE = words_of("dates", "the")
SHIFTERS = _SOONER | _LATER
STEPPING = SHIFTERS | FOLLOWING


def shifted(page: Page, i: int, language: Language) -> DateMention | None:
    """Return the mention that ends with "earlier", "before" or "later" at token i, its step still to be taken."""
    words = page.words
    unit = words[i - 1].removesuffix("s") if i > 2 else ""
    if unit not in _YEARS | _MONTHS | _WEEKS | _DAYS:
        return None
    number = 1 if words[i - 2] in _ARTICLES else number_of(words[i - 2], language)
    if not number or words[i - 3] in _NOT_OF_FIGURE or words[i + 1 : i + 2] and words[i + 1] in _YESTERDAY:
        return None
    step = number if words[i] in _LATER else -number
    return DateMention(i - 2, i + 1, Day(0), basis="relative", step=(step, unit))


def previous(page: Page, i: int, language: Language) -> DateMention | None:
    """Return "the previous year" at token i as the one before the year just told, its step still to be taken."""
    words = page.words
    unit = _UNITS_PREVIOUS.get(words[i + 1], "") if i + 1 < len(words) and words[i] in _PREVIOUS else ""
    if not unit or not language.case and not (i and words[i - 1] in _THE):
        return None
    return DateMention(i, i + 2, Day(0), basis="relative", step=(-1, unit))


def ago(page: Page, i: int) -> DateMention | None:
    """Return "a year ago" that ends at token i, still to be counted back; numbers are found with their word."""
    words = page.words
    unit = _UNITS_SINGLE_AGO.get(words[i - 1], "") if i > 1 and words[i - 2] in _ARTICLES else ""
    if not unit:
        return None
    number = 10 if words[i - 1] not in _UNITS_FOLLOWING else 1
    return DateMention(i - 2, i + 1, Day(0), basis="relative", back=(number, unit))


def shifted_case(page: Page, i: int) -> DateMention | None:
    """Return the mention "годом ранее" or "неделей раньше" that ends at token i, its step still to be taken."""
    unit = _UNITS_BEFORE.get(page.words[i - 1], "") if i else ""
    if not unit or i > 1 and page.words[i - 2][0].isdecimal():
        return None
    return DateMention(
        i - 1, i + 1, Day(0), basis="relative", step=(1 if page.words[i] in _LATER else -1, unit)
    )


def ahead(page: Page, i: int, reference: Day, language: Language) -> DateMention | None:
    """Return the mention that the word at token i begins: "next day", "Q1", "first five months of the year"."""
    if page.words[i] in FOLLOWING:
        return following(page, i)
    if page.words[i] in QUARTER_SIGNS:
        return numbered_quarter(page, i, reference)
    return first_months(page, i, reference, language) if is_first_months(page, i, language) else None


def following(page: Page, i: int) -> DateMention | None:
    """Return the mention "the next day" that begins at token i, its step still to be taken."""
    words = page.words
    unit = _UNITS_FOLLOWING.get(words[i + 1], "") if i and i + 1 < len(words) else ""
    if not unit or words[i - 1] not in _BEFORE_FOLLOWING:
        return None
    return DateMention(i, i + 2, Day(0), basis="relative", step=(1, unit))


def numbered_quarter(page: Page, i: int, reference: Day) -> DateMention | None:
    """Read "Q1 2031" and "H1", the last that has begun where no year is named."""
    words = page.words
    number = words[i + 1] if i + 1 < len(words) and page.glued(i + 1) else ""
    months = _MONTHS_OF_SIGN[words[i]]
    if not page.capital(i) or not number.isdecimal() or not 1 <= int(number[:4]) <= 12 // months:
        return None
    first, end, year = (int(number) - 1) * months + 1, i + 2, reference.year
    if end < len(words) and len(words[end]) == 4 and words[end].isdecimal():
        year, end = int(words[end]), end + 1
    elif first > (reference.month or 12):
        year -= 1
    last = Day(year, first + months - 1)
    return DateMention(i, end, Day(year, first), last, basis="relative", why="season") if year else None


def is_first_months(page: Page, i: int, language: Language) -> bool:
    """Tell "first five months of" at token i."""
    words = page.words
    if (
        _QUARTERS.get(words[i]) != 1
        and words[i] not in _LAST_MONTHS
        or i + 4 >= len(words)
        or words[i + 2].removesuffix("s") not in _MONTHS
        or words[i + 3] != "of"
    ):
        return False
    return 1 < number_of(words[i + 1], language) < 12


def first_months(page: Page, i: int, reference: Day, language: Language) -> DateMention | None:
    """Read "first five months of 2030" and "first five months of the year"."""
    words, year = page.words, reference.year
    if len(words[i + 4]) == 4 and words[i + 4].isdecimal():
        year = int(words[i + 4])
    elif words[i + 4 : i + 6] not in _OF_THIS_YEAR:
        return None
    months = number_of(words[i + 1], language)
    begun = 13 - months if words[i] in _LAST_MONTHS else 1
    last = Day(year, begun + months - 1)
    return DateMention(i, i + 5, Day(year, begun), last, basis="relative") if year else None


def take(mention: DateMention, base: Day, until: Day | None) -> None:
    """Give a mention the day or period so far from another: as long as that one, but a year from a day is a year."""
    step, unit = mention.step
    if not base.year or abs(step) > 400:
        return
    if unit in _YEARS:
        mention.day = Day(base.year + step, 0 if base.day else base.month)
        if until and not base.day:
            mention.until = until._replace(year=until.year + step)
    elif unit in _OF_QUARTER and base.month:
        begun = month_from(Day(base.year, (base.month - 1) // 3 * 3 + 1), 3 * step)
        mention.day, mention.until = begun, month_from(begun, 2)
    elif unit in _MONTHS and base.month:
        mention.day = month_from(base, step)
    elif base.day:
        start, last = as_date(base), as_date(until) if until else None
        days = datetime.timedelta(step * (7 if unit in _WEEKS else 1))
        if start:
            mention.day = from_date(start + days)
        if last:
            mention.until = from_date(last + days)

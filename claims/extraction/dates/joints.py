"""Dates written in parts: "Saturday, 22 February", "in December last year", "from 3 to 9 May", "in May and June"."""

from __future__ import annotations

from claims.extraction.dates.mentions import DateMention, Day, as_date
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_JOINS_PERIODS = words_of("dates", "joins_periods", signs="- –")
_ENDS_PERIOD = words_of("dates", "ends_period", signs="- – —")
_AND = words_of("dates", "and")
_EACH_ITS_OWN = words_of("dates", "each_its_own")
_BESIDE_DATE = frozenset((",", "("))


def take_weekdays(mentions: list[DateMention], page: Page, language: Language) -> None:
    """Let "Saturday, 22 February" and "Saturday (22 February)" be one date."""
    for one, other in zip(mentions, mentions[1:], strict=False):
        between = page.words[one.end : other.first]
        if not other.day.day or other.basis != "explicit" or page.words[one.first] not in language.weekdays:
            continue
        if one.end - one.first == 1 and (not between or len(between) == 1 and between[0] in _BESIDE_DATE):
            other.first = one.first
            mentions.remove(one)
            return


def take_years(mentions: list[DateMention]) -> None:
    """Give the day or month of "3 June last year" and "in December last year" the year right behind it."""
    for one, other in zip(mentions, mentions[1:], strict=False):
        is_year = other.basis == "relative" and other.day.year and not other.day.month
        if not is_year or other.first != one.end or not one.day.month:
            continue
        if not one.day.year or not one.day.day and one.end - one.first == 1:
            one.day, one.end = one.day._replace(year=other.day.year), other.end
            one.until = one.until._replace(year=other.day.year) if one.until else None
            mentions.remove(other)
            return


def join(one: DateMention, other: DateMention, page: Page, first: int) -> None:
    """Let "from 3 May to 9 May", "between 3 and 9 May" and "in May and June" be one period."""
    between = page.words[one.end : other.first]
    if len(between) == 1 and between[0] in _JOINS_PERIODS and not one.until and one.role == "on":
        one.role = "since"
    if one.role in ("since", "between") and between and between[-1] in _ENDS_PERIOD and len(between) <= 2:
        if (between[-1] == "and") == (one.role == "between") or between[-1] != "and":
            one.until, one.role, other.role = other.until or other.day, "on", "part"
            if not one.day.year or (one.day.year, one.day.month or 0) > (
                one.until.year,
                one.until.month or 12,
            ):
                one.day = one.day._replace(year=one.until.year)
    elif len(between) == 1 and between[0] in _AND and one.role == other.role == "on":
        if _follows(one, other) and _EACH_ITS_OWN.isdisjoint(page.words[slice(*page.sentence(first))]):
            one.until, other.role = other.day, "part"


def _follows(one: DateMention, other: DateMention) -> bool:
    """Tell whether one day, month or year comes right after another of its kind."""
    if one.until or other.until or not one.day.year or not other.day.year or one.step[0] or other.step[0]:
        return False
    day, next_day = as_date(one.day), as_date(other.day)
    if day and next_day:
        return (next_day - day).days == 1
    if one.day.day or other.day.day or bool(one.day.month) != bool(other.day.month):
        return False
    return _count(other.day) - _count(one.day) == 1


def _count(day: Day) -> int:
    return day.year * 12 + day.month if day.month else day.year

"""Relative dates of languages with cases: "летом прошлого года", "неделю назад", "за выходные"."""

from __future__ import annotations

import datetime

from claims.extraction.dates.mentions import DateMention, Day, as_date, from_date
from claims.extraction.languages import mapping_of, phrases_of, words_of
from claims.extraction.page import Page

_OF_THIS_YEAR = phrases_of("dates", "of_this_year")
_OF_LAST_YEAR = phrases_of("dates", "of_last_year")
_AGO = words_of("dates", "ago")
_UNITS_AGO = mapping_of("dates", "units_ago")
_BEFORE_DAYS_OFF = words_of("dates", "before_days_off")
_DAYS_OFF = words_of("dates", "days_off")
SEASONS = mapping_of("dates", "season_forms")
TRIGGERS = _AGO | _DAYS_OFF | frozenset(SEASONS)


def find(page: Page, i: int, reference: Day) -> DateMention | None:
    """Return the date that the word at token i ends or begins; `reference` is the day it leans on."""
    words = page.words
    if words[i] in _AGO:
        unit = _UNITS_AGO.get(words[i - 1], "") if i else ""
        single = unit and not (i > 1 and (words[i - 2][0].isdecimal() or words[i - 2] in _UNITS_AGO))
        return DateMention(i - 1, i + 1, Day(0), basis="relative", back=(1, unit)) if single else None
    if words[i] in _DAYS_OFF:
        return _weekend(i, reference) if i and words[i - 1] in _BEFORE_DAYS_OFF else None
    return _season(page, i, reference)


def _weekend(i: int, reference: Day) -> DateMention | None:
    """Return the last Saturday and Sunday that have begun."""
    today = as_date(reference)
    if not today:
        return None
    saturday = today - datetime.timedelta((today.weekday() - 5) % 7)
    sunday = saturday + datetime.timedelta(1)
    return DateMention(i, i + 1, from_date(saturday), from_date(sunday), basis="relative")


def _season(page: Page, i: int, reference: Day) -> DateMention | None:
    """Return the three months of "летом 2030 года", of "весной прошлого года", or of the last spring begun."""
    words, month = page.words, SEASONS[page.words[i]]
    if not reference.month:
        return None
    year, end = reference.year, i + 1
    if words[end : end + 2] in _OF_LAST_YEAR and end < len(words):
        year, end = year - 1, end + 2
    elif words[end : end + 2] in _OF_THIS_YEAR:
        end += 2
    elif end < len(words) and len(words[end]) == 4 and words[end].isdecimal():
        year, end = int(words[end]), end + 2
    elif month > reference.month:
        year -= 1
    last = year * 12 + month + 1
    return DateMention(
        i, end, Day(year, month), Day(last // 12, last % 12 + 1), basis="relative", why="season"
    )

"""Which dates are still to come, by the words around them and by the day the text leans on."""

from __future__ import annotations

from claims.extraction.dates.mentions import DateMention, Day, as_date, is_day
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_REACHING_AHEAD = words_of("dates", "reaching_ahead")
_WILL = words_of("dates", "will")
_DUE = words_of("dates", "due")
_AHEAD_OF_MONTH = words_of("dates", "ahead_of_month")
_WEEKEND = words_of("dates", "weekend")
SOON = 14  # days ahead that a day without its year can be
_BREAKS = frozenset(",;:.")


def is_future(page: Page, mention: DateMention, reference: Day) -> bool:
    """Tell whether a date lies after the day the text leans on; what will be is said on that day."""
    day = mention.day
    before = page.words[mention.first - 1] if mention.first else ""
    if not day.year or not reference.year or (before in _REACHING_AHEAD and not day.month):
        return False
    known = len([part for part in day if part])
    return day[:known] > reference[:known]


def will_be(page: Page, mention: DateMention, first: int, reference: Day, language: Language) -> bool:
    """Tell whether a day or month without its year is still to come: "pensions will go up in April"."""
    if mention.day.day and mention.day.year:
        return mention.basis == "relative" and _is_weekday_ahead(page, mention, first, language)
    if not mention.day.month and mention.day.year:
        return False
    if _is_month_ahead(page, mention, reference):
        return True
    after = 12 if language.case else 0
    near = page.words[max(first, mention.first - 16) : min(mention.end + after, page.sentence(first)[1])]
    return not (_WILL.isdisjoint(near) and _DUE.isdisjoint(near)) and ";" not in near


def _is_month_ahead(page: Page, mention: DateMention, reference: Day) -> bool:
    """Tell "wheat for December" and "a cut by September" in June: the next such month is nearer than the last."""
    month, words = mention.day.month, page.words
    if mention.day.day or mention.until or mention.end - mention.first > 1 or not reference.month:
        return False
    return words[mention.first - 1] in _AHEAD_OF_MONTH and 0 < (month - reference.month) % 12 < 6


def _is_weekday_ahead(page: Page, mention: DateMention, first: int, language: Language) -> bool:
    """Tell whether a weekday is the next one: "the hospital will open by Wednesday", "is due on Friday"."""
    words = page.words
    if words[mention.first] not in language.weekdays and words[mention.end - 1] not in _WEEKEND:
        return False
    for k in range(mention.first - 1, max(first - 1, mention.first - 12), -1):
        if words[k] in _WILL or words[k] in _DUE:
            return True
        if words[k] in _BREAKS or words[k] in language.said:
            return False
    return False


def is_soon(mention: DateMention, reference: Day) -> bool:
    """Tell a day without its year that comes within a fortnight, and give it its year: it was not meant a year ago."""
    today = as_date(reference)
    if not today or mention.day.year or not mention.day.day:
        return False
    for year in (today.year, today.year + 1):
        day = mention.day._replace(year=year)
        coming = as_date(day) if is_day(day) else None
        if coming and 0 < (coming - today).days <= SOON:
            mention.day = day
            return True
    return False

"""A bare number must be licensed by what surrounds it, else it is not understood as a figure.

"Killed 12", "nine were held", "a toll of 14" and "Deaths: 14" say themselves what they count. A number whose
noun is left unsaid and that nothing around it calls for ("up since two", "ticket 88123") is left open.
"""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import is_headline
from claims.extraction.not_figures.licences_before import is_called_for
from claims.extraction.not_figures.licences_behind import is_said_of
from claims.extraction.not_figures.nouns import has_noun
from claims.extraction.page import Page

_LOOSE = words_of("licences", "loose")
_BOUNDS_OF_AGE = words_of("licences", "bounds_of_age")
_WERE = words_of("licences", "many_are", signs="is")
_JOINS_ROW = words_of("licences", "and", signs=",")
_ROW = 12  # numbers in a row
_CLOCK = 24  # hours: below, a word such as "about" can stand before a time of day


def is_unlicensed(page: Page, draft: Draft, language: Language) -> str:
    """Leave a bare number open for which nothing around it says that it counts."""
    if (
        language.case
        or draft.manner != "exact"
        or draft.ratio
        or draft.unit
        or has_noun(page, draft, language)
    ):
        return ""
    if draft.low == 1 and draft.form == "words":
        return ""  # `one` has judged it
    if _is_bound_of_age(page, draft):
        return "age"
    if _is_row_of_ages(page, draft):
        return "age"
    if _is_before_name(page, draft, language):
        return "misread"
    if draft.scaled or _is_qualified(page, draft) or _is_grouped(page, draft):
        return ""
    if is_said_of(page, draft, language) or is_called_for(page, draft, language):
        return ""
    return "misread"


def _is_before_name(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "61 Cygni": a name in the singular right behind the number; "killed 12 Friday" has a day."""
    k = max(draft.b, draft.end)
    if k >= len(page.words) or not page.words[k].isalpha() or not page.capital(k):
        return False
    word = page.words[k]
    if len(word) == 1 or (draft.low or 0) >= 1000 or page.words[draft.first - 1] == "/":
        return False
    if word in language.weekdays or word in language.months or word in language.verbs or word in CASUALTIES:
        return False
    return not draft.scaled and not is_headline(page, draft.a)


def _is_row_of_ages(page: Page, draft: Draft) -> bool:
    """Read "The dead were 19, 22 and 31": three bare numbers or more after a form of to be."""
    words, i = page.words, draft.a
    if page.memo.get("row_of_ages", -1) >= i:
        return True
    if not i or words[i - 1] not in _WERE or not words[i].isdecimal():
        return False
    k, n = i, 1
    while n < _ROW and k + 2 < len(words) and words[k + 1] in _JOINS_ROW and words[k + 2].isdecimal():
        k, n = k + 2, n + 1
    if n < 3 or words[k + 1 : k + 2] not in ([], ["."], [","], [";"]):
        return False
    page.memo["row_of_ages"] = k
    return True


def _is_bound_of_age(page: Page, draft: Draft) -> bool:
    """Read "one in three drivers is over 60" as an age."""
    k = draft.first - 1
    return (
        draft.elided
        and k >= 0
        and page.words[draft.first] in _BOUNDS_OF_AGE
        and page.words[k] in _WERE
        and 12 <= (draft.low or draft.high or 0) < 110
        and page.words[draft.end : draft.end + 1] in ([], ["."], [","], [";"])
    )


def _is_qualified(page: Page, draft: Draft) -> bool:
    """Tell "at least 12" and "forty or so"; "about six" and "above 47" may be a time or a place."""
    if draft.comparator in ("", "exact"):
        return False
    if draft.first == draft.a:
        return draft.end > draft.b or draft.comparator != "between"
    if draft.a - draft.first > 1 or page.words[draft.first] not in _LOOSE:
        return True
    value = draft.low if draft.low is not None else draft.high
    k = max(draft.b, draft.end)
    named = k < len(page.words) and page.words[k].isalpha() and page.capital(k)
    return value is not None and value > _CLOCK and not named and page.words[draft.first - 1] not in _WERE


def _is_grouped(page: Page, draft: Draft) -> bool:
    """Tell "8,412" and "1'450": what only names a thing is not written with marks between thousands."""
    word, k = page.words[draft.a], draft.first - 1
    if not word[0].isdecimal() or not any(mark in word for mark in ",' \xa0"):
        return False
    return not (k >= 0 and page.words[k].isalpha() and page.capital(k) and k > page.sentence(draft.a)[0])

"""A bare number must be licensed by what surrounds it, else it is not understood as a figure.

"Killed 12", "nine were held", "a toll of 14" and "Deaths: 14" say themselves what they count. A number whose
noun is left unsaid and that nothing around it calls for ("up since two", "ticket 88123") is left open.
"""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.lists import is_of_list, is_of_rows
from claims.extraction.neighbours import is_headline
from claims.extraction.not_figures.licences_before import is_called_for
from claims.extraction.not_figures.licences_behind import is_said_of
from claims.extraction.not_figures.licences_rows import is_of_vote, is_with_change
from claims.extraction.not_figures.nouns import has_noun
from claims.extraction.page import Page

_LOOSE = words_of("licences", "loose")
_BOUNDS_OF_AGE = words_of("licences", "bounds_of_age")
_IS = words_of("licences", "one_is")
_CHILDREN = words_of("not_figures", "children")
_WERE = words_of("licences", "many_are", signs="is")
_JOINS_ROW = words_of("licences", "and", signs=",")
_ROW = 12  # numbers in a row
_NONE = words_of("licences", "none")
_RATED = words_of("licences", "rated")
_RATINGS = frozenset((3, 6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 18, 21))  # ages from which a film may be seen
_CLOCK = 24  # hours: below, a word such as "about" can stand before a time of day


def is_unlicensed(page: Page, draft: Draft, language: Language) -> str:
    """Leave a bare number open for which nothing around it says that it counts."""
    if language.case or draft.ratio or draft.unit or has_noun(page, draft, language):
        return ""
    if draft.manner != "exact" or draft.form == "words" and (draft.low == 1 or page.words[draft.a] in _NONE):
        return ""  # vague words always count, and `one` has judged "one", `vague` "none"
    if _is_bound_of_age(page, draft) or _is_row_of_ages(page, draft):
        return "age"
    open_row = (
        page.memo.get("unlicensed", -1) == draft.first - 1 and page.words[draft.first - 1] in _JOINS_ROW
    )
    if open_row or _is_before_name(page, draft, language) or not _is_licensed(page, draft, language):
        page.memo["unlicensed"] = draft.b  # "Shelters 4 and 5 stand empty": the second as the first
        return "misread"
    return ""


def _is_licensed(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether its form, what stands behind it or what stands before it makes a bare number count."""
    return (
        draft.scaled
        or _is_model(page, max(draft.b, draft.end) + 1)
        or _is_qualified(page, draft)
        or _is_grouped(page, draft)
        or is_with_change(page, draft)
        or is_of_vote(page, draft)
        or draft.first == draft.b - 1
        and (is_of_list(page, draft.a, language) or is_of_rows(page, draft.a, language))
        or is_said_of(page, draft, language)
        or is_called_for(page, draft, language)
    )


def _is_before_name(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "61 Cygni": a name in the singular right behind the number; "killed 12 Friday" has a day."""
    k = max(draft.b, draft.end)
    if k >= len(page.words) or not page.words[k].isalpha() or not page.capital(k):
        return False
    word = page.words[k]
    if _is_model(page, k + 1):
        return False
    if len(word) == 1 or (draft.low or 0) >= 1000 or page.words[draft.first - 1] == "/":
        return False
    if word in language.weekdays or word in language.months or word in language.verbs or word in CASUALTIES:
        return False
    return not draft.scaled and not is_headline(page, draft.a)


def _is_model(page: Page, k: int) -> bool:
    """Tell "two Leopard 2s": digits in the plural at token k."""
    return page.words[k + 1 : k + 2] == ["s"] and page.words[k][0].isdecimal() and page.glued(k + 1)


def _is_row_of_ages(page: Page, draft: Draft) -> bool:
    """Read "The dead were 19, 22 and 31": three bare numbers or more after a form of to be."""
    words, i = page.words, draft.a
    if page.memo.get("row_of_ages", -1) >= i:
        return True
    if i > 1 and words[i - 1] in _WERE and any(word in _CHILDREN for word in words[max(i - 4, 0) : i - 1]):
        return True  # "the twins will be four on Friday"
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
    """Read "one in three drivers is over 60" and "(1954, colour, 12+)" as an age."""
    k = draft.first - 1
    if draft.end > draft.a and page.words[draft.end - 1] == "+" and (draft.low or 0) in _RATINGS:
        listed = k >= 0 and page.words[k] in "(,;" and page.words[draft.end : draft.end + 1] == [")"]
        return listed or k >= 0 and page.words[k] in _RATED
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
    said = page.words[draft.first - 1] in _IS
    if draft.a - draft.first > 1 or page.words[draft.first] not in _LOOSE and not said:
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

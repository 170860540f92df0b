"""Bare numbers behind the colon of a period or a rate: "Week 20: 38", "2030: 38", "Pupils per teacher: 19"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_PER = words_of("licences", "per")
_PERIODS = words_of("not_figures", "numbered_periods")
_LABEL = 4  # words a label has at most
_YEARS = (1900, 2100)


def is_of_period(page: Page, k: int, draft: Draft) -> bool:
    """Tell "Week 20: 38" and "2030: 38", a number for each period, from a time: the colon stands at token k."""
    words = page.words
    if page.glued(draft.first) or not words[k - 1].isdecimal() or after_number(page, draft) not in CLOSERS:
        return False
    named = k > 1 and words[k - 2] in _PERIODS
    return named or len(words[k - 1]) == 4 and _YEARS[0] <= int(words[k - 1]) <= _YEARS[1]


def is_per(page: Page, k: int, language: Language) -> bool:
    """Tell "Pupils per teacher: 19" and "Fines so far: 41", a label that opens with a plural; token k is the colon."""
    words, first = page.words, page.sentence(k)[0]
    if not _PER.isdisjoint(words[max(k - _LABEL, first) : k]):
        return True
    many = is_plural(words[first], language) and words[first] not in language.verbs
    return many and 1 < k - first <= _LABEL and all(word.isalpha() for word in words[first:k])

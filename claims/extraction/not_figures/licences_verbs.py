"""Bare numbers told by what goes on before them: "deaths 64; missing 29", "and drop four", "on five the"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES, is_person, is_plural
from claims.extraction.draft import Draft
from claims.extraction.gaps import figure_since
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_WITHIN = words_of("licences", "within")
_AND_ALSO = words_of("licences", "also_does")
_OTHERS = words_of("licences", "others")
_AMOUNTS = words_of("licences", "amounts")
_PARTICIPLE_ENDS = endings_of("licences", "participle_ends")
_OF_OR_AMONG = words_of("licences", "of_or_among")
_YEARS = 1900  # from here bare digits may be a year
_NEAR = 18  # tokens looked back over


def is_now(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "nine opened, two closed; estate now 411": the noun at token k has come to so many."""
    noun = page.words[k].isalpha() and not page.capital(k) and page.words[k] not in language.stop
    counts = noun and not is_person(page.words[k]) and after_number(page, draft) in CLOSERS
    return counts and figure_since(page, first)


def is_entry(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "deaths 64; missing 29": a list without verbs."""
    words = page.words
    if after_number(page, draft) not in CLOSERS or words[k] in _OTHERS:
        return False
    if words[k] in CASUALTIES or words[k] in _AMOUNTS:
        return True
    j = k - 1 if words[k].endswith(_PARTICIPLE_ENDS) else k
    if j < first or page.capital(j) or not is_plural(words[j], language):
        return False
    opens = j == first or words[j - 1] in (";", ":", ",", "|", "(")
    return opens and words[j] not in language.verbs and words[j][:-1] not in language.heads


def is_parallel(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "will add nine routes and drop four.": a verb in no table, joined to one that has counted."""
    words = page.words
    if k - 1 <= first or words[k - 1] not in _AND_ALSO or after_number(page, draft) not in CLOSERS:
        return False
    noun = (
        not words[k].isalpha() or page.capital(k) or words[k] in language.stop or words[k] in language.heads
    )
    if noun or words[k] in language.units or is_plural(words[k], language) or is_person(words[k]):
        return False
    return figure_since(page, max(first, k - _NEAR))


def is_of_place(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "On five the pickers had no contract" after "We visited twelve farms"."""
    shared = page.words[first] in _OF_OR_AMONG and after_number(page, draft) in CLOSERS
    if shared and (draft.high or 0) < _YEARS and figure_since(page, first):
        return True  # "Of the 43 cases we followed, a judge was called in 31."
    if draft.form != "words":
        return False
    last = page.memo.get("figure", 0)
    if (
        isinstance(last, int)
        and last > first
        and (page.words[last - 1] == page.words[k] or page.words[k] in _WITHIN)
    ):
        return after_number(page, draft) in CLOSERS  # "guilty on seven counts, not guilty on two"
    return k == first and figure_since(page, max(draft.first - 40, 0))

"""Numbers that take up a plural said before: "held 40: 12 in Orme", "Wards closed: 3", "some schools (14)"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.draft import Draft
from claims.extraction.gaps import figure_since
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_TIMES = words_of("licences", "times")
_OF_PLACE = words_of("licences", "of_place")
_PARTICIPLE_ENDS = endings_of("licences", "participle_ends")
_WHICH = words_of("licences", "which_period")
_WITHIN = words_of("licences", "of_or_among")
_IN_ALL = frozenset(("inall", "sofar"))
_SOME_OF = words_of("licences", "some_of")


def is_split(page: Page, k: int, first: int, draft: Draft, language: Language) -> bool:
    """Read "held 40: 12 in Orme", "guests come: 380 last year" and "Wards closed: 3"."""
    words, k_after = page.words, max(draft.b, draft.end)
    first, after = page.sentence(k)[0], after_number(page, draft)
    head = words[max(k - 5, first) : k]
    if after in _OF_PLACE or after in _WITHIN or "".join(words[k_after : k_after + 2]) in _IN_ALL:
        return figure_since(page, max(first, k - 6)) or _has_plural(head, language)
    if after in _WHICH and words[k_after + 1 : k_after + 2] and words[k_after + 1] in _TIMES:
        return _has_plural(head, language)
    done = words[k - 1].endswith(_PARTICIPLE_ENDS) and after in CLOSERS
    return done and k - 2 >= first and is_plural(words[k - 2], language)


def _has_plural(head: list[str], language: Language) -> bool:
    return any(is_plural(word, language) and word not in language.verbs for word in head)


def is_bracketed(page: Page, k: int, first: int, language: Language) -> bool:
    """Tell "Labour (40 seats), the Greens (12)" and "some schools (14)" from the note "a thousand in debt (5)"."""
    words, last = page.words, page.memo.get("figure", 0)
    if isinstance(last, int) and last > first and words[last - 1] == "(":
        return True
    return is_plural(words[k - 1], language) and not _SOME_OF.isdisjoint(words[max(first, k - 3) : k - 1])

"""Whether the noun behind a number can be counted by it."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.phrase import ONE
from claims.extraction.page import Page

_COLLECTIVES = words_of("licences", "collectives")


def has_noun(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether a noun right behind the number agrees with it: plural or collective, unless one is counted."""
    if draft.elided:
        return False
    if draft.hyphened or draft.low == ONE:
        return draft.form == "words" or draft.noun_end <= draft.noun_at or not page.capital(draft.noun_at)
    at, end = draft.noun_at, draft.noun_end
    if end <= at:
        return True  # "nine of the dead": the noun is found elsewhere
    head = page.words[end - 1]
    return is_plural(head, language) or head in _COLLECTIVES or _qualifies(page, end, language)


def _qualifies(page: Page, end: int, language: Language) -> bool:
    """Tell whether the noun only qualifies the next, as in "a 12 page document"."""
    words = page.words
    if end >= len(words) or not words[end].isalpha() or page.capital(end - 1) or page.capital(end):
        return False
    return words[end] not in language.stop and words[end] not in language.verbs

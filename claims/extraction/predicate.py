"""Say in a few words what happened to what is counted: the words after it, or the verb before the number."""

from __future__ import annotations

from itertools import compress, count

from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_HAD = words_of("reading", "had")
_OPENERS = words_of("reading", "openers")
_SAYS_NOTHING = words_of("reading", "says_nothing")  # by itself: "the ministry's figure is 120"
MAX_WORDS = 10
_WALLS = frozenset('. , ; : ! ? … " ( ) [ ] — – \n |'.split(" ")) | {"\n"}


def predicate(page: Page, draft: Draft, language: Language) -> str:
    """Return what is said of the figure, at most ten words; "" where the sentence does not say."""
    said = _said(page, draft, language)
    return "" if not said or _SAYS_NOTHING.issuperset(said.lower().split()) else said


def _said(page: Page, draft: Draft, language: Language) -> str:
    first, end = page.sentence(draft.a)
    after = max(draft.noun_end, draft.end)
    goes_on = after < end
    if goes_on and _opens(page, after, language):
        return page.typed(after, _wall(page, after, end))
    goes_on = goes_on and page.words[after].isalpha()
    verb = _verb_before(page, draft.first, first, language)
    if verb < 0:
        return page.typed(after, _wall(page, after, end)) if goes_on else ""
    said = page.typed(verb, draft.first)
    return f"{said} {page.typed(after, _wall(page, after, min(end, after + 6)))}" if goes_on else said


def _opens(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    return (
        word in _OPENERS or word in language.verbs or word.endswith("ed") or (language.case and is_verb(word))
    )


def _wall(page: Page, first: int, end: int) -> int:
    near = page.words[first : min(end, first + MAX_WORDS)]
    if _WALLS.isdisjoint(near):
        return first + (len(near) or 1)
    return first + (next(compress(count(), map(_WALLS.__contains__, near))) or 1)


def _verb_before(page: Page, i: int, first: int, language: Language) -> int:
    """Return the first token of the verb that governs the number, within eight tokens; -1 if there is none."""
    words = page.words
    for k in range(i - 1, max(first, i - 8) - 1, -1):
        word = words[k]
        if word in _WALLS:
            return -1
        if (
            word in language.verbs
            or (word.endswith("ed") and len(word) > 4)
            or (language.case and is_verb(word))
            or word in _HAD
        ):
            while k > first and words[k - 1] in _OPENERS:
                k -= 1
            return k
    return -1

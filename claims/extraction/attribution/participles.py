"""Participles of saying, "…, saying 12 had died" and "a memo warning that", with their subjects."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.speaker import PERSON_PRONOUNS, PRONOUNS, Speaker
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_OPENS_BODY = words_of("attribution", "opens_body")
_OPENS_PARTICIPLE = words_of("attribution", "opens_participle", signs=",")
_NEEDS_THAT = words_of("attribution", "needs_that")
_OPENERS = words_of("attribution", "openers", signs=', : "')
_ENDS_CLAUSE = frozenset(":;")
MAX_PAPER = 5  # tokens of a paper before the participle that says what stands in it


def _is_paper(page: Page, first: int, v: int, language: Language) -> bool:
    """Tell whether nothing but a paper stands before a participle: "a leaked report claiming"."""
    words = page.words
    return (
        first < v <= first + MAX_PAPER
        and words[first] in _OPENS_BODY
        and all(words[i].isalpha() and words[i] not in language.stop for i in range(first + 1, v))
        and not page.capital(v - 1)
    )


def participle(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Give "…, saying 12 had died" the subject of its sentence."""
    words = page.words
    if words[v] in _NEEDS_THAT and words[v + 1 : v + 2] and words[v + 1] not in _OPENERS:
        return None  # "the tax goes up, adding £78 to the bill"
    if v == first or words[v - 1] not in _OPENS_PARTICIPLE:
        if words[v - 1 : v] != ["in"] and not words[v - 1].isalpha():
            return None
    clause = next((i + 1 for i in range(v - 1, first, -1) if words[i] in _ENDS_CLAUSE), first)
    if clause > first or _is_paper(page, clause, v, language):
        first = clause
        stop = (
            v
            if words[v - 1].isalpha() and _is_paper(page, first, v, language)
            else noun_phrase(page, first, v, language)
        )
    else:
        stop = noun_phrase(page, first, v, language)
    names = names_in(page, first, stop, language)
    if (
        not names
        or words[first] in language.stop
        and words[first] not in _OPENS_BODY
        and words[first] not in PRONOUNS
    ):
        return None
    return Speaker(names, v, v, end, leans=words[first] in PRONOUNS, person=words[first] in PERSON_PRONOUNS)

"""Whoever stands beside a quotation with any verb at all: "…", shrugged Petra Lunn; «…», — разводит руками врач."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.speaker import BARE, PERSONS, WALL, Speaker
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_SPOKEN_ENDS = endings_of("attribution", "spoken_ends")
_CLOSES_SPEECH = frozenset(",!?…")
_DASHES = frozenset("—–")
_ARTICLES = words_of("attribution", "articles")
MAX_BETWEEN = 5  # tokens between a verb and its subject: "разводит руками"


def beside(page: Page, first: int, end: int, language: Language) -> Speaker | None:
    """Return who stands behind what is spoken in a sentence, where no verb of saying tells it."""
    words = page.words
    marks = _DASHES if language.case else _QUOTE
    if marks.isdisjoint(words[first:end]):
        return None
    for v in range(first + 2, end - 1):
        if words[v - 1] in marks and _closes(page, v - 1, language):
            one = _behind(page, v, first, end, language)
            if one:
                return one
    return None


_QUOTE = frozenset('"')


def _closes(page: Page, i: int, language: Language) -> bool:
    """Tell whether the dash or quotation mark at token i ends what is spoken: "…," or «…», —."""
    words = page.words
    if language.case:
        return words[i - 1] == "," or words[i - 1] == '"' and words[i - 2] in _CLOSES_SPEECH
    return words[i - 1] in _CLOSES_SPEECH and page.glued(i)


def _behind(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read a verb and its subject, or in English a name and its verb, from token v."""
    words = page.words
    if page.capital(v) and not language.case:
        stop = next((i for i in range(v, end) if not page.capital(i) or not words[i].isalpha()), end)
        if (
            stop < end
            and stop > v
            and words[stop].endswith(_SPOKEN_ENDS)
            and words[stop + 1 : stop + 2] in (["."], [","])
        ):
            return _speaker(page, v, v, stop, first, end, language)
        return None
    if language.case:
        full = next((i for i in range(v, min(v + MAX_BETWEEN, end - 1)) if _is_full(page, i)), -1)
        if full >= 0 and WALL.isdisjoint(words[v:full]):
            k = full - (full > v and words[full - 1] in PERSONS)
            return _speaker(page, v, k, full + 2, first, end, language)
    if page.capital(v) or not words[v].endswith(_SPOKEN_ENDS) or words[v] in language.nouns:
        return None
    k = next(
        (
            i
            for i in range(v + 1, min(v + 1 + MAX_BETWEEN, end))
            if words[i] in PERSONS or words[i] in BARE or page.capital(i)
        ),
        -1,
    )
    if k < 0 and v + 2 < end and words[v + 2] in WALL and words[v + 1].isalpha():
        k = v + 1  # "усмехается организатор."
    if k < 0 or not WALL.isdisjoint(words[v + 1 : k]):
        return None
    return _speaker(page, v, k, noun_phrase(page, k, end, language), first, end, language)


def _is_full(page: Page, i: int) -> bool:
    """Tell whether two names of a person begin at token i."""
    return all(
        page.capital(k) and page.words[k].isalpha() and page.words[k] not in PERSONS for k in (i, i + 1)
    )


def _speaker(
    page: Page, v: int, k: int, stop: int, first: int, end: int, language: Language
) -> Speaker | None:
    names = names_in(page, k, stop, language)
    return Speaker(names, v, first, end, person=True, noun=(k, stop)) if names else None

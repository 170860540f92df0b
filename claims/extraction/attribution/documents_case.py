"""Papers that speak in languages with cases: "говорится в сводке штаба", "следует из данных банка"."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.speaker import BARE, CLAUSE, WALL, Speaker
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

STATED = words_of("attribution", "stated")
_STATED_IN = words_of("attribution", "stated_in")
_PAPER_STEMS = endings_of("attribution", "paper_stems")
_QUALIFYING_ENDS = endings_of("attribution", "qualifying_ends")
_OFFICES = words_of("attribution", "offices")
_BEFORE_STATED = words_of("attribution", "before_stated", signs=', " — –')
SOURCES = words_of("attribution", "source_nouns")
_THAT_IS = words_of("attribution", "that_is")
_OWNER_OF_SOURCE = words_of("attribution", "owner_of_source")
_COMPARED_ENDS = endings_of("attribution", "compared_ends")
_BEFORE_SOURCE = frozenset(", ; — – : (".split())
_SET_BEHIND = frozenset("—–(")
_BEFORE_FIGURE = frozenset(":—–")
MAX_PAPER = 12  # tokens of the paper's name before "говорится"


def stated(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Return the paper, or the body whose paper it is, that a verb without a subject names on either side of it."""
    words, k = page.words, v + 1
    if k + 1 < end and words[k] in _STATED_IN:
        stop = noun_phrase(page, k + 1, end, language)
        names = owner(page, k + 1, stop, language)
        behind = v == first or words[v - 1] in _BEFORE_STATED
        return Speaker(names, v, first if behind else v, end, noun=(k + 1, stop)) if names else None
    start = v
    while (
        start > first
        and v - start < MAX_PAPER
        and words[start - 1] not in WALL
        and words[start - 1] not in CLAUSE
    ):
        start -= 1
    if start + 1 >= v or words[start] not in _STATED_IN:
        return None
    names = owner(page, start + 1, noun_phrase(page, start + 1, v, language), language)
    return Speaker(names, v, v, end, noun=(start, v)) if names else None


def source(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "прогноз банка: 4 %", "— таковы данные полиции" and "у профсоюза другие данные:" by the noun at token i."""
    words = page.words
    if i + 1 < end and words[i + 1] in _BEFORE_FIGURE and words[first] in _OWNER_OF_SOURCE:
        names = names_in(page, first + 1, noun_phrase(page, first + 1, i, language), language, oblique=True)
        return Speaker(names, i, i, end, noun=(first, i)) if names and i - first < MAX_PAPER else None
    closing = words[i - 1] in _SET_BEHIND if i > first else False
    that_is = i > first and words[i - 1] in _THAT_IS
    if not that_is and i > first and words[i - 1] not in _BEFORE_SOURCE:
        return None
    stop = noun_phrase(page, i + 1, end, language)
    if stop <= i + 1 or words[i + 1] in language.stop:
        return None
    stop -= stop > i + 2 and words[stop - 1].endswith(_COMPARED_ENDS)  # "прогноз банка скромнее"
    mark = next((k for k in range(stop, min(stop + 3, end)) if words[k] in WALL), -1)
    closing = closing and (mark == stop and words[mark] in ".)" or stop >= end)  # "— цифра полиции."
    if not that_is and not closing and (mark < 0 or words[mark] not in _BEFORE_FIGURE):
        return None
    names = names_in(page, i + 1, stop, language, oblique=True)
    scope = first if that_is or closing else i
    return Speaker(names, i, scope, end, noun=(i, stop)) if names else None


def owner(page: Page, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return whose paper the tokens name, "обзоре Союза мукомолов"; the paper itself where no body is told."""
    words, k = page.words, first
    while k < end - 1 and words[k].endswith(_QUALIFYING_ENDS) and not words[k].startswith(_PAPER_STEMS):
        k += 1
    if k + 1 < end and words[k].startswith(_PAPER_STEMS):
        names = names_in(page, k + 1, end, language, oblique=True)
        if names and (any(page.capital(i) for i in range(k + 1, end)) or _is_body(names[0])):
            return names
    return names_in(page, first, end, language, oblique=True)


def _is_body(name: str) -> bool:
    return any(word in BARE or word in _OFFICES for word in name.casefold().replace("ё", "е").split())

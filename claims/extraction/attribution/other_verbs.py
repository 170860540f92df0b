"""Verbs that look like saying and are not: "the quake claimed 1,100 lives", "put 900 officers on the streets"."""

from __future__ import annotations

from claims.extraction.attribution.speaker import BE, NOUNY
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_ADMITTED_OF = words_of("attribution", "admitted_of")
_ADMITTING = words_of("attribution", "admitting")
_BEFORE_FIGURE = words_of("attribution", "before_figure", signs="$ £ € ~")
_CLAIMING = words_of("attribution", "claiming")
_LOST = words_of("attribution", "lost")
_PUT_AT = words_of("attribution", "put_at")
_TALKED_OF = words_of("attribution", "talked_of", signs=': "')
_TALKING = words_of("attribution", "talking")
_WRITING = words_of("attribution", "writing")
_OPENERS = words_of("attribution", "openers", signs=', : "')
_WEEKDAYS_BEHIND = words_of("attribution", "weekdays_behind")
_DATED_BEHIND = words_of("attribution", "dated_behind")


def is_other_verb(page: Page, v: int, end: int, language: Language) -> bool:
    """Tell "the quake claimed 1,100 lives", "she spoke for an hour" and "claims rose" from speech."""
    words, word = page.words, page.words[v]
    after = words[v + 1 : v + 2]
    if word in _WRITING and after and after[0] not in _OPENERS and not is_behind(page, v, end, language):
        return words[v - 1] != '"' and not page.capital(v + 1)
    if word in _TALKING and after and after[0] not in _TALKED_OF:
        return True
    if word in _ADMITTING and not _ADMITTED_OF.isdisjoint(words[v + 1 : min(v + 6, end)]):
        return True
    if word in _CLAIMING and not _LOST.isdisjoint(words[v + 1 : min(v + 7, end)]):
        return True
    return word in NOUNY and bool(after) and (after[0] in language.words["changes"] or after[0] in BE)


def has_verb(page: Page, first: int, end: int) -> bool:
    """Tell whether a past verb stands in what would be a subject: "the council raised its harvest" forecast."""
    return any(page.words[i].endswith("ed") and not page.capital(i) for i in range(first + 1, end))


def puts_at(page: Page, v: int, end: int, language: Language) -> bool:
    """Tell "puts the Greens on 23%" from "put 900 officers on the streets"."""
    words = page.words
    return any(
        words[i] in _PUT_AT
        and (
            words[i + 1][0].isdecimal() or words[i + 1] in language.numbers or words[i + 1] in _BEFORE_FIGURE
        )
        for i in range(v + 1, min(v + 12, end - 1))
    )


def closes(page: Page, i: int, end: int) -> bool:
    """Tell whether nothing but a mark follows, so that "said she" is all: not "said she had lost 12"."""
    return i >= end or not page.words[i].isalpha() or page.words[i] in _DATED_BEHIND


def is_behind(page: Page, v: int, end: int, language: Language) -> bool:
    """Tell whether nothing is said after the verb: the speech stands before it."""
    words = page.words
    rest = [word for word in words[v + 1 : end] if word not in ".\"'!?)\n"]
    if not rest:
        return True
    if rest[0] == "," and page.words[v + 1] == ",":
        return True
    if rest[0] in ("that", ":"):
        return False
    if rest[1:] and rest[1] in language.before:
        return False  # "teachers want at least 2,400"
    if rest[0] in _DATED_BEHIND or rest[0] in _WEEKDAYS_BEHIND:
        return len(rest) <= 5 or "," in rest[:5]
    return False

"""House numbers: "16 Tollgate Road" and "Parliament Square 1"."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask, noun_follows
from claims.extraction.page import Page

_STREETS_RU = words_of("masks", "streets_ru")
_STREETS = words_of("masks", "streets")


def address(page: Page, i: int, language: Language) -> Mask | None:
    """Read "16 Tollgate Road" and "Parliament Square 1"."""
    words, n = page.words, len(page.words)
    if not words[i].isdecimal() or len(words[i]) > 4:
        return None
    j = i + 1
    while j < n and j - i <= 4 and page.capital(j) and words[j].isalpha():
        if words[j] in _STREETS and j > i + 1:
            return i, i + 1, "address"
        j += 1
    near = words[max(i - 7, 0) : i]
    if language.case and words[i - 1] == "," and any(word in _STREETS_RU for word in near):
        if i + 1 >= n or words[i + 1] in (".", ",", ";", ")", "\n"):
            return i, i + 1, "address"
    if (
        i > 1
        and words[i - 1] in _STREETS
        and page.capital(i - 1)
        and page.capital(i - 2)
        and not noun_follows(page, i, language)
    ):
        return i, i + 1, "address"
    return None

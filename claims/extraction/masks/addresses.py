"""House numbers: "16 Tollgate Road" and "Parliament Square 1"."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask, measured, noun_follows
from claims.extraction.page import Page

_STREETS_RU = words_of("masks", "streets_ru")
_ON_STREET = words_of("masks_case", "on_street")
_STREET_ENDS = endings_of("masks_case", "street_ends")
_COUNTED_ENDS = endings_of("masks_case", "counted_ends")
_STREETS_FIRST = words_of("masks", "streets_first")
_STREETS = words_of("masks", "streets")


def address(page: Page, i: int, language: Language) -> Mask | None:
    """Read "16 Tollgate Road" and "Parliament Square 1"."""
    words = page.words
    if not words[i].isdecimal() or len(words[i]) > 4:
        return None
    if _street_after(page, i) or language.case and _street_with_comma(page, i, language):
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


def _street_after(page: Page, i: int) -> bool:
    words, j = page.words, i + 1
    if j + 1 < len(words) and words[j] in _STREETS_FIRST and page.capital(j) and words[j + 1].isalpha():
        return True  # "4 Rue des Lilas"
    while j < len(words) and j - i <= 4 and page.capital(j) and words[j].isalpha():
        if words[j] in _STREETS and j > i + 1:
            return True
        j += 1
    return False


def _street_with_comma(page: Page, i: int, language: Language) -> bool:
    """Read "улица Садовая, 5" at the end of a clause, and "на Морской, 1" wherever nothing is counted."""
    words = page.words
    if i < 3 or words[i - 1] != ",":
        return False
    if words[i - 3] in _ON_STREET and words[i - 2].endswith(_STREET_ENDS) and page.capital(i - 2):
        counted = i + 1 < len(words) and words[i + 1].endswith(_COUNTED_ENDS)
        return not (counted or measured(page, i + 1, language))
    if not any(word in _STREETS_RU for word in words[max(i - 7, 0) : i]):
        return False
    return i + 1 >= len(words) or words[i + 1] in (".", ",", ";", ")", "\n")

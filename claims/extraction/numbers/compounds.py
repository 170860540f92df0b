"""Amounts in two units: "three years and six months", "six feet two inches", "4 рубля 15 копеек"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.draft import Draft
from claims.extraction.languages import LANGUAGES, mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.bare import bare_number
from claims.extraction.numbers.phrase import HALF, ONE, share
from claims.extraction.page import Page

_PARTS = {tuple(pair.split()): Decimal(number) for pair, number in mapping_of("numbers", "parts").items()}
_LARGER = frozenset(larger for larger, _ in _PARTS)
_AND = words_of("numbers", "parts_joined")
_COINS = words_of("numbers", "small")
_HUNDRED = Decimal(100)
_AND_A_HALF = phrases_of("numbers", "and_a_half")
_ARTICLES = words_of("numbers", "articles")
_SMALLER = {  # every word for a unit that can be the smaller of two, by language
    code: {
        word: unit for word, (_, unit) in language.units.items() if any(unit == part for _, part in _PARTS)
    }
    for code, language in LANGUAGES.items()
}


def _one_and_a_half(page: Page, draft: Draft, language: Language) -> None:
    """Read the half of "an hour and a half" with the hour before it, which no number says."""
    words, i = page.words, draft.a
    if i < 4 or words[i - 2 : i + 1] not in _AND_A_HALF or words[i - 4] not in _ARTICLES:
        return
    kind, unit = language.units.get(words[i - 3], ("", ""))
    if kind:
        draft.low = draft.high = ONE + HALF
        draft.kind, draft.unit, draft.a, draft.first = kind, unit, i - 4, i - 4
        draft.noun_at, draft.noun_end = i - 3, i - 2
        draft.note("compounds", "one and a half")


def add_part(page: Page, draft: Draft, language: Language) -> None:
    """Add the months of "three years and six months" to the years, and stretch the phrase over them."""
    if draft.kind == "ratio":
        _one_and_a_half(page, draft, language)
        return
    money = draft.kind == "money"
    words, k = page.words, draft.end if money else draft.noun_end
    if not (money or draft.unit in _LARGER) or draft.low is None or draft.low != draft.high or draft.hyphened:
        return
    if k <= draft.noun_at and not money or k + 1 >= len(words):
        return
    if words[k : k + 3] in _AND_A_HALF:
        draft.low = draft.high = draft.low + HALF
        draft.b = draft.end = k + 3
        return
    k += words[k] in _AND
    second = (
        bare_number(page, k, language) if words[k][0].isdecimal() or words[k] in language.numbers else None
    )
    if second is None or second.manner != "exact" or second.kind != "count" or second.start >= 0:
        return
    behind = words[second.end] if second.end < len(words) else ""
    number = _PARTS.get((draft.unit, _SMALLER[language.code].get(behind, "")))
    if money:
        named = words[draft.end - 1] in language.currencies and draft.unit != "cent"
        number = _HUNDRED if named and behind in _COINS else None
    if number is None or not 0 < second.value < number:
        return
    draft.low = draft.high = draft.low + share(second.value, number)
    draft.b = draft.end = second.end + 1
    draft.note("compounds", f"with {second.value} of {number} parts: {draft.low}")

"""Read one number, in digits or in words, and nothing around it."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.digits import DIGITS, from_digits
from claims.extraction.numbers.fractions import VULGAR, bare_fraction, half_of
from claims.extraction.numbers.phrase import Core
from claims.extraction.numbers.vague import couple, plural_scale, vague
from claims.extraction.numbers.words import composed, inverted
from claims.extraction.page import Page

_FOLD_WORDS = words_of("numbers", "fold_words")
_CHAMPIONS = endings_of("numbers", "champions")
_AFTER_FOLD = words_of("numbers", "after_fold")


def bare_number(page: Page, i: int, language: Language) -> Core | None:
    """Read the number that starts at token i, or return None."""
    word = page.words[i]
    if word[0] in DIGITS:
        return from_digits(page, i, language)
    if word in VULGAR:
        return Core(i + 1, Decimal(VULGAR[word]), kind="ratio", form="digits")
    entry = language.numbers.get(word)
    return _from_words(page, i, language, *entry) if entry else None


def _from_words(page: Page, i: int, language: Language, kind: str, value: Decimal) -> Core | None:
    if language.case and kind in "sp":
        found = inverted(page, i, language, value)
        if found:
            return found
    reader = _BY_CLASS.get(kind)
    return reader(page, i, language, value) if reader else None


def _fold(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "doubled" and "twice as many"; "twice" alone counts occasions."""
    follows = page.words[i + 1] if i + 1 < len(page.words) else ""
    if page.words[i] in _FOLD_WORDS and follows not in _AFTER_FOLD:
        return None
    if follows.startswith(_CHAMPIONS):
        return None  # "пятикратный чемпион"
    return Core(i + 1, value, kind="ratio")


def _half_of_unit(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "полтонны" and "полчаса", which say their unit themselves; "полгода спустя" is judged with the unit."""
    return Core(i + 1, value)


# By the class of the number word at the start (`languages.base`).
_BY_CLASS = {
    "n": composed,
    "h": composed,
    "c": composed,
    "s": composed,
    "e": composed,
    "p": plural_scale,
    "v": vague,
    "k": couple,
    "H": half_of,
    "f": bare_fraction,
    "r": _fold,
    "u": _half_of_unit,
}

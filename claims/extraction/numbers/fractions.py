"""Halves, thirds and quarters: signs, words, and what follows a number as "and a half"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.phrase import HALF, ONE, Core, share
from claims.extraction.page import Page

_PART_NOUNS = phrases_of("numbers", "part_nouns")
_ARTICLES = words_of("numbers", "articles")
_POINTS = words_of("numbers", "points")
_SHARE_WORDS = words_of("numbers", "share_words")
_QUALIFIED_SHARE = words_of("numbers", "qualified_share")
_GOES = words_of("numbers", "goes")
_GOES_ON = words_of("numbers", "goes_on")
_BEFORE_SHARE = words_of("numbers", "before_share")
_WHICH_HALF = words_of("numbers", "which_half")
_RARE_SHARES = words_of("numbers", "rare_shares")
_AFTER_SHARE = words_of("numbers", "after_share")
_TERMS = words_of("numbers", "terms")
_TERM_OPENERS = words_of("numbers", "term_openers")
_MODALS = words_of("counted", "modals")
_OF_SCALE = endings_of("numbers", "genitive_scales")
VULGAR = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333333333", "⅔": "0.6666666667", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "0.1666666667", "⅚": "0.8333333333", "⅛": "0.125", "⅜": "0.375",
    "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip


def and_a_half(page: Page, j: int, language: Language) -> int:
    """Return the token after "and a half" ("с половиной") at token j, or 0."""
    words = page.words
    if language.case:
        return j + 2 if words[j : j + 2] == ["с", "половиной"] else 0
    if j >= len(words) or words[j] not in ("and", "-"):
        return 0
    for phrase in (["and", "a", "half"], ["and", "one", "half"], ["-", "and", "-", "a", "-", "half"]):
        if words[j : j + len(phrase)] == phrase:
            return j + len(phrase)
    return 0


def half_of(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "half a million" as 500,000 and any other half as the ratio 0.5."""
    words, n = page.words, len(page.words)
    if i + 4 < n and words[i + 1 : i + 4] == ["-", "a", "-"]:
        kind, scale = language.numbers.get(words[i + 4], ("", ONE))
        return Core(i + 5, scale / 2, scaled=True) if kind in ("h", "s") else None  # "half-a-dozen"
    if i + 2 < n and words[i + 1] in ("a", "-"):
        at = i + 3 if words[i + 2] == "-" else i + 2
        kind, scale = language.numbers.get(words[at], ("", ONE)) if at < n else ("", ONE)
        if kind in ("h", "s"):
            return Core(at + 1, scale / 2, scaled=True)
    if (
        i + 2 < n
        and words[i + 1] in _ARTICLES
        and words[i + 2] in language.units
        and words[i + 2] not in _POINTS
    ):
        return Core(i + 2, HALF)
    if i and words[i - 1] in _WHICH_HALF:
        return None
    return Core(i + 1, HALF, kind="ratio")


def _fraction_case(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "треть", "пятая часть" and "четверть миллиона"."""
    words, n = page.words, len(page.words)
    if words[i] not in _SHARE_WORDS:
        return Core(i + 2, share(ONE, value), kind="ratio") if words[i + 1 : i + 2] in _PART_NOUNS else None
    if (
        i
        and words[i - 1] in _TERM_OPENERS
        and words[i] in _TERMS
        and not (i + 1 < n and words[i + 1].isalpha())
    ):
        return None  # "двойка за четверть"
    kind, scale = language.numbers.get(words[i + 1], ("", ONE)) if i + 1 < n else ("", ONE)
    if kind == "s" and scale > 100 and words[i + 1].endswith(_OF_SCALE):
        return Core(i + 2, share(ONE, value) * scale, scaled=True)
    return Core(i + 1, share(ONE, value), kind="ratio")


def _is_hedged(page: Page, i: int, language: Language) -> bool:
    """Tell "at least a third stayed" from "a third stayed": a qualifier makes a share of it, with a verb behind."""
    words = page.words
    follows = words[i + 1] if i + 1 < len(words) else "."
    does = follows in language.verbs or follows in _MODALS or follows.endswith("ed")
    return words[i - 2] in language.before and does


def bare_fraction(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "a third" and "треть"; "the third" is an ordinal and "the quarter" a period."""
    words, n = page.words, len(page.words)
    if language.case:
        return _fraction_case(page, i, language, value)
    if i > 1 and words[i - 1] in _QUALIFIED_SHARE and words[i - 2] == "a":
        return Core(
            i + 1,
            share(ONE, value),
            "about" if words[i - 1] == "good" else "exact",
            kind="ratio",
            start=i - 2,
        )
    follows = words[i + 1] if i + 1 < n else "."
    opens = i and follows == "," and page.sentence(i)[0] == i - 1  # "A fourth, the Ida, limped home"
    opens = opens or words[i] in _RARE_SHARES and follows != "of"  # "and a fourth was hurt"
    if i and words[i - 1] == "a" and follows in _GOES and words[i + 2 : i + 3] and words[i + 2] in _GOES_ON:
        return Core(i + 1, share(ONE, value), kind="ratio", start=i - 1)  # "A fifth goes on care"
    if not i or opens or words[i - 1] not in _BEFORE_SHARE:
        return None
    if words[i - 1] in _ARTICLES and follows not in _AFTER_SHARE and not follows.isalpha():
        return Core(i + 1, share(ONE, value), kind="ratio", start=i - 1)
    if follows in _AFTER_SHARE or i > 1 and words[i - 1] == "a" and _is_hedged(page, i, language):
        if words[i - 1] == "a" and words[i + 1 : i + 3] == ["of", "a"] and i + 3 < n:
            scale = language.numbers.get(words[i + 3], ("", ONE))
            if scale[0] and scale[0] in "hs":
                return Core(i + 4, share(ONE, value) * scale[1], scaled=True, start=i - 1)
        return Core(i + 1, share(ONE, value), kind="ratio", start=i - 1 if words[i - 1] in _ARTICLES else i)
    return None

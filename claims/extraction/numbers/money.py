"""Currencies before and behind a number: "$5", "US$5", "5 dollars", "5 руб.", "5 Canadian dollars"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import LANGUAGES, mapping_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_POUND_WORDS = words_of("numbers", "pound_words")
_AMBIGUOUS_WON = words_of("numbers", "ambiguous_won")
_RUPEE_MARKS = words_of("numbers", "rupee_marks")
_RINGGIT_MARKS = words_of("numbers", "ringgit_marks")
_AMBIGUOUS_CURRENCIES = words_of("numbers", "ambiguous_currencies")
_SHORT_CURRENCIES = words_of("numbers", "short_currencies")
_BEFORE_CURRENCY = words_of("numbers", "before_currency", signs=".")
_MONEY_SCALES = words_of("numbers", "money_scales")
_WIRED = words_of("numbers", "wired")
_DOLLARS = mapping_of("numbers", "dollars")
_SMALL = words_of("numbers", "small")
_ADJECTIVES = mapping_of("numbers", "adjectives")
_SYMBOLS = frozenset("$£€¥₽₹₴₩₺₪₸₦₾֏₱₼฿")
# Every word right before a number that can make it money, a percentage or negative, by language.
_BEFORE = {
    code: _SYMBOLS.union(language.currencies, _DOLLARS, "-−–.=%") for code, language in LANGUAGES.items()
}


def money_before(page: Page, draft: Draft, language: Language) -> None:
    words, a = page.words, draft.first
    if not a or words[a - 1] not in _BEFORE[language.code]:
        return
    word = words[a - 1]
    if word in ("-", "−", "–") and page.glued(a) and a > 1 and words[a - 2] in _SYMBOLS:
        draft.sign, a = -1, a - 1
        word = words[a - 1]
    if word == "." and a > 1 and words[a - 2] in _RUPEE_MARKS:
        draft.kind, draft.unit, draft.first = "money", "INR", a - 2
    elif word in _SYMBOLS:
        code, first = language.currencies.get(word, "") or _symbol(word), a - 1
        if word == "$" and a > 1 and page.glued(a - 1) and words[a - 2] in _DOLLARS:
            code, first = _DOLLARS[words[a - 2]], a - 2
        draft.kind, draft.unit, draft.first = "money", code, first
    elif word in language.currencies and (
        word in _RINGGIT_MARKS
        or (len(word) == 3 and page.level[page.starts[a - 1] : page.ends[a - 1]].isupper())
    ):
        draft.kind, draft.unit, draft.first = "money", language.currencies[word], a - 1
    elif word == "=" and page.glued(a) and a > 1 and words[a - 2] in _WIRED and page.capital(a - 2):
        draft.kind, draft.unit, draft.first = "money", "JPY", a - 2  # how wires write yen: "Y=28,030"
    elif word in _DOLLARS and page.glued(a) and a > 1 and words[a - 2] == "$":
        draft.kind, draft.unit, draft.first = "money", _DOLLARS[word], a - 2
    elif word == "%" and page.glued(a):
        draft.kind, draft.unit, draft.first = "percent", "percent", a - 1
    else:
        return
    draft.hyphened = False


def _symbol(word: str) -> str:
    return {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₽": "RUB"}.get(word, "")


def money_after(page: Page, k: int, language: Language) -> tuple[str, int] | None:
    """Return the currency named behind a number and the token after it: "5 dollars", "5 руб.", "5 US dollars"."""
    word = page.words[k]
    if word in language.currencies:
        return _currency(page, k, language)
    if word in _POUND_WORDS:
        return _pounds(page, k)
    return _national(page, k, language)


def _currency(page: Page, k: int, language: Language) -> tuple[str, int] | None:
    words, n, word = page.words, len(page.words), page.words[k]
    if word in _AMBIGUOUS_CURRENCIES and not (
        word == "р" and page.level[page.ends[k] : page.ends[k] + 1] in ". ,"
    ):
        certain = (
            word in _AMBIGUOUS_WON and words[k + 1 : k + 2] != ["the"] and _is_price(words[k - 1], language)
        )
        return (language.currencies[word], k + 1) if certain else None
    if word == "p" and (not page.glued(k) or page.capital(k)):
        return None
    if word in _POUND_WORDS or word == "фунтов":
        return _pounds(page, k)
    until = k + 1
    if until < n and words[until] == "." and page.glued(until) and word in _SHORT_CURRENCIES:
        if until + 1 >= n or not page.capital(until + 1) or page.level[page.starts[until + 1]] == '"':
            until += 1
    return "cent" if word in _SMALL else language.currencies[word], until


def _is_price(number: str, language: Language) -> bool:
    """Tell "5,000 won" from "List 4 won eleven seats" and "a team of nine won"."""
    return not (number.isdecimal() and len(number) < 3 or language.numbers.get(number, ("",))[0] == "n")


def _national(page: Page, k: int, language: Language) -> tuple[str, int] | None:
    """Read "5 Canadian dollars" and "5 US dollars"."""
    words = page.words
    for at in range(k, min(k + 4, len(words) - 1)):
        if words[at] not in _ADJECTIVES and words[at] not in _BEFORE_CURRENCY:
            break
        if words[at + 1] in language.currencies:
            if words[at] in _ADJECTIVES:
                return _ADJECTIVES[words[at]], at + 2
            if words[k] == "u":
                return "USD", at + 2
    return None


def _pounds(page: Page, k: int) -> tuple[str, int] | None:
    """Read pounds as money where the number is large, as a weight before "of" or where small."""
    words = page.words
    if words[k + 1 : k + 2] == ["of"] or words[k + 1 : k + 2] == ["per"]:
        return None
    if words[k + 1 : k + 2] == ["sterling"]:
        return "GBP", k + 2
    large = words[k - 1] in _MONEY_SCALES or len(words[k - 1]) > 3 and words[k - 1][0].isdecimal()
    return ("GBP", k + 1) if large else None

"""Numbers that are part of a proper name: products, types, titles, ordinals in words."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.masks.numbered import named_by
from claims.extraction.neighbours import Mask, is_headline, noun_follows
from claims.extraction.page import Page

_TYPE_ARTICLES = words_of("masks", "type_articles")
_RATES = words_of("masks", "rates")
_NUMBER_WORDS = words_of("masks", "number_words")
_PARTICIPLE_ENDS = endings_of("masks", "participle_ends")
_VEHICLES = words_of("masks", "vehicles")
_BEFORE_PLACE = words_of("masks", "before_place")
_NOT_A_PRODUCT = words_of("masks", "not_a_product")
_PRODUCT_ENDS = words_of("masks", "product_ends")
_BEFORE_PRODUCT = words_of("masks", "before_product")
_READ_OUT = words_of("masks", "read_out")
_ORDINAL_WORDS = words_of("masks", "ordinal_words")


def _type_number(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the 787 Dreamliner" as the name of a type."""
    words, n = page.words, len(page.words)
    if i and words[i - 1] in _TYPE_ARTICLES and len(words[i]) == 3 and words[i].isdecimal() and i + 1 < n:
        name = words[i + 1]
        other = not name.endswith("s") and name not in language.months
        if other and page.capital(i + 1) and name.isalpha() and not page.glued(i + 1):
            return i, i + 2, "name"
    return None


def product(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a Volta 308", "the Nordex 30" and "Nova 9 Pro": a number that is part of a proper name."""
    words, n = page.words, len(page.words)
    typed = _type_number(page, i, language)
    if typed:
        return typed
    if i < 1 or not page.proper(i - 1) or not words[i - 1].isalpha() or page.glued(i):
        return None
    name = words[i - 1]
    if not page.capital(i - 1) and words[i].isdecimal():
        return i - 1, i + 1, "name"  # "iPhone 11 Pro"
    if (
        name in language.months
        or name in language.weekdays
        or name in language.currencies
        or name in language.stop
        or name in language.verbs
    ):
        return None
    if not words[i].replace(".", "").isdecimal() or len(words[i]) > 5 or is_headline(page, i):
        return None
    if name.endswith("ed") or name in language.said or name in _NOT_A_PRODUCT:
        return None
    before = words[i - 2] if i > 1 else "."
    after = words[i + 1] if i + 1 < n else "."
    first, _ = page.sentence(i)
    if before in _VEHICLES:
        return i - 2, i + 1, "address"
    placed = before in _BEFORE_PLACE
    if (
        placed
        and after not in (".", ",", ";", ":", ")", "?", "!")
        or i - 1 == first
        and after not in _PRODUCT_ENDS
        and not page.capital(min(i + 1, n - 1))
    ):
        return None
    if noun_follows(page, i, language) and not (before in _BEFORE_PRODUCT and after.endswith("ed")):
        return None
    if (
        after in language.units
        or after in "%-–"
        or after in language.numbers
        or after in _RATES
        or after in language.currencies
    ):
        return None
    return i - 1, i + 1, "name"


def words_in_name(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the Three Bells" and «Двенадцать стульев» as names, "twenty-first" as an ordinal."""
    words, n = page.words, len(page.words)
    k = i
    while (
        k < n
        and k - i < 6
        and (
            words[k] in language.numbers
            and language.numbers[words[k]][0] in "nchs"
            or words[k] == "-"
            and page.glued(k)
        )
    ):
        k += 1
    if (
        k > i + 1
        and language.numbers[words[i]][0] == "n"
        and 10 <= language.numbers[words[i]][1] <= 20
        and language.numbers.get(words[i + 1], ("", 0))[0] == "n"
        and language.numbers[words[i + 1]][1] >= 10
    ):
        return i, k, "date"  # "nineteen eighty-four"
    if i > 1 and words[i - 1] == "-" and words[i - 2] in _NUMBER_WORDS:
        return i - 2, k, "ordinal"
    if i and words[i - 1] in _READ_OUT and k - i == 1:
        named = named_by(page, i, language)
        if named:
            return named
    tens = k > i and language.numbers.get(words[k - 2 if words[k - 1] == "-" else k - 1], ("", 0))[1] >= 20
    if k < n and tens and words[k] in _ORDINAL_WORDS:
        return i, k + 1, "ordinal"
    if i and words[i - 1] == '"' and page.glued(i) and '"' in words[k : min(n, i + 6)]:
        close = words.index('"', k)
        if (
            not any(word in language.verbs or word.endswith(_PARTICIPLE_ENDS) for word in words[i:close])
            and close < n - 1
            and words[close - 1] not in ".,!?"
        ):
            return i, close, "name"
    first, _ = page.sentence(i)
    if (
        page.capital(i)
        and i > first + 1
        and page.capital(i - 1)
        and words[i - 1].isalpha()
        and words[i - 1] not in language.stop
        and page.capital(i)
        and not is_headline(page, i)
        and words[i - 1] not in language.verbs
    ):
        return i - 1, k, "name"
    if (
        page.capital(i)
        and i
        and words[i - 1].endswith("'s")
        and page.capital(i - 1)
        and not is_headline(page, i)
    ):
        return i - 1, k, "name"
    if i > 1 and words[i - 1] == "of" and words[i - 2] == "group" and page.capital(i - 2):
        return i - 2, k, "name"
    if not page.capital(i) or k >= n or not page.capital(k) or not words[k].isalpha():
        return None
    if i == first or words[i - 1] in "\"':—–(." or is_headline(page, i):
        return None
    return i, k + 1, "name"

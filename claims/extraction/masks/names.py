"""Numbers that are part of a proper name: products, types, titles, ordinals in words."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.counted.word_classes import is_verb
from claims.extraction.gaps import is_gap
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.masks.listings import half_hour, score_in_words
from claims.extraction.masks.numbered import named_by
from claims.extraction.neighbours import DASHES, Mask, is_headline, noun_follows
from claims.extraction.page import Page

_TYPE_ARTICLES = words_of("masks", "type_articles")
_RATES = words_of("masks", "rates")
_TO_WORDS = words_of("numbers", "to_words")
_NUMBER_WORDS = words_of("masks", "number_words")
_PARTICIPLE_ENDS = endings_of("masks", "participle_ends")
_VEHICLES = words_of("masks", "vehicles")
_BEFORE_PLACE = words_of("masks", "before_place")
_NOT_A_PRODUCT = words_of("masks", "not_a_product")
_PRODUCT_ENDS = words_of("masks", "product_ends")
_BEFORE_PRODUCT = words_of("masks", "before_product")
_READ_OUT = words_of("masks", "read_out")
_BODIES = words_of("masks", "bodies")
_ORDINAL_WORDS = words_of("masks", "ordinal_words")


def _type_number(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the 787 Dreamliner" as the name of a type."""
    words, n = page.words, len(page.words)
    if len(words[i]) == 3 and words[i].isdecimal() and i + 1 < n:
        name = words[i + 1]
        other = not name.endswith("s") and name not in language.months
        if other and page.capital(i + 1) and name.isalpha() and not page.glued(i + 1):
            return i, i + 2, "name"
    return None


def product(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a Volta 308", "the Nordex 30" and "Nova 9 Pro": a number that is part of a proper name."""
    words = page.words
    if i and words[i - 1] in _TYPE_ARTICLES and (typed := _type_number(page, i, language)):
        return typed
    if i < 1 or not words[i - 1].isalpha() or not page.proper(i - 1) or page.glued(i):
        return None
    after = words[i + 1] if i + 1 < len(words) else "."
    if words[i].isdecimal() and not language.case and is_gap(page, i, after, language):
        return None
    if not page.capital(i - 1) and words[i].isdecimal():
        return i - 1, i + 1, "name"  # "iPhone 11 Pro"
    if _is_common(words[i - 1], language):
        return None
    if not words[i].replace(".", "").isdecimal() or len(words[i]) > 5 or is_headline(page, i):
        return None
    if i > 1 and words[i - 2] in _VEHICLES:
        return i - 2, i + 1, "address"
    return None if _is_place_or_count(page, i, language) else (i - 1, i + 1, "name")


def _is_common(name: str, language: Language) -> bool:
    """Tell the words that are written with a capital and still name no product."""
    return (
        name in language.months
        or name in language.weekdays
        or name in language.currencies
        or name in language.stop
        or name in language.verbs
        or name.endswith("ed")
        or language.case
        and is_verb(name)
        or name in language.said
        or name in _NOT_A_PRODUCT
    )


def _is_place_or_count(page: Page, i: int, language: Language) -> bool:
    """Tell "in Marsk 12 were hurt" and "Velden 30 per cent" from a product."""
    words, n = page.words, len(page.words)
    before = words[i - 2] if i > 1 else "."
    after = words[i + 1] if i + 1 < n else "."
    if before in _BEFORE_PLACE and after not in (".", ",", ";", ":", ")", "?", "!"):
        return True
    if after == "(" and i + 2 < n and words[i + 2] in DASHES | {"+"}:
        return True  # "Unity 41 (+9)"
    opens = i - 1 == page.sentence(i)[0]
    if opens and after not in _PRODUCT_ENDS and not page.capital(min(i + 1, n - 1)):
        return True
    if noun_follows(page, i, language) and not (before in _BEFORE_PRODUCT and after.endswith("ed")):
        return True
    if (
        after in _TO_WORDS
        and i + 2 < n
        and words[i + 2].isdecimal()
        and int(words[i][:9]) < int(words[i + 2][:9])
    ):
        return True  # "Alliance 52 to 55 seats"
    return (
        after in language.units
        or after in "%-–"
        or after in language.numbers
        or after in _RATES
        or after in language.currencies
    )


def words_in_name(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the Three Bells" and «Двенадцать стульев» as names, "twenty-first" as an ordinal."""
    k = _numerals_end(page, i, language)
    read = _read_out(page, i, k, language) or _quoted(page, i, k, language) or _title(page, i, k, language)
    if read:
        return read
    return (
        half_hour(page, i, language)
        or score_in_words(page, i, language)
        or _capital_alone(page, i, k, language)
    )


def _capital_alone(page: Page, i: int, k: int, language: Language) -> Mask | None:
    """Read "a plan dubbed Forty by its critics": a number word with a capital within a sentence is a name."""
    if language.case or not i or not page.capital(i) or i == page.sentence(i)[0] or is_headline(page, i):
        return None
    before = page.words[i - 1]
    opens = i - 1 == page.sentence(i)[0] and before in _TYPE_ARTICLES  # "The Fifteen played well"
    small = before.isalpha() and not page.capital(i - 1)
    return (i, k, "name") if k > i and (small or opens) else None


def _numerals_end(page: Page, i: int, language: Language) -> int:
    """Return the token after the number words that begin at token i."""
    words, numbers, k = page.words, language.numbers, i
    while (
        k < len(words)
        and k - i < 6
        and (words[k] in numbers and numbers[words[k]][0] in "nchs" or words[k] == "-" and page.glued(k))
    ):
        k += 1
    return k


def _read_out(page: Page, i: int, k: int, language: Language) -> Mask | None:
    """Read "nineteen eighty-four", "number-one", "chapter two" and "twenty-first"."""
    words, numbers = page.words, language.numbers
    if k > i + 1:
        kind, value = numbers[words[i]]
        second, more = numbers.get(words[i + 1], ("", 0))
        if kind == "n" and 10 <= value <= 20 and second == "n" and more >= 10:
            return i, k, "date"
    if i > 1 and words[i - 1] == "-" and words[i - 2] in _NUMBER_WORDS:
        return i - 2, k, "ordinal"
    if i and words[i - 1] in _READ_OUT and k - i == 1:
        named = named_by(page, i, language)
        if named:
            return named
    if (
        k > i
        and words[k : k + 1] == ["and"]
        and numbers[words[k - 1]][0] in "hs"
        and _is_ordinal(page, k + 1, language)
    ):
        return i, k + 2, "ordinal"  # "the one hundred and first"
    tens = k > i and numbers.get(words[k - 2 if words[k - 1] == "-" else k - 1], ("", 0))[1] >= 20
    return (i, k + 1, "ordinal") if k < len(words) and tens and words[k] in _ORDINAL_WORDS else None


def _is_ordinal(page: Page, k: int, language: Language) -> bool:
    return k < len(page.words) and page.words[k] in _ORDINAL_WORDS


def _quoted(page: Page, i: int, k: int, language: Language) -> Mask | None:
    """Read a title in quotation marks; words spoken have a verb or end in a stop."""
    words, n = page.words, len(page.words)
    if not i or words[i - 1] != '"' or not page.glued(i) or '"' not in words[k : min(n, i + 6)]:
        return None
    if language.case and not page.capital(i):
        return None  # a title begins with a capital: «трёхстах зеваках» is what somebody said
    if language.numbers.get(words[i], ("n",))[0] in "pv" and not page.capital(i):
        return None  # "dozens of parents in tears"
    close = words.index('"', k)
    if (
        close - i > 1
        and close < n - 1
        and words[close - 1].isalpha()
        and all(page.capital(j) for j in range(i, close) if words[j].isalpha())
    ):
        return i, close, "name"
    if any(word in language.verbs or word.endswith(_PARTICIPLE_ENDS) for word in words[i:close]):
        return None
    return (i, close, "name") if close < n - 1 and words[close - 1] not in ".,!?" else None


def _title(page: Page, i: int, k: int, language: Language) -> Mask | None:
    """Read "Studio Seven", "Orme's Eleven", "Group of Seven" and "the Three Bells"."""
    words = page.words
    vague = language.numbers.get(words[i], ("n",))[0] in "pv"  # "Several" and "Dozens" open no name
    capital = page.capital(i) and (k > i or not vague)
    if capital and i and not is_headline(page, i):
        before = words[i - 1]
        named = before.isalpha() and before not in language.stop and before not in language.verbs
        if page.capital(i - 1) and (named or before.endswith("'s")):
            return i - 1, k, "name"
    if (
        capital
        and k == i + 1
        and words[k + 1 : k + 2] == [","]
        and i == page.sentence(i)[0]
        and page.capital(k)
    ):
        if words[k + 2 : k + 3] and words[k + 2] in _BEFORE_PRODUCT and not is_plural(words[k], language):
            return i, k + 1, "name"  # "Five Alive, a charity, gave beds"
    if i > 1 and words[i - 1] == "of" and words[i - 2] in _BODIES and page.capital(i - 2):
        return i - 2, k, "name"
    if not capital or k >= len(words) or not page.capital(k) or not words[k].isalpha():
        return None
    if i == page.sentence(i)[0] or words[i - 1] in "\"':—–(." or is_headline(page, i):
        return None
    return i, k + 1, "name"

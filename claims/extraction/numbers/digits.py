"""Numbers in digits, with their marks and the scale words after them."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.fractions import VULGAR, and_a_half
from claims.extraction.numbers.phrase import HALF, MAX_PLACES, Core, share
from claims.extraction.page import Page

_RACES = words_of("numbers", "races")
_SCALE_LETTERS = words_of("numbers", "scale_letters")
_NOT_AFTER_METRES = words_of("numbers", "not_after_metres")
_SCORE_WORDS = words_of("numbers", "score_words")
_OF = phrases_of("numbers", "of_them")
_DETERMINERS = words_of("numbers", "determiners")
_DIMENSIONS = words_of("numbers", "dimensions")
_JOINS = words_of("numbers", "joins_nouns")
DIGITS = frozenset("0123456789")
MAX_WHOLE = 20  # digits before the point


def value_of(word: str, comma: bool) -> tuple[Decimal | None, str]:
    """Return the value of a run of digits and a flag; None where the desk holds no such number.

    `comma` tells that the text writes decimals with a comma. "1.234" and "1,234" can each be two
    numbers a thousand times apart: the language decides and the reading is flagged.
    """
    if len(word) <= MAX_WHOLE and word.isdecimal():
        return Decimal(word), ""
    bare = word.replace("\xa0", "").replace(" ", "").replace("'", "")
    flag = ""
    dots, commas = bare.count("."), bare.count(",")
    if dots and commas:
        last = "," if bare.rfind(",") > bare.rfind(".") else "."
        other = "." if last == "," else ","
        bare = bare.replace(other, "").replace(last, ".")
    elif commas:
        bare, flag = _separated(bare, ",", decimal=comma)
    elif dots:
        bare, flag = _separated(bare, ".", decimal=not comma)
    whole, _, places = bare.partition(".")
    if not whole.isdecimal() or not (places or "0").isdecimal():
        return None, "misread"
    if len(whole.lstrip("0")) > MAX_WHOLE or len(places) > MAX_PLACES or len(whole) > 40:
        return None, "too_long"
    return Decimal(bare), flag


def _separated(bare: str, mark: str, *, decimal: bool) -> tuple[str, str]:
    """Decide what a single kind of mark means, thousands or decimals."""
    parts = bare.split(mark)
    if len(parts) > 2:
        return bare.replace(mark, ""), ""
    whole, rest = parts
    groups = len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0" and not whole.startswith("0")
    if not groups:
        return f"{whole}.{rest}", "" if decimal else "ambiguous_separator" if mark == "," else ""
    if decimal:
        return f"{whole}.{rest}", "ambiguous_separator"
    return whole + rest, "" if mark == "," else "ambiguous_separator"


def from_digits(page: Page, i: int, language: Language) -> Core | None:
    words, n = page.words, len(page.words)
    value, flag = value_of(words[i], language.decimal_comma)
    if value is None:
        return None
    j = i + 1
    if j < n and words[j] in VULGAR:
        value += Decimal(VULGAR[words[j]])
        j += 1
    elif j + 1 < n and words[j] == "/" and page.glued(j) and page.glued(j + 1) and words[j + 1].isdecimal():
        below = Decimal(words[j + 1][:12])
        if value < below <= 10 and not (j + 2 < n and words[j + 2] == "/"):
            return Core(j + 2, share(value, below), kind="ratio", form="digits")
        return None
    if flag == "ambiguous_separator" and page.words[i].count(",") == 1 and and_a_half(page, j, language):
        flag = ""
    half = and_a_half(page, j, language)
    if half:
        value, j = value + HALF, half
    return _scaled(page, i, j, value, language, flag)


def _scaled(page: Page, i: int, j: int, value: Decimal, language: Language, flag: str) -> Core:
    """Multiply digits by the scale words after them: "1.2 million", "3.2bn", "5 тыс. 300"."""
    words, n = page.words, len(page.words)
    scaled = False
    for _ in range(3):
        k = j + 1 if j + 1 < n and words[j] == "-" and page.glued(j) and page.glued(j + 1) else j
        if k >= n or (scaled and k > j):
            break
        word = words[k]
        entry = language.numbers.get(word)
        if (
            entry
            and entry[0] in "hsp"
            and not (entry[1] in (12, 20) and page.glued(k))
            and word not in _SCORE_WORDS
        ):
            value, j, scaled = value * entry[1], k + 1, True
        elif k == j and word in language.suffixes and _is_scale(page, k, language):
            value, j, scaled = value * language.suffixes[word], k + 1, True
        else:
            break
        if j < n and words[j] == "." and page.glued(j) and words[j - 1] in language.suffixes:
            if j + 1 >= n or not page.capital(j + 1) or words[j - 1] == "тыс":
                j += 1
        flag = ""
        more = _rest_of_scale(page, j, value, language)
        if more:
            value, j = more
            break
    return Core(j, value, form="digits", scaled=scaled, flag=flag)


def _rest_of_scale(page: Page, j: int, value: Decimal, language: Language) -> tuple[Decimal, int] | None:
    """Add the lower part of "2 тысячи 300 человек" or "1 млн 200 тыс. рублей"."""
    if not language.case or j >= len(page.words) or page.words[j][0] not in DIGITS or page.glued(j):
        return None
    lower, _flag = value_of(page.words[j], True)
    if lower is None or lower != int(lower) or lower >= 1000:
        return None
    j += 1
    scale = language.numbers.get(page.words[j]) if j < len(page.words) else None
    if scale and scale[0] in "sp" and lower * scale[1] < value:
        lower, j = lower * scale[1], j + 1
        if j < len(page.words) and page.words[j] == "." and page.glued(j):
            j += 1
    elif value % 1000 or value >= 1000000:
        return None
    return value + lower, j


def _many_follow(page: Page, k: int, language: Language) -> bool:
    """Tell millions from metres by a plural noun some words on: "2.7m combined sales", "35m of its devices"."""
    words = page.words
    if words[k : k + 1] in _OF and k + 1 < len(words) and words[k + 1] in _DETERMINERS:
        k += 2
    for word, behind in zip(words[k : k + 6], words[k + 1 : k + 7], strict=False):
        if not word.isalpha() or word in _DIMENSIONS or word in _RACES or word in language.verbs:
            return False
        if word in language.stop and word not in _JOINS:
            return False
        plural = word.endswith("s") and not word.endswith(("ss", "us"))
        if plural and (word not in language.adjectives or not behind.isalpha() or behind in language.stop):
            return word not in _NOT_AFTER_METRES and word not in language.units
    return False


def _is_scale(page: Page, k: int, language: Language) -> bool:
    """Tell a scale letter from a unit or a word: "$5m" and "5m people" against "a 5m wall"."""
    word = page.words[k]
    if len(word) > 1:
        return True
    glued = page.glued(k)
    following = page.words[k + 1] if k + 1 < len(page.words) else ""
    money = k > 1 and (
        page.words[k - 2] in language.currencies
        or page.words[k - 3 : k - 2] == ["$"]
        or following in language.currencies
    )
    if money:
        return glued or word in "mb"
    if word in "万亿億":
        return True
    if not glued:
        return page.capital(k) and word in _SCALE_LETTERS and following in language.nouns
    if word == "m" and page.capital(k):
        return True
    if word == "m":
        return (
            following == "people"
            or (following in language.nouns or following.endswith("s"))
            and following not in _NOT_AFTER_METRES
            or _many_follow(page, k + 1, language)
        )
    return word in _SCALE_LETTERS and following not in _RACES

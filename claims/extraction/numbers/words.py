"""Numbers in words, added and multiplied: "one hundred and twenty-three thousand"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.fractions import and_a_half
from claims.extraction.numbers.phrase import HALF, ONE, Core, share
from claims.extraction.page import Page

_ARTICLES = words_of("numbers", "articles")
_SCORE_UNITS = words_of("numbers", "score_units")
_LARGE = ("n", "c")
_INVERTED_LARGE = words_of("numbers", "inverted_large")
_JOINTS = words_of("numbers", "number_joints", signs="-")
_SCALES = words_of("numbers", "scales")
_ORDINAL_FRACTION_ENDS = endings_of("numbers", "ordinal_fraction_ends")
_INVERTED = words_of("numbers", "inverted")
_POINT = words_of("numbers", "point")
_NOUGHTS = words_of("numbers", "noughts")
_WHOLE_FRACTIONS = words_of("numbers", "whole_fractions")
_NOT_PARTS = words_of("numbers", "not_parts")
_PLACES = 6  # digits read out after the point


def inverted(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "тысяч пять" as about 5,000 and "десятка два" as about 20."""
    if page.words[i] not in _INVERTED or i + 1 >= len(page.words):
        return None
    kind, times = language.numbers.get(page.words[i + 1], ("", ONE))
    return (
        Core(i + 2, value * times, manner="about", scaled=True)
        if (kind == "n" and times < 20) or kind == "e" or kind in _LARGE and page.words[i] in _INVERTED_LARGE
        else None
    )


def composed(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Add and multiply number words: "one hundred and twenty-three thousand"."""
    words = page.words
    following = words[i + 1] if i + 1 < len(words) else ""
    if words[i] in _NOUGHTS and following not in _POINT and words[i + 1 : i + 3] != ["out", "of"]:
        return None
    if following in _POINT and (spoken := _spoken(page, i + 1, value, language)):
        return spoken
    if following not in _JOINTS and following not in language.numbers and not language.case:
        if language.numbers[words[i]][0] == "n":
            return Core(i + 1, value)  # most numbers in words are a word
    if words[i] in language.suffixes:
        return None  # "доходы, млн руб." names a scale and no number
    k, total, scaled = _added_up(page, i, language)
    if k == i:
        return None
    spoken = _spoken(page, k, total, language) if words[k : k + 1] and words[k] in _POINT else None
    found = spoken or _finish(page, i, k, total, language, scaled=scaled)
    if i and words[i - 1] in _ARTICLES and language.numbers[words[i]][0] in "hs":
        return found._replace(start=i - 1)
    return found


def _added_up(page: Page, i: int, language: Language) -> tuple[int, Decimal, bool]:
    """Return the token after the number words at token i, what they add up to, and whether a scale is among them."""
    words, numbers, n = page.words, language.numbers, len(page.words)
    total, current, last, top = Decimal(0), None, "", None
    k = i
    while k < n and k - i < 24:
        word = words[k]
        if word in _JOINTS and k + 1 < n and (word == "-" and current is not None or last in ("h", "s")):
            if not _goes_on(page, k, numbers, current, last, top):
                break
            k += 1
            continue
        kind, value = numbers.get(word, ("", ONE))
        if kind == "n" and (current is None or _joins(current, last, value)):
            current = value if current is None else current + value
        elif kind == "h" and (current is None or (last == "n" and current < 100)):
            current = (current or ONE) * 100
        elif kind in "ce" and kind and current is None:
            current = value
        elif kind in ("s", "p") and (kind == "s" or current is not None) and (top is None or value < top):
            if word in _SCORE_UNITS and current is None and not _is_a_score(page, i):
                break
            total, current, top = total + (ONE if current is None else current) * value, None, value
        else:
            break
        last, k = kind, k + 1
    return k, total + (current or 0), top is not None


def _spoken(page: Page, k: int, value: Decimal, language: Language) -> Core | None:
    """Read the digits said after the point at token k: "three point two five per cent", "two point five million"."""
    words, numbers, places = page.words, language.numbers, ""
    k += 1
    while k < len(words) and len(places) < _PLACES:
        kind, digits = numbers.get(words[k], ("", ONE))
        if kind != "n" or places and digits >= 10:
            break
        places += str(digits)
        k += 1
    if not places:
        return None
    value += Decimal(f"0.{places}")
    kind, scale = numbers.get(words[k], ("", ONE)) if k < len(words) else ("", ONE)
    return Core(k + 1, value * scale, scaled=True) if kind == "s" else Core(k, value)


def _is_a_score(page: Page, i: int) -> bool:
    """Tell "a score of houses" from the points of "a score of 67"."""
    words = page.words
    points = words[i + 1 : i + 2] == ["of"] and words[i + 2 : i + 3] and words[i + 2][0].isdecimal()
    return i > 0 and words[i - 1] in _ARTICLES and not points


def _goes_on(
    page: Page,
    k: int,
    numbers: dict[str, tuple[str, Decimal]],
    current: Decimal | None,
    last: str,
    top: Decimal | None,
) -> bool:
    """Tell whether the hyphen or "and" at token k joins two number words: "twenty-three", "hundred and five"."""
    words = page.words
    kind, value = numbers.get(words[k + 1], ("", ONE))
    if words[k] == "-":
        if current is None or not (page.glued(k) and page.glued(k + 1)) or not kind or kind not in "nhsf":
            return False
        return kind != "n" or _joins(current, last, value)
    if last not in ("h", "s") or kind != "n" or (last == "s" and top is not None and top < 1000):
        return False
    return not (last == "s" and "".join(words[k + 2 : k + 3]) in _SCALES)


def _joins(current: Decimal, last: str, value: Decimal) -> bool:
    if last == "n":
        return 0 < value < 10 and current % 10 == 0 and current % 100 >= 20
    return last in ("h", "c") and value < 100


def _finish(page: Page, i: int, k: int, value: Decimal, language: Language, *, scaled: bool) -> Core:
    """See whether a fraction or a half follows the words read so far."""
    words, n = page.words, len(page.words)
    half = and_a_half(page, k, language)
    if half:
        value, k = value + HALF, half
        if k < n and language.numbers.get(words[k], ("",))[0] in ("s", "p", "h"):
            value, k, scaled = value * language.numbers[words[k]][1], k + 1, True
        return Core(k, value, scaled=scaled)
    j = k + 1 if k + 1 < n and words[k] == "-" and page.glued(k + 1) else k
    kind, below = language.numbers.get(words[j], ("", ONE)) if j < n else ("", ONE)
    if kind == "H" and value == 1 and j == k and not language.case:
        return Core(j + 1, HALF, kind="ratio")
    if (
        kind == "f"
        and 0 < value < 100
        and (
            value != 1 or words[j].endswith(_ORDINAL_FRACTION_ENDS)
            if language.case
            else _is_part(page, j, value)
        )
    ):
        value = share(value, below)
        after = j + 1
        if words[after : after + 2] == ["of", "a"] and after + 2 < n:
            scale = language.numbers.get(words[after + 2], ("", ONE))
            if scale[0] in "hs" and scale[0]:
                return Core(after + 3, value * scale[1], scaled=True)
        return Core(after, value, kind="ratio")
    return Core(k, value, scaled=scaled)


def _is_part(page: Page, j: int, value: Decimal) -> bool:
    """Tell two tenths from "two tenth-century chairs": more parts than one are in the plural, and of no century."""
    words = page.words
    if value != 1 and not words[j].endswith("s") and words[j] not in _WHOLE_FRACTIONS:
        return False
    k = j + 2 if words[j + 1 : j + 2] == ["-"] else j + 1
    return "".join(words[k : k + 1]) not in _NOT_PARTS

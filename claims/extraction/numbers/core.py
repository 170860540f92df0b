"""Read one number, in digits or in words, and nothing around it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_PART_NOUNS = phrases_of("numbers", "part_nouns")
_ARTICLES = words_of("numbers", "articles")
_SCORE_UNITS = words_of("numbers", "score_units")
_POINTS = words_of("numbers", "points")
_RACES = words_of("numbers", "races")
_FEW = words_of("numbers", "few")
_BEFORE_FEW = words_of("numbers", "before_few")

_SHARE_WORDS = words_of("numbers", "share_words")
_QUALIFIED_SHARE = words_of("numbers", "qualified_share")
_BEFORE_SHARE = words_of("numbers", "before_share")
_SCALES = words_of("numbers", "scales")
_ORDINAL_FRACTION_ENDS = endings_of("numbers", "ordinal_fraction_ends")
_FOLD_WORDS = words_of("numbers", "fold_words")
_WHICH_HALF = words_of("numbers", "which_half")
_SCALE_LETTERS = words_of("numbers", "scale_letters")
_NOT_AFTER_METRES = words_of("numbers", "not_after_metres")
_PLURAL_SCALES = words_of("numbers", "plural_scales")
_NOT_SCORES = words_of("numbers", "not_scores")
_AFTER_SCORES = words_of("numbers", "after_scores")
_SCORE_WORDS = words_of("numbers", "score_words")

ONE = Decimal(1)
HALF = Decimal("0.5")
DIGITS = frozenset("0123456789")
VULGAR = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333333333", "⅔": "0.6666666667", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "0.1666666667", "⅚": "0.8333333333", "⅛": "0.125", "⅜": "0.375",
    "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
MAX_WHOLE, MAX_PLACES = 20, 10


class Core(NamedTuple):
    """A bare number: tokens up to `end`, exact value, how it speaks, and what else was noticed."""

    end: int
    value: Decimal
    manner: str = "exact"  # exact, vague, about
    kind: str = "count"
    form: str = "words"
    scaled: bool = False
    flag: str = ""
    start: int = -1  # where it begins earlier than the token asked about ("a dozen")


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Divide to ten places, which is as exact as a stored value can be."""
    return round(part / whole, MAX_PLACES)


def value_of(word: str, comma: bool) -> tuple[Decimal | None, str]:
    """Return the value of a run of digits and a flag; None where the desk holds no such number.

    `comma` tells that the text writes decimals with a comma. "1.234" and "1,234" can each be two
    numbers a thousand times apart: the language decides and the reading is flagged.
    """
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


def core(page: Page, i: int, language: Language) -> Core | None:
    """Read the number that starts at token i, or return None."""
    word = page.words[i]
    if word[0] in DIGITS:
        return _from_digits(page, i, language)
    if word in VULGAR:
        return Core(i + 1, Decimal(VULGAR[word]), kind="ratio", form="digits")
    entry = language.numbers.get(word)
    return _from_words(page, i, language, *entry) if entry else None


def _from_digits(page: Page, i: int, language: Language) -> Core | None:
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
    if flag == "ambiguous_separator" and page.words[i].count(",") == 1 and _half(page, j, language):
        flag = ""
    half = _half(page, j, language)
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
        return False
    if word == "m" and page.capital(k):
        return True
    if word == "m":
        return (
            following == "people"
            or (following in language.nouns or following.endswith("s"))
            and following not in _NOT_AFTER_METRES
        )
    return word in _SCALE_LETTERS and following not in _RACES


def _half(page: Page, j: int, language: Language) -> int:
    """Return the token after "and a half" ("с половиной") at token j, or 0."""
    words = page.words
    if language.case:
        return j + 2 if words[j : j + 2] == ["с", "половиной"] else 0
    for phrase in (["and", "a", "half"], ["and", "one", "half"], ["-", "and", "-", "a", "-", "half"]):
        if words[j : j + len(phrase)] == phrase:
            return j + len(phrase)
    return 0


_INVERTED = words_of("numbers", "inverted")


def _inverted(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "тысяч пять" as about 5,000 and "десятка два" as about 20."""
    if page.words[i] not in _INVERTED or i + 1 >= len(page.words):
        return None
    kind, times = language.numbers.get(page.words[i + 1], ("", ONE))
    return (
        Core(i + 2, value * times, manner="about", scaled=True)
        if (kind == "n" and times < 20) or kind == "e"
        else None
    )


def _from_words(page: Page, i: int, language: Language, kind: str, value: Decimal) -> Core | None:
    if language.case and kind in "sp":
        found = _inverted(page, i, language, value)
        if found:
            return found
    if kind in "nhcse":
        return _composed(page, i, language)
    if kind == "p":
        return _plural_scale(page, i, language, value)
    if kind == "v":
        return _vague(page, i, language, value)
    if kind == "k":
        return _couple(page, i, language)
    if kind == "H":
        return _half_of(page, i, language)
    if kind == "f":
        return _bare_fraction(page, i, language, value)
    if kind == "r":
        follows = page.words[i + 1] if i + 1 < len(page.words) else ""
        if page.words[i] in _FOLD_WORDS and follows not in _AFTER_FOLD:
            return None
        return Core(i + 1, value, kind="ratio")
    return None


_AFTER_FOLD = words_of("numbers", "after_fold")


def _composed(page: Page, i: int, language: Language) -> Core | None:
    """Add and multiply number words: "one hundred and twenty-three thousand"."""
    words, numbers, n = page.words, language.numbers, len(page.words)
    total, current, last, top = Decimal(0), None, "", None
    k = i
    while k < n and k - i < 24:
        word = words[k]
        if word == "-" and current is not None and k + 1 < n and page.glued(k) and page.glued(k + 1):
            following = numbers.get(words[k + 1])
            if not following or following[0] not in "nhsf":
                break
            if following[0] == "n" and not _joins(current, last, following[1]):
                break
            k += 1
            continue
        if word == "and" and last in ("h", "s") and k + 1 < n:
            following = numbers.get(words[k + 1])
            if not following or following[0] != "n" or (last == "s" and top is not None and top < 1000):
                break
            if k + 2 < n and words[k + 2] in _SCALES and last == "s":
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
            if word in _SCORE_UNITS and current is None and (i == 0 or words[i - 1] != "a"):
                break
            total, current, top = total + (ONE if current is None else current) * value, None, value
        else:
            break
        last, k = kind, k + 1
    if k == i:
        return None
    found = _finish(page, i, k, total + (current or 0), language, scaled=top is not None)
    if i and words[i - 1] in _ARTICLES and numbers[words[i]][0] in "hs":
        return found._replace(start=i - 1)
    return found


def _joins(current: Decimal, last: str, value: Decimal) -> bool:
    if last == "n":
        return 0 < value < 10 and current % 10 == 0 and current % 100 >= 20
    return last in ("h", "c") and value < 100


def _finish(page: Page, i: int, k: int, value: Decimal, language: Language, *, scaled: bool) -> Core:
    """See whether a fraction or a half follows the words read so far."""
    words, n = page.words, len(page.words)
    half = _half(page, k, language)
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
        and value < 100
        and (value != 1 or not language.case or words[j].endswith(_ORDINAL_FRACTION_ENDS))
    ):
        value = share(value, below)
        after = j + 1
        if words[after : after + 2] == ["of", "a"] and after + 2 < n:
            scale = language.numbers.get(words[after + 2], ("", ONE))
            if scale[0] in "hs" and scale[0]:
                return Core(after + 3, value * scale[1], scaled=True)
        return Core(after, value, kind="ratio")
    return Core(k, value, scaled=scaled)


def _plural_scale(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "dozens", "tens of thousands", "сотни тысяч": low 2 of the scale, but a dozen's is 24."""
    words, n = page.words, len(page.words)
    genitive = language.words.get("genitive", frozenset())
    if language.case and words[i] in _PLURAL_SCALES and i and _governs(page, i, genitive):
        return Core(i + 1, value, scaled=True)  # "более тысячи" is more than one thousand
    j = i + 1
    total = value
    k = j + 1 if j < n and words[j] == "of" else j
    if k < n:
        kind, scale = language.numbers.get(words[k], ("", ONE))
        if kind == "p" and scale > value:
            total, j = total * scale, k + 1
            return Core(j, total * 2, manner="vague", scaled=True)
        if words[j : j + 2] == ["and", words[i]]:
            j += 2
    if words[i] == "tens" and j == i + 1 and not (j < n and words[j] == "of"):
        return None
    if words[i] in ("scores",) and (
        not (j < n and words[j] in _AFTER_SCORES) or (i and words[i - 1] in _NOT_SCORES)
    ):
        return None
    return Core(j, total * 2, manner="vague", scaled=True)


def _governs(page: Page, i: int, genitive: frozenset[str]) -> bool:
    return page.words[i - 1] in genitive


def _vague(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "several", "a few thousand", "несколько сотен"; bare "few" is no number."""
    words, n = page.words, len(page.words)
    word = words[i]
    start = i
    if word == "none":
        return Core(i + 1, Decimal(0)) if words[i + 1 : i + 2] == ["of"] else None
    if word in _FEW:
        if not i or words[i - 1] not in _BEFORE_FEW:
            return None
        start = i - 1 if words[i - 1] == "a" else i
    j = i + 1
    if word == "handful":
        return Core(j, value, manner="vague", start=start)
    if j < n:
        kind, scale = language.numbers.get(words[j], ("", ONE))
        if kind in ("h", "s", "p") and word != "handful" and words[j] != "score":
            return Core(j + 1, value * scale, manner="vague", scaled=True, start=start)
        if words[j] in language.suffixes and len(words[j]) > 1:
            return Core(j + 1, value * language.suffixes[words[j]], manner="vague", scaled=True, start=start)
    return Core(j, value, manner="vague", start=start)


def _couple(page: Page, i: int, language: Language) -> Core | None:
    """Read "a couple of hundred" and "пара десятков"; a married couple is no number."""
    words, n = page.words, len(page.words)
    j, start = i + 1, i
    if not language.case:
        if not i or words[i - 1] not in _BEFORE_FEW or words[j : j + 1] != ["of"]:
            if not (
                i and words[i - 1] == "a" and j < n and language.numbers.get(words[j], ("",))[0] in ("h", "s")
            ):
                return None
            j -= 1
        start, j = i - 1, j + 1
    if j < n:
        kind, scale = language.numbers.get(words[j], ("", ONE))
        if kind in ("h", "s", "p"):
            return Core(j + 1, 2 * scale, manner="about", scaled=True, start=start)
    return Core(i + 1, Decimal(2), manner="about", start=start)


def _half_of(page: Page, i: int, language: Language) -> Core | None:
    """Read "half a million" as 500,000 and any other half as the ratio 0.5."""
    words, n = page.words, len(page.words)
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


def _bare_fraction(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "a third" and "треть"; "the third" is an ordinal and "the quarter" a period."""
    words, n = page.words, len(page.words)
    if language.case:
        if words[i] not in _SHARE_WORDS:
            return (
                Core(i + 2, share(ONE, value), kind="ratio") if words[i + 1 : i + 2] in _PART_NOUNS else None
            )
        return Core(i + 1, share(ONE, value), kind="ratio")
    if i > 1 and words[i - 1] in _QUALIFIED_SHARE and words[i - 2] == "a":
        return Core(
            i + 1,
            share(ONE, value),
            "about" if words[i - 1] == "good" else "exact",
            kind="ratio",
            start=i - 2,
        )
    if not i or words[i - 1] not in _BEFORE_SHARE:
        return None
    follows = words[i + 1] if i + 1 < n else "."
    if words[i - 1] in _ARTICLES and follows not in _AFTER_SHARE and not follows.isalpha():
        return Core(i + 1, share(ONE, value), kind="ratio", start=i - 1)
    if follows in _AFTER_SHARE:
        if words[i - 1] == "a" and words[i + 1 : i + 3] == ["of", "a"] and i + 3 < n:
            scale = language.numbers.get(words[i + 3], ("", ONE))
            if scale[0] and scale[0] in "hs":
                return Core(i + 4, share(ONE, value) * scale[1], scaled=True, start=i - 1)
        return Core(i + 1, share(ONE, value), kind="ratio", start=i - 1 if words[i - 1] in _ARTICLES else i)
    return None


_AFTER_SHARE = words_of("numbers", "after_share")

"""Digits that are part of a code, told by what is glued to them."""

from __future__ import annotations

from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES, Mask, code_end, noun_follows
from claims.extraction.page import Page

_UNDER_OR_OVER = words_of("masks", "under_or_over")
_DECADE_ENDINGS = words_of("masks", "decade_endings")
_LATITUDE_CASE = phrases_of("masks", "latitude_case")
_NAME_LETTERS = words_of("masks", "name_letters")
_CAPITAL_LETTERS = words_of("masks", "capital_letters")
_YEAR_ENDINGS = words_of("masks", "year_endings")
_BY_SIZE = words_of("masks", "by_size", signs="×")
_COMPASS = words_of("masks", "compass")
_OLD_COMPOUND = phrases_of("masks", "old_compound")
_NAME_PREFIXES = words_of("masks", "name_prefixes")
_ORDINAL_ENDS = words_of("masks", "ordinal_ends")
_RU_ORDINAL = words_of("masks", "ru_ordinal")
_RANKS = words_of("masks", "ranks")
_GLUED_UNITS = words_of("masks", "glued_units")
_BOUNDS = words_of("masks", "bounds")
_WEAPONS = words_of("masks", "weapons")
_DIALLED = 6  # digits of a telephone number behind the code of its country, at the least
CALLS_GLUED = _RANKS.union(_BY_SIZE, ["лет"])  # behind a number, with or without a space


def glued_before(page: Page, i: int, language: Language) -> Mask | None:
    """Read "B52", "COVID-19", "#12", "+7 495", "a@1": names and codes run together with letters."""
    words = page.words
    dotted = _dotted_before(page, i, language)
    if dotted or not page.glued(i):
        return dotted
    before = words[i - 1]
    if before.isalpha():
        return _letters_before(page, i, language)
    if before in "#№@_\\":
        return i - 1, code_end(page, i), "identifier"
    if before == "+":
        dialled = i + 1 < len(words) and (words[i + 1] in "-(" or words[i + 1][0].isdecimal())
        return (i - 1, _dialled_end(page, i), "identifier") if dialled and len(words[i]) <= 3 else None
    if before == "'":
        return (i - 1, _past_s(page, i), "date") if len(words[i]) == 2 else None
    return _prefix_before(page, i, language) if before in DASHES and i > 1 and page.glued(i - 1) else None


def _dialled_end(page: Page, i: int) -> int:
    """Return the token after "+373 22 555 016": the code of a country and, right behind it, so many digits."""
    end = code_end(page, i)
    behind = page.words[end] if end < len(page.words) else ""
    digits = sum(letter.isdecimal() for letter in behind)
    return end + 1 if digits >= _DIALLED and digits + behind.count(" ") == len(behind) else end


def _past_s(page: Page, i: int) -> int:
    """Return the token after a number and the "s" of "'90s"."""
    return i + 2 if page.words[i + 1 : i + 2] == ["s"] else i + 1


def _dotted_before(page: Page, i: int, language: Language) -> Mask | None:
    """Read "H.R. 1234" and "BA.5"."""
    words = page.words
    if i < 2 or words[i - 1] != "." or not page.glued(i - 1):
        return None
    letters = words[i - 2]
    if i > 2 and len(letters) == 1 and words[i - 3] == "." and words[i].isdecimal():
        if page.capital(i - 2) and not noun_follows(page, i, language):
            return i - 2, i + 1, "identifier"
    return (
        (i - 2, code_end(page, i), "name")
        if page.glued(i) and letters.isalpha() and len(letters) < 4
        else None
    )


def _letters_before(page: Page, i: int, language: Language) -> Mask | None:
    """Read "B52"; "$A82.6m" and "US$5" are money, and "4x4" is a size."""
    words = page.words
    before, second = words[i - 1], words[i - 2] if i > 1 else " "
    if second == "$" and len(before) <= 2:
        return None
    if before == "x" and second[0].isdecimal():
        return i - 2, i + 1, "identifier"
    if before in language.currencies:
        return (i - 2, i + 1, "identifier") if before == "x" else None
    return i - 1, code_end(page, i), "name"


def _prefix_before(page: Page, i: int, language: Language) -> Mask | None:
    """Read "mid-2031", "under-21s" and "COVID-19"; after a number or a currency the dash is a range."""
    words = page.words
    word = words[i - 2]
    if word in _NAME_PREFIXES:
        return i - 2, i + 1, "date"
    if word in _UNDER_OR_OVER:
        return i - 2, _past_s(page, i), "age"
    scale = word in language.suffixes and i > 2 and words[i - 3][0].isdecimal()
    currency = word in language.currencies and len(word) > 1
    if not word.isalpha() or word in language.numbers or scale or currency or word in _BOUNDS:
        return None
    return i - 2, code_end(page, i), "name"


def glued_after(page: Page, i: int, language: Language) -> Mask | None:
    """Read "5th", "1990s", "5-й", "12(b)", "1.2.3", "5/12", "10x15" and "40°N": what is glued behind decides."""
    words, n, j = page.words, len(page.words), i + 1
    if j >= n:
        return None
    word = words[j]
    if word in _RANKS and len(words[i]) <= 2:
        return i, j + 1, "identifier"
    if word == "лет" and j + 1 < n and page.capital(j + 1):
        return i, j + 2, "name"
    if page.glued(j):
        look = _letters_after if word.isalpha() else _BY_SIGN.get(word)
        found = look(page, i, j, language) if look else None
        if found:
            return found
    sized = word in _BY_SIZE and word != "by" and j + 1 < n
    if sized and words[j + 1].replace(".", "", 1).isdecimal() and words[i].isdecimal():
        return i, j + 2, "identifier"
    return None


def _letters_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    """Read "5th", "1990s", "12b", "9mm rounds", "5G" and "7ab"; units, scales and currencies go on as figures."""
    words, word = page.words, page.words[j]
    if word in _ORDINAL_ENDS:
        return i, j + 1, "ordinal"
    if word == "s" and words[i].isdecimal():
        return i, j + 1, "date" if len(words[i]) in (2, 4) else "identifier"
    if word == "b" and not _is_billion(page, i, j, language):
        return i, j + 1, "identifier"
    if word == "mm" and words[j + 1 : j + 2] and words[j + 1] in _WEAPONS:
        return i, j + 1, "name"
    if word == "g" and page.level[page.starts[j]] == "G":
        return i, j + 1, "name"
    if word in _CAPITAL_LETTERS and page.capital(j):
        return i, j + 1, "name"  # "67P": a price has a small p
    if word in _NAME_LETTERS and page.capital(j) and len(words[i]) == 1:
        return i, j + 1, "name"
    known = word in language.units or word in language.suffixes or word in language.currencies
    return None if known or word in _GLUED_UNITS else (i, code_end(page, j), "identifier")


def _is_billion(page: Page, i: int, j: int, language: Language) -> bool:
    """Tell the "b" of "$5b" and "5B people" from the letter of a code."""
    words = page.words
    if i and (words[i - 1] in language.currencies or words[i - 1] in "$€£"):
        return True
    people = words[j + 1 : j + 2] and (words[j + 1] in language.nouns or words[j + 1].endswith("s"))
    return bool(page.capital(j) and people)


def _hyphen_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    """Read "5-й", "1990-х", "12-летний", "5-year-old", "1-to-1"; the rest as other dashes."""
    words, n = page.words, len(page.words)
    if j + 1 < n and page.glued(j + 1):
        following = words[j + 1]
        if following.startswith("лети"):
            return i, j + 2, "date"
        if following in _RU_ORDINAL:
            day = following in _YEAR_ENDINGS and len(words[i]) in (2, 4)
            return i, j + 2, "date" if day else "ordinal"
        if following in _DECADE_ENDINGS:
            return i, j + 2, "date"
        if following.startswith("летн"):
            return i, j + 2, "age"
        if following == "year" and words[j + 2 : j + 4] in _OLD_COMPOUND:
            return i, j + 4, "age"
    if words[j : j + 3] == ["-", "to", "-"] and words[j + 3 : j + 4] and words[j + 3].isdecimal():
        if words[j + 4 : j + 5] == ["-"] and words[j + 5 : j + 6] and words[j + 5] in language.units:
            return None
        return i, j + 4, "idiom"
    return _dash_after(page, i, j, language)


def _dash_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    """Read three groups of digits joined by dashes as a code."""
    words = page.words
    if (
        j + 3 < len(words)
        and words[j + 1].isdecimal()
        and words[j + 2] in DASHES
        and page.glued(j + 2)
        and words[j + 3][0].isdecimal()
    ):
        return i, code_end(page, i), "identifier"
    return None


def _bracket_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    """Read the letter of "clause 12(b)"."""
    letter, close = page.words[j + 1 : j + 2], page.words[j + 2 : j + 3]
    lone = letter and letter[0].isalpha() and len(letter[0]) == 1
    return (i, j + 3, "identifier") if lone and close == [")"] and page.glued(j + 1) else None


def _underscore_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    return i, code_end(page, i), "identifier"


def _stop_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    """Read "1.2.3" and "78:74" and "12/345": a mark with digits on both sides."""
    words = page.words
    if j + 1 >= len(words) or not page.glued(j + 1) or not words[j + 1][0].isdecimal():
        return None
    if words[j] == ":":
        return (i, j + 2, "not_a_claim") if words[j + 1].isdecimal() else None
    dated = words[j] == "/" and len(words[i]) == 4
    return i, code_end(page, i), "date" if dated else "identifier"


def _degree_after(page: Page, i: int, j: int, language: Language) -> Mask | None:
    """Read "40° с. ш.", "40°26" and "40°N" as a place on the map."""
    words, n = page.words, len(page.words)
    if words[j + 2 : j + 4] in _LATITUDE_CASE:
        return i, min(j + 5, n), "address"
    if j + 1 < n and (words[j + 1][0].isdecimal() or words[j + 1] in _COMPASS) and words[j + 1] != "c":
        return i, j + 2, "address"
    return None


def sub_number(page: Page, i: int, language: Language) -> Mask | None:
    """Read the "(3)" of "clause 12(3)" with the number before it, and ".22" of a rifle."""
    words, n = page.words, len(page.words)
    last = page.memo.get("mask")
    if last and words[i - 1] == "(" and last[1] == i - 1 and page.glued(i - 1) and page.glued(i):
        return i - 1, i + 2 if words[i + 1 : i + 2] == [")"] else i + 1, last[2]
    if last and i > 1 and words[i - 1] in "/-." and page.glued(i) and page.glued(i - 1) and last[1] == i - 1:
        return i - 1, code_end(page, i), "identifier"
    if page.glued(i) and words[i - 1] == "." and not (i > 1 and page.glued(i - 1) and words[i - 2] != "("):
        near = words[max(i - 4, page.sentence(i)[0]) : i - 1]
        if i + 1 < n and words[i + 1] in _WEAPONS or not _WEAPONS.isdisjoint(near):
            return i - 1, i + 1, "name"
    return None


_BY_SIGN = {
    "-": _hyphen_after,
    "–": _dash_after,
    "—": _dash_after,
    "(": _bracket_after,
    "_": _underscore_after,
    ".": _stop_after,
    ":": _stop_after,
    "/": _stop_after,
    "°": _degree_after,
}

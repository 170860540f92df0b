"""Digits that are part of a code, told by what is glued to them."""

from __future__ import annotations

from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES, Mask, code_end, noun_follows
from claims.extraction.page import Page

_UNDER_OR_OVER = words_of("masks", "under_or_over")
_SIZE_ENDINGS = words_of("masks", "size_endings")
_DOOR_OR_PIECE = phrases_of("masks", "door_or_piece")
_DEGREE_LETTERS = words_of("masks", "degree_letters")
_FOLD_ENDINGS = words_of("masks", "fold_endings")
_BY_SIZE = words_of("masks", "by_size", signs="×")
_COMPASS = words_of("masks", "compass")
_OLD_COMPOUND = phrases_of("masks", "old_compound")
_NAME_PREFIXES = words_of("masks", "name_prefixes")
_ORDINAL_ENDS = words_of("masks", "ordinal_ends")
_RU_ORDINAL = words_of("masks", "ru_ordinal")
_RANKS = words_of("masks", "ranks")
_GLUED_UNITS = words_of("masks", "glued_units")
_WEAPONS = words_of("masks", "weapons")


def glued_before(page: Page, i: int, language: Language) -> Mask | None:
    """Read "B52", "COVID-19", "#12", "+7 495", "a@1": names and codes run together with letters."""
    words = page.words
    if (
        i > 2
        and words[i - 1] == "."
        and page.glued(i - 1)
        and len(words[i - 2]) == 1
        and words[i - 3] == "."
        and words[i].isdecimal()
    ):
        if page.capital(i - 2) and not noun_follows(page, i, language):
            return i - 2, i + 1, "identifier"  # "H.R. 1234"
    if (
        i > 1
        and words[i - 1] == "."
        and page.glued(i)
        and page.glued(i - 1)
        and words[i - 2].isalpha()
        and len(words[i - 2]) < 4
    ):
        return i - 2, code_end(page, i), "name"  # "BA.5"
    if not page.glued(i):
        return None
    before = words[i - 1]
    if before.isalpha():
        if i > 1 and words[i - 2] == "$" and len(before) <= 2:
            return None  # "$A82.6m"
        if before in language.currencies or before == "x" and i > 1 and words[i - 2][0].isdecimal():
            return (i - 2, i + 1, "identifier") if before == "x" else None
        return i - 1, code_end(page, i), "name"
    if before in "#№@_\\":
        return i - 1, code_end(page, i), "identifier"
    if (
        before == "+"
        and len(words[i]) <= 3
        and i + 1 < len(words)
        and (words[i + 1] in "-(" or words[i + 1][0].isdecimal())
    ):
        return i - 1, code_end(page, i), "identifier"
    if before == "'" and len(words[i]) == 2:
        return i - 1, i + 2 if words[i + 1 : i + 2] == ["s"] else i + 1, "date"
    if before in DASHES and i > 1 and page.glued(i - 1):
        word = words[i - 2]
        if word in _NAME_PREFIXES:
            return i - 2, i + 1, "date"
        if word in _UNDER_OR_OVER:
            return i - 2, i + 2 if words[i + 1 : i + 2] == ["s"] else i + 1, "age"
        scale = word in language.suffixes and i > 2 and words[i - 3][0].isdecimal()
        if (
            word.isalpha()
            and word not in language.numbers
            and not scale
            and not (word in language.currencies and len(word) > 1)
        ):
            return i - 2, code_end(page, i), "name"
    return None


def glued_after(page: Page, i: int, language: Language) -> Mask | None:
    words, n = page.words, len(page.words)
    j = i + 1
    if j >= n:
        return None
    word = words[j]
    if word in _RANKS and len(words[i]) <= 2:
        return i, j + 1, "identifier"
    if word == "лет" and j + 1 < n and page.capital(j + 1):
        return i, j + 2, "name"
    if page.glued(j):
        if word in _ORDINAL_ENDS:
            return i, j + 1, "ordinal"
        if word == "s" and words[i].isdecimal():
            return i, j + 1, "date" if len(words[i]) in (2, 4) else "identifier"
        if word == "-" and j + 1 < n and page.glued(j + 1):
            following = words[j + 1]
            if following.startswith("лети"):
                return i, j + 2, "date"
            if following in _RU_ORDINAL:
                return (
                    i,
                    j + 2,
                    "date" if following in _FOLD_ENDINGS and len(words[i]) in (2, 4) else "ordinal",
                )
            if following in _SIZE_ENDINGS:
                return i, j + 2, "date"
            if following.startswith("летн") or following == "year" and words[j + 2 : j + 4] in _OLD_COMPOUND:
                return i, j + 2 if following != "year" else j + 4, "age"
        if (
            word == "("
            and words[j + 1].isalpha()
            and len(words[j + 1]) == 1
            and words[j + 2 : j + 3] == [")"]
            and page.glued(j + 1)
        ):
            return i, j + 3, "identifier"
        if words[j : j + 3] == ["-", "to", "-"] and words[j + 3 : j + 4] and words[j + 3].isdecimal():
            return i, j + 4, "idiom"
        if word == "_":
            return i, code_end(page, i), "identifier"
        people = words[j + 1 : j + 2] and (words[j + 1] in language.nouns or words[j + 1].endswith("s"))
        money = i and (words[i - 1] in language.currencies or words[i - 1] in "$€£")
        if word == "b" and not money and not (page.capital(j) and people):
            return i, j + 1, "identifier"
        if word == "mm" and words[j + 1 : j + 2] and words[j + 1] in _WEAPONS:
            return i, j + 1, "name"
        if (
            word == "g"
            and page.level[page.starts[j]] == "G"
            or word in _DEGREE_LETTERS
            and page.capital(j)
            and len(words[i]) == 1
        ):
            return i, j + 1, "name"
        if (
            word.isalpha()
            and word not in language.units
            and word not in language.suffixes
            and word not in language.currencies
            and word not in _GLUED_UNITS
        ):
            return i, code_end(page, j), "identifier"
        if word == "." and j + 1 < n and page.glued(j + 1) and words[j + 1][0].isdecimal():
            return i, code_end(page, i), "identifier"
        if word == ":" and j + 1 < n and page.glued(j + 1) and words[j + 1].isdecimal():
            return i, j + 2, "not_a_claim"
        if word == "/" and j + 1 < n and page.glued(j + 1) and words[j + 1][0].isdecimal():
            return i, code_end(page, i), "date" if len(words[i]) == 4 else "identifier"
        if (
            word in DASHES
            and j + 3 < n
            and words[j + 1].isdecimal()
            and words[j + 2] in DASHES
            and page.glued(j + 2)
            and words[j + 3][0].isdecimal()
        ):
            return i, code_end(page, i), "identifier"
        if word == "°" and words[j + 2 : j + 4] in _DOOR_OR_PIECE:
            return i, min(j + 5, n), "address"
        if (
            word == "°"
            and j + 1 < n
            and (words[j + 1][0].isdecimal() or words[j + 1] in _COMPASS)
            and words[j + 1] != "c"
        ):
            return i, j + 2, "address"
    if word in _BY_SIZE and j + 1 < n and words[j + 1].isdecimal() and words[i].isdecimal() and word != "by":
        return i, j + 2, "identifier"
    return None


def sub_number(page: Page, i: int, language: Language) -> Mask | None:
    """Read the "(3)" of "clause 12(3)" with the number before it, and ".22" of a rifle."""
    words, n = page.words, len(page.words)
    last = page.memo.get("mask")
    if last and words[i - 1] == "(" and last[1] == i - 1 and page.glued(i - 1) and page.glued(i):
        return i - 1, i + 2 if words[i + 1 : i + 2] == [")"] else i + 1, last[2]
    if last and i > 1 and words[i - 1] in "/-." and page.glued(i) and page.glued(i - 1) and last[1] == i - 1:
        return i - 1, code_end(page, i), "identifier"
    if page.glued(i) and words[i - 1] == "." and not (i > 1 and page.glued(i - 1)):
        if i + 1 < n and words[i + 1] in _WEAPONS:
            return i - 1, i + 1, "name"
    return None

"""Pass over numerals that are no figures because of what stands beside them: ask each mask in turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from claims.extraction.languages.base import Language
from claims.extraction.masks.addresses import address
from claims.extraction.masks.ages import age
from claims.extraction.masks.codes import glued_after, glued_before, sub_number
from claims.extraction.masks.listings import ascension, chess_move, day_of_listing, law_report, titled_digits
from claims.extraction.masks.lookalikes import beside
from claims.extraction.masks.marks import marks
from claims.extraction.masks.names import product
from claims.extraction.masks.numbered import named_by
from claims.extraction.masks.scores import score
from claims.extraction.masks.telephones import telephone
from claims.extraction.masks.times import dotted_time, time_of_day
from claims.extraction.masks.years import year
from claims.extraction.neighbours import DASHES, Mask, is_decimal
from claims.extraction.page import Page

Look = Callable[[Page, int, Language], Mask | None]


def beside_digits(page: Page, i: int, language: Language) -> Mask | None:
    """Return what the digits at token i are, where a neighbour tells that they are no figure."""
    words, word = page.words, page.words[i]
    if i + 2 < len(words) and words[i + 1] == "\n" and words[i + 2][0] == "0" and len(words[i + 2]) == 3:
        return i, i + 3, "misread"  # a number broken by the end of a line is not put together by itself
    if i and words[i - 1] == "." and is_decimal(page, i, language):
        return None
    signed = i + 1 < len(words) and words[i + 1] in _SIGNS
    joined = i > 0 and (page.glued(i) or words[i - 1] == ".")
    for look in _looks("." in word, word.isdecimal(), len(word) == 4, joined, signed):
        found = look(page, i, language)
        if found:
            return found
    return None


@cache
def _looks(pointed: bool, bare: bool, four: bool, joined: bool, signed: bool) -> tuple[Look, ...]:
    """Choose the masks that can tell something of digits such as these."""
    given = {"pointed": pointed, "bare": bare, "four": bare and four, "joined": joined, "": True}
    given["signed"] = bare and signed
    return tuple(look for look, needs in _BESIDE if given[needs])


# Signs right behind digits that can make marks or scores of them.
_SIGNS = DASHES | {"]", ",", ".", ")"}
# The masks in their order, each with what the digits must be for it to tell anything: written with a point,
# bare (without marks), four bare digits, bare with a sign behind, or joined to what stands before them
# (without a space, or by a full stop).
_BESIDE: tuple[tuple[Look, str], ...] = (
    (glued_before, "joined"),
    (chess_move, "bare"),
    (ascension, "bare"),
    (glued_after, ""),
    (sub_number, "joined"),
    (marks, "signed"),
    (time_of_day, ""),
    (dotted_time, "pointed"),
    (day_of_listing, "bare"),
    (titled_digits, "bare"),
    (law_report, "bare"),
    (score, "signed"),
    (telephone, ""),
    (named_by, ""),
    (address, "bare"),
    (age, ""),
    (year, "four"),
    (product, ""),
    (beside, ""),
)

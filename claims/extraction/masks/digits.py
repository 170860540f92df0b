"""Pass over numerals that are no figures because of what stands beside them: ask each mask in turn."""

from __future__ import annotations

from functools import cache

from claims.extraction.languages import LANGUAGES
from claims.extraction.languages.base import Language
from claims.extraction.masks.addresses import address
from claims.extraction.masks.ages import CALLS_AGE, age
from claims.extraction.masks.codes import CALLS_GLUED, glued_after, glued_before, sub_number
from claims.extraction.masks.listings import (
    ASCENSION,
    ascension,
    chess_move,
    day_of_listing,
    law_report,
    titled_digits,
)
from claims.extraction.masks.lookalikes import LOOKALIKES
from claims.extraction.masks.marks import list_mark, marks
from claims.extraction.masks.names import product
from claims.extraction.masks.numbered import CALLS_NAME, named_by
from claims.extraction.masks.rows import Row, Rows
from claims.extraction.masks.scores import score
from claims.extraction.masks.telephones import telephone
from claims.extraction.masks.times import CALLS_TIME, dotted_time, time_of_day
from claims.extraction.masks.years import year
from claims.extraction.neighbours import DASHES, Mask, is_decimal
from claims.extraction.page import Page


def beside_digits(page: Page, i: int, language: Language) -> Mask | None:
    """Return what the digits at token i are, where a neighbour tells that they are no figure."""
    words, word = page.words, page.words[i]
    if i + 2 < len(words) and words[i + 1] == "\n" and words[i + 2][0] == "0" and len(words[i + 2]) == 3:
        return i, i + 3, "misread"  # a number broken by the end of a line is not put together by itself
    if i and words[i - 1] == "." and is_decimal(page, i, language):
        return None
    joined = i > 0 and (page.glued(i) or words[i - 1] == ".")
    tight = i + 1 < len(words) and page.glued(i + 1)
    shape = _shape("." in word, word.isdecimal(), len(word) == 4, joined, tight)
    return _BESIDE.first(page, i, shape, language)


@cache
def _shape(pointed: bool, bare: bool, four: bool, joined: bool, tight: bool) -> frozenset[str]:
    """Name what the digits are: bare or with marks, with a point, four of them, joined to what is before or behind."""
    names = {"pointed": pointed, "bare": bare, "digits": not bare, "four": bare and four}
    names |= {"joined": joined, "tight": tight}
    return frozenset(name for name, holds in names.items() if holds)


_WEEKDAYS = frozenset(day for language in LANGUAGES.values() for day in language.weekdays)
# The masks in their order, each with what it needs.
_BESIDE = Rows(
    Row(glued_before, "joined"),
    Row(chess_move, "bare", behind=frozenset([".", "…"])),
    Row(ascension, "bare", before=ASCENSION),
    Row(glued_after, "tight"),
    Row(glued_after, behind=CALLS_GLUED),
    Row(sub_number, "joined"),
    Row(marks, "bare", behind=frozenset("],.)")),
    Row(list_mark, "bare", before=frozenset(["\n"])),
    Row(time_of_day, before=frozenset(["at"]), behind=CALLS_TIME, case=(False,)),
    Row(time_of_day, case=(True,)),
    Row(dotted_time, "pointed"),
    Row(day_of_listing, "bare", before=_WEEKDAYS),
    Row(titled_digits, "bare", before=frozenset(['"'])),
    Row(law_report, "bare", before=frozenset(["]"])),
    Row(score, "bare", behind=DASHES | {"½"}),
    Row(telephone),
    Row(named_by, before=CALLS_NAME, case=(False,)),
    Row(named_by, case=(True,)),
    Row(address, "bare"),
    Row(age, before=CALLS_AGE[0], behind=CALLS_AGE[1], case=(False,)),
    Row(age, case=(True,)),
    Row(year, "four"),
    Row(product),
    *LOOKALIKES,
)

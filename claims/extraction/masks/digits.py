"""Pass over numerals that are no figures because of what stands beside them: ask each mask in turn."""

from __future__ import annotations

from claims.extraction.languages.base import Language
from claims.extraction.masks.addresses import address
from claims.extraction.masks.ages import age
from claims.extraction.masks.codes import glued_after, glued_before, sub_number
from claims.extraction.masks.lookalikes import beside
from claims.extraction.masks.marks import marks
from claims.extraction.masks.names import product
from claims.extraction.masks.numbered import named_by
from claims.extraction.masks.scores import score
from claims.extraction.masks.telephones import telephone
from claims.extraction.masks.times import dotted_time, time_of_day
from claims.extraction.masks.years import year
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page


def beside_digits(page: Page, i: int, language: Language) -> Mask | None:
    """Return what the digits at token i are, where a neighbour tells that they are no figure."""
    words = page.words
    if (
        words[i + 1 : i + 2] == ["\n"]
        and words[i + 2 : i + 3]
        and words[i + 2][0] == "0"
        and len(words[i + 2]) == 3
    ):
        return i, i + 3, "misread"  # a number broken by the end of a line is not put together by itself
    for look in _BESIDE:
        found = look(page, i, language)
        if found:
            return found
    return None


_BESIDE = (
    glued_before,
    glued_after,
    sub_number,
    marks,
    time_of_day,
    dotted_time,
    score,
    telephone,
    named_by,
    address,
    age,
    year,
    product,
    beside,
)

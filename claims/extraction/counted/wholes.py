"""What is counted whole: nobody counts people by the thousandth, so "1.500 people" are fifteen hundred."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.page import Page

_PLACES = -3  # as many digits behind the mark as a group of thousands has
_AVERAGES = words_of("counted", "averages")
_LOOK_BACK = 6


def count_whole(page: Page, draft: Draft) -> None:
    """Take the mark that can mean two things for one between thousands, where things stand behind it.

    The reading keeps its flag. An average may have thousandths: "2.125 children per woman".
    """
    if "ambiguous_separator" not in draft.flags or draft.kind != "count" or draft.elided or draft.scaled:
        return
    low, high = draft.low, draft.high
    if low is None or high is None or {low.as_tuple().exponent, high.as_tuple().exponent} != {_PLACES}:
        return
    near = (
        page.words[max(draft.first - _LOOK_BACK, 0) : draft.first]
        + page.words[draft.noun_end : draft.noun_end + 2]
    )
    if _AVERAGES.isdisjoint(near):
        draft.low, draft.high = low.scaleb(-_PLACES), high.scaleb(-_PLACES)
        draft.note("counted", "counted whole: the mark stands between thousands")

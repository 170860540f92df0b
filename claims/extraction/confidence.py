"""Say how sure a reading is, so that the doubtful ones come first.

The weights are odds of a right reading (found, with its value and comparator) fitted to both parts of our own
set, the held one twice over, since on the other the reader is righter than on any new text;
`bench/calibration.py` draws what they are worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_DEFAULT_PEOPLE = words_of("reading", "default_people")

# Log-odds: where a reading starts, and what each thing noticed adds to it.
_START = 3.4
_WEIGHTS = {
    "noun left unsaid": -0.3,
    "counts people by default": -0.5,
    "share without a whole": -0.2,
    "flagged": -2.0,
    "bare number at the end of a clause": -0.6,
    "one in words": -1.6,
    "like a year": -0.6,
    "ratio": 0.2,
    "vague": 0.6,
    "capital before": -1.3,
    "qualified": 0.3,
    "noun right behind": 0.2,
}


def weigh(page: Page, drafts: list[Draft], language: Language) -> None:
    """Fill in the confidence of every draft, between 0.02 and 0.99."""
    for draft in drafts:
        noticed = tuple(features(page, draft))
        draft.confidence = _likelihood(noticed)
        if draft.trace is not None:
            draft.note("confidence", f"{draft.confidence}: {', '.join(noticed) or 'nothing against it'}")


@lru_cache(maxsize=1024)
def _likelihood(noticed: tuple[str, ...]) -> float:
    odds = _START + sum(_WEIGHTS[name] for name in noticed)
    return round(min(max(1 / (1 + math.exp(-odds)), 0.02), 0.99), 2)


def features(page: Page, draft: Draft) -> Iterator[str]:
    """Name what speaks for or against a reading, as the weights do and in their order."""
    words, kind = page.words, draft.kind
    counts = kind == "count"
    if draft.elided and counts:
        yield "noun left unsaid"
        if draft.counted in _DEFAULT_PEOPLE:
            yield "counts people by default"
    elif draft.elided and kind in ("percent", "ratio"):
        yield "share without a whole"
    if draft.flags:
        yield "flagged"
    if counts:
        k, digits = max(draft.noun_end, draft.end), words[draft.a]
        if draft.elided and not (k < len(words) and words[k].isalnum()):
            yield "bare number at the end of a clause"
        if draft.form == "words" and draft.low == 1:
            yield "one in words"
        if len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdecimal():
            yield "like a year"
    elif kind == "ratio":
        yield "ratio"
    if draft.comparator == "vague":
        yield "vague"
    elif draft.comparator != "exact":
        yield "qualified"
    elif counts and draft.first and page.capital(draft.first - 1) and words[draft.first - 1].isalpha():
        yield "capital before"
    if counts and not draft.elided:
        yield "noun right behind"

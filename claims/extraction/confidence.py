"""Say how sure a reading is, so that the doubtful ones come first.

The weights are odds of a wholly right reading (found, value, comparator and noun) seen on the development
part of our own set; `bench/calibration.py` draws what they are worth.
"""

from __future__ import annotations

import math

from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_DEFAULT_PEOPLE = words_of("reading", "default_people")

# Log-odds: where a reading starts, and what each thing noticed adds to it.
_START = 2.5
_WEIGHTS = {
    "noun left unsaid": -0.4,
    "counts people by default": -1.0,
    "share without a whole": -1.1,
    "flagged": -2.0,
    "bare number at the end of a clause": -0.8,
    "one in words": -1.2,
    "like a year": -1.0,
    "ratio": -0.1,
    "vague": 0.3,
    "capital before": -1.0,
    "qualified": 0.4,
    "with a unit": 0.3,
    "noun right behind": 0.5,
}


def weigh(page: Page, drafts: list[Draft], language: Language) -> None:
    """Fill in the confidence of every draft, between 0.02 and 0.99."""
    for draft in drafts:
        noticed = [name for name, holds in features(page, draft, language).items() if holds]
        odds = _START + sum(_WEIGHTS[name] for name in noticed)
        draft.confidence = round(min(max(1 / (1 + math.exp(-odds)), 0.02), 0.99), 2)
        draft.note("confidence", f"{draft.confidence}: {', '.join(noticed) or 'nothing against it'}")


def features(page: Page, draft: Draft, language: Language) -> dict[str, bool]:
    """Return what speaks for or against a reading, by the names of the weights."""
    words = page.words
    k = max(draft.noun_end, draft.end)
    after = words[k] if k < len(words) else "."
    before = draft.first - 1
    digits = words[draft.a]
    counts = draft.kind == "count"
    return {
        "noun left unsaid": draft.elided and counts,
        "counts people by default": draft.elided and counts and draft.counted in _DEFAULT_PEOPLE,
        "share without a whole": draft.elided and draft.kind in ("percent", "ratio"),
        "flagged": bool(draft.flags),
        "bare number at the end of a clause": draft.elided and counts and not after.isalnum(),
        "one in words": draft.low == 1 and draft.form == "words" and counts,
        "like a year": counts and len(digits) == 4 and digits.isdecimal() and digits[:2] in ("19", "20"),
        "ratio": draft.kind == "ratio",
        "vague": draft.comparator == "vague",
        "capital before": counts
        and before >= 0
        and words[before].isalpha()
        and page.capital(before)
        and draft.comparator == "exact",
        "qualified": draft.comparator
        in ("more_than", "at_least", "about", "less_than", "at_most", "between"),
        "with a unit": draft.kind in ("money", "percent", "measure", "duration"),
        "noun right behind": counts and not draft.elided,
    }

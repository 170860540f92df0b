"""Decide, with the whole phrase read, whether a number states how much of something or does something else."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.page import Page


def not_a_figure(page: Page, draft: Draft, language: Language) -> str:
    """Return why the number phrase is no figure, "skip" for what is simply not scored, or ""."""
    words = page.words
    if draft.kind == "duration":
        why = _time_location(page, draft)
        if why:
            return why
    if draft.low == 1 and draft.form == "words" and draft.kind == "count" and draft.elided:
        return "skip"
    if draft.low is None and draft.high is None:
        return "misread"
    del words
    return ""


_AFTER = frozenset("ago later earlier before after назад спустя old".split())
_BEFORE = frozenset("within in past last next over every during coming previous recent into через в за каждые последние прошедшие первые the".split())


def _time_location(page: Page, draft: Draft) -> str:
    words = page.words
    k = draft.noun_end
    after = words[k] if k < len(words) else ""
    before = words[draft.first - 1] if draft.first else ""
    if after in _AFTER or before in _BEFORE:
        return "date"
    return ""

"""Amounts to come: "spending will reach 40m in 2034" is true of 2034, not of the day it was said."""

from __future__ import annotations

from claims.extraction.dates.mentions import DateMention
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.page import Page

_AMOUNTS = words_of("dates", "amounts_to_come")
_MOVES = words_of("dates", "moves_to_come")
_NEEDED = words_of("dates", "needed")
_HAVE = words_of("dates", "have")
_WILL = words_of("dates", "will")
_FORECASTS = words_of("dates", "forecasts")
_TO = words_of("dates", "to_amount")
_BREAKS = frozenset(";:.")
MAX_VERB = 6  # tokens between the verb and its amount
MAX_DATE = 8  # tokens between an amount and its date


def told_of(draft: Draft, mentions: list[DateMention], page: Page, first: int) -> DateMention | None:
    """Return the date to come of which the amount is foretold; None where a thing is only planned or due then."""
    words = page.words
    verb = -2
    for mention in mentions:
        if mention.role not in ("future", "soon") or not mention.day.year:
            continue
        verb = _verb(draft, words, first) if verb == -2 else verb
        if mention.first < draft.end:
            if verb >= 0 and mention.end <= verb:
                return mention
            continue
        between = words[draft.end : mention.first]
        close = len(between) <= 1 and any(_foretells(words, k) for k in range(first, draft.first))
        if close or verb >= 0 and len(between) <= MAX_DATE and not _is_broken(between):
            return mention
    return None


def _verb(draft: Draft, words: list[str], first: int) -> int:
    """Return the token of the verb that foretells the amount, -1 where there is none close before it."""
    last = draft.first - 1
    if last > first and (words[last] in _NEEDED or words[last] in _HAVE and words[last - 1] in _WILL):
        return last  # "by 2040 it will have 15 schools"
    for k in range(draft.first - 1, max(first, draft.first - MAX_VERB) - 1, -1):
        if words[k] in _BREAKS:
            return -1
        if _foretells(words, k):
            return k
    return -1


def _foretells(words: list[str], k: int) -> bool:
    if words[k] in _FORECASTS:
        return words[k + 1] not in _TO  # "expects to cut 400 posts" tells of a plan
    return words[k] in _AMOUNTS or words[k] in _MOVES and words[k + 1] in _TO


def _is_broken(between: list[str]) -> bool:
    """Tell that another clause or another number stands between an amount and a date."""
    return not _BREAKS.isdisjoint(between) or any(word[0].isdecimal() for word in between)

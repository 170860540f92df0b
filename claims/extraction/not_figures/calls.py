"""Which looks a number phrase calls for, by the words beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claims.extraction.draft import Draft
from claims.extraction.masks.rows import ANY, index


class Call(NamedTuple):
    """Words one of which must be there for a look to find anything, each set for its place."""

    before: frozenset[str] = ANY  # right before the phrase
    number: frozenset[str] = ANY  # the first or last word of the number
    behind: frozenset[str] = ANY  # right behind the number, its qualifiers or its noun
    itself: frozenset[str] = ANY  # the unit, or what is counted


class Calls:
    """Calls in their order, indexed by their words."""

    def __init__(self, calls: Iterable[Call]) -> None:
        rows = list(calls)
        self._before = index(row.before for row in rows)
        self._number = index(row.number for row in rows)
        self._behind = index(row.behind for row in rows)
        self._itself = index(row.itself for row in rows)

    def of(self, words: list[str], draft: Draft) -> int:
        """Return the calls that the phrase answers, call n as the bit 1 << n."""
        n, end = len(words), draft.b if draft.b > draft.end else draft.end
        called = self._number.get(words[draft.a], 0) | self._itself.get(draft.counted, 0)
        if draft.first:
            called |= self._before.get(words[draft.first - 1], 0)
        if draft.unit:
            called |= self._itself.get(draft.unit, 0)
        if end <= n:
            called |= self._number.get(words[end - 1], 0)
        behind = self._behind
        if end < n:
            called |= behind.get(words[end], 0)
        if draft.b < end:
            called |= behind.get(words[draft.b], 0)
        if draft.noun_end != end and draft.noun_end < n:
            called |= behind.get(words[draft.noun_end], 0)
        return called

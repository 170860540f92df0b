"""Which looks a number calls for: each look with the shapes of number, and the words beside it, that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

Look = Callable[[Page, int, Language], Mask | None]
ANY: frozenset[str] = frozenset()


class Row(NamedTuple):
    """A look and what it needs: without `shapes` any number will do, without `before` and `behind` any neighbour.

    `before` and `behind` hold the words one of which must stand right before, or right behind, the number.
    """

    look: Look
    shapes: str = ""
    before: frozenset[str] = ANY
    behind: frozenset[str] = ANY
    case: tuple[bool, ...] = (False, True)  # for languages without case, with case


class Rows:
    """Rows in their order. An ordinary number, with nothing telling beside it, is asked only a few of them."""

    def __init__(self, *rows: Row) -> None:
        self._rows = rows
        self._before = index(row.before for row in rows)
        self._behind = index(row.behind for row in rows)
        self._chosen = lru_cache(maxsize=4096)(self._choose)

    def first(self, page: Page, i: int, shape: frozenset[str], language: Language) -> Mask | None:
        """Return what the first look says that knows the number at token i, which has this shape."""
        words = page.words
        called = self._before.get(words[i - 1], 0) if i else 0
        if i + 1 < len(words):
            called |= self._behind.get(words[i + 1], 0)
        for look in self._chosen(shape, language.case, called):
            found = look(page, i, language)
            if found:
                return found
        return None

    def _choose(self, shape: frozenset[str], case: bool, called: int) -> tuple[Look, ...]:
        return tuple(
            row.look
            for n, row in enumerate(self._rows)
            if case in row.case
            and (not row.shapes or not shape.isdisjoint(row.shapes.split()))
            and (called >> n & 1 or not row.before and not row.behind)
        )


def index(words: Iterable[frozenset[str]]) -> dict[str, int]:
    """Index rows by the words that call for them, row n as the bit 1 << n."""
    index: dict[str, int] = {}
    for n, called in enumerate(words):
        for word in called:
            index[word] = index.get(word, 0) | 1 << n
    return index

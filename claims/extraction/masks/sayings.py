"""Sayings that hold a number in any of its cases: "в два счёта", "двум смертям не бывать", "опять двадцать пять"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import phrases_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

# A pattern: the words before its first number, and those from the number on. A word that ends in * is a beginning.
Pattern = tuple[tuple[str, ...], tuple[str, ...]]
# A neighbour of the number (-1 before it, 1 behind, 0 none) and how it begins.
Place = tuple[int, str]
_LETTERS = 2  # by which a neighbour is looked up


def saying(page: Page, i: int, language: Language) -> Mask | None:
    """Return the saying whose first number stands at token i, if there is one."""
    words = page.words
    entry = language.numbers.get(words[i])
    if entry is None:
        return None
    before = words[i - 1][:_LETTERS] if i else ""
    behind = words[i + 1][:_LETTERS] if i + 1 < len(words) else ""
    for key in (words[i], entry[1]):
        places = _PLACES.get(key)
        if places is None:
            continue
        near = [*places.get((-1, before), ()), *places.get((1, behind), ()), *places.get((0, ""), ())]
        for _, pattern in sorted(near) if len(near) > 1 else near:
            found = _at(page, i, pattern, language)
            if found:
                return found
    return None


def _at(page: Page, i: int, pattern: Pattern, language: Language) -> Mask | None:
    words, (before, behind) = page.words, pattern
    first, end = i - len(before), i + len(behind)
    if first < 0 or end > len(words) or not _fits(words[i + 1 : end], behind[1:], language):
        return None
    return (first, end, "idiom") if _fits(words[first:i], before, language) else None


def _fits(words: list[str], pattern: tuple[str, ...], language: Language) -> bool:
    return all(_is(word, asked, language) for word, asked in zip(words, pattern, strict=True))


def _is(word: str, asked: str, language: Language) -> bool:
    if asked[0] == "<":
        return language.numbers.get(word, ("", None))[1] == Decimal(asked[1:-1])
    return word.startswith(asked[:-1]) if asked[-1] == "*" else word == asked


def _index() -> dict[str | Decimal, dict[Place, list[tuple[int, Pattern]]]]:
    """Index the patterns, with their order, by the first number of each, its value or as spelt, and its neighbour."""
    index: dict[str | Decimal, dict[Place, list[tuple[int, Pattern]]]] = {}
    for n, parts in enumerate(phrases_of("sayings", "patterns")):
        at = next((k for k, part in enumerate(parts) if part[0] == "<" or part in _SPELT), None)
        if at is None:
            continue
        key = parts[at] if parts[at] in _SPELT else Decimal(parts[at][1:-1])
        pattern = (tuple(parts[:at]), tuple(parts[at:]))
        index.setdefault(key, {}).setdefault(_neighbour(*pattern), []).append((n, pattern))
    return index


def _neighbour(before: tuple[str, ...], behind: tuple[str, ...]) -> tuple[int, str]:
    """Return the side and the first letters of the word that stands next to the number; no side where any can."""
    side, asked = (-1, before[-1]) if before else (1, behind[1] if len(behind) > 1 else "<")
    if asked[0] == "<" or asked[-1] == "*" and len(asked) <= _LETTERS:
        return 0, ""
    return side, asked.removesuffix("*")[:_LETTERS]


_SPELT = frozenset(part for parts in phrases_of("sayings", "spelt") for part in parts)
_PLACES = _index()

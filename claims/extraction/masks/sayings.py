"""Sayings that hold a number in any of its cases: "в два счёта", "двум смертям не бывать", "опять двадцать пять"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import phrases_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

# A pattern: the words before its first number, and those from the number on. A word that ends in * is a beginning.
Pattern = tuple[tuple[str, ...], tuple[str, ...]]


def saying(page: Page, i: int, language: Language) -> Mask | None:
    """Return the saying whose first number stands at token i, if there is one."""
    words = page.words
    entry = language.numbers.get(words[i])
    if entry is None:
        return None
    for key in (words[i], entry[1]):
        for before, behind in _PATTERNS.get(key, ()):
            first, end = i - len(before), i + len(behind)
            if first < 0 or end > len(words):
                continue
            if _fits(words[i + 1 : end], behind[1:], language) and _fits(words[first:i], before, language):
                return first, end, "idiom"
    return None


def _fits(words: list[str], pattern: tuple[str, ...], language: Language) -> bool:
    return all(_is(word, asked, language) for word, asked in zip(words, pattern, strict=True))


def _is(word: str, asked: str, language: Language) -> bool:
    if asked[0] == "<":
        return language.numbers.get(word, ("", None))[1] == Decimal(asked[1:-1])
    return word.startswith(asked[:-1]) if asked[-1] == "*" else word == asked


def _index() -> dict[str | Decimal, list[Pattern]]:
    """Index the patterns by their first number: its value, or the word itself where it is spelt out."""
    index: dict[str | Decimal, list[Pattern]] = {}
    for parts in phrases_of("sayings", "patterns"):
        at = next((k for k, part in enumerate(parts) if part[0] == "<"), None)
        spelt = next((k for k, part in enumerate(parts) if part in _SPELT), None)
        if spelt is not None and (at is None or spelt < at):
            index.setdefault(parts[spelt], []).append((tuple(parts[:spelt]), tuple(parts[spelt:])))
        elif at is not None:
            value = Decimal(parts[at][1:-1])
            index.setdefault(value, []).append((tuple(parts[:at]), tuple(parts[at:])))
    return index


_SPELT = frozenset(part for parts in phrases_of("sayings", "spelt") for part in parts)
_PATTERNS = _index()

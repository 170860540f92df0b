"""Idioms that hold a number word."""

from __future__ import annotations

from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page


def idiom(page: Page, i: int, language: Language) -> Mask | None:
    """Return the idiom that begins at token i, if there is one."""
    words = page.words
    for parts in language.idioms.get(words[i], ()):
        if tuple(words[i : i + len(parts)]) == parts:
            return i, i + len(parts), "idiom"
    return None

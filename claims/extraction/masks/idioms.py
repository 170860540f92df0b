"""Idioms that hold a number word."""

from __future__ import annotations

from claims.extraction.languages import LANGUAGES
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

Phrase = tuple[str, ...]


def idiom(page: Page, i: int, language: Language) -> Mask | None:
    """Return the idiom that begins at token i, if there is one."""
    words = page.words
    if words[i] not in language.idioms:
        return None
    seconds = _BY_SECOND[language.code][words[i]]
    for second in (*words[i + 1 : i + 2], ""):
        for parts in seconds.get(second, ()):
            if tuple(words[i : i + len(parts)]) == parts:
                return i, i + len(parts), "idiom"
    return None


def _by_second(phrases: tuple[Phrase, ...]) -> dict[str, list[Phrase]]:
    """Index phrases that begin alike by their second word, "" where there is none: "one" begins very many."""
    index: dict[str, list[Phrase]] = {}
    for parts in phrases:
        index.setdefault(parts[1] if len(parts) > 1 else "", []).append(parts)
    return index


_BY_SECOND = {
    code: {first: _by_second(phrases) for first, phrases in language.idioms.items()}
    for code, language in LANGUAGES.items()
}

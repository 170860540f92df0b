"""Idioms that hold a number word."""

from __future__ import annotations

from claims.extraction.gaps import figure_since
from claims.extraction.languages import LANGUAGES, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

Phrase = tuple[str, ...]


_HAS = words_of("licences", "have")
_AND = words_of("licences", "also_does")
_TO = phrases_of("not_figures", "to_or_can")
_POINT = words_of("numbers", "point")


def idiom(page: Page, i: int, language: Language) -> Mask | None:
    """Return the idiom that begins at token i, if there is one."""
    words = page.words
    if words[i] not in language.idioms:
        return None
    seconds = _BY_SECOND[language.code][words[i]]
    for second in (*words[i + 1 : i + 2], ""):
        for parts in seconds.get(second, ()):
            if tuple(words[i : i + len(parts)]) == parts and not _is_counted(
                page, i, i + len(parts), language
            ):
                return i, i + len(parts), "idiom"
    return None


def _is_counted(page: Page, i: int, end: int, language: Language) -> bool:
    """Tell "one point seven", and the one of "three are mouldy and one has no window", from the idioms [i, end)."""
    words = page.words
    if words[end - 1] in _POINT:
        return end < len(words) and words[end] in language.numbers
    if end - i != 2 or words[end - 1] not in _HAS or not i or words[i - 1] not in _AND:
        return False
    return figure_since(page, page.sentence(i)[0]) and words[end : end + 1] not in _TO


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

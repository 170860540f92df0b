"""The languages that can be read, and which of them a text is in."""

from __future__ import annotations

import re
from typing import Any

from claims.extraction.languages.base import Language
from claims.extraction.languages.en import ENGLISH
from claims.extraction.languages.ru import RUSSIAN

_CYRILLIC = re.compile("[\u0400-\u04ff]++")
_LATIN = re.compile("[A-Za-z]++")
LANGUAGES: dict[str, Language] = {"en": ENGLISH, "ru": RUSSIAN}


def detect(text: str, stated: str = "") -> Language:
    """Choose the language of a text: the stated one where it is known, else by the letters.

    A text in Cyrillic that is stated to be English is still read as Russian: the letters decide.
    """
    sample = text[:4000]
    if _LATIN.search(sample) and not _CYRILLIC.search(sample):
        return LANGUAGES["en"]
    cyrillic = sum(map(len, _CYRILLIC.findall(sample)))
    latin = sum(map(len, _LATIN.findall(sample)))
    if cyrillic > latin:
        return LANGUAGES["ru"]
    if latin > cyrillic:
        return LANGUAGES["en"]
    return LANGUAGES.get(stated[:2].lower(), LANGUAGES["en"])


def words_of(package: str, name: str, signs: str = "") -> frozenset[str]:
    """Return the words a pass asks for, of all languages together, and the signs it adds (separated by spaces).

    Together, because texts quote each other: a Russian story prints English sentences. A language leaves out
    what it has no words for; a name that no language knows is an error, raised when the pass is imported.
    """
    return frozenset(_words(package, name)).union(signs.split(" ") if signs else ())


def endings_of(package: str, name: str) -> tuple[str, ...]:
    """Return beginnings or endings of words, as `startswith` and `endswith` take them."""
    return tuple(_words(package, name))


def phrases_of(package: str, name: str) -> tuple[list[str], ...]:
    """Return phrases as lists of tokens, to be compared with a stretch of a page."""
    return tuple(phrase.split() for phrase in _words(package, name))


def mapping_of(package: str, name: str) -> dict[str, Any]:
    """Return what each word stands for, of all languages together."""
    found: dict[str, Any] = {}
    for table in _tables(package, name):
        assert isinstance(table, dict)
        found |= table
    return found


def _words(package: str, name: str) -> list[str]:
    found: list[str] = []
    for table in _tables(package, name):
        assert isinstance(table, str)
        found += [part for part in table.split("|") if part] if "|" in table else table.split()
    return found


def _tables(package: str, name: str) -> list[str | dict]:
    found = [
        language.tables[package][name]
        for language in LANGUAGES.values()
        if name in language.tables.get(package, ())
    ]
    if not found:
        raise KeyError(f"No language has words for {package}: {name}.")
    return found

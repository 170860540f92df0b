"""The languages that can be read, and which of them a text is in."""

from __future__ import annotations

import re

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
    cyrillic = sum(map(len, _CYRILLIC.findall(sample)))
    latin = sum(map(len, _LATIN.findall(sample)))
    if cyrillic > latin:
        return LANGUAGES["ru"]
    if latin > cyrillic:
        return LANGUAGES["en"]
    return LANGUAGES.get(stated[:2].lower(), LANGUAGES["en"])

"""Calibres in Russian: "120-мм миномёты", "Пушка ЗиС-3, 76 мм" name a kind of weapon."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_WEAPONS = endings_of("calibres", "weapons")
_MILLIMETRES = words_of("calibres", "millimetres")
_PRECIPITATION = endings_of("calibres", "precipitation")
_NEAR = 6  # tokens looked to on either side


def is_calibre(page: Page, draft: Draft, language: Language) -> str:
    """Pass over millimetres beside a weapon."""
    if not language.case or draft.unit not in _MILLIMETRES or draft.kind != "measure":
        return ""
    words = page.words
    begins, ends = page.sentence(draft.first)
    before = words[max(begins, draft.first - _NEAR) : draft.first]
    behind = words[draft.noun_end : min(ends, draft.noun_end + 4)]
    if any(word.startswith(_PRECIPITATION) for word in (*before, *behind)):
        return ""
    return "name" if any(word.startswith(_WEAPONS) for word in (*before, *behind)) else ""

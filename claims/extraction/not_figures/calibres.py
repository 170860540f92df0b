"""Measures that name a kind in Russian: "120-мм миномёты", "Пушка ЗиС-3, 76 мм", "бег на 1500 метров"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_WEAPONS = endings_of("calibres", "weapons")
_MILLIMETRES = words_of("calibres", "millimetres")
_PRECIPITATION = endings_of("calibres", "precipitation")
_RUN = words_of("calibres", "run")
_OVER = words_of("calibres", "over")
_RACES = endings_of("calibres", "races")
_NEAR = 6  # tokens looked to on either side


def is_calibre(page: Page, draft: Draft, language: Language) -> str:
    """Pass over millimetres beside a weapon, and over the length that names a race: "заплыв на 200 метров"."""
    if not language.case or draft.kind != "measure":
        return ""
    words = page.words
    begins, ends = page.sentence(draft.first)
    before = words[max(begins, draft.first - _NEAR) : draft.first]
    if draft.unit in _RUN and before[-1:] and before[-1] in _OVER:
        return "name" if any(word.startswith(_RACES) for word in before) else ""
    if draft.unit not in _MILLIMETRES:
        return ""
    behind = words[draft.noun_end : min(ends, draft.noun_end + 4)]
    if any(word.startswith(_PRECIPITATION) for word in (*before, *behind)):
        return ""
    return "name" if any(word.startswith(_WEAPONS) for word in (*before, *behind)) else ""

"""What a Russian pronoun before a number takes up: "принято из них менее ста", "истцов прибавилось, их 1112"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.ru.forms import is_person_lemma
from claims.extraction.page import Page

_OF = words_of("counted", "out_of_case")
_THOSE = words_of("counted", "those_case")
_COLLECTIVE = words_of("counted", "collective_objects")
_VICTIMS = words_of("counted", "victims")
_THEIR = words_of("counted", "their_number")
_CLAUSE = frozenset(", ; : — – ( ) . ! ? \n |".split(" "))
MAX_BACK = 8  # tokens looked back over for the pronoun
MAX_FIGURES = 6  # figures back in which its noun is looked for


def of_those(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    """Return the noun of the figure that "из них" or "их" before a number takes up, "" where neither stands there."""
    words, first = page.words, draft.first
    if not first:
        return ""
    begins = page.sentence(first)[0]
    last = earlier[-1] if earlier else None
    if first == begins and words[first] in _COLLECTIVE and last and last.kind == "count":
        near = last.a >= page.paragraph(first)[0] and is_person_lemma(last.counted)
        return last.counted if near and last.counted not in _VICTIMS else ""  # "четверых продержали до утра"
    if not _stands_before(words, first, begins):
        return ""
    start = page.paragraph(first)[0]
    for other in reversed(earlier[-MAX_FIGURES:]):
        if other.a < start:
            return ""
        if other.kind in ("count", "ratio") and other.counted:
            return other.counted
    return ""


def _stands_before(words: list[str], first: int, begins: int) -> bool:
    if words[first - 1] in _THEIR and first - 2 >= begins and words[first - 2] in _CLAUSE:
        return True
    for k in range(first - 1, max(first - MAX_BACK, begins), -1):
        if words[k] in _THOSE and words[k - 1] in _OF:
            return True
        if words[k] in _CLAUSE:
            return False
    return False

"""Scores of matches."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES, Mask, code_end, noun_follows
from claims.extraction.page import Page

_MATCH = words_of("masks", "match")
_HALF = "½"
_BALLOT = words_of("masks", "ballot")


def _of_halves(page: Page, i: int) -> Mask | None:
    """Read the "2½–1½" of a match at chess; a range such as "2½–3½ miles" rises."""
    words = page.words
    joined = len(words) > i + 3 and words[i + 2] in DASHES and all(page.glued(k) for k in range(i + 1, i + 4))
    if not joined or not words[i].isdecimal() or not words[i + 3].isdecimal():
        return None
    falls = len(words[i]) == len(words[i + 3]) <= 2 and words[i] >= words[i + 3]
    return (i, i + 4 + (words[i + 4 : i + 5] == [_HALF]), "not_a_claim") if falls else None


def score(page: Page, i: int, language: Language) -> Mask | None:
    """Read "2–1" as the score of a match; votes such as "passed 52–48" stay figures."""
    words, n = page.words, len(page.words)
    j = i + 1
    if j < n and words[j] == _HALF:
        return _of_halves(page, i)
    if (
        j + 1 >= n
        or words[j] not in DASHES
        or not (page.glued(j) and page.glued(j + 1))
        or not words[j + 1].isdecimal()
        or not words[i].isdecimal()
    ):
        return None
    first, end = page.sentence(i)
    near = words[max(first, i - 25) : min(end, i + 25)]
    small = len(words[i]) <= 3 and len(words[j + 1]) <= 3
    rising = len(words[i]) < len(words[j + 1]) or (
        len(words[i]) == len(words[j + 1]) and words[i] < words[j + 1]
    )
    rising = rising or (len(words[i]), len(words[j + 1])) == (4, 2) and words[i][2:] < words[j + 1]  # 2030–31
    if (
        small
        and any(word in _MATCH for word in near)
        and not any(word in _BALLOT for word in near)
        and not noun_follows(page, j + 1, language)
    ):
        return i, j + 2, "not_a_claim"
    if not rising and not any(word in _BALLOT for word in near):
        return i, code_end(page, i), "not_a_claim" if small else "identifier"
    return None

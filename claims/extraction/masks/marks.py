"""Marks of notes and lists: "[4]", "1.", "2)"."""

from __future__ import annotations

from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

_MARKS = frozenset(".)")


def marks(page: Page, i: int, language: Language) -> Mask | None:
    """Read "[4]", "1.", "2)" and "(3)" as marks of notes and lists."""
    words, n = page.words, len(page.words)
    if not words[i].isdecimal() or len(words[i]) > 3:
        return None
    after = words[i + 1] if i + 1 < n else ""
    if i and words[i - 1] == "[" and after in ("]", ","):
        return i - 1, i + 2, "page_mark"
    first, end = page.sentence(i)
    if i == first and after in _MARKS and page.glued(i + 1) and end - i > 2:
        return i, i + 2, "page_mark"
    if i == first and after in _MARKS and page.glued(i + 1) and after == "." and end == i + 2 and end < n:
        line, _ = page.paragraph(i)
        if i == line:
            return i, i + 2, "page_mark"
    if i > 1 and words[i - 1] == "," and after in ("]", ","):
        k = i - 1
        while k > 0 and i - k < 8 and (words[k] == "," or words[k].isdecimal()):
            k -= 1
        if words[k] == "[":
            return i, i + 2 if after == "]" else i + 1, "page_mark"
    if i == first + 1 and words[first] == "(" and after == ")":
        return i - 1, i + 2, "page_mark"
    return None

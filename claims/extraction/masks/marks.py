"""Marks of notes and lists: "[4]", "1.", "2)"."""

from __future__ import annotations

from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

_MARKS = frozenset(".)")


def list_mark(page: Page, i: int, language: Language) -> Mask | None:
    """Read the 2 of the lines "1 Unaudited." and "2 Excludes a week." as marks: they run on, line by line."""
    words, n = page.words, len(page.words)
    first, end = page.paragraph(i)
    if i != first or not words[i].isdecimal() or len(words[i]) > 2 or i + 1 >= n:
        return None
    if not words[i + 1].isalpha() or not page.capital(i + 1) or page.glued(i + 1):
        return None
    last = page.memo.get("list_mark", (0, 0))
    follows = last[1] == int(words[i]) - 1 > 0 and page.paragraph(last[0])[1] == first
    opens = words[i] == "1" and end + 1 < n and words[end] == "2" and page.capital(end + 1)
    if not follows and not opens:
        return None
    page.memo["list_mark"] = (i, int(words[i]))
    return i, i + 1, "page_mark"


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

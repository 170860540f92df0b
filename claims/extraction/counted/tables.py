"""Find what a column counts: the head of the column in a table pasted as text."""

from __future__ import annotations

from bisect import bisect_right

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

MAX_ROWS = 40  # lines looked up for the head of a table
_BAR = "|"


def column(page: Page, draft: Draft, language: Language) -> str:
    """Return the head of the column in which a number stands alone, "" outside a table with heads.

    A unit in brackets ("Rice (t)") makes the figure a measure.
    """
    if draft.first < 2 or page.words[draft.first - 1] != _BAR:
        return ""
    first, end = page.paragraph(draft.a)
    after = page.words[max(draft.b, draft.end)] if max(draft.b, draft.end) < end else _BAR
    if after not in (_BAR, "\n"):
        return ""
    head = _head(page, first)
    cells = _cells(page, head) if head != first else []
    at = page.words[first : draft.first].count(_BAR)
    if len(cells) != page.words[first:end].count(_BAR) + 1 or at >= len(cells):
        return ""
    begin, stop = cells[at]
    if any(word[0].isdecimal() for word in page.words[begin:stop]):
        return ""
    for i in range(begin + 1, stop):
        if page.words[i] == "(":
            if page.words[i + 1] in language.units:
                draft.kind, draft.unit = language.units[page.words[i + 1]]
            stop = i
            break
    return page.words_of(begin, stop)


def _head(page: Page, first: int) -> int:
    """Return the first token of the topmost line of the table that holds the line at token `first`."""
    known = page.memo.get(("table", first))
    if known is not None:
        return int(known)
    at = bisect_right(page.paragraphs, first) - 1
    head = first
    for step in range(1, MAX_ROWS):
        if step > at:
            break
        begin, end = page.paragraphs[at - step], page.paragraphs[at - step + 1]
        if _BAR not in page.words[begin:end] or page.words[end - 2] == "\n":
            break
        head = page.memo.get(("table", begin), begin)
        if head != begin:
            break
    page.memo["table", first] = head
    return head


def _cells(page: Page, first: int) -> list[tuple[int, int]]:
    """Return the token ranges of the cells of a line."""
    _, end = page.paragraph(first)
    while end > first and page.words[end - 1] == "\n":
        end -= 1
    bars = [i for i in range(first, end) if page.words[i] == _BAR]
    edges = [first - 1, *bars, end]
    return [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False)]

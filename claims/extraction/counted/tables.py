"""Find what a column counts: the head of the column in a table pasted as text."""

from __future__ import annotations

from bisect import bisect_right

from claims.extraction.counted.phrases_plural import is_plural, phrase
from claims.extraction.draft import Draft
from claims.extraction.languages import mapping_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.lists import numbers_of_row
from claims.extraction.page import Page

_LONG = mapping_of("counted", "long")
MAX_LINE = 200  # tokens of a row
MAX_LIST = 60  # tokens of a list after a colon
_LIST_JOINTS = words_of("counted", "list_joints", signs="(")
MAX_LABEL = 12  # tokens of the label of a row, and of a heading
MAX_ROWS = 40  # lines looked up for the head of a table
_BAR = "|"
MAX_ROW = 20  # tokens of a line that can be a row
_STOPS = frozenset(".!?")
_BULLETS = frozenset("•-–*")
_IN_LABEL = frozenset("&-'/()")
_LABEL_ENDS = frozenset(":–—-|")
_LEADERS = frozenset("…|:–—$£€¥\t")


def column(page: Page, draft: Draft, language: Language) -> str:
    """Return the head of the column in which a number stands alone, "" outside a table with heads.

    A unit in brackets ("Rice (t)") makes the figure a measure.
    """
    if draft.first < 2 or page.words[draft.first - 1] != _BAR:
        return ""
    first, end = page.paragraph(draft.a)
    if end - first > MAX_LINE:
        return ""
    after = page.words[max(draft.b, draft.end)] if max(draft.b, draft.end) < end else _BAR
    if after not in (_BAR, "\n"):
        return ""
    top = head(page, first)
    cells = _cells(page, top) if top != first else []
    at = page.words[first : draft.first].count(_BAR)
    if len(cells) != page.words[first:end].count(_BAR) + 1 or at >= len(cells):
        return ""
    begin, stop = cells[at]
    if any(word[0].isdecimal() for word in page.words[begin:stop]):
        return ""
    for i in range(begin + 1, stop):
        if page.words[i] == "(":
            unit = page.words[i + 1]
            if unit in language.units:
                draft.kind, draft.unit = language.units[unit]
            elif unit in _LONG:
                draft.kind, draft.unit = "measure", _LONG[unit].removesuffix("s")
            stop = i
            break
    return page.words_of(begin, stop)


def head(page: Page, first: int) -> int:
    """Return the first token of the topmost line of the table that holds the line at token `first`."""
    known = page.memo.get(("table", first))
    if known is not None:
        return int(known)
    at = bisect_right(page.paragraphs, first) - 1
    top = first
    for step in range(1, MAX_ROWS):
        if step > at:
            break
        begin, end = page.paragraphs[at - step], page.paragraphs[at - step + 1]
        if _BAR not in page.words[begin:end] or page.words[end - 2] == "\n":
            break
        top = page.memo.get(("table", begin), begin)
        if top != begin:
            break
    page.memo["table", first] = top
    return top


def list_head(page: Page, draft: Draft, language: Language) -> str:
    """Return the deaths of "deaths by cause: drowning 14, falls 9": what a list after a colon counts."""
    words = page.words
    first, _ = page.sentence(draft.first)
    first = max(first, draft.first - MAX_LIST)
    if ":" not in words[first : draft.first]:
        return ""
    colon = next((k for k in range(draft.first - 2, first, -1) if words[k] == ":"), -1)
    if colon < 0 or any(words[k] in language.verbs or words[k] in _STOPS for k in range(colon, draft.first)):
        return ""
    if not words[draft.first - 1].isalpha() or words[colon + 1][0].isdecimal():
        return ""
    at, end = phrase(page, first, language, single=False)
    heads = words[end] == ":" or words[end] in _LIST_JOINTS
    return (
        page.words_of(at, end)
        if at < end < colon + 1 and heads and is_plural(words[end - 1], language)
        else ""
    )


def spaced_column(page: Page, draft: Draft) -> str:
    """Return the deaths of "Region Cases Deaths" above "Orme 412 14": a word for each number, told from the right."""
    first, end = page.paragraph(draft.a)
    at = numbers_of_row(page, first, end) if end - first <= MAX_ROW else -1
    top = page.block(draft.a)
    if at < 0 or top == first:
        return ""
    heads = [word for word in page.words[top : page.paragraph(top)[1]] if word != "\n"]
    count = sum(word != "\n" for word in page.words[at:end])
    if len(heads) - count not in (0, 1) or count < 2 or not all(word.isalpha() for word in heads):
        return ""
    return heads[draft.a - at - count] if at <= draft.a < at + count else ""


def row_above(page: Page, first: int, earlier: list[Draft]) -> Draft | None:
    """Return the first figure of the line above, where that is a row with a label, as the line of token `first` is.

    "Influenza: 203 patients" stands above "Covid: 44".
    """
    begin, _ = page.paragraph(first)
    above = page.paragraph(begin - 1)[0] if begin else begin
    if above == begin or page.words[begin - 2 : begin] == ["\n", "\n"] or not _has_label(page, above):
        return None
    found = None
    for one in reversed(earlier[-MAX_ROWS:]):
        if one.a < above:
            break
        found = one if one.a < begin else found
    return found


def _has_label(page: Page, first: int) -> bool:
    """Tell whether a line begins with a few words and a colon or dash."""
    return any(word in _LABEL_ENDS for word in page.words[first + 1 : first + MAX_LABEL])


def heading(page: Page, first: int, language: Language) -> str:
    """Return the votes of "Votes by candidate", the line above the rows of which that of token `first` is one."""
    line, _ = page.paragraph(first)
    top = page.block(first)
    if top == line or not _has_label(page, line):
        return ""
    known = page.memo.get(("heading", top))
    if known is None:
        known = page.memo["heading", top] = _heading(page, top, language)
    return str(known)


def _heading(page: Page, top: int, language: Language) -> str:
    words, (_, end) = page.words, page.paragraph(top)
    while end > top and words[end - 1] in "\n:":
        end -= 1
    if end - top > MAX_LABEL or not all(word.isalpha() or word in _IN_LABEL for word in words[top:end]):
        return ""
    at, stop = phrase(page, top, language, single=False)
    named = (
        at < stop and is_plural(words[stop - 1], language) and (stop == end or words[stop] in _LIST_JOINTS)
    )
    return page.words_of(at, stop) if named else ""


def _cells(page: Page, first: int) -> list[tuple[int, int]]:
    """Return the token ranges of the cells of a line."""
    _, end = page.paragraph(first)
    while end > first and page.words[end - 1] == "\n":
        end -= 1
    bars = [i for i in range(first, end) if page.words[i] == _BAR]
    edges = [first - 1, *bars, end]
    return [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False)]


def row(page: Page, draft: Draft, language: Language) -> str:
    """Return the label of a line that is a row of figures: "Aldane Bank … £3.41 (+1.2%)"."""
    first, end = page.paragraph(draft.a)
    if end - first > 2 * MAX_ROW:
        return ""
    while end > first and page.words[end - 1] == "\n":
        end -= 1
    if end - first > MAX_ROW or page.words[end - 1] in _STOPS:
        return ""
    k = first + (page.words[first] in _BULLETS)
    begin = k
    while k < draft.first and (page.words[k].isalpha() or page.words[k] in _IN_LABEL):
        if page.words[k] in language.verbs or page.words[k] in language.said:
            return ""
        k += 1
    if not (begin < k < draft.first) or page.words[k] not in _LEADERS and not page.words[k].isdecimal():
        return ""
    return page.words_of(begin, k)

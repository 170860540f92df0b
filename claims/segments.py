"""A document cut into the pieces a page draws: paragraphs, lines, and runs of text with or without a mark. Pure.

A run holds no line break and nothing but text; its offset counts code points from the start of the Text, so that a
selection can be turned back into a place. Marks may overlap or lie within each other: each character belongs to the
shortest mention that covers it, and a mention that is cut in pieces stays one mark in several pieces.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# One sign for one sign, so that offsets stay: controls as their pictures, what turns the direction of text as ␦.
_TURNS = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if code != 0x09}
    | {0x7F: 0x2421}
    | dict.fromkeys((*_TURNS, 0xFFFE, 0xFFFF), 0x2426)
)
_IN_A_QUOTE = {code: sign for code, sign in VISIBLE.items() if chr(code) not in "\n\r"}


def quoted(words: str) -> str:
    """Return the words of a text as they may be printed: sign for sign, with no control left in them."""
    return words.translate(_IN_A_QUOTE)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a mark lies in the Text, and which."""

    start: int
    end: int
    key: int


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line. `key` names its mark, None where there is none; first and last of that mark's pieces."""

    start: int
    text: str
    key: int | None = None
    is_first: bool = False
    is_last: bool = False


Line = list[Run]
Paragraph = list[Line]


def paragraphs(text: str, spans: Iterable[Span], *, start: int, end: int) -> list[Paragraph]:
    """Cut text[start:end] into paragraphs (parted by empty lines) of lines of runs, with the marks drawn in."""
    inside = sorted((span for span in spans if span.start < end and span.end > start), key=_order)
    runs: list[Paragraph] = [[]]
    at, begun = start, 0
    for found in [*LINE_BREAK.finditer(text, start, end), None]:
        stop = found.start() if found else end
        if text[at:stop].strip():
            while begun < len(inside) and inside[begun].end <= at:
                begun += 1  # marks are in order, so those that ended before this line are done with
            runs[-1].append(_line(text, at, stop, inside[begun:]))
        elif runs[-1]:
            runs.append([])
        at = found.end() if found else end
    return _with_ends([paragraph for paragraph in runs if paragraph])


def _order(span: Span) -> tuple[int, int, int]:
    return span.start, span.end, span.key


def _line(text: str, start: int, end: int, spans: Sequence[Span]) -> Line:
    """Cut one line wherever a mark begins or ends, and give each piece to the shortest mark over it."""
    here = []
    for span in spans:
        if span.start >= end:
            break
        if span.end > start:
            here.append(span)
    edges = {start, end} | {edge for span in here for edge in (span.start, span.end) if start < edge < end}
    cuts = sorted(edges)
    line: Line = []
    for first, last in zip(cuts, cuts[1:], strict=False):
        over = [span for span in here if span.start <= first and span.end >= last]
        owner = min(over, key=lambda span: (span.end - span.start, span.key)).key if over else None
        line.append(Run(first, text[first:last].translate(VISIBLE), owner))
    return line


def _with_ends(cut: list[Paragraph]) -> list[Paragraph]:
    """Say of each mark which piece is its first and which its last."""
    marked = [run for paragraph in cut for line in paragraph for run in line if run.key is not None]
    first = {run.key: run.start for run in reversed(marked)}
    last = {run.key: run.start for run in marked}
    return [
        [
            [
                run
                if run.key is None
                else Run(
                    run.start, run.text, run.key, run.start == first[run.key], run.start == last[run.key]
                )
                for run in line
            ]
            for line in paragraph
        ]
        for paragraph in cut
    ]

"""Text in, readings out: find every figure in a text and say what it states. Pure, no database."""

from __future__ import annotations

from claims.extraction.pipeline import extraction, run
from claims.extraction.readings import READER, DocumentFacts, Extraction, PassedNumber, ReadFigure

__all__ = ["READER", "DocumentFacts", "Extraction", "PassedNumber", "ReadFigure", "read"]


NOTHING_KNOWN = DocumentFacts()


def read(
    text: str, facts: DocumentFacts = NOTHING_KNOWN, *, start: int = 0, end: int | None = None
) -> Extraction:
    """Read every number of a text. Offsets are code points into `text`, whatever `start` and `end` are.

    Only the slice [start, end) is read. Never raises on any string.
    """
    end = len(text) if end is None else end
    if start == 0 and end >= len(text):
        return extraction(run(text, facts), 0, len(text))
    # Everything outside the slice is blanked, so that offsets stay and nothing leaks in from a neighbour.
    sliced = " " * start + text[start:end]
    return extraction(run(sliced, facts), start, end)

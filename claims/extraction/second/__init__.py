"""A second reader behind the same interface; off unless a setting names one. It runs after the grammar.

Any callable that takes a text and its facts and returns figures will do. It is trusted with nothing: what it says is
checked here, marked as its own, and never replaces what the grammar has read.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from claims.extraction.readings import (
    BASES,
    COMPARATORS,
    KINDS,
    READER,
    DocumentFacts,
    Extraction,
    ReadFigure,
)

Reader = Callable[[str, DocumentFacts], Sequence[ReadFigure]]
FLAG = "second_reader"
MAX_FIGURES = 500  # of one text; a reader that names more is not believed
MAX_QUOTE = 300  # characters
MAX_LINES = 10  # voices, flags or dates of one figure
SURE = 0.3  # at most: below every reading of the grammar that is offered as likely
_LIMIT = Decimal(10) ** 20  # what the desk can hold
_PLACES = 10
# Why a reader gave less than it was asked for. The desk has a sentence for each.
TROUBLES = (
    "not_loaded", "unreachable", "slow", "refused", "redirected", "too_long", "not_understood", "broken", "too_many",
    "cut",
)  # fmt: skip

FATAL = frozenset({"unreachable", "slow", "refused", "redirected"})  # the next text would fare no better


class SecondReaderFailed(Exception):
    """A second reader could not read, or not all. `code` is one of TROUBLES, `found` what it found before."""

    def __init__(self, code: str, found: Sequence[ReadFigure] = ()) -> None:
        super().__init__(code)
        self.code, self.found = code, found


@dataclass(frozen=True, slots=True)
class Heard:
    """What a second reader found and could be believed, in order; `trouble` is one of TROUBLES or empty."""

    figures: tuple[ReadFigure, ...] = ()
    trouble: str = ""


def named(name: str, *, address: str, model: str, key: str = "") -> Reader | None:
    """Return the reader of this name ("package.module:callable", or "openai" at `address`); None for no name.

    Raises SecondReaderFailed (not_loaded) where there is no such callable.
    """
    if not name:
        return None
    if name == "openai":
        from claims.extraction.second.model import OpenAIReader

        return OpenAIReader(address=address, model=model, key=key)
    module, _, attribute = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except Exception as error:  # whatever a module of somebody else's may do while it is imported
        raise SecondReaderFailed("not_loaded") from error
    if not callable(found):
        raise SecondReaderFailed("not_loaded")
    loaded: Reader = found
    return loaded


def hear(reader: Reader, text: str, facts: DocumentFacts, *, name: str) -> Heard:
    """Ask a reader about a text and keep what can be believed. Never raises, whatever the reader does.

    `name` is what its figures carry where they name no reader of their own.
    """
    try:
        found: Iterable[ReadFigure] = reader(text, facts)
        trouble = ""
        rows = list(islice(found, MAX_FIGURES + 1))
    except SecondReaderFailed as failure:
        trouble, rows = failure.code, list(failure.found[: MAX_FIGURES + 1])
    except Exception:  # noqa: BLE001 - code of somebody else's; nothing it raises may lose the grammar's reading
        return Heard((), "broken")
    if len(rows) > MAX_FIGURES:
        rows, trouble = rows[:MAX_FIGURES], trouble or "too_many"
    kept: list[ReadFigure] = []
    for one in sorted(filter(None, (_sound(row, text, name) for row in rows)), key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return Heard(tuple(kept), trouble)


def add_second(reading: Extraction, added: Iterable[ReadFigure]) -> Extraction:
    """Add what a second reader found where the grammar read nothing."""
    taken = [(one.start, one.end) for one in reading.figures]
    new = [one for one in added if not any(start < one.end and one.start < end for start, end in taken)]
    figures = tuple(sorted((*reading.figures, *new), key=lambda one: one.start))
    covered = [(one.start, one.end) for one in new]
    leftover = tuple(
        one for one in reading.leftover if not any(s <= one.start and one.end <= e for s, e in covered)
    )
    return replace(reading, figures=figures, leftover=leftover)


# --- what can be believed -----------------------------------------------------------------------------


def _sound(row: object, text: str, name: str) -> ReadFigure | None:
    """Return a figure with all that is known to be wrong taken out of it; None where its words or value are wrong."""
    if not isinstance(row, ReadFigure):
        return None
    try:
        return _checked(row, text, name)
    except (TypeError, ValueError, ArithmeticError):  # a field of another type than it is declared
        return None


def _checked(row: ReadFigure, text: str, name: str) -> ReadFigure | None:
    is_quoted = 0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.quote
    if not is_quoted or len(row.quote) > MAX_QUOTE or not row.quote.strip():
        return None
    if row.comparator not in COMPARATORS or row.kind not in KINDS or row.as_of_basis not in BASES:
        return None
    value = bounds(row.comparator, row.low, row.high)
    if value is None or (row.kind == "count" and any(end is not None and end < 0 for end in value)):
        return None
    reader = line(row.reader, 40)
    sure = float(row.confidence)
    return replace(
        row,
        low=value[0],
        high=value[1],
        counted=line(row.counted, 200),
        unit=line(row.unit, 32),
        predicate=line(row.predicate, 300),
        as_of_phrase=line(row.as_of_phrase, 200),
        elided=bool(row.elided),
        as_of=_date(row.as_of),
        as_of_candidates=_lines(row.as_of_candidates),
        since=_date(row.since),
        attribution=_lines(row.attribution),
        language=line(row.language, 8),
        flags=tuple(dict.fromkeys([*_lines(row.flags), FLAG])),
        reader=reader if reader and reader != READER else line(name, 40),
        confidence=min(max(sure, 0.0), SURE) if math.isfinite(sure) else 0.0,
    )


def _lines(words: Sequence[str]) -> tuple[str, ...]:
    """Return a few lines of words. Raises TypeError for anything else."""
    if not isinstance(words, tuple | list):
        raise TypeError("not a list")
    return tuple(line(one, 300) for one in words[:MAX_LINES])


def _date(edtf: str | None) -> str | None:
    return None if edtf is None else line(edtf, 60)


def bounds(
    comparator: str, low: Decimal | None, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None] | None:
    """Return the interval a comparator makes of one or two numbers; None where they do not go together."""
    for end in (low, high):
        if end is not None and not (isinstance(end, Decimal) and end.is_finite() and _holds(end)):
            return None
    only = low if low is not None else high
    if only is None:
        return None
    if comparator == "between":
        return (low, high) if low is not None and high is not None and low <= high else None
    if comparator in ("less_than", "at_most"):
        return None, high if high is not None else low
    if comparator in ("more_than", "at_least", "vague"):
        return only, None
    return (only, only) if high is None or high == only else None


def _holds(value: Decimal) -> bool:
    """Say whether the desk can keep a value exactly: 20 digits before the point, 10 after."""
    exponent = value.as_tuple().exponent
    return abs(value) < _LIMIT and isinstance(exponent, int) and -_PLACES <= exponent <= 20


def line(words: object, longest: int) -> str:
    """Return one printable line of at most `longest` characters. Raises TypeError for what is no text."""
    if not isinstance(words, str):
        raise TypeError("not a text")
    shown = "".join(one if one.isprintable() else " " for one in words[: 4 * longest])
    return " ".join(shown.split())[:longest]

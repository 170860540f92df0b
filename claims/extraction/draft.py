"""A figure while it is being read: each pass fills in its part and may say why."""

from __future__ import annotations

from decimal import Decimal


class Draft:
    """One number phrase. Token ranges: core [a, b), with its qualifiers [first, end)."""

    __slots__ = (
        "a", "b", "first", "end", "low", "high", "manner", "comparator", "kind", "unit", "flags", "counted",
        "noun_at", "noun_end", "elided", "predicate", "as_of", "as_of_phrase", "as_of_basis", "as_of_candidates",
        "since", "attribution", "confidence", "form", "why", "trace", "ratio", "scaled", "hyphened", "sign", "doubts",
    )  # fmt: skip

    def __init__(self, a: int, b: int, low: Decimal, manner: str = "exact", kind: str = "count") -> None:
        self.a, self.b = a, b
        self.first, self.end = a, b
        self.low: Decimal | None = low
        self.high: Decimal | None = low
        self.manner = manner  # exact, vague, about: how the number itself speaks
        self.comparator = ""
        self.kind = kind
        self.unit = ""
        self.flags: list[str] = []
        self.counted = ""
        self.noun_at = self.noun_end = b  # tokens of the counted noun, empty where it is elided
        self.elided = False
        self.predicate = ""
        self.as_of: str | None = None
        self.as_of_phrase = ""
        self.as_of_basis = "none"
        self.as_of_candidates: tuple[str, ...] = ()
        self.since: str | None = None
        self.attribution: tuple[str, ...] = ()
        self.confidence = 0.0
        self.form = "digits"
        self.why = ""  # set where a pass finds that this is not a figure
        self.trace: list[tuple[str, str]] | None = None
        self.ratio = False
        self.scaled = False  # a scale word (thousand, bn) is part of the number
        self.hyphened = False  # "12-member": the number qualifies the next word
        self.sign = 1
        self.doubts: list[str] = []

    def note(self, step: str, words: str) -> None:
        """Record what a pass decided, where somebody asked for it."""
        if self.trace is not None:
            self.trace.append((step, words))

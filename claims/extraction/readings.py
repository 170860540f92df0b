"""What the reader is told and what it hands back: plain, frozen records with exact decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

READER = "grammar 1"

COMPARATORS = ("exact", "more_than", "at_least", "less_than", "at_most", "about", "between", "vague")
KINDS = ("count", "percent", "ratio", "money", "measure", "duration")
BASES = ("explicit", "relative", "context", "publication", "inferred", "none")
# The reasons for which a numeral is passed over; the same closed set as the desk's dismissals.
REASONS = (
    "date", "time", "age", "law", "name", "address", "identifier", "ordinal", "idiom", "page_mark",
    "not_a_claim", "misread",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known about a document besides its text; an empty string means not known."""

    published: str = ""  # EDTF of publication
    publisher: str = ""
    title: str = ""
    language: str = ""  # "en", "ru"; empty: detect


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """One figure as the words give it. `start` and `end` are code points into the text read.

    `low` and `high` are exact; None is an open end. `as_of` and `since` are EDTF or None.
    """

    start: int
    end: int
    quote: str
    low: Decimal | None
    high: Decimal | None
    comparator: str
    counted: str
    elided: bool
    kind: str
    unit: str
    flags: tuple[str, ...]
    predicate: str
    as_of: str | None
    as_of_phrase: str
    as_of_basis: str
    as_of_candidates: tuple[str, ...]
    since: str | None
    attribution: tuple[str, ...]
    language: str
    reader: str
    confidence: float

    def as_row(self) -> dict[str, object]:
        """Return the row that can go to JSON: tuples as lists, decimals as int or float.

        A value that no float holds exactly loses its last digits here; `plain` writes it whole.
        """
        row: dict[str, object] = {name: getattr(self, name) for name in self.__slots__}
        for name in ("low", "high"):
            row[name] = as_number(row[name])  # type: ignore[arg-type]
        for name in ("flags", "as_of_candidates", "attribution"):
            row[name] = list(row[name])  # type: ignore[call-overload]
        return row


@dataclass(frozen=True, slots=True)
class PassedNumber:
    """A numeral recognised as something other than a figure, with the reason (one of REASONS)."""

    start: int
    end: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything numeric in a text, each piece in exactly one of three lists, sorted by start.

    `leftover` holds the runs of digits and number words that are neither read nor explained.
    """

    figures: tuple[ReadFigure, ...]
    passed: tuple[PassedNumber, ...]
    leftover: tuple[PassedNumber, ...]
    language: str


def plain(value: Decimal) -> str:
    """Write an exact decimal without exponent or idle zeros: Decimal("1.50E+3") is "1500"."""
    words = format(value, "f")
    if "." in words:
        words = words.rstrip("0").rstrip(".")
    return "0" if words in ("-0", "") else words


def as_number(value: Decimal | None) -> int | float | None:
    """Turn a decimal into the JSON number nearest to it; whole values stay exact."""
    if value is None:
        return None
    words = plain(value)
    return float(words) if "." in words else int(words)

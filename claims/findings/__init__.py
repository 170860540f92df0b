"""What the desk must explain: detectors that work on plain values, and the one place that stores what they find.

A detector takes the figures of one series (one measure, one phase) and returns what it found; it reads no database.
"""

from dataclasses import dataclass, field
from functools import cached_property

from claims.values import Value
from ledger.canonical import digest
from sources.dates import Dated


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as a detector sees it. `words` is what a sentence calls it: "60 people (as of 17 May 2031)"."""

    uid: str
    pk: int
    value: Value
    as_of: Dated
    words: str = ""


@dataclass(frozen=True)
class Found:
    """Something to explain. `key` is what it is about, the same at every computation; `facts` what it rests on."""

    code: str
    key: str
    severity: str
    sentence: str
    figures: tuple[int, ...]
    facts: tuple[object, ...] = field(default=())

    @cached_property
    def facts_hash(self) -> str:
        """A hash over what was compared: while it stays, a closed finding stays closed."""
        return digest([self.code, *self.facts])


def facts_of(figure: Stated) -> list[object]:
    """What a finding rests on, of one figure: its value and date."""
    return [figure.uid, str(figure.value), figure.as_of.edtf, figure.as_of.earliest, figure.as_of.latest]


def pair_key(a: Stated, b: Stated) -> str:
    """Name two figures the same way, whichever comes first."""
    return ":".join(sorted([a.uid, b.uid]))

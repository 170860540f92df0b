"""What the gate says: the things that stop publication, each with its mend, and what holds."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

NO_APPROVAL = "no_approval"


class Mend(NamedTuple):
    """A way to mend a stop: a link, or with `fields` a small form that posts."""

    label: str
    url_name: str
    args: tuple[Any, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    is_post: bool = False
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing that stops publication. `quote` is the words it is about, `position` the figure node's, or None.

    `nth` says which occurrence of `quote` in the masked text of `field` it is, from 1; 0 where it is no bare number.
    """

    code: str
    title: str
    sentence: str
    quote: str = ""
    mends: tuple[Mend, ...] = ()
    field: str = ""
    position: int | None = None
    nth: int = 0


class Passed(NamedTuple):
    """A number in the text that is no figure: why it may stand, and who says so ("the reader" or a name)."""

    field: str
    quote: str
    why: str
    note: str
    by: str


class OpenFinding(NamedTuple):
    """A finding on a figure of the text that stops nothing, and where it is looked at."""

    sentence: str
    mend: Mend


@dataclass(slots=True)
class Gate:
    """What stands between a summary and print. `holds` are sentences."""

    stops: list[Stop] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    warnings: list[OpenFinding] = field(default_factory=list)
    passed_numbers: list[Passed] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether nothing stops publication."""
        return not self.stops

    @property
    def stops_besides_approval(self) -> list[Stop]:
        """What an approver must see mended first."""
        return [stop for stop in self.stops if stop.code != NO_APPROVAL]

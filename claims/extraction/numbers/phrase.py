"""What is known of a bare number: where it ends, its value, and how it speaks."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

ONE = Decimal(1)
HALF = Decimal("0.5")
MAX_PLACES = 10  # digits after the point


class Core(NamedTuple):
    """A bare number: tokens up to `end`, exact value, how it speaks, and what else was noticed."""

    end: int
    value: Decimal
    manner: str = "exact"  # exact, vague, about
    kind: str = "count"
    form: str = "words"
    scaled: bool = False
    flag: str = ""
    start: int = -1  # where it begins earlier than the token asked about ("a dozen")


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Divide to ten places, which is as exact as a stored value can be."""
    return round(part / whole, MAX_PLACES)

"""Figures with words behind them: a document, an accepted mention in it, and the figure it leads."""

from typing import Any

from claims.models import Figure, Measure, Mention
from sources.models import Document, Source
from tests import cast


def figure(
    of: Measure, low: Any = 60, *, as_of: str = "2031-05-17", originator: Source | None = None,
    document: Document | None = None, high: Any = None, comparator: str = "exact", **changes: Any,
) -> Figure:  # fmt: skip
    """An unreviewed figure that an accepted mention states. `low` alone is exactly that number."""
    if comparator in ("exact", "about") and high is None:
        high = low
    quote = f"{comparator} {low} {high}"
    document = document or cast.document(f"It was said that {quote} people were brought ashore.")
    found = cast.mention(
        document, quote, low=low, high=high, comparator=comparator, as_of=as_of, state=Mention.State.ACCEPTED
    )
    made = cast.figure(
        of,
        low=low,
        high=high,
        comparator=comparator,
        as_of=as_of,
        originator=originator,
        lead=found,
        **changes,
    )
    found.figure = made
    found.save()
    return made

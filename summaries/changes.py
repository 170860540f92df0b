"""The numbered run of public changes. Replayed from zero it rebuilds what is public now.

The one counter is locked first; whatever a change shows is read after that, so that two changes at once can
never each store what the other has already overtaken. The lock is the last but the ledger's head.
"""

from collections.abc import Iterable
from typing import Any

from claims.models import Figure
from ledger import clock
from ledger.append import urn
from summaries.live import public_json, refresh
from summaries.models import Change, Counter, Summary, Version
from summaries.syndication.figure_json import figures_json
from summaries.syndication.measure_json import told_with


def lock_counter() -> Counter:
    """Lock the counter for the rest of the transaction. A migration laid its row; emptied tables get it back."""
    return Counter.objects.select_for_update().filter(id=1).first() or Counter.objects.create(id=1)


def next_seq() -> int:
    """Take the next number; nobody else takes one until this transaction is over."""
    counter = lock_counter()
    counter.change_seq += 1
    counter.save(update_fields=["change_seq"])
    return counter.change_seq


def last_seq() -> int:
    """Return the number of the last change; 0 before the first."""
    return Counter.objects.values_list("change_seq", flat=True).first() or 0


def record_change(
    *, seq: int, kind: Change.Kind, subject: str, version: Version | None = None, summaries: Iterable[Summary] = (),
    figures: Iterable[int] = (), measures: Iterable[int] = (), corrections: Iterable[dict[str, Any]] = (),
) -> Change:  # fmt: skip
    """Record public change `seq`, taken by `next_seq`: refresh the summaries it touches and keep what they and
    the figures (ids) say after it, with what those count and the `measures` (ids). Only what is public is kept.
    """
    touched = list(summaries)
    content: dict[str, Any] = {
        "summaries": [],
        "figures": [],
        "measures": [],
        "corrections": list(corrections),
    }
    for summary in touched:
        shown = public_json(refresh(summary, change_seq=seq))
        shown["live"]["change_seq"] = seq
        content["summaries"].append(shown)
    public = Figure.objects.public().with_state().filter(pk__in=list(figures)).order_by("pk")
    content["figures"] = figures_json(public)
    counted = {one["measure"]["slug"] for one in content["figures"] if one["measure"]}
    content["measures"] = told_with(measures, counted)
    return Change.objects.create(
        seq=seq, at=clock.now(), kind=kind, subject=subject, version=version, content=content
    )


def summary_urn(summary: Summary) -> str:
    """Return the name a summary goes by in the changes."""
    return urn("summary", summary.uid)

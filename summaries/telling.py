"""Telling readers what an act further left changed for them: what was public before it, and what is other after it.

An act that moves what figures print, and makes no figure move, watches them first: `seen = Seen(figures)`, the act,
then `tell(seen.moved())`. The counter is locked before either looks, so that nothing is published in between.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from claims.models import Figure
from ledger.append import urn
from summaries import changes, uses
from summaries.live import public_json, read
from summaries.models import Change, FigureUse, Representation, Summary
from summaries.syndication.figure_json import figures_json

Kind = Change.Kind


class Seen:
    """What anybody can read of some figures at this moment. As many queries for a thousand as for one."""

    def __init__(self, figures: Iterable[int]) -> None:
        self._ids = sorted(set(figures))
        self._then = self._now()

    def moved(self) -> set[int]:
        """Return the figures, by id, of which something else can be read now."""
        now = self._now()
        return {pk for pk in now.keys() | self._then.keys() if now.get(pk) != self._then.get(pk)}

    def _now(self) -> dict[int, dict[str, Any]]:
        public = list(Figure.objects.public().with_state().filter(pk__in=self._ids).order_by("pk"))
        ids = {str(figure.uid): figure.pk for figure in public}
        return {ids[one["uid"]]: one for one in figures_json(public)}


def watched(figures: QuerySet[Figure]) -> list[int]:
    """Return those of the figures that readers see, or would see if a draft went out at this moment. One query."""
    seen = Q(released_at__isnull=False) | Q(n_draft_uses__gt=0) | Q(n_published_uses__gt=0)
    return sorted(set(figures.filter(seen).values_list("pk", flat=True)))


def tell(
    figures: Iterable[int], *, summaries: Iterable[int] = (), taken_down: Iterable[int] = ()
) -> list[Change]:  # fmt: skip
    """Store anew and record every summary that reads otherwise now, and the public figures (ids) that moved.

    A change for each summary, with those of the figures it prints; one for each measure of the others. `summaries`
    are looked at besides those that print the figures; those `taken_down` are told of as withdrawn. The caller holds
    the counter, and its entry in the ledger commits to the changes returned.
    """
    moved, withdrawn = set(figures), set(taken_down)
    printed_by = _printed_by(moved)
    wanted = printed_by.keys() | set(summaries) | withdrawn
    recorded: list[Change] = []
    told: set[int] = set()
    for summary in Summary.objects.published().filter(pk__in=wanted).select_related("topic").order_by("pk"):
        if summary.pk not in withdrawn and not _reads_otherwise(summary):
            continue
        its_own = printed_by[summary.pk] - told
        recorded.append(
            changes.record_change(
                seq=changes.next_seq(),
                kind=Kind.WITHDRAWN if summary.pk in withdrawn else Kind.STATUS,
                subject=changes.summary_urn(summary),
                summaries=[summary],
                figures=its_own,
            )  # fmt: skip
        )
        told |= its_own
    return recorded + _of_measures(moved - told)


def _printed_by(figures: set[int]) -> dict[int, set[int]]:
    """Return which of the figures each summary in print uses, by its id."""
    found: dict[int, set[int]] = defaultdict(set)
    in_print = FigureUse.objects.filter(figure__in=figures, revision__versions__current_of__isnull=False)
    rows = in_print.exclude(revision__summary__state__in=uses.GONE).values_list("revision__summary", "figure")
    for summary, figure in rows:
        found[summary].add(figure)
    return found


def _reads_otherwise(summary: Summary) -> bool:
    """Say whether a summary says something else than is stored of it, the number of its last change aside."""
    stored = Representation.objects.filter(summary=summary, format="json").first()
    if stored is None:
        return True
    then, now = json.loads(bytes(stored.bytes)), public_json(read(summary))
    now["live"]["change_seq"] = then["live"]["change_seq"]
    return bool(then != now)


def _of_measures(figures: set[int]) -> list[Change]:
    """Record the figures that no summary told of, a change for each measure."""
    found: dict[UUID | None, list[int]] = defaultdict(list)
    public = Figure.objects.public().filter(pk__in=figures).order_by("pk")
    for pk, uid, measure in public.values_list("pk", "uid", "current_state__measure__uid"):
        found[measure or uid].append(pk)
    return [
        changes.record_change(
            seq=changes.next_seq(), kind=Kind.STATUS, subject=urn("measure", uid), figures=found[uid]
        )
        for uid in sorted(found, key=str)
    ]

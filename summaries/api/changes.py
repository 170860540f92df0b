"""The numbered run of public changes, for whoever keeps a copy."""

import json
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from claims.models import Figure
from summaries.api import shapes
from summaries.api.base import PublicView, answer, encoded
from summaries.api.params import Param, limit
from summaries.api.shapes import parameters
from summaries.live import public_json, read
from summaries.models import Change, Representation, Summary
from summaries.public.series import public_measures
from summaries.syndication.figure_json import figures_json, instant
from summaries.syndication.measure_json import measures_json
from summaries.uses import GONE
from summaries.withheld.served import withholding_of


class ChangeList(PublicView):
    """Changes after `since`, the oldest first. Put each over what you have, by uid: in the end you have what is public.

    The words of a summary that was retracted since are left out everywhere: its notice stands in their place. A change
    that named somebody protected since tells of the same summaries, figures and measures as they stand today.
    """

    params: ClassVar[dict[str, Param]] = {
        "since": Param("number of the last change you have; 0 for all", default=0, low=0, kind="number"),
        "limit": limit(100, 500),
    }

    @extend_schema(operation_id="listChanges", parameters=parameters(params), responses=shapes.ChangePage)
    def get(self, request: Request) -> HttpResponseBase:
        """Read the changes after a number."""
        since, size = self.given["since"], self.given["limit"]
        rows = list(
            Change.objects.filter(seq__gt=since)
            .select_related("version", "withholding")
            .order_by("seq")[: size + 1]
        )
        shown, has_more = rows[:size], len(rows) > size
        instead = _notices(shown)
        today = _Today([change for change in shown if withholding_of(change)])
        return answer(
            request,
            encoded({
                "changes": [_change(change, instead, today) for change in shown],
                "next": shown[-1].seq if shown else since,
                "has_more": has_more,
            }),
        )  # fmt: skip


class _Today:
    """What is public today of the things that some changes told of. Queries do not grow with them."""

    def __init__(self, kept_back: list[Change]) -> None:
        self.summaries: dict[str, dict[str, Any]] = {}
        self.figures: dict[str, dict[str, Any]] = {}
        self.measures: dict[str, dict[str, Any]] = {}
        if not kept_back:
            return
        stored = Representation.objects.filter(
            format="json",
            summary__uid__in=_uids(kept_back, "summaries"),
            summary__current_version__isnull=False,
        )
        self.summaries = {
            (one := json.loads(bytes(row)))["uid"]: one for row in stored.values_list("bytes", flat=True)
        }
        figures = Figure.objects.public().with_state().filter(uid__in=_uids(kept_back, "figures"))
        self.figures = {one["uid"]: one for one in figures_json(figures.order_by("pk"))}
        measures = public_measures().filter(uid__in=_uids(kept_back, "measures"))
        self.measures = {one["uid"]: one for one in measures_json(measures.order_by("pk"))}


def _change(change: Change, instead: dict[str, dict[str, Any]], today: _Today) -> dict[str, Any]:
    content, is_kept_back = change.content, withholding_of(change) is not None
    told, figures, measures = (content.get(kind, []) for kind in ("summaries", "figures", "measures"))
    if is_kept_back:
        told = [today.summaries[one["uid"]] for one in told if one["uid"] in today.summaries]
        figures = [today.figures[one["uid"]] for one in figures if one["uid"] in today.figures]
        measures = [today.measures[one["uid"]] for one in measures if one["uid"] in today.measures]
    is_gone = any(summary["uid"] in instead for summary in told)
    return {
        "seq": change.seq,
        "at": instant(change.at),
        "kind": change.kind,
        "subject": change.subject,
        "version": change.version.n if change.version else None,
        "summaries": [instead.get(summary["uid"], summary) for summary in told],
        "figures": figures,
        "measures": measures,
        "corrections": [] if is_gone or is_kept_back else content.get("corrections", []),
    }


def _uids(changes: list[Change], kind: str) -> set[UUID]:
    return {UUID(one["uid"]) for change in changes for one in change.content.get(kind, [])}


def _notices(changes: list[Change]) -> dict[str, dict[str, Any]]:
    """Return the tombstones of the summaries among these changes that were retracted, by uid."""
    gone = Summary.objects.filter(uid__in=_uids(changes, "summaries"), state__in=GONE)
    return {str(summary.uid): public_json(read(summary)) for summary in gone}

"""The numbered run of public changes, for whoever keeps a copy."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from summaries.api import shapes
from summaries.api.base import PublicView, answer, encoded
from summaries.api.params import Param, limit
from summaries.api.shapes import parameters
from summaries.live import public_json, read
from summaries.models import Change, Summary
from summaries.syndication.figure_json import instant
from summaries.uses import GONE


class ChangeList(PublicView):
    """Changes after `since`, the oldest first. Put each over what you have, by uid: in the end you have what is public.

    The words of a summary that was retracted since are left out everywhere: its notice stands in their place.
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
            Change.objects.filter(seq__gt=since).select_related("version").order_by("seq")[: size + 1]
        )
        shown, has_more = rows[:size], len(rows) > size
        notices = _notices(shown)
        return answer(
            request,
            encoded({
                "changes": [_change(change, notices) for change in shown],
                "next": shown[-1].seq if shown else since,
                "has_more": has_more,
            }),
        )  # fmt: skip


def _change(change: Change, notices: dict[str, dict[str, Any]]) -> dict[str, Any]:
    content = change.content
    summaries = [notices.get(summary["uid"], summary) for summary in content.get("summaries", [])]
    is_gone = any(summary["uid"] in notices for summary in content.get("summaries", []))
    return {
        "seq": change.seq,
        "at": instant(change.at),
        "kind": change.kind,
        "subject": change.subject,
        "version": change.version.n if change.version else None,
        "summaries": summaries,
        "figures": content.get("figures", []),
        "corrections": [] if is_gone else content.get("corrections", []),
    }


def _notices(changes: list[Change]) -> dict[str, dict[str, Any]]:
    """Return the tombstones of the summaries among these changes that were retracted, by uid."""
    uids = {UUID(summary["uid"]) for change in changes for summary in change.content.get("summaries", [])}
    gone = Summary.objects.filter(uid__in=uids, state__in=GONE)
    return {str(summary.uid): public_json(read(summary)) for summary in gone}

"""Public figures: the list, and one with who says it, its status and where it is printed."""

from typing import ClassVar
from uuid import UUID

from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from claims.models import Figure
from summaries.api import shapes
from summaries.api.base import PublicView, answer, encoded
from summaries.api.params import CURSOR, Param, cut, limit, uid_of
from summaries.api.shapes import parameters
from summaries.syndication.figure_json import figures_json


class FigureList(PublicView):
    """Figures in print or released, in the order of their uids."""

    params: ClassVar[dict[str, Param]] = {
        "limit": limit(50, 200),
        "cursor": CURSOR,
        "measure": Param("slug of a measure"),
        "status": Param("status of the figures", choices=tuple(Figure.Status.values)),
    }

    @extend_schema(operation_id="listFigures", parameters=parameters(params), responses=shapes.FigurePage)
    def get(self, request: Request) -> HttpResponseBase:
        """List public figures."""
        rows = Figure.objects.public().with_state().order_by("uid")
        after, size = uid_of(self.given["cursor"]), self.given["limit"]
        if self.given["measure"]:
            rows = rows.filter(current_state__measure__slug=self.given["measure"])
        if self.given["status"]:
            rows = rows.filter(status=self.given["status"])
        rows = rows.filter(uid__gt=after) if after else rows
        found = list(rows[: size + 1])
        more = cut(str(found[size - 1].uid)) if len(found) > size else None
        return answer(request, encoded({"figures": figures_json(found[:size]), "next": more}))


class FigureDetail(PublicView):
    """One public figure."""

    @extend_schema(operation_id="readFigure", responses=shapes.Figure)
    def get(self, request: Request, uid: UUID, format: str | None = None) -> HttpResponseBase:
        """Read a public figure."""
        found = list(Figure.objects.public().with_state().filter(uid=uid))
        if not found:
            raise Http404
        return answer(request, encoded(figures_json(found)[0]))

"""Measures with public figures, and the series of one."""

from typing import ClassVar

from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from claims.models import Measure
from summaries.api import shapes
from summaries.api.base import PublicView, answer, encoded
from summaries.api.params import CURSOR, Param, cut, limit, number_of
from summaries.api.shapes import parameters
from summaries.public.series import public_measures, series
from summaries.syndication.figure_json import figures_json
from summaries.syndication.measure_json import measure_json, measures_json


class MeasureList(PublicView):
    """Measures with something public under them, by slug."""

    params: ClassVar[dict[str, Param]] = {"limit": limit(50, 200), "cursor": CURSOR}

    @extend_schema(operation_id="listMeasures", parameters=parameters(params), responses=shapes.MeasurePage)
    def get(self, request: Request) -> HttpResponseBase:
        """List measures."""
        size, offset = self.given["limit"], number_of(self.given["cursor"]) or 0
        found = list(public_measures().order_by("slug")[offset : offset + size + 1])
        more = cut(offset + size) if len(found) > size else None
        return answer(request, encoded({"measures": measures_json(found[:size]), "next": more}))


class MeasureDetail(PublicView):
    """One measure."""

    @extend_schema(operation_id="readMeasure", responses=shapes.Measure)
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """Read a measure."""
        return answer(request, encoded(measure_json(_found(slug))))


class Series(PublicView):
    """The public figures of a measure, the earliest date first, undated ones last."""

    params: ClassVar[dict[str, Param]] = {"limit": limit(200, 500), "cursor": CURSOR}

    @extend_schema(operation_id="readSeries", parameters=parameters(params), responses=shapes.SeriesPage)
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """Read the series of a measure."""
        measure = _found(slug)
        size, offset = self.given["limit"], number_of(self.given["cursor"]) or 0
        found = list(series(measure).with_state()[offset : offset + size + 1])
        more = cut(offset + size) if len(found) > size else None
        shown = {"measure": measure_json(measure), "figures": figures_json(found[:size]), "next": more}
        return answer(request, encoded(shown))


def _found(slug: str) -> Measure:
    measure = public_measures().filter(slug=slug).first()
    if measure is None:
        raise Http404
    return measure

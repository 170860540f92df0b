"""Published summaries: the list, one as it stands now, one of its versions as it was printed."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404, HttpResponseBase
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from summaries.api import shapes
from summaries.api.base import Json, PublicView, answer, encoded
from summaries.api.errors import Gone, Withheld
from summaries.api.params import CURSOR, Param, cut, limit, number_of
from summaries.api.shapes import parameters
from summaries.body import plain_text
from summaries.models import Representation, Summary, Version
from summaries.syndication.figure_json import instant
from summaries.syndication.ninjs import MEDIA_TYPE as NINJS
from summaries.uses import GONE
from summaries.withheld.served import withholding_of


class Ninjs(BaseRenderer):
    """IPTC ninjs 3.2. Names the representation for negotiation."""

    media_type, format, charset = NINJS, "ninjs", None

    def render(self, data: Any, *args: Any, **kwargs: Any) -> bytes:
        return encoded(data)


class SummaryList(PublicView):
    """Published summaries, the newest version first. `changes` tells of those retracted or withheld."""

    params: ClassVar[dict[str, Param]] = {
        "limit": limit(50, 200),
        "cursor": CURSOR,
        "topic": Param("slug of a topic"),
        "language": Param("language code, such as en"),
    }

    @extend_schema(operation_id="listSummaries", parameters=parameters(params), responses=shapes.SummaryPage)
    def get(self, request: Request) -> HttpResponseBase:
        """List published summaries."""
        rows = Summary.objects.readable().order_by("-current_version__change_seq")
        before, size = number_of(self.given["cursor"]), self.given["limit"]
        rows = rows.filter(topic__slug=self.given["topic"]) if self.given["topic"] else rows
        rows = rows.filter(language=self.given["language"]) if self.given["language"] else rows
        rows = rows.filter(current_version__change_seq__lt=before) if before is not None else rows
        found = list(
            rows.select_related("topic", "current_version__revision").defer("current_version__bytes")[
                : size + 1
            ]
        )
        more = cut(found[size - 1].current_version.change_seq) if len(found) > size else None
        return answer(
            request, encoded({"summaries": [_row(summary) for summary in found[:size]], "next": more})
        )


def _row(summary: Summary) -> dict[str, Any]:
    version = summary.current_version
    assert version is not None
    return {
        "uid": str(summary.uid),
        "url": reverse("api:summary", args=[summary.uid]),
        "slug": summary.slug,
        "language": summary.language,
        "topic": {"slug": summary.topic.slug, "name": summary.topic.name},
        "headline": plain_text(version.revision.headline),
        "standfirst": plain_text(version.revision.standfirst),
        "version": version.n,
        "published_at": instant(version.publish_at),
    }


class SummaryDetail(PublicView):
    """One summary as it stands: the version in print and the `live` block. One retracted or withheld is its notice."""

    renderer_classes = [Json, Ninjs]

    @extend_schema(
        operation_id="readSummary",
        responses={(200, "application/json"): shapes.Summary, (200, NINJS): OpenApiResponse(shapes.Ninjs)},
    )
    def get(self, request: Request, uid: UUID, format: str | None = None) -> HttpResponseBase:
        """Read a summary as JSON or as IPTC ninjs 3.2."""
        wanted = request.accepted_renderer
        stored = (
            Representation.objects.filter(
                summary__uid=uid, format=wanted.format, summary__current_version__isnull=False
            )
            .select_related("summary")
            .first()
        )
        if stored is None:
            raise Http404
        written, language = bytes(stored.bytes), stored.summary.language
        return answer(request, written, media_type=wanted.media_type, etag=stored.etag, language=language)


class VersionDetail(PublicView):
    """One version, byte for byte as it was published, its statuses as they were then."""

    @extend_schema(operation_id="readVersion", responses={200: shapes.Version, 410: shapes.Problem})
    def get(self, request: Request, uid: UUID, n: int) -> HttpResponseBase:
        """Read a version as it was printed. After a retraction only the notice is left (410 for the others).

        A version that names somebody protected since is withheld for good: 410 with its number and hash.
        """
        number = n if n < 2**31 else 0
        found = Version.objects.filter(summary__uid=uid, n=number)
        version = found.select_related("summary", "withholding").first()
        if version is None or version.summary.current_version_id is None:
            raise Http404
        if version.summary.state in GONE and version.pk != version.summary.current_version_id:
            raise Gone
        if withholding_of(version):
            raise Withheld(version)
        return answer(
            request, bytes(version.bytes), etag=version.sha256[:40], language=version.summary.language
        )

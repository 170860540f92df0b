"""The way in: an index of addresses for whoever lands here, and the OpenAPI document."""

from functools import lru_cache
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from summaries.api import shapes
from summaries.api.base import PublicView, answer, encoded


class Index(PublicView):
    """What there is to read."""

    @extend_schema(operation_id="readIndex", responses=shapes.Index)
    def get(self, request: Request) -> HttpResponseBase:
        """List the addresses of this API."""
        names = ("summaries", "figures", "measures", "changes", "openapi")
        addresses = {name: reverse(f"api:{name}") for name in names}
        says = "Published summaries, figures and measures, and what changed about them. Read-only, for everybody."
        return answer(request, encoded({"says": says, **addresses}))


class OpenApi(PublicView):
    """This API described as OpenAPI 3.1."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponseBase:
        """Read the description."""
        return answer(request, encoded(document()), media_type="application/vnd.oai.openapi+json;version=3.1")


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """Return the OpenAPI document of the public API, the same for everybody."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return made

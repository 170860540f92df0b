"""What every address of the API shares: open to all, strict about its parameters, cacheable, readable from any site."""

import hashlib
import json
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from rest_framework.permissions import AllowAny
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from summaries.api.params import Param, read_params

# Kept by caches, asked about every time: a status that falls is seen at once, and an unchanged answer is a 304.
CACHE = "public, max-age=0, must-revalidate"


class Json(BaseRenderer):
    """Names the representation for negotiation; views write the bytes themselves."""

    media_type, format, charset = "application/json", "json", None

    def render(self, data: Any, *args: Any, **kwargs: Any) -> bytes:
        return encoded(data)


class PublicView(APIView):
    """A read-only resource: GET, HEAD and OPTIONS, no sign-in, no cookie.

    `params` lists the query parameters it takes; any other, or one given twice, is refused. `callback` is
    ignored: answers are never wrapped in script.
    """

    authentication_classes = []
    permission_classes = [AllowAny]
    renderer_classes = [Json]
    parser_classes = []
    throttle_classes = []
    params: ClassVar[dict[str, Param]] = {}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Put the session aside first: nobody is anybody here, and no answer varies by cookie."""
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        # The sign-in middleware has looked at the session before it found this view open to all.
        request.session.accessed = False
        return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Read the parameters into `self.given` before anything else looks at them."""
        self.given = (
            read_params(request.query_params, self.params) if request.method in ("GET", "HEAD") else {}
        )
        super().initial(request, *args, **kwargs)

    # The framework's types know no answer but its own class; views here answer with the bytes as they stand.
    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """Say which methods there are, to a browser on another site too."""
        return HttpResponse(status=204)

    def finalize_response(  # type: ignore[override]
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Open the answer to pages of other sites: it holds nothing that is not for everybody."""
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[arg-type]
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        patch_vary_headers(response, ["Accept"])
        if response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        return response

    @property
    def allowed_methods(self) -> list[str]:
        return ["GET", "HEAD", "OPTIONS"]


def encoded(content: Any) -> bytes:
    """Return JSON in UTF-8, keys in the order given."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def answer(
    request: Request,
    written: bytes,
    *,
    media_type: str = "application/json",
    etag: str = "",
    language: str = "",
) -> HttpResponseBase:
    """Answer with bytes and their ETag (by default their hash), or 304 where the asker has them."""
    quoted = f'"{etag or hashlib.sha256(written).hexdigest()[:40]}"'
    response = HttpResponse(written, content_type=media_type)
    response.headers["ETag"] = quoted
    response.headers["Cache-Control"] = CACHE
    if language:
        response.headers["Content-Language"] = language
    conditional = get_conditional_response(request._request, etag=quoted, response=response)
    if conditional is None:
        raise BadRequest("The conditional headers cannot be read.")
    return conditional

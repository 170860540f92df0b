"""Errors of the API as RFC 9457 problem details: a stable code and a sentence, and nothing about our insides."""

import json
import logging
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.views import set_rollback

from newsroom import busy
from summaries.api.base import PublicView

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger("newsroom.api")


def handle(exception: Exception, context: dict[str, Any]) -> HttpResponse:
    """Answer for any exception of an API view. What we did not foresee is logged, and told as a bare 500."""
    set_rollback()
    if busy.is_busy(exception):
        answer = problem(503, "busy", _("Too busy just now. Ask again in a few seconds."))
        answer["Retry-After"] = str(busy.RETRY_AFTER_S)
        return answer
    known = _known(exception)
    if known is None:
        log.error("api view failed", exc_info=exception)
        return problem(500, "failed", _("Something failed on our side. Try again later."))
    errors = known.detail if isinstance(known.detail, dict) else None
    detail = _("The parameters cannot be used as they are.") if errors else _sentence(known.detail)
    return problem(known.status_code, _code(known), detail, errors=errors)


def _known(exception: Exception) -> exceptions.APIException | None:
    """Return the framework's error for what Django or an API view raised; None for anything else."""
    if isinstance(exception, Http404):
        return exceptions.NotFound(_("There is nothing public at this address."))
    if isinstance(exception, PermissionDenied):
        return exceptions.PermissionDenied()
    if isinstance(exception, SuspiciousOperation | BadRequest):
        return exceptions.ParseError(_("The request cannot be read."))
    return exception if isinstance(exception, exceptions.APIException) else None


def _code(known: exceptions.APIException) -> str:
    codes = known.get_codes()
    return codes.replace("_", "-") if isinstance(codes, str) else "invalid-parameters"


def _sentence(detail: Any) -> str:
    return " ".join(map(str, detail)) if isinstance(detail, list) else str(detail)


def problem(status: int, code: str, detail: str, *, errors: Any = None) -> HttpResponse:
    """Return a problem document. `errors` holds sentences by the name of the parameter."""
    content = {
        "type": f"urn:countersign:problem:{code}",
        "title": TITLES.get(status, "Refused"),
        "status": status,
        "detail": detail,
        "code": code,
    }
    if errors:
        content["errors"] = errors
    return HttpResponse(
        json.dumps(content, ensure_ascii=False), status=status, content_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store"},
    )  # fmt: skip


TITLES = {
    400: "Bad request", 403: "Forbidden", 404: "Not found", 405: "Method not allowed", 406: "Not acceptable",
    410: "Gone", 415: "Unsupported media type", 429: "Too many requests", 500: "Internal error",
    503: "Busy",
}  # fmt: skip


def describe(result: dict[str, Any], **generator: Any) -> dict[str, Any]:
    """Add to the API's description what every address may also answer: a problem, or nothing new.

    A hook of drf-spectacular, which knows only of what goes well.
    """
    says = {name: {"type": "string"} for name in ("type", "title", "detail", "code")}
    result["components"]["schemas"]["Problem"] = {
        "type": "object",
        "description": "RFC 9457 problem details. `code` is stable; `errors` holds sentences by parameter.",
        "properties": {**says, "status": {"type": "integer"}, "errors": {"type": "object"}},
        "required": [*says, "status"],
        "additionalProperties": False,
    }
    refused = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"]["304"] = {
                "description": "Not modified since the answer whose ETag was sent."
            }
            operation["responses"]["default"] = {"description": "A problem.", "content": refused}
    return result


class Nothing(PublicView):
    """Every address under /api/ that names nothing."""

    @extend_schema(exclude=True)
    def get(self, request: Request, **path: str) -> HttpResponse:
        raise Http404

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Whatever is asked here, and however, there is nothing."""
        raise Http404

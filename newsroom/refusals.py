"""Refusals as pages: what an act raises through a view becomes the answer a person can act on.

NotAllowed 403, NotFound 404 (under DEBUG too), OutOfDate 409 with both versions. Views show every other error of
ours on their own form, where nothing typed is lost; one that gets this far is a 400 with its sentence. An act that
lost a race for a lock is done again; a database that stays busy is a 503 that says when to come back.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found

import claims.errors
import reviewers.errors
import sources.errors
import summaries.errors
from newsroom import busy
from summaries.desk.found import conflict_label

NOT_ALLOWED = (
    sources.errors.NotAllowed,
    claims.errors.NotAllowed,
    reviewers.errors.NotAllowed,
    summaries.errors.NotAllowed,
)
NOT_FOUND = (
    sources.errors.NotFound,
    claims.errors.NotFound,
    reviewers.errors.NotFound,
    summaries.errors.NotFound,
)
OURS = (
    sources.errors.SourcesError,
    claims.errors.ClaimsError,
    reviewers.errors.ReviewersError,
    summaries.errors.SummariesError,
)


class RefusalMiddleware:
    """Answer for views whose act refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEBUG:
            # Django would list every address of the site instead; a newcomer reads what a reader reads.
            try:
                resolve(request.path_info)
            except Resolver404 as nowhere:
                return page_not_found(request, nowhere)
        try:
            _ = request.POST  # what the check against forged requests could not read either reaches no view
        except RequestDataTooBig:
            return _too_long(request)
        except UnreadablePostError:  # broken off (newsroom/bodies.py); perhaps nobody listens any more
            return render(request, "400.html", status=400)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page of a refusal; None for what is not ours."""
        if isinstance(exception, (Http404, *NOT_FOUND)):
            return page_not_found(request, exception)
        if isinstance(exception, NOT_ALLOWED):
            return render(request, "403.html", {"exception": str(exception)}, status=403)
        if isinstance(exception, sources.errors.OutOfDate):
            return conflict_page(request, exception)
        if isinstance(exception, OURS):
            return render(request, "400.html", {"exception": str(exception)}, status=400)
        if busy.is_busy(exception):
            return self._when_busy(request, exception)
        return None

    def _when_busy(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        try:
            return busy.again(request, exception) or busy.busy_page(request)
        except OURS as refusal:  # the others' act came first, and this one is refused now
            return self.process_exception(request, refusal)


def _too_long(request: HttpRequest) -> HttpResponse:
    """Render the page for more than a form or a file may hold."""
    context = {
        "text_at_most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
        "file_at_most": settings.UPLOAD_MAX_BYTES,
    }
    return render(request, "413.html", context, status=413)


def conflict_page(
    request: HttpRequest, conflict: sources.errors.OutOfDate, *, what: str = ""
) -> HttpResponse:
    """Render the 409 page: both versions side by side, and where to go on."""
    # A figure that was to go in is the same in both, and named by an id nobody reads.
    labels = [label for label in dict.fromkeys([*conflict.now, *conflict.yours]) if label != "figure"]
    rows = [
        {
            "label": conflict_label(label),
            "yours": conflict.yours.get(label, ""),
            "now": conflict.now.get(label, ""),
            "is_moved": conflict.yours.get(label, "") != conflict.now.get(label, ""),
        }
        for label in labels
    ]
    context = {
        "what": what or _("this record"),
        "says": str(conflict),
        "rows": rows,
        "again_url": _where_from(request),
    }
    return render(request, "409.html", context, status=409)


def _where_from(request: HttpRequest) -> str:
    """Return the page of ours the form stood on, or the desk."""
    came_from = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(
        came_from, {request.get_host()}, require_https=request.is_secure()
    )
    if not (came_from and is_ours):
        return "/desk/"
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path

"""What the desk must explain: the list, and closing one with a coded reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from claims.asking import ask
from claims.errors import ClaimsError, NotAllowed, NotFound, OutOfDate
from claims.findings.close import close_finding
from claims.forms import FindingForm
from claims.models import Finding, Measure
from ledger.desk_request import DeskRequest

PAGES = (NotAllowed, NotFound, OutOfDate)
FINDINGS_A_PAGE = 30


@require_safe
def findings(request: DeskRequest) -> HttpResponse:
    """List the open findings, newest first; `?closed=1` the closed ones, `?finding=UID` that one alone."""
    ask(request, "see-desk")
    is_closed = request.GET.get("closed") == "1"
    found = Finding.objects.visible_to(request.user)
    one = request.GET.get("finding", "")
    found = found.filter(uid=_uid_of(one)) if one else found.filter(closed_at__isnull=not is_closed)
    found = found.select_related("closed_by").prefetch_related(
        "named__figure__current_state__measure__wordings"
    )
    page = Paginator(found, FINDINGS_A_PAGE).get_page(request.GET.get("page"))
    if one and not page.object_list:
        raise Http404
    can_close = request.user.may("close-finding")
    context = {
        "page": page,
        "findings": [_told(one, can_close=can_close) for one in page.object_list],
        "is_closed": is_closed,
        "is_one": bool(one),
        "query": "closed=1&" if is_closed else "",
    }
    return render(request, "claims/findings.html", context)


def _uid_of(typed: str) -> UUID:
    """Return the id in an address; 404 for what is none."""
    try:
        return UUID(typed)
    except ValueError as not_an_id:
        raise Http404 from not_an_id


def _told(finding: Finding, *, can_close: bool) -> dict[str, Any]:
    measures: dict[int, Measure] = {}
    for named in finding.named.all():
        state = named.figure.current_state
        if state and state.measure:
            measures[state.measure.pk] = state.measure
    close = {"label": _("Close with a reason"), "url": reverse("claims:close-finding", args=[finding.uid])}
    return {
        "id": f"f-{finding.uid}",
        "title": finding.get_code_display(),
        "sentence": finding.sentence,
        "closed": _closed(finding),
        "figures": [
            {"number": str(one), "url": reverse("claims:measure", args=[one.slug])}
            for one in measures.values()
        ],
        "acts": [close] if can_close and finding.closed_at is None else [],
    }


def _closed(finding: Finding) -> str:
    if finding.closed_at is None:
        return ""
    return _("Closed by %(who)s on %(day)s: %(why)s. %(note)s") % {
        "who": finding.closed_by or _("the machine"),
        "day": finding.closed_at.date().isoformat(),
        "why": finding.get_closed_reason_display(),
        "note": finding.closed_note,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Close a finding with a coded reason; `next` is the page of ours that asked for it."""
    finding = get_object_or_404(Finding.objects.visible_to(request.user), uid=uid)
    form = FindingForm(request.POST or None)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            close_finding(by=request.user, finding=finding, **form.cleaned_data)
        except PAGES:
            raise
        except ClaimsError as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("Closed. It opens anew when its facts change."))
            return redirect(_back(request))
    if not request.user.may("close-finding", finding):
        raise NotAllowed(_("Editors decide what a finding comes to."))
    context = {"finding": finding, "form": form, "error": error, "back": _back(request)}
    return render(request, "claims/close_finding.html", context, status=422 if form.errors or error else 200)


def _back(request: DeskRequest) -> str:
    """Return the page that led here, when it is one of ours; else the list."""
    came_from = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(came_from, None) and came_from.startswith("/")
    return came_from if is_ours else reverse("claims:findings")

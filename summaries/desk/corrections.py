"""What was printed and no longer stands: corrections to decide, and those decided."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from claims.models import Figure
from ledger.desk_request import DeskRequest
from summaries import corrections as deciding
from summaries.body import plain_text
from summaries.desk.found import ask
from summaries.desk.links import figure_url
from summaries.errors import NotFound, NotNow
from summaries.forms import DecideForm
from summaries.models import Correction, Summary
from summaries.public_figures import as_public, lines

PER_PAGE = 30


@require_GET
def corrections(request: DeskRequest) -> HttpResponse:
    """List what is due, the newest first, and what was decided."""
    return _page(request)


@require_POST
def decide_correction(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Close a due correction with a reason and a public note."""
    correction = _visible(request).filter(uid=uid).first()
    if correction is None:
        raise NotFound
    ask(request, "decide-correction")
    form = DecideForm(request.POST, auto_id=f"decide_{uid}_%s")
    if not form.is_valid():
        return _page(request, bound={correction.pk: form}, status=422)
    try:
        deciding.decide_correction(by=request.user, correction=correction, **form.cleaned_data)
    except NotNow as refusal:
        return _page(request, bound={correction.pk: form}, error=str(refusal), status=409)
    messages.success(request, _("The correction is public."))
    return redirect("summaries:desk-corrections")


def _visible(request: DeskRequest) -> Any:
    if not request.user.may("see-desk"):
        raise NotFound
    summaries = Summary.objects.visible_to(request.user)
    found = Correction.objects.filter(summary__in=summaries.values("pk"))
    return found.select_related(
        "summary__current_version__revision", "from_version", "to_version", "figure", "decided_by"
    ).defer("from_version__bytes", "to_version__bytes", "summary__current_version__bytes")


def _page(
    request: DeskRequest, *, bound: dict[int, DecideForm] | None = None, error: str = "", status: int = 200
) -> HttpResponse:
    found = _visible(request)
    due = list(found.filter(state=Correction.State.DUE))
    decided = Paginator(found.filter(state=Correction.State.DECIDED).order_by("-decided_at", "-pk"), PER_PAGE)
    page = decided.get_page(request.GET.get("page"))
    may_decide = request.user.may("decide-correction")
    now = _now(due, request)
    context = {
        "due": [_row(one, now, (bound or {}).get(one.pk), may_decide=may_decide) for one in due],
        "decided": [_row(one, {}, None, may_decide=False) for one in page.object_list],
        "page": page,
        "error": error,
    }
    return render(request, "summaries/desk_corrections.html", context, status=status)


def _now(due: list[Correction], request: DeskRequest) -> dict[int, str]:
    """Return the present public line of each figure that is due, by figure id. A constant number of queries."""
    figures = Figure.objects.with_state().filter(pk__in=[one.figure_id for one in due if one.figure_id])
    return {pk: line.say() for pk, line in lines(as_public(figures)).items()}


def _row(
    correction: Correction, now: dict[int, str], form: DecideForm | None, *, may_decide: bool
) -> dict[str, Any]:
    version = correction.summary.current_version
    return {
        "correction": correction,
        "headline": plain_text(version.revision.headline) if version else correction.summary.slug,
        "figure_url": figure_url(correction.figure.uid) if correction.figure else "",
        "now": now.get(correction.figure_id, "")
        if correction.figure_id
        else _("withheld for somebody's safety"),
        "form": (
            form or DecideForm(auto_id=f"decide_{correction.uid}_%s", initial={"reason": correction.reason})
        )
        if may_decide
        else None,
    }

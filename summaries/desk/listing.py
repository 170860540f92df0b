"""The list of summaries, and the beginning of one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from claims.models import Topic
from ledger.desk_request import DeskRequest
from summaries.body import plain_text
from summaries.drafting import create_summary
from summaries.errors import BadBody, NotAllowed, NotFound
from summaries.forms import NewSummaryForm
from summaries.models import Correction, Summary
from summaries.withheld.served import is_taken_down

PER_PAGE = 30


@require_GET
def summaries(request: DeskRequest) -> HttpResponse:
    """List every summary, the newest first, in print or not."""
    if not request.user.may("see-desk"):
        raise NotFound
    found = Summary.objects.visible_to(request.user)
    state = request.GET.get("state", "")
    if state in Summary.State.values:
        found = found.filter(state=state)
    found = found.select_related("topic", "current_revision__by", "current_version__withholding").defer(
        "current_version__bytes"
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    due = _due(page.object_list)
    context = {
        "rows": [_row(summary, due) for summary in page.object_list],
        "page": page,
        "query": f"state={state}&" if state in Summary.State.values else "",
        "state": state,
        "states": Summary.State.choices,
        "may_write": request.user.may("write"),
    }
    return render(request, "summaries/desk_summaries.html", context)


def _due(summaries: Any) -> set[int]:
    """Return the summaries of a page that have a correction due."""
    rows = Correction.objects.filter(summary__in=list(summaries), state=Correction.State.DUE)
    return set(rows.values_list("summary", flat=True))


def _row(summary: Summary, due: set[int]) -> dict[str, Any]:
    revision, version = summary.current_revision, summary.current_version
    return {
        "summary": summary,
        "headline": plain_text(revision.headline) if revision else summary.slug,
        "revision": revision,
        "version": version,
        "has_due": summary.pk in due,
        "is_taken_down": version is not None and is_taken_down(version),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def new_summary(request: DeskRequest) -> HttpResponse:
    """Begin a summary with a topic and a headline."""
    if not request.user.may("write"):
        raise NotAllowed(_("Only an editor may begin a summary."))
    visible = Summary.objects.visible_to(request.user)
    form = NewSummaryForm(request.POST or None, summaries=visible)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            made = create_summary(by=request.user, **form.cleaned_data)
            return redirect("summaries:desk-summary", uid=made.uid)
        except BadBody as refusal:
            error = str(refusal)
    context = {"form": form, "error": error, "has_topics": Topic.objects.exists()}
    status = 422 if request.method == "POST" else 200
    return render(request, "summaries/desk_new.html", context, status=status)

"""The buttons of the writing page: each view calls one act and goes back to the page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.models import Measure
from ledger.desk_request import DeskRequest
from summaries import publish as publishing
from summaries import release, review
from summaries.desk.found import ask, visible
from summaries.desk.writing import page, with_editor
from summaries.errors import NotNow, Stopped
from summaries.forms import RequestChangesForm, RetractForm, SeenForm


def _do(
    request: DeskRequest, uid: UUID, act: Callable[..., Any], done: str, form: Any, *, may: str
) -> HttpResponse:
    """Call an act with what the form holds; show its refusal on the page, 409 where the state does not allow it."""
    summary = visible(request, uid)
    ask(request, may)
    if not form.is_valid():
        return page(request, summary, error=_("Fill in what the form asks for."), status=422)
    try:
        act(by=request.user, summary=summary, **form.cleaned_data)
    except (NotNow, Stopped) as refusal:
        summary.refresh_from_db()
        return page(request, summary, error=str(refusal), status=409)
    messages.success(request, done)
    return redirect("summaries:desk-summary", uid=uid)


@require_POST
@with_editor
def submit(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Ask for approval."""
    return _do(
        request,
        uid,
        review.submit,
        _("A publisher is asked to approve it."),
        SeenForm(request.POST),
        may="submit",
    )


@require_POST
@with_editor
def request_changes(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Send a text back with a note."""
    form = RequestChangesForm(request.POST)
    return _do(request, uid, review.request_changes, _("It is back with its editors."), form, may="approve")


@require_POST
@with_editor
def approve(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Approve the revision shown."""
    return _do(request, uid, review.approve, _("You approved it."), SeenForm(request.POST), may="approve")


@require_POST
@with_editor
def withdraw_approval(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Take one's approval back."""
    return _do(
        request,
        uid,
        review.withdraw_approval,
        _("Your approval is taken back."),
        SeenForm(request.POST),
        may="approve",
    )


@require_POST
@with_editor
def publish(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Put the revision shown into print."""
    return _do(request, uid, publishing.publish, _("It is in print."), SeenForm(request.POST), may="publish")


@require_POST
@with_editor
def retract(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Take a summary out of print for good."""
    return _do(
        request, uid, publishing.retract, _("It is retracted."), RetractForm(request.POST), may="retract"
    )


@require_POST
def release_series(request: DeskRequest, slug: str) -> HttpResponse:
    """Make the signed figures of a measure public."""
    measure = get_object_or_404(Measure, slug=slug)
    try:
        figures = release.release_series(by=request.user, measure=measure)
        said = ngettext("%(n)s figure is public now.", "%(n)s figures are public now.", len(figures))
        messages.success(request, said % {"n": len(figures)})
    except NotNow as refusal:
        messages.error(request, str(refusal))
    return redirect("claims:measure", slug=slug)

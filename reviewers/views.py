"""The queue, and a figure's page at the desk: signing, taking, giving back, handing over."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from claims.models import Figure
from reviewers import assign
from reviewers import sign as signing
from reviewers.case import Case
from reviewers.desk_request import DeskRequest
from reviewers.errors import BadVerdict, NotAllowed, NotNow, OutOfDate
from reviewers.figure_page import page_of, sign_form
from reviewers.forms import HandOverForm, NarrowForm, SignForm
from reviewers.models import Assignment, Verdict
from reviewers.queue import queue as queue_of
from reviewers.queue import to_sort
from reviewers.standing import live_verdicts, standing


def _figure(request: DeskRequest, uid: UUID) -> Figure:
    """Return the figure, or 404 for one this person may not know of."""
    return get_object_or_404(Figure.objects.visible_to(request.user).with_state(), uid=uid)


def _ask(request: DeskRequest, act: str) -> None:
    """Refuse before the form is looked at: what is typed wrongly is nobody's business who may not do it at all."""
    if not request.user.may(act):
        raise NotAllowed(_("Only reviewers sign figures."))


@require_safe
def queue(request: DeskRequest) -> HttpResponse:
    """Show what to review next, and why."""
    if not request.user.may("see-desk"):
        raise PermissionDenied
    form = NarrowForm(request.GET or None)
    narrowed = form.cleaned_data if form.is_valid() else {}
    groups = queue_of(request.user, **narrowed)
    n_to_sort, unsorted = to_sort(request.user) if request.user.may("sort-mention") else (0, [])
    context = {
        "form": form,
        "groups": groups,
        "n": sum(group.n for group in groups),
        "n_held": sum(row.is_yours for group in groups for row in group.rows),
        "is_narrowed": any(narrowed.values()),
        "may_take": request.user.may("take-figure"),
        "n_to_sort": n_to_sort,
        "unsorted": unsorted,
    }
    return render(request, "reviewers/queue.html", context)


@require_safe
@vary_on_headers("HX-Request")
def figure(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Show a figure with everything that bears on signing it; its signatures alone to the panel that asks for them."""
    context = page_of(_figure(request, uid), request.user)
    if request.htmx:
        came_from = request.htmx.current_url_abs_path or ""
        return render(request, "reviewers/_signatures.html", context | {"h": "h3", "came_from": came_from})
    return render(request, "reviewers/figure.html", context)


@require_POST
def sign(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Sign the figure; a form that is refused comes back with everything typed in it."""
    figure = _figure(request, uid)
    _ask(request, "sign")
    form = sign_form(Case(figure, request.user), request.POST)
    if not form.is_valid():
        return _again(request, figure, form)
    try:
        verdict = signing.sign(by=request.user, figure=figure, **form.offered())
    except (BadVerdict, NotNow) as refusal:
        return _again(request, figure, form, error=str(refusal))
    except OutOfDate as conflict:
        return _conflict(request, uid, conflict)
    waits = standing(live_verdicts(_figure(request, uid))).waiting
    said = _("Signed as %(status)s.") % {"status": verdict.get_status_display()}
    if waits is not None and waits.pk == verdict.pk:
        said += " " + _("It waits for a second reviewer; the earlier status stands meanwhile.")
    messages.success(request, said)
    return redirect(_back(request, uid))


def _again(
    request: DeskRequest,
    figure: Figure,
    form: SignForm,
    *,
    error: str = "",
    conflict: OutOfDate | None = None,
) -> HttpResponse:
    """Render the page with the form as it was sent: 422, or 409 with both versions."""
    context = page_of(figure, request.user, form=form) | {"error": error, "refused": True}
    if conflict is not None:
        labels = dict.fromkeys([*conflict.yours, *conflict.now])
        pairs = [(label, conflict.yours.get(label, ""), conflict.now.get(label, "")) for label in labels]
        context["conflict_rows"] = [
            {"label": label, "yours": yours, "now": now, "is_moved": yours != now}
            for label, yours, now in pairs
        ]
    return render(request, "reviewers/figure.html", context, status=409 if conflict else 422)


def _conflict(request: DeskRequest, uid: UUID, conflict: OutOfDate) -> HttpResponse:
    """Answer a form about an earlier state: what was typed stays, on top of what stands now."""
    figure = _figure(request, uid)
    sent = request.POST.copy()
    sent["seen"] = str(figure.state.n)
    return _again(request, figure, sign_form(Case(figure, request.user), sent), conflict=conflict)


@require_POST
def withdraw_verdict(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Take one's own verdict on the present state back."""
    figure = _figure(request, uid)
    _ask(request, "withdraw-verdict")
    verdict = Verdict.objects.live().filter(state__figure=figure, by=request.user).first()
    if verdict is None:
        messages.error(request, _("No verdict of yours stands on this figure."))
    else:
        signing.withdraw_verdict(by=request.user, verdict=verdict)
        messages.success(request, _("Your verdict is withdrawn. It stays on record."))
    return redirect(_back(request, uid))


@require_POST
def take(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Hold the figure for one's own signature, for two hours."""
    figure = _figure(request, uid)
    waiting = standing(live_verdicts(figure)).waiting
    kind = Assignment.Kind.SECOND if waiting and waiting.by_id != request.user.pk else Assignment.Kind.FIRST
    try:
        assign.take(by=request.user, figure=figure, kind=kind)
    except NotNow as refusal:
        messages.error(request, str(refusal))
    return redirect(_back(request, uid))


@require_POST
def give_back(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Let the figure go."""
    figure = _figure(request, uid)
    _ask(request, "take-figure")
    assignment = _held_by_me(request, figure)
    if assignment is not None:
        assign.give_back(by=request.user, assignment=assignment)
    return redirect(_back(request, uid))


@require_POST
def hand_over(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Pass the figure to another reviewer."""
    figure = _figure(request, uid)
    _ask(request, "take-figure")
    assignment = _held_by_me(request, figure)
    form = HandOverForm(request.POST, figure=figure, holder=request.user)
    if assignment is None:
        return redirect("reviewers:figure", uid=uid)
    if not form.is_valid():
        messages.error(request, _("Choose a reviewer who did not enter or correct this figure."))
        return redirect("reviewers:figure", uid=uid)
    try:
        assign.hand_over(by=request.user, assignment=assignment, to=form.person())
    except NotNow as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Handed over to %(name)s.") % {"name": form.person()})
    return redirect("reviewers:figure", uid=uid)


def _held_by_me(request: DeskRequest, figure: Figure) -> Assignment | None:
    """Return what the person holds of the figure; says so, and returns None, when that is nothing any more."""
    held = Assignment.objects.filter(figure=figure, person=request.user, ended_at__isnull=True)
    found = held.order_by("-pk").first()
    if found is None:
        messages.error(request, _("You no longer hold this figure."))
    return found


def _back(request: DeskRequest, uid: UUID) -> str:
    """Return where the button stood, when that is a page of ours; else the figure's page."""
    came_from = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(came_from, None) and came_from.startswith("/")
    return came_from if is_ours else reverse("reviewers:figure", args=[uid])

"""Saying a figure otherwise, and going back: the page with what it said before."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.asking import ask
from claims.errors import ClaimsError, NotAllowed, NotFound, OutOfDate
from claims.forms import RestateForm, RevertForm
from claims.models import Figure, Measure
from claims.printing import in_short, printed
from claims.restate import KEEP
from ledger.desk_request import DeskRequest
from sources.parties import find_source

Act = Callable[..., Any]  # the site gives it: `claims.urls`
PAGES = (NotAllowed, NotFound, OutOfDate)
STATES_SHOWN = 50


def _figure(request: DeskRequest, uid: UUID) -> Figure:
    return get_object_or_404(Figure.objects.visible_to(request.user).with_state(), uid=uid)


@require_http_methods(["GET", "HEAD", "POST"])
def restate_figure(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Show what a figure says and said before; say it otherwise."""
    figure = _figure(request, uid)
    ask(request, "restate-figure" if request.method == "POST" else "see-desk", figure)
    form = RestateForm(
        request.POST or None,
        shown=figure.state,
        measures=Measure.objects.with_words().filter(
            pk__in={figure.state.measure_id, *Measure.objects.standing().values_list("pk", flat=True)}
        ),
    )
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            said = _said(request, figure, form)
            act(by=request.user, figure=figure, **said)
        except PAGES:
            raise
        except ClaimsError as refusal:
            error = str(refusal)
        else:
            return _saved(request, figure)
    return _page(request, figure, form, error)


def _said(request: DeskRequest, figure: Figure, form: RestateForm) -> dict[str, Any]:
    said = {name: form.cleaned_data[name] for name in (
        "value", "as_of", "since", "measure", "counted", "predicate", "reason", "seen",
    )}  # fmt: skip
    name = form.cleaned_data["originator"].strip()
    now = figure.state.originator
    if name == (now.printed_name if now else ""):
        said["originator"] = KEEP  # untouched: a protected party stands there by its public label
    elif not name:
        said["originator"] = None
    else:
        said["originator"] = find_source(name, by=request.user)
        if said["originator"] is None:
            raise ClaimsError(_("Nobody here goes by the name “%(name)s”.") % {"name": name})
    return said


def _page(request: DeskRequest, figure: Figure, form: RestateForm, error: str) -> HttpResponse:
    states = figure.states.select_related("measure", "made_by", "originator").prefetch_related(
        "measure__wordings"
    )
    now = figure.state.n
    context = {
        "figure": figure,
        "line": printed([figure])[figure.pk],
        "form": form,
        "error": error,
        "states": [
            {
                "state": one,
                "says": in_short(one),
                "revert_form": RevertForm(initial={"to_n": one.n, "seen": now}, auto_id=f"id_{one.n}_%s")
                if one.n != now and one.measure_id
                else None,
            }
            for one in states.order_by("-n")[:STATES_SHOWN]
        ],
        "can_restate": request.user.may("restate-figure", figure),
    }
    return render(request, "claims/restate.html", context, status=422 if error or form.errors else 200)


@require_POST
def revert_figure(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Go back to what an earlier state said."""
    figure = _figure(request, uid)
    ask(request, "restate-figure", figure)
    form = RevertForm(request.POST)
    error = "" if form.is_valid() else _("Say in one sentence why the figure goes back.")
    if not error:
        try:
            act(by=request.user, figure=figure, **form.cleaned_data)
        except PAGES:
            raise
        except ClaimsError as refusal:
            error = str(refusal)
    if error:
        measures = Measure.objects.standing().with_words()
        return _page(request, figure, RestateForm(shown=figure.state, measures=measures), error)
    return _saved(request, figure)


def _saved(request: DeskRequest, figure: Figure) -> HttpResponse:
    messages.success(request, _("Saved as a new state. Whoever signs the figure signs this one."))
    return redirect("claims:restate", figure.uid)

"""Pages of one document as a whole: describing and dating it.

Withdrawing it is in `reviewers`, protecting it in `summaries`: what those change lies there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.asking import ask
from claims.errors import ClaimsError
from claims.intake_forms import DescribeForm, RedateForm, StepFormSet
from claims.wording import date_in_words
from ledger.desk_request import DeskRequest
from sources import describe as described
from sources.dates import dated
from sources.errors import BadDate, NotAllowed, NotFound, OutOfDate, SourcesError
from sources.models import Document, Provenance, Source
from sources.parties import create_source, find_source

Act = Callable[..., Any]  # the site gives it: `claims.urls`
# What becomes a page of its own (403, 404, 409); every other refusal is said on the form, where nothing typed is lost.
PAGES = (NotAllowed, NotFound, OutOfDate)


def _document(request: DeskRequest, uid: UUID, act: str) -> Document:
    """Fetch a document this person may know of and may do `act` to."""
    shown = Document.objects.visible_to(request.user)
    document = get_object_or_404(shown.select_related("parent", "capture"), uid=uid)
    ask(request, act, document)
    return document


# --- describing -------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Change title, language, publisher and the chain of parties."""
    document = _document(request, uid, "describe-document")
    form = DescribeForm(request.POST or None, initial=_as_described(request, document))
    steps = StepFormSet(request.POST or None, initial=_other_steps(request, document), prefix="step")
    error = ""
    if request.method == "POST" and form.is_valid() and steps.is_valid():
        try:
            _describe(request, document, form.cleaned_data, steps, act)
        except PAGES:
            raise
        except (SourcesError, ClaimsError) as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("The document is described."))
            return redirect("claims:document", document.uid)
    is_refused = bool(error or form.errors or (request.method == "POST" and not steps.is_valid()))
    context = {"document": document, "form": form, "steps": steps, "error": error}
    return render(request, "claims/describe.html", context, status=422 if is_refused else 200)


def _as_described(request: DeskRequest, document: Document) -> dict[str, Any]:
    step = described.publishing_step(document)
    return {
        "seen": described.token(document),
        "title": document.title,
        "language": document.language,
        "publisher": _shown(request, step) if step else "",
    }


def _shown(request: DeskRequest, step: Provenance) -> str:
    """Return the name of a step's party as this person may know it."""
    if step.source is None:
        return step.words
    return step.source.name if request.user.may("see-protected") else step.source.printed_name


def _other_steps(request: DeskRequest, document: Document) -> list[dict[str, str]]:
    return [{"role": role, "name": name} for role, name, _party in _parties_shown(request, document)]


def _parties_shown(request: DeskRequest, document: Document) -> list[tuple[str, str, Source | None]]:
    """Return role, name as this person may know it, and party of every step but the publisher's. One query."""
    steps = document.provenance.select_related("source").exclude(role=Provenance.Role.PUBLISHED)
    return [(step.role, _shown(request, step), step.source) for step in steps]


def _describe(request: DeskRequest, document: Document, given: dict[str, Any], steps: Any, act: Act) -> None:
    changes: dict[str, Any] = {}
    was = _as_described(request, document)
    name = given["publisher"].strip()
    chain = [
        (one["role"], one["name"].strip()) for one in (form.cleaned_data for form in steps) if one.get("role")
    ]
    with transaction.atomic():  # a party made on the way goes with the description, or not at all
        if name != was["publisher"] or given["publisher_kind"]:
            party = find_source(name, by=request.user) if name else None
            if name and party is None and given["publisher_kind"]:
                party = create_source(by=request.user, name=name, kind=given["publisher_kind"])
            changes |= {"publisher": party, "publisher_words": name}
        shown = _parties_shown(request, document)
        if chain != [(role, name) for role, name, _party in shown]:
            # A step left as it was keeps its party, which may go by no name this person could find it by.
            kept = {(role, name): party for role, name, party in shown}
            changes["chain"] = [
                (role, kept.get((role, name)) or find_source(name, by=request.user), name)
                for role, name in chain
            ]
        act(
            by=request.user,
            document=document,
            seen=given["seen"],
            title=given["title"],
            language=given["language"],
            **changes,
        )


# --- dating -----------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def redate_page(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Set the date, or choose among the years it may mean."""
    document = _document(request, uid, "describe-document")
    initial = {"seen": described.token(document), "published": document.published_edtf}
    form = RedateForm(request.POST or None, initial=initial)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            act(by=request.user, document=document, **form.cleaned_data)
        except PAGES:
            raise
        except (SourcesError, ClaimsError) as refusal:
            if isinstance(refusal, BadDate):
                form.add_error("published", str(refusal))
            error = "" if isinstance(refusal, BadDate) else str(refusal)
        else:
            messages.success(request, _("The document is dated, and what leaned on its date was read again."))
            return redirect("claims:document", document.uid)
    context = {
        "document": document,
        "published": date_in_words(document.published),
        "candidates": [
            {
                "edtf": one.edtf,
                "says": date_in_words(dated(one.edtf)),
                "state": one.state,
                "reason": one.reason,
            }
            for one in document.date_candidates.order_by("edtf")
        ],
        "seen": initial["seen"],
        "form": form,
        "error": error,
    }
    return render(request, "claims/redate.html", context, status=422 if error or form.errors else 200)

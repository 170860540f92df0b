"""Pages of what comes in: the list of documents, and bringing one in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from claims.asking import ask
from claims.bring_in import Arrival
from claims.errors import ClaimsError
from claims.intake_forms import BringInForm
from claims.intake_lists import document_rows, wholes
from claims.second_reading import WITHIN_S, read_again
from ledger.desk_request import DeskRequest
from sources.errors import NotAllowed, NotFound, OutOfDate, SourcesError, StoreFailed, TooLarge
from sources.kinds import refuse_address
from sources.models import Document

Act = Callable[..., Any]  # the site gives it: `claims.urls`
DOCUMENTS_A_PAGE = 30
# What becomes a page of its own (403, 404, 409); every other refusal is said on the form, where nothing typed is lost.
PAGES = (NotAllowed, NotFound, OutOfDate)


# --- the list ---------------------------------------------------------------------------------------


@require_safe
def documents(request: DeskRequest) -> HttpResponse:
    """List what came in, newest first; `?withdrawn=1` what was withdrawn."""
    ask(request, "see-desk")
    is_withdrawn = request.GET.get("withdrawn") == "1"
    found = wholes(request.user, is_withdrawn=is_withdrawn)
    page = Paginator(found, DOCUMENTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": document_rows(page.object_list, request.user),
        "is_withdrawn": is_withdrawn,
        "query": "withdrawn=1&" if is_withdrawn else "",
        "can_bring_in": request.user.may("bring-in"),
    }
    return render(request, "claims/documents.html", context)


# --- bringing in ------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in_page(request: DeskRequest, act: Act) -> HttpResponse:
    """Paste a text or upload a file."""
    ask(request, "bring-in")
    form = BringInForm(request.POST or None, request.FILES or None)
    error, status = "", 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            arrival = _bring(request, form.cleaned_data, act)
        except PAGES:
            raise
        except (SourcesError, ClaimsError) as refusal:
            error, status = str(refusal), _status_of(refusal)
        else:
            return _arrived(request, arrival)
    return render(request, "claims/bring_in.html", {"form": form, "error": error}, status=status)


def _bring(request: DeskRequest, given: dict[str, Any], act: Act) -> Arrival:
    file = given.pop("file")
    text = given.pop("text")
    if not file:
        refuse_address(text)
    arrival: Arrival = act(
        by=request.user,
        content=file.read() if file else text.encode("utf-8", "replace"),
        how="upload" if file else "paste",
        file_name=file.name if file else "",
        **given,
    )
    return arrival


def _status_of(refusal: Exception) -> int:
    return 503 if isinstance(refusal, StoreFailed) else 413 if isinstance(refusal, TooLarge) else 422


def _second_reading(request: DeskRequest, arrival: Arrival) -> None:
    """Have what is in by now read a second time, where the newsroom has set a second reader up."""
    second = read_again(by=request.user, documents=arrival.documents, within_s=WITHIN_S)
    if second.n_added:
        messages.success(request, second.found())
    for warning in second.warnings(request.user):
        messages.warning(request, warning)


def _arrived(request: DeskRequest, arrival: Arrival) -> HttpResponse:
    """Say what came of it and go to the document; to the list where this person may not see it any more."""
    if arrival.already_here:
        when = date_format(arrival.already_here.at, "j F Y, H:i")
        messages.info(request, _("Already here since %(when)s. Nothing was added.") % {"when": when})
    else:
        n_parts = len(arrival.documents) - 1
        if n_parts:
            says = ngettext(
                "A list of %(n)d document came in.", "A list of %(n)d documents came in.", n_parts
            )
            messages.success(request, says % {"n": n_parts})
        says = ngettext(
            "%(n)d figure was found and is proposed.",
            "%(n)d figures were found and are proposed.",
            arrival.n_mentions,
        )
        messages.success(request, says % {"n": arrival.n_mentions})
        _second_reading(request, arrival)
    for note in arrival.notes[:5]:
        messages.warning(request, note)
    document = arrival.documents[0]
    if not Document.objects.visible_to(request.user).filter(pk=document.pk).exists():
        messages.info(
            request, _("It is protected: from now on, only those who may see protected things know of it.")
        )
        return redirect("claims:documents")
    return redirect("claims:document", document.uid)

"""Taking a document away and giving it back: its figures fall with it, and so do signatures that leaned on it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.asking import ask
from claims.errors import ClaimsError
from claims.intake_forms import ReasonForm
from claims.models import Figure
from reviewers import leaning
from reviewers.desk_request import DeskRequest
from sources.describe import token
from sources.errors import NotAllowed, NotFound, OutOfDate, SourcesError
from sources.models import Document

Act = Callable[..., Any]  # the site gives it: `reviewers.urls`
# What becomes a page of its own (403, 404, 409); every other refusal is said on the form, where nothing typed is lost.
PAGES = (NotAllowed, NotFound, OutOfDate)


def _document(request: DeskRequest, uid: UUID) -> Document:
    """Fetch a document this person may know of and may withdraw."""
    shown = Document.objects.visible_to(request.user)
    document = get_object_or_404(shown.select_related("parent", "capture"), uid=uid)
    ask(request, "withdraw-document", document)
    return document


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Say why a document does not belong here; or, for a withdrawn one, restore it."""
    document = _document(request, uid)
    form = ReasonForm(request.POST or None, initial={"seen": token(document)})
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            act(by=request.user, document=document, **form.cleaned_data)
        except PAGES:
            raise
        except (SourcesError, ClaimsError) as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("The document is withdrawn. It can be restored."))
            return redirect("claims:documents")
    family = [document, *document.parts.all()]
    leaning_on = leaning.on_documents(family).values("state__figure")
    stated = Figure.objects.filter(mentions__document__in=family) | Figure.objects.filter(pk__in=leaning_on)
    context = {
        "document": document,
        "n_parts": len(family) - 1,
        "n_figures": stated.distinct().count(),
        "seen": token(document),
        "form": form,
        "error": error,
    }
    return render(request, "reviewers/withdraw.html", context, status=422 if error or form.errors else 200)


@require_POST
def restore(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Take a withdrawal back."""
    document = _document(request, uid)
    try:
        act(by=request.user, document=document, seen=request.POST.get("seen", ""))
    except PAGES:
        raise
    except (SourcesError, ClaimsError) as refusal:
        messages.error(request, str(refusal))
        return redirect("reviewers:withdraw-document", document.uid)
    messages.success(
        request, _("The document is restored. Figures that fell with it wait for a signature again.")
    )
    return redirect("claims:document", document.uid)

"""Closing a document to everybody who may not see protected things, and opening it again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.asking import ask
from claims.errors import ClaimsError
from claims.intake_forms import ReasonForm
from reviewers.desk_request import DeskRequest
from sources.errors import NotAllowed, NotFound, OutOfDate, SourcesError
from sources.models import Document
from summaries.protect import protect_document, unprotect_document

# What becomes a page of its own (403, 404, 409); every other refusal is said on the form, where nothing typed is lost.
PAGES = (NotAllowed, NotFound, OutOfDate)


def _document(request: DeskRequest, uid: UUID) -> Document:
    """Fetch a document this person may know of and may protect."""
    shown = Document.objects.visible_to(request.user)
    document = get_object_or_404(shown.select_related("parent", "capture"), uid=uid)
    ask(request, "protect", document)
    return document


@require_http_methods(["GET", "HEAD", "POST"])
def protect(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Close a document, or open it again."""
    document = _document(request, uid)
    form = ReasonForm(request.POST or None)
    error = ""
    if request.method == "POST" and form.is_valid():
        act = unprotect_document if document.is_protected else protect_document
        try:
            document = act(by=request.user, document=document, reason=form.cleaned_data["reason"])
        except PAGES:
            raise
        except (SourcesError, ClaimsError) as refusal:
            error = str(refusal)
        else:
            says = (
                _("The document is protected.") if document.is_protected else _("The document is open again.")
            )
            messages.success(request, says)
            return redirect("claims:document", document.uid)
    context = {"document": document, "form": form, "error": error}
    return render(
        request, "summaries/desk_protect.html", context, status=422 if error or form.errors else 200
    )

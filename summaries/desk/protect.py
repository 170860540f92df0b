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
from sources.describe import token
from sources.errors import NotAllowed, NotFound, OutOfDate, SourcesError
from sources.models import Document
from summaries.told.protect import protect_document, unprotect_document

# What becomes a page of its own (403, 404, 409); every other refusal is said on the form, where nothing typed is lost.
PAGES = (NotAllowed, NotFound, OutOfDate)


def _document(request: DeskRequest, uid: UUID) -> Document:
    """Fetch a document this person may know of and may protect."""
    shown = Document.objects.visible_to(request.user)
    document = get_object_or_404(shown.select_related("parent", "capture"), uid=uid)
    ask(request, "protect", document)
    return document


def _set(request: DeskRequest, document: Document, *, reason: str, seen: str) -> Document:
    by = request.user
    if request.POST.get("to") == "open":
        return unprotect_document(by=by, document=document, reason=reason, seen=seen)
    # Closing never waits for another look: somebody may be in danger, and nothing is lost by it.
    return document if document.is_protected else protect_document(by=by, document=document, reason=reason)


@require_http_methods(["GET", "HEAD", "POST"])
def protect(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Close a document, or open it again, whichever the page showed: what is sent twice must not undo itself."""
    document = _document(request, uid)
    form = ReasonForm(request.POST or None, initial={"seen": token(document)})
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            document = _set(request, document, **form.cleaned_data)
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

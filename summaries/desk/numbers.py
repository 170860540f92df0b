"""Numbers in a text without script: a figure put in by form, a bare number marked as no figure."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import Figure
from ledger.desk_request import DeskRequest
from summaries import body, drafting, marks
from summaries.desk.found import ask, newest, visible
from summaries.desk.writing import page, paragraphs_of, with_editor
from summaries.errors import BadBody, NotFound, NotNow
from summaries.forms import InsertForm, NotFigureForm

AROUND = 60  # characters shown on each side of a number


@require_POST
@with_editor
def insert_figure(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Put a figure at the end of a paragraph."""
    summary = visible(request, uid)
    ask(request, "write")
    figure = Figure.objects.visible_to(request.user).filter(uid=_uid(request.POST.get("figure", ""))).first()  # type: ignore[misc]
    choices = [(str(figure.uid), "")] if figure else []
    form = InsertForm(request.POST, figures=choices, paragraphs=paragraphs_of(newest(summary)))
    if figure is None or not form.is_valid():
        return page(request, summary, error=_("Choose a figure, its wording and a paragraph."), status=422)
    given = form.cleaned_data
    try:
        revision = drafting.insert_figure(
            by=request.user, summary=summary, seen=given["seen"], figure=figure, wording=given["wording"],
            after_paragraph=given["after_paragraph"],
        )  # fmt: skip
    except (BadBody, NotNow) as refusal:
        return page(request, summary, error=str(refusal), status=422)
    messages.success(request, _("The figure is in the text. Revision %(n)s is saved.") % {"n": revision.n})
    return redirect("summaries:desk-summary", uid=uid)


def _uid(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def not_a_figure(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Mark a bare number as no figure, with a reason."""
    summary = visible(request, uid)
    ask(request, "write")
    revision = newest(summary)
    asked = {name: request.GET.get(name, "") for name in ("field", "quote", "nth")}
    form = NotFigureForm(request.POST or None, initial={**asked, "seen": revision.n})
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            drafting.mark_not_figure(by=request.user, summary=summary, **form.cleaned_data)
            messages.success(request, _("It is marked as no figure, with your reason."))
            return redirect("summaries:desk-summary", uid=uid)
        except (BadBody, NotNow) as refusal:
            error = str(refusal)
    given = request.POST if request.method == "POST" else asked
    before, number, after = _context(marks.masked(revision), given)
    if not number and request.method != "POST":
        raise NotFound
    context = {
        "summary": summary, "headline": body.plain_text(revision.headline) or summary.slug,
        "form": form, "error": error, "before": before, "number": number, "after": after,
    }  # fmt: skip
    return render(
        request, "summaries/desk_not_figure.html", context, status=422 if request.method == "POST" else 200
    )


def _context(texts: dict[str, str], given: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the words before the number, the number, and the words after; empty where it does not stand."""
    field, quote, nth = (str(given.get(name, "")) for name in ("field", "quote", "nth"))
    if field not in texts or not nth.isascii() or not nth.isdigit() or len(nth) > 6:
        return "", "", ""
    if not marks.stands(texts, marks.Place(field, quote, int(nth))):
        return "", "", ""
    text = texts[field]
    at = marks.starts(text, quote)[int(nth) - 1]
    end = at + len(quote)
    before, after = text[max(0, at - AROUND) : at], text[end : end + AROUND]
    figure = _("[a figure]")
    return before.replace(body.MASK, figure), quote, after.replace(body.MASK, figure)

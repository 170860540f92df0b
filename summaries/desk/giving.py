"""What of a summary is withheld for somebody's safety, and giving it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from claims.intake_forms import ReasonForm
from ledger.desk_request import DeskRequest
from summaries.body import plain_text
from summaries.desk.found import ask, newest, visible
from summaries.errors import NotNow
from summaries.withheld.give_back import give_back, kept_of, token


@require_http_methods(["GET", "HEAD", "POST"])
def withheld(request: DeskRequest, uid: UUID) -> HttpResponse:
    """List the withheld versions, each with whether it still names somebody; give back those that do not."""
    summary = visible(request, uid)
    ask(request, "give-back")
    form = ReasonForm(request.POST or None, initial={"seen": token(summary)})
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            given = give_back(by=request.user, summary=summary, **form.cleaned_data)
        except NotNow as refusal:
            error = str(refusal)
        else:
            says = ngettext(
                "%(n)s version can be read again.", "%(n)s versions can be read again.", len(given)
            )
            messages.success(request, says % {"n": len(given)})
            return redirect("summaries:desk-summary", uid=uid)
    kept = kept_of(summary)
    context = {
        "summary": summary,
        "headline": plain_text(newest(summary).headline) or summary.slug,
        "kept": kept,
        "may_return": any(one.may_return for one in kept),
        "form": form,
        "error": error,
    }
    status = 409 if error else 422 if form.errors else 200
    return render(request, "summaries/desk_withheld.html", context, status=status)

"""What somebody sent after their sign-in had ended: kept beside the next sign-in, and shown to that person alone."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ledger.desk_request import DeskRequest

KEY = "unsaved"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 the name of a field
KEPT_UNDER = "/desk/"  # forms of the admin and of accounts hold passwords, which are never kept


class SendAgain(HttpResponseRedirect):
    """Let the browser send the same form on: unlike 302, 307 keeps the method and the fields (RFC 9110, 15.4.8)."""

    status_code = 307


def of(request: DeskRequest) -> dict[str, Any] | None:
    """Return what a form sent, who sent it and where to; None for anything that is no form of the desk.

    Files are not kept: the person still has them.
    """
    if request.method != "POST" or not request.path.startswith(KEPT_UNDER):
        return None
    fields = [[name, value] for name, values in request.POST.lists() if name != TOKEN for value in values]
    if not any(value for _name, value in fields):
        return None
    return {"by": str(request.user.uid), "path": request.path, "fields": fields}


@require_http_methods(["GET", "HEAD", "POST"])
def unsaved(request: DeskRequest) -> HttpResponse:
    """Show what was sent and not saved, with two buttons: send it again, or throw it away."""
    kept = request.session.get(KEY)
    if not kept or kept["by"] != str(request.user.uid):
        request.session.pop(KEY, None)
        return redirect("newsroom:desk")
    if request.method == "POST":
        del request.session[KEY]
        return redirect("newsroom:desk") if "throw-away" in request.POST else SendAgain(kept["path"])
    return render(request, "newsroom/unsaved.html", {"fields": kept["fields"]})

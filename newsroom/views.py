"""The desk's front page and the record, for those signed in."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from ledger import clock
from ledger.models import Entry
from newsroom import desk as front
from reviewers.desk_request import DeskRequest
from reviewers.models import Reviewer
from reviewers.queue import queue

ENTRIES_A_PAGE = 100


@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    """Show what came in, what needs a signature, what has broken since it was published."""
    if not request.user.may("see-desk"):
        raise PermissionDenied
    n_arrived, arrivals = front.arrived(request.user)
    groups = queue(request.user)
    broken = front.broken(request.user)
    context = {
        "today": clock.now(),
        "n_arrived": n_arrived,
        "arrivals": arrivals,
        "to_sign": [row for group in groups for row in group.rows][: front.SHOWN],
        "n_to_sign": sum(group.n for group in groups),
        "broken": broken,
        "n_broken": sum(len(item.pairs) for item in broken),
        "in_writing": front.in_writing(request.user),
        "findings": front.open_findings(request.user),
        "n_entries": front.record_line(),
        "may_decide": request.user.may("decide-correction"),
        "may_bring_in": request.user.may("bring-in"),
        "may_see_ledger": request.user.may("see-ledger"),
        "may_write": request.user.may("write"),
    }
    return render(request, "newsroom/desk.html", context)


@login_not_required
@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Lead to the mark: pages name it, but beside JSON and plain text a browser asks here."""
    return redirect(static("mark.svg"))


@require_safe
def ledger(request: DeskRequest) -> HttpResponse:
    """Show the record, newest first: who did which act on what, never in words.

    Of an entry on a protected subject, who may not see protected things sees the hash and when.
    """
    if not request.user.may("see-ledger"):
        raise PermissionDenied
    page = Paginator(Entry.objects.order_by("-seq"), ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    names = {person.uid: str(person) for person in Reviewer.objects.all()}
    sees_all = request.user.may("see-protected")
    rows = [
        {
            "seq": entry.seq,
            "at": entry.at,
            "act": entry.act,
            "who": names.get(entry.actor_uid, ""),
            "subject": entry.subject.removeprefix("urn:countersign:"),
            "hash": entry.hash[:12],
        }
        if sees_all or not entry.is_protected
        else {"seq": entry.seq, "at": entry.at, "hash": entry.hash[:12], "is_closed": True}
        for entry in page.object_list
    ]
    return render(request, "newsroom/ledger.html", {"page": page, "rows": rows})

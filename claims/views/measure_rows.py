"""What the desk's page of a measure says of its figures: where it stands, what waits, a row each, and the findings."""

from typing import Any

from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from claims.models import Figure, Finding
from claims.printing import basis_in_words, printed
from claims.views.reader import reader_url
from ledger.desk_request import DeskRequest

DISPUTED_SHOWN = 6


def where_it_stands(filed: Any) -> dict[str, Any]:
    """Return the newest signed figure, with its rivals where it is disputed, and the newest that nobody has signed.

    What is replaced, could not be checked or is wrong is passed over. `filed` is the figures the person may know of.
    """
    status = Figure.Status
    newest = filed.with_state().order_by(
        Coalesce("current_state__as_of_latest", "current_state__as_of_earliest").desc(nulls_last=True), "-pk"
    )
    stands = list(newest.filter(status__in=[status.VERIFIED, status.ATTRIBUTED, status.DISPUTED])[:1])
    if stands and stands[0].status == status.DISPUTED:
        stands = list(newest.filter(status=status.DISPUTED)[:DISPUTED_SHOWN])
    waits = list(newest.filter(status=status.UNREVIEWED)[:1])
    lines = printed([*stands, *waits])
    return {"stands": [lines[one.pk] for one in stands], "waits": [lines[one.pk] for one in waits]}


def rows_of(request: DeskRequest, figures: list[Figure], findings: list[Finding]) -> list[dict[str, Any]]:
    """The lines of the table. The words a figure leads with are linked only for who may read their document."""
    lines, sees_all = printed(figures), request.user.may("see-protected")
    numbers: dict[int, list[int]] = {}
    standing = [one for one in findings if one.closed_at is None]
    for n, finding in enumerate(standing, 1):
        for named in finding.named.all():
            numbers.setdefault(named.figure_id, []).append(n)
    return [
        {
            "figure": figure,
            "line": lines[figure.pk],
            "state": figure.state,
            "basis": basis_in_words(figure.state.as_of_basis),
            "findings": numbers.get(figure.pk, []),
            "source_url": reader_url(lead.document, lead)
            if (lead := figure.state.lead_mention) and (sees_all or not lead.document.is_protected)
            else "",
        }
        for figure in figures
    ]


def told(finding: Finding, person: Any) -> dict[str, Any]:
    """Return a finding as components/_findings.html takes it."""
    closed = ""
    if finding.closed_at:
        closed = _("Closed: %(why)s. %(note)s") % {
            "why": finding.get_closed_reason_display(),
            "note": finding.closed_note,
        }
    can_close = not closed and person.may("close-finding", finding)
    url = reverse("claims:close-finding", args=[finding.uid])
    return {
        "id": f"f-{finding.uid}",
        "title": finding.get_code_display(),
        "sentence": finding.sentence,
        "closed": closed,
        "acts": [{"label": _("Close with a reason"), "url": url}] if can_close else [],
    }

"""Closing a finding: an editor says, by a coded reason, why it need not be explained any more."""

from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import BadValue, NotAllowed, NotFound, NotNow
from claims.models import Figure, Finding
from ledger import clock
from ledger.append import append, urn
from ledger.people import Person


def close_finding(*, by: Person, finding: Finding, reason: str, note: str = "") -> Finding:
    """Close a finding. It opens anew only when its facts change. Raises BadValue, NotAllowed, NotFound, NotNow."""
    if not by.may("close-finding", finding):
        raise NotAllowed(_("Editors decide what a finding comes to."))
    if not Finding.objects.visible_to(by).filter(pk=finding.pk).exists():
        raise NotFound(_("There is no such finding."))
    if reason not in Finding.ClosedBecause.values:
        raise BadValue(_("Choose why the finding is closed."))
    note = " ".join(note.split())
    if len(note) > 600 or "\0" in note:
        raise BadValue(_("A note has at most 600 characters."))
    with transaction.atomic():
        finding = Finding.objects.select_for_update().get(pk=finding.pk)
        if finding.closed_at:
            raise NotNow(
                _("This finding is closed already: %(why)s.") % {"why": finding.get_closed_reason_display()}
            )
        finding.closed_reason, finding.closed_note = reason, note
        finding.closed_by_id, finding.closed_at = by.pk, clock.now()
        finding.save()
        _record(finding, by)
    return finding


def _record(finding: Finding, by: Person) -> None:
    figures = list(finding.figures.order_by("pk"))
    open_ones = Figure.objects.filter(
        pk__in=[one.pk for one in figures], mentions__document__is_protected=False
    )
    append(
        act="claims.close_finding",
        by=by,
        subject=urn("finding", finding.uid),
        codes={"code": finding.code, "reason": finding.closed_reason},
        words={"note": finding.closed_note, "sentence": finding.sentence},
        is_protected=open_ones.distinct().count() < len(figures),
    )

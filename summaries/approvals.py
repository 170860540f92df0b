"""Whether an approval stands, and what takes it away. The acts that give one are in `summaries.review`."""

from collections.abc import Iterable
from typing import Any

from ledger import clock
from ledger.canonical import digest
from ledger.people import Person
from summaries.models import Approval, FigureUse, Revision, Summary


def uses_of(revision: Revision) -> list[FigureUse]:
    """Return the uses of a revision in reading order, each with its figure's present state and originator."""
    return list(
        revision.uses.select_related(
            "figure__current_state__originator__owner",
            "figure__current_state__measure__topic",
            "figure__current_state__phase",
            "figure__current_state__lead_mention__document",
            "figure__superseded_by__current_state",
        )
        .prefetch_related("figure__current_state__measure__wordings")
        .order_by("position")
    )


def statuses_hash(uses: Iterable[FigureUse]) -> str:
    """Return the hash an approval binds to: each figure used, the state it is in now, and its status."""
    seen = {(str(use.figure.uid), use.figure.state.n, use.figure.status) for use in uses}
    return digest([list(one) for one in sorted(seen)])


def live(summary: Summary) -> Approval | None:
    """Return the approval nobody has voided, whether or not it still binds."""
    return summary.approvals.filter(voided_at__isnull=True).select_related("by", "revision").first()


def binds(approval: Approval, revision: Revision, uses: Iterable[FigureUse]) -> bool:
    """Say whether an approval is of just these words and statuses, by somebody who may still approve."""
    return (
        approval.revision_id == revision.pk
        and approval.sha256 == revision.sha256
        and approval.statuses_hash == statuses_hash(uses)
        and approval.by.may("approve")
    )


def void(summaries: Iterable[Summary], reason: Approval.VoidReason) -> list[Approval]:
    """Void the live approvals of the summaries; return them for the ledger. The caller holds a lock over them."""
    voided = list(Approval.objects.filter(summary__in=list(summaries), voided_at__isnull=True).order_by("pk"))
    for approval in voided:
        approval.voided_at, approval.void_reason = clock.now(), reason
        approval.save(update_fields=["voided_at", "void_reason"])
    return voided


def edited_since_print(summary: Summary, person: Person) -> bool:
    """Say whether this person wrote any revision since the version in print (ever, where there is none)."""
    in_print = summary.current_version
    since = in_print.revision.n if in_print else 0
    found: Any = summary.revisions.filter(n__gt=since, by_id=person.pk)
    return bool(found.exists())

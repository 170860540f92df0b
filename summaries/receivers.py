"""What a moved figure does to summaries: approvals fall, labels change, a correction falls due, a change goes out.

Received inside the act's transaction, the figure's row locked: that lock alone orders this against saving and
publishing, so no summary is locked here (it comes before figures in the order of locks). The counter is locked
before the first entry is written, so that counter and head are always taken in one order.
"""

import json
from typing import Any
from uuid import UUID

from django.dispatch import receiver

from claims.models import Figure, FigureState
from claims.signals import figure_state_changed, figure_status_changed
from ledger import clock
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from summaries import approvals, changes, uses
from summaries.live import read
from summaries.models import Approval, Change, Correction, FigureUse, Representation, Summary, Version
from summaries.withheld.keeping import keep_back_quoted, keep_back_words
from summaries.withheld.served import content_of


@receiver(figure_state_changed, sender=Figure, dispatch_uid="summaries.state_changed")
def on_state_changed(
    *, figure: Figure, old_state: FigureState | None, new_state: FigureState, by: Person, **kwargs: Any
) -> None:
    """Void the approvals of texts that use the figure: they were given on what it said before.

    What other figures of the measure print may change with it: how many voices say the same. And what led from it to
    its texts is kept back where a protected party says it from now on.
    """
    keep_back_words(figure, new_state, by=by)
    keep_back_quoted(figure, old_state, new_state, by=by)
    _relabel_others(figure, {state.measure_id for state in (old_state, new_state) if state}, by=by)
    if old_state is None:
        return
    voided = _void_approvals(figure)
    if voided:
        append(
            act="summaries.void_approvals", by=by, subject=urn("figure", figure.uid),
            codes={"because": "state_changed", "state": new_state.n, "approvals": len(voided)}, rows=committed(*voided),
        )  # fmt: skip


@receiver(figure_status_changed, sender=Figure, dispatch_uid="summaries.status_changed")
def on_status_changed(*, figure: Figure, old_status: str, new_status: str, by: Person, **kwargs: Any) -> None:
    """Void approvals; for a public figure relabel what prints it, let corrections fall due, record the change."""
    voided = _void_approvals(figure)
    if not Figure.objects.public().filter(pk=figure.pk).exists():
        if voided:
            append(
                act="summaries.void_approvals", by=by, subject=urn("figure", figure.uid),
                codes={"because": "status_changed", "approvals": len(voided)}, rows=committed(*voided),
            )  # fmt: skip
        return
    seq = changes.next_seq()
    versions = _in_print(figure)
    due = [correction for version in versions if (correction := _fall_due(version, figure, new_status))]
    change = changes.record_change(
        seq=seq, kind=Change.Kind.STATUS, subject=urn("figure", figure.uid),
        summaries=[version.summary for version in versions], figures=[figure.pk],
    )  # fmt: skip
    append(
        act="summaries.relabel", by=by, subject=urn("figure", figure.uid),
        codes={"from": old_status, "to": new_status, "change": seq, "summaries": len(versions), "due": len(due)},
        rows=committed(change, *due, *voided),
    )  # fmt: skip


def _relabel_others(figure: Figure, measures: set[int | None], *, by: Person) -> None:
    """Store anew the summaries in print whose other figures count their voices otherwise now."""
    beside = FigureUse.objects.filter(figure__current_state__measure__in=measures - {None}).exclude(
        figure=figure
    )
    in_print = Version.objects.filter(current_of__isnull=False, revision__in=beside.values("revision"))
    versions = list(
        in_print.exclude(summary__state__in=uses.GONE).select_related("summary__topic").order_by("pk")
    )
    if not versions:
        return
    changes.lock_counter()
    moved = {
        version.summary: found for version in versions if (found := _counted_anew(version.summary, figure))
    }
    if not moved:
        return
    seq = changes.next_seq()
    change = changes.record_change(
        seq=seq, kind=Change.Kind.STATUS, subject=urn("figure", figure.uid), summaries=moved,
        figures=Figure.objects.filter(uid__in=set().union(*moved.values())).values_list("pk", flat=True),
    )  # fmt: skip
    append(
        act="summaries.relabel", by=by, subject=urn("figure", figure.uid),
        codes={"because": "voices", "change": seq, "summaries": len(moved)}, rows=committed(change),
    )  # fmt: skip


def _counted_anew(summary: Summary, besides: Figure) -> set[UUID]:
    """Return the figures of a summary in print, `besides` one, whose label is not the stored one any more."""
    stored = Representation.objects.filter(summary=summary, format="json").first()
    if stored is None:
        return set()
    then = {shown["uid"]: shown["label"] for shown in json.loads(bytes(stored.bytes))["live"]["figures"]}
    now = read(summary).figures.values()
    return {one.uid for one in now if one.uid != besides.uid and one.label != then.get(str(one.uid))}


def _void_approvals(figure: Figure) -> list[Approval]:
    """Void the live approvals of texts that use the figure, and send those texts back to review."""
    texts = list(
        Summary.objects.filter(current_revision__uses__figure=figure, approvals__voided_at__isnull=True)
        .filter(approvals__isnull=False)
        .distinct()
    )
    if not texts:
        return []
    changes.lock_counter()
    voided = approvals.void(texts, Approval.VoidReason.STATUS_CHANGED)
    # A summary locked by a publication that waits for this figure is passed over: its gate will find no approval.
    free = Summary.objects.select_for_update(skip_locked=True, no_key=True).filter(
        pk__in=[text.pk for text in texts], state=Summary.State.APPROVED
    )
    Summary.objects.filter(pk__in=[text.pk for text in free]).update(state=Summary.State.IN_REVIEW)
    return voided


def _in_print(figure: Figure) -> list[Version]:
    """Return the versions in print that use the figure."""
    found = Version.objects.filter(current_of__isnull=False, revision__uses__figure=figure)
    found = found.exclude(summary__state__in=uses.GONE).select_related("summary__topic", "revision")
    return list(found.distinct().order_by("pk"))


def _fall_due(version: Version, figure: Figure, status: str) -> Correction | None:
    """Make the correction an editor has to decide; one is due per figure and summary at a time.

    Its reason is proposed where it is plain: nobody signs for the figure any more.
    """
    is_due = {"summary": version.summary, "figure": figure, "state": Correction.State.DUE}
    if Correction.objects.filter(**is_due).exists():
        return None
    printed = next(then for then in content_of(version)["figures"] if then["uid"] == str(figure.uid))
    old = f"{printed['printed']['full']} ({printed['label']})"
    reason = Correction.Reason.STATUS_FELL if status == Figure.Status.UNREVIEWED else ""
    return Correction.objects.create(
        **is_due, from_version=version, old=old[:400], reason=reason, due_at=clock.now()
    )

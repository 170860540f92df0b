"""What the live verdicts on a figure's present state come to. The rule is pure; `settle` writes what it says."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.models import Figure
from claims.states import set_status
from reviewers.models import Reviewer, Verdict

Status = Figure.Status
TWO_SIGN = frozenset({Status.VERIFIED, Status.FALSE})
# A first signature waits for its second until somebody signs what contradicts it; then both have to sign anew.
CONTRADICTS: dict[str, frozenset[str]] = {
    Status.VERIFIED: frozenset({Status.DISPUTED, Status.UNVERIFIABLE, Status.FALSE}),
    Status.FALSE: frozenset({Status.VERIFIED, Status.ATTRIBUTED, Status.SUPERSEDED}),
}


class Standing(NamedTuple):
    """A status, the verdicts that carry it (two where it needs two, oldest first), and a first signature that waits."""

    status: str
    carried_by: tuple[Verdict, ...]
    waiting: Verdict | None


def standing(verdicts: Iterable[Verdict]) -> Standing:
    """Return what live verdicts, oldest first, come to: the newest decides; `verified` and `false` wait for a second.

    The earlier status stands meanwhile. Any one verdict of another status decides at once, upwards or downwards.
    """
    status: str = Status.UNREVIEWED
    carried_by: tuple[Verdict, ...] = ()
    waiting: dict[str, list[Verdict]] = {kind: [] for kind in TWO_SIGN}
    for verdict in verdicts:
        for kind in TWO_SIGN:
            if verdict.status in CONTRADICTS[kind]:
                waiting[kind] = []
        if verdict.status not in TWO_SIGN:
            status, carried_by = verdict.status, (verdict,)
            continue
        waiting[verdict.status].append(verdict)
        if len(waiting[verdict.status]) > 1:  # one live verdict a person: the two are of two people
            status, carried_by = verdict.status, tuple(waiting[verdict.status][:2])
    alone = [kept[0] for kind, kept in waiting.items() if len(kept) == 1 and kind != status]
    return Standing(status, carried_by, alone[0] if alone else None)


def live_verdicts(figure: Figure) -> list[Verdict]:
    """Return the verdicts that count, oldest first, with their signers."""
    return list(
        Verdict.objects.filter(state=figure.current_state_id, withdrawn_at__isnull=True)
        .select_related("by", "superseded_by")
        .order_by("at", "pk")
    )


def settle(figure: Figure, *, by: Reviewer) -> Standing:
    """Write the status that the live verdicts come to, where it differs from the one that stands. Figure locked."""
    now = standing(live_verdicts(figure))
    signers: Sequence[Reviewer] = [verdict.by for verdict in now.carried_by]
    superseded_by = now.carried_by[-1].superseded_by if now.carried_by else None
    is_primary = now.status == Status.VERIFIED and all(
        verdict.reason == Verdict.Reason.PRIMARY_RECORD for verdict in now.carried_by
    )
    ids = [signer.pk for signer in signers] + [None, None]
    was = (
        figure.status,
        figure.signer_1_id,
        figure.signer_2_id,
        figure.superseded_by_id,
        figure.is_primary_record,
    )
    if was != (now.status, *ids[:2], superseded_by and superseded_by.pk, is_primary):
        set_status(
            figure,
            status=now.status,
            signers=signers,
            by=by,
            superseded_by=superseded_by,
            is_primary_record=is_primary,
        )
    return now

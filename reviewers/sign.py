"""Sign a figure, and take a signature back. The only ways a verdict begins or ends by somebody's hand."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from claims.locks import locked_figures
from claims.models import Figure, FigureState
from claims.printing import in_short
from ledger import clock
from ledger.append import append, urn
from ledger.records import committed
from reviewers import policy
from reviewers.assign import end_assignments
from reviewers.case import Case
from reviewers.errors import BadVerdict, MakerCannotSign, NotAllowed, NotFound, OutOfDate
from reviewers.evidence import EvidenceItem, is_the_same, store
from reviewers.models import Evidence, Reviewer, Verdict
from reviewers.policy import Choice, Draft, what_it_takes
from reviewers.standing import live_verdicts, settle, standing

__all__ = ["Choice", "EvidenceItem", "sign", "what_it_takes", "withdraw_verdict"]


def sign(
    *, by: Reviewer, figure: Figure, seen: int, status: str, reason: str, rationale: str, credibility: int,
    evidence: Sequence[EvidenceItem] = (), superseded_by: Figure | None = None,
) -> Verdict:  # fmt: skip
    """Sign the state `seen` of a figure, and write the status its live verdicts then come to.

    A person has one live verdict on a state: signing anew withdraws the earlier one, signing the same again changes
    nothing. `credibility` is Admiralty 1 to 6. Raises NotAllowed, MakerCannotSign, OutOfDate with both versions,
    BadVerdict with what is missing.
    """
    if not by.may("sign", figure):
        raise NotAllowed(_("Only reviewers sign figures."))
    with transaction.atomic():
        given = [item.figure for item in evidence if item.figure] + ([superseded_by] if superseded_by else [])
        locked = {now.pk: now for now in locked_figures([figure, *given])}
        figure = locked[figure.pk]
        _refuse_stale(figure, seen)
        evidence = [_pinned(item, locked) for item in evidence]
        superseded_by = locked[superseded_by.pk] if superseded_by else None
        draft = Draft(status, reason, rationale.strip(), credibility, evidence, superseded_by)
        case = Case(figure, by)
        if case.is_maker:
            raise MakerCannotSign(_("You entered or corrected this figure; somebody else has to sign it."))
        policy.check(case, draft)
        earlier = Verdict.objects.filter(
            state=figure.current_state_id, by=by, withdrawn_at__isnull=True
        ).first()
        if earlier is not None and _says(earlier, draft):
            return earlier
        if earlier is not None:
            _withdraw(earlier)
            _settle_what_waits(figure, draft, by=by)
        verdict, items = _write(figure, by, draft)
        settle(figure, by=by)
        end_assignments(figure, person=by)
        _record("reviewers.sign", by, figure, verdict, *items, *([earlier] if earlier else []))
    return verdict


def withdraw_verdict(*, by: Reviewer, verdict: Verdict) -> Verdict:
    """Take back one's own verdict; the status becomes what the other live verdicts come to.

    Raises NotAllowed for somebody else's. A verdict already withdrawn is returned as it is.
    """
    if not by.may("withdraw-verdict", verdict) or verdict.by_id != by.pk:
        raise NotAllowed(_("A verdict is taken back by whoever signed it."))
    with transaction.atomic():
        (figure,) = locked_figures([verdict.state.figure_id])
        verdict = Verdict.objects.select_for_update().get(pk=verdict.pk)
        if verdict.withdrawn_at is None:
            _withdraw(verdict)
            settle(figure, by=by)
            _record("reviewers.withdraw_verdict", by, figure, verdict)
    return verdict


def _refuse_stale(figure: Figure, seen: int) -> None:
    now = figure.state
    if seen == now.n:
        return
    saw = FigureState.objects.filter(figure=figure, n=seen).first()
    if saw is None:
        raise NotFound(_("There is no such state of this figure."))
    raise OutOfDate(
        _("The figure has changed since you opened it. Nothing was signed."),
        yours=_described(saw),
        now=_described(now) | {_("Why it changed"): now.reason},
    )


def _described(state: FigureState) -> dict[str, str]:
    """Return what a state says, for a person to compare."""
    return {
        _("Figure"): in_short(state),
        _("Measure"): state.measure.title() if state.measure else "",
        _("Originator"): state.originator.name if state.originator else "",
    }


def _pinned(item: EvidenceItem, locked: dict[int, Figure]) -> EvidenceItem:
    """Return the item with its figure as it stands under the lock."""
    if item.what != "figure" or item.figure is None:
        return item
    if item.figure.pk not in locked:
        raise BadVerdict(_("There is no such figure."))
    return EvidenceItem(figure=locked[item.figure.pk], is_protected=item.is_protected)


def _says(verdict: Verdict, draft: Draft) -> bool:
    """Say whether a stored verdict is this very draft: the form was sent twice."""
    return (
        (verdict.status, verdict.reason, verdict.rationale, verdict.credibility)
        == (draft.status, draft.reason, draft.rationale, draft.credibility)
        and verdict.superseded_by_id == (draft.superseded_by and draft.superseded_by.pk)
        and is_the_same(verdict, draft.evidence)
    )


def _withdraw(verdict: Verdict) -> None:
    verdict.withdrawn_at = clock.now()
    verdict.save(update_fields=["withdrawn_at"])


def _settle_what_waits(figure: Figure, draft: Draft, *, by: Reviewer) -> None:
    """Settle before a verdict that only waits for its second takes the place of the same person's earlier one.

    The status falls by that, and with it what rested on the figure. Two figures may rest on each other: settled
    after the new verdict is written, the fall would come round and take that along.
    """
    left = live_verdicts(figure)
    if standing(left).status == standing([*left, Verdict(status=draft.status)]).status:
        settle(figure, by=by)


def _write(figure: Figure, by: Reviewer, draft: Draft) -> tuple[Verdict, list[Evidence]]:
    verdict = Verdict.objects.create(
        state=figure.state, by=by, status=draft.status, reason=draft.reason, rationale=draft.rationale,
        credibility=draft.credibility, superseded_by=draft.superseded_by, at=clock.now(),
    )  # fmt: skip
    return verdict, store(verdict, draft.evidence)


def _record(act: str, by: Reviewer, figure: Figure, verdict: Verdict, *rows: Evidence | Verdict) -> None:
    evidence = [row for row in rows if isinstance(row, Evidence)]
    party = figure.state.originator
    append(
        act=act,
        by=by,
        subject=urn("figure", figure.uid),
        codes={
            "state": figure.state.n,
            "signed": verdict.status,
            "reason": verdict.reason,
            "credibility": verdict.credibility,
            "status": figure.status,
        },
        words={"rationale": verdict.rationale, "notes": [row.note for row in evidence if row.note]},
        rows=committed(verdict, *rows),
        is_protected=any(row.is_protected for row in evidence) or bool(party and party.is_protected),
    )

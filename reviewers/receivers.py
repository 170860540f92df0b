"""What signatures do when a figure moves: news from claims, received in the same transaction, the figure locked."""

from typing import Any

from django.db.models import Q, QuerySet

from claims.locks import locked_figures
from claims.models import Figure, FigureState
from ledger import clock
from ledger.append import append, urn
from ledger.records import committed
from reviewers.assign import end_assignments
from reviewers.case import FELL, is_later
from reviewers.models import Reviewer, Verdict
from reviewers.standing import settle
from sources.models import Document


def on_new_state(
    figure: Figure, old_state: FigureState | None, new_state: FigureState, by: Reviewer, **_: Any
) -> None:
    """End what was held for review; void the verdicts on other figures that rest on what this one said before."""
    if old_state is None:
        return
    end_assignments(figure)
    void(_resting_on(old_state.pk), because=figure, by=by)
    void(_with_withdrawn_evidence(figure), because=figure, by=by)
    replaced = Verdict.objects.live().filter(superseded_by=figure).select_related("state")
    no_longer_later = [verdict.pk for verdict in replaced if not is_later(new_state, verdict.state)]
    void(Verdict.objects.filter(pk__in=no_longer_later), because=figure, by=by)


def on_new_status(figure: Figure, new_status: str, by: Reviewer, **_: Any) -> None:
    """Void the verdicts on other figures that rest on this one, when it no longer carries anything."""
    if new_status not in {Figure.Status.UNREVIEWED, *FELL}:
        return
    void(_resting_on(figure.current_state_id), because=figure, by=by)
    if new_status == Figure.Status.FALSE:
        void(Verdict.objects.live().filter(superseded_by=figure), because=figure, by=by)


def _with_withdrawn_evidence(figure: Figure) -> QuerySet[Verdict]:
    """Live verdicts whose evidence lies in a withdrawn document that stated this figure: that is why it moved."""
    gone = Document.objects.filter(mentions__figure=figure, state=Document.State.WITHDRAWN)
    return Verdict.objects.live().filter(
        Q(evidence__document__in=gone)
        | Q(evidence__mention__document__in=gone)
        | Q(evidence__capture__documents__in=gone)
    )


def _resting_on(state_id: int | None) -> QuerySet[Verdict]:
    """Live verdicts that this state corroborates. A conflict that names a figure goes on when that figure moves."""
    return Verdict.objects.live().filter(
        evidence__figure_state=state_id, reason=Verdict.Reason.TWO_ORIGINATORS
    )


def void(verdicts: QuerySet[Verdict], *, because: Figure, by: Reviewer) -> None:
    """Withdraw verdicts by rule, in the name of the person whose act broke what they rest on, and settle their figures.

    Figures are taken in the order of their ids; each gets its entry, which names the figure that fell first.
    """
    found: dict[int, list[Verdict]] = {}
    for verdict in verdicts.select_related("state").distinct().order_by("pk"):
        found.setdefault(verdict.state.figure_id, []).append(verdict)
    for figure in locked_figures(sorted(found)) if found else []:
        for verdict in found[figure.pk]:
            verdict.withdrawn_at = clock.now()
            verdict.save(update_fields=["withdrawn_at"])
        settle(figure, by=by)
        append(
            act="reviewers.void_verdicts",
            by=by,
            subject=urn("figure", figure.uid),
            codes={"because": str(because.uid), "status": figure.status, "state": figure.state.n},
            rows=committed(*found[figure.pk]),
        )

"""What signatures do when a figure moves: news from claims, received in the same transaction, the figure locked."""

from typing import Any

from django.db.models import QuerySet

from claims.models import Figure, FigureState
from reviewers.assign import end_assignments
from reviewers.case import FELL, is_later
from reviewers.leaning import Why, let_fall
from reviewers.models import Reviewer, Verdict


def on_new_state(
    figure: Figure, old_state: FigureState | None, new_state: FigureState, by: Reviewer, **_: Any
) -> None:
    """End what was held for review; void the verdicts on other figures that rest on what this one said before."""
    if old_state is None:
        return
    end_assignments(figure)
    _void(_resting_on(old_state.pk), because=figure, by=by)
    replaced = Verdict.objects.live().filter(superseded_by=figure).select_related("state")
    no_longer_later = [verdict.pk for verdict in replaced if not is_later(new_state, verdict.state)]
    _void(Verdict.objects.filter(pk__in=no_longer_later), because=figure, by=by)


def on_new_status(figure: Figure, new_status: str, by: Reviewer, **_: Any) -> None:
    """Void the verdicts on other figures that rest on this one, when it no longer carries anything."""
    if new_status not in {Figure.Status.UNREVIEWED, *FELL}:
        return
    _void(_resting_on(figure.current_state_id), because=figure, by=by)
    if new_status == Figure.Status.FALSE:
        _void(Verdict.objects.live().filter(superseded_by=figure), because=figure, by=by)


def _resting_on(state_id: int | None) -> QuerySet[Verdict]:
    """Live verdicts that this state corroborates. A conflict that names a figure goes on when that figure moves."""
    return Verdict.objects.live().filter(
        evidence__figure_state=state_id, reason=Verdict.Reason.TWO_ORIGINATORS
    )


def _void(verdicts: QuerySet[Verdict], *, because: Figure, by: Reviewer) -> None:
    ids = verdicts.order_by("pk").values_list("pk", flat=True).distinct()
    let_fall(list(ids), because=str(because.uid), why=Why.FIGURE_MOVED, by=by)

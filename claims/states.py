"""The one place where a figure gets a new state, and the one place where its status is written."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from claims.errors import ClaimsError
from claims.findings.recompute import Moved, recompute
from claims.fingerprint import fingerprint
from claims.models import Figure, FigureState, Hand
from claims.signals import figure_state_changed, figure_status_changed
from ledger import clock
from ledger.people import Person

# What a state says. A state keeps from the one before it whatever an act does not name.
SAID = ("value", "as_of", "since")
KEPT = ("measure", "phase", "originator", "counted", "predicate", "valid_until", "lead_mention", "formula")


def new_state(
    figure: Figure, *, by: Person, reason: str, hands: Iterable[tuple[Person, str]] = (), **what: Any
) -> FigureState:
    """Give the figure its next state, and let everything that rested on the old one fall. The only maker of states.

    `what` names what changes: value, as_of, since, measure, phase, originator, counted, predicate, valid_until,
    lead_mention, formula; the rest is kept. `hands` are pairs of a person and a `Hand.What`. `reason` is one sentence.
    A status goes back to unreviewed, with its signers; findings of the measures touched are computed anew (their
    changes stand in `state.moved`); signals go out, the state's first. Call it in a transaction, with the figure and
    its measures locked; the caller's ledger entry commits to the state it returns.

    Raises TypeError for a name no state has.
    """
    if not transaction.get_connection().in_atomic_block:
        raise ClaimsError("A state is made in the transaction of an act, never alone.")
    unknown = what.keys() - {*SAID, *KEPT}
    if unknown:
        raise TypeError(f"A state does not say {', '.join(sorted(unknown))}.")
    old = figure.current_state
    state = FigureState(
        figure=figure, n=old.n + 1 if old else 1, made_by_id=by.pk, at=clock.now(), reason=reason[:300]
    )
    for name in (*SAID, *KEPT):
        if name in what or old:
            setattr(state, name, what[name] if name in what else getattr(old, name))
    state.fingerprint = fingerprint(state)
    state.save(force_insert=True)
    fell_from = _point_to(figure, state)
    add_hands(figure, hands)  # after the fall: the database refuses a hand on a figure its person has signed
    figure_state_changed.send(sender=Figure, figure=figure, old_state=old, new_state=state, by=by)
    if fell_from:
        figure_status_changed.send(
            sender=Figure, figure=figure, old_status=fell_from, new_status=figure.status, by=by
        )
    touched = [one.measure for one in (old, state) if one and one.measure]
    state.moved = recompute(touched, by=by) if touched else Moved()  # type: ignore[attr-defined]
    return state


def _point_to(figure: Figure, state: FigureState) -> str:
    """Make `state` the present one, drop the status; return the status that fell, or an empty string."""
    was = figure.status
    figure.current_state = state
    if was != Figure.Status.UNREVIEWED:
        figure.status_since = state.at
    figure.status = Figure.Status.UNREVIEWED
    figure.signer_1 = figure.signer_2 = figure.superseded_by = None
    figure.is_primary_record = False
    figure.save()
    return was if was != Figure.Status.UNREVIEWED else ""


def add_hands(figure: Figure, hands: Iterable[tuple[Person, str]]) -> None:
    """Write down who made the figure, and how; twice is once."""
    for person, what in hands:
        Hand.objects.get_or_create(
            figure=figure, person_id=person.pk, what=what, defaults={"at": clock.now()}
        )


def set_status(
    figure: Figure,
    *,
    status: str,
    signers: Iterable[Person],
    by: Person,
    superseded_by: Figure | None = None,
    is_primary_record: bool = False,
) -> None:
    """Write what the live verdicts on the present state come to. The only writer of status columns but `new_state`.

    At most two signers are kept, oldest first. `status_since` moves only with the status. The signal goes out when
    anything that is printed changed. Call it in a transaction, with the figure locked and the verdicts already stored.
    """
    if not transaction.get_connection().in_atomic_block:
        raise ClaimsError("A status is written in the transaction of an act, never alone.")
    was = (figure.status, figure.superseded_by_id, figure.is_primary_record)
    first, second, *_more = [person.pk for person in signers][:2] + [None, None]
    if figure.status != status:
        figure.status_since = clock.now()
    figure.status = status
    figure.signer_1_id, figure.signer_2_id = first, second
    figure.superseded_by = superseded_by
    figure.is_primary_record = is_primary_record
    figure.save()
    if was != (figure.status, figure.superseded_by_id, figure.is_primary_record):
        figure_status_changed.send(sender=Figure, figure=figure, old_status=was[0], new_status=status, by=by)


def codes_of(*states: FigureState) -> dict[str, str]:
    """Return what a ledger entry says of findings that states opened and closed: uids, apart by spaces; {} for none."""
    opened = [str(uid) for state in states for uid in getattr(state, "moved", Moved()).opened]
    closed = [str(uid) for state in states for uid in getattr(state, "moved", Moved()).closed]
    return {
        name: " ".join(uids)
        for name, uids in (("findings_opened", opened), ("findings_closed", closed))
        if uids
    }

"""Who holds a figure for review: taken for two hours, given back, handed over."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from claims.locks import locked_figures
from claims.models import Figure
from ledger import clock
from ledger.append import append, urn
from reviewers.errors import MakerCannotSign, NotAllowed, NotNow
from reviewers.models import Assignment, Reviewer
from reviewers.standing import live_verdicts, standing

LEASE = timedelta(hours=2)
Kind = Assignment.Kind


def take(*, by: Reviewer, figure: Figure, kind: str = Kind.FIRST) -> Assignment:
    """Hold a figure for one's signature for `LEASE`; one's own hold is renewed, one that ran out is taken over.

    Raises NotAllowed, MakerCannotSign, NotNow while somebody else holds it or nothing waits for a second signature.
    """
    if not by.may("take-figure", figure):
        raise NotAllowed(_("Only reviewers take figures."))
    with transaction.atomic():
        (figure,) = locked_figures([figure])
        _refuse_makers(figure, by)
        _refuse_wrong_kind(figure, by, kind)
        held = (
            Assignment.objects.select_for_update()
            .filter(figure=figure, kind=kind, ended_at__isnull=True)
            .first()
        )
        if held is not None and held.person_id == by.pk:
            held.lease_until = clock.now() + LEASE
            held.save(update_fields=["lease_until"])
            return held
        if held is not None:
            if held.lease_until > clock.now():
                raise NotNow(_("%(name)s holds this figure.") % {"name": held.person})
            _end(held)
        return _hold(figure, by, kind, by=by, act="reviewers.take")


def give_back(*, by: Reviewer, assignment: Assignment) -> Assignment:
    """Let go of a figure one holds. Raises NotAllowed for somebody else's; an ended one is returned as it is."""
    if not by.may("take-figure") or assignment.person_id != by.pk:
        raise NotAllowed(_("A figure is given back by whoever holds it."))
    with transaction.atomic():
        (figure,) = locked_figures([assignment.figure_id])
        assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
        if assignment.ended_at is None:
            _end(assignment)
            append(
                act="reviewers.give_back",
                by=by,
                subject=urn("figure", figure.uid),
                codes={"kind": assignment.kind},
            )
    return assignment


def hand_over(*, by: Reviewer, assignment: Assignment, to: Reviewer) -> Assignment:
    """Pass a figure one holds to another reviewer, for a fresh lease.

    Raises NotAllowed for somebody else's or for a person who may not sign, MakerCannotSign, NotNow for an ended one.
    """
    if not by.may("take-figure") or assignment.person_id != by.pk:
        raise NotAllowed(_("A figure is handed over by whoever holds it."))
    if not to.may("take-figure"):
        raise NotAllowed(_("That person is no reviewer."))
    with transaction.atomic():
        (figure,) = locked_figures([assignment.figure_id])
        assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
        if assignment.ended_at is not None:
            raise NotNow(_("You no longer hold this figure."))
        _refuse_makers(figure, to)
        _refuse_wrong_kind(figure, to, assignment.kind)
        _end(assignment)
        return _hold(figure, to, assignment.kind, by=by, act="reviewers.hand_over")


def end_assignments(figure: Figure, *, person: Reviewer | None = None) -> None:
    """End what is held of a figure: by one person who has signed, or by everybody when it says something new."""
    held = Assignment.objects.filter(figure=figure, ended_at__isnull=True)
    (held.filter(person=person) if person else held).update(ended_at=clock.now())


def _refuse_makers(figure: Figure, person: Reviewer) -> None:
    if figure.hands.filter(person=person).exists():
        raise MakerCannotSign(_("Whoever entered or corrected a figure does not sign it."))


def _refuse_wrong_kind(figure: Figure, person: Reviewer, kind: str) -> None:
    if kind not in (Kind.FIRST, Kind.SECOND):
        raise NotNow(_("Blind second readings are not taken yet."))
    if kind == Kind.FIRST:
        return
    waiting = standing(live_verdicts(figure)).waiting
    if waiting is None:
        raise NotNow(_("No first signature waits for a second one here."))
    if waiting.by_id == person.pk:
        raise NotNow(_("You signed first; somebody else signs second."))


def _end(assignment: Assignment) -> None:
    assignment.ended_at = clock.now()
    assignment.save(update_fields=["ended_at"])


def _hold(figure: Figure, person: Reviewer, kind: str, *, by: Reviewer, act: str) -> Assignment:
    now = clock.now()
    made = Assignment.objects.create(
        figure=figure, person=person, kind=kind, taken_at=now, lease_until=now + LEASE
    )
    append(act=act, by=by, subject=urn("figure", figure.uid), codes={"kind": kind, "to": str(person.uid)})
    return made

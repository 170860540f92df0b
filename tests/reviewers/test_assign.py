"""Who holds a figure for review."""

from datetime import timedelta

import pytest

from claims.models import Figure, Hand
from ledger import clock
from ledger.models import Entry
from reviewers.assign import LEASE, give_back, hand_over, take
from reviewers.errors import MakerCannotSign, NotAllowed, NotNow
from reviewers.models import Assignment, Reviewer
from tests import cast
from tests.reviewers.desk import attribute, now, said_figure, verify
from tests.reviewers.test_sign import restate

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Figure:
    return said_figure()


@pytest.fixture
def ana() -> Reviewer:
    return cast.person("reviewer", "ana")


@pytest.fixture
def ben() -> Reviewer:
    return cast.person("reviewer", "ben")


def test_a_figure_is_held_for_two_hours_and_by_one_person(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    with clock.held_at(cast.NOON) as hands:
        held = take(by=ana, figure=made)
        assert held.lease_until - held.taken_at == LEASE == timedelta(hours=2)
        with pytest.raises(NotNow, match="Ana holds"):
            take(by=ben, figure=made)
        hands.forward(hours=2, seconds=1)
        assert take(by=ben, figure=made).person == ben
    held.refresh_from_db()
    assert held.ended_at is not None


def test_taking_again_renews_the_lease(made: Figure, ana: Reviewer) -> None:
    with clock.held_at(cast.NOON) as hands:
        first = take(by=ana, figure=made)
        hands.forward(hours=1)
        again = take(by=ana, figure=made)
    assert first.pk == again.pk and again.lease_until > first.lease_until
    assert Entry.objects.filter(act="reviewers.take").count() == 1


def test_a_figure_is_given_back_by_whoever_holds_it_and_once(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    held = take(by=ana, figure=made)
    with pytest.raises(NotAllowed):
        give_back(by=ben, assignment=held)
    give_back(by=ana, assignment=held)
    give_back(by=ana, assignment=held)
    assert Entry.objects.filter(act="reviewers.give_back").count() == 1
    assert take(by=ben, figure=made).person == ben


def test_a_figure_is_handed_over_to_another_reviewer(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    held = take(by=ana, figure=made)
    for person in (cast.person("editor"), cast.person(None)):
        with pytest.raises(NotAllowed):
            hand_over(by=ana, assignment=held, to=person)
    passed = hand_over(by=ana, assignment=held, to=ben)
    assert passed.person == ben
    with pytest.raises(NotNow):
        hand_over(by=ana, assignment=held, to=ben)
    with pytest.raises(NotAllowed):
        hand_over(by=ana, assignment=passed, to=ana)


@pytest.mark.parametrize("role", ["contributor", "editor", "publisher", "auditor", "administrator", None])
def test_only_reviewers_take(made: Figure, role: str | None) -> None:
    with pytest.raises(NotAllowed):
        take(by=cast.person(role), figure=made)


def test_makers_neither_take_nor_are_handed_their_own(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    Hand.objects.create(figure=made, person=ben, what="value", at=cast.NOON)
    with pytest.raises(MakerCannotSign):
        take(by=ben, figure=made)
    with pytest.raises(MakerCannotSign):
        hand_over(by=ana, assignment=take(by=ana, figure=made), to=ben)


def test_a_second_signature_is_taken_only_where_a_first_waits_and_by_somebody_else(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    with pytest.raises(NotNow):
        take(by=ben, figure=made, kind="second")
    verify(made, ana)
    with pytest.raises(NotNow):
        take(by=ana, figure=made, kind="second")
    assert take(by=ben, figure=made, kind="second").kind == "second"
    for kind in ("blind", "third"):
        with pytest.raises(NotNow):
            take(by=ben, figure=made, kind=kind)


def test_signing_ends_what_one_held_and_a_new_state_ends_everybodys(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    take(by=ana, figure=made)
    attribute(made, ana)
    assert not Assignment.objects.filter(ended_at__isnull=True).exists()
    take(by=ben, figure=made)
    restate(made, cast.person("editor"), counted="persons")
    assert not Assignment.objects.filter(ended_at__isnull=True).exists()
    assert now(made).status == "unreviewed"

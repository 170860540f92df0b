"""The one place where a figure gets a new state, and the one place where its status is written."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from claims.errors import ClaimsError
from claims.fingerprint import fingerprint
from claims.models import Figure, Finding, Hand
from claims.signals import figure_state_changed, figure_status_changed
from claims.states import new_state, set_status
from claims.values import checked
from sources.dates import dated
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard() -> Any:
    """The signals, in the order they come."""
    news: list[tuple[str, Any, Any]] = []

    def state(sender: type, figure: Figure, old_state: Any, new_state: Any, by: Any, **_more: Any) -> None:
        news.append(("state", old_state and old_state.n, new_state.n))

    def status(sender: type, figure: Figure, old_status: str, new_status: str, by: Any, **_more: Any) -> None:
        news.append(("status", old_status, new_status))

    figure_state_changed.connect(state)
    figure_status_changed.connect(status)
    yield news
    figure_state_changed.disconnect(state)
    figure_status_changed.disconnect(status)


def test_a_new_state_keeps_what_it_does_not_name() -> None:
    figure = filed.figure(cast.measure(), 60)
    state = new_state(figure, by=cast.person(), reason="The value was misread.", value=checked(low=61))
    assert (state.n, state.value, state.as_of.edtf, state.counted) == (
        2,
        checked(low=61),
        "2031-05-17",
        "people",
    )
    assert figure.state == state
    assert figure.states.get(n=1).value == checked(low=60)


def test_a_new_state_drops_the_status_its_signers_and_what_hung_on_them(heard: list[Any]) -> None:
    figure = cast.signed(filed.figure(cast.measure()), "verified")
    figure.is_primary_record = True
    new_state(figure, by=cast.person("editor"), reason="Its date was wrong.", as_of=dated("2031-05-18"))
    figure.refresh_from_db()
    assert (figure.status, figure.signer_1, figure.signer_2) == ("unreviewed", None, None)
    assert (figure.superseded_by, figure.is_primary_record) == (None, False)
    assert heard == [("state", 1, 2), ("status", "verified", "unreviewed")]


def test_an_unreviewed_figure_does_not_fall(heard: list[Any]) -> None:
    figure = filed.figure(cast.measure())
    new_state(figure, by=cast.person(), reason="", value=checked(low=61))
    assert heard == [("state", 1, 2)]


def test_a_signer_who_changes_the_figure_becomes_a_maker_after_the_fall() -> None:
    signer = cast.person("reviewer")
    figure = cast.signed(filed.figure(cast.measure()), "attributed", signer)
    new_state(figure, by=signer, reason="", hands=[(signer, Hand.What.VALUE)], value=checked(low=61))
    assert figure.hands.get().person == signer


def test_the_same_words_have_the_same_fingerprint_and_other_words_another() -> None:
    figure = filed.figure(cast.measure(), 60)
    person = cast.person()
    first = fingerprint(figure.state)
    for change in (
        {"value": checked(low=61)}, {"as_of": dated("2031-05-18")}, {"since": dated("2031-04")}, {"counted": "men"},
        {"predicate": "left"}, {"measure": cast.measure("Left")}, {"originator": cast.source()}, {"lead_mention": None},
    ):  # fmt: skip
        before = {name: getattr(figure.state, name) for name in change}
        assert new_state(figure, by=person, reason="", **change).fingerprint != first
        assert new_state(figure, by=person, reason="", **before).fingerprint == first


def test_thirty_digits_reach_the_fingerprint() -> None:
    figure = filed.figure(cast.measure(), Decimal("99999999999999999999.9999999999"))
    one = new_state(figure, by=cast.person(), reason="", value=checked(low="99999999999999999999.9999999998"))
    assert one.fingerprint != fingerprint(figure.states.get(n=1))


def test_a_state_has_no_other_words() -> None:
    with pytest.raises(TypeError, match="colour"):
        new_state(filed.figure(cast.measure()), by=cast.person(), reason="", colour="red")


@pytest.mark.django_db(transaction=True)
def test_no_state_and_no_status_is_made_outside_a_transaction() -> None:
    figure = filed.figure(cast.measure())
    with pytest.raises(ClaimsError):
        new_state(figure, by=cast.person(), reason="", value=checked(low=61))
    with pytest.raises(ClaimsError):
        set_status(figure, status="attributed", signers=[], by=cast.person())


def test_a_new_state_computes_the_findings_of_both_measures_anew() -> None:
    ashore, left = cast.measure("Ashore"), cast.measure("Left")
    filed.figure(ashore, 60, as_of="2031-05-01")
    lower = filed.figure(left, 50, as_of="2031-05-10")
    person = cast.person()
    opened = new_state(lower, by=person, reason="", measure=ashore).moved.opened
    assert [one.code for one in Finding.objects.standing()] == ["falling_total"]
    closed = new_state(lower, by=person, reason="", measure=left).moved.closed
    assert opened == closed == [Finding.objects.get().uid]
    assert not Finding.objects.standing().exists()


def test_a_status_moves_its_day_only_when_it_moves(heard: list[Any]) -> None:
    signer = cast.person("reviewer")
    figure = cast.signed(filed.figure(cast.measure()), "attributed", signer)
    with transaction.atomic():
        set_status(figure, status="attributed", signers=[signer], by=signer)
        assert (figure.status_since, heard) == (cast.NOON, [])
        set_status(figure, status="unreviewed", signers=[], by=signer)
    assert figure.status_since != cast.NOON
    assert heard == [("status", "attributed", "unreviewed")]

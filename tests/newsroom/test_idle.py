"""A sign-in ends by itself: after half an hour without a request, and after twelve hours in all."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from newsroom import idle
from newsroom.settings import base
from tests import cast

pytestmark = pytest.mark.django_db
MINUTE = 60


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.at = 1_900_000_000.0

    def __call__(self) -> float:
        return self.at

    def forward(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(idle, "now", made)
    return made


@pytest.fixture
def signed_in(clock: Clock) -> Client:
    client = Client()
    client.force_login(cast.person("editor"))
    return client


def is_let_in(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def test_S05_the_limits_are_half_an_hour_and_twelve_hours() -> None:
    assert (base.SIGN_IN_IDLE_S, base.SESSION_COOKIE_AGE) == (30 * MINUTE, 12 * 60 * MINUTE)


def test_S05_half_an_hour_without_a_request_ends_a_sign_in(signed_in: Client, clock: Clock) -> None:
    clock.forward(settings.SIGN_IN_IDLE_S)
    assert is_let_in(signed_in)
    clock.forward(settings.SIGN_IN_IDLE_S + 1)
    answer = signed_in.get("/desk/documents/?page=2")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/account/login/?next=/desk/documents/%3Fpage%3D2",
    )
    assert b"You were signed out" in signed_in.get(answer["Location"]).content
    clock.forward(-settings.SIGN_IN_IDLE_S)
    assert not is_let_in(signed_in)  # it stays ended, whatever the clock says


def test_S05_a_copied_cookie_is_ended_with_it(signed_in: Client, clock: Clock) -> None:
    thief = Client()
    thief.cookies["sessionid"] = signed_in.cookies["sessionid"].value
    clock.forward(settings.SIGN_IN_IDLE_S + 1)
    assert not is_let_in(signed_in)
    clock.forward(-settings.SIGN_IN_IDLE_S)
    assert not is_let_in(thief)


def test_S05_work_without_a_pause_ends_after_twelve_hours(signed_in: Client, clock: Clock) -> None:
    for _ in range(12 * 2):
        clock.forward(30 * MINUTE)
        assert is_let_in(signed_in)
        session = signed_in.session
        session["touched"] = (
            clock.at
        )  # a session that changes lasts twelve hours from then, as far as Django knows
        session.save()
    clock.forward(2)
    assert not is_let_in(signed_in)


def test_a_sign_in_in_use_is_noted_once_a_minute_and_not_at_every_request(
    signed_in: Client, clock: Clock
) -> None:
    def kept() -> str:
        return Session.objects.get().session_data

    first = kept()
    clock.forward(MINUTE - 1)
    signed_in.get("/desk/")
    assert kept() == first
    clock.forward(1)
    signed_in.get("/desk/")
    assert kept() != first


@pytest.mark.parametrize("lost", [[idle.SEEN_AT], [idle.SIGNED_IN_AT], [idle.SEEN_AT, idle.SIGNED_IN_AT]])
def test_a_session_that_does_not_say_since_when_begins_now(signed_in: Client, lost: list[str]) -> None:
    session = signed_in.session
    for key in lost:
        del session[key]
    session.save()
    assert is_let_in(signed_in)
    assert {idle.SEEN_AT, idle.SIGNED_IN_AT} <= set(signed_in.session.keys())


def test_a_clock_put_back_by_an_hour_signs_nobody_out(signed_in: Client, clock: Clock) -> None:
    clock.forward(-60 * MINUTE)
    assert is_let_in(signed_in)
    clock.forward(settings.SIGN_IN_IDLE_S + 1)
    assert not is_let_in(signed_in)


def test_a_fragment_is_not_replaced_by_the_sign_in_page(signed_in: Client, clock: Clock) -> None:
    clock.forward(settings.SIGN_IN_IDLE_S + 1)
    here = {"HX-Request": "true", "HX-Current-URL": "http://testserver/desk/summaries/"}
    answer: Any = signed_in.get("/desk/summaries/", headers=here)
    assert answer["HX-Redirect"] == "/account/login/?next=/desk/summaries/"


def test_what_is_open_to_all_stays_open(signed_in: Client, clock: Clock) -> None:
    clock.forward(settings.SIGN_IN_IDLE_S + 1)
    assert signed_in.get("/").status_code == 200

"""Accounts: nobody signs up, and guessing a password gets slower for one account and for one address."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from reviewers.models import Reviewer
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "seven grey herons 41"


@pytest.fixture(autouse=True)
def _limits(settings: Any) -> Any:
    """The limits of the newsroom, which the other tests do without, and a memory of attempts that starts empty."""
    from newsroom.settings import base

    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    cache.clear()
    yield
    cache.clear()


def sign_in(client: Client, login: str, password: str) -> Any:
    return client.post("/account/login/", {"login": login, "password": password})


def tired(client: Client, login: str, times: int, **headers: str) -> None:
    for _ in range(times):
        client.post("/account/login/", {"login": login, "password": "wrong"}, **headers)


def test_nobody_signs_up(client: Client) -> None:
    client.post("/account/signup/", {"username": "stranger", "password1": PASSWORD, "password2": PASSWORD})
    assert not Reviewer.objects.exists()


@pytest.mark.parametrize("login", ["mira", "MIRA", "mira@example.org"])
def test_a_person_signs_in_by_name_or_address(client: Client, login: str) -> None:
    account = cast.person(name="mira", email="mira@example.org")
    account.set_password(PASSWORD)
    account.save()
    assert sign_in(client, login, PASSWORD).status_code == 302
    assert client.session.get_expiry_age() == 12 * 60 * 60


def test_an_account_that_is_closed_does_not_sign_in(client: Client) -> None:
    account = cast.person(name="mira", is_active=False)
    account.set_password(PASSWORD)
    account.save()
    sign_in(client, "mira", PASSWORD)
    assert "_auth_user_id" not in client.session


def test_after_five_failures_the_right_password_waits(client: Client) -> None:
    account = cast.person(name="mira")
    account.set_password(PASSWORD)
    account.save()
    tired(client, "mira", 5)
    sign_in(client, "mira", PASSWORD)
    assert "_auth_user_id" not in client.session


def test_a_header_does_not_buy_a_guesser_another_address(client: Client) -> None:
    for number in range(30):
        tired(client, f"name-{number}", 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert sign_in(client, "mira", PASSWORD).status_code == 429

"""Accounts: nobody signs up, and guessing a password gets slower for one account and for one address."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from reviewers.models import Reviewer
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "seven grey herons 41"
WRONG_PASSWORDS = 60  # a thousand say no more, and take longer
ANYWHERE = 20  # an hour for one name, here; the desk allows more


@pytest.fixture(autouse=True)
def _limits(settings: Any) -> Any:
    """The limits of the newsroom, which the other tests do without, and a memory of attempts that starts empty."""
    from newsroom.settings import base

    assert base.ACCOUNT_RATE_LIMITS["login_failed_anywhere"] == "100/h/key"  # type: ignore[index]
    settings.ACCOUNT_RATE_LIMITS = {**base.ACCOUNT_RATE_LIMITS, "login_failed_anywhere": f"{ANYWHERE}/h/key"}  # type: ignore[dict-item]
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


@pytest.fixture
def mira(db: None) -> Reviewer:
    account = cast.person(name="mira", email="mira@example.org")
    account.set_password(PASSWORD)
    account.save()
    return account


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def from_address(n: int) -> dict[str, str]:
    return {"REMOTE_ADDR": f"198.51.{n // 250}.{n % 250 + 1}"}


def test_S06_after_five_failures_the_right_password_waits_at_that_place(
    client: Client, mira: Reviewer
) -> None:
    tired(client, "mira", 5)
    sign_in(client, "mira", PASSWORD)
    assert not is_signed_in(client)


def test_S06_a_guesser_does_not_shut_the_owner_out(client: Client, mira: Reviewer) -> None:
    for name in ("mira", "MIRA", "mira@example.org"):
        tired(Client(), name, 20, **from_address(7))
    sign_in(client, "mira", PASSWORD)
    assert is_signed_in(client)


def test_S06_guessers_everywhere_do_not_shut_out_a_browser_the_owner_has_used(mira: Reviewer) -> None:
    own, other = Client(), Client()
    sign_in(own, "mira", PASSWORD)
    own.post("/account/logout/")
    for n in range(ANYWHERE + 5):
        tired(Client(), "mira", 1, **from_address(n))
    for client, gets_in in ((other, False), (own, True)):
        sign_in(client, "mira", PASSWORD)
        assert is_signed_in(client) is gets_in


def test_S06_a_colleague_at_the_same_address_does_not_shut_the_owner_out(mira: Reviewer) -> None:
    own = Client()
    sign_in(own, "mira", PASSWORD)
    own.post("/account/logout/")
    tired(Client(), "mira", 40)
    sign_in(own, "mira", PASSWORD)
    assert is_signed_in(own)


def test_S06_a_known_browser_is_slowed_too_and_guesses_at_nobody_else(mira: Reviewer) -> None:
    own = Client()
    sign_in(own, "mira", PASSWORD)
    own.post("/account/logout/")
    tired(own, "mira", 5)
    sign_in(own, "mira", PASSWORD)
    assert not is_signed_in(own)
    for n in range(ANYWHERE + 5):
        tired(Client(), "paul", 1, **from_address(n))
    with checked_passwords() as checked:
        tired(own, "paul", 1)
    assert checked == []


def test_S06_a_forged_cookie_makes_no_browser_known(client: Client, mira: Reviewer) -> None:
    for n in range(30):
        client.cookies[settings.KNOWN_BROWSER_COOKIE_NAME] = f"{mira.uid}:{n}:forged"
        tired(client, "mira", 1)
    assert sign_in(client, "mira", PASSWORD).status_code == 429


@contextmanager
def checked_passwords() -> Iterator[list[str]]:
    """Note every password that is compared with, or hashed as if it were."""
    noted: list[str] = []
    check, make = Reviewer.check_password, Reviewer.set_password
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reviewer, "check_password", lambda self, raw: noted.append(raw) or check(self, raw))
        patch.setattr(Reviewer, "set_password", lambda self, raw: noted.append(raw) or make(self, raw))
        yield noted


def test_S06_of_a_thousand_wrong_passwords_few_are_even_compared(client: Client, mira: Reviewer) -> None:
    with checked_passwords() as checked:
        for n in range(WRONG_PASSWORDS):
            tired(client, "mira", 1, **from_address(n))
    assert len(checked) <= ANYWHERE


def test_S06_one_password_on_a_thousand_names_is_slowed_by_the_place(client: Client, mira: Reviewer) -> None:
    with checked_passwords() as checked:
        for n in range(WRONG_PASSWORDS):
            tired(client, f"name-{n}", 1)
    assert len(checked) <= 30


@pytest.mark.parametrize("login", ["mira", "nobody-at-all", "shut", "mira@example.org"])
def test_S06_every_name_costs_one_hash_and_gets_one_answer(
    client: Client, mira: Reviewer, login: str
) -> None:
    cast.person(name="shut", is_active=False)
    with checked_passwords() as checked:
        first = sign_in(client, login, "wrong")
    assert len(checked) == 1 and first.status_code == 200
    tired(client, login, 5)
    assert b"Too many failed login attempts" in sign_in(client, login, "wrong").content


def test_K15_a_mail_service_that_is_down_stops_nobody_and_tells_nothing(
    client: Client, mira: Reviewer, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    answers = [
        client.post("/account/password/reset/", {"email": email})
        for email in ("mira@example.org", "stranger@example.org")
    ]
    assert [answer["Location"] for answer in answers] == ["/account/password/reset/done/"] * 2
    assert "mail could not be sent" in caplog.text and "example.org" not in caplog.text


def test_E09_a_mail_has_one_receiver_one_line_of_subject_and_a_link(
    client: Client, settings: Any, mailoutbox: list[Any]
) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    cast.person(name="mira", email="mira@example.org")
    Reviewer.objects.filter(username="mira").update(name="Mira, of Port Ansel\r\nBcc: spy@example.org")
    for email in (
        "mira@example.org",
        "mira@example.org\r\nBcc: spy@example.org",
        "mira@example.org,spy@example.org",
    ):
        client.post("/account/password/reset/", {"email": email})
    assert mailoutbox
    for mail in mailoutbox:
        message = mail.message()
        assert [mail.to, mail.cc, mail.bcc, message.get_all("Bcc")] == [["mira@example.org"], [], [], None]
        assert len(message.get_all("Subject")) == 1 and "\n" not in mail.subject
        assert "/account/password/reset/key/" in mail.body and "spy@" not in message.as_string()


def test_a_header_does_not_buy_a_guesser_another_address(client: Client) -> None:
    for number in range(30):
        tired(client, f"name-{number}", 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert sign_in(client, "mira", PASSWORD).status_code == 429

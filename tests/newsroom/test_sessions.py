"""Sign-ins and forms against a browser that means harm, or sits in the wrong hands."""

from typing import Any

import pytest
from django.test import Client

from claims.models import Mention
from reviewers.models import Reviewer
from reviewers.people import end_role
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "seven grey herons 41"


@pytest.fixture
def mira() -> Reviewer:
    account = cast.person("editor", "mira", email="mira@example.org")
    account.set_password(PASSWORD)
    account.save()
    return account


def sign_in(client: Client, **sent: str) -> Any:
    return client.post("/account/login/", {"login": "mira", "password": PASSWORD, **sent})


def test_S01_a_cookie_fixed_before_signing_in_opens_nothing_afterwards(
    client: Client, mira: Reviewer
) -> None:
    session = client.session
    session["planted"] = True
    session.save()
    fixed = client.cookies["sessionid"].value
    assert sign_in(client).status_code == 302
    assert client.cookies["sessionid"].value != fixed
    thief = Client()
    thief.cookies["sessionid"] = fixed
    assert thief.get("/desk/").status_code == 302


def test_S02_a_cookie_copied_before_signing_out_opens_nothing_afterwards(
    client: Client, mira: Reviewer
) -> None:
    sign_in(client)
    copied = Client()
    copied.cookies["sessionid"] = client.cookies["sessionid"].value
    assert copied.get("/desk/").status_code == 200
    client.post("/account/logout/")
    assert copied.get("/desk/").status_code == 302


def test_S02_signing_out_is_not_done_by_a_link(client: Client, mira: Reviewer) -> None:
    sign_in(client)
    client.get("/account/logout/")
    assert client.get("/desk/").status_code == 200


def test_S06_an_unknown_name_and_a_wrong_password_are_told_alike(client: Client, mira: Reviewer) -> None:
    def told(login: str) -> str:
        return sign_in(client, login=login, password="wrong").content.decode().replace(login, "")

    first, second = told("mira"), told("nobody-of-that-name")
    cut = [
        text[: text.index("csrfmiddlewaretoken")] + text[text.index("</form>") :] for text in (first, second)
    ]
    assert cut[0] == cut[1]


@pytest.mark.parametrize(
    "away",
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "https:evil.example",
        "javascript:x",
        "/\t/evil.example",
    ],
)
def test_S08_signing_in_stays_on_this_host(client: Client, mira: Reviewer, away: str) -> None:
    assert sign_in(client, next=away)["Location"] == "/desk/"
    client.post("/account/logout/", {"next": away})
    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize("token", ["", "x" * 64, "of-another-session"])
def test_S09_a_form_without_its_token_is_refused_and_does_nothing(mira: Reviewer, token: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mira)
    found = cast.mention()
    sent = {"seen": found.token, "csrfmiddlewaretoken": token}
    assert client.post(f"/desk/mentions/{found.uid}/accept/", sent).status_code == 403
    assert Mention.objects.get().state == "proposed"


def test_S09_another_site_can_neither_sign_a_person_in_nor_post_json_as_text(mira: Reviewer) -> None:
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client).status_code == 403
    client.force_login(mira)
    answer = client.post("/desk/summaries/new/", b'{"headline": "x"}', content_type="text/plain")
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "address", ["/", "/account/login/", "/healthz", "/api/v1/", "/nothing-here", "/desk/"]
)
def test_S10_no_page_lets_itself_be_framed(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_S13_asking_for_a_new_password_tells_nobody_who_has_an_account(
    client: Client, mira: Reviewer, mailoutbox: list[Any]
) -> None:
    for email in ("mira@example.org", "stranger@example.org"):
        answer = client.post("/account/password/reset/", {"email": email}, HTTP_HOST="testserver")
        assert (answer.status_code, answer["Location"]) == (302, "/account/password/reset/done/")
    assert "mira@example.org" in [to for mail in mailoutbox for to in mail.to]


def test_S13_a_forged_host_makes_no_link(client: Client, mira: Reviewer, mailoutbox: list[Any]) -> None:
    answer = client.post("/account/password/reset/", {"email": "mira@example.org"}, HTTP_HOST="evil.example")
    assert answer.status_code == 400 and not mailoutbox


@pytest.mark.parametrize("host", ["evil.example", "test server", "testserver\r\nX-A: b", "a" * 5000])
def test_A11_a_foreign_host_is_refused_on_every_kind_of_page(client: Client, host: str) -> None:
    for address in ("/", "/api/v1/", "/desk/", "/account/login/"):
        assert client.get(address, HTTP_HOST=host).status_code == 400


def test_A11_a_forwarded_host_is_not_believed(client: Client) -> None:
    answer = client.get("/", HTTP_X_FORWARDED_HOST="evil.example")
    assert answer.status_code == 200 and b"evil.example" not in answer.content


@pytest.mark.parametrize(
    "header", ["HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_COOKIE", "HTTP_IF_NONE_MATCH"]
)
@pytest.mark.parametrize("address", ["/", "/api/v1/summaries"])
def test_A10_headers_of_ten_kilobytes_are_borne(client: Client, header: str, address: str) -> None:
    for value in ("a" * 10_000, "en;q=0.5," * 1100, "x=y; " * 2000, '"a", ' * 2000):
        assert client.get(address, **{header: value}).status_code in (200, 406)


@pytest.mark.parametrize("origin", ["null", "https://evil.example"])
def test_A16_no_other_site_may_read_what_is_private(client: Client, mira: Reviewer, origin: str) -> None:
    client.force_login(mira)
    answer = client.get("/desk/", HTTP_ORIGIN=origin)
    assert "Access-Control-Allow-Origin" not in answer and "no-store" in answer["Cache-Control"]


def test_W21_a_role_that_ended_while_a_page_was_open_does_nothing_more(
    client: Client, mira: Reviewer
) -> None:
    client.force_login(mira)
    found = cast.mention()
    end_role(by=cast.person("administrator"), person=mira, role="editor")
    assert client.post(f"/desk/mentions/{found.uid}/accept/", {"seen": found.token}).status_code in (403, 404)
    assert Mention.objects.get().state == "proposed"


def test_K04_a_form_sent_again_after_its_answer_was_lost_acts_once(client: Client, mira: Reviewer) -> None:
    from ledger.models import Entry

    client.force_login(mira)
    found = cast.mention()
    sent = {"seen": found.token}
    answers = [client.post(f"/desk/mentions/{found.uid}/accept/", sent).status_code for _ in range(2)]
    assert answers == [302, 409]
    assert Entry.objects.filter(act="claims.accept").count() == 1

"""What was sent after a sign-in had ended comes back to the person who sent it, and to nobody else."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client

from newsroom import idle
from reviewers.models import Reviewer
from summaries.models import Revision, Summary
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "seven grey herons 41"
WORDS = 'They came ashore "at dusk" & <b>slept</b>.\nThen they left.'


def account(name: str, role: str = "editor") -> Reviewer:
    made = cast.person(role, name)
    made.set_password(PASSWORD)
    made.save()
    return made


@pytest.fixture
def summary() -> Summary:
    from summaries.drafting import create_summary

    cast.measure()
    topic = cast.Topic.objects.get()
    return create_summary(by=account("mira"), topic=topic, headline="They came ashore")


def sign_in(client: Client, name: str) -> Any:
    return client.post("/account/login/", {"login": name, "password": PASSWORD, "next": "/desk/unsaved/"})


@pytest.fixture
def late(summary: Summary, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Mira's browser, which has sent a text after her sign-in had ended."""
    client = Client()
    sign_in(client, "mira")
    then = idle.now()
    with monkeypatch.context() as patch:
        patch.setattr(idle, "now", lambda: then + settings.SIGN_IN_IDLE_S + 5)
        sent = {"seen": "1", "headline": "They came ashore", "standfirst": "", "body": f"<p>{WORDS}</p>"}
        answer = client.post(f"/desk/summaries/{summary.uid}/save/", sent)
    assert answer["Location"] == "/account/login/?next=/desk/unsaved/"
    assert Revision.objects.count() == 1
    return client


def test_S05_W14_a_text_sent_too_late_comes_back_after_signing_in(late: Client) -> None:
    assert b"What you sent is kept" in late.get("/account/login/").content
    assert sign_in(late, "mira")["Location"] == "/desk/unsaved/"
    shown = late.get("/desk/unsaved/").content.decode()
    assert "&lt;b&gt;slept&lt;/b&gt;" in shown and "<b>slept" not in shown
    assert late.post("/desk/unsaved/", {"headline": "x"}).status_code == 307


def test_S05_W14_it_is_sent_again_as_it_was(late: Client, summary: Summary) -> None:
    sign_in(late, "mira")
    fields = dict(late.session["unsaved"]["fields"])
    answer: Any = late.post("/desk/unsaved/", fields, follow=True)
    assert [step[1] for step in answer.redirect_chain] == [307, 302]
    assert Revision.objects.get(n=2).body.startswith("<p>They came ashore")
    assert late.get("/desk/unsaved/").status_code == 302  # and is kept no longer


def test_it_is_thrown_away_when_asked(late: Client) -> None:
    sign_in(late, "mira")
    assert late.post("/desk/unsaved/", {"throw-away": "1"})["Location"] == "/desk/"
    assert late.get("/desk/unsaved/").status_code == 302 and "unsaved" not in late.session


def test_S05_whoever_sits_down_next_sees_nothing_of_it(late: Client) -> None:
    assert late.get("/desk/unsaved/")["Location"].startswith("/account/login/")
    account("paul", "publisher")
    sign_in(late, "paul")
    assert late.get("/desk/unsaved/")["Location"] == "/desk/"
    assert "unsaved" not in late.session


def test_what_nobody_came_back_for_is_swept_with_its_session(late: Client) -> None:
    kept = Session.objects.get(session_key=late.cookies["sessionid"].value)
    assert "unsaved" in kept.get_decoded()
    call_command("sweep")
    assert Session.objects.filter(pk=kept.pk).exists()
    Session.objects.filter(pk=kept.pk).update(expire_date=cast.NOON.replace(year=2001))
    call_command("sweep")
    assert not Session.objects.filter(pk=kept.pk).exists()


@pytest.mark.parametrize("address", ["/account/password/change/", "/admin/reviewers/reviewer/add/"])
def test_a_password_is_never_kept(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    client = Client()
    client.force_login(account("sam", "administrator"))
    then = idle.now()
    monkeypatch.setattr(idle, "now", lambda: then + settings.SIGN_IN_IDLE_S + 5)
    client.post(address, {"password1": PASSWORD, "oldpassword": PASSWORD})
    assert "unsaved" not in client.session

"""Refusals as pages: they are ours, whatever the setting, and lead somewhere."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.summaries.conftest import make_desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_debug", [True, False])
@pytest.mark.parametrize(
    "address", ["/nowhere/", "/nowhere", "/summaries/no-such-thing/", f"/figures/{uuid4()}/"]
)
def test_a_wrong_address_is_our_page_for_a_developer_too(
    client: Client, settings: Any, is_debug: bool, address: str
) -> None:
    settings.DEBUG = is_debug
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == 404 and "Nothing stands at this address" in page
    assert "URLconf" not in page and "DEBUG" not in page


def test_a_thing_that_is_not_there_is_our_page_at_the_desk(client: Client, settings: Any) -> None:
    settings.DEBUG = True
    client.force_login(cast.person("editor"))
    for name in ("claims:document", "reviewers:figure", "summaries:desk-summary"):
        answer = client.get(reverse(name, args=[uuid4()]))
        assert answer.status_code == 404 and "Nothing stands at this address" in answer.content.decode()


def test_a_missing_slash_still_leads_to_the_page(client: Client, settings: Any) -> None:
    settings.DEBUG = True
    assert client.get("/summaries").headers["Location"] == "/summaries/"


def test_a_fault_still_shows_a_developer_its_traceback(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEBUG = True
    client.raise_request_exception = False
    monkeypatch.setattr("summaries.public.about.meanings", None)
    answer = client.get(reverse("summaries:method"))
    assert answer.status_code == 500 and "Traceback" in answer.content.decode()


@pytest.mark.parametrize(("role", "leads_to"), [("contributor", "newsroom:desk"), (None, "account_logout")])
def test_a_refusal_leads_nobody_to_another_refusal(client: Client, role: str | None, leads_to: str) -> None:
    client.force_login(cast.person(role))
    answer = client.get(reverse("summaries:new-summary"))
    page = answer.content.decode()
    assert answer.status_code == 403 and f'href="{reverse(leads_to)}"' in page
    assert (reverse("newsroom:desk") + '"' in page) == (role is not None)


@pytest.mark.parametrize("is_debug", [True, False])
def test_a_text_too_long_to_paste_is_told_what_to_do_instead(
    client: Client, settings: Any, is_debug: bool
) -> None:
    settings.DEBUG, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = is_debug, 1000
    client.force_login(cast.person("contributor"))
    answer = client.post(reverse("claims:bring-in"), {"text": "x" * 2000})
    assert answer.status_code == 413 and "choose that" in answer.content.decode()


def test_two_versions_stand_in_words_where_two_sorted_at_once(client: Client) -> None:
    mention = cast.mention()
    client.force_login(cast.person("editor"))
    accept = reverse("claims:accept-mention", args=[mention.uid])
    shown = mention.token
    assert client.post(accept, {"seen": shown}).status_code == 302
    answer = client.post(accept, {"seen": shown})
    page = answer.content.decode()
    assert answer.status_code == 409 and "more than 60 people (" in page and "more_than" not in page
    assert "proposed" in page and "accepted" in page


def test_a_text_that_moved_on_is_compared_field_by_field(client: Client) -> None:
    desk = make_desk()
    summary = desk.write()
    client.force_login(desk.editor)
    sent = {"seen": 1, "figure": str(desk.figure.uid), "wording": "full", "after_paragraph": "0"}
    answer = client.post(reverse("summaries:insert-figure", args=[summary.uid]), sent)
    page = answer.content.decode()
    assert answer.status_code == 409 and "Revision" in page and ">revision<" not in page
    assert str(desk.figure.uid) not in page

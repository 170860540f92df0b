"""The front page and the pages about the pages; and every link of all of them, followed."""

import re
from typing import Any

import pytest
from django.test import Client

from claims.models import Figure
from summaries.models import Summary
from tests.summaries.public import ground
from tests.summaries.public.ground import plain

PAGES = ["/", "/summaries/", "/measures/", "/corrections/", "/method/", "/data/"]


@pytest.fixture
def full(desk: Any) -> Any:
    ground.everything(desk)
    return desk


def test_an_empty_newsroom_says_what_will_be_here(db: None, client: Client) -> None:
    words = plain(client, "/")
    assert "Nothing is published yet. Summaries will stand here" in words
    assert "How to read a number here" in words


@pytest.mark.parametrize("state", ["empty", "full"])
def test_no_link_leads_nowhere(request: pytest.FixtureRequest, db: None, client: Client, state: str) -> None:
    if state == "full":
        request.getfixturevalue("full")
    seen, waiting = set(), list(PAGES)
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = client.get(path, follow=path == "/desk/")  # which asks a stranger to sign in
        assert answer.status_code in ((200, 410) if "/versions/" in path else (200,)), path
        if "html" not in answer.headers["Content-Type"]:
            continue
        html = answer.content.decode()
        ids = set(re.findall(r'\bid="([^"]+)"', html))
        for href in re.findall(r'<(?:a|link)\b[^>]*\bhref="([^"]+)"', html):
            local = href.removeprefix("http://testserver")
            target, _, part = local.partition("#")
            assert target or part in ids, (path, href)
            if (
                target.startswith("/")
                and not target.startswith("/static/")
                and target not in seen | set(waiting)
            ):
                waiting.append(target)
    assert len(seen) >= (24 if state == "full" else 10)


def test_the_newest_summary_leads_and_a_retracted_one_is_gone(full: Any, client: Client) -> None:
    words = plain(client, "/")
    assert "version 2, 20 May 2031 Ashore at Port Ansel" in words
    assert "1 figure: 1 disputed." in words
    assert "Taken back" not in words


def test_the_method_says_what_each_status_asserts(db: None, client: Client) -> None:
    words = plain(client, "/method/")
    for status in Figure.Status.values:
        assert status.capitalize() in words
    assert "Verified and false take two reviewers." in words


def test_every_address_the_data_page_names_is_one_of_the_api(full: Any, client: Client) -> None:
    html = client.get("/data/").content.decode()
    summary = Summary.objects.get(state="published")
    given = {"{uid}": str(summary.uid), "{n}": "1", "{slug}": full.figure.state.measure.slug}
    for path in set(re.findall(r"/api/v1/[\w{}/.]*", html)):
        for name, value in given.items():
            path = path.replace(
                name, str(full.figure.uid) if name == "{uid}" and "/figures/" in path else value
            )
        assert client.get(path).status_code == 200, path

"""Every public page: for everybody the same bytes, cacheable, conditional, without cookie or script."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, reverse

from summaries import urls
from summaries.public import answers
from tests import cast
from tests.summaries.public import ground

OPEN = {
    "home",
    "list",
    "summary",
    "version",
    "measures",
    "measure",
    "figure",
    "corrections",
    "method",
    "data",
}


@pytest.fixture
def addresses(desk: Any) -> list[str]:
    """One address of every kind of public page, with something to read at each."""
    ground.text(desk.figure, publisher=desk.party)
    summary = desk.publish()
    return [
        reverse("summaries:home"),
        reverse("summaries:list"),
        reverse("summaries:summary", args=[summary.slug]),
        reverse("summaries:version", args=[summary.slug, 1]),
        reverse("summaries:measures"),
        reverse("summaries:measure", args=[desk.figure.state.measure.slug]),
        reverse("summaries:figure", args=[desk.figure.uid]),
        reverse("summaries:corrections"),
        reverse("summaries:method"),
        reverse("summaries:data"),
    ]


def test_just_the_public_pages_are_open_without_sign_in() -> None:
    views = {
        pattern.name: pattern.callback for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)
    }
    assert {name for name, view in views.items() if not getattr(view, "login_required", True)} == OPEN


def test_a_stranger_and_the_staff_get_the_same_bytes(addresses: list[str]) -> None:
    staff = Client()
    staff.force_login(cast.person("publisher"))
    for address in addresses:
        theirs, ours = staff.get(address), Client().get(address)
        assert theirs.status_code == 200, address
        assert theirs.content == ours.content
        assert theirs.headers["ETag"] == ours.headers["ETag"]


def test_a_page_may_be_kept_by_caches_and_varies_by_language_alone(
    addresses: list[str], client: Client
) -> None:
    for address in addresses:
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert answer.headers["Vary"] == "Accept-Language", address
        assert answer.headers["Content-Language"] == "en"
        assert not answer.cookies


def test_an_unchanged_page_costs_a_304(addresses: list[str], client: Client) -> None:
    for address in addresses:
        etag = client.get(address).headers["ETag"]
        again = client.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")


def test_a_page_answers_head_and_refuses_to_be_written_to(addresses: list[str], client: Client) -> None:
    for address in addresses:
        assert client.head(address).status_code == 200
        assert {client.post(address).status_code, client.put(address).status_code} == {405}


def test_a_page_has_no_script_and_nothing_inline(addresses: list[str], client: Client) -> None:
    for address in addresses:
        html = client.get(address).content.decode()
        assert "<script" not in html
        assert " style=" not in html
        assert html.count("<h1") == 1
        assert '<link rel="canonical" href="http://testserver/' in html
        assert '<meta name="description" content="' in html


def test_A20_it_sets_no_cookie_and_varies_by_none_even_for_a_spoilt_session(addresses: list[str]) -> None:
    for address in addresses:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = "x"
        answer = client.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.headers["Vary"]


def test_A20_an_address_with_an_ending_of_a_file_is_no_page(addresses: list[str], client: Client) -> None:
    assert [client.get(f"{address}x.css").status_code for address in addresses[1:]] == [404] * 9
    plain, asked = client.get(addresses[2]), client.get(f"{addresses[2]}?x=.js")
    assert plain.content == asked.content


def test_A20_an_empty_language_header_is_as_none(addresses: list[str], client: Client) -> None:
    for address in addresses:
        bodies = {
            client.get(address, headers={"Accept-Language": sent}).content
            for sent in ("", "en", "xx-YY", "*", ";;q=x")
        }
        assert bodies == {client.get(address).content}


def test_the_language_cookie_has_no_say(addresses: list[str], client: Client) -> None:
    plain = client.get(addresses[0]).content
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"
    assert client.get(addresses[0]).content == plain


def test_a_language_is_spoken_where_its_words_are_shipped(settings: Any, tmp_path: Any) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    assert answers.spoken("ru") == "en"
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.mo").write_bytes(b"")
    assert answers.spoken("ru-RU") == "ru"
    assert answers.spoken("ar") == "en"


def test_A21_reading_changes_nothing(addresses: list[str], django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    staff = Client()
    staff.force_login(cast.person("administrator"))
    with CaptureQueriesContext(connection) as captured:
        for address in addresses:
            staff.get(address)
    written = [q["sql"] for q in captured if q["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
    assert written == []


def test_the_clock_is_no_part_of_a_page(addresses: list[str], client: Client) -> None:
    from ledger import clock

    first = [client.get(address).content for address in addresses]
    with clock.held_at(datetime(2040, 1, 1, tzinfo=UTC)):
        assert [client.get(address).content for address in addresses] == first

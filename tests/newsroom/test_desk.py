"""The desk's front page: what came in, what waits, what has broken; and what an empty desk says to do first."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from newsroom import desk
from sources.models import Provenance
from tests import cast
from tests.newsroom.conftest import client_of


@pytest.fixture
def editor(db: None, client: Client) -> Client:
    client.force_login(cast.person("editor"))
    return client


def test_an_empty_desk_says_what_to_do_first(editor: Client) -> None:
    page = editor.get(reverse("newsroom:desk")).content.decode()
    assert "Bring in a first document" in page
    assert reverse("claims:bring-in") in page
    assert "Everything in print still stands." in page


def test_somebody_without_a_role_is_refused(db: None, client: Client) -> None:
    client.force_login(cast.person(None))
    assert client.get(reverse("newsroom:desk")).status_code == 403


@pytest.mark.parametrize(("role", "expected"), [("reviewer", "Zofia Quill"), ("contributor", "a witness")])
def test_a_protected_publisher_is_named_only_to_who_may_see_it(db: None, role: str, expected: str) -> None:
    document = cast.document()
    hidden = cast.source("Zofia Quill", "person", is_protected=True, public_label="a witness")
    Provenance.objects.create(document=document, position=0, role="published", source=hidden)
    _n, (arrival,) = desk.arrived(cast.person(role))
    assert arrival.publisher == expected


def test_a_protected_arrival_is_not_counted_for_who_may_not_see_it(db: None) -> None:
    cast.document(is_protected=True)
    assert desk.arrived(cast.person("contributor")) == (0, [])
    assert len(desk.arrived(cast.person("reviewer"))[1]) == 1


def test_an_arrival_costs_the_same_queries_as_five(
    db: None, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    person = cast.person("reviewer")
    cast.document("One text with 12 people.")
    with django_assert_max_num_queries(20) as first:
        desk.arrived(person)
    for n in range(4):
        cast.document(f"Another text, {n} of them.")
    person = type(person).objects.get(pk=person.pk)
    with django_assert_num_queries(len(first.captured_queries)):
        desk.arrived(person)


@pytest.mark.usefixtures("undone")
def test_the_sample_desk_shows_what_has_broken_with_both_labels() -> None:
    page = client_of("editor").get(reverse("newsroom:desk")).content.decode()
    assert "more than 55 people (as of 24 June 2025, attributed, 1 origin)" in page
    now = " ".join(html.fromstring(page).get_element_by_id("broken").text_content().split()).split("Now")[1]
    assert now.startswith(
        "more than 55 people · as of 24 June 2025 · Superseded · 1 origin since 2 July 2026"
    )
    assert "Decide the correction" in page
    assert "Decide the correction" not in client_of("reviewer").get(reverse("newsroom:desk")).content.decode()


@pytest.mark.parametrize(("role", "can_date"), [("reviewer", True), ("auditor", False)])
def test_a_document_without_a_year_leads_to_where_it_is_decided(db: None, role: str, can_date: bool) -> None:
    document = cast.document()
    document.published_edtf, document.published_phrase = "", "June 27"
    document.save()
    for year in (2030, 2031):
        document.date_candidates.create(
            edtf=f"{year}-06-27", earliest=date(year, 6, 27), latest=date(year, 6, 27)
        )
    _n, (arrival,) = desk.arrived(cast.person(role))
    (flag,) = arrival.flags
    assert flag.says == "Dated “June 27”, no year: 2030 or 2031?"
    assert bool(flag.url) == can_date


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize(("role", "status"), [("auditor", 200), ("contributor", 403)])
def test_the_record_is_open_to_those_who_answer_for_it(role: str, status: int) -> None:
    assert client_of(role).get(reverse("newsroom:ledger")).status_code == status


@pytest.mark.usefixtures("undone")
def test_a_publisher_releases_a_series_from_the_page_of_its_measure(client: Client) -> None:
    address = reverse("claims:measure", args=["people-brought-out-of-the-orlen-marches"])
    assert "Release the series" not in client_of("editor").get(address).content.decode()
    publisher = client_of("publisher")
    assert "Release the series" in publisher.get(address).content.decode()
    publisher.post(reverse("summaries:release-series", args=["people-brought-out-of-the-orlen-marches"]))
    assert "151 people" in client.get("/measures/people-brought-out-of-the-orlen-marches/").content.decode()
    assert "Release the series" not in publisher.get(address).content.decode()


@pytest.mark.usefixtures("undone")
def test_a_summary_in_print_names_its_editor_and_its_approver(client: Client) -> None:
    page = client.get("/summaries/who-got-out/").content.decode()
    assert "By Mara Sandoz." in page
    assert "Approved by Paul Verhoog." in page


def test_a_browser_beside_an_answer_that_is_no_page_finds_the_mark(db: None, client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302 and answer.headers["Location"].endswith("mark.svg")


@pytest.mark.parametrize(
    ("role", "is_told"), [("reviewer", True), ("publisher", True), ("contributor", False)]
)
def test_W20_bytes_of_a_protected_document_that_came_in_again_are_flagged_to_who_may_know(
    db: None, role: str, is_told: bool
) -> None:
    """Its bringer did not know of the other: who may know of both protects this one too."""
    cast.document(is_protected=True)
    again = cast.document()
    place = reverse("claims:document", args=[again.uid])
    _n, arrivals = desk.arrived(cast.person(role))
    flags = [flag for arrival in arrivals if arrival.url == place for flag in arrival.flags]
    assert [flag.says.startswith("A protected document") for flag in flags] == ([True] if is_told else [])
    if role == "reviewer":
        assert flags[0].url == reverse("summaries:protect-document", args=[again.uid])

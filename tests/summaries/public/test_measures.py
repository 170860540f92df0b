"""The pages of measures: only what is public, both sides of a dispute, nothing lost and nothing leaked."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from claims import states
from claims.models import Figure, Measure, MeasureRelation, Phase
from tests import cast
from tests.summaries.public import ground
from tests.summaries.public.ground import count, plain


@pytest.fixture
def measure(db: None) -> Measure:
    return cast.measure()


def page(measure: Measure) -> str:
    return f"/measures/{measure.slug}/"


def test_A13_a_measure_without_a_public_figure_is_not_there(measure: Measure, client: Client) -> None:
    cast.signed(cast.figure(measure))
    assert client.get(page(measure)).status_code == 404
    assert "People brought ashore" not in plain(client, "/measures/")
    assert "No figure is public yet." in plain(client, "/measures/")
    assert client.get(page(measure)).content == client.get("/measures/never-was/").content


def test_a_measure_shows_its_definition_and_its_public_figures_alone(
    measure: Measure, client: Client
) -> None:
    party = cast.source()
    ground.text(
        ground.released(measure, originator=party), publisher=cast.source("Northern Courier", "outlet")
    )
    cast.signed(cast.figure(measure, low=99))
    words = plain(client, page(measure))
    assert "People brought ashore, counted from 1 April 2031." in words
    assert (
        "17 May 2031 stated more than 60 people Harbour Watch Northern Courier Attributed 1 origin" in words
    )
    assert "99" not in words


def test_the_latest_figure_is_the_newest_by_date_and_never_one_that_was_replaced(
    measure: Measure, client: Client
) -> None:
    newest = ground.released(measure, low=80, as_of="2031-06-01")
    ground.released(measure, low=30, as_of="2031-04-01")
    replaced = ground.released(measure, low=90, as_of="2031-07-01", status="unreviewed")
    Figure.objects.filter(pk=replaced.pk).update(superseded_by=newest)
    replaced.refresh_from_db()
    cast.signed(replaced, "superseded", reason="replaced")
    assert "People brought ashore Port Ansel more than 80 people 1 June 2031" in plain(client, "/measures/")


def test_a_disputed_figure_is_never_shown_without_the_other(measure: Measure, client: Client) -> None:
    ground.released(measure, low=15, high=15, comparator="about", status="disputed")
    ground.released(measure, low=9, high=9, comparator="exact", as_of="2031-05-18", status="disputed")
    for path in ("/", "/measures/", page(measure)):
        words = plain(client, path)
        assert "9 people" in words
        assert "about 15 people" in words


def test_what_no_longer_stands_is_set_apart(measure: Measure, client: Client) -> None:
    ground.released(measure)
    ground.released(measure, low=44, status="false")
    html = client.get(page(measure)).content.decode()
    standing, fallen = html.split("No longer standing")
    assert "<s>more than 44 people</s>" in fallen
    assert "more than 44" not in standing


def test_a_fallen_figure_stays_with_the_value_and_measure_it_was_signed_with(
    measure: Measure, client: Client
) -> None:
    figure, other = ground.released(measure), cast.measure("Families at Tarn Gate")
    with transaction.atomic():
        states.new_state(figure, by=cast.person("editor"), reason="r", measure=other, predicate="x")
    assert client.get(page(other)).status_code == 404
    words = plain(client, page(measure))
    assert "more than 60 people" in words
    assert "was attributed" in words
    assert "Nothing of it stands at present." in words


def test_only_public_measures_are_named_as_related(measure: Measure, client: Client) -> None:
    hidden, part = cast.measure("Hidden ones"), cast.measure("Children brought ashore")
    ground.released(measure)
    ground.released(part)
    for other in (hidden, part):
        MeasureRelation.objects.create(part=other, whole=measure, kind="part_of")
    words = plain(client, page(measure))
    assert "Has the part Children brought ashore" in words
    assert "Hidden" not in words
    assert "Part of People brought ashore" in plain(client, page(part))


def test_a_merged_measure_sends_on_to_the_one_that_holds_its_figures(
    measure: Measure, client: Client
) -> None:
    ground.released(measure)
    old = cast.measure("Ones ashore", state="merged", merged_into=measure)
    assert client.get(page(old)).headers["Location"] == page(measure)


def test_counting_begun_anew_is_shown_apart(measure: Measure, client: Client) -> None:
    figure = ground.released(measure)
    phase = Phase.objects.create(measure=measure, n=2, starts="2031-06-01", reason="desk words")
    with transaction.atomic():
        states.new_state(figure, by=cast.person("editor"), reason="r", phase=phase)
    ground.set_status(figure, "attributed", cast.person("reviewer"))
    words = plain(client, page(measure))
    assert "Counted anew, part 2" in words
    assert "desk words" not in words


def test_a_series_costs_the_same_queries_with_one_figure_and_with_twenty(
    measure: Measure, client: Client
) -> None:
    party = cast.source()

    def add(n: int) -> None:
        figure = ground.released(measure, low=Decimal(n), originator=party)
        ground.text(
            figure, publisher=party, words=f"{n}: more than 60 people", address=f"https://a.example/{n}"
        )

    add(60)
    one = count(client, page(measure)), count(client, "/measures/")
    for n in range(61, 80):
        add(n)
    assert (count(client, page(measure)), count(client, "/measures/")) == one


def test_the_list_costs_the_same_queries_with_one_measure_and_with_twenty(
    measure: Measure, client: Client
) -> None:
    ground.released(measure, status="disputed")
    one = count(client, "/measures/")
    for n in range(19):
        ground.released(cast.measure(f"Measure {n}"), status="disputed")
    assert count(client, "/measures/") == one


def test_the_list_is_paged(measure: Measure, client: Client, monkeypatch: Any) -> None:
    from summaries.public import measures

    monkeypatch.setattr(measures, "MEASURES_A_PAGE", 1)
    ground.released(measure)
    ground.released(cast.measure("Another"))
    assert "Page 1 of 2" in plain(client, "/measures/")
    assert (
        '<link rel="canonical" href="http://testserver/measures/?page=2">'
        in client.get("/measures/?page=2").content.decode()
    )

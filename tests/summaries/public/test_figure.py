"""The page of one figure: what it says, who says so, what changed; nothing of what the desk keeps."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from claims import states
from claims.models import Figure
from summaries import publish
from tests import cast
from tests.summaries.public import ground
from tests.summaries.public.ground import count, plain


def page(figure: Figure) -> str:
    return f"/figures/{figure.uid}/"


@pytest.fixture
def figure(db: None) -> Figure:
    return ground.released(cast.measure(), originator=cast.source())


def said(figure: Figure, predicate: str, lead: Any) -> None:
    """Give the figure a state with a predicate and a lead mention, signed again."""
    with transaction.atomic():
        states.new_state(figure, by=cast.person("editor"), reason="r", predicate=predicate, lead_mention=lead)
    ground.set_status(figure, "attributed", cast.person("reviewer"))


def test_A13_a_figure_that_is_not_public_is_not_there(db: None, client: Client) -> None:
    hidden = cast.signed(cast.figure())
    assert client.get(page(hidden)).status_code == 404
    never = client.get("/figures/00000000-0000-4000-8000-000000000000/")
    assert client.get(page(hidden)).content == never.content


def test_it_says_how_much_of_what_as_of_when_on_whose_word(figure: Figure, client: Client) -> None:
    ground.text(figure, publisher=figure.state.originator)
    words = plain(client, page(figure))
    for said_so in (
        "more than 60 people according to Harbour Watch As of 17 May 2031 date stated Status Attributed",
        "Origins 1 origin Harbour Watch",
        "Value more than 60 above this number; how far is not said", "the party named did say it",
        "What it counts", "People brought ashore, counted from 1 April 2031.",
    ):  # fmt: skip
        assert said_so in words


def test_the_partys_own_words_are_told_from_echoes(figure: Figure, client: Client) -> None:
    ground.text(figure, publisher=cast.source("Watch Press", "outlet", owner=figure.state.originator))
    courier = cast.source("Northern Courier", "outlet")
    ground.text(
        figure,
        publisher=courier,
        words="It was more than 60, they say.",
        title="Boats",
        published="2031-05-19",
    )
    origin, echoes = plain(client, page(figure)).split("Echoes")
    assert "Watch Press" in origin
    assert "Boats, Northern Courier, 19 May 2031: more than 60" in echoes


def test_corroboration_is_another_public_figure_of_another_party(figure: Figure, client: Client) -> None:
    ground.released(figure.state.measure, low=65, originator=cast.source("Coast Guard", "official"))
    ground.released(figure.state.measure, low=70, originator=figure.state.originator)
    cast.signed(cast.figure(figure.state.measure, low=75, originator=cast.source("Silent Hand")))
    corroboration = plain(client, page(figure)).split("Corroboration")[1].split("What changed")[0]
    assert "more than 65 people" in corroboration
    assert "Coast Guard" in corroboration
    assert "70" not in corroboration
    assert "Silent" not in corroboration


def test_a_disputed_figure_names_the_other_values(figure: Figure, client: Client) -> None:
    ground.dispute(figure)
    ground.released(figure.state.measure, low=9, high=9, comparator="exact", status="disputed")
    assert "In dispute with 9 people · as of 17 May 2031 · Disputed" in plain(client, page(figure))


@pytest.mark.parametrize("is_public", [True, False])
def test_what_replaces_it_is_named_only_where_that_is_public(
    figure: Figure, client: Client, is_public: bool
) -> None:
    later = cast.signed(cast.figure(figure.state.measure, low=123, as_of="2031-06-27"))
    if is_public:
        later.released_at = cast.NOON
        later.save()
    ground.set_status(figure, "superseded", cast.person("reviewer"), reason="replaced", superseded_by=later)
    assert ("Replaced by more than 123 people" in plain(client, page(figure))) is is_public
    assert ("123" in plain(client, page(figure))) is is_public


def test_a_fallen_figure_says_so_and_keeps_what_was_signed(figure: Figure, client: Client) -> None:
    ground.restate(figure, 70)
    words = plain(client, page(figure))
    assert "Not signed since" in words
    assert "was attributed." in words
    assert "more than 70" not in words
    assert "Was: more than 60 people (as of 17 May 2031, attributed) Now: not signed" in words


def test_a_false_figure_is_struck_through(figure: Figure, client: Client) -> None:
    ground.set_status(figure, "false", cast.person("reviewer"), cast.person("reviewer"), reason="shown_wrong")
    html = client.get(page(figure)).content.decode()
    assert "<h1><s>more than 60 people</s></h1>" in html
    assert "do not print it" in html


def test_it_names_the_summaries_that_print_it_until_they_are_retracted(desk: Any, client: Client) -> None:
    summary = desk.publish()
    assert "Printed in Ashore at Port Ansel" in plain(client, page(desk.figure))
    publish.retract(by=desk.publisher, summary=summary, reason="our_error", note="Wrong throughout.")
    assert client.get(page(desk.figure)).status_code == 200
    assert "Printed in" not in plain(client, page(desk.figure))


def test_signers_are_named_where_they_chose_to_be(db: None, client: Client) -> None:
    figure = cast.figure(cast.measure(), released_at=cast.NOON)
    cast.signed(
        figure, "verified", cast.person("reviewer", public_name="Ada Marlow"), cast.person("reviewer")
    )
    words = plain(client, page(figure))
    assert "Verified since 20 May 2031" in words
    assert "Ada Marlow" in words
    assert "a reviewer" in words
    assert "Read in the capture" not in words


def test_what_the_reader_made_of_the_words_is_kept_at_the_desk(figure: Figure, client: Client) -> None:
    said(figure, "had crossed by night", cast.mention(cast.document()))
    assert "had crossed by night" not in plain(client, page(figure))


def test_a_protected_party_is_named_by_its_label(db: None, client: Client) -> None:
    hidden = cast.source("Zofia Quill", "person", is_protected=True, public_label="a witness")
    words = plain(client, page(ground.released(cast.measure(), originator=hidden)))
    assert "according to a witness" in words and "Quill" not in words


def test_it_costs_the_same_queries_with_one_text_and_with_twenty(figure: Figure, client: Client) -> None:
    def add(n: int) -> None:
        outlet = cast.source(f"Outlet {n}", "outlet")
        ground.text(figure, publisher=outlet, words=f"{n}: more than 60", address="")
        ground.released(figure.state.measure, low=60 + n, originator=outlet)

    add(1)
    one = count(client, page(figure))
    for n in range(2, 21):
        add(n)
    assert count(client, page(figure)) == one


def test_the_states_of_the_desk_are_not_a_part_of_what_changed(figure: Figure, client: Client) -> None:
    ground.restate(figure, 70)
    ground.restate(figure, 71)
    ground.set_status(figure, "attributed", cast.person("reviewer"))
    words = plain(client, page(figure))
    was, now = (f"more than {n} people (as of 17 May 2031, attributed)" for n in (60, 71))
    assert f"Was: {was} Now: {now}" in words
    assert "more than 70" not in words
    assert "Secret reason" not in words

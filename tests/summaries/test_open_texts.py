"""What readers may know of the texts behind a figure; and that what is protected leaves no trace on any page."""

from typing import Any

import pytest
from django.test import Client

from claims.models import Figure
from sources.models import Capture
from summaries.open_texts import texts
from tests import cast
from tests.summaries.public import ground
from tests.summaries.public.ground import plain


@pytest.fixture
def figure(db: None) -> Figure:
    return ground.released(cast.measure(), originator=cast.source())


def shown(figure: Figure) -> list[Any]:
    return texts([figure.pk], language="en")


def test_a_text_is_given_by_publisher_date_quote_and_hash(figure: Figure) -> None:
    document = ground.text(figure, publisher=figure.state.originator)
    (line,) = shown(figure)
    assert (line.publisher, line.published, line.quote) == ("Harbour Watch", "18 May 2031", "more than 60")
    assert (line.sha256, line.address) == (document.capture.blob.sha256, ground.ADDRESS)


def test_the_publisher_of_a_part_is_that_of_the_page_it_was_cut_from(figure: Figure) -> None:
    page = ground.text(
        cast.figure(figure.state.measure), publisher=cast.source("Lantern Line"), words="List. more than 60"
    )
    ground.text(figure, words="Cut out: more than 60", parent=page)
    assert [line.publisher for line in shown(figure)] == ["Lantern Line"]


@pytest.mark.parametrize("state", ["proposed", "dismissed"])
def test_a_mention_nobody_accepted_is_no_text_of_the_figure(figure: Figure, state: str) -> None:
    document = ground.text(figure)
    more = {"dismissal": "misread"} if state == "dismissed" else {}
    document.mentions.update(state=state, figure=None, **more)
    assert shown(figure) == []


def test_a_withdrawn_document_is_not_shown(figure: Figure) -> None:
    document = ground.text(figure)
    document.state = "withdrawn"
    document.save()
    assert shown(figure) == []


def test_an_address_with_a_name_password_or_odd_scheme_is_not_a_link(figure: Figure, client: Client) -> None:
    ground.text(
        figure, words="1 more than 60", address="https://ada:pw@a.example/x?token=hush#part", title="One"
    )
    ground.text(figure, words="2 more than 60", address="javascript:alert(1)", title="Two")
    html = client.get(f"/figures/{figure.uid}/").content.decode()
    assert 'href="https://a.example/x"' in html
    assert not [word for word in ("pw", "hush", "javascript:") if word in html]


SECRET = "Zofia Quill"


@pytest.mark.parametrize("what", ["document", "capture", "publisher", "parent", "originator"])
def test_what_is_protected_leaves_no_trace_on_any_page(desk: Any, client: Client, what: str) -> None:
    """A text whose every field holds the secret, protected in one of five ways, behind a figure in print."""
    secret = cast.source(
        SECRET, is_protected=what in ("publisher", "originator"), public_label="a nurse at the harbour"
    )
    figure = desk.figure
    if what == "originator":
        figure = cast.signed(cast.figure(figure.state.measure, originator=secret))
    words = f"{SECRET} said more than 60 {SECRET}"
    parent = cast.document(f"List of {SECRET}", is_protected=True) if what == "parent" else None
    ground.text(
        figure, publisher=secret, words=words, quote="more than 60", title=SECRET, parent=parent,
        address="https://zofia-quill.example/", is_protected=what in ("document", "originator"),
    )  # fmt: skip
    if what == "capture":
        document = cast.document(f"{words} twice", is_protected=False, title=SECRET)
        document.capture = Capture.objects.create(
            blob=document.capture.blob, at=cast.NOON, how="paste", is_protected=True
        )
        document.save()
        figure.mentions.update(document=document, text=document.text)
    party = "A nurse at the harbour" if what == "originator" else "Harbour Watch"
    summary = desk.publish(desk.write(f"<p>{party} said that {desk.node(figure)} were brought ashore.</p>"))
    pages = [ground.address(summary), ground.address(summary, 1), f"/figures/{figure.uid}/", "/", "/summaries/",
             "/measures/", "/measures/people-brought-ashore/", "/corrections/"]  # fmt: skip
    for page in pages:
        html = client.get(page).content.decode().lower()
        assert not [word for word in ("zofia", "quill") if word in html], page
    if what == "originator":
        assert "a nurse at the harbour" in plain(client, f"/figures/{figure.uid}/")

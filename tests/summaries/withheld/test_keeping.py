"""Whoever ties something in print to somebody protected, and whenever: what led there before is kept back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Figure
from ledger.models import Entry
from ledger.verify import verify
from sources import parties as making
from sources.describe import token
from sources.errors import NotNow
from sources.models import Document, Source
from summaries.models import Change, Summary, Withholding
from summaries.told import documents, parties
from summaries.told.figures import restate_figure, revert_figure
from summaries.told.protect import protect_document
from tests import cast
from tests.summaries.conftest import Desk
from tests.summaries.public import ground

NAME, LABEL = "Marta Quell", "a keeper of the list"
LINK = f'<p>See <a href="{ground.ADDRESS}">their list</a>.</p>'
SENTENCE = "<p>Harbour Watch said that {} were brought ashore.</p>"


@pytest.fixture
def document(desk: Desk) -> Document:
    """What the figure was read from, open, with its address, published by nobody named."""
    return ground.text(desk.figure)


@pytest.fixture
def hidden(db: None) -> Source:
    return cast.source(NAME, "person", is_protected=True, public_label=LABEL)


def published(desk: Desk, words: str = "") -> Summary:
    return desk.publish(desk.write(SENTENCE.format(desk.node()) + words))


def told() -> str:
    return Client().get(reverse("api:changes")).content.decode()


def of_figure(figure: Figure) -> dict[str, Any]:
    answer: dict[str, Any] = Client().get(reverse("api:figure", args=[figure.uid])).json()
    return answer


def leads(document: Document, said: str) -> bool:
    return ground.ADDRESS in said or document.text.blob.sha256 in said


def describe(document: Document, by: Any, **said: Any) -> None:
    documents.describe_document(by=by, document=document, seen=token(document), **said)


def restate(desk: Desk, **said: Any) -> None:
    desk.figure.refresh_from_db()
    restate_figure(
        by=cast.person("contributor"), figure=desk.figure, seen=desk.figure.state.n, reason="Read again.", **said
    )  # fmt: skip


# --- by moving a figure --------------------------------------------------------------------------------------------


def test_A13_a_figure_in_print_a_protected_party_says_leads_to_its_texts_no_more(
    desk: Desk, document: Document, hidden: Source
) -> None:
    published(desk)
    assert leads(document, told())
    restate(desk, originator=hidden)
    assert not leads(document, told()) and of_figure(desk.figure)["quotes"] == []
    assert Withholding.objects.filter(change__isnull=False).count() == 1
    assert Entry.objects.get(act="summaries.keep_back").is_protected and verify() == []


def test_A13_a_figure_goes_on_being_printed_as_she_said_it_and_leads_to_no_text_meanwhile(
    desk: Desk, document: Document
) -> None:
    published(desk)
    restate(desk, originator=cast.source("Pier Aid"))
    parties.protect_source(by=desk.editor, source=desk.party, public_label=LABEL)
    said = of_figure(desk.figure)
    assert (said["originator"], said["quotes"]) == (LABEL, []) and not leads(document, told())
    desk.figure.refresh_from_db()
    revert_figure(by=desk.editor, figure=desk.figure, seen=2, to_n=1, reason="It was right.")
    assert of_figure(desk.figure)["quotes"] == [] and not leads(document, told()) and verify() == []


def test_A13_going_back_to_a_state_a_protected_party_said_keeps_back_what_was_printed_since(
    desk: Desk, document: Document, hidden: Source
) -> None:
    restate(desk, originator=hidden)
    restate_figure(by=desk.editor, figure=desk.figure, seen=2, reason="No.", originator=desk.party)
    cast.signed(Figure.objects.get(pk=desk.figure.pk))
    published(desk)
    assert leads(document, told())
    desk.figure.refresh_from_db()
    revert_figure(by=desk.editor, figure=desk.figure, seen=3, to_n=2, reason="It was right.")
    assert not leads(document, told()) and of_figure(desk.figure)["quotes"] == []


def test_an_open_party_keeps_nothing_back(desk: Desk, document: Document) -> None:
    published(desk)
    restate(desk, originator=cast.source("Pier Aid"))
    assert leads(document, told()) and not Withholding.objects.exists()


def test_a_figure_nobody_printed_keeps_nothing_back(desk: Desk, document: Document, hidden: Source) -> None:
    restate(desk, originator=hidden)
    assert not Withholding.objects.exists() and not Change.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "editor"])
def test_A13_a_figure_in_print_counted_in_words_that_name_somebody_is_counted_in_neutral_ones(
    desk: Desk, hidden: Source, role: str
) -> None:
    published(desk)
    worded = cast.measure(f"People on the list of {NAME}")
    desk.figure.refresh_from_db()
    restate_figure(
        by=cast.person(role), figure=desk.figure, seen=1, reason="It counts these.", measure=worded
    )  # fmt: skip
    cast.signed(Figure.objects.get(pk=desk.figure.pk))
    assert "quell" not in str(of_figure(desk.figure)).lower() and "quell" not in told().lower()
    worded.refresh_from_db()
    assert worded.title() == "Title withheld" and "quell" not in worded.slug and verify() == []


# --- by describing a document --------------------------------------------------------------------------------------


def tie(how: str, hidden: Source) -> dict[str, Any]:
    return {
        "publisher": {"publisher": hidden},
        "author": {"chain": [("author", hidden, NAME)]},
        "unworded": {"chain": [("passed_on", hidden, "")]},
        "words": {"publisher": None, "publisher_words": f"{NAME}'s own page"},
    }[how]


@pytest.mark.parametrize("how", ["publisher", "author", "unworded", "words"])
@pytest.mark.parametrize("role", ["contributor", "editor"])
def test_A13_a_document_behind_print_tied_to_a_protected_party_is_led_to_no_more(
    desk: Desk, document: Document, hidden: Source, how: str, role: str
) -> None:
    summary = published(desk)
    describe(document, cast.person(role), **tie(how, hidden))
    assert not leads(document, told()) and of_figure(desk.figure)["quotes"] == []
    assert Withholding.objects.filter(change__isnull=False).count() == 1 and verify() == []
    page = Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()
    assert not leads(document, page) and "brought ashore" in page


def test_A13_words_that_hold_its_address_give_way_to_a_notice(
    desk: Desk, document: Document, hidden: Source
) -> None:
    summary = published(desk, LINK)
    describe(document, desk.editor, publisher=hidden)
    page = Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()
    assert "withheld for somebody" in page and ground.ADDRESS not in page
    assert Client().get(reverse("summaries:version", args=[summary.slug, 1])).status_code == 410
    assert Change.objects.filter(kind="withdrawn").exists() and verify() == []


def test_A13_a_protected_document_given_a_title_that_stands_in_print_is_looked_for_by_it(desk: Desk) -> None:
    closed = cast.document("Nobody printed this.", title="")
    summary = published(desk, "<p>It says so in “The list of the quay”.</p>")
    protect_document(by=desk.editor, document=closed, reason="They were threatened.")
    closed.refresh_from_db()
    describe(closed, desk.editor, title="The list of the quay")
    assert Client().get(reverse("summaries:version", args=[summary.slug, 1])).status_code == 410


def test_a_tie_to_an_open_party_keeps_nothing_back(desk: Desk, document: Document) -> None:
    published(desk, LINK)
    describe(document, desk.editor, publisher=desk.party, title="Anything")
    assert leads(document, told()) and not Withholding.objects.exists()


def test_a_party_protected_while_a_document_is_tied_to_it_is_asked_about_again(
    desk: Desk, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    party, act = cast.source(NAME, "person"), documents.describe.describe_document

    def meanwhile(**said: Any) -> Document:
        described = act(**said)
        Source.objects.filter(pk=party.pk).update(is_protected=True, public_label=LABEL)
        return described

    monkeypatch.setattr(documents.describe, "describe_document", meanwhile)
    with pytest.raises(NotNow, match="at this moment"):
        describe(document, desk.editor, publisher=party)
    assert not document.provenance.exists()


# --- parties of a protected name -----------------------------------------------------------------------------------


def test_W20_what_a_party_of_a_protected_name_says_is_printed_under_the_label(
    desk: Desk, document: Document, hidden: Source
) -> None:
    party = making.create_source(by=cast.person("contributor"), name=NAME, kind="person")
    restate(desk, originator=party)
    cast.signed(Figure.objects.get(pk=desk.figure.pk))
    Figure.objects.filter(pk=desk.figure.pk).update(released_at=cast.NOON)
    said = of_figure(desk.figure)
    assert (said["originator"], said["quotes"]) == (LABEL, [])
    page = Client().get(reverse("summaries:figure", args=[desk.figure.uid])).content.decode()
    assert LABEL in page and NAME not in page
    describe(document, desk.editor, publisher=party)
    restate(desk, originator=desk.party)
    assert of_figure(desk.figure)["quotes"] == []


def test_A13_an_open_party_whose_name_holds_hers_is_printed_under_the_label_at_once(desk: Desk) -> None:
    friends, quell = cast.source(f"Friends of {NAME}"), cast.source(NAME, "person")
    restate(desk, originator=friends)
    cast.signed(Figure.objects.get(pk=desk.figure.pk))
    Figure.objects.filter(pk=desk.figure.pk).update(released_at=cast.NOON)
    assert of_figure(desk.figure)["originator"] == friends.name
    before = Change.objects.count()
    parties.protect_source(by=desk.editor, source=quell, public_label=LABEL)
    assert of_figure(desk.figure)["originator"] == LABEL and Change.objects.count() == before + 1
    parties.unprotect_source(by=desk.editor, source=quell, reason="She spoke in public.")
    assert of_figure(desk.figure)["originator"] == friends.name


# --- the same bytes again ------------------------------------------------------------------------------------------


def test_A13_the_bytes_of_a_protected_document_brought_in_again_are_never_quoted(
    desk: Desk, document: Document
) -> None:
    protect_document(by=desk.editor, document=document, reason="They were threatened.")
    again = ground.text(desk.figure, address="https://elsewhere.example/copy")
    assert not again.is_protected and again.capture.blob == document.capture.blob
    published(desk)
    assert of_figure(desk.figure)["quotes"] == [] and not leads(document, told())

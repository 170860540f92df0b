"""A document protected after it was printed: nothing leads to it any more, and what was signed on it falls."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from ledger.models import Entry
from ledger.verify import verify
from reviewers.models import Evidence, Verdict
from sources.errors import NotAllowed, Refused
from sources.models import Document
from summaries.models import Change, Correction, Representation, Summary, Withholding
from summaries.told.protect import protect_document, unprotect_document
from tests import cast
from tests.summaries.conftest import Desk
from tests.summaries.public import ground

LINK = f'<p>See <a href="{ground.ADDRESS}">their list</a>.</p>'


@pytest.fixture
def document(desk: Desk) -> Document:
    """What the figure was read from, open, with its address."""
    return ground.text(desk.figure, publisher=desk.party)


def state(summary: Summary) -> str:
    stored = Representation.objects.get(summary=summary, format="json")
    said: str = json.loads(bytes(stored.bytes))["live"]["state"]
    return said


def close(desk: Desk, document: Document) -> None:
    protect_document(by=desk.editor, document=document, reason="They were threatened.")


def quotes(desk: Desk) -> list[dict[str, str]]:
    found: list[dict[str, str]] = Client().get(reverse("api:figure", args=[desk.figure.uid])).json()["quotes"]
    return found


def test_A13_no_quote_and_no_change_ever_given_out_leads_to_it(desk: Desk, document: Document) -> None:
    summary = desk.publish()
    assert quotes(desk)[0]["sha256"] == document.text.blob.sha256
    close(desk, document)
    assert quotes(desk) == [] and state(summary) == "published"
    told = Client().get(reverse("api:changes")).content.decode()
    assert document.text.blob.sha256 not in told and ground.ADDRESS not in told
    last = Change.objects.latest("seq")
    assert last.content["figures"][0]["quotes"] == []
    assert Withholding.objects.filter(change__isnull=False).count() == 1 and verify() == []


@pytest.mark.parametrize("words", [LINK, "<p>It is in “Brought ashore at Port Ansel”.</p>"])
def test_A13_words_that_lead_to_it_give_way_to_a_notice(desk: Desk, document: Document, words: str) -> None:
    summary = desk.publish(desk.write(desk.sentence() + words))
    close(desk, document)
    assert state(summary) == "withdrawn"
    assert Correction.objects.get(figure=None).reason == "safety"
    page = Client().get(reverse("summaries:summary", args=[summary.slug])).content.decode()
    assert "withheld for somebody" in page and ground.ADDRESS not in page


def test_W10_what_was_signed_on_it_as_on_an_open_one_falls(desk: Desk, document: Document) -> None:
    verdict = Verdict.objects.get()
    Evidence.objects.create(verdict=verdict, position=0, document=document)
    summary = desk.publish()
    close(desk, document)
    desk.figure.refresh_from_db()
    assert desk.figure.status == "unreviewed"
    entry = Entry.objects.get(act="reviewers.void_verdicts")
    assert entry.codes["why"] == "evidence_protected" and entry.is_protected
    assert (
        "not signed since" in bytes(Representation.objects.get(summary=summary, format="json").bytes).decode()
    )
    assert Correction.objects.get(figure=desk.figure).reason == "status_fell"


def test_who_signed_it_knowing_that_it_was_protected_has_signed(desk: Desk, document: Document) -> None:
    Evidence.objects.create(verdict=Verdict.objects.get(), position=0, document=document, is_protected=True)
    close(desk, document)
    desk.figure.refresh_from_db()
    assert desk.figure.status == "attributed"


def test_opening_it_again_restores_nothing_silently(desk: Desk, document: Document) -> None:
    Evidence.objects.create(verdict=Verdict.objects.get(), position=0, document=document)
    summary = desk.publish(desk.write(desk.sentence() + LINK))
    close(desk, document)
    before = Change.objects.count()
    document.refresh_from_db()
    unprotect_document(by=desk.editor, document=document, reason="The name was public.")
    desk.figure.refresh_from_db()
    assert state(summary) == "withdrawn" and desk.figure.status == "unreviewed"
    assert Client().get(reverse("summaries:version", args=[summary.slug, 1])).status_code == 410
    assert quotes(desk) != []  # what can be read anew is told
    assert Change.objects.count() == before + 1
    assert Change.objects.latest("seq").content["figures"][0]["quotes"] == quotes(desk)
    assert verify() == []


def test_the_same_words_may_go_out_anew_once_nothing_in_them_is_protected(
    desk: Desk, document: Document
) -> None:
    summary = desk.publish(desk.write(desk.sentence() + LINK))
    close(desk, document)
    document.refresh_from_db()
    unprotect_document(by=desk.editor, document=document, reason="The name was public.")
    assert desk.save(summary, desk.sentence() + LINK).n == 3
    desk.publish(summary)
    assert state(summary) == "published"
    assert Client().get(reverse("summaries:version", args=[summary.slug, 1])).status_code == 410
    assert Client().get(reverse("summaries:version", args=[summary.slug, 2])).status_code == 200


def test_the_desk_says_what_was_withheld(desk: Desk, document: Document) -> None:
    desk.publish(desk.write(desk.sentence() + LINK))
    close(desk, document)
    client = Client()
    client.force_login(desk.editor)
    for address in (reverse("newsroom:desk"), reverse("summaries:desk-corrections")):
        assert "withheld for somebody" in client.get(address).content.decode()


def test_a_document_nothing_in_print_leads_to_changes_nothing_in_print(desk: Desk) -> None:
    desk.publish()
    before = Entry.objects.count()
    close(desk, cast.document("Nobody printed this."))
    assert [entry.act for entry in Entry.objects.filter(seq__gt=before)] == ["sources.protect_document"]
    assert Change.objects.count() == 1


def test_it_needs_a_reason_and_one_who_may(desk: Desk, document: Document) -> None:
    with pytest.raises(Refused):
        protect_document(by=desk.editor, document=document, reason=" ")
    for role in (None, "contributor", "publisher", "auditor", "administrator"):
        for act in (protect_document, unprotect_document):
            with pytest.raises(NotAllowed):
                act(by=cast.person(role), document=document, reason="x")
    document.refresh_from_db()
    assert not document.is_protected


def test_the_page_at_the_desk_calls_this_act(desk: Desk, document: Document) -> None:
    summary = desk.publish(desk.write(desk.sentence() + LINK))
    client = Client()
    client.force_login(desk.editor)
    address = reverse("summaries:protect-document", args=[document.uid])
    assert client.post(address, {"reason": "They were threatened."}).status_code == 302
    assert state(summary) == "withdrawn"

"""A document brought in by mistake is withdrawn, its figures lose it as support, and all of it can be restored."""

from typing import Any

import pytest

from claims.bring_in import bring_in
from claims.filing import file_mention
from claims.models import Figure, Measure, Mention
from claims.withdraw import restore_document, withdraw_document
from ledger.models import Entry
from sources.describe import token
from sources.errors import NotAllowed, NotNow, OutOfDate, Refused
from sources.models import Document
from tests import cast

pytestmark = pytest.mark.django_db

FIRST = "The Harbour Watch said on 17 May 2031 that more than 60 people were brought ashore at Port Ansel."
SECOND = "On 17 May 2031, the Harbour Watch said, more than 60 people were brought ashore."


@pytest.fixture
def measure() -> Measure:
    cast.source("Harbour Watch")
    return cast.measure()


def bring(words: str) -> Document:
    return bring_in(by=cast.person("contributor"), content=words.encode(), how="paste").documents[0]


def filed(document: Document, measure: Measure | None = None, figure: Figure | None = None) -> Figure:
    mention = document.mentions.get(quote="more than 60")
    return file_mention(
        by=cast.person("contributor"), mention=mention, seen=mention.token, measure=measure, figure=figure
    )


def withdraw(document: Document, **changes: Any) -> Document:
    by = changes.pop("by", None) or cast.person("editor")
    return withdraw_document(
        **{"by": by, "document": document, "reason": "Not ours.", "seen": token(document), **changes}
    )


def test_a_withdrawn_document_stays_with_its_mentions_and_stands_no_more() -> None:
    document = bring(FIRST)
    withdraw(document)
    assert not Document.objects.standing().exists() and not Mention.objects.to_sort().exists()
    assert document.mentions.filter(state="proposed").exists()


def test_a_signed_figure_left_without_words_falls_with_the_reason(measure: Measure) -> None:
    document = bring(FIRST)
    figure = cast.signed(filed(document, measure))
    withdraw(document)
    figure.refresh_from_db()
    assert (figure.status, figure.state.n) == ("unreviewed", 2)
    assert figure.state.reason == "The document it stood in was withdrawn."
    assert figure.state.measure == measure and figure.mentions.count() == 1


def test_a_figure_that_stands_elsewhere_is_led_by_the_other_mention(measure: Measure) -> None:
    first, second = bring(FIRST), bring(SECOND)
    figure = filed(first, measure)
    filed(second, figure=figure)
    withdraw(first)
    figure.refresh_from_db()
    assert figure.state.lead_mention and figure.state.lead_mention.document == second


def test_an_unsigned_figure_that_is_led_from_elsewhere_keeps_its_state(measure: Measure) -> None:
    first, second = bring(FIRST), bring(SECOND)
    figure = filed(first, measure)
    filed(second, figure=figure)
    n = Figure.objects.get().state.n
    withdraw(second)
    assert Figure.objects.get().state.n == n


def test_restoring_brings_the_document_and_its_lead_back_but_no_signature(measure: Measure) -> None:
    first, second = bring(FIRST), bring(SECOND)
    figure = filed(first, measure)
    filed(second, figure=figure)
    withdraw(first)
    restore_document(by=cast.person("editor"), document=first, seen=token(Document.objects.get(pk=first.pk)))
    figure.refresh_from_db()
    assert figure.state.lead_mention and figure.state.lead_mention.document == first
    assert figure.status == "unreviewed" and Document.objects.standing().count() == 2


def test_a_listing_goes_and_comes_back_with_its_parts() -> None:
    page = "\n\n\n".join(
        f"{FIRST} This is the entry of day {n}, which has words of its own." for n in range(3)
    )
    whole = bring(page)
    withdraw(whole)
    part = whole.parts.all()[0]
    assert not Document.objects.standing().exists()
    with pytest.raises(NotNow, match="page it stands on"):
        restore_document(by=cast.person("editor"), document=part, seen=token(part))
    restore_document(by=cast.person("editor"), document=whole, seen=token(Document.objects.get(pk=whole.pk)))
    assert Document.objects.standing().count() == 4


def test_each_act_has_its_entry_that_commits_to_the_states(measure: Measure) -> None:
    document = bring(FIRST)
    figure = filed(document, measure)
    withdraw(document)
    entry = Entry.objects.get(act="claims.withdraw_document")
    assert entry.subject.endswith(str(document.uid)) and entry.codes["n_figures"] == 1
    figure.refresh_from_db()
    assert f"row.figurestate:{figure.current_state_id}" in entry.commitments
    assert entry.detail.words["reason"] == "Not ours."


@pytest.mark.parametrize("role", [None, "publisher", "auditor", "administrator"])
def test_who_does_not_work_on_texts_may_not(role: str | None) -> None:
    with pytest.raises(NotAllowed):
        withdraw(bring(FIRST), by=cast.person(role))


def test_it_refuses_without_a_reason_twice_and_on_a_stale_form() -> None:
    document = bring(FIRST)
    seen = token(document)
    with pytest.raises(Refused):
        withdraw(document, reason="  ")
    withdraw(document)
    with pytest.raises(OutOfDate):
        withdraw(document, seen=seen)
    with pytest.raises(NotNow):
        withdraw(document, seen=token(Document.objects.get()))
    with pytest.raises(OutOfDate):
        restore_document(by=cast.person("editor"), document=document, seen=seen)


def test_a_protected_document_is_closed_to_who_may_not_see_it() -> None:
    by = cast.person("contributor")
    document = bring_in(by=by, content=FIRST.encode(), how="paste", is_protected=True).documents[0]
    with pytest.raises(NotAllowed):
        withdraw(document, by=by)
    withdraw(document)
    assert Entry.objects.get(act="claims.withdraw_document").is_protected

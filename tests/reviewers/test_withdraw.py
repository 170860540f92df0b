"""W10: a document goes, and with it every signature that leaned on it, whether it stated the figure or not."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Figure
from claims.withdraw import restore_document
from ledger.models import Entry
from ledger.verify import verify as verify_chain
from reviewers.models import Reviewer, Verdict
from reviewers.queue import queue
from reviewers.sign import EvidenceItem
from reviewers.withdraw import withdraw_document
from sources.describe import token
from sources.errors import NotAllowed, OutOfDate
from sources.models import Document
from tests import cast
from tests.reviewers.desk import attribute, now, said_figure, verify

pytestmark = pytest.mark.django_db


def test_W10_a_figure_falls_when_its_document_is_withdrawn(made: Figure, ana: Reviewer) -> None:
    attribute(made, ana)
    _withdraw(made.state.lead_mention.document)
    figure = now(made)
    assert figure.status == "unreviewed" and "withdrawn" in figure.state.reason


def test_W10_a_figure_falls_when_the_document_given_as_its_record_is_withdrawn(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    other = said_figure(cast.measure("People fed"))
    record = EvidenceItem(document=other.state.lead_mention.document)
    for person in (ana, ben):
        verify(made, person, evidence=[record])
    assert now(made).status == "verified"
    _withdraw(other.state.lead_mention.document)
    assert now(made).status == "unreviewed"
    assert Entry.objects.filter(act="reviewers.void_verdicts").count() == 1


def test_W10_a_record_that_states_no_figure_takes_its_signatures_with_it(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    record = _register()
    for person in (ana, ben):
        verify(made, person, evidence=[EvidenceItem(document=record)])
    _withdraw(record)
    figure = now(made)
    assert (figure.status, figure.signer_1, figure.state.n) == ("unreviewed", None, 1)
    assert not Verdict.objects.live().exists()
    entry = Entry.objects.get(act="reviewers.void_verdicts")
    assert (entry.codes["why"], entry.codes["because"]) == ("evidence_withdrawn", str(record.uid))
    (group,) = queue(cast.person())
    assert group.rows[0].why == "Its evidence was withdrawn"
    client = Client()
    client.force_login(ana)
    page = client.get(reverse("reviewers:figure", args=[made.uid])).content.decode()
    assert "withdrawn: Its evidence was withdrawn" in page


@pytest.mark.parametrize("as_what", ["document", "mention", "capture"])
def test_W10_a_signature_falls_however_it_pointed_at_what_went(
    made: Figure, ana: Reviewer, ben: Reviewer, as_what: str
) -> None:
    record = _register()
    item = {
        "document": EvidenceItem(document=record),
        "mention": EvidenceItem(mention=cast.mention(record, "64", low=64, state="accepted")),
        "capture": EvidenceItem(capture=record.capture),
    }[as_what]
    for person in (ana, ben):
        verify(made, person, evidence=[item])
    assert now(made).status == "verified"
    _withdraw(record)
    assert now(made).status == "unreviewed"


def test_W10_only_what_leaned_on_it_falls(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    """A first signature that waits goes; the attribution somebody signed on the party's own words stands."""
    record = _register()
    attribute(made, ana)
    verify(made, ben, evidence=[EvidenceItem(document=record)])
    _withdraw(record)
    assert now(made).status == "attributed"
    assert [verdict.by for verdict in Verdict.objects.live()] == [ana]


def test_W10_what_rested_on_a_figure_that_fell_falls_with_it(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    other = said_figure(made.state.measure, by=cast.source("Pier Aid"))
    record = _register()
    for person in (ana, ben):
        verify(other, person, evidence=[EvidenceItem(document=record)])
        verify(made, person, reason="two_originators", evidence=[EvidenceItem(figure=other)])
    _withdraw(record)
    assert (now(other).status, now(made).status) == ("unreviewed", "unreviewed")
    assert Entry.objects.filter(act="reviewers.void_verdicts").count() == 2 and verify_chain() == []


def test_W10_restoring_a_document_restores_no_signature(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    record = _register()
    for person in (ana, ben):
        verify(made, person, evidence=[EvidenceItem(document=record)])
    _withdraw(record)
    record.refresh_from_db()
    restore_document(by=cast.person("editor"), document=record, seen=token(record))
    assert now(made).status == "unreviewed" and not Verdict.objects.live().exists()


def test_W10_a_stale_form_lets_nothing_fall(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    record = _register()
    for person in (ana, ben):
        verify(made, person, evidence=[EvidenceItem(document=record)])
    with pytest.raises(OutOfDate):
        withdraw_document(by=cast.person("editor"), document=record, reason="Not ours.", seen="another")
    assert now(made).status == "verified"


def test_who_may_not_withdraw_lets_nothing_fall(made: Figure) -> None:
    record = _register()
    with pytest.raises(NotAllowed):
        withdraw_document(by=cast.person("auditor"), document=record, reason="x", seen=token(record))


def _register() -> Document:
    return cast.document("The port's own register of 17 May 2031 lists 64 names.")


def _withdraw(document: Document) -> None:
    document = Document.objects.get(pk=document.pk)
    withdraw_document(
        by=cast.person("editor"), document=document, reason="Brought in twice.", seen=token(document)
    )

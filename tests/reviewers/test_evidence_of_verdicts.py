"""What a verdict rests on: the figure falls with it, and protected evidence is marked."""

from typing import Any

import pytest

from claims.models import Figure
from ledger.models import Entry
from reviewers.errors import BadVerdict, NotAllowed
from reviewers.models import Evidence, Reviewer, Verdict
from reviewers.sign import EvidenceItem, sign, what_it_takes, withdraw_verdict
from sources.models import Document, Source
from tests import cast
from tests.reviewers.desk import attribute, dispute, now, restate, said_figure, words_of

pytestmark = pytest.mark.django_db


def corroborated(ana: Reviewer, ben: Reviewer) -> tuple[Figure, Figure]:
    """A figure verified by two originators, and the other figure it rests on."""
    made = said_figure()
    other = said_figure(
        made.state.measure, by=cast.source("Harbour Office", "official"), low=64, high=64, comparator="exact"
    )
    for person in (ana, ben):
        attribute(
            made, person, status="verified", reason="two_originators", evidence=[EvidenceItem(figure=other)]
        )
    return made, other


def test_a_new_verdict_outlives_the_fall_of_a_figure_that_rested_on_the_earlier_one(
    ana: Reviewer, ben: Reviewer
) -> None:
    made, other = corroborated(ana, ben)
    attribute(other, ana)
    assert (now(made).status, now(other).status) == ("verified", "attributed")
    second = attribute(
        other, ana, status="verified", reason="two_originators", evidence=[EvidenceItem(figure=made)]
    )
    assert (now(made).status, now(other).status) == ("unreviewed", "unreviewed")
    assert Verdict.objects.get(withdrawn_at=None) == second


def test_a_figure_falls_when_the_figure_it_rests_on_says_something_new(ana: Reviewer, ben: Reviewer) -> None:
    made, other = corroborated(ana, ben)
    restate(other, cast.person("editor"), counted="persons")
    assert now(made).status == "unreviewed"
    entry = Entry.objects.get(act="reviewers.void_verdicts")
    assert entry.codes["because"] == str(other.uid)
    assert Verdict.objects.filter(withdrawn_at__isnull=False).count() == 2


@pytest.mark.parametrize("how", ["disputed", "withdrawn"])
def test_a_figure_falls_when_the_status_of_the_figure_it_rests_on_falls(
    ana: Reviewer, ben: Reviewer, how: str
) -> None:
    made, other = corroborated(ana, ben)
    cleo = cast.person("reviewer", "cleo")
    verdict = attribute(other, cleo)
    assert now(made).status == "verified"
    if how == "disputed":
        dispute(other, cast.person())
    else:
        withdraw_verdict(by=cleo, verdict=verdict)
    assert now(made).status == "unreviewed"


def test_two_figures_that_rest_on_each_other_fall_together_and_the_walk_ends(
    ana: Reviewer, ben: Reviewer
) -> None:
    made, other = corroborated(ana, ben)
    for person in (ana, ben):
        attribute(
            other, person, status="verified", reason="two_originators", evidence=[EvidenceItem(figure=made)]
        )
    dispute(other, cast.person())
    assert (now(made).status, now(other).status) == ("unreviewed", "disputed")


def test_a_named_conflict_goes_on_when_the_other_side_is_disputed_too(made: Figure, ana: Reviewer) -> None:
    other = said_figure(made.state.measure, low=58, high=58, comparator="exact")
    dispute(made, ana, evidence=[EvidenceItem(figure=other)])
    dispute(other, ana, evidence=[EvidenceItem(figure=made)])
    assert (now(made).status, now(other).status) == ("disputed", "disputed")


def test_a_superseded_figure_falls_when_the_later_one_is_no_longer_later(made: Figure, ana: Reviewer) -> None:
    later = said_figure(made.state.measure, low=80, as_of="2031-05-19")
    attribute(made, ana, status="superseded", reason="replaced", evidence=[], superseded_by=later)
    restate(later, cast.person("editor"), counted="persons")
    assert now(made).status == "superseded"
    restate(later, cast.person("editor"), as_of=made.state.as_of)
    assert now(made).status == "unreviewed"


def test_W10_evidence_in_a_withdrawn_document_carries_nothing(made: Figure, ana: Reviewer) -> None:
    evidence = [words_of(made)]
    Document.objects.update(state="withdrawn")
    evidence[0].mention.refresh_from_db()
    with pytest.raises(BadVerdict):
        attribute(made, ana, evidence=evidence)


@pytest.mark.parametrize("where", ["document", "capture", "originator", "item"])
def test_evidence_that_leads_to_something_protected_is_marked_by_itself(ana: Reviewer, where: str) -> None:
    made = said_figure()
    document = made.state.lead_mention.document
    items = [words_of(made)]
    if where == "document":
        Document.objects.update(is_protected=True)
        items = [words_of(made)]
    elif where == "capture":
        document.capture.is_protected = True
        document.capture.save()
        items = [words_of(made)]
    elif where == "item":
        items = [*items, EvidenceItem(note="A call to the port.", is_protected=True)]
    else:
        Source.objects.filter(pk=made.state.originator_id).update(is_protected=True, public_label="a group")
        made = now(made)
    attribute(made, ana, evidence=items)
    assert Entry.objects.get(act="reviewers.sign").is_protected
    if where != "originator":
        assert Evidence.objects.order_by("-position").first().is_protected


@pytest.mark.parametrize("item", [EvidenceItem(), EvidenceItem(note="x", document=Document(pk=1))])
def test_a_piece_of_evidence_is_exactly_one_thing(made: Figure, ana: Reviewer, item: EvidenceItem) -> None:
    with pytest.raises(BadVerdict, match="one thing"):
        attribute(made, ana, evidence=[words_of(made), item])


def test_a_figure_is_no_evidence_for_itself(made: Figure, ana: Reviewer) -> None:
    with pytest.raises(BadVerdict, match="itself"):
        dispute(made, ana, evidence=[EvidenceItem(figure=made)])


def test_L09_a_signature_that_fails_leaves_nothing(made: Figure, ana: Reviewer, monkeypatch: Any) -> None:
    def fail(**_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reviewers.sign.append", fail)
    with pytest.raises(ZeroDivisionError):
        attribute(made, ana)
    assert not Verdict.objects.exists() and now(made).status == "unreviewed" and not Entry.objects.exists()


def test_what_it_takes_says_why_each_status_is_open_or_closed(made: Figure, ana: Reviewer) -> None:
    choices = {choice.status: choice for choice in what_it_takes(made, ana)}
    assert list(choices) == ["verified", "attributed", "disputed", "superseded", "unverifiable", "false"]
    assert choices["attributed"].is_open and choices["verified"].needs_second
    assert choices["superseded"].note == "closed: its measure has no later figure"


def test_the_machine_signs_nothing(made: Figure) -> None:
    with pytest.raises(NotAllowed):
        sign(by=Reviewer.objects.machine(), figure=made, seen=1, status="attributed", reason="own_words",
             rationale="x", credibility=1, evidence=[words_of(made)])  # fmt: skip

"""Signing: what each status needs, who may not, and what a signature binds to."""

from typing import Any

import pytest
from django.db import transaction

from claims.models import Figure, Hand
from claims.states import new_state
from claims.withdraw import withdraw_document
from ledger import clock
from ledger.append import append
from ledger.models import Detail, Entry
from ledger.verify import verify as verify_chain
from reviewers.errors import BadVerdict, MakerCannotSign, NotAllowed, NotFound, OutOfDate
from reviewers.models import Evidence, Reviewer, Verdict
from reviewers.queue import queue
from reviewers.sign import EvidenceItem, sign, what_it_takes, withdraw_verdict
from sources.describe import token
from sources.models import Document, Source
from tests import cast
from tests.reviewers.desk import attribute, dispute, now, said_figure, verify, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Figure:
    return said_figure()


@pytest.fixture
def ana() -> Reviewer:
    return cast.person("reviewer", "ana")


@pytest.fixture
def ben() -> Reviewer:
    return cast.person("reviewer", "ben")


def restate(made: Figure, by: Reviewer, **what: Any) -> None:
    """A new state, as an act of claims makes it."""
    with transaction.atomic():
        figure = Figure.objects.select_for_update().get(pk=made.pk)
        new_state(figure, by=by, reason="The source was read again.", **what)
        append(act="claims.restate", by=by, subject="urn:countersign:figure:1")


# --- attributed ----------------------------------------------------------------------------------------------------


def test_one_reviewer_attributes_with_the_originators_own_words(made: Figure, ana: Reviewer) -> None:
    verdict = attribute(made, ana)
    figure = now(made)
    assert (figure.status, figure.signer_1, figure.signer_2) == ("attributed", ana, None)
    entry = Entry.objects.get(act="reviewers.sign")
    assert entry.codes["signed"] == entry.codes["status"] == "attributed" and entry.codes["state"] == 1
    assert {f"row.verdict:{verdict.pk}", f"row.evidence:{verdict.evidence.get().pk}"} <= set(
        entry.commitments
    )
    assert Detail.objects.get(entry=entry).words["rationale"] == "The statement is on the desk."
    assert verify_chain() == []


def test_attributed_needs_a_mention_of_this_very_figure(made: Figure, ana: Reviewer) -> None:
    other = said_figure(made.state.measure, low=70)
    for evidence in ([], [words_of(other)], [EvidenceItem(note="I heard it.")], [EvidenceItem(figure=other)]):
        with pytest.raises(BadVerdict, match="own words"):
            attribute(made, ana, evidence=evidence)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"originator": None}, "originator is not known"),
        ({"as_of_edtf": ""}, "no date"),
        ({"value_state": "unknown", "comparator": "exact", "low": None}, "no value"),
        ({"measure": None}, "no measure"),
    ],
)
def test_attributed_needs_a_measure_a_value_a_date_and_an_originator(
    made: Figure, ana: Reviewer, changes: dict[str, Any], says: str
) -> None:
    state = made.state
    state.pk, state.n = None, 2
    for name, value in changes.items():
        setattr(state, name, value)
    if "as_of_edtf" in changes:
        state.as_of_earliest = state.as_of_latest = None
    state.save(force_insert=True)
    Figure.objects.filter(pk=made.pk).update(current_state=state)
    with pytest.raises(BadVerdict, match=says):
        attribute(now(made), ana, evidence=[words_of(made)])
    closed = {choice.status: choice for choice in what_it_takes(now(made), ana)}["attributed"]
    assert not closed.is_open and says in closed.note


def test_an_anonymous_party_is_nobody_to_attribute_to(ana: Reviewer) -> None:
    made = said_figure(by=cast.source("a man at the pier", "anonymous"))
    with pytest.raises(BadVerdict, match="has no name"):
        attribute(made, ana)


def test_a_figure_under_a_retired_measure_is_not_signed(made: Figure, ana: Reviewer) -> None:
    measure = made.state.measure
    measure.state = "retired"
    measure.save()
    with pytest.raises(BadVerdict, match="no measure in use"):
        attribute(made, ana)


def test_none_known_is_a_value_that_can_be_attributed(ana: Reviewer) -> None:
    made = said_figure(low=None, comparator="exact")
    made.state.value_state = "none_known"
    made.state.pk, made.state.n = None, 2
    made.state.save(force_insert=True)
    Figure.objects.filter(pk=made.pk).update(current_state=made.state)
    attribute(now(made), ana, evidence=[words_of(made)])
    assert now(made).status == "attributed"


# --- verified ------------------------------------------------------------------------------------------------------


def test_verified_waits_for_a_second_person_and_the_earlier_status_stands(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    attribute(made, cast.person())
    verify(made, ana)
    assert now(made).status == "attributed"
    verify(made, ben)
    figure = now(made)
    assert (figure.status, figure.signer_1, figure.signer_2) == ("verified", ana, ben)
    assert figure.is_primary_record


def test_one_person_cannot_sign_twice_for_two(made: Figure, ana: Reviewer) -> None:
    verify(made, ana)
    verify(made, ana, rationale="I looked at it once more.")
    assert now(made).status == "unreviewed"
    assert Verdict.objects.live().count() == 1 and Verdict.objects.count() == 2


def test_two_originators_need_another_owner_an_agreeing_value_and_an_overlapping_date(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    measure, watch = made.state.measure, made.state.originator
    harbour_office = cast.source("Harbour Office", "official")
    branch = cast.source("Watch, Ansel branch", owner=watch)
    refused = [
        said_figure(measure, by=watch, low=61, comparator="exact"),
        said_figure(measure, by=branch, low=61, comparator="exact"),
        said_figure(measure, by=harbour_office, low=58, high=58, comparator="exact"),
        said_figure(measure, by=harbour_office, low=64, high=64, comparator="exact", as_of="2031-05-19"),
        said_figure(cast.measure("People fed"), by=harbour_office, low=64, high=64, comparator="exact"),
        said_figure(measure, by=cast.source("somebody", "anonymous"), low=64, high=64, comparator="exact"),
    ]
    two = {"status": "verified", "reason": "two_originators"}
    for other in refused:
        with pytest.raises(BadVerdict, match="another originator"):
            attribute(made, ana, **two, evidence=[EvidenceItem(figure=other)])
    agreeing = said_figure(measure, by=harbour_office, low=64, high=64, comparator="exact")
    for person in (ana, ben):
        attribute(made, person, **two, evidence=[EvidenceItem(figure=agreeing)])
    figure = now(made)
    assert figure.status == "verified" and not figure.is_primary_record
    assert Evidence.objects.filter(figure_state=agreeing.state).count() == 2


def test_W11_verified_without_evidence_is_refused(made: Figure, ana: Reviewer) -> None:
    for reason in ("primary_record", "two_originators"):
        with pytest.raises(BadVerdict):
            verify(made, ana, reason=reason, evidence=[])
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "unreviewed"},
        {"status": "published"},
        {"status": ""},
        {"reason": "shown_wrong"},
        {"reason": "x"},
        {"credibility": 0},
        {"credibility": 7},
        {"rationale": "  "},
        {"rationale": "x" * 2001},
        {"superseded_by": "itself"},
    ],
)
def test_W11_an_unknown_step_is_refused(made: Figure, ana: Reviewer, changes: dict[str, Any]) -> None:
    if "superseded_by" in changes:
        changes = {"superseded_by": made}
    with pytest.raises(BadVerdict):
        attribute(made, ana, **changes)
    assert now(made).status == "unreviewed" and not Entry.objects.exists()


def test_a_measure_that_asks_for_a_blind_reading_keeps_verified_closed(made: Figure, ana: Reviewer) -> None:
    measure = made.state.measure
    measure.needs_blind_reading = True
    measure.save()
    with pytest.raises(BadVerdict, match="blind second reading"):
        verify(made, ana)
    attribute(made, ana)


# --- disputed, superseded, unverifiable, false ---------------------------------------------------------------------


def test_disputed_names_the_conflict(made: Figure, ana: Reviewer) -> None:
    with pytest.raises(BadVerdict, match="Name the conflict"):
        dispute(made, ana, evidence=[words_of(made)])
    other = said_figure(made.state.measure, low=58, high=58, comparator="exact")
    dispute(made, ana, evidence=[EvidenceItem(figure=other)], reason="parties_conflict")
    assert now(made).status == "disputed"


def test_superseded_names_a_later_figure_of_the_same_measure(made: Figure, ana: Reviewer) -> None:
    measure = made.state.measure
    later = said_figure(measure, low=80, as_of="2031-05-19")
    others = [
        None,
        made,
        said_figure(measure, low=70),
        said_figure(cast.measure("People fed"), as_of="2031-05-19"),
    ]
    replaced = {"status": "superseded", "reason": "replaced", "evidence": []}
    for other in others:
        with pytest.raises(BadVerdict):
            attribute(made, ana, **replaced, superseded_by=other)
    attribute(made, ana, **replaced, superseded_by=later)
    assert (now(made).status, now(made).superseded_by) == ("superseded", later)


def test_unverifiable_says_what_was_tried(made: Figure, ana: Reviewer) -> None:
    attribute(made, ana, status="unverifiable", reason="untraceable", evidence=[], rationale="Called twice.")
    assert now(made).status == "unverifiable"


def test_false_needs_two_people_and_what_shows_it(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    wrong = {"status": "false", "reason": "shown_wrong"}
    with pytest.raises(BadVerdict, match="shows it to be wrong"):
        attribute(made, ana, **wrong, evidence=[])
    for person, status in ((ana, "unreviewed"), (ben, "false")):
        attribute(made, person, **wrong, evidence=[EvidenceItem(note="The list names 12.")])
        assert now(made).status == status


def test_any_one_reviewer_lowers_a_status(made: Figure, ana: Reviewer, ben: Reviewer) -> None:
    verify(made, ana)
    verify(made, ben)
    dispute(made, cast.person())
    assert now(made).status == "disputed" and now(made).signer_2 is None


# --- who ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["contributor", "editor", "publisher", "auditor", "administrator", None])
def test_only_reviewers_sign(made: Figure, role: str | None) -> None:
    person = cast.person(role)
    with pytest.raises(NotAllowed):
        attribute(made, person)
    assert all(not choice.is_open for choice in what_it_takes(made, person))


@pytest.mark.parametrize("what", Hand.What.values)
def test_W01_makers_cannot_sign(made: Figure, ana: Reviewer, what: str) -> None:
    Hand.objects.create(figure=made, person=ana, what=what, at=cast.NOON)
    with pytest.raises(MakerCannotSign):
        attribute(made, ana)
    assert all("you entered or corrected" in choice.note for choice in what_it_takes(made, ana))


def test_W08_a_signature_stands_when_its_signer_is_shut_out_later(made: Figure, ana: Reviewer) -> None:
    attribute(made, ana)
    Reviewer.objects.filter(pk=ana.pk).update(is_active=False)
    dispute(made, cast.person())
    assert now(made).status == "disputed"
    with pytest.raises(NotAllowed):
        attribute(made, Reviewer.objects.get(pk=ana.pk))


# --- stale, twice, taken back --------------------------------------------------------------------------------------


def test_W03_a_form_about_an_earlier_state_is_answered_with_both_versions(
    made: Figure, ana: Reviewer
) -> None:
    restate(made, cast.person("editor"), counted="persons")
    with pytest.raises(OutOfDate) as conflict:
        attribute(made, ana, seen=1)
    assert (
        conflict.value.yours["Figure"]
        and conflict.value.now["Why it changed"] == "The source was read again."
    )
    with pytest.raises(NotFound):
        attribute(made, ana, seen=9)
    attribute(now(made), ana)


def test_W05_one_verdict_sent_a_hundred_times_is_one_verdict(made: Figure, ana: Reviewer) -> None:
    verdicts = {attribute(made, ana).pk for _ in range(100)}
    assert len(verdicts) == 1 and Entry.objects.filter(act="reviewers.sign").count() == 1


def test_signing_anew_withdraws_ones_earlier_verdict_and_keeps_it(made: Figure, ana: Reviewer) -> None:
    first = attribute(made, ana)
    with clock.held_at(cast.NOON):
        dispute(made, ana)
    first.refresh_from_db()
    assert first.withdrawn_at == cast.NOON and now(made).status == "disputed"
    assert f"row.verdict:{first.pk}" in Entry.objects.order_by("-seq")[0].commitments


def test_a_withdrawn_verdict_leaves_what_the_others_come_to(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    attribute(made, cast.person())
    verify(made, ana)
    verdict = verify(made, ben)
    withdraw_verdict(by=ben, verdict=verdict)
    withdraw_verdict(by=ben, verdict=verdict)
    assert now(made).status == "attributed"
    assert Entry.objects.filter(act="reviewers.withdraw_verdict").count() == 1
    with pytest.raises(NotAllowed):
        withdraw_verdict(by=ben, verdict=Verdict.objects.filter(by=ana).get())


def test_the_last_verdict_withdrawn_leaves_the_figure_unreviewed(made: Figure, ana: Reviewer) -> None:
    withdraw_verdict(by=ana, verdict=attribute(made, ana))
    assert (now(made).status, now(made).signer_1) == ("unreviewed", None)


def test_a_new_state_drops_the_status_and_the_old_verdict_counts_no_more(made: Figure, ana: Reviewer) -> None:
    verify(made, ana)
    restate(made, cast.person("editor"), counted="persons")
    verify(now(made), cast.person(), evidence=[EvidenceItem(document=made.state.lead_mention.document)])
    assert now(made).status == "unreviewed"


# --- what it rests on ----------------------------------------------------------------------------------------------


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


def test_W10_a_record_that_states_no_figure_brings_its_figure_back_into_the_queue(
    made: Figure, ana: Reviewer, ben: Reviewer
) -> None:
    """Nothing moves when such a document goes, so no news reaches reviewers; the queue shows it instead."""
    record = cast.document("The port's own register of 17 May 2031 lists 64 names.")
    for person in (ana, ben):
        verify(made, person, evidence=[EvidenceItem(document=record)])
    _withdraw(record)
    (group,) = queue(cast.person())
    assert (group.code, group.rows[0].why) == ("conflict", "Its evidence was withdrawn")


def _withdraw(document: Document) -> None:
    document = Document.objects.get(pk=document.pk)
    withdraw_document(
        by=cast.person("editor"), document=document, reason="Brought in twice.", seen=token(document)
    )

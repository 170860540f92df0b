"""Signing: what each status needs, who may not, and what a signature binds to."""

from typing import Any

import pytest

from claims.models import Figure, Hand
from ledger import clock
from ledger.models import Detail, Entry
from ledger.verify import verify as verify_chain
from reviewers.errors import BadVerdict, MakerCannotSign, NotAllowed, NotFound, OutOfDate
from reviewers.models import Evidence, Reviewer, Verdict
from reviewers.sign import EvidenceItem, what_it_takes, withdraw_verdict
from tests import cast
from tests.reviewers.desk import attribute, dispute, now, restate, said_figure, verify, words_of

pytestmark = pytest.mark.django_db


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

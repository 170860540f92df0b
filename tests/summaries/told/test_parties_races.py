"""Somebody is protected, or a house found, while texts go out: PostgreSQL shows what SQLite's one writer hides."""

import json
from typing import Any

import pytest

from claims.models import Figure
from claims.restate import restate
from claims.values import checked
from reviewers.withdraw import withdraw_document
from sources.describe import token
from sources.models import Source
from summaries import publish
from summaries.errors import Stopped
from summaries.models import Change, Representation, Revision, Summary, Version
from summaries.told import parties
from summaries.told.protect import protect_document
from tests import cast
from tests.claims import filed
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.public import ground
from tests.summaries.test_races import ROUNDS, at_once, kinds
from tests.summaries.told.test_parties import label, two_voices

pytestmark = pytest.mark.django_db(transaction=True)


def given_out(summary: Summary) -> str:
    """Everything the API gives of a summary and of what changed about it, as it is stored and kept back."""
    stored = Representation.objects.filter(summary=summary)
    changes = Change.objects.filter(withholding=None, subject=f"urn:countersign:summary:{summary.uid}")
    versions = Version.objects.filter(summary=summary, withholding=None)
    told = [bytes(row.bytes).decode() for row in [*stored, *versions]]
    return json.dumps([*told, *(change.content for change in changes)], ensure_ascii=False)


def ready(desk: Desk, n: int) -> tuple[Source, Summary]:
    """A party of this round, and an approved text that names it."""
    party = cast.source(f"Lantern {'x' * (n + 3)}")
    figure = cast.signed(cast.figure(desk.figure.state.measure, low=n + 1, originator=party))
    summary = desk.write(f"<p>{party.name} said that {desk.node(figure)} came.</p>", headline="Ashore")
    desk.approve(summary)
    return party, summary


def test_W20_a_party_protected_while_a_text_that_names_it_goes_out_is_named_by_neither() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        party, summary = ready(desk, n)
        results = at_once(
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=2),
            lambda party=party: parties.protect_source(by=desk.editor, source=party, public_label="somebody"),
        )
        assert kinds(results) in (["Source", "Stopped"], ["Source", "Version"]), results
        assert party.name not in given_out(summary)
        summary.refresh_from_db()
        if summary.current_version_id:
            assert summary.corrections.get().reason == "safety"


def test_a_party_protected_while_its_figure_moves_waits_for_no_one_that_waits_for_it() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        party, summary = ready(desk, n)
        publish.publish(by=desk.other_publisher, summary=summary, seen=2)
        figure = Figure.objects.get(current_state__originator=party)
        results = at_once(
            lambda figure=figure, n=n: restate(
                by=desk.editor, figure=figure, seen=1, value=checked(low=n + 500), reason="Read again."
            ),
            lambda party=party: parties.protect_source(by=desk.editor, source=party, public_label="somebody"),
        )
        assert kinds(results) == ["FigureState", "Source"], results


def test_a_figure_that_moves_while_its_text_goes_out_anew_waits_for_no_one_that_waits_for_it() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        _party, summary = ready(desk, n)
        publish.publish(by=desk.other_publisher, summary=summary, seen=2)
        figure = Figure.objects.get(uses__revision=summary.current_revision_id)
        revision = Revision.objects.get(pk=summary.current_revision_id)
        desk.save(summary, revision.body.replace("came", "came again"))
        desk.approve(summary)
        results = at_once(
            lambda figure=figure, n=n: restate(
                by=desk.editor, figure=figure, seen=1, value=checked(low=n + 500), reason="Read again."
            ),
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=3),
        )
        assert kinds(results) in (["FigureState", "Stopped"], ["FigureState", "Version"]), results


def test_two_parties_protected_at_once_are_both_kept_back() -> None:
    desk = make_desk()
    for n in range(max(2, ROUNDS // 4)):
        party, other = (cast.source(f"{of} {'y' * (n + 3)}") for of in ("Boatmen", "Ferrymen"))
        summary = desk.write(f"<p>{party.name} and {other.name} were there.</p>", headline="Ashore")
        desk.approve(summary)
        publish.publish(by=desk.other_publisher, summary=summary, seen=2)
        results = at_once(
            *(
                lambda one=one: parties.protect_source(by=desk.editor, source=one, public_label="somebody")
                for one in (party, other)
            )
        )
        assert kinds(results) == ["Source", "Source"], results
        assert party.name not in given_out(summary) and other.name not in given_out(summary)


def test_a_house_found_while_a_text_goes_out_is_counted_in_what_is_stored() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        measure = cast.measure(f"Boats {'x' * (n + 1)}")
        one = cast.signed(filed.figure(measure, low=n + 1, originator=desk.party))
        other = cast.source(f"Paper {'x' * (n + 1)}")
        filed.figure(measure, low=n + 1, originator=other)
        summary = desk.write(f"<p>Harbour Watch said that {desk.node(one)} came.</p>", headline="Ashore")
        desk.approve(summary)
        results = at_once(
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=2),
            lambda other=other: parties.set_owner(by=desk.editor, source=other, owner=desk.party),
        )
        assert kinds(results) == ["Source", "Version"], results
        assert label(summary).endswith("1 origin")


def test_two_houses_found_at_once_are_both_counted() -> None:
    desk = make_desk()
    _other, _one, summary = two_voices(desk)
    papers = [cast.source(f"Paper {'x' * (n + 1)}") for n in range(2)]
    for paper in papers:
        made = filed.figure(desk.figure.state.measure, originator=paper)
        assert isinstance(made, Figure)
    results = at_once(
        *(lambda one=one: parties.set_owner(by=desk.editor, source=one, owner=desk.party) for one in papers)
    )
    assert kinds(results) == ["Source", "Source"], results
    assert label(summary).endswith("2 origins")


def at_the_same_time(desk: Desk, summary: Summary, act: Any) -> list[Any]:
    return at_once(
        lambda: publish.publish(by=desk.other_publisher, summary=summary, seen=2),
        act,
    )


def test_W10_evidence_that_goes_while_a_text_goes_out_is_seen_by_one_or_the_other() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        figure = cast.signed(cast.figure(desk.figure.state.measure, low=n + 1, originator=desk.party))
        record = cast.document(f"Register {n} of the port.")
        figure.state.verdicts.get().evidence.create(position=0, document=record)
        summary = desk.write(f"<p>Harbour Watch said that {desk.node(figure)} came.</p>", headline="Ashore")
        desk.approve(summary)
        results = at_the_same_time(
            desk, summary,
            lambda record=record: withdraw_document(
                by=desk.editor, document=record, reason="Not ours.", seen=token(record)
            ),
        )  # fmt: skip
        figure.refresh_from_db()
        assert figure.status == "unreviewed" and kinds(results)[0] == "Document", results
        assert isinstance(results[0], Version | Stopped), results
        if isinstance(results[0], Version):
            assert b"not signed since" in bytes(summary.representations.get(format="json").bytes)
            assert summary.corrections.get().reason == "status_fell"


def test_W20_a_document_protected_while_a_text_that_leads_to_it_goes_out_is_led_to_by_neither() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        address = f"https://harbour.example/list/{n}"
        figure = cast.signed(cast.figure(desk.figure.state.measure, low=n + 1, originator=desk.party))
        document = ground.text(figure, words=f"{cast.TEXT} {n}", address=address)
        link = f'<p><a href="{address}">Read it.</a></p>'
        summary = desk.write(f"<p>Harbour Watch said {desk.node(figure)} came.</p>{link}", headline="Ashore")
        desk.approve(summary)
        results = at_the_same_time(
            desk, summary, lambda document=document: protect_document(by=desk.editor, document=document, reason="x")
        )  # fmt: skip
        assert isinstance(results[1], type(document)), results
        assert address not in given_out(summary), results

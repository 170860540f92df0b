"""What the acts of other apps do to summaries: through the signals of claims, with nothing in between."""

import json

import pytest

from claims.filing import file_mention, unfile_mention
from claims.models import Figure
from claims.restate import restate
from claims.values import checked
from ledger.clock import held_at
from ledger.models import Entry
from ledger.verify import verify
from reviewers.sign import EvidenceItem, sign, withdraw_verdict
from summaries import publish
from summaries.errors import Stopped
from summaries.models import Approval, Change, Correction, Representation, Summary
from summaries.public_figures import as_public, lines, signed_enough
from tests import cast
from tests.summaries.conftest import Desk


@pytest.fixture
def summary(desk: Desk) -> Summary:
    """A summary in print whose figure was signed by the act itself."""
    mention = cast.mention(state="accepted")
    figure = cast.figure(desk.figure.state.measure, originator=desk.party, lead=mention)
    mention.figure = figure
    mention.save()
    sign(
        by=cast.person("reviewer"), figure=figure, seen=1, status="attributed", reason="own_words", credibility=2,
        rationale="Its own statement.", evidence=[EvidenceItem(mention=mention)],
    )  # fmt: skip
    return desk.publish(desk.write(f"<p>Harbour Watch said {desk.node(figure)} came.</p>"))


def shown(summary: Summary) -> dict:
    return json.loads(bytes(Representation.objects.get(summary=summary, format="json").bytes))


def test_a_verdict_taken_back_relabels_and_lets_a_correction_fall_due(desk: Desk, summary: Summary) -> None:
    figure = summary.current_version.revision.uses.get().figure  # type: ignore[union-attr]
    verdict = figure.state.verdicts.get()
    withdraw_verdict(by=verdict.by, verdict=verdict)
    assert shown(summary)["live"]["figures"][0]["fell"].endswith("was attributed")
    assert Correction.objects.get().figure == figure
    assert Change.objects.latest("seq").kind == "status"
    assert Entry.objects.filter(act="summaries.relabel").count() == 1


def test_a_restated_figure_keeps_its_new_value_off_the_page_until_it_is_signed(
    desk: Desk, summary: Summary
) -> None:
    figure = summary.current_version.revision.uses.get().figure  # type: ignore[union-attr]
    restate(by=desk.editor, figure=figure, seen=1, value=checked(low=7000), reason="Misread.")
    assert "7,000" not in json.dumps(shown(summary))
    figure.refresh_from_db()
    sign(
        by=cast.person("reviewer"), figure=figure, seen=2, status="attributed", reason="own_words", credibility=2,
        rationale="Read again.", evidence=[EvidenceItem(mention=figure.state.lead_mention)],
    )  # fmt: skip
    live = shown(summary)["live"]["figures"][0]
    assert (live["status"], live["now"].startswith("7,000 people")) == ("attributed", True)
    assert shown(summary)["figures"][0]["number"] == "more than 60 people"


def test_an_approved_text_whose_figure_moves_is_in_review_again(desk: Desk, summary: Summary) -> None:
    figure = summary.current_version.revision.uses.get().figure  # type: ignore[union-attr]
    draft = desk.write(f"<p>Harbour Watch said {desk.node(figure)} came.</p>", headline="Another")
    desk.approve(draft)
    restate(by=desk.editor, figure=figure, seen=1, value=checked(low=61), reason="Misread.")
    draft.refresh_from_db()
    assert (draft.state, Approval.objects.get(summary=draft).void_reason) == ("in_review", "status_changed")
    with pytest.raises(Stopped):
        publish.publish(by=desk.other_publisher, summary=draft, seen=2)


def test_news_of_a_figure_nobody_uses_changes_nothing(desk: Desk) -> None:
    figure = cast.signed(cast.figure(desk.figure.state.measure, originator=desk.party))
    before = Entry.objects.count()
    restate(by=desk.editor, figure=figure, seen=1, value=checked(low=61), reason="Misread.")
    assert [entry.act for entry in Entry.objects.filter(seq__gt=before)] == ["claims.restate"]
    assert not Change.objects.exists()


def test_another_voice_filed_or_taken_away_is_told_at_once_in_what_is_stored(
    desk: Desk, summary: Summary
) -> None:
    def label() -> str:
        return shown(summary)["live"]["figures"][0]["label"]

    other = cast.mention(
        cast.document("Pier Aid: more than 60 people came."), by=["Pier Aid"], state="accepted"
    )
    party, measure = cast.source("Pier Aid"), desk.figure.state.measure
    assert label().endswith("attributed, 1 origin")
    file_mention(by=desk.editor, mention=other, seen=other.token, measure=measure, originator=party)
    assert label().endswith("attributed, 2 origins")
    assert Change.objects.latest("seq").seq == shown(summary)["live"]["change_seq"]
    other.refresh_from_db()
    unfile_mention(by=desk.editor, mention=other, seen=other.token)
    assert label().endswith("attributed, 1 origin")
    assert not Correction.objects.exists() and verify() == []


def test_two_first_signatures_that_never_stood_together_are_not_what_a_figure_was(
    desk: Desk, summary: Summary
) -> None:
    figure = summary.current_version.revision.uses.get().figure  # type: ignore[union-attr]
    verdict, mention = figure.state.verdicts.get(), figure.mentions.get()
    said = {
        "figure": figure, "seen": 1, "status": "verified", "reason": "primary_record", "credibility": 1,
        "rationale": "The list itself.", "evidence": [EvidenceItem(capture=mention.document.capture)],
    }  # fmt: skip
    with held_at(verdict.at) as clock:
        for by in (cast.person("reviewer"), cast.person("reviewer")):
            clock.forward(minutes=1)
            first = sign(by=by, **said)
            clock.forward(minutes=1)
            if verdict.withdrawn_at is None:
                withdraw_verdict(by=by, verdict=first)
                verdict = withdraw_verdict(by=verdict.by, verdict=verdict)
    (printed,) = lines(as_public([Figure.objects.get(pk=figure.pk)])).values()
    assert printed.fell.endswith("was attributed")
    assert signed_enough().get(state=figure.current_state_id).status == "attributed"

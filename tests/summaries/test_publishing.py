"""Publishing: what goes into print never changes, what stands beside it does."""

import json

import pytest

from claims.models import Figure
from claims.signals import figure_status_changed
from ledger.models import Entry
from summaries import corrections, live, publish, review
from summaries.errors import NotAllowed, NotNow, OutOfDate, Stopped
from summaries.models import Change, Correction, Representation, Summary, Version
from tests import cast
from tests.summaries.conftest import Desk


def fall(desk: Desk, status: str = "unreviewed", figure: Figure | None = None) -> None:
    """Move a figure's status as the acts of other apps do: column first, then the signal."""
    figure = figure or desk.figure
    figure.refresh_from_db()
    old, figure.status = figure.status, status
    if status == "unreviewed":
        figure.signer_1 = figure.signer_2 = None
    figure.status_since = cast.NOON
    figure.save()
    figure_status_changed.send(
        sender=Figure, figure=figure, old_status=old, new_status=status, by=desk.editor
    )


def content(summary: Summary, name: str = "json") -> dict:
    return json.loads(bytes(Representation.objects.get(summary=summary, format=name).bytes))


def test_a_summary_is_published_with_the_approval_of_somebody_else(desk: Desk) -> None:
    summary = desk.publish()
    version = summary.current_version
    assert version is not None
    assert (summary.state, version.n, version.kind) == (Summary.State.PUBLISHED, 1, "first")
    written = json.loads(bytes(version.bytes))
    assert written["body"]["text"] == (
        "Harbour Watch said that more than 60 people (as of 17 May 2031, attributed, no origin named) "
        "were brought ashore."
    )
    assert written["figures"][0]["value"] == {
        "state": "known",
        "comparator": "more_than",
        "low": "60",
        "high": None,
    }
    desk.figure.refresh_from_db()
    assert desk.figure.released_at is not None
    assert Entry.objects.latest("seq").act == "summaries.publish"


def test_W01_W02_who_edited_since_the_last_version_cannot_approve(desk: Desk) -> None:
    both = cast.person("editor")
    cast.RoleGrant.objects.create(person=both, role="publisher", since=cast.NOON)
    summary = desk.write()
    desk.save(summary, desk.sentence() + "<p>A word more.</p>", by=both)
    desk.save(summary, desk.sentence())
    with pytest.raises(NotAllowed, match="You edited"):
        review.approve(by=both, summary=summary, seen=4)
    desk.publish(summary)
    desk.save(summary, desk.sentence() + "<p>Since then.</p>")
    assert review.approve(by=both, summary=summary, seen=5).by == both


def test_W03_an_approval_of_what_was_edited_meanwhile_is_out_of_date(desk: Desk) -> None:
    summary = desk.write()
    desk.save(summary, "<p>Newer words.</p>")
    with pytest.raises(OutOfDate) as refusal:
        review.approve(by=desk.publisher, summary=summary, seen=2)
    assert refusal.value.now["body"] == "Newer words."


def test_W05_one_approval_given_again_is_one_approval(desk: Desk) -> None:
    summary = desk.write()
    assert len({desk.approve(summary).pk for _ in range(20)}) == 1
    with pytest.raises(NotNow, match="has approved"):
        review.approve(by=desk.other_publisher, summary=summary, seen=2)


def test_W08_the_approval_of_somebody_who_lost_the_role_no_longer_counts(desk: Desk) -> None:
    summary = desk.write()
    desk.approve(summary)
    desk.publisher.grants.update(until=cast.NOON)
    with pytest.raises(Stopped) as refusal:
        publish.publish(by=desk.other_publisher, summary=summary, seen=2)
    assert [stop.code for stop in refusal.value.stops] == ["no_approval"]


def test_W09_a_figure_disputed_after_approval_stops_publication(desk: Desk) -> None:
    summary = desk.write()
    approval = desk.approve(summary)
    fall(desk)
    approval.refresh_from_db()
    summary.refresh_from_db()
    assert (approval.void_reason, summary.state) == ("status_changed", Summary.State.IN_REVIEW)
    with pytest.raises(Stopped) as refusal:
        publish.publish(by=desk.other_publisher, summary=summary, seen=2)
    assert {stop.code for stop in refusal.value.stops} == {"no_signature", "no_approval"}


def test_W11_publishing_a_draft_is_refused_and_says_why(desk: Desk) -> None:
    summary = desk.write()
    with pytest.raises(Stopped) as refusal:
        publish.publish(by=desk.publisher, summary=summary, seen=2)
    assert refusal.value.stops[0].title == "No approval"
    desk.publish(summary)
    with pytest.raises(NotNow, match="no new revision"):
        desk.approve(summary)
    with pytest.raises(NotNow, match="in print already"):
        publish.publish(by=desk.publisher, summary=summary, seen=2)


def test_W15_the_old_version_stays_online_while_a_new_one_is_written(desk: Desk) -> None:
    summary = desk.publish()
    desk.save(summary, desk.sentence() + "<p>News.</p>")
    summary.refresh_from_db()
    assert (summary.state, content(summary)["version"]) == (Summary.State.DRAFT, 1)
    with pytest.raises(Stopped):
        publish.publish(by=desk.publisher, summary=summary, seen=3)
    desk.publish(summary)
    assert (content(summary)["version"], content(summary)["kind"]) == (2, "update")
    assert "News." not in bytes(Version.objects.get(summary=summary, n=1).bytes).decode()


def test_a_figure_that_falls_is_relabelled_at_once_and_the_version_is_not(desk: Desk) -> None:
    summary = desk.publish()
    before = Representation.objects.get(summary=summary, format="json").etag
    version_bytes = bytes(summary.current_version.bytes)  # type: ignore[union-attr]
    fall(desk)
    shown = content(summary)
    assert shown["live"]["figures"][0]["fell"] == "not signed since 20 May 2031; was attributed"
    assert "not signed since 20 May 2031" in content(summary, "ninjs")["bodies"][0]["value"]
    assert Representation.objects.get(summary=summary, format="json").etag != before
    assert bytes(Version.objects.get(summary=summary).bytes) == version_bytes
    assert Change.objects.latest("seq").kind == "status"


def test_a_correction_falls_due_once_and_is_decided_with_a_reason(desk: Desk) -> None:
    summary = desk.publish()
    fall(desk)
    fall(desk)
    due = Correction.objects.get()
    assert (due.state, due.old) == (
        "due",
        "more than 60 people (as of 17 May 2031, attributed, no origin named)",
    )
    assert content(summary)["live"]["corrections"] == []
    with pytest.raises(NotAllowed):
        corrections.decide_correction(by=cast.person("reviewer"), correction=due, reason="revision")
    corrections.decide_correction(
        by=desk.editor, correction=due, reason="status_fell", note="Its witness withdrew."
    )
    shown = content(summary)["live"]["corrections"][0]
    assert (shown["reason"], shown["note"]) == ("status_fell", "Its witness withdrew.")
    assert shown["new"].startswith("more than 60 people (as of 17 May 2031, not signed since")
    with pytest.raises(NotNow):
        corrections.decide_correction(by=desk.editor, correction=due, reason="revision")


def test_the_next_version_takes_up_a_decided_correction(desk: Desk) -> None:
    summary = desk.publish()
    fall(desk)
    corrections.decide_correction(by=desk.editor, correction=Correction.objects.get(), reason="our_error")
    desk.save(summary, "<p>The count is being checked.</p>")
    desk.publish(summary)
    assert summary.current_version is not None
    assert (summary.current_version.kind, Correction.objects.get().to_version) == (
        "correction",
        summary.current_version,
    )


def test_W16_a_retraction_leaves_a_notice_and_nothing_of_the_text(desk: Desk) -> None:
    summary = desk.publish()
    publish.retract(by=desk.publisher, summary=summary, reason="safety", note="A person could be recognised.")
    summary.refresh_from_db()
    for name in ("json", "ninjs"):
        assert "brought ashore" not in json.dumps(content(summary, name))
    assert content(summary)["notice"]["note"] == "A person could be recognised."
    assert content(summary, "ninjs")["pubStatus"] == "canceled"
    assert not live.read(summary).is_readable
    with pytest.raises(NotNow):
        desk.save(summary, "<p>Back again.</p>")
    with pytest.raises(NotNow):
        publish.retract(by=desk.publisher, summary=summary, reason="safety", note="Again.")
    desk.figure.refresh_from_db()
    assert desk.figure.n_published_uses == 0


def test_a_changed_value_is_not_public_until_somebody_signs_it(desk: Desk) -> None:
    summary = desk.publish()
    state = cast.FigureState.objects.get(figure=desk.figure)
    state.pk, state.n, state.low, state.fingerprint = None, 2, 7000, "x"
    state.save()
    Figure.objects.filter(pk=desk.figure.pk).update(
        current_state=state, status="unreviewed", signer_1=None, status_since=cast.NOON
    )
    desk.figure.refresh_from_db()
    figure_status_changed.send(
        sender=Figure, figure=desk.figure, old_status="attributed", new_status="unreviewed", by=desk.editor
    )
    assert "7,000" not in json.dumps(content(summary)) and "7000" not in json.dumps(content(summary))
    assert "7000" not in json.dumps(Change.objects.latest("seq").content)

"""Two people at once: locks let one through, and the other is told. PostgreSQL shows what SQLite's one writer hides."""

import os
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections, transaction

from claims.models import Figure
from claims.signals import figure_status_changed
from ledger.models import Entry
from reviewers.models import Verdict
from summaries import drafting, publish, review
from summaries.errors import NotNow, OutOfDate, Stopped, SummariesError
from summaries.models import Approval, Change, Revision, Summary, Version
from tests import cast
from tests.summaries.conftest import Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)

# Every act takes its locks in one order, so a deadlock is a fault. On SQLite writers queue: fewer rounds say as much.
ROUNDS = int(os.environ.get("RACE_ROUNDS", "12")) if connection.vendor == "postgresql" else 3


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls in threads that start together; return what each gave, or the refusal it got."""
    barrier = threading.Barrier(len(calls))
    results: list[Any] = [None] * len(calls)

    def run(place: int, call: Callable[[], Any]) -> None:
        try:
            barrier.wait(timeout=20)
            results[place] = call()
        except SummariesError as refusal:
            results[place] = refusal
        except BaseException as fault:  # noqa: BLE001 – a thread's fault is the test's
            results[place] = fault
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def kinds(results: list[Any]) -> list[str]:
    return sorted(type(result).__name__ for result in results)


def again(desk: Desk, n: int) -> Summary:
    """A summary ready to be approved. A new text each round: what is in print cannot be published again."""
    return desk.write(desk.sentence() + f"<p>Words {'x' * (n + 1)}.</p>", headline="Ashore")


def test_W06_publish_pressed_by_two_at_once_publishes_once() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        summary = again(desk, n)
        desk.approve(summary)
        press = [
            lambda by=by, summary=summary: publish.publish(by=by, summary=summary, seen=2)
            for by in (desk.publisher, desk.other_publisher)
        ]
        results = at_once(*press)
        assert kinds(results) == ["NotNow", "Version"], results
    assert Version.objects.count() == Change.objects.count() == ROUNDS
    assert Entry.objects.filter(act="summaries.publish").count() == ROUNDS
    assert list(Change.objects.values_list("seq", flat=True)) == list(range(1, ROUNDS + 1))


def test_W07_an_approval_withdrawn_while_publication_runs_never_lets_it_through_alone() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        summary = again(desk, n)
        desk.approve(summary)
        results = at_once(
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=2),
            lambda summary=summary: review.withdraw_approval(by=desk.publisher, summary=summary, seen=2),
        )
        approval = Approval.objects.get(summary=summary)
        is_in_print = Version.objects.filter(summary=summary).exists()
        assert kinds(results) in (["Approval", "Stopped"], ["NotNow", "Version"]), results
        assert approval.void_reason == ("published" if is_in_print else "withdrawn")


def test_W05_one_approval_given_by_many_at_once_is_one_approval() -> None:
    desk = make_desk()
    for n in range(max(2, ROUNDS // 10)):
        summary = again(desk, n)
        results = at_once(
            *[lambda summary=summary: review.approve(by=desk.publisher, summary=summary, seen=2)] * 6
        )
        assert kinds(results) == ["Approval"] * 6, results
        assert Approval.objects.filter(summary=summary).count() == 1


def test_two_publishers_approving_at_once_give_one_approval() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        summary = again(desk, n)
        results = at_once(
            *(
                lambda by=by, summary=summary: review.approve(by=by, summary=summary, seen=2)
                for by in (desk.publisher, desk.other_publisher)
            )
        )
        assert kinds(results) == ["Approval", "NotNow"], results


def test_W13_two_editors_saving_at_once_lose_nothing() -> None:
    desk, second = make_desk(), cast.person("editor")
    summary = again(desk, 0)
    for n in range(ROUNDS):
        seen = 2 + n
        results = at_once(
            *(
                lambda by=by, seen=seen: drafting.save_revision(
                    by=by,
                    summary=summary,
                    seen=seen,
                    headline="H",
                    standfirst="",
                    body=f"<p>{by.name} {'x' * seen}</p>",
                )
                for by in (desk.editor, second)
            )
        )
        assert kinds(results) == ["OutOfDate", "Revision"], results
        refusal = next(result for result in results if isinstance(result, OutOfDate))
        assert refusal.yours["body"] != refusal.now["body"]
    assert Revision.objects.filter(summary=summary).count() == 2 + ROUNDS


def test_W03_an_edit_and_an_approval_at_once_never_approve_unseen_words() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        summary = again(desk, n)
        results = at_once(
            lambda summary=summary: review.approve(by=desk.publisher, summary=summary, seen=2),
            lambda summary=summary: drafting.save_revision(
                by=desk.editor, summary=summary, seen=2, headline="H", standfirst="", body="<p>Unseen.</p>"
            ),
        )
        live = Approval.objects.filter(summary=summary, voided_at__isnull=True)
        assert not live.exists(), results
        assert kinds(results) in (["Approval", "Revision"], ["OutOfDate", "Revision"]), results


def take_back(desk: Desk, figure: Figure) -> None:
    """What the act of a reviewer does: lock the figure, move its status, tell."""
    with transaction.atomic():
        locked = Figure.objects.select_for_update().get(pk=figure.pk)
        Verdict.objects.filter(state__figure=locked, withdrawn_at__isnull=True).update(withdrawn_at=cast.NOON)
        locked.status, locked.signer_1 = "unreviewed", None
        locked.save()
        figure_status_changed.send(
            sender=Figure, figure=locked, old_status="attributed", new_status="unreviewed", by=desk.editor
        )


def test_W09_a_status_that_falls_while_publication_runs_is_seen_by_one_or_the_other() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        figure = cast.signed(cast.figure(desk.figure.state.measure, low=n + 1, originator=desk.party))
        summary = desk.write(f"<p>Harbour Watch said {desk.node(figure)} came.</p>", headline="Ashore")
        desk.approve(summary)
        results = at_once(
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=2),
            lambda figure=figure: take_back(desk, figure),
        )
        summary.refresh_from_db()
        assert kinds(results) in (["NoneType", "Stopped"], ["NoneType", "Version"]), results
        if summary.current_version_id:
            assert summary.corrections.count() == 1
            assert b"not signed since" in bytes(summary.representations.get(format="json").bytes)
        else:
            assert not Approval.objects.filter(summary=summary, voided_at__isnull=True).exists()


def test_two_figures_that_fall_at_once_are_both_told_by_the_page() -> None:
    desk = make_desk()
    for n in range(max(2, ROUNDS // 5)):
        figures = [
            cast.signed(cast.figure(desk.figure.state.measure, low=10 * n + k + 1, originator=desk.party))
            for k in range(2)
        ]
        html = "".join(f"<p>Harbour Watch said {desk.node(figure)} came.</p>" for figure in figures)
        summary = desk.publish(desk.write(html, headline="Ashore"))
        results = at_once(*(lambda figure=figure: take_back(desk, figure) for figure in figures))
        assert results == [None, None]
        shown = bytes(summary.representations.get(format="json").bytes).decode()
        assert shown.count('"status":"unreviewed","status_then":"attributed"') == 2


def test_retracting_and_publishing_at_once_leave_one_of_them() -> None:
    desk = make_desk()
    for n in range(max(2, ROUNDS // 5)):
        summary = desk.publish(again(desk, n))
        desk.save(summary, desk.sentence() + "<p>Newer.</p>")
        desk.approve(summary)
        results = at_once(
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=3),
            lambda summary=summary: publish.retract(
                by=desk.publisher, summary=summary, reason="safety", note="For safety."
            ),
        )
        summary.refresh_from_db()
        assert summary.state == "retracted", results
        assert isinstance(results[1], Version)
        assert isinstance(results[0], Version | NotNow | Stopped)

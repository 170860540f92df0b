"""The queue: what waits, why, in which order, and what it costs to ask."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Figure, Finding, Hand
from ledger import clock
from reviewers.assign import take
from reviewers.models import Reviewer
from reviewers.queue import SHOWN, QueueRow, count_waiting, queue, to_sort
from sources.models import Document
from tests import cast
from tests.reviewers.desk import attribute, said_figure, verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Reviewer:
    return cast.person("reviewer", "ana")


def finding(*figures: Figure, severity: str = "strong", **changes: Any) -> Finding:
    made = Finding.objects.create(
        code="falling_total", key=str(Finding.objects.count()), severity=severity, sentence="It falls.",
        facts_hash="0", opened_at=cast.NOON, **changes,
    )  # fmt: skip
    for position, figure in enumerate(figures):
        made.named.create(figure=figure, position=position)
    return made


def codes(person: Reviewer, **filters: Any) -> dict[str, list[int]]:
    return {group.code: [row.figure.pk for row in group.rows] for group in queue(person, **filters)}


def only(person: Reviewer) -> QueueRow:
    (group,) = queue(person)
    (row,) = group.rows
    return row


def test_an_empty_desk_has_an_empty_queue(ana: Reviewer) -> None:
    assert queue(ana) == [] and count_waiting(ana) == 0


def test_figures_come_in_the_order_in_which_a_missing_signature_hurts(ana: Reviewer) -> None:
    rest, conflict, fallen, draft = (said_figure(cast.measure(f"M{n}")) for n in range(4))
    Figure.objects.filter(pk=draft.pk).update(n_draft_uses=1)
    Figure.objects.filter(pk=fallen.pk).update(n_published_uses=1)
    finding(conflict)
    finding(rest, severity="weak")
    assert codes(ana) == {
        "draft": [draft.pk],
        "fallen": [fallen.pk],
        "conflict": [conflict.pk],
        "rest": [rest.pk],
    }
    assert list(codes(ana)) == ["draft", "fallen", "conflict", "rest"]


def test_the_oldest_comes_first_and_says_how_long_it_waits(ana: Reviewer) -> None:
    old, new = (said_figure(cast.measure(f"M{n}")) for n in range(2))
    Figure.objects.filter(pk=old.pk).update(status_since=cast.NOON - timedelta(days=20))
    with clock.held_at(cast.NOON + timedelta(hours=5)):
        (group,) = queue(ana)
    assert [(row.figure.pk, row.waits) for row in group.rows] == [(old.pk, "2 weeks"), (new.pk, "5 hours")]


def test_nobody_is_shown_what_they_made_or_have_signed(ana: Reviewer) -> None:
    made, other = said_figure(), said_figure(cast.measure("People fed"))
    Hand.objects.create(figure=made, person=ana, what="value", at=cast.NOON)
    verify(other, ana)
    assert queue(ana) == [] and count_waiting(cast.person("reviewer")) == 2


def test_a_first_signature_asks_for_a_second_and_names_the_first(ana: Reviewer) -> None:
    made = said_figure()
    verify(made, cast.person("reviewer", "ben"))
    row = only(ana)
    assert row.asks_for == "second" and row.why.startswith("Ben signed: verified")
    verify(made, ana)
    assert count_waiting(cast.person("reviewer")) == 0


def test_a_signed_figure_leaves_the_queue_until_a_finding_names_it(ana: Reviewer) -> None:
    made = said_figure()
    attribute(made, cast.person("reviewer", "ben"))
    assert queue(ana) == []
    known = finding(made)
    assert only(ana).why == "Falling total"
    assert only(ana).asks_for == "again" and "first" not in only(ana).asks
    known.closed_at, known.closed_reason = cast.NOON, "accepted"
    known.save()
    assert queue(ana) == []


def test_what_is_filed_under_no_measure_in_use_waits_for_no_signature(ana: Reviewer) -> None:
    made = said_figure()
    made.state.measure.state = "retired"
    made.state.measure.save()
    assert queue(ana) == []


def test_the_queue_is_narrowed_by_measure_signature_and_holder(ana: Reviewer) -> None:
    made, other = said_figure(), said_figure(cast.measure("People fed"))
    verify(other, cast.person("reviewer", "ben"))
    take(by=ana, figure=made)
    assert codes(ana, measure=made.state.measure) == {"rest": [made.pk]}
    assert codes(ana, asks_for="second") == {"rest": [other.pk]}
    assert codes(ana, asks_for="first") == {"rest": [made.pk]}
    assert codes(ana, asks_for="again") == {}
    assert codes(ana, held_by="me") == {"rest": [made.pk]}
    assert codes(ana, held_by="nobody") == {"rest": [other.pk]}
    assert codes(ana, asks_for="x", held_by="' OR 1") == {"rest": [made.pk, other.pk]}


def test_a_row_says_who_holds_it_until_the_lease_runs_out(ana: Reviewer) -> None:
    made = said_figure()
    with clock.held_at(cast.NOON) as hands:
        take(by=ana, figure=made)
        assert only(ana).is_yours and only(cast.person("reviewer")).held_by == ana
        hands.forward(hours=3)
        assert only(ana).held_by is None


def test_W20_a_figure_known_only_from_a_protected_document_is_hidden_with_its_count() -> None:
    said_figure()
    contributor = cast.person("contributor")
    assert count_waiting(contributor) == 1
    Document.objects.update(is_protected=True)
    assert queue(contributor) == [] and count_waiting(contributor) == 0
    assert count_waiting(cast.person("reviewer")) == 1


def test_readings_to_sort_are_counted_by_document_and_lead_to_the_first(ana: Reviewer) -> None:
    one, other = cast.mention(), cast.mention(cast.document("And more than 60 of more than 60 went."))
    n, (row, _rest) = to_sort(ana)
    assert (n, row.n) == (2, 1) and row.url.endswith(f"?mention={one.uid}#m-{one.uid}")
    Document.objects.filter(pk=other.document_id).update(state="withdrawn")
    assert to_sort(ana)[0] == 1
    Document.objects.update(is_protected=True)
    assert to_sort(cast.person("contributor")) == (0, [])


def test_a_group_shows_its_first_rows_and_counts_them_all(ana: Reviewer) -> None:
    measure = cast.measure()
    for _ in range(SHOWN + 2):
        cast.figure(measure)
    (group,) = queue(ana)
    assert group.n == SHOWN + 2 and len(group.rows) == SHOWN


def test_the_queue_costs_as_many_queries_with_one_row_as_with_twenty(ana: Reviewer) -> None:
    measure = cast.measure()

    def n_queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            queue(ana)
        return len(queries)

    def add() -> None:
        made = said_figure(measure)
        finding(made)
        verify(made, cast.person("reviewer"))
        take(by=cast.person("reviewer"), figure=made)

    add()
    assert ana.roles  # read once a request
    one = n_queries()
    for _ in range(19):
        add()
    assert n_queries() == one <= 10


def test_who_signs_nothing_sees_what_they_made_waiting_too() -> None:
    made, maker = said_figure(), cast.person("editor")
    Hand.objects.create(figure=made, person=maker, what="date", at=cast.NOON)
    assert count_waiting(maker) == 1
    reviewer = cast.person("reviewer")
    Hand.objects.create(figure=made, person=reviewer, what="value", at=cast.NOON)
    assert count_waiting(reviewer) == 0

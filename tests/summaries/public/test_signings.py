"""When a figure had which status, worked out from the verdicts."""

from datetime import timedelta
from typing import Any

import pytest

from claims.models import Figure
from reviewers.models import Verdict
from summaries.public.signings import in_print, signings
from tests import cast
from tests.summaries.public import ground

DAY = timedelta(days=1)


@pytest.fixture
def figure(db: None) -> Figure:
    return ground.released(cast.measure())


def had(figure: Figure) -> list[tuple[str, int, bool]]:
    figure.refresh_from_db()
    return [(one.status, len(one.signers), one.until is None) for one in signings([figure])[figure.pk]]


def test_a_status_stands_from_its_signature(figure: Figure) -> None:
    (one,) = signings([figure])[figure.pk]
    assert (one.status, one.since, one.until) == ("attributed", cast.NOON, None)


def test_the_next_status_ends_the_one_before(figure: Figure, held: Any) -> None:
    held.forward(days=1)
    ground.dispute(figure)
    first, second = signings([figure])[figure.pk]
    assert (first.until, second.since, second.until) == (cast.NOON + DAY, cast.NOON + DAY, None)


def test_a_new_state_ends_the_status_of_the_old(figure: Figure, held: Any) -> None:
    held.forward(days=2)
    ground.restate(figure, 70)
    (one,) = signings([figure])[figure.pk]
    assert one.until == cast.NOON + 2 * DAY


def test_verified_by_one_person_is_no_status_yet(figure: Figure) -> None:
    Verdict.objects.create(
        state=figure.state, by=cast.person("reviewer"), status="verified", reason="primary_record", rationale="r",
        credibility=1, at=cast.NOON + DAY,
    )  # fmt: skip
    assert had(figure) == [("attributed", 1, True)]


def test_two_signers_of_one_status_are_one_signing(figure: Figure) -> None:
    ground.set_status(
        figure, "verified", cast.person("reviewer"), cast.person("reviewer"), reason="two_originators"
    )
    assert had(figure)[-1] == ("verified", 2, True)


def test_a_verdict_withdrawn_before_the_second_came_counts_for_nothing(figure: Figure) -> None:
    for n, withdrawn in ((1, 2), (3, None)):
        Verdict.objects.create(
            state=figure.state, by=cast.person("reviewer"), status="verified", reason="primary_record", rationale="r",
            credibility=1, at=cast.NOON + n * DAY, withdrawn_at=withdrawn and cast.NOON + withdrawn * DAY,
        )  # fmt: skip
    assert had(figure) == [("attributed", 1, True)]


def test_what_ended_before_the_figure_was_public_stays_at_the_desk(figure: Figure, held: Any) -> None:
    held.forward(days=1)
    ground.dispute(figure)
    shown = in_print(signings([figure])[figure.pk], since=cast.NOON + 2 * DAY)
    assert [one["status"] for one in shown] == ["disputed"]


def test_it_takes_as_many_queries_for_twenty_figures_as_for_one(
    figure: Figure, django_assert_num_queries: Any
) -> None:
    many = [figure, *(ground.released(figure.state.measure) for _ in range(19))]
    with django_assert_num_queries(2):  # verdicts with their signers; states, to know when each ended
        signings(many)

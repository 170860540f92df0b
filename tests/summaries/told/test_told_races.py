"""What print hears of, done while texts go out: PostgreSQL shows what SQLite's one writer hides."""

from collections.abc import Callable
from typing import Any

import pytest

from claims.models import Figure, Mention
from sources.describe import token
from sources.models import Document
from summaries import publish
from summaries.models import Summary
from summaries.told import acts as told
from tests import cast
from tests.claims import filed
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.public import ground
from tests.summaries.test_races import ROUNDS, at_once, kinds
from tests.summaries.told.in_print import read_all, replayed

pytestmark = pytest.mark.django_db(transaction=True)


def ready(desk: Desk, n: int) -> tuple[Figure, Document, Summary]:
    """A signed figure of this round with its text, and an approved summary that prints it."""
    measure = cast.measure(f"Boats {'x' * (n + 1)}")
    figure = cast.signed(filed.figure(measure, n + 1, originator=desk.party))
    document = ground.text(
        figure, publisher=desk.party, words=f"Round {n}: exactly {n + 1} boats.", quote=f"exactly {n + 1}"
    )
    summary = desk.write(f"<p>Harbour Watch said that {desk.node(figure)} came.</p>", headline="Ashore")
    desk.approve(summary)
    return figure, document, summary


def words(desk: Desk, figure: Figure) -> Callable[[], Any]:
    said = {
        "language": "en",
        "title": "Boats brought in",
        "definition": f"Boats of round {figure.pk}.",
        "other": "boats",
    }
    return lambda: told.word_measure(by=desk.editor, measure=figure.state.measure, **said)


def files(desk: Desk, figure: Figure) -> Callable[[], Any]:
    low = figure.state.low
    document = cast.document(f"Another voice: it was exactly {low} of {figure.pk}.")
    mention = cast.mention(document, f"exactly {low}", low=low, high=low, comparator="exact")
    party = cast.source(f"Voice {'-'.join('abcdefghij'[int(digit)] for digit in str(figure.pk))}")
    seen = Mention.objects.get(pk=mention.pk).token
    return lambda: told.file_mention(
        by=desk.editor, mention=mention, seen=seen, measure=figure.state.measure, originator=party
    )


def describes(desk: Desk, document: Document) -> Callable[[], Any]:
    seen = token(document)
    return lambda: told.describe_document(
        by=desk.editor, document=document, seen=seen, title=f"Boats, {document.pk}"
    )


def withdraws(desk: Desk, document: Document) -> Callable[[], Any]:
    seen = token(document)
    return lambda: told.withdraw_document(
        by=desk.editor, document=document, seen=seen, reason="Brought in twice."
    )


def assert_all_is_told() -> None:
    public, held = read_all(), replayed()
    for kind in ("summaries", "figures", "measures"):
        assert {uid: held[kind].get(uid) for uid in public[kind]} == public[kind]


@pytest.mark.parametrize("act", ["describes", "files", "words", "withdraws"])
def test_what_moves_while_a_text_goes_out_is_in_the_text_or_told_after_it(act: str) -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        figure, document, summary = ready(desk, n)
        moves = {
            "describes": lambda document=document: describes(desk, document),
            "files": lambda figure=figure: files(desk, figure),
            "words": lambda figure=figure: words(desk, figure),
            "withdraws": lambda document=document: withdraws(desk, document),
        }[act]()
        results = at_once(
            lambda summary=summary: publish.publish(by=desk.other_publisher, summary=summary, seen=2), moves
        )
        done = {
            "describes": "Document",
            "files": "Figure",
            "words": "MeasureWording",
            "withdraws": "Document",
        }[act]
        assert sorted(set(kinds(results)) - {"Version", "Stopped"}) == [done] and len(results) == 2, results
    assert_all_is_told()


def test_acts_on_one_measure_wait_for_no_one_that_waits_for_them() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        figure, document, summary = ready(desk, n)
        publish.publish(by=desk.other_publisher, summary=summary, seen=2)
        results = at_once(withdraws(desk, document), files(desk, figure), words(desk, figure))
        assert kinds(results) == ["Document", "Figure", "MeasureWording"], results
    assert_all_is_told()


def test_measures_related_at_once_wait_for_no_one_that_waits_for_them() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        one, other = ready(desk, 2 * n)[0].state.measure, ready(desk, 2 * n + 1)[0].state.measure
        first = desk.figure.state.measure
        results = at_once(
            lambda one=one, first=first: told.relate_measures(
                by=desk.editor, part=one, whole=first, kind="overlaps"
            ),
            lambda one=one, other=other: told.relate_measures(
                by=desk.editor, part=other, whole=one, kind="overlaps"
            ),
        )
        assert kinds(results) == ["MeasureRelation", "MeasureRelation"], results

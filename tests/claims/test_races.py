"""Two people at once: what each would not see alone must still be seen."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from claims.errors import OutOfDate
from claims.models import Figure, FigureState, Finding, Mention
from claims.restate import restate
from claims.triage import accept, dismiss
from claims.values import checked
from ledger.models import Entry
from reviewers.models import Reviewer
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5


def together(*acts: object) -> list[object]:
    """Do the acts at the same moment, each on a connection of its own; return results and refusals."""

    def one(act: object) -> object:
        try:
            return act()  # type: ignore[operator]
        except OutOfDate as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def say(figure: Figure, low: int, person: Reviewer) -> FigureState:
    figure = Figure.objects.get(pk=figure.pk)
    return restate(by=person, figure=figure, seen=1, value=checked(low=low), reason="Misread.")


def test_a_fall_made_by_two_changes_at_once_is_found() -> None:
    """Each change alone leaves a rise: 60 then 70, or 40 then 50. Only together they fall: 60 then 50."""
    person = cast.person("editor")
    for n in range(ROUNDS):
        measure = cast.measure(f"Measure {n}")
        first = filed.figure(measure, 40, as_of="2031-05-01")
        second = filed.figure(measure, 70, as_of="2031-05-10")
        together(lambda a=first: say(a, 60, person), lambda b=second: say(b, 50, person))
        assert Finding.objects.standing().filter(figures=first).count() == 1


def test_K11_of_two_who_restate_one_state_one_is_told_of_the_other() -> None:
    one, other = cast.person("editor"), cast.person("editor")
    for n in range(ROUNDS):
        figure = filed.figure(cast.measure(f"Measure {n}"), 40)
        results = together(lambda f=figure: say(f, 41, one), lambda f=figure: say(f, 42, other))
        assert sum(isinstance(result, OutOfDate) for result in results) == 1
        assert figure.states.count() == 2


def test_K11_of_two_who_decide_one_mention_one_is_told_of_the_other() -> None:
    person = cast.person("editor")
    for _round in range(ROUNDS):
        before = Entry.objects.count()
        mention = Mention.objects.get(pk=cast.mention().pk)
        again = Mention.objects.get(pk=mention.pk)
        results = together(
            lambda m=mention: accept(by=person, mention=m, seen="proposed.1.0"),
            lambda m=again: dismiss(by=person, mention=m, seen="proposed.1.0", reason="date"),
        )
        assert sum(isinstance(result, OutOfDate) for result in results) == 1
        assert Entry.objects.count() == before + 1

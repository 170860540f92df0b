"""Two reviewers at the same instant, hundreds of times. PostgreSQL only: SQLite lets one writer in at a time."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from claims.errors import ClaimsError
from claims.filing import unfile_mention
from claims.models import Figure, Mention
from ledger.models import Entry
from ledger.verify import verify as verify_chain
from reviewers.assign import take
from reviewers.errors import NotNow, ReviewersError
from reviewers.models import Assignment, Verdict
from reviewers.people import end_role
from reviewers.sign import withdraw_verdict
from tests import cast
from tests.reviewers.desk import attribute, dispute, now, said_figure, verify

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xfail(connection.vendor == "sqlite", reason="a race needs two writers", run=False),
]
ROUNDS = 200


def at_once(*acts: Callable[[], object]) -> list[BaseException]:
    """Run the acts in threads that start together; return what they raised."""
    raised: list[BaseException] = []
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait()
            act()
        except BaseException as reason:  # noqa: BLE001 looked at by the caller
            raised.append(reason)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_W04_two_reviewers_sign_at_once_two_verdicts_one_transition() -> None:
    measure = cast.measure()
    ana, ben = cast.person("reviewer", "ana"), cast.person("reviewer", "ben")
    for _ in range(ROUNDS):
        made = said_figure(measure)
        assert at_once(lambda m=made: verify(m, ana), lambda m=made: verify(m, ben)) == []
        figure = now(made)
        assert figure.status == "verified" and {figure.signer_1, figure.signer_2} == {ana, ben}
        entries = Entry.objects.filter(act="reviewers.sign", subject__endswith=str(made.uid)).order_by("seq")
        assert [entry.codes["status"] for entry in entries] == ["unreviewed", "verified"]
    assert verify_chain() == []


def test_signing_on_words_while_they_are_taken_out_waits_for_no_one_that_waits_for_it() -> None:
    measure, ana, cleo = cast.measure(), cast.person("reviewer", "ana"), cast.person("editor", "cleo")
    for _ in range(ROUNDS // 10):
        made = said_figure(measure)
        words = Mention.objects.get(figure=made)
        raised = at_once(
            lambda m=made: attribute(m, ana),
            lambda w=words: unfile_mention(by=cleo, mention=w, seen=w.token),
        )
        assert all(isinstance(one, ReviewersError | ClaimsError) for one in raised), raised


def test_one_reviewer_in_two_tabs_signs_once() -> None:
    measure, ana = cast.measure(), cast.person("reviewer", "ana")
    for _ in range(ROUNDS // 4):
        made = said_figure(measure)
        assert at_once(*[lambda m=made: verify(m, ana)] * 3) == []
        assert Verdict.objects.filter(state=made.state).count() == 1 and now(made).status == "unreviewed"


def test_W07_a_signature_taken_back_while_another_lowers_leaves_a_serial_order() -> None:
    measure = cast.measure()
    ana, ben, cleo = (cast.person("reviewer", name) for name in ("ana", "ben", "cleo"))
    for _ in range(ROUNDS // 2):
        made = said_figure(measure)
        verify(made, ana)
        verdict = verify(made, ben)
        acts = (lambda v=verdict: withdraw_verdict(by=ben, verdict=v), lambda m=made: dispute(m, cleo))
        assert at_once(*acts) == []
        assert now(made).status == "disputed"


def test_K08_two_reviewers_take_the_same_figure_and_one_holds_it() -> None:
    measure = cast.measure()
    ana, ben = cast.person("reviewer", "ana"), cast.person("reviewer", "ben")
    for _ in range(ROUNDS):
        made = said_figure(measure)
        raised = at_once(lambda m=made: take(by=ana, figure=m), lambda m=made: take(by=ben, figure=m))
        assert [type(reason) for reason in raised] == [NotNow]
        assert Assignment.objects.filter(figure=made, ended_at__isnull=True).count() == 1


def test_the_last_two_administrators_cannot_end_each_other_at_once() -> None:
    for _ in range(ROUNDS // 10):
        ada, eve = cast.person("administrator"), cast.person("administrator")
        pairs = ((ada, eve), (eve, ada))
        acts = [lambda b=by, p=who: end_role(by=b, person=p, role="administrator") for by, who in pairs]
        raised = at_once(*acts)
        assert len(raised) == 1 and isinstance(raised[0], ReviewersError)
        left = ada if ada.grants.filter(until__isnull=True).exists() else eve
        left.grants.update(until=cast.NOON)


def test_K10_a_thousand_verdicts_on_a_hundred_figures_leave_a_thousand_entries() -> None:
    measure = cast.measure()
    figures = [said_figure(measure) for _ in range(100)]
    people = [cast.person("reviewer") for _ in range(10)]

    def sign_all(n: int) -> None:
        for figure in figures[n * 10 :] + figures[: n * 10]:
            (attribute if n % 2 else verify)(figure, people[n])

    assert at_once(*[lambda n=n: sign_all(n) for n in range(10)]) == []
    assert Entry.objects.filter(act="reviewers.sign").count() == Verdict.objects.count() == 1000
    assert verify_chain() == []
    for figure in Figure.objects.all():
        # Whatever the order: five verified and five attributed end as the newest of the ten, or as verified by two.
        last = Verdict.objects.live().filter(state=figure.current_state_id).order_by("-at", "-pk").first()
        assert last is not None and figure.status == last.status

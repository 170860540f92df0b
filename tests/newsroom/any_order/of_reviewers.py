"""Rules of signing: verdicts with their grounds, what is held, and who holds which role."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims.models import Figure
from reviewers import assign, people
from reviewers.models import Assignment, Reviewer, Verdict
from reviewers.policy import REASONS
from reviewers.roles import ROLES
from reviewers.sign import EvidenceItem, sign, withdraw_verdict
from sources.models import Document
from tests.newsroom.any_order.acting import STALE, Desk, newest, slip, which, who

SIGNED = (
    "verified",
    "verified",
    "attributed",
    "attributed",
    "disputed",
    "superseded",
    "unverifiable",
    "false",
)


class OfReviewers(Desk):
    """Acts on verdicts, assignments and roles."""

    @rule(
        n=who,
        nth=which,
        status=st.sampled_from(SIGNED),
        which_reason=st.integers(0, 1),
        other=which,
        slip=slip,
    )
    def sign(self, n: int, nth: int, status: str, which_reason: int, other: int, slip: int) -> None:
        figure = newest(Figure.objects.all(), nth)
        reasons = REASONS[status]
        self._sign(
            figure, self.somebody("sign", n, slip), status, reasons[which_reason % len(reasons)], other, slip
        )

    @rule(
        n=who,
        nth=which,
        status=st.sampled_from(["verified", "false"]),
        which_reason=st.integers(0, 1),
        other=which,
    )
    def sign_by_two(self, n: int, nth: int, status: str, which_reason: int, other: int) -> None:
        figure = newest(Figure.objects.all(), nth)
        reasons = REASONS[status]
        for nth_signer in range(2):
            by = self.somebody("sign", n + nth_signer)
            self._sign(figure, by, status, reasons[which_reason % len(reasons)], other, 0)

    def _sign(self, figure: Figure, by: Reviewer, status: str, reason: str, other: int, slip: int) -> None:
        measure = figure.state.measure_id
        beside = newest(Figure.objects.filter(current_state__measure=measure).exclude(pk=figure.pk), other)
        lead = figure.mentions.order_by("pk").first()
        evidence = [EvidenceItem(note="Asked on the telephone.", is_protected=other == 3)]
        if lead and other < 9:
            evidence.append(EvidenceItem(mention=lead))
        if beside and other != 5:
            evidence.append(EvidenceItem(figure=beside))
        if other > 7:
            evidence.append(EvidenceItem(document=newest(Document.objects.all(), other)))
        if other == 6:
            evidence.append(EvidenceItem(capture=newest(Document.objects.all(), other).capture))
        self.do(
            sign, slip=slip, by=by, figure=figure, seen=figure.state.n - (slip == STALE), status=status, reason=reason,
            rationale="Looked at, and asked about.", credibility=2, evidence=evidence,
            superseded_by=beside if status == "superseded" else None,
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def take_back_a_verdict(self, n: int, nth: int, slip: int) -> None:
        verdict = newest(Verdict.objects.all(), nth)
        by = verdict.by if n else self.somebody("withdraw-verdict", n, slip)
        self.do(withdraw_verdict, slip=slip, by=by, verdict=verdict)

    @rule(n=who, nth=which, kind=st.sampled_from(["first", "first", "second", "blind"]), slip=slip)
    def take(self, n: int, nth: int, kind: str, slip: int) -> None:
        if slip == STALE:
            self.clock.forward(hours=3)  # the lease of whoever holds it runs out
        figure = newest(Figure.objects.all(), nth)
        self.do(assign.take, slip=slip, by=self.somebody("take-figure", n, slip), figure=figure, kind=kind)

    @rule(n=who, nth=which, to=which, gives_back=st.booleans(), slip=slip)
    def pass_on(self, n: int, nth: int, to: int, gives_back: bool, slip: int) -> None:
        held = newest(Assignment.objects.all(), nth)
        if held is None:
            return
        by = held.person if n else self.somebody("take-figure", n, slip)
        if gives_back:
            self.do(assign.give_back, slip=slip, by=by, assignment=held)
        else:
            self.do(
                assign.hand_over, slip=slip, by=by, assignment=held, to=newest(Reviewer.objects.all(), to)
            )

    @rule(n=who, nth=which, role=st.sampled_from(ROLES), is_granted=st.booleans(), slip=slip)
    def change_roles(self, n: int, nth: int, role: str, is_granted: bool, slip: int) -> None:
        person = newest(Reviewer.objects.all(), nth)
        act = people.grant_role if is_granted else people.end_role
        self.do(act, slip=slip, by=self.somebody("manage-people", n, slip), person=person, role=role)

    @rule(n=who, nth=which, slip=slip)
    def come_and_go(self, n: int, nth: int, slip: int) -> None:
        person = newest(Reviewer.objects.filter(is_machine=False), nth)
        act = people.deactivate_person if person.is_active else people.reactivate_person
        self.do(act, slip=slip, by=self.somebody("manage-people", n, slip), person=person)

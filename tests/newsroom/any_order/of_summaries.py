"""Rules of print: writing with figures, review, publication, retraction, corrections, series."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims.findings.close import close_finding
from claims.models import Figure, Finding, Measure, Topic
from reviewers.models import Reviewer
from sources.models import Source
from summaries import drafting, review
from summaries.corrections import decide_correction
from summaries.models import Correction, Summary
from summaries.publish import publish, retract
from summaries.release import release_series
from summaries.told import parties
from summaries.withheld.give_back import give_back, token
from tests.newsroom.any_order.acting import STALE, Desk, newest, slip, which, who

HEADLINES = ("Ashore again", "Who came to Ansel", "The church is full")
BARE = ("", "", "", " Of these, 714 had coats.", " They came on 4 June 2031.", " About forty dogs came too.")
CORRECTED = ("our_error", "source_error", "revision", "status_fell", "clarification", "safety")


class OfSummaries(Desk):
    """Acts on summaries, versions and corrections."""

    def seen_n(self, summary: Summary, slip: int) -> int:
        assert summary.current_revision is not None
        return summary.current_revision.n - (slip == STALE)

    @rule(n=who, headline=st.sampled_from(HEADLINES), party=which, names_party=slip, of=which, slip=slip)
    def begin(self, n: int, headline: str, party: int, names_party: int, of: int, slip: int) -> None:
        name = f", says {newest(Source.objects.all(), party).name}" if names_party < 3 else ""
        self.do(
            drafting.create_summary, slip=slip, by=self.somebody("write", n, slip),
            topic=newest(Topic.objects.all(), of), headline=f"{headline}{name}",
            language="ru" if names_party == 9 else "en",
            translation_of=newest(Summary.objects.all(), of) if names_party == 8 else None,
        )  # fmt: skip

    @rule(n=who, nth=which, first=which, second=which, how_many=st.integers(1, 2), bare=st.sampled_from(BARE),
          wording=st.sampled_from(["full", "number"]), slip=slip)  # fmt: skip
    def write(
        self, n: int, nth: int, first: int, second: int, how_many: int, bare: str, wording: str, slip: int
    ) -> None:  # fmt: skip
        summary = newest(Summary.objects.all(), nth)
        figures = [newest(Figure.objects.all(), one) for one in (first, second)[:how_many]]
        self._write(summary, figures, self.somebody("write", n, slip), bare, wording, slip)

    def _write(
        self, summary: Summary, figures: list[Figure], by: Reviewer, bare: str, wording: str, slip: int
    ) -> None:  # fmt: skip
        told = " and ".join(_told(figure, wording) for figure in figures)
        revision = summary.current_revision
        assert revision is not None
        self.do(
            drafting.save_revision, slip=slip, by=by, summary=summary, seen=self.seen_n(summary, slip),
            headline=revision.headline, standfirst="What was counted." if bare else "", body=f"<p>{told}.{bare}</p>",
        )  # fmt: skip

    @rule(n=who, nth=which, figure=which, after=st.integers(0, 2), slip=slip)
    def insert(self, n: int, nth: int, figure: int, after: int, slip: int) -> None:
        summary = newest(Summary.objects.all(), nth)
        self.do(
            drafting.insert_figure, slip=slip, by=self.somebody("write", n, slip), summary=summary,
            seen=self.seen_n(summary, slip), figure=newest(Figure.objects.all(), figure), wording="full",
            after_paragraph=after,
        )  # fmt: skip

    @rule(n=who, nth=which, quote=st.sampled_from(["714", "About forty"]), slip=slip)
    def mark(self, n: int, nth: int, quote: str, slip: int) -> None:
        summary = newest(Summary.objects.all(), nth)
        self.do(
            drafting.mark_not_figure, slip=slip, by=self.somebody("write", n, slip), summary=summary,
            seen=self.seen_n(summary, slip), field="body", quote=quote, nth=1, reason="idiom",
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def submit(self, n: int, nth: int, slip: int) -> None:
        self._review(review.submit, "submit", n, nth, slip)

    @rule(n=who, nth=which, slip=slip)
    def send_back(self, n: int, nth: int, slip: int) -> None:
        self._review(review.request_changes, "approve", n, nth, slip, note="Say who counted.")

    @rule(n=who, nth=which, slip=slip)
    def approve(self, n: int, nth: int, slip: int) -> None:
        self._review(review.approve, "approve", n, nth, slip)

    @rule(n=who, nth=which, slip=slip)
    def take_back_an_approval(self, n: int, nth: int, slip: int) -> None:
        self._review(review.withdraw_approval, "approve", n, nth, slip)

    @rule(n=who, nth=which, slip=slip)
    def publish(self, n: int, nth: int, slip: int) -> None:
        self._review(publish, "publish", n, nth, slip)

    def _review(self, act: object, name: str, n: int, nth: int, slip: int, **said: str) -> None:
        summary = newest(Summary.objects.all(), nth)
        self.do(
            act, slip=slip, by=self.somebody(name, n, slip), summary=summary, seen=self.seen_n(summary, slip), **said
        )  # type: ignore[arg-type]  # fmt: skip

    @rule(
        n=who,
        nth=which,
        first=which,
        second=which,
        how_many=st.integers(1, 2),
        wording=st.sampled_from(["full", "number"]),
    )
    def put_out(self, n: int, nth: int, first: int, second: int, how_many: int, wording: str) -> None:
        """Write about figures that may be printed, and take that through review in one go."""
        signed = Figure.objects.filter(status__in=["verified", "attributed", "disputed", "superseded"])
        figures = [one for one in (newest(signed, nth) for nth in (first, second)[:how_many]) if one]
        summary = newest(Summary.objects.exclude(state="retracted"), nth)
        if not figures or not summary:
            return
        for finding in Finding.objects.filter(closed_at=None, figures__in=figures).distinct():
            by = self.somebody("close-finding", n)
            self.do(close_finding, by=by, finding=finding, reason="accepted", note="So it is.")
        by = self.somebody("write", n)
        self._write(summary, figures, by, "", wording, 0)
        others = [one for one in Reviewer.objects.order_by("pk") if one.may("approve") and one != by]
        seen = self.seen_n(Summary.objects.get(pk=summary.pk), 0)
        for act, some in ((review.approve, others), (publish, [self.somebody("publish", n)])):
            self.do(act, by=(some or [by])[n % max(len(some), 1)], summary=summary, seen=seen)

    @rule(n=who, nth=which, note=which, slip=slip)
    def retract(self, n: int, nth: int, note: int, slip: int) -> None:
        summary = newest(Summary.objects.all(), nth)
        if summary and nth > 5:  # not every time: what is retracted stays so
            self.do(
                retract, slip=slip, by=self.somebody("retract", n, slip), summary=summary, reason="our_error",
                note=f"{newest(Source.objects.all(), note).name} was not there.",
            )  # fmt: skip

    @rule(n=who, nth=which, opens=st.booleans(), slip=slip)
    def give_back(self, n: int, nth: int, opens: bool, slip: int) -> None:
        for party in Source.objects.filter(is_protected=True) if opens else ():
            by = self.somebody("protect", n)
            self.do(parties.unprotect_source, by=by, source=party, reason="They spoke in public.")
        kept = Summary.objects.filter(
            versions__withholding__given_back_at=None, versions__withholding__isnull=False
        )
        summary = newest(kept, nth) or newest(Summary.objects.all(), nth)
        self.do(
            give_back, slip=slip, by=self.somebody("give-back", n, slip), summary=summary,
            seen="0123456789abcdef" if slip == STALE else token(summary), reason="They spoke in public.",
        )  # fmt: skip

    @rule(
        n=who, nth=which, reason=st.sampled_from(CORRECTED), party=which, names_party=st.booleans(), slip=slip
    )
    def decide(self, n: int, nth: int, reason: str, party: int, names_party: bool, slip: int) -> None:
        due = newest(Correction.objects.filter(state="due"), nth) or newest(Correction.objects.all(), nth)
        if due:
            name = newest(Source.objects.all(), party).name if names_party else "The desk"
            self.do(
                decide_correction, slip=slip, by=self.somebody("decide-correction", n, slip), correction=due,
                reason=reason, note=f"{name} counted again.",
            )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def release(self, n: int, nth: int, slip: int) -> None:
        self.do(
            release_series, slip=slip, by=self.somebody("release-series", n, slip),
            measure=newest(Measure.objects.all(), nth),
        )  # fmt: skip


def _told(figure: Figure, wording: str) -> str:
    party = figure.state.originator
    by = f"{party.printed_name} said that " if party else ""
    return f'{by}<data data-figure="{figure.uid}" data-wording="{wording}"></data> were brought ashore'

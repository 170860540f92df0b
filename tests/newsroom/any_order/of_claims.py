"""Rules of reading and lining up: mentions sorted and filed, figures restated, measures defined, findings closed."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims import filing, measures, triage
from claims.findings.close import close_finding
from claims.models import Figure, Finding, Measure, Mention, Topic
from claims.values import Value, checked
from sources.dates import NO_DATE, Dated, typed
from sources.models import Document, Source
from summaries.told import figures
from summaries.told import measures as worded
from tests.newsroom.any_order.acting import STALE, Desk, newest, slip, which, who
from tests.newsroom.any_order.ground import DAYS

SAID = ("60", "61", "75", "123", "1203", "12", "0")
COMPARATORS = ("exact", "more_than", "at_least", "about", "at_most", "vague")
MISSED = ("the church", "nightfall", "people were brought", "Port Ansel")
TITLES = ("Boats that came", "Tents put up", "Children among them")
NOUNS = (("person", "people"), ("soul", "souls"), ("", ""))


class OfClaims(Desk):
    """Acts on mentions, figures, measures and findings."""

    def seen_token(self, mention: Mention, slip: int) -> str:
        return "proposed.7.0" if slip == STALE else mention.token

    @rule(n=who, nth=which, slip=slip)
    def accept(self, n: int, nth: int, slip: int) -> None:
        mention = newest(Mention.objects.all(), nth)
        self.do(
            triage.accept, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
            seen=self.seen_token(mention, slip),
        )  # fmt: skip

    @rule(n=who, nth=which, low=st.sampled_from(SAID), comparator=st.sampled_from(COMPARATORS),
          day=st.sampled_from(DAYS), party=which, slip=slip)  # fmt: skip
    def correct(self, n: int, nth: int, low: str, comparator: str, day: str, party: int, slip: int) -> None:
        mention = newest(Mention.objects.all(), nth)
        self.do(
            figures.correct, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
            seen=self.seen_token(mention, slip), **self._words(low, comparator, day, party),
        )  # fmt: skip

    @rule(n=who, nth=which, reason=st.sampled_from(["date", "idiom", "misread", "boredom"]), slip=slip)
    def dismiss(self, n: int, nth: int, reason: str, slip: int) -> None:
        mention = newest(Mention.objects.all(), nth)
        self.do(
            figures.dismiss, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
            seen=self.seen_token(mention, slip), reason=reason,
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def reopen(self, n: int, nth: int, slip: int) -> None:
        mention = newest(Mention.objects.exclude(state="proposed"), nth)
        if mention:
            self.do(
                triage.reopen, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
                seen=self.seen_token(mention, slip),
            )  # fmt: skip

    @rule(n=who, nth=which, quote=st.sampled_from(MISSED), low=st.sampled_from(SAID), day=st.sampled_from(DAYS),
          party=which, slip=slip)  # fmt: skip
    def add(self, n: int, nth: int, quote: str, low: str, day: str, party: int, slip: int) -> None:
        document = newest(Document.objects.all(), nth)
        start = document.text.text.find(quote, document.start)
        self.do(
            triage.add_mention, slip=slip, by=self.somebody("sort-mention", n, slip), document=document,
            start=max(start, 0), quote=quote, **self._words(low, "exact", day, party),
        )  # fmt: skip

    def _words(self, low: str, comparator: str, day: str, party: int) -> dict[str, Any]:
        source = newest(Source.objects.all(), party)
        return {
            "value": checked(comparator=comparator, low=low), "as_of": typed(day), "since": NO_DATE,
            "counted": "people", "predicate": "were brought ashore", "kind": "count", "unit": "",
            "attribution": [source.name],
        }  # fmt: skip

    @rule(n=who, nth=which, measure=which, party=which, names_party=st.booleans(), slip=slip)
    def file_as_new(self, n: int, nth: int, measure: int, party: int, names_party: bool, slip: int) -> None:
        mention = newest(Mention.objects.filter(figure=None).exclude(state="dismissed"), nth)
        if mention:
            self.do(
                figures.file_mention, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
                seen=self.seen_token(mention, slip), measure=newest(Measure.objects.all(), measure),
                originator=newest(Source.objects.all(), party) if names_party else None,
            )  # fmt: skip

    @rule(n=who, nth=which, figure=which, slip=slip)
    def file_under(self, n: int, nth: int, figure: int, slip: int) -> None:
        mention = newest(Mention.objects.filter(figure=None), nth)
        if mention:
            self.do(
                figures.file_mention, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
                seen=self.seen_token(mention, slip), figure=newest(Figure.objects.all(), figure),
            )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def file_as_proposed(self, n: int, nth: int, slip: int) -> None:
        mention = newest(Mention.objects.filter(figure=None).exclude(state="dismissed"), nth)
        by = self.somebody("sort-mention", n, slip)
        offered = filing.proposals(mention, by=by) if mention else []
        if offered:
            one = offered[nth % len(offered)]
            self.do(
                figures.file_mention, slip=slip, by=by, mention=mention, seen=self.seen_token(mention, slip),
                figure=one.figure, measure=one.measure, originator=one.originator, is_proposed=True,
            )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def unfile(self, n: int, nth: int, slip: int) -> None:
        mention = newest(Mention.objects.exclude(figure=None), nth)
        if mention:
            self.do(
                figures.unfile_mention, slip=slip, by=self.somebody("sort-mention", n, slip), mention=mention,
                seen=self.seen_token(mention, slip),
            )  # fmt: skip

    @rule(n=who, nth=which, part=st.sampled_from(["value", "as_of", "measure", "originator", "phase", "counted"]),
          low=st.sampled_from(SAID), day=st.sampled_from(DAYS), other=which, slip=slip)  # fmt: skip
    def restate(self, n: int, nth: int, part: str, low: str, day: str, other: int, slip: int) -> None:
        figure = newest(Figure.objects.all(), nth)
        said: dict[str, object] = {
            "value": Value("exact", checked(low=low).low, checked(low=low).low),
            "as_of": typed(day) if day else Dated(),
            "measure": newest(Measure.objects.all(), other),
            "originator": newest(Source.objects.all(), other) if other else None,
            "phase": None,
            "counted": "boat people",
        }
        self.do(
            figures.restate_figure, slip=slip, by=self.somebody("restate-figure", n, slip), figure=figure,
            seen=figure.state.n - (slip == STALE), reason="Read again.", **{part: said[part]},
        )  # fmt: skip

    @rule(n=who, nth=which, back=st.integers(1, 3), slip=slip)
    def revert(self, n: int, nth: int, back: int, slip: int) -> None:
        figure = newest(Figure.objects.all(), nth)
        self.do(
            figures.revert_figure, slip=slip, by=self.somebody("restate-figure", n, slip), figure=figure,
            seen=figure.state.n - (slip == STALE), to_n=figure.state.n - back, reason="It was right before.",
        )  # fmt: skip

    @rule(n=who, title=st.sampled_from(TITLES), kind=st.sampled_from(["stock", "flow", "cumulative"]),
          nouns=st.sampled_from(NOUNS), party=which, names_party=slip, slip=slip)  # fmt: skip
    def make_a_measure(
        self, n: int, title: str, kind: str, nouns: tuple[str, str], party: int, names_party: int, slip: int
    ) -> None:  # fmt: skip
        by = self.somebody("create-measure", n, slip)
        name = f" by {newest(Source.objects.all(), party).name}" if names_party < 3 else ""
        self.do(
            measures.create_measure, slip=slip, by=by, topic=newest(Topic.objects.all(), n), title=f"{title}{name}",
            definition=f"{title}, as told{name}.", kind=kind, one=nouns[0], other=nouns[1],
        )  # fmt: skip

    @rule(n=who, party=which, names_party=st.booleans(), slip=slip)
    def make_a_topic(self, n: int, party: int, names_party: bool, slip: int) -> None:
        name = newest(Source.objects.all(), party).name if names_party else "The boats"
        self.do(
            measures.create_topic,
            slip=slip,
            by=self.somebody("create-measure", n, slip),
            name=f"{name}, a summer",
        )

    @rule(
        n=who,
        nth=which,
        nouns=st.sampled_from(NOUNS),
        party=which,
        names_party=slip,
        language=slip,
        slip=slip,
    )
    def word_a_measure(
        self, n: int, nth: int, nouns: tuple[str, str], party: int, names_party: int, language: int, slip: int
    ) -> None:  # fmt: skip
        name = newest(Source.objects.all(), party).name if names_party < 3 else "hand"
        self.do(
            worded.word_measure, slip=slip, by=self.somebody("define-measure", n, slip),
            measure=newest(Measure.objects.all(), nth), language="ru" if language < 2 else "en",
            title=f"Counted by {name}", definition=f"All of them, counted by {name}.", one=nouns[0], other=nouns[1],
        )  # fmt: skip

    @rule(
        n=who, part=which, whole=which, kind=st.sampled_from(["part_of", "overlaps", "disjoint"]), slip=slip
    )
    def relate(self, n: int, part: int, whole: int, kind: str, slip: int) -> None:
        self.do(
            worded.relate_measures, slip=slip, by=self.somebody("define-measure", n, slip),
            part=newest(Measure.objects.all(), part), whole=newest(Measure.objects.all(), whole), kind=kind,
        )  # fmt: skip

    @rule(n=who, nth=which, day=st.integers(1, 28), slip=slip)
    def begin_a_phase(self, n: int, nth: int, day: int, slip: int) -> None:
        self.do(
            worded.start_phase, slip=slip, by=self.somebody("define-measure", n, slip),
            measure=newest(Measure.objects.all(), nth), starts=date(2031, 6, day), reason="The count began anew.",
        )  # fmt: skip

    @rule(n=who, nth=which, slip=slip)
    def retire(self, n: int, nth: int, slip: int) -> None:
        if nth > 8:  # rarely: nothing more can be signed under a measure that is out of use
            self.do(
                measures.retire_measure, slip=slip, by=self.somebody("define-measure", n, slip),
                measure=newest(Measure.objects.all(), nth),
            )  # fmt: skip

    @rule(n=who, nth=which, reason=st.sampled_from(["error", "accepted", "new_phase"]), slip=slip)
    def explain(self, n: int, nth: int, reason: str, slip: int) -> None:
        finding = newest(Finding.objects.all(), nth)
        if finding:
            self.do(
                close_finding, slip=slip, by=self.somebody("close-finding", n, slip), finding=finding, reason=reason,
                note="Asked about.",
            )  # fmt: skip

"""The people and the ground of a publication: an editor, two publishers, a party, and figures they may print."""

from typing import Any, NamedTuple

import pytest

from claims.models import Figure, Topic
from reviewers.models import Reviewer
from sources.models import Source
from summaries import drafting, publish, review
from summaries.models import Summary
from tests import cast


class Desk(NamedTuple):
    editor: Reviewer
    publisher: Reviewer
    other_publisher: Reviewer
    topic: Topic
    party: Source
    figure: Figure

    def node(self, figure: Figure | None = None, wording: str = "full") -> str:
        return f'<data data-figure="{(figure or self.figure).uid}" data-wording="{wording}"></data>'

    def sentence(self) -> str:
        """A paragraph the gate lets pass: attributed in its own sentence."""
        return f"<p>Harbour Watch said that {self.node()} were brought ashore.</p>"

    def write(
        self, html: str | None = None, *, headline: str = "Ashore at Port Ansel", **changes: Any
    ) -> Summary:
        """A summary with a second revision that holds `html`."""
        summary = drafting.create_summary(by=self.editor, topic=self.topic, headline=headline, **changes)
        self.save(summary, self.sentence() if html is None else html)
        summary.refresh_from_db()
        return summary

    def save(
        self, summary: Summary, html: str, *, standfirst: str = "", headline: str = "", by: Any = None
    ) -> Any:
        summary.refresh_from_db()
        revision = summary.current_revision
        return drafting.save_revision(
            by=by or self.editor, summary=summary, seen=revision.n, headline=headline or revision.headline,
            standfirst=standfirst, body=html,
        )  # fmt: skip

    def approve(self, summary: Summary) -> Any:
        summary.refresh_from_db()
        return review.approve(by=self.publisher, summary=summary, seen=summary.current_revision.n)

    def publish(self, summary: Summary | None = None) -> Summary:
        summary = summary or self.write()
        self.approve(summary)
        publish.publish(by=self.other_publisher, summary=summary, seen=summary.current_revision.n)
        summary.refresh_from_db()
        return summary


def make_desk() -> Desk:
    party = cast.source()
    figure = cast.signed(cast.figure(originator=party))
    return Desk(
        editor=cast.person("editor"), publisher=cast.person("publisher"), other_publisher=cast.person("publisher"),
        topic=figure.state.measure.topic, party=party, figure=figure,
    )  # fmt: skip


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()

"""Published things to read: a desk with texts behind its figures, and acts that move what is in print."""

import re
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims import states
from claims.models import Figure, Measure, MeasureRelation, Mention
from claims.values import checked
from ledger import clock
from reviewers.models import Reviewer, Verdict
from sources.models import Capture, Document, Provenance, Source
from summaries import corrections, publish
from summaries.models import Correction, Summary
from tests import cast

ADDRESS = "https://harbour-watch.example/statements/17-may"


def text(of: Figure, *, publisher: Source | None = None, quote: str = "more than 60", words: str = cast.TEXT,
         address: str = ADDRESS, **changes: Any) -> Document:  # fmt: skip
    """A document that says the figure, brought in from `address` and published by `publisher`."""
    document = cast.document(words, **changes)
    if address:
        document.capture = Capture.objects.create(
            blob=document.capture.blob, at=cast.NOON, how="address", address=address,
            is_protected=document.capture.is_protected,
        )  # fmt: skip
        document.save()
    if publisher:
        Provenance.objects.create(document=document, position=0, role="published", source=publisher)
    said = cast.mention(document, quote)
    Mention.objects.filter(pk=said.pk).update(state="accepted", figure=of)
    return document


def released(of: Measure, *, status: str = "attributed", **changes: Any) -> Figure:
    """A signed figure anybody may read of."""
    figure = cast.figure(of, **changes)
    if status != "unreviewed":
        cast.signed(figure, status)
    figure.released_at = cast.NOON
    figure.save()
    return figure


def dispute(figure: Figure, *, by: Reviewer | None = None) -> Figure:
    """The figure signed as disputed, as the act of signing would leave it."""
    return set_status(figure, "disputed", by or cast.person("reviewer"), reason="parties_conflict")


def set_status(
    figure: Figure, status: str, *signers: Reviewer, reason: str = "own_words", **more: Any
) -> Figure:
    """Sign with verdicts and write the status through the one place that writes it."""
    figure.refresh_from_db()
    with transaction.atomic():
        for signer in signers:
            Verdict.objects.create(
                state=figure.state, by=signer, status=status, reason=reason, rationale="Rationale of the desk.",
                at=clock.now(), credibility=2, superseded_by=more.get("superseded_by"),
            )  # fmt: skip
        states.set_status(figure, status=status, signers=list(signers), by=signers[0], **more)
    return figure


def restate(figure: Figure, low: int, *, by: Reviewer | None = None) -> Figure:
    """The figure with a new, unsigned value: what was signed falls."""
    figure.refresh_from_db()
    with transaction.atomic():
        value = checked(comparator="more_than", low=Decimal(low))
        states.new_state(
            figure, by=by or cast.person("editor"), reason="Secret reason of the desk", value=value
        )
    return figure


def decide(summary: Summary, *, by: Reviewer, note: str = "The Watch counted again.") -> Correction:
    """The one correction that is due, decided."""
    due = Correction.objects.get(summary=summary, state="due")
    return corrections.decide_correction(by=by, correction=due, reason="status_fell", note=note)


def everything(desk: Any) -> Summary:
    """Fill a newsroom: a summary with two versions, one taken back, a dispute, a replaced figure, a correction."""
    text(desk.figure, publisher=desk.party)
    part = cast.measure("Families at Tarn Gate")
    MeasureRelation.objects.create(part=part, whole=desk.figure.state.measure, kind="part_of")
    later = released(part, low=9, high=9, comparator="exact", originator=desk.party)
    earlier = released(part, low=5, as_of="2031-04-02", originator=desk.party)
    set_status(earlier, "superseded", cast.person("reviewer"), reason="replaced", superseded_by=later)
    first: Summary = desk.publish()
    desk.save(first, desk.sentence() + "<p>A word more.</p>")
    desk.publish(first)
    gone = desk.publish(desk.write(headline="Taken back"))
    dispute(desk.figure)
    decide(first, by=desk.editor)
    publish.retract(by=desk.publisher, summary=gone, reason="our_error", note="It was wrong.")
    return first


def address(summary: Summary, n: int | None = None) -> str:
    """The address of a summary, or of its version `n`."""
    return (
        reverse("summaries:version", args=[summary.slug, n])
        if n
        else reverse("summaries:summary", args=[summary.slug])
    )


def plain(client: Client, path: str) -> str:
    """The words of a page, as somebody reads them who sees neither pictures nor columns."""
    return words_of(client.get(path).content.decode())


def words_of(html: str) -> str:
    """The words of some HTML, a space where a block ends."""
    html = re.sub(r"<head>.*?</head>|<svg.*?</svg>", "", html, flags=re.DOTALL)
    html = re.sub(r"</(?:td|th|dt|dd|p|li|h[1-6]|div|section)>", " ", html)
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def count(client: Client, path: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)

"""A party and a document printed as open ones, in every place that prints, and protected after that.

Done by the sample newsroom's own people, by acts alone. Each secret is a word that stands nowhere else.
"""

from typing import NamedTuple

from claims.bring_in import bring_in
from claims.filing import file_mention
from claims.measures import create_measure
from claims.models import Figure, Measure, Mention, Topic
from claims.restate import restate
from reviewers.models import Reviewer
from reviewers.people import create_person
from reviewers.sign import EvidenceItem, sign
from sources.describe import describe_document, token
from sources.models import Document, Source
from sources.parties import add_alias, create_source
from summaries.corrections import decide_correction
from summaries.drafting import create_summary, save_revision
from summaries.models import Correction, Summary
from summaries.publish import publish, retract
from summaries.release import release_series
from summaries.review import approve
from summaries.told.parties import protect_source
from summaries.told.protect import protect_document
from tests.newsroom.planted import word

NAME, ALIAS, TITLE, PATH = (
    word("printedname"),
    word("printedalias"),
    word("printedtitle"),
    word("printedpath"),
)
LABEL = "a keeper of the lighthouse"
NUMBER = "1,203"
SECRETS = {"name": NAME, "alias": ALIAS, "title": TITLE, "path": PATH}
ADDRESS = f"https://lighthouse.example/{PATH}/june"


class Printed(NamedTuple):
    """What named the party in print: in words, by the record alone, and not at all."""

    source: Source
    document: Document
    measure: Measure
    in_words: Summary
    of_record: Summary
    retracted: Summary
    figure: Figure
    second: Figure


class Staff(NamedTuple):
    editor: Reviewer
    first: Reviewer
    second: Reviewer
    publisher: Reviewer


def print_openly() -> Printed:
    """Publish everything there is to publish about the party, twice where that makes an old version."""
    staff = _hire()
    source, other = _parties(staff)
    document, theirs = _documents(staff, source, other)
    topic = Topic.objects.get(slug="orlen-marches")
    measure = create_measure(
        by=staff.editor, topic=topic, title=f"Lamps lit, counted by {NAME}", kind="stock", one="lamp", other="lamps",
        definition=f"Lamps that {ALIAS} saw alight.",
    )  # fmt: skip
    figure = _filed(document, NUMBER, measure, source, staff)
    second = _filed(theirs, NUMBER, measure, other, staff)
    _sign_both(figure, second, staff)
    in_words = _in_words(staff, topic, figure)
    of_record = _publish(staff, topic, "Lamps along the coast", f"<p>In all, {_node(figure)} were lit.</p>")
    retracted = _publish(
        staff, topic, "Lamps once more", f"<p>It was {NAME} who saw {_node(figure)} lit.</p>"
    )
    retract(by=staff.publisher, summary=retracted, reason="safety", note=f"{NAME} asked us to.")
    release_series(by=staff.publisher, measure=measure)
    return Printed(source, document, measure, in_words, of_record, retracted, figure, second)


def protect(printed: Printed, *, document: bool = True) -> None:
    """Do what somebody at the desk does who sees the danger, by the acts every door calls."""
    by = Reviewer.objects.get(username="rhea")
    protect_source(by=by, source=printed.source, public_label=LABEL)
    if document:
        protect_document(by=by, document=printed.document, reason="They were threatened.")


def _hire() -> Staff:
    sam = Reviewer.objects.get(username="sam")
    roles = {"editor": "editor", "first": "reviewer", "second": "reviewer", "publisher": "publisher"}
    return Staff(**{
        key: create_person(by=sam, username=f"lamp-{key}", name=f"Lamp {key}", roles=[role])
        for key, role in roles.items()
    })  # fmt: skip


def _parties(staff: Staff) -> tuple[Source, Source]:
    source = create_source(by=staff.first, name=NAME, kind="person")
    add_alias(by=staff.first, source=source, name=ALIAS)
    return source, create_source(by=staff.first, name="Coast Guild", kind="organisation")


def _documents(staff: Staff, source: Source, other: Source) -> tuple[Document, Document]:
    said = "{} said on 3 June 2025 that {} lamps were lit along the coast."
    own = bring_in(
        by=staff.first, content=said.format(NAME, NUMBER).encode(), how="paste", title=f"{TITLE} counts the lamps lit",
        publisher=NAME, address=ADDRESS, published="2025-06-03",
    ).documents[0]  # fmt: skip
    describe_document(by=staff.first, document=own, seen=token(own), publisher=source)
    theirs = bring_in(
        by=staff.first, content=said.format("Coast Guild", NUMBER).encode(), how="paste", title="The guild counts",
        publisher="Coast Guild", published="2025-06-03",
    ).documents[0]  # fmt: skip
    return Document.objects.get(pk=own.pk), theirs


def _filed(document: Document, quote: str, measure: Measure, party: Source, staff: Staff) -> Figure:
    mention = Mention.objects.get(document=document, quote=quote)
    return file_mention(
        by=staff.editor, mention=mention, seen=mention.token, measure=measure, originator=party
    )


def _sign_both(figure: Figure, second: Figure, staff: Staff) -> None:
    """One verified by the other's voice, so that it may be printed without a name; the other attributed."""
    for by in (staff.first, staff.second):
        sign(
            by=by, figure=figure, seen=figure.state.n, status="verified", reason="two_originators", credibility=2,
            rationale="Two who saw it.", evidence=[EvidenceItem(figure=second)],
        )  # fmt: skip
    sign(
        by=staff.first, figure=second, seen=second.state.n, status="attributed", reason="own_words", credibility=2,
        rationale="Their own list.", evidence=[EvidenceItem(mention=second.state.lead_mention)],
    )  # fmt: skip


def _node(figure: Figure) -> str:
    return f'<data data-figure="{figure.uid}" data-wording="full"></data>'


def _in_words(staff: Staff, topic: Topic, figure: Figure) -> Summary:
    """A summary that names the party in every field, its address, a link and a decided correction; two versions."""
    body = (
        f"<p>By <strong>{ALIAS}</strong>'s word {_node(figure)} were lit.</p>"
        f'<p>See <a href="{ADDRESS}">the list</a> of {NAME.upper()}.</p>'
    )
    summary = _publish(staff, topic, f"{NAME} tells of lamps", body, standfirst=f"On the word of {NAME}.")
    figure.refresh_from_db()
    restate(by=staff.editor, figure=figure, seen=figure.state.n, reason="Read again.", counted="oil lamps")
    due = Correction.objects.get(summary=summary, state="due")
    decide_correction(by=staff.editor, correction=due, reason="revision", note=f"{ALIAS} counted again.")
    figure.refresh_from_db()
    second = Figure.objects.exclude(pk=figure.pk).get(current_state__measure=figure.state.measure)
    for by in (staff.first, staff.second):
        sign(
            by=by, figure=figure, seen=figure.state.n, status="verified", reason="two_originators", credibility=2,
            rationale="Two who saw it.", evidence=[EvidenceItem(figure=second)],
        )  # fmt: skip
    _save(staff, summary, body + "<p>Nobody slept.</p>", summary.slug, standfirst=f"On the word of {NAME}.")
    _put_out(staff, summary)
    return summary


def _publish(staff: Staff, topic: Topic, headline: str, body: str, *, standfirst: str = "") -> Summary:
    summary = create_summary(by=staff.editor, topic=topic, headline=headline)
    _save(staff, summary, body, headline, standfirst=standfirst)
    _put_out(staff, summary)
    return summary


def _save(staff: Staff, summary: Summary, body: str, headline: str, *, standfirst: str) -> None:
    summary.refresh_from_db()
    revision = summary.current_revision
    assert revision is not None
    save_revision(
        by=staff.editor, summary=summary, seen=revision.n, headline=revision.headline, standfirst=standfirst, body=body
    )  # fmt: skip


def _put_out(staff: Staff, summary: Summary) -> None:
    summary.refresh_from_db()
    revision = summary.current_revision
    assert revision is not None
    approve(by=staff.publisher, summary=summary, seen=revision.n)
    publish(by=staff.publisher, summary=summary, seen=revision.n)
    summary.refresh_from_db()

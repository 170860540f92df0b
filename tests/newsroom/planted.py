"""Secrets planted in the sample newsroom by the acts of its own people: words that stand nowhere else.

Protected ones never leave the desk, nor reach those at it who may not see protected things. Unpublished ones never
leave the desk. What is planted as open is in print, so that a search that finds nothing at all is noticed.
"""

import hashlib
from typing import NamedTuple

from django.db import connection

from claims.bring_in import bring_in
from claims.filing import file_mention
from claims.findings.close import close_finding
from claims.measures import create_measure
from claims.models import Figure, Finding, Measure, Mention, Topic
from claims.restate import restate
from reviewers.models import Reviewer
from reviewers.people import create_person
from reviewers.sign import EvidenceItem, sign
from sources.describe import describe_document, token
from sources.models import Document, Source
from sources.parties import add_alias, create_source
from summaries.drafting import create_summary, save_revision
from summaries.models import Correction, Summary
from summaries.publish import publish
from summaries.review import approve, request_changes, submit

FIRST_ID = 918_273_000  # every integer key made after this is told from all other numbers by its first digits
OPEN_LABEL = "a clerk of the harbour"
OPEN_NUMBER = "4,117"


def word(of: str) -> str:
    """A word that stands nowhere else, is one word to every reader, and says where it was planted."""
    return f"Zqx{of}{hashlib.sha256(of.encode()).hexdigest()[:6].translate(str.maketrans('0123456789', 'ghijklmnop'))}"


PROTECTED = {
    of: word(of)
    for of in (
        "title", "body", "noun", "place", "filename", "address", "chain", "phrase", "source", "alias", "othertitle",
        "otherbody", "evidence", "finding", "rationale",
    )
} | {"value": "7,413", "value in digits": "7413", "value in JSON": '"7413'}  # fmt: skip
UNPUBLISHED = {
    of: word(of)
    for of in (
        "headline", "standfirst", "draft", "openrationale", "opennote", "correction", "revision", "restated", "asked",
        "editor", "editorname", "editormail", "first", "firstname", "second", "secondname", "publisher",
        "publishername", "measure",
    )
} | {"unreleased value": "8,642", "unreleased value in digits": "8642"}  # fmt: skip

FIRST_TEXT = f"""{PROTECTED["body"]} harbour office
3 June 2025

{PROTECTED["source"]} said on 3 June 2025 that {OPEN_NUMBER} {PROTECTED["noun"]} crates were taken from the store
at {PROTECTED["place"]}.
"""
OTHER_TEXT = f"""{PROTECTED["otherbody"]} harbour office
2 June 2025

{PROTECTED["alias"]} said on 2 June 2025 that {PROTECTED["value"]} crates were taken from the store.
"""
OPEN_TEXT = f"""Harbour union
9 June 2025

The harbour union said on 9 June 2025 that {UNPUBLISHED["unreleased value"]} crates were taken from the store.
The office said that 7,000 were.
"""


class Planted(NamedTuple):
    """What the secrets were planted in."""

    document: Document
    other: Document
    source: Source
    printed: Figure
    hidden: Figure
    published: Summary
    draft: Summary


def raise_keys() -> None:
    """Let every integer key from now on begin at FIRST_ID."""
    tables = [name for name in connection.introspection.table_names() if name.split("_")[0] in OUR_TABLES]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("UPDATE sqlite_sequence SET seq = %s", [FIRST_ID])
            cursor.executemany(
                "INSERT INTO sqlite_sequence (name, seq) "
                "SELECT %s, %s WHERE %s NOT IN (SELECT name FROM sqlite_sequence)",
                [(table, FIRST_ID, table) for table in tables],
            )
            return
        for table in tables:
            cursor.execute(
                "SELECT pg_get_serial_sequence(%s, 'id') FROM information_schema.columns "
                "WHERE table_name = %s AND column_name = 'id' AND is_identity = 'YES'",
                [table, table],
            )
            for (sequence,) in cursor.fetchall():
                cursor.execute("SELECT setval(%s, %s)", [sequence, FIRST_ID])


OUR_TABLES = {"sources", "claims", "reviewers", "summaries"}


def plant() -> Planted:
    """Plant everything, as people who set no public name."""
    raise_keys()
    staff = _hire()
    source = _party(staff["first"])
    document, other, open_one = _documents(staff["first"], source)
    measure = _measure(staff["editor"])
    printed = _file(document, OPEN_NUMBER, measure, source, staff["editor"])
    hidden = _file(other, PROTECTED["value"], measure, source, staff["editor"])
    unreleased = _file(open_one, UNPUBLISHED["unreleased value"], measure, None, staff["editor"])
    _sign(printed, staff["first"], UNPUBLISHED["openrationale"])
    _sign(hidden, staff["first"], PROTECTED["rationale"])
    _sign(unreleased, staff["second"], UNPUBLISHED["openrationale"])
    for finding in Finding.objects.standing().filter(figures=hidden):
        close_finding(by=staff["editor"], finding=finding, reason="error", note=PROTECTED["finding"])
    published = _publish(staff, measure.topic, printed)
    draft = _draft(staff, measure.topic, unreleased)
    _fall(staff, published, printed)
    return Planted(document, other, source, printed, hidden, published, draft)


def _hire() -> dict[str, Reviewer]:
    sam = Reviewer.objects.get(username="sam")
    roles = {"editor": "editor", "first": "reviewer", "second": "reviewer", "publisher": "publisher"}
    return {
        key: create_person(
            by=sam, username=UNPUBLISHED[key].lower(), name=UNPUBLISHED[f"{key}name"], roles=[role],
            email=f"{UNPUBLISHED['editormail']}@newsroom.example" if key == "editor" else "",
        )
        for key, role in roles.items()
    }  # fmt: skip


def _party(by: Reviewer) -> Source:
    source = create_source(
        by=by, name=PROTECTED["source"], kind="person", is_protected=True, public_label=OPEN_LABEL
    )
    add_alias(by=by, source=source, name=PROTECTED["alias"])
    return source


def _documents(by: Reviewer, source: Source) -> list[Document]:
    texts = ((FIRST_TEXT, "title", True), (OTHER_TEXT, "othertitle", True), (OPEN_TEXT, "", False))
    arrived = []
    for text, title, is_protected in texts:
        arrival = bring_in(
            by=by, content=text.encode(), how="upload", is_protected=is_protected,
            title=PROTECTED.get(title, "The harbour union counts crates"),
            file_name=f"{PROTECTED['filename']}.txt" if is_protected else "union.txt",
            address=f"https://harbour.example/{PROTECTED['address']}" if is_protected else "",
            publisher=PROTECTED["source"] if is_protected else "Harbour union",
        )  # fmt: skip
        document = arrival.documents[0]
        if is_protected:
            describe_document(
                by=by, document=document, seen=token(document), chain=[("said", source, PROTECTED["chain"])]
            )
            Document.objects.filter(pk=document.pk).update(published_phrase=PROTECTED["phrase"])
        arrived.append(document)
    return arrived


def _measure(by: Reviewer) -> Measure:
    topic = Topic.objects.get(slug="orlen-marches")
    create_measure(
        by=by, topic=topic, title=f"Barrels at {UNPUBLISHED['measure']}", definition="Barrels, counted.",
        kind="stock", one="barrel", other="barrels",
    )  # fmt: skip
    return create_measure(
        by=by, topic=topic, title="Crates taken from the harbour store", kind="cumulative", one="crate",
        definition="Crates carried out of the harbour store of Ilmport since 1 June 2025.", other="crates",
    )  # fmt: skip


def _file(
    document: Document, quote: str, measure: Measure, originator: Source | None, by: Reviewer
) -> Figure:
    mention = Mention.objects.get(document=document, quote=quote)
    return file_mention(by=by, mention=mention, seen=mention.token, measure=measure, originator=originator)


def _sign(figure: Figure, by: Reviewer, rationale: str, status: str = "", reason: str = "own_words") -> None:
    figure.refresh_from_db()
    has_originator = figure.state.originator_id is not None
    sign(
        by=by, figure=figure, seen=figure.state.n, credibility=3, rationale=rationale,
        status=status or ("attributed" if has_originator else "unverifiable"),
        reason=reason if has_originator else "untraceable",
        evidence=[
            EvidenceItem(mention=figure.state.lead_mention),
            EvidenceItem(note=PROTECTED["evidence"], is_protected=True),
            EvidenceItem(note=UNPUBLISHED["opennote"]),
        ],
    )  # fmt: skip


def _write(by: Reviewer, topic: Topic, headline: str, standfirst: str, body: str, slug: str) -> Summary:
    summary = create_summary(by=by, topic=topic, headline=headline, slug=slug)
    save_revision(by=by, summary=summary, seen=1, headline=headline, standfirst=standfirst, body=body)
    summary.refresh_from_db()
    return summary


def _seen(summary: Summary) -> int:
    summary.refresh_from_db()
    assert summary.current_revision is not None
    return summary.current_revision.n


def _publish(staff: dict[str, Reviewer], topic: Topic, figure: Figure) -> Summary:
    node = f'<data data-figure="{figure.uid}" data-wording="full"></data>'
    body = f"<p>A clerk of the harbour said that {node} were taken.</p>"
    summary = _write(
        staff["editor"], topic, "Crates gone from Ilmport", "On the word of a clerk.", body, "crates-gone"
    )
    submit(by=staff["editor"], summary=summary, seen=_seen(summary))
    approve(by=staff["publisher"], summary=summary, seen=_seen(summary))
    publish(by=staff["publisher"], summary=summary, seen=_seen(summary))
    return summary


def _draft(staff: dict[str, Reviewer], topic: Topic, figure: Figure) -> Summary:
    body = f'<p>{UNPUBLISHED["draft"]} <data data-figure="{figure.uid}" data-wording="full"></data>.</p>'
    summary = _write(
        staff["editor"], topic, UNPUBLISHED["headline"], UNPUBLISHED["standfirst"], body, "a-draft-on-crates"
    )
    submit(by=staff["editor"], summary=summary, seen=_seen(summary))
    request_changes(by=staff["publisher"], summary=summary, seen=_seen(summary), note=UNPUBLISHED["asked"])
    return summary


def _fall(staff: dict[str, Reviewer], published: Summary, figure: Figure) -> None:
    """Let the printed figure fall, and a further revision of the printed summary stand unpublished."""
    figure.refresh_from_db()
    restate(
        by=staff["editor"], figure=figure, seen=figure.state.n, reason=UNPUBLISHED["restated"], counted="crates",
    )  # fmt: skip
    Correction.objects.filter(summary=published, state="due").update(note=UNPUBLISHED["correction"])
    summary = published
    revision = summary.current_revision
    assert revision is not None
    save_revision(
        by=staff["editor"], summary=summary, seen=_seen(summary), headline=revision.headline,
        standfirst=UNPUBLISHED["revision"], body=revision.body,
    )  # fmt: skip

"""Bring a document in: keep its bytes, read them as text, cut, date and trace it, and propose its figures."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.circular import refuse_own_print
from claims.models import Reading
from claims.read_document import ReadThrough, facts_of, own_regions, read_regions, store
from ledger import append, clock
from ledger.people import Person
from ledger.records import committed
from sources import capture as captures
from sources import dating, file_names, provenance
from sources.dates import Dated, typed
from sources.dating import Dating
from sources.describe import provenance_rows
from sources.errors import NotAllowed
from sources.models import Capture, Document, DocumentDateCandidate, Provenance, Text
from sources.parsing import Parsed, parse
from sources.parties import find_sources
from sources.provenance import Step
from sources.split import Slice, opening, slices


@dataclass(frozen=True, slots=True)
class Arrival:
    """What bringing something in came to. `already_here` is the earlier arrival of the same bytes, None for a new one.

    `documents` begins with the whole; a listing's parts follow it. `notes` are sentences for the person.
    """

    capture: Capture
    documents: list[Document]
    n_mentions: int
    already_here: Capture | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Draft:
    """One document worked out and not yet stored."""

    slice: Slice
    title: str
    language: str
    dating: Dating
    is_date_typed: bool
    steps: list[Step]
    read: ReadThrough


def bring_in(  # noqa: PLR0913 each fact a person may give is one keyword
    *,
    by: Person,
    content: bytes,
    how: str,
    file_name: str = "",
    address: str = "",
    title: str = "",
    publisher: str = "",
    published: str = "",
    language: str = "",
    is_protected: bool = False,
) -> Arrival:
    """Bring some bytes in and propose what they say.

    Title, publisher, date and language are worked out where they are not given; a date given for a listing page is
    the page's and not that of its entries. Bytes that are here already, as far as this person may know, make a new
    arrival and nothing else; to anybody else they are new. Reading is done before the one transaction opens.

    Raises NotAllowed; Refused (TooLarge, UnreadableKind, our own print) for what the desk does not take in, with what
    to do instead;
    BadDate; StoreFailed.
    """
    if not by.may("bring-in"):
        raise NotAllowed(_("You may not bring documents in."))
    when = typed(published)
    kept_name, name_notes = file_names.clean_file_name(file_name)
    parsed = parse(content, file_name=kept_name)
    refuse_own_print(content, parsed.text)
    known = _known(by, content)
    drafts = (
        [] if known else _drafts(parsed, title=title, publisher=publisher, published=when, language=language)
    )
    with transaction.atomic():
        capture = captures.arrive(
            by=by, content=content, how=how, file_name=file_name, address=address, is_protected=is_protected
        )
        earlier = _earlier(
            by, capture
        )  # once more: the blob is locked now, and somebody may have been quicker
        if earlier:
            _close_with(capture, earlier)
            captures.enter(capture, by=by)
            return _already(capture, earlier)
        drafts = drafts or _drafts(
            parsed, title=title, publisher=publisher, published=when, language=language
        )
        documents, n_mentions = _store(by, capture, parsed, drafts)
    return Arrival(capture, documents, n_mentions, notes=[*name_notes, *documents[0].text.notes])


# --- what is here already -----------------------------------------------------------------------------


def _of_these_bytes(by: Person, sha256: str) -> list[Document]:
    """Return the documents made of these bytes that this person may know of, wholes before parts.

    Whoever brought something in knows that they did, protected or not.
    """
    found = Document.objects.filter(text__blob__sha256=sha256)
    if not by.may("see-protected"):
        found = found.filter(Q(is_protected=False) | Q(capture__by=by.pk))
    return list(found.select_related("text", "capture").order_by("capture__at", "pk"))


def _known(by: Person, content: bytes) -> bool:
    return bool(_of_these_bytes(by, hashlib.sha256(content).hexdigest()))


def _earlier(by: Person, capture: Capture) -> list[Document]:
    return _of_these_bytes(by, capture.blob.sha256)


def _close_with(capture: Capture, documents: Sequence[Document]) -> None:
    """Protect an arrival of what this person knows to be protected: its address and file name lead there too."""
    if not capture.is_protected and any(document.is_protected for document in documents):
        capture.is_protected = True
        capture.save(update_fields=["is_protected"])


def _already(capture: Capture, documents: Sequence[Document]) -> Arrival:
    first = documents[0].capture
    notes = []
    if all(document.state == Document.State.WITHDRAWN for document in documents):
        notes.append(_("It was withdrawn since. Restore it if it belongs here after all."))
    if capture.is_protected and not documents[0].is_protected:
        notes.append(_("The document that is here is open. Protect it on its own page."))
    same_text = [document for document in documents if document.capture_id == first.pk]
    return Arrival(capture, same_text, 0, first, notes)


# --- working out, without a database -------------------------------------------------------------------


def _drafts(parsed: Parsed, *, title: str, publisher: str, published: Dated, language: str) -> list[Draft]:
    text, today = parsed.text, clock.now().date()
    whole, *parts = slices(parsed)
    # The dates written on a listing page are those of its entries.
    page_date = Dating(published)
    if not published.is_known and (whole.published or not parts):
        page_date = dating.propose(text, published=whole.published, captured_on=today)
    chain = provenance.propose(text, publisher=publisher, site=parsed.publisher, authors=parsed.authors)
    house = next((step.name for step in chain if step.role == Provenance.Role.PUBLISHED), "")
    language = language or parsed.language
    regions = own_regions(whole.start, whole.end, [(part.start, part.end) for part in parts])

    def read_as(regions: list[tuple[int, int]], when: Dating, name: str) -> ReadThrough:
        facts = facts_of(published=when.published, publisher=house, title=name, language=language)
        return read_regions(text, regions, facts)

    name = title or whole.title or opening(text, whole.start, whole.end)
    if parts and not (title or whole.title):
        name = f"List: {name}"
    drafts = [
        Draft(
            whole,
            name[:300],
            language,
            page_date,
            published.is_known,
            chain,
            read_as(regions, page_date, name),
        )
    ]
    for part, when in zip(parts, dating.propose_parts(text, parts, captured_on=today), strict=True):
        steps = provenance.propose(text, part.start, part.end)
        name = (part.title or opening(text, part.start, part.end))[:300]
        through = read_as([(part.start, part.end)], when, name)
        drafts.append(Draft(part, name, language, when, False, steps, through))
    return drafts


# --- storing -------------------------------------------------------------------------------------------


def _store(by: Person, capture: Capture, parsed: Parsed, drafts: list[Draft]) -> tuple[list[Document], int]:
    text = _text(capture, parsed, [note for draft in drafts for note in draft.read.notes])
    documents = _documents(by, capture, text, drafts)
    known = find_sources([step.name for draft in drafts for step in draft.steps], by=by)
    known = {name: party for name, party in known.items() if not party.is_protected}
    pairs = list(zip(documents, drafts, strict=True))
    Provenance.objects.bulk_create(
        row for document, draft in pairs for row in provenance_rows(document, draft.steps, known)
    )
    DocumentDateCandidate.objects.bulk_create(
        DocumentDateCandidate(
            document=document, edtf=each.dated.edtf, earliest=each.dated.earliest, latest=each.dated.latest,
            reason=each.reason,
        )
        for document, draft in pairs
        for each in draft.dating.candidates
    )  # fmt: skip
    readings = store([(document, draft.read.proposed) for document, draft in pairs])
    captures.enter(capture, by=by)
    for document, draft in pairs:
        _enter(by, capture, document, draft, readings[document.pk])
    return documents, sum(map(len, readings.values()))


def _text(capture: Capture, parsed: Parsed, notes: list[str]) -> Text:
    return Text.objects.create(
        blob=capture.blob, parser=parsed.parser, parser_version=parsed.parser_version, encoding=parsed.encoding[:32],
        is_complete=parsed.is_complete, text=parsed.text,
        sha256=hashlib.sha256(parsed.text.encode("utf-8")).hexdigest(), notes=[*parsed.notes, *dict.fromkeys(notes)],
    )  # fmt: skip


def _documents(by: Person, capture: Capture, text: Text, drafts: list[Draft]) -> list[Document]:
    """Store the whole first, then its parts in one go."""
    rows = []
    for position, draft in enumerate(drafts):
        row = Document(
            text=text, capture=capture, start=draft.slice.start, end=draft.slice.end, position=position,
            title=draft.title, language=(draft.language or draft.read.language)[:8], is_protected=capture.is_protected,
        )  # fmt: skip
        row.published = draft.dating.published
        row.published_confirmed_by_id = by.pk if draft.is_date_typed else None
        rows.append(row)
    rows[0].save(force_insert=True)
    for row in rows[1:]:
        row.parent = rows[0]
    return [rows[0], *Document.objects.bulk_create(rows[1:])]


def _enter(by: Person, capture: Capture, document: Document, draft: Draft, readings: list[Reading]) -> None:
    append.append(
        act="claims.bring_in",
        by=by,
        subject=append.urn("document", document.uid),
        codes={
            "capture": str(capture.uid),
            "parent": str(document.parent.uid) if document.parent else None,
            "n_mentions": len(readings),
            "parser": f"{document.text.parser} {document.text.parser_version}",
            "reader": readings[0].reader if readings else None,
        },
        words={
            "title": document.title,
            "published": document.published_edtf,
            "language": document.language,
            "chain": [[step.role, step.name, step.basis] for step in draft.steps],
        },
        rows=committed(*readings),
        is_protected=document.is_protected,
    )

"""What the reader proposes for a document: read once, checked part by part, stored in bulk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from claims.anchors import AROUND, QUOTE_MAX
from claims.errors import BadNumber, BadValue
from claims.extraction import DocumentFacts, ReadFigure, read
from claims.models import Attribution, Mention, Reading, ReadingDateCandidate
from claims.reading import ATTRIBUTIONS_MAX, Words
from claims.values import checked
from ledger import clock
from sources import limits
from sources.dates import NO_DATE, Dated, dated
from sources.describe import publishing_step
from sources.errors import BadDate
from sources.models import Document

Region = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One figure as the reader gives it, fit to be stored. Offsets are absolute in the Text."""

    start: int
    end: int
    quote: str
    words: Words
    reader: str
    confidence: float
    flags: tuple[str, ...]
    is_elided: bool
    candidates: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class ReadThrough:
    """What reading a document gave: the proposals in order, its language, and what a person must be told."""

    proposed: tuple[Proposed, ...]
    language: str
    notes: tuple[str, ...]


def facts_of(*, published: Dated, publisher: str, title: str, language: str) -> DocumentFacts:
    """Gather what the reader is told about a document besides its words.

    It reads days, months and intervals: a season or a doubtful date becomes the interval it stands for.
    """
    edtf = published.edtf
    if (
        published.earliest
        and published.latest
        and not re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", edtf)
    ):
        edtf = f"{published.earliest}/{published.latest}"
    return DocumentFacts(published=edtf, publisher=publisher, title=title, language=language)


def own_regions(start: int, end: int, parts: Iterable[Region]) -> list[Region]:
    """Return what of a document belongs to no part of it: mentions belong to the innermost document."""
    edges = [(start, start), *sorted(parts), (end, end)]
    return [(a[1], b[0]) for a, b in pairwise(edges) if b[0] > a[1]]


def read_regions(text: str, regions: Sequence[Region], facts: DocumentFacts) -> ReadThrough:
    """Read the regions of a text that make up a document. Pure.

    More than FIGURES_A_DOCUMENT figures are not kept, and a number no column can hold is left out; a note says so.
    """
    found: dict[Region, Proposed] = {}
    language, n_unfit, n_more = facts.language, 0, 0
    for start, end in regions:
        if not text[start:end].strip():
            continue
        extraction = read(text[start:end], facts)
        language = language or extraction.language
        for figure in extraction.figures:
            place = (start + figure.start, start + figure.end)
            proposed = fit(figure, place, facts)
            if proposed is None:
                n_unfit += 1
            elif len(found) >= limits.FIGURES_A_DOCUMENT:
                n_more += 1
            else:
                found.setdefault(place, proposed)
    notes = []
    if n_more:
        notes.append(
            f"Only the first {limits.FIGURES_A_DOCUMENT:,} figures were kept; {n_more:,} more stand further down. "
            "Bring the rest in as documents of their own."
        )
    if n_unfit:
        notes.append(
            f"Numbers too long to be kept exactly were left out ({n_unfit}). Add them by hand if they count."
        )
    return ReadThrough(tuple(found[place] for place in sorted(found)), language, tuple(notes))


def fit(figure: ReadFigure, place: Region, facts: DocumentFacts) -> Proposed | None:
    """Turn what was read into what can be stored; None where the number itself cannot."""
    try:
        value = checked(
            comparator=figure.comparator,
            low=figure.low,
            high=figure.high if figure.comparator in ("between", "at_most", "less_than") else None,
        )
    except (BadValue, BadNumber):
        return None
    if len(figure.quote) > QUOTE_MAX or not figure.quote.strip():
        return None
    leans = figure.as_of_basis in ("relative", "publication")
    words = Words(
        value=value,
        as_of=_date(figure.as_of, figure.as_of_basis, figure.as_of_phrase, facts.published if leans else ""),
        since=_date(figure.since, "explicit"),
        counted=figure.counted[:200],
        predicate=figure.predicate[:300],
        kind=figure.kind,
        unit=figure.unit[:32],
        attribution=tuple(name[:300] for name in figure.attribution[:ATTRIBUTIONS_MAX]),
    )
    candidates = (
        _date(edtf, "inferred", figure.as_of_phrase) for edtf in dict.fromkeys(figure.as_of_candidates)
    )
    return Proposed(
        *place, figure.quote, words, figure.reader, figure.confidence, figure.flags, figure.elided,
        tuple(one for one in candidates if one.is_known),
    )  # fmt: skip


def _date(edtf: str | None, basis: str, phrase: str = "", anchor: str = "") -> Dated:
    try:
        return (
            dated(edtf, basis=basis, phrase=phrase[:200], anchor=anchor)
            if edtf
            else Dated(phrase=phrase[:200])
        )
    except BadDate:
        return NO_DATE


def facts_of_stored(document: Document, *, published: Dated) -> DocumentFacts:
    """Gather what the reader is told about a stored document, as if it were dated `published`. Reads its provenance."""
    house = publishing_step(document) or (publishing_step(document.parent) if document.parent else None)
    return facts_of(
        published=published,
        publisher=(house.source.name if house.source else house.words) if house else "",
        title=document.title,
        language=document.language,
    )


def regions_of(document: Document) -> list[Region]:
    """Return what of a stored document is its own and no part's. Reads its parts."""
    return own_regions(document.start, document.end, document.parts.values_list("start", "end"))


def read_stored(document: Document, *, published: Dated) -> ReadThrough:
    """Read a stored document as if it were dated `published`. Reads its text, parts and provenance."""
    facts = facts_of_stored(document, published=published)
    return read_regions(document.text.text, regions_of(document), facts)


def store(documents: Sequence[tuple[Document, Sequence[Proposed]]]) -> dict[int, list[Reading]]:
    """Store new proposals: mentions, first readings, who says it, dates that may be meant. By document id.

    The number of queries does not grow with the figures but for the batches a database takes at once.
    """
    pairs = [(document, one) for document, some in documents for one in some]
    mentions = Mention.objects.bulk_create(_mention(document, one) for document, one in pairs)
    readings = store_readings([(mention, 1, one) for mention, (_, one) in zip(mentions, pairs, strict=True)])
    stored: dict[int, list[Reading]] = {document.pk: [] for document, _ in documents}
    for (document, _one), reading in zip(pairs, readings, strict=True):
        stored[document.pk].append(reading)
    return stored


def store_readings(items: Sequence[tuple[Mention, int, Proposed]]) -> list[Reading]:
    """Store the reader's next reading, number n, of each mention."""
    at = clock.now()
    readings = Reading.objects.bulk_create(_reading(mention, n, one, at) for mention, n, one in items)
    Attribution.objects.bulk_create(
        Attribution(reading=reading, position=position, words=words)
        for reading, (_, _, one) in zip(readings, items, strict=True)
        for position, words in enumerate(one.words.attribution)
    )
    ReadingDateCandidate.objects.bulk_create(
        ReadingDateCandidate(reading=reading, edtf=each.edtf, earliest=each.earliest, latest=each.latest)
        for reading, (_, _, one) in zip(readings, items, strict=True)
        for each in one.candidates
    )
    return readings


def _mention(document: Document, one: Proposed) -> Mention:
    text = document.text.text
    return Mention(
        text=document.text, document=document, start=one.start, end=one.end, quote=one.quote,
        prefix=text[max(document.start, one.start - AROUND) : one.start],
        suffix=text[one.end : min(document.end, one.end + AROUND)],
    )  # fmt: skip


def _reading(mention: Mention, n: int, one: Proposed, at: datetime) -> Reading:
    words = one.words
    reading = Reading(
        mention=mention, n=n, reader=one.reader[:40], at=at, kind=words.kind, unit=words.unit, counted=words.counted,
        is_elided=one.is_elided, predicate=words.predicate, confidence=one.confidence, flags=list(one.flags),
    )  # fmt: skip
    reading.value, reading.as_of, reading.since = words.value, words.as_of, words.since
    return reading

"""One small cast and row builders with fixed defaults, for tests of an app before the acts on its left are in play.

Tests of an act call the act; these builders only lay the ground under it.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from claims.models import Attribution, Figure, FigureState, Measure, MeasureWording, Mention, Reading, Topic
from ledger.canonical import digest
from reviewers.models import Reviewer, RoleGrant, Verdict
from sources.models import Alias, Blob, Capture, Document, Source, Text
from sources.names import fold

NOON = datetime(2031, 5, 20, 12, 0, tzinfo=UTC)
TEXT = "The Harbour Watch said on 17 May 2031 that more than 60 people were brought ashore at Port Ansel."


def person(role: str | None = "reviewer", name: str = "", **changes: Any) -> Reviewer:
    """An account holding `role` (None: no role)."""
    name = name or f"{role or 'nobody'}-{Reviewer.objects.count() + 1}"
    account = Reviewer.objects.create(username=name, name=name.title(), joined_at=NOON, **changes)
    if role:
        RoleGrant.objects.create(person=account, role=role, since=NOON)
    return account


def source(name: str = "Harbour Watch", kind: str = "organisation", **changes: Any) -> Source:
    party = Source.objects.create(name=name, kind=kind, **changes)
    if kind != "anonymous":
        Alias.objects.create(source=party, name=name, folded=fold(name), is_hidden=party.is_protected)
    return party


def document(
    words: str = TEXT, *, published: str = "2031-05-18", is_protected: bool = False, **changes: Any
) -> Document:
    content = words.encode()
    blob, _ = Blob.objects.get_or_create(
        sha256=hashlib.sha256(content).hexdigest(), defaults={"size": len(content), "type": "text/plain"}
    )
    capture = Capture.objects.create(blob=blob, at=NOON, how="paste", is_protected=is_protected)
    text = Text.objects.create(
        blob=blob, parser="plain", parser_version="1", encoding="utf-8", text=words, sha256=blob.sha256
    )
    day = date.fromisoformat(published)
    return Document.objects.create(
        text=text, capture=capture, start=0, end=len(words), language="en", is_protected=is_protected,
        published_edtf=published, published_earliest=day, published_latest=day, published_basis="explicit",
        **{"title": "Brought ashore at Port Ansel", **changes},
    )  # fmt: skip


def mention(
    doc: Document | None = None, quote: str = "more than 60", *, low: Any = 60, high: Any = None,
    comparator: str = "more_than", counted: str = "people", by: list[str] | None = None,
    as_of: str = "2031-05-17", sure: float = 0.9, flags: Sequence[str] = (), **changes: Any,
) -> Mention:  # fmt: skip
    """A proposed mention of `quote` in `doc`, with the reader's one reading."""
    doc = doc or document()
    start = doc.text.text.index(quote, doc.start)
    found = Mention.objects.create(
        text=doc.text, document=doc, start=start, end=start + len(quote), quote=quote,
        prefix=doc.text.text[max(0, start - 32) : start], suffix=doc.text.text[start + len(quote) :][:32], **changes,
    )  # fmt: skip
    day = date.fromisoformat(as_of)
    reading = Reading.objects.create(
        mention=found, n=1, reader="grammar 1", at=NOON, comparator=comparator, counted=counted, confidence=sure,
        low=None if low is None else Decimal(low), high=None if high is None else Decimal(high),
        predicate="were brought ashore", as_of_edtf=as_of, as_of_earliest=day, as_of_latest=day, as_of_basis="explicit",
        flags=list(flags),
    )  # fmt: skip
    for position, words in enumerate(["Harbour Watch"] if by is None else by):
        Attribution.objects.create(reading=reading, position=position, words=words)
    return found


def measure(title: str = "People brought ashore", kind: str = "cumulative", **changes: Any) -> Measure:
    slug = title.lower().replace(" ", "-")
    topic, _ = Topic.objects.get_or_create(slug="port-ansel", defaults={"name": "Port Ansel"})
    made = Measure.objects.create(**{"slug": slug, "topic": topic, "kind": kind, **changes})
    MeasureWording.objects.create(
        measure=made, language="en", title=title, definition=f"{title}, counted from 1 April 2031.",
        one="person", other="people",
    )  # fmt: skip
    return made


def figure(
    of: Measure | None = None, *, low: Any = 60, high: Any = None, comparator: str = "more_than",
    as_of: str = "2031-05-17", originator: Source | None = None, lead: Mention | None = None, **changes: Any,
) -> Figure:  # fmt: skip
    """An unreviewed figure with one state."""
    made = Figure.objects.create(status_since=NOON, **changes)
    day = date.fromisoformat(as_of)
    state = FigureState.objects.create(
        figure=made, n=1, measure=of or measure(), originator=originator, at=NOON, lead_mention=lead,
        comparator=comparator, low=None if low is None else Decimal(low), high=None if high is None else Decimal(high),
        as_of_edtf=as_of, as_of_earliest=day, as_of_latest=day, as_of_basis="explicit", counted="people",
        fingerprint=digest([str(made.uid), 1]),
    )  # fmt: skip
    made.current_state = state
    made.save()
    return made


def signed(made: Figure, status: str = "attributed", *signers: Reviewer, reason: str = "own_words") -> Figure:
    """The figure with a status and the verdicts under it, two where the status needs two."""
    needed = 2 if status in ("verified", "false") else 1
    people = [*signers, *(person("reviewer") for _ in range(needed - len(signers)))]
    for signer in people:
        Verdict.objects.create(
            state=made.state, by=signer, status=status, reason=reason, rationale="Read in the capture.",
            credibility=2, at=NOON, superseded_by=made.superseded_by,
        )  # fmt: skip
    made.status, made.status_since, made.signer_1 = status, NOON, people[0]
    made.signer_2 = people[1] if len(people) > 1 else None
    made.save()
    return made

"""Run a newer reader over what nobody touched.

A proposal that the newer reader still makes gets its next reading where that differs; one it no longer makes is
orphaned, and comes back when a later reader makes it again; new proposals are added beside those that stand. A mention
that a person accepted, corrected, dismissed, filed or added is never moved, and nothing new is proposed on its words.
What a second reader found stays (`claims.second_reading` asks it again), but gives way where the grammar now reads.
Running it twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from claims.extraction.second import FLAG
from claims.models import Mention, Reading
from claims.read_document import Proposed, Region, read_stored, store, store_readings
from claims.reading import words_of
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.errors import NotAllowed
from sources.models import Document

_UNTOUCHED = (Mention.State.PROPOSED, Mention.State.ORPHANED)


@dataclass(frozen=True, slots=True)
class Rereading:
    """How many documents were read, and how many proposals were read anew, added and set aside."""

    n_documents: int = 0
    n_replaced: int = 0
    n_added: int = 0
    n_gone: int = 0

    def __add__(self, other: Rereading) -> Rereading:
        return Rereading(
            self.n_documents + other.n_documents,
            self.n_replaced + other.n_replaced,
            self.n_added + other.n_added,
            self.n_gone + other.n_gone,
        )


def reread(*, by: Person, documents: Iterable[Document] | None = None) -> Rereading:
    """Read documents again (by default all that stand), each in a transaction of its own. Raises NotAllowed."""
    if not by.may("bring-in"):
        raise NotAllowed(_("You may not have documents read."))
    ids = (
        Document.objects.standing().order_by("pk").values_list("pk", flat=True)
        if documents is None
        else [document.pk for document in documents]
    )
    total = Rereading()
    for pk in list(ids):
        total += _one(pk, by=by)
    return total


def _one(pk: int, *, by: Person) -> Rereading:
    with transaction.atomic():
        document = Document.objects.select_for_update(no_key=True).get(pk=pk)
        if document.state != Document.State.IN:
            return Rereading()
        proposed = {
            (one.start, one.end): one for one in read_stored(document, published=document.published).proposed
        }
        there = Mention.objects.filter(text=document.text_id, start__lt=document.end, end__gt=document.start)
        mentions = list(
            there.select_for_update(of=("self",), no_key=True).prefetch_related("readings__attributions")
        )
        untouched = {(each.start, each.end): each for each in mentions if is_untouched(each, document)}
        touched = [(each.start, each.end) for each in mentions if not is_untouched(each, document)]
        own = {place: each for place, each in untouched.items() if _is_answered(place, each, proposed)}
        rows = replace_readings(own, proposed)
        gone = _set_aside(own, proposed)
        new = [one for place, one in proposed.items() if place not in own and not lies_on(place, touched)]
        added = store([(document, new)])[document.pk]
        if rows or gone or added:
            append(
                act="claims.reread",
                by=by,
                subject=urn("document", document.uid),
                codes={"n_replaced": len(rows), "n_added": len(added), "n_gone": gone},
                rows=committed(*rows, *added),
                is_protected=document.is_protected,
            )
    return Rereading(1, len(rows), len(added), gone)


def is_untouched(mention: Mention, document: Document) -> bool:
    """Say whether only the reader ever had to do with a mention of this document. Reads the readings."""
    return (
        mention.document_id == document.pk
        and mention.found_by == Mention.FoundBy.READER
        and mention.state in _UNTOUCHED
        and mention.figure_id is None
        and all(reading.by_id is None for reading in mention.readings.all())
    )


def _is_answered(place: Region, mention: Mention, proposed: dict[Region, Proposed]) -> bool:
    """Say whether what the grammar now proposes says anything about an untouched mention.

    Of those it found, always: no proposal is an answer. Of a second reader's only where it reads the same words.
    """
    return FLAG not in mention.reading.flags or lies_on(place, list(proposed))


def lies_on(place: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def replace_readings(
    own: dict[tuple[int, int], Mention], proposed: dict[tuple[int, int], Proposed]
) -> list[Reading]:
    """Store the next reading where the newer one differs; bring back what an earlier reader had lost."""
    items = []
    for place, mention in own.items():
        one = proposed.get(place)
        if one is None:
            continue
        if mention.state == Mention.State.ORPHANED:
            mention.state = Mention.State.PROPOSED
            mention.save(update_fields=["state"])
        last = mention.reading
        if words_of(last) != one.words or last.reader != one.reader or list(last.flags) != list(one.flags):
            items.append((mention, last.n + 1, one))
    return store_readings(items)


def _set_aside(own: dict[tuple[int, int], Mention], proposed: dict[tuple[int, int], Proposed]) -> int:
    """Orphan the proposals that the newer reader no longer makes; return how many."""
    gone = [
        each.pk
        for place, each in own.items()
        if place not in proposed and each.state == Mention.State.PROPOSED
    ]
    return Mention.objects.filter(pk__in=gone).update(state=Mention.State.ORPHANED)

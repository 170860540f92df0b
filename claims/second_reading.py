"""Ask a second reader about documents that are in, and propose what it finds besides.

Off unless SECOND_READER names one. Each document goes in three steps: what may leave the house is decided and recorded
under its lock; then the reader is asked, with no lock held and no transaction open; then what it found is stored. What
the grammar reads stands before any of it, so nothing that goes wrong here loses a reading (docs/decisions/0012).
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.extraction import DocumentFacts, ReadFigure
from claims.extraction.second import FATAL, FLAG, Reader, SecondReaderFailed, hear, named
from claims.extraction.second.model import OpenAIReader
from claims.leaving import may_leave
from claims.models import Mention, Reading
from claims.read_document import Proposed, Region, facts_of_stored, fit, regions_of, store
from claims.reread import is_untouched, lies_on, replace_readings
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources import limits
from sources.errors import NotAllowed
from sources.models import Document

WITHIN_S = 20.0  # a page waits no longer for the answers about what was brought in
_SENTENCES = {
    "not_loaded": gettext_lazy(
        "The second reader that is set up cannot be loaded. Tell whoever runs this desk."
    ),
    "unreachable": gettext_lazy("The second reader could not be reached."),
    "slow": gettext_lazy("The second reader did not answer in time."),
    "refused": gettext_lazy("The second reader refused to read."),
    "redirected": gettext_lazy(
        "The second reader's address sends elsewhere; the text was not sent after it."
    ),
    "too_long": gettext_lazy("The second reader's answer was too long, and was not read."),
    "not_understood": gettext_lazy("The second reader's answer could not be understood."),
    "broken": gettext_lazy("The second reader failed."),
    "too_many": gettext_lazy("The second reader named more figures than can be; the rest was left out."),
    "cut": gettext_lazy("The text is long: the second reader was given its beginning only."),
}


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What asking came to. `troubles` are codes; `n_left` documents were not asked about after one of them."""

    name: str = ""
    n_documents: int = 0
    n_added: int = 0
    n_kept_here: int = 0
    n_left: int = 0
    troubles: tuple[str, ...] = ()

    def warnings(self, by: Person) -> list[str]:
        """Say what the second reader did not do. The grammar's reading stands in every case.

        That something was kept here is told to those alone who may know of what is protected: to anybody else it would
        say that a name in their text is.
        """
        said = [str(_SENTENCES[code]) for code in self.troubles]
        if self.n_left:
            n = self.n_left
            said.append(
                ngettext("%(n)d document was not given to it.", "%(n)d documents were not given to it.", n)
                % {"n": n}
            )
        if said:
            said.append(_("What our own reader found stands."))
        if self.n_kept_here and by.may("see-protected"):
            said.append(
                _("What is protected, or names somebody protected, was not given to the second reader.")
            )
        return said

    def found(self) -> str:
        """Say what it found, as whose; empty where that is nothing."""
        if not self.n_added:
            return ""
        return ngettext(
            "%(n)d more was found by a second reader, %(name)s. Hold it against the words.",
            "%(n)d more were found by a second reader, %(name)s. Hold them against the words.",
            self.n_added,
        ) % {"n": self.n_added, "name": self.name}


def configured() -> Reader | None:
    """Return the second reader of the settings, None where there is none. Raises SecondReaderFailed (not_loaded)."""
    return named(
        settings.SECOND_READER,
        address=settings.SECOND_READER_URL,
        model=settings.SECOND_READER_MODEL,
        key=settings.SECOND_READER_KEY,
    )


def sentence(trouble: str) -> str:
    """Say what went wrong with a second reader."""
    return str(_SENTENCES[trouble])


def name_of(reader: Reader) -> str:
    """Return the name under which a reader's figures go."""
    return reader.name if isinstance(reader, OpenAIReader) else settings.SECOND_READER[:40]


def read_again(
    *, by: Person, documents: Iterable[Document] | None = None, within_s: float | None = None
) -> SecondReading:
    """Ask the second reader about documents, by default all that stand. Never inside a transaction: RuntimeError.

    `within_s` bounds all of it together: what is not asked by then is left, and that is said. A callable of the
    newsroom's own keeps its own time. Raises NotAllowed.
    """
    if not by.may("bring-in"):
        raise NotAllowed(_("You may not have documents read."))
    try:
        reader = configured()
    except SecondReaderFailed as failure:
        return SecondReading(troubles=(failure.code,))
    if reader is None:
        return SecondReading()
    if within_s is not None and isinstance(reader, OpenAIReader):
        reader = replace(reader, ends_at=time.monotonic() + within_s)
    if documents is None:
        ids = list(Document.objects.standing().order_by("pk").values_list("pk", flat=True))
    else:
        ids = [document.pk for document in documents]
    done = SecondReading(name=name_of(reader))
    for n, pk in enumerate(ids, 1):
        done, is_over = _one(pk, done, reader, by=by)
        if is_over:
            return replace(done, n_left=len(ids) - n)
    return done


def _one(pk: int, done: SecondReading, reader: Reader, *, by: Person) -> tuple[SecondReading, bool]:
    """Ask about one document; return the sum so far, and whether to stop."""
    asked = _let_go(pk, by=by, reader=reader)
    if asked is None:
        return replace(done, n_kept_here=done.n_kept_here + 1), False
    document, regions, facts = asked
    found, troubles = _listen(document, regions, facts, reader)
    n_added = _keep(pk, found, by=by, reader=reader)
    done = replace(
        done,
        n_documents=done.n_documents + 1,
        n_added=done.n_added + n_added,
        troubles=tuple(dict.fromkeys([*done.troubles, *troubles])),
    )
    return done, not FATAL.isdisjoint(troubles)


# --- what leaves ------------------------------------------------------------------------------------


def _let_go(pk: int, *, by: Person, reader: Reader) -> tuple[Document, list[Region], DocumentFacts] | None:
    """Decide under the document's lock whether its words may go, and put on record that they do; None to keep them.

    The record is committed before a word is sent: whoever protects the document is before it, and nothing goes, or
    after it, and can read there where it went.
    """
    with transaction.atomic(durable=True):
        document = (
            Document.objects.select_for_update(of=("self",), no_key=True)
            .select_related("text", "capture", "parent")
            .get(pk=pk)
        )
        if document.state != Document.State.IN or not may_leave(document):
            return None
        text = document.text.text
        regions = [(start, end) for start, end in regions_of(document) if text[start:end].strip()]
        host = urlsplit(settings.SECOND_READER_URL).netloc if isinstance(reader, OpenAIReader) else ""
        append(
            act="claims.ask_second_reader",
            by=by,
            subject=urn("document", document.uid),
            codes={"n_characters": sum(end - start for start, end in regions)},
            words={"reader": name_of(reader), "address": host},
            is_protected=document.is_protected,
        )
        return document, regions, facts_of_stored(document, published=document.published)


def _listen(
    document: Document, regions: list[Region], facts: DocumentFacts, reader: Reader
) -> tuple[list[tuple[Region, ReadFigure]], list[str]]:
    """Ask, with nothing locked; return what was found by its place in the whole text, and what went wrong."""
    found: list[tuple[Region, ReadFigure]] = []
    troubles = []
    for start, end in regions:
        heard = hear(reader, document.text.text[start:end], facts, name=name_of(reader))
        found += [((start + one.start, start + one.end), one) for one in heard.figures]
        if heard.trouble:
            troubles.append(heard.trouble)
        if heard.trouble in FATAL:
            break
    return found, troubles


# --- what is kept -----------------------------------------------------------------------------------


def _keep(pk: int, found: list[tuple[Region, ReadFigure]], *, by: Person, reader: Reader) -> int:
    """Store what was found where nothing is proposed yet, as the second reader's; return how many were added."""
    if not found:
        return 0
    with transaction.atomic():
        document = Document.objects.select_for_update(no_key=True).get(pk=pk)
        if document.state != Document.State.IN:
            return 0
        facts = facts_of_stored(document, published=document.published)
        there = Mention.objects.filter(text=document.text_id, start__lt=document.end, end__gt=document.start)
        mentions = list(
            there.select_for_update(of=("self",), no_key=True).prefetch_related("readings__attributions")
        )
        own = {
            (one.start, one.end): one for one in mentions if is_untouched(one, document) and is_seconds(one)
        }
        taken = [(one.start, one.end) for one in mentions if (one.start, one.end) not in own]
        proposed = {place: one for place, figure in found if (one := fit(figure, place, facts))}
        proposed = {place: one for place, one in proposed.items() if not lies_on(place, taken)}
        rows = replace_readings(own, proposed)
        added = store([(document, _new(own, proposed, room=limits.FIGURES_A_DOCUMENT - len(mentions)))])[pk]
        if rows or added:
            _enter(document, rows, added, by=by, reader=reader)
    return len(added)


def is_seconds(mention: Mention) -> bool:
    """Say whether what a mention says now is a second reader's. Reads the readings."""
    return FLAG in mention.reading.flags


def _new(own: dict[Region, Mention], proposed: dict[Region, Proposed], *, room: int) -> list[Proposed]:
    new = [one for place, one in proposed.items() if place not in own and not lies_on(place, list(own))]
    return new[: max(room, 0)]


def _enter(
    document: Document, rows: list[Reading], added: list[Reading], *, by: Person, reader: Reader
) -> None:
    append(
        act="claims.second_reading",
        by=by,
        subject=urn("document", document.uid),
        codes={"n_replaced": len(rows), "n_added": len(added)},
        words={"reader": name_of(reader)},
        rows=committed(*rows, *added),
        is_protected=document.is_protected,
    )

"""Keeping back whenever more leads to somebody protected than did before, whoever made the tie, and when.

Protecting is one such act (`told.parties`, `told.protect`). The others that tie something in print to a
protected party or document, and were no news when it was protected, ask here: describing, and moving a figure.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import Figure, FigureState, Measure
from claims.set_aside import set_aside_words_of
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.errors import NotNow
from sources.models import Document, Source
from sources.naming import Names, names_of_document, protected_names
from summaries import changes
from summaries.gate.protected import is_worded_with
from summaries.told.telling import tell
from summaries.withheld.sought import captures, everything_sought
from summaries.withheld.withhold import KeptBack, Search, keep_back


@contextmanager
def keeps_ties(document: Document, said: dict[str, Any], *, by: Person) -> Iterator[None]:
    """Do in the block what describes a document, and keep back what leads to somebody protected by it.

    `said` is what the act is asked to say. The caller has locked the document and figures. The counter is taken only
    where a tie may be made, before the first entry. Raises NotNow where somebody was protected in between.
    """
    if not _may_tie(document, said):
        yield
        if _may_tie(document, said):
            raise NotNow(
                _(
                    "A party named here was protected at this moment. Look at it again, and send this once more."
                )
            )
        return
    changes.lock_counter()
    before = everything_sought()
    yield
    now = everything_sought()
    grown = [wanted.besides(had) for wanted, had in zip(now, before, strict=True)]
    if any(grown):
        record_keeping(keep_back(Search(*grown)), set(), by=by, subject=urn("document", document.uid))


def _may_tie(document: Document, said: dict[str, Any]) -> bool:
    """Say whether a description may lead from a document to somebody protected, or from words to a protected one."""
    if document.is_protected and "title" in said:
        return True
    chain = said.get("chain") if isinstance(said.get("chain"), Sequence) else []
    parties = [said.get("publisher"), *(party for _role, party, _words in chain or [])]
    tied = Source.objects.filter(pk__in=[party.pk for party in parties if isinstance(party, Source)])
    if tied.filter(Q(is_protected=True) | Q(printed_as__gt="")).exists():
        return True
    return protected_names().named_anywhere(
        [said.get("publisher_words", ""), *(words for *_who, words in chain or [])]
    )


def keep_back_quoted(figure: Figure, old: FigureState | None, new: FigureState, *, by: Person) -> None:
    """Keep back the changes that led from a public figure to its texts, where a protected party says it from now on.

    Called while the figure moves. Whoever protects holds the counter: asked under it, one of the two sees the other.
    """
    is_same = old is not None and old.originator_id == new.originator_id
    if new.originator_id is None or is_same or figure.released_at is None:
        return
    changes.lock_counter()
    if not _is_closed(new.originator_id):
        return
    quoting = captures(Document.objects.filter(mentions__figure=figure))
    kept = keep_back(Search(Names(), names_of_document([], quoting)))
    if kept.rows:
        record_keeping(kept, {figure.pk}, by=by, subject=urn("figure", figure.uid))


def keep_back_words(figure: Figure, new: FigureState, *, by: Person) -> None:
    """Set aside the words of a measure that name somebody protected, where a public figure is counted under it now."""
    if new.measure is None or figure.released_at is None:
        return
    changes.lock_counter()
    names = protected_names()
    if names and is_worded_with(new.measure, names):
        set_aside_words_of(Measure.objects.get(pk=new.measure.pk), by=by, names=names)


def _is_closed(party: int) -> bool:
    found = Source.objects.get(pk=party)
    return found.is_protected or bool(found.printed_as)


def record_keeping(
    kept: KeptBack, moved: set[int], *, summaries: Iterable[int] = (), by: Person, subject: str
) -> None:
    """Tell readers what reads otherwise now, and write down what was kept back; nothing where nothing was."""
    gone = Figure.objects.filter(uses__revision__versions__current_of__in=kept.taken_down)
    moved |= set(gone.values_list("pk", flat=True))
    told = tell(moved, summaries=kept.summaries | set(summaries), taken_down=kept.taken_down)
    if not kept.rows and not told and not kept.counts:
        return
    append(
        act="summaries.keep_back", by=by, subject=subject,
        codes={**kept.counts, "taken_down": len(kept.taken_down), "changes_told": len(told)},
        rows=committed(*kept.rows, *told), is_protected=True,
    )  # fmt: skip

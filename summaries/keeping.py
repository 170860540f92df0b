"""Keeping back whenever more leads to somebody protected than did before, whoever made the tie, and when.

Protecting is one such act (`summaries.parties`, `summaries.protect`). Any other that ties something in print to a
protected party or document asks here in its own transaction: `before = Ties()`, the act, `keep_back_ties(before, …)`.
"""

from collections.abc import Iterable

from claims.models import Figure, FigureState, Measure
from claims.set_aside import set_aside_words_of
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.models import Document, Source
from sources.naming import Names, names_of_document, protected_names
from summaries import changes
from summaries.gate.protected import is_worded_with
from summaries.sought import captures, everything_sought
from summaries.telling import tell
from summaries.withhold import KeptBack, Search, keep_back


class Ties:
    """What leads to anybody protected at this moment. The caller holds the counter from before it is made."""

    def __init__(self) -> None:
        self.sought = everything_sought()

    def grown(self) -> tuple[Names, Names]:
        """Return what leads there now and did not before."""
        now = everything_sought()
        return now[0].besides(self.sought[0]), now[1].besides(self.sought[1])


def keep_back_ties(before: Ties, moved: set[int], *, by: Person, subject: str) -> bool:
    """Keep back what holds a name or mark that leads to somebody protected since `before`; say whether any was new.

    `moved` are the figures, by id, that read otherwise by the act; they are told of here where something was new, and
    otherwise left to the caller. The caller has locked what `keep_back` asks for.
    """
    names, in_changes = before.grown()
    if not (names or in_changes):
        return False
    record_keeping(keep_back(Search(names, in_changes)), moved, by=by, subject=subject)
    return True


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

"""Telling readers what an act further left changed for them: what was public before it, and what is other after it.

An act that moves what figures or measures print watches them first: `seen = Seen(figures, measures)`, the act, then
`tell_of(seen)`; `hears` does all three and takes the locks. The counter is locked before anything is looked at, so
that nothing is published in between. What the act itself told already, by a figure that fell, is not told again.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from claims.locks import locked_figures
from claims.models import Figure, Measure
from claims.origins import roots
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from reviewers import leaning
from summaries import changes, uses
from summaries.live import public_json, read
from summaries.models import Change, FigureUse, Representation, Summary
from summaries.open_texts import TextLine, texts
from summaries.public.series import public_measures, under
from summaries.syndication.figure_json import figures_json
from summaries.syndication.measure_json import measures_json

Kind = Change.Kind
Said = dict[str, Any]


class Seen:
    """What anybody can read of some figures and measures at this moment. As many queries for a thousand as for one.

    Of a figure: its JSON, and every text its page names, each with whether the party itself published it.
    """

    def __init__(self, figures: Iterable[int], measures: Iterable[int] = ()) -> None:
        self._ids, self._measure_ids = sorted(set(figures)), sorted(set(measures))
        self._since = changes.last_seq()
        self._figures, self._measures = self._of_figures(), self._of_measures()

    def moved(self) -> set[int]:
        """Return the figures, by id, of which something else can be read now, and no change has told yet."""
        now, told = self._of_figures(), self._told("figures")
        other = {pk for pk in now.keys() | self._figures.keys() if now.get(pk) != self._figures.get(pk)}
        return {pk for pk in other if pk not in now or told.get(now[pk][0]["uid"]) != now[pk][0]}

    def moved_measures(self) -> set[int]:
        """Return the measures, by id, of which something else can be read now, and no change has told yet."""
        now, told = self._of_measures(), self._told("measures")
        other = {pk for pk in now if now[pk] != self._measures.get(pk)}
        return {pk for pk in other if told.get(now[pk]["uid"]) != now[pk]}

    def _told(self, what: str) -> dict[str, Said]:
        since = Change.objects.filter(seq__gt=self._since).order_by("seq")
        return {
            one["uid"]: one for content in since.values_list("content", flat=True) for one in content[what]
        }

    def _of_figures(self) -> dict[int, tuple[Said, list[tuple[TextLine, bool]]]]:
        public = list(Figure.objects.public().with_state().filter(pk__in=self._ids).order_by("pk"))
        ids = {str(figure.uid): figure.pk for figure in public}
        said = {
            ids[one["uid"]]: one for one in figures_json(public)
        }  # from here each carries its public state
        own = {figure.pk: figure.state.originator_id for figure in public}
        lines: dict[int, list[tuple[TextLine, bool]]] = {pk: [] for pk in said}
        found = texts(said, language="en") if said else []
        top = roots({pk for pk in [*own.values(), *(line.publisher_id for line in found)] if pk})
        for line in found:
            party = own[line.figure_id]
            is_own = bool(party) and top.get(line.publisher_id or 0) == top.get(party or 0)
            lines[line.figure_id].append((line, is_own))
        return {pk: (said[pk], lines[pk]) for pk in said}

    def _of_measures(self) -> dict[int, Said]:
        if not self._measure_ids:
            return {}
        public = list(public_measures().filter(pk__in=self._measure_ids).order_by("pk"))
        return {one.pk: said for one, said in zip(public, measures_json(public), strict=True)}


@contextmanager
def hears(
    *,
    by: Person,
    subject: str,
    because: str,
    figures: Callable[[], QuerySet[Figure]] = Figure.objects.none,
    measures: Iterable[int] = (),
    moving: Iterable[int] = (),
    words_of: Iterable[int] = (),
    and_lock: Iterable[int] = (),
    is_protected: bool = False,
) -> Iterator[None]:
    """Do the act in the block, and tell readers of every summary, figure and measure that reads otherwise after it.

    `figures` finds what may be printed otherwise, as do the public figures of the `measures` (ids) that count their
    voices anew; `moving` (ids) may fall; `words_of` are measures (ids) whose own page changes. Called in the act's
    transaction, its document locked: measures (those `and_lock` as well), figures and the counter are locked here, in
    this order, before the first entry. Where nothing of this is in print, or in a draft that may go out now, no counter
    is taken.
    """
    counted, worded = set(measures), set(words_of)

    def shown() -> list[int]:
        return watched(figures() | under(counted) | under(worded))

    # What falls may let others fall that rest on it: all are locked now, since the counter comes after figures.
    falling = leaning.carried_by(moving)
    locked_figures({*shown(), *falling}, and_measures=counted | worded | set(and_lock))
    if not shown() and not watched(Figure.objects.filter(pk__in=falling)):
        yield
        return
    changes.lock_counter()
    seen = Seen(shown(), worded)  # looked up again: from here on nothing goes out
    yield
    told = tell(seen.moved(), measures=seen.moved_measures())
    if told:
        append(
            act="summaries.relabel", by=by, subject=subject, codes={"because": because, "changes_told": len(told)},
            rows=committed(*told), is_protected=is_protected,
        )  # fmt: skip


def watched(figures: QuerySet[Figure]) -> list[int]:
    """Return those of the figures that readers see, or would see if a draft went out at this moment. One query."""
    seen = Q(released_at__isnull=False) | Q(n_draft_uses__gt=0) | Q(n_published_uses__gt=0)
    return sorted(set(figures.filter(seen).values_list("pk", flat=True)))


def tell(
    figures: Iterable[int], *, measures: Iterable[int] = (), summaries: Iterable[int] = (),
    taken_down: Iterable[int] = (),
) -> list[Change]:  # fmt: skip
    """Store anew and record every summary that reads otherwise now, and the public figures and measures that moved.

    A change for each summary, with those of the figures it prints; one for each measure, with the others. All are ids.
    `summaries` are looked at besides those that print the figures; those `taken_down` are told of as withdrawn. The
    caller holds the counter, and its entry in the ledger commits to the changes returned.
    """
    moved, withdrawn = set(figures), set(taken_down)
    printed_by = _printed_by(moved)
    wanted = printed_by.keys() | set(summaries) | withdrawn
    recorded: list[Change] = []
    told: set[int] = set()
    for summary in Summary.objects.published().filter(pk__in=wanted).select_related("topic").order_by("pk"):
        if summary.pk not in withdrawn and not _reads_otherwise(summary):
            continue
        its_own = printed_by[summary.pk] - told
        recorded.append(
            changes.record_change(
                seq=changes.next_seq(),
                kind=Kind.WITHDRAWN if summary.pk in withdrawn else Kind.STATUS,
                subject=changes.summary_urn(summary),
                summaries=[summary],
                figures=its_own,
            )  # fmt: skip
        )
        told |= its_own
    return recorded + _of_measures(moved - told, set(measures))


def _printed_by(figures: set[int]) -> dict[int, set[int]]:
    """Return which of the figures each summary in print uses, by its id."""
    found: dict[int, set[int]] = defaultdict(set)
    in_print = FigureUse.objects.filter(figure__in=figures, revision__versions__current_of__isnull=False)
    rows = in_print.exclude(revision__summary__state__in=uses.GONE).values_list("revision__summary", "figure")
    for summary, figure in rows:
        found[summary].add(figure)
    return found


def _reads_otherwise(summary: Summary) -> bool:
    """Say whether a summary says something else than is stored of it, the number of its last change aside."""
    stored = Representation.objects.filter(summary=summary, format="json").first()
    if stored is None:
        return True
    then, now = json.loads(bytes(stored.bytes)), public_json(read(summary))
    now["live"]["change_seq"] = then["live"]["change_seq"]
    return bool(then != now)


def _of_measures(figures: set[int], measures: set[int]) -> list[Change]:
    """Record the measures that moved and the figures that no summary told of, a change for each measure."""
    found: dict[UUID, list[int]] = {
        uid: [] for uid in Measure.objects.filter(pk__in=measures).values_list("uid", flat=True)
    }
    public = Figure.objects.public().filter(pk__in=figures).order_by("pk")
    for pk, uid, measure in public.values_list("pk", "uid", "current_state__measure__uid"):
        found.setdefault(measure or uid, []).append(pk)
    ids = dict(Measure.objects.filter(uid__in=found, pk__in=measures).values_list("uid", "pk"))
    return [
        changes.record_change(
            seq=changes.next_seq(), kind=Kind.STATUS, subject=urn("measure", uid), figures=found[uid],
            measures=[ids[uid]] if uid in ids else [],
        )
        for uid in sorted(found, key=str)
    ]  # fmt: skip

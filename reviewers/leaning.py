"""What signatures lean on, and letting them fall when it gives way: a document that went, a voice that is no other's.

News of figures comes by the signals of claims (`reviewers.receivers`). A document that states no figure, or two parties
found to be one house, move none: the acts that take those away (`reviewers.withdraw`, `summaries.told.parties`,
`summaries.told.protect`) let the signatures fall here, in the same transaction, with the reason in the record.
"""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from claims.locks import locked_figures
from claims.models import Figure
from claims.origins import roots
from ledger import clock
from ledger.append import append, urn
from ledger.models import Entry
from ledger.records import committed
from reviewers.models import Evidence, Reviewer, Verdict
from reviewers.standing import settle
from sources.models import Document

ACT = "reviewers.void_verdicts"


class Why(StrEnum):
    """What a signature leaned on, and what became of that. The codes stand in the record."""

    FIGURE_MOVED = "figure_moved"
    EVIDENCE_WITHDRAWN = "evidence_withdrawn"
    EVIDENCE_PROTECTED = "evidence_protected"
    ONE_HOUSE = "one_house"


SAYS = {
    Why.FIGURE_MOVED: _("A figure its signature rested on has moved"),
    Why.EVIDENCE_WITHDRAWN: _("Its evidence was withdrawn"),
    Why.EVIDENCE_PROTECTED: _("Its evidence was protected"),
    Why.ONE_HOUSE: _("Its two originators are one house by now"),
}


def on_documents(documents: Iterable[Document]) -> QuerySet[Verdict]:
    """Live verdicts with one of these documents among their evidence: itself, a mention in it, or its capture."""
    gone = [document.pk for document in documents]
    return _with_evidence(
        Q(document__in=gone) | Q(mention__document__in=gone) | Q(capture__documents__in=gone)
    )


def on_documents_as_open(documents: Iterable[Document]) -> QuerySet[Verdict]:
    """Live verdicts that rest on one of these documents as on an open one: who signed it as protected knew."""
    there = [document.pk for document in documents]
    lies_there = Q(document__in=there) | Q(mention__document__in=there) | Q(capture__documents__in=there)
    return _with_evidence(lies_there, is_protected=False)


def _with_evidence(condition: Q, **also: bool) -> QuerySet[Verdict]:
    found = Evidence.objects.filter(condition, **also)
    return Verdict.objects.live().filter(pk__in=found.values("verdict"))


def by_two_originators(measures: Iterable[int]) -> QuerySet[Verdict]:
    """Live verdicts under these measures that rest on two originators."""
    two = Verdict.Reason.TWO_ORIGINATORS
    return Verdict.objects.live().filter(reason=two, state__measure__in=list(measures))


def on_one_house(measures: Iterable[int]) -> list[int]:
    """Return the live verdicts of two originators, by id, that under these measures have only one house left.

    Three queries and those of `roots`. One of the figures it pins in another house is enough for a verdict to stand.
    """
    two = by_two_originators(measures)
    pinned = Evidence.objects.filter(verdict__in=two, figure_state__isnull=False)
    rows = list(pinned.values_list("verdict", "verdict__state__originator", "figure_state__originator"))
    top = roots({party for _verdict, own, other in rows for party in (own, other) if party})
    others: dict[int, set[bool]] = defaultdict(set)
    for verdict, own, other in rows:
        others[verdict].add(bool(own and other and top[own] != top[other]))
    return sorted(verdict for verdict, is_another in others.items() if not any(is_another))


def carried_by(figures: Iterable[int]) -> set[int]:
    """Return these figures and every one whose verdicts rest on them, on those, and so on: what one fall may move.

    Two queries for each step. An act locks them all at once, in the order of their ids, before anything falls.
    """
    found: set[int] = set()
    fresh = set(figures)
    while fresh:
        found |= fresh
        rests = Verdict.objects.live().filter(
            Q(evidence__figure_state__figure__in=fresh, reason=Verdict.Reason.TWO_ORIGINATORS)
            | Q(superseded_by__in=fresh)
        )
        fresh = set(rests.values_list("state__figure", flat=True)) - found
    return found


def let_fall(
    verdicts: Iterable[int], *, because: str, why: Why, by: Reviewer, is_protected: bool = False
) -> None:
    """Withdraw verdicts by rule, in the name of the person whose act broke what they rest on, and settle their figures.

    `because` is the uid of what gave way; the entry of each figure says it, and why.
    """
    record_fall(begin_fall(verdicts, by=by), because=because, why=why, by=by, is_protected=is_protected)


def begin_fall(verdicts: Iterable[int], *, by: Reviewer) -> dict[Figure, list[Verdict]]:
    """Withdraw verdicts and settle their figures, in the order of their ids; `record_fall` writes the entries.

    Two steps, because what a fall changes in print locks the counter, which comes before the record: an act that lets
    several things fall writes its own entries last.
    """
    of_figure: dict[int, list[int]] = {}
    rows = Verdict.objects.filter(pk__in=list(verdicts)).order_by("pk").values_list("pk", "state__figure")
    for pk, figure_id in rows:
        of_figure.setdefault(figure_id, []).append(pk)
    fallen: dict[Figure, list[Verdict]] = {}
    for figure in locked_figures(sorted(of_figure)) if of_figure else []:
        # Read again, one by one: the fall of the figure before may have taken this one along.
        live = list(Verdict.objects.live().filter(pk__in=of_figure[figure.pk]).order_by("pk"))
        for verdict in live:
            verdict.withdrawn_at = clock.now()
            verdict.save(update_fields=["withdrawn_at"])
        if live:
            figure.refresh_from_db()
            settle(figure, by=by)
            fallen[figure] = live
    return fallen


def record_fall(
    fallen: dict[Figure, list[Verdict]], *, because: str, why: Why, by: Reviewer, is_protected: bool = False
) -> None:
    """Write an entry for each figure whose verdicts fell, as `begin_fall` returned them."""
    for figure, verdicts in fallen.items():
        append(
            act=ACT,
            by=by,
            subject=urn("figure", figure.uid),
            codes={"because": because, "why": why.value, "status": figure.status, "state": figure.state.n},
            rows=committed(*verdicts),
            is_protected=is_protected,
        )


def why_fell(figures: Iterable[Figure]) -> dict[int, str]:
    """Say of figures why signatures on their present state fell by a rule, by figure id. One query."""
    by_urn = {urn("figure", figure.uid): figure for figure in figures}
    entries = Entry.objects.filter(act=ACT, subject__in=by_urn).order_by("seq")
    of_now = [
        (by_urn[one.subject], one) for one in entries if one.codes.get("state") == by_urn[one.subject].state.n
    ]
    return {figure.pk: said for figure, entry in of_now if (said := _says(entry))}


def why_withdrawn(figure: Figure) -> dict[int, str]:
    """Say of a figure's verdicts that fell by a rule why they did, by verdict id. One query."""
    entries = Entry.objects.filter(act=ACT, subject=urn("figure", figure.uid))
    rows = [(entry, name.removeprefix("row.verdict:")) for entry in entries for name in entry.commitments]
    return {int(pk): _says(entry) for entry, pk in rows if pk.isdigit()}


def _says(entry: Entry) -> str:
    code = entry.codes.get("why", "")
    return str(SAYS[Why(code)]) if code in set(Why) else ""

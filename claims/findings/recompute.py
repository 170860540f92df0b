"""Keeping the stored findings true: computed anew whenever a figure, a date or a document of a measure changes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.findings import Found, Stated, falling_total, same_date_conflict
from claims.models import FigureState, Finding, FindingFigure, Measure, Reading, ReadingDateCandidate
from claims.origins import standing_states
from claims.printing import in_short
from ledger import clock
from ledger.people import Person
from sources.dates import Dated

COMPUTED = (falling_total.CODE, same_date_conflict.CODE)
AT_ONCE = 1000  # keys in one statement; SQLite takes 32,766


@dataclass(frozen=True, slots=True)
class Moved:
    """What a computation changed: the uids of findings it opened, and of those it closed because their facts went."""

    opened: list[UUID] = field(default_factory=list)
    closed: list[UUID] = field(default_factory=list)


def recompute(measures: Iterable[Measure], *, by: Person | None = None) -> Moved:
    """Compute the findings of some measures anew and store the difference, in the caller's transaction.

    A finding somebody closed stays closed while its facts are the same, and opens anew when they change. One whose
    facts vanished is closed in the name of `by`. The number of queries does not grow with the figures.
    """
    wanted = {measure.pk: measure for measure in measures}
    there = {(one.code, one.key): one for one in _found(_states(wanted))}
    of_these = Q(pk__in=[])
    for measure in wanted.values():
        of_these |= Q(key__startswith=f"{measure.uid}:")
    stored = list(Finding.objects.filter(of_these, code__in=COMPUTED))
    standing = {(one.code, one.key): one for one in stored if one.closed_at is None}
    explained = {(one.code, one.key, one.facts_hash) for one in stored if one.closed_at}
    opened = _open(
        [
            one
            for name, one in there.items()
            if name not in standing and (*name, one.facts_hash) not in explained
        ]
    )
    closed = _close([one for name, one in standing.items() if name not in there], by)
    for name, one in standing.items():
        if name in there and one.facts_hash != there[name].facts_hash:
            _rewrite(one, there[name])
    return Moved([one.uid for one in opened], [one.uid for one in closed])


def _states(measures: dict[int, Measure]) -> list[FigureState]:
    states = standing_states().filter(measure__in=measures).select_related("figure", "measure")
    return list(states.prefetch_related("measure__wordings").order_by("figure_id"))


def _found(states: Sequence[FigureState]) -> list[Found]:
    """Run every detector over every series: one measure, one phase."""
    series: dict[tuple[int, int | None], list[FigureState]] = defaultdict(list)
    for state in states:
        if state.measure_id:
            series[state.measure_id, state.phase_id].append(state)
    doubtful = _dates_in_doubt(states)
    return [found for group in series.values() for found in _in_series(group, doubtful)]


def _in_series(group: list[FigureState], doubtful: dict[int, list[ReadingDateCandidate]]) -> list[Found]:
    measure = group[0].measure
    assert measure is not None
    dated = [_stated(state, state.as_of) for state in group if state.as_of.is_known]
    found = same_date_conflict.find(dated, is_flow=measure.kind == Measure.Kind.FLOW)
    if measure.kind == Measure.Kind.CUMULATIVE:
        found += falling_total.find(dated)
        for state in group:
            if state.figure_id in doubtful:
                found += _falls_whatever_is_meant(state, doubtful[state.figure_id], dated)
    unique = {(one.code, one.key): one for one in found}
    return [replace(one, key=f"{measure.uid}:{one.key}") for one in unique.values()]


def _stated(state: FigureState, when: Dated) -> Stated:
    return Stated(str(state.figure.uid), state.figure_id, state.value, when, in_short(state))


def _dates_in_doubt(states: Sequence[FigureState]) -> dict[int, list[ReadingDateCandidate]]:
    """The dates that undated figures may mean, by figure id: of the newest reading of the mention that leads each."""
    leads = {
        state.lead_mention_id: state.figure_id
        for state in states
        if not state.as_of.is_known and state.lead_mention_id
    }
    readings = Reading.objects.filter(mention__in=leads, is_blind=False).prefetch_related("date_candidates")
    newest = {reading.mention_id: reading for reading in readings.order_by("n")}
    return {
        leads[mention_id]: candidates
        for mention_id, reading in newest.items()
        if (candidates := list(reading.date_candidates.all()))
    }


def _falls_whatever_is_meant(
    state: FigureState, candidates: list[ReadingDateCandidate], dated: list[Stated]
) -> list[Found]:
    """Try each date a figure may mean. What would make the total fall is struck out; if every one would, that is told.

    Only what the machine may decide is touched: dates that are open, or that it struck itself before.
    """
    tried: dict[ReadingDateCandidate, list[Found]] = {}
    for candidate in candidates:
        if candidate.by_id is None and candidate.state != ReadingDateCandidate.State.CHOSEN:
            when = Dated(candidate.edtf, candidate.earliest, candidate.latest, basis="inferred")
            here = _stated(state, when)
            tried[candidate] = [
                one for one in falling_total.find([*dated, here]) if state.figure_id in one.figures
            ]
    is_one_left = any(not falls for falls in tried.values())
    for candidate, falls in tried.items():
        _strike(candidate, falls[0].sentence if falls and is_one_left else "")
    return [] if is_one_left else [one for falls in tried.values() for one in falls]


def _strike(candidate: ReadingDateCandidate, reason: str) -> None:
    states = ReadingDateCandidate.State
    state = states.STRUCK if reason else states.OPEN
    if (candidate.state, candidate.reason) != (state, reason[:300]):
        candidate.state, candidate.reason = state, reason[:300]
        candidate.save()


def _open(found: Sequence[Found]) -> list[Finding]:
    now = clock.now()
    opened = Finding.objects.bulk_create(
        Finding(
            code=one.code, key=one.key, severity=one.severity, sentence=one.sentence[:600], facts_hash=one.facts_hash,
            opened_at=now,
        )
        for one in found
    )  # fmt: skip
    _name_figures(dict(zip(opened, found, strict=True)))
    return opened


def _rewrite(finding: Finding, found: Found) -> None:
    """The same thing to explain, with other numbers: the open finding says them."""
    finding.sentence, finding.severity = found.sentence[:600], found.severity
    finding.facts_hash = found.facts_hash
    finding.save()
    FindingFigure.objects.filter(finding=finding).delete()
    _name_figures({finding: found})


def _name_figures(named: dict[Finding, Found]) -> None:
    FindingFigure.objects.bulk_create(
        FindingFigure(finding=finding, figure_id=pk, position=position)
        for finding, found in named.items()
        for position, pk in enumerate(found.figures)
    )


def _close(findings: Sequence[Finding], by: Person | None) -> list[Finding]:
    """Close what is no longer so. Its hash is cleared: should the same facts come back, they open a new finding."""
    now, why = clock.now(), _("Closed by itself: after a change the figures no longer say so.")
    for first in range(0, len(findings), AT_ONCE):
        these = Finding.objects.filter(pk__in=[one.pk for one in findings[first : first + AT_ONCE]])
        these.update(
            closed_reason=Finding.ClosedBecause.ERROR, closed_at=now, closed_by=by.pk if by else None,
            closed_note=why, facts_hash="",
        )  # fmt: skip
    return list(findings)

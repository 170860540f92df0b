"""Where a mention seems to belong: under a figure that says the same, or under a measure of its own voice.

Proposals are worked out when they are looked at and stored nowhere. They compare words by their stems, values as
intervals, dates as intervals and originators by their root owners.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from claims.models import Figure, FigureState, Measure, Mention, Reading
from claims.origins import originator_of, roots
from claims.printing import in_short
from claims.values import agree
from ledger.people import Person
from sources.dates import Dated, overlap
from sources.models import Source

STATES_READ_MAX = 2000  # newest first: more than a person could compare, and a bound on the time a page takes
MEASURES_MAX = 3
FIGURES_MAX = 3
_WORD = re.compile(r"\w{3,}")
_STEM = 5
# Words that stand in any sentence and tell nothing of what is counted.
_EMPTY = frozenset(
    "the and for from that this with were was are have has had been who whom which their they them its his her than"
    " into out about over under said says also what when where will would could should not all any some more most other"
    " или для что как это был была были есть под над при его её них они она оно том тем чем уже ещё также который"
    " которые которых было из-за".split()
)
_NOUNS_ONLY = frozenset(
    "people persons person men women children cases человек люди людей мужчин женщин детей".split()
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One place to file. `figure` None: a figure of its own under `measure`.

    `relation` is `repeat` (the same document again), `echo` (another document, the same voice), `corroboration`
    (another voice that agrees) or `new`. `why` is one sentence for the person who decides.
    """

    measure: Measure
    figure: Figure | None
    originator: Source | None
    relation: str
    why: str


def proposals(mention: Mention, *, by: Person) -> list[Proposal]:
    """Propose where to file a mention, best first; an empty list where nothing in the desk fits.

    Only figures that `by` may know of are compared. The number of queries does not grow with the desk.
    """
    reading = mention.reading
    party = originator_of(reading, mention.document, by=by)
    measures = list(Measure.objects.standing().with_words())
    states = _states(measures, by)
    ranked = (_rank(reading, measures, states) or _by_number(mention, measures, states))[:MEASURES_MAX]
    voices = roots(
        {state.originator_id for state in states if state.originator_id} | ({party.pk} if party else set())
    )
    under = defaultdict(list)
    for state in states:
        under[state.measure_id].append(state)
    found: list[Proposal] = []
    for measure, shared in ranked:
        alike = [state for state in under[measure.pk] if _agrees(reading, state)]
        same = [state for state in alike if _is_same_voice(mention, state, party, voices)][:FIGURES_MAX]
        found += [_under_figure(mention, measure, state, party) for state in same]
        if not same and shared:
            found.append(_of_its_own(measure, alike, party, shared))
    return sorted(found, key=lambda one: one.figure is None)


def _states(measures: Iterable[Measure], by: Person) -> list[FigureState]:
    shown = Figure.objects.visible_to(by).filter(current_state__measure__in=measures)
    states = FigureState.objects.filter(current_of__in=shown).select_related(
        "figure", "lead_mention", "originator", "measure"
    )
    return list(states.prefetch_related("measure__wordings").order_by("-id")[:STATES_READ_MAX])


# --- which measure -------------------------------------------------------------------------------


def stems(*texts: str) -> set[str]:
    """The beginnings of the telling words of some texts: `stems("were evacuated") == {"evacu"}`."""
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    return {word[:_STEM] for word in words - _EMPTY}


def _rank(
    reading: Reading, measures: list[Measure], states: list[FigureState]
) -> list[tuple[Measure, set[str]]]:
    """Order the measures that share a telling word with the reading; the noun alone ("people") tells nothing."""
    told = stems(reading.counted, reading.predicate) - {word[:_STEM] for word in _NOUNS_ONLY}
    vocabulary: dict[int, set[str]] = defaultdict(set)
    for state in states:
        if state.measure_id:
            vocabulary[state.measure_id] |= stems(state.counted, state.predicate)
    scored = []
    for measure in measures:
        if not _is_same_unit(reading, measure):
            continue
        titles = stems(*(words for one in measure.wordings.all() for words in (one.title, one.definition)))
        shared = told & (titles | vocabulary[measure.pk])
        if shared:
            score = 2 * len(told & vocabulary[measure.pk]) + len(told & titles)
            scored.append((score, measure, shared))
    scored.sort(key=lambda one: (-one[0], one[1].slug))
    return [(measure, shared) for _score, measure, shared in scored]


def _by_number(
    mention: Mention, measures: list[Measure], states: list[FigureState]
) -> list[tuple[Measure, set[str]]]:
    """Where the words tell nothing of what is counted: the measures under which this document says the same number.

    Never across documents: the same round number counts unlike things too often.
    """
    reading = mention.reading
    if stems(reading.counted, reading.predicate) - {word[:_STEM] for word in _NOUNS_ONLY}:
        return []
    bounds = {reading.low, reading.high} - {None}
    near = {
        state.measure_id
        for state in states
        if state.lead_mention and state.lead_mention.document_id == mention.document_id
        and {state.low, state.high} - {None} == bounds
    }  # fmt: skip
    return [
        (measure, set()) for measure in measures if measure.pk in near and _is_same_unit(reading, measure)
    ]


def _is_same_unit(reading: Reading, measure: Measure) -> bool:
    if reading.kind == Reading.Kind.COUNT:
        return measure.unit == ""
    return measure.unit != "" and (not reading.unit or reading.unit.casefold() == measure.unit.casefold())


# --- which figure --------------------------------------------------------------------------------


def _agrees(reading: Reading, state: FigureState) -> bool:
    if not (reading.value.is_known and state.value.is_known):
        return False
    return agree(reading.value, state.value) and may_be_same_date(reading.as_of, state.as_of)


def may_be_same_date(a: Dated, b: Dated) -> bool:
    """Say whether two dates may mean one day. A publication date only says "by then"; no date excludes nothing."""
    if not (a.is_known and b.is_known) or overlap(a, b):
        return True
    if a.basis == "publication":
        return b.earliest is None or a.latest is None or b.earliest <= a.latest
    if b.basis == "publication":
        return a.earliest is None or b.latest is None or a.earliest <= b.latest
    return False


def _is_same_voice(
    mention: Mention, state: FigureState, party: Source | None, voices: dict[int, int]
) -> bool:
    """Say whether one party says both. Unnamed words repeat what their own document says under a name."""
    if party is None:
        return state.lead_mention is not None and state.lead_mention.document_id == mention.document_id
    if state.originator_id is None:
        return False
    return voices[party.pk] == voices[state.originator_id]


def _under_figure(mention: Mention, measure: Measure, state: FigureState, party: Source | None) -> Proposal:
    lead = state.lead_mention
    is_repeat = lead is not None and lead.document_id == mention.document_id
    names = {"party": party.printed_name if party else "", "figure": in_short(state)}
    why = (
        _("The same document says it again: %(figure)s.") % names
        if is_repeat
        else _("%(party)s says the same elsewhere: %(figure)s. An echo, not a second voice.") % names
    )
    return Proposal(measure, state.figure, party, "repeat" if is_repeat else "echo", why)


def _of_its_own(
    measure: Measure, alike: list[FigureState], party: Source | None, shared: set[str]
) -> Proposal:
    others = [state for state in alike if state.originator_id]
    if others and party:
        names = {"party": party.printed_name, "figure": in_short(others[0])}
        why = (
            _(
                "%(party)s is another voice and agrees with %(figure)s: a figure of its own, which corroborates."
            )
            % names
        )
        return Proposal(measure, None, party, "corroboration", why)
    words = ", ".join(f"“{stem}…”" for stem in sorted(shared)[:3])
    why = _("The words %(words)s are those of “%(measure)s”.") % {"words": words, "measure": measure}
    return Proposal(measure, None, party, "new", why)

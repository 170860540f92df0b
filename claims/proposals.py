"""Where a mention seems to belong: under a figure that says the same, or under a measure of its own voice.

Proposals are worked out when they are looked at and stored nowhere. They compare words by their stems, values as
intervals, dates as intervals and originators by their root owners.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from claims.models import Figure, FigureState, Measure, Mention, Reading
from claims.origins import originator_of, roots
from claims.printing import in_short
from claims.values import Value, agree, without_qualifier
from ledger.people import Person
from sources.dates import Dated, overlap
from sources.models import Source

STATES_READ_MAX = 2000  # newest first: more than a person could compare, and a bound on the time a page takes
MEASURES_MAX = 3
FIGURES_MAX = 3
_WORD = re.compile(r"[^\W\d]{3,}")
_SENTENCE = re.compile(r"[.!?;:\n]\s")
_CLAUSE = re.compile(r"[.!?;:,\n]\s")
_STEM = 6
ENOUGH = 0.5  # a word that two measures share, or two that four share
NEAR_THE_BEST = 0.6
# Words that stand in any sentence and tell nothing of what is counted.
_EMPTY = frozenset(
    "the and for from that this with were was are have has had been who whom which their they them its his her than"
    " into out about over under said says also what when where will would could should not all any some more most other"
    " those these there here only many much nobody everybody count counted counts number total"
    " since off until till during after before ago again still then within between against among"
    " или для что как это был была были есть под над при его её них они она оно том тем чем уже ещё также который"
    " которые которых было из-за".split()
)
_PRONOUNS = frozenset("she her they them their him his она они его ему ей".split())
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
    ranked = _rank(mention, reading, measures, states) or _by_number(mention, measures, states)
    voices = roots(
        {state.originator_id for state in states if state.originator_id} | ({party.pk} if party else set())
    )
    under = defaultdict(list)
    for state in states:
        under[state.measure_id].append(state)
    found: list[Proposal] = []
    for measure, shared in ranked[:MEASURES_MAX]:
        alike = [state for state in under[measure.pk] if _agrees(reading, state)]
        same = [state for state in alike if _is_same_voice(mention, reading, state, party, voices, by=by)][
            :FIGURES_MAX
        ]
        found += [_under_figure(mention, measure, state, party) for state in same]
        if not same and shared:
            found.append(_of_its_own(measure, alike, party, _in_full(shared, mention, reading)))
    return sorted(found, key=lambda one: one.figure is None)


def _states(measures: Iterable[Measure], by: Person) -> list[FigureState]:
    shown = Figure.objects.visible_to(by).filter(current_state__measure__in=measures)
    states = FigureState.objects.filter(current_of__in=shown).select_related(
        "figure", "lead_mention", "originator", "measure"
    )
    return list(states.prefetch_related("measure__wordings").order_by("-id")[:STATES_READ_MAX])


# --- which measure -------------------------------------------------------------------------------


def stems(*texts: str) -> set[str]:
    """The beginnings of the telling words of some texts: `stems("were evacuated") == {"evacua"}`."""
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    return {word[:_STEM] for word in words - _EMPTY}


def _rank(
    mention: Mention, reading: Reading, measures: list[Measure], states: list[FigureState]
) -> list[tuple[Measure, set[str]]]:
    """Order the measures whose words the mention shares, best first; what shares too little is left out.

    A word counts the more, the fewer measures use it: "teachers" tells little where four measures count teachers,
    "held" tells much where one counts those held. The noun alone ("people") tells nothing.
    """
    told = _told(mention, reading)
    fitting = [measure for measure in measures if _is_same_unit(reading, measure)]
    words = {measure.pk: told & vocabulary for measure, vocabulary in _vocabularies(fitting, states)}
    users = Counter(stem for shared in words.values() for stem in shared)
    score = {pk: sum(1 / users[stem] for stem in shared) for pk, shared in words.items()}
    enough = max(ENOUGH, NEAR_THE_BEST * max(score.values(), default=0))
    ranked = sorted(fitting, key=lambda measure: (-score[measure.pk], measure.slug))
    return [(measure, words[measure.pk]) for measure in ranked if score[measure.pk] >= enough]


def _told(mention: Mention, reading: Reading) -> set[str]:
    """The telling words of a reading; where it has no predicate, those beside the number in its own sentence."""
    beside = (_CLAUSE.split(mention.prefix)[-1], _SENTENCE.split(mention.suffix)[0])
    said = (reading.predicate,) if reading.predicate else beside
    return stems(reading.counted, *said) - {word[:_STEM] for word in _NOUNS_ONLY}


def _in_full(found: set[str], mention: Mention, reading: Reading) -> list[str]:
    """The words of a mention that begin with one of the stems, as they stand there and in their order."""
    texts = (reading.counted, reading.predicate, mention.prefix, mention.suffix)
    words = [word for text in texts for word in _WORD.findall(text) if word.casefold()[:_STEM] in found]
    return list({word.casefold(): word for word in reversed(words)}.values())[::-1]


def _vocabularies(measures: list[Measure], states: list[FigureState]) -> list[tuple[Measure, set[str]]]:
    """The words of each measure: its titles', and those its figures were said in. Definitions say too much else."""
    used: dict[int, set[str]] = defaultdict(set)
    for state in states:
        if state.measure_id:
            used[state.measure_id] |= stems(state.counted, state.predicate)
    return [
        (
            measure,
            used[measure.pk] | stems(*(one.title for one in measure.wordings.all())),
        )
        for measure in measures
    ]


def _by_number(
    mention: Mention, measures: list[Measure], states: list[FigureState]
) -> list[tuple[Measure, set[str]]]:
    """Where no words tell what is counted: the measures under which this document says the same number.

    Never across documents: the same round number counts unlike things too often.
    """
    reading = mention.reading
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
    return says_same(reading.value, state.value) and may_be_same_date(reading.as_of, state.as_of)


def says_same(a: Value, b: Value) -> bool:
    """Say whether two values may be one statement, which is more than that both can be true.

    "at least 4" and "more than 120" agree, and are two statements. One statement has the same bounds, a qualifier
    lost or not; "about" and "between" allow what lies near: "about 60" may be the "58" of another outlet.
    """
    if without_qualifier(a) == without_qualifier(b):
        return True
    loose = {"about", "between"} & {a.comparator, b.comparator}
    return bool(loose) and agree(_near(a), _near(b))


def _near(value: Value) -> Value:
    return value if value.comparator == "between" else replace(without_qualifier(value), comparator="about")


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
    mention: Mention, reading: Reading, state: FigureState, party: Source | None, voices: dict[int, int],
    *, by: Person,
) -> bool:  # fmt: skip
    """Say whether one party says both. A name the desk does not know may be a short form, in the same document only.

    Never of a party protected from the person: a guessed part of its name would be told right from wrong.
    """
    if state.originator is None:
        return False
    if party is not None:
        return voices[party.pk] == voices[state.originator.pk]
    if state.originator.is_protected and not by.may("see-protected"):
        return False
    is_here = state.lead_mention is not None and state.lead_mention.document_id == mention.document_id
    chain = list(reading.attributions.all())
    short = set(_WORD.findall(chain[-1].words.casefold())) if chain else set()
    whole = set(_WORD.findall(state.originator.name.casefold()))
    return is_here and bool(chain) and (short <= whole or short <= _PRONOUNS)


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
    measure: Measure, alike: list[FigureState], party: Source | None, shared: list[str]
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
    words = ", ".join(f"“{word}”" for word in shared[:3])
    why = _("The words %(words)s are those of “%(measure)s”.") % {"words": words, "measure": measure}
    return Proposal(measure, None, party, "new", why)

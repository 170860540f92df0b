"""Saying a figure otherwise: its next state, by a person who thereby makes it; and going back to an earlier one."""

from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from claims.errors import BadValue, NotAllowed, NotFound, NotNow
from claims.filing import phase_at
from claims.locks import locked_figures
from claims.models import Figure, FigureState, Hand, Measure, Phase
from claims.stale import refuse_stale_figure
from claims.states import codes_of, new_state
from claims.values import Value, checked
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.dates import Dated
from sources.models import Source


class Keep:
    """Stands for "as it is", where None already means "not known"."""

    def __repr__(self) -> str:
        return "KEEP"


KEEP: Final = Keep()

PARTS = ("value", "as_of", "since", "measure", "phase", "originator", "counted", "predicate")
HAND_OF = {
    "value": Hand.What.VALUE, "counted": Hand.What.VALUE, "predicate": Hand.What.VALUE, "as_of": Hand.What.DATE,
    "since": Hand.What.DATE, "measure": Hand.What.MEASURE, "phase": Hand.What.MEASURE,
    "originator": Hand.What.ORIGINATOR,
}  # fmt: skip


def restate(  # noqa: PLR0913 each part of a figure is one keyword
    *,
    by: Person,
    figure: Figure,
    seen: int,
    value: Value | Keep = KEEP,
    as_of: Dated | Keep = KEEP,
    since: Dated | Keep = KEEP,
    measure: Measure | Keep = KEEP,
    phase: Phase | None | Keep = KEEP,
    originator: Source | None | Keep = KEEP,
    counted: str | Keep = KEEP,
    predicate: str | Keep = KEEP,
    reason: str,
) -> FigureState:
    """Give the figure a new state; its status falls and the person becomes a maker of what they changed.

    `seen` is the number of the state the form showed. A new measure or date brings its counting phase with it unless
    `phase` is named. Raises BadValue (no reason, nothing changed in shape), NotAllowed, NotFound, NotNow, OutOfDate.
    """
    asked: dict[str, Any] = {
        "value": value, "as_of": as_of, "since": since, "measure": measure, "phase": phase, "originator": originator,
        "counted": counted, "predicate": predicate,
    }  # fmt: skip
    asked = {name: said for name, said in asked.items() if not isinstance(said, Keep)}
    reason = _reason(reason)
    _check_shape(asked)
    with transaction.atomic():
        figure = _taken(by, figure, seen, and_measure=asked.get("measure"))
        what = _differing(figure.state, asked)
        if not what:
            raise NotNow(_("Nothing was changed: the figure says this already."))
        _refuse_opening(figure.state, what, by=by)
        hands = [(by, kind) for kind in dict.fromkeys(HAND_OF[name] for name in what)]
        if what.keys() & {"measure", "as_of"} and "phase" not in what:
            there = what.get("measure", figure.state.measure)
            assert there is not None  # `_taken` refuses a figure without one
            what["phase"] = phase_at(there, what.get("as_of", figure.state.as_of))
        state = new_state(figure, by=by, reason=reason, hands=hands, **what)
        _record("claims.restate", by, state, parts=" ".join(sorted(what.keys())))
    return state


def revert(*, by: Person, figure: Figure, seen: int, to_n: int, reason: str) -> FigureState:
    """Undo: a new state that says what state `to_n` said. Nothing is taken away, and the person becomes a maker.

    Raises NotFound without such a state, NotNow where it says the same as now, and as `restate`.
    """
    reason = _reason(reason)
    with transaction.atomic():
        earlier = FigureState.objects.filter(figure=figure, n=to_n).select_related("measure").first()
        figure = _taken(by, figure, seen, and_measure=earlier.measure if earlier else None)
        if earlier is None:
            raise NotFound(_("This figure has no state of that number."))
        what = _differing(figure.state, {name: getattr(earlier, name) for name in PARTS})
        if not what:
            raise NotNow(_("The figure says this already."))
        _refuse_opening(figure.state, what, by=by)
        if "measure" in what and what["measure"] is None:
            raise NotNow(_("That state stood under no measure. File its words again instead."))
        hands = [(by, kind) for kind in dict.fromkeys(HAND_OF[name] for name in what)]
        state = new_state(figure, by=by, reason=reason, hands=hands, **what)
        _record("claims.revert", by, state, parts=" ".join(sorted(what)), to_n=to_n)
    return state


# --- steps ---------------------------------------------------------------------------------------


def _reason(words: str) -> str:
    words = " ".join(words.split())
    if not words or len(words) > 300 or "\0" in words:
        raise BadValue(_("Say in one sentence, of at most 300 characters, why the figure is changed."))
    return words


def _check_shape(asked: dict[str, Any]) -> None:
    value = asked.get("value")
    if value is not None:
        asked["value"] = checked(
            comparator=value.comparator, low=value.low, high=value.high, state=value.state
        )
    for name, longest in (("counted", 200), ("predicate", 300)):
        if name in asked:
            asked[name] = " ".join(asked[name].split())
            if len(asked[name]) > longest or "\0" in asked[name]:
                raise BadValue(_("At most %(n)d characters say what is counted.") % {"n": longest})


def _taken(by: Person, figure: Figure, seen: int, *, and_measure: Measure | None) -> Figure:
    """Ask whether the person may, lock the figure with its measures, refuse a stale form."""
    if not Figure.objects.visible_to(by).filter(pk=figure.pk).exists():
        raise NotFound(_("There is no such figure."))
    if not by.may("restate-figure", figure):
        raise NotAllowed(_("Your roles do not let you change what a figure says."))
    (figure,) = locked_figures([figure], and_measures=[and_measure])
    refuse_stale_figure(figure, seen)
    if figure.state.measure_id is None:
        raise NotNow(_("This figure stands under no measure: its words were taken out. File them again."))
    if and_measure is not None:
        and_measure.refresh_from_db()
        if and_measure.state != Measure.State.OPEN and and_measure.pk != figure.state.measure_id:
            raise NotNow(_("That measure is no longer in use. Choose another one."))
    return figure


def _differing(state: FigureState, asked: dict[str, Any]) -> dict[str, Any]:
    """Keep what is said otherwise than now."""
    return {name: said for name, said in asked.items() if getattr(state, name) != said}


def _refuse_opening(state: FigureState, what: dict[str, Any], *, by: Person) -> None:
    """Refuse that who may not see a protected originator takes it away: the texts of the figure would be open again."""
    hidden = state.originator
    if "originator" in what and hidden and hidden.is_protected and not by.may("see-protected"):
        raise NotNow(_("Its originator is protected. Only who may see protected things can name another."))


def _record(act: str, by: Person, state: FigureState, **codes: str | int) -> None:
    lead = state.lead_mention
    append(
        act=act,
        by=by,
        subject=urn("figure", state.figure.uid),
        codes={"n": state.n, **codes, **codes_of(state)},
        words={"reason": state.reason, "value": str(state.value)},
        rows=committed(state),
        is_protected=bool(lead and lead.document.is_protected),
    )

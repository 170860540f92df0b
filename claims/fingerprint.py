"""What a signature binds to: one hash over everything a figure's state asserts. Pure but for following foreign keys."""

from claims.models import FigureState
from claims.numbers import plain
from claims.values import Value
from ledger.canonical import digest
from sources.dates import Dated


def fingerprint(state: FigureState) -> str:
    """Return the SHA-256, in hex, over what the state says.

    Two states of one figure that say the same thing have the same fingerprint, whoever made them and when.
    Reads the uids of measure, originator and lead mention.
    """
    return digest({
        "figure": state.figure.uid,
        "value": _value(state.value),
        "as_of": _date(state.as_of),
        "since": _date(state.since),
        "valid_until": state.valid_until,
        "measure": state.measure.uid if state.measure else None,
        "phase": state.phase.n if state.phase else None,
        "originator": state.originator.uid if state.originator else None,
        "counted": state.counted,
        "predicate": state.predicate,
        "lead_mention": state.lead_mention.uid if state.lead_mention else None,
        "formula": state.formula,
    })  # fmt: skip


def _value(value: Value) -> dict[str, object]:
    ends = [None if end is None else plain(end) for end in (value.low, value.high)]
    return {"state": value.state, "comparator": value.comparator, "bounds": ends}


def _date(when: Dated) -> dict[str, object]:
    return {"edtf": when.edtf, "earliest": when.earliest, "latest": when.latest, "basis": when.basis}

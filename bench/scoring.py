"""Score readings against a gold reading, by the conventions of the gold set.

Predictions are paired with gold rows one to one wherever their characters overlap, as many pairs as
possible; a pair is then judged on value, comparator, counted noun, as-of and attribution. Predictions on
unscored rows are ignored. Nothing here knows how a reading was made.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.agreement import Row, judge

DATED = ("explicit", "relative", "context")


@dataclass
class Tally:
    """Counts over all documents; every share in the report is made from these."""

    gold: int = 0
    predicted: int = 0
    ignored: int = 0
    right: Counter[str] = field(default_factory=Counter)
    dated: int = 0
    named: int = 0
    nonfigures: int = 0
    nonfigures_taken: int = 0


@dataclass(frozen=True)
class Fault:
    """One disagreement: its class, the document, the gold row and the prediction (either may be missing)."""

    kind: str
    document: str
    gold: Row | None
    predicted: Row | None


def shared(a: Row, b: Row) -> int:
    """Characters two spans share; zero or less when they do not touch."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def pair(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Index of the prediction for each gold row that gets one: the best overlaps first, then as many as possible."""
    wanted: dict[int, list[int]] = {}
    for i, g in enumerate(gold):
        near = [(shared(g, p), j) for j, p in enumerate(predicted) if shared(g, p) > 0]
        width = {
            j: max(g["end"], predicted[j]["end"]) - min(g["start"], predicted[j]["start"]) for _, j in near
        }
        wanted[i] = [j for _, j in sorted(near, key=lambda n: (-n[0] / width[n[1]], n[1]))]
    owner: dict[int, int] = {}

    def seat(i: int, tried: set[int]) -> bool:
        free = [j for j in wanted[i] if j not in owner]
        for j in free + [j for j in wanted[i] if j in owner and j not in tried]:
            tried.add(j)
            if j not in owner or seat(owner[j], tried):
                owner[j] = i
                return True
        return False

    exact_first = sorted(
        range(len(gold)), key=lambda i: -max((shared(gold[i], p) for p in predicted), default=0)
    )
    for i in exact_first:
        seat(i, set())
    return {i: j for j, i in owner.items()}


def score_document(tally: Tally, gold: list[Row], others: list[Row], predicted: list[Row]) -> list[Fault]:
    """Add one document to the tally; its faults."""
    scored, unscored = [g for g in gold if g["scored"]], [g for g in gold if not g["scored"]]
    pairs = pair(scored, predicted)
    used = set(pairs.values())
    loose = {j: p for j, p in enumerate(predicted) if j not in used}
    junk = {j: p for j, p in loose.items() if not any(shared(p, g) > 0 for g in unscored)}
    tally.gold += len(scored)
    tally.ignored += len(loose) - len(junk)
    tally.predicted += len(used) + len(junk)
    tally.right["found"] += len(pairs)
    faults = [Fault("spurious", p["id"], None, p) for p in junk.values()]
    for i, g in enumerate(scored):
        if i not in pairs:
            faults.append(Fault("missed", g["id"], g, None))
            continue
        verdict = judge(g, predicted[pairs[i]])
        tally.dated += g["as_of_basis"] in DATED
        tally.named += bool(g["attribution"])
        tally.right.update(name for name, right in verdict.items() if right)
        tally.right["as_of_dated"] += verdict["as_of"] and g["as_of_basis"] in DATED
        tally.right["attribution_named"] += verdict["attribution"] and bool(g["attribution"])
        if verdict["value"] and not verdict["value_comparator"]:
            faults.append(Fault("comparator", g["id"], g, predicted[pairs[i]]))
        wrong = [name for name, right in verdict.items() if not right and name != "value_comparator"]
        faults += [Fault(name, g["id"], g, predicted[pairs[i]]) for name in wrong]
    for row in others:
        hit = next((p for p in junk.values() if shared(row, p) > 0), None)
        tally.nonfigures += 1
        tally.nonfigures_taken += hit is not None
        if hit is not None:
            faults.append(Fault(f"nonfigure: {row['why']}", row["id"], row, hit))
    return faults


def outcomes(
    docs: Iterable[Row], gold: Iterable[Row], predictions: Iterable[Row]
) -> list[tuple[float, bool]]:
    """(confidence, whether span, value and comparator are right) of each prediction that is judged at all."""
    told: list[tuple[float, bool]] = []
    gold, predictions = list(gold), list(predictions)
    for doc in docs:
        rows = [g for g in gold if g["id"] == doc["id"]]
        scored, unscored = [g for g in rows if g["scored"]], [g for g in rows if not g["scored"]]
        predicted = [p for p in predictions if p["id"] == doc["id"]]
        owner = {j: i for i, j in pair(scored, predicted).items()}
        for j, p in enumerate(predicted):
            if j in owner:
                told.append((p["confidence"], judge(scored[owner[j]], p)["value_comparator"]))
            elif not any(shared(p, g) > 0 for g in unscored):
                told.append((p["confidence"], False))
    return told


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def f1(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(mean, 4)}


def report(t: Tally) -> dict[str, Any]:
    found = t.right["found"]
    return {
        "gold": t.gold, "predicted": t.predicted, "found": found, "ignored": t.ignored,
        "detection": f1(found, t.predicted, t.gold),
        "value": f1(t.right["value"], t.predicted, t.gold),
        "value_comparator": f1(t.right["value_comparator"], t.predicted, t.gold),
        "counted": share(t.right["counted"], found),
        "kind": share(t.right["kind"], found),
        "as_of": share(t.right["as_of"], found),
        "as_of_dated": share(t.right["as_of_dated"], t.dated),
        "attribution": share(t.right["attribution"], found),
        "attribution_named": share(t.right["attribution_named"], t.named),
        "nonfigures_taken": share(t.nonfigures_taken, t.nonfigures),
    }  # fmt: skip


def score(
    docs: Iterable[Row], gold: Iterable[Row], nonfigures: Iterable[Row], predictions: Iterable[Row]
) -> tuple[dict[str, Any], list[Fault]]:
    """The report over `docs`, and every fault. Predictions outside their document's text count as junk."""
    size = {d["id"]: len(d["text"]) for d in docs}
    by: dict[str, dict[str, list[Row]]] = {name: defaultdict(list) for name in ("gold", "other", "predicted")}
    for name, rows in (("gold", gold), ("other", nonfigures), ("predicted", predictions)):
        for row in rows:
            by[name][row["id"]].append(row)
    tally, faults = Tally(), []
    for doc, length in size.items():
        inside = [p for p in by["predicted"][doc] if 0 <= p["start"] < p["end"] <= length]
        tally.predicted += len(by["predicted"][doc]) - len(inside)
        faults += score_document(tally, by["gold"][doc], by["other"][doc], inside)
    return report(tally), faults

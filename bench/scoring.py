"""Score readings against a gold reading, by the conventions of the gold set.

Predictions are paired with gold rows one to one wherever their characters overlap, as many pairs as
possible; a pair is then judged on value, comparator, counted noun, as-of and attribution. Predictions on
unscored rows are ignored. Nothing here knows how a reading was made.
"""

import calendar
import datetime as dt
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
VALUE_TOLERANCE = 1e-6
RATIO_TOLERANCE = 0.01
DATED = ("explicit", "relative", "context")

# One spelling for nouns that the regular plural rule gets wrong, and for units and currencies.
SPELLINGS = {
    word: base
    for base, words in {
        "person": "people persons", "man": "men", "woman": "women", "child": "children", "life": "lives",
        "staff": "staff", "series": "series", "premises": "premises", "gdp": "gdp", "death": "deaths",
        "policeman": "policemen", "fireman": "firemen", "fisherman": "fishermen", "watch": "watches",
        "dollar": "$ us$ usd", "pound": "£ gbp sterling", "euro": "€ eur", "rouble": "rub rur ruble rubles ₽",
        "rupee": "₹ inr rs", "franc": "chf", "yen": "¥ jpy", "kilometre": "km kilometer kilometers",
        "metre": "m meter meters", "centimetre": "cm", "kilogram": "kg kilo kilos", "tonne": "ton tons t",
        "litre": "l liter liters", "hour": "mph km/h", "celsius": "°c degree degrees",
        "milligram": "mg", "megabyte": "mb", "gigabyte": "gb", "horsepower": "hp bhp",
        "hectare": "ha", "millimetre": "mm",
        "percent": "% per-cent", "человек": "люди",
        "ребенок": "дети", "год": "лет",
    }.items()
    for word in words.split()
}  # fmt: skip
# The head noun stands before the first of these words.
AFTER_HEAD_WORDS = (
    "of in on at by from with without who that which for per to under aged killed injured "
    "в во на из от с со для без по у к под о об при после среди"
)
AFTER_HEAD = frozenset(AFTER_HEAD_WORDS.split())
GENERAL_WORDS = (
    "the a an of for and to in on by its his her their our local state national regional central city county "
    "district federal ministry minister ministers department office officials official agency authority "
    "authorities administration service services press committee commission council group network "
    "organisation organization union centre center project spokesman spokeswoman spokesperson head chief "
    "director police company court trust fund desk data report survey statement"
)
TELLING_NOTHING = frozenset(GENERAL_WORDS.split())


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


def same_number(a: Any, b: Any, tolerance: float) -> bool:
    if a is None or b is None:
        return a is b
    try:
        a, b = float(a), float(b)
    except (TypeError, ValueError):
        return False
    return a == b or abs(a - b) <= tolerance * max(abs(a), abs(b))


def same_value(gold: Row, predicted: Row) -> bool:
    """Whether both ends agree with the gold value or with one that is also fair."""
    tolerance = RATIO_TOLERANCE if gold["kind"] == "ratio" else VALUE_TOLERANCE
    fair = [(gold["value_low"], gold["value_high"]), *map(tuple, gold.get("value_alt", []))]
    return any(
        same_number(low, predicted.get("low"), tolerance)
        and same_number(high, predicted.get("high"), tolerance)
        for low, high in fair
    )


def singular(word: str) -> str:
    if word in SPELLINGS:
        return SPELLINGS[word]
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def head(phrase: object) -> str:
    """The head noun of a phrase: singular, lower case; empty when there is none."""
    text = unicodedata.normalize("NFKC", str(phrase or "")).casefold().replace("’", "'").replace("ё", "е")
    words = [w.strip(".,;:()\"'«»") for w in re.split(r"[\s,;]+", text)]
    words = [w for w in words if w]
    cut = next((n for n, w in enumerate(words) if n and w in AFTER_HEAD), len(words))
    return singular(words[cut - 1]) if words else ""


def same_counted(gold: Row, predicted: Row) -> bool:
    fair = {head(noun) for noun in [gold["counted"], *gold.get("counted_alt", [])]} - {""}
    return head(predicted.get("counted")) in fair


def days(edtf: object) -> tuple[dt.date, dt.date] | str | None:
    """First and last day of an ISO date, month, year or interval; the text itself when it is none of these."""
    if not edtf:
        return None
    ends = str(edtf).split("/")
    try:
        if len(ends) > 2:
            raise ValueError(edtf)
        return day(ends[0], last=False), day(ends[-1], last=True)
    except ValueError:
        return str(edtf).strip()


def day(text: str, *, last: bool) -> dt.date:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?", text.strip())
    if not found:
        raise ValueError(text)
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    return dt.date(year, month, int(found[3] or (calendar.monthrange(year, month)[1] if last else 1)))


def same_as_of(gold: Row, predicted: Row) -> bool:
    return days(predicted.get("as_of")) in [days(d) for d in [gold["as_of"], *gold.get("as_of_alt", [])]]


def name_words(name: object) -> set[str]:
    text = unicodedata.normalize("NFKC", str(name)).casefold().replace("’", "'").replace("ё", "е")
    return {
        w
        for w in re.findall(r"\w+", re.sub(r"'s\b|'\B", "", text))
        if w not in ("the", "a", "an", "of", "and")
    }


def same_name(one: object, other: object) -> bool:
    """Equal, one inside the other, or sharing a word that tells somebody apart."""
    a, b = name_words(one), name_words(other)
    return bool(a and b) and (a <= b or b <= a or bool((a & b) - TELLING_NOTHING))


def same_attribution(gold: Row, predicted: Row) -> bool:
    wanted, got = gold["attribution"] or [], predicted.get("attribution") or []
    got = [got] if isinstance(got, str) else got
    if not wanted or not got:
        return not wanted and not got
    return any(same_name(w, g) for w in wanted for g in got)


def judge(gold: Row, predicted: Row) -> dict[str, bool]:
    """What is right about a pair; a comparator or kind only counts where the gold is not vague about it."""
    value = same_value(gold, predicted)
    return {
        "value": value,
        "value_comparator": value and str(predicted.get("comparator") or "").lower() == gold["comparator"],
        "counted": same_counted(gold, predicted),
        "kind": gold["kind"] == "vague" or predicted.get("kind") in [gold["kind"], *gold.get("kind_alt", [])],
        "as_of": same_as_of(gold, predicted),
        "attribution": same_attribution(gold, predicted),
    }


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

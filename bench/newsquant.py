"""Score the reader on a local copy of NewsQuant, the news test set published with CQE (Almasian et al., 2023).

    python -m bench.newsquant PATH/NewsQuant.json [--faults]

The data is not ours and not kept here. Its rows hold `text` and `quantities` of {change, value, normalized_unit}.
Its conventions differ from the desk's, and the differences are translated at this edge, never in the reader:
a direction ("up", "down") is not a comparator; `dozens` is 12–120 there; "at least" and "more than" are both `>`.
It also counts as quantities what a desk passes over: ages, "one of the best", "the past two years", model numbers.
So two scores are printed: all its quantities, and those that a desk would call figures (the former taken out).
"""

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.agreement import head
from bench.scoring import f1
from claims.extraction import DocumentFacts, read

SIGN = {
    "more_than": ">",
    "at_least": ">",
    "less_than": "<",
    "at_most": "<",
    "about": "~",
    "exact": "=",
    "between": "=",
    "vague": "=",
}
# Our least value of a vague word, and what it spans there; a few and several are nothing there.
VAGUE = {24: (12, 120), 200: (100, 1000)} | {2 * 10**n: (10**n, 10 ** (n + 1)) for n in range(3, 11)}
ALIASES = """
km/h, kmh, km/hr, kph = kilometre per hour; mph = mile per hour; km, kilometer = kilometre; m, meter = metre
cm = centimetre; mm, millimeter = millimetre; kg = kilogram; g = gram; lb = pound-mass; gb = gigabyte; kw = kilowatt
kwh = kilowatt hour; hp = horsepower; bhp = brake horsepower; liter, l = litre; ml = millilitre; hz = hertz
khz = kilohertz; ghz = gigahertz; min = minute; feet = foot; inches, in = inch; w = watt; nm = newton metre
lb-ft = foot pound-force; °c, c = celsius; °f = fahrenheit; bp, bps = basis point; p = point; μm = micrometre
mbps = megabit per second; m2, m², sqm, sq m = square metre; times, time = count; percent, pc, % = percentage
usd = dollar; gbp = pound sterling; eur = euro; cny = chinese yuan; jpy = japanese yen; aud = australian dollar
ksi = kilopound per square inch; mpa = megapascal; ppb = parts-per-billion; mah = milliampere-hour; ps = horsepower
gigatonnes, gigatonne = gigaton; rpm = revolutions per minute; kilowatt-hour = kilowatt hour; crown = krone
kilometre/h = kilometre per hour; cad = canadian dollar; nzd = new zealand dollar; hkd = hong kong dollar; ils = shekel
dkk = danish krone; mpg = mile per gallon; gram/km = gram per kilometre; pound-feet = pound-foot
"""
UNITS = {
    alias.strip(): entry.split("=")[1].strip()
    for entry in ALIASES.replace("\n", ";").split(";")
    if "=" in entry
    for alias in entry.split("=")[0].split(",")
}
NOT_A_DESK_FIGURE = ("year of age", "month of age", "generation wireless", "dreamliner", "exavolt", "age")


@dataclass(frozen=True)
class Quantity:
    low: float
    high: float
    sign: str
    unit: str


@dataclass(frozen=True)
class Fault:
    kind: str
    text: str
    wanted: Quantity | None
    got: Quantity | None


def theirs(row: dict[str, Any]) -> Quantity:
    ends = re.fullmatch(r"(-?[\d.]+)(?:\s*-\s*([\d.]+))?", row["value"].strip())
    if not ends:
        raise ValueError(row["value"])
    low = float(ends[1])
    sign = row["change"] if row["change"] in "<>~=" else "="
    return Quantity(low, float(ends[2]) if ends[2] else low, sign, row["normalized_unit"].lower())


def ours(text: str) -> list[Quantity]:
    found = []
    for f in read(text, DocumentFacts(language="en")).figures:
        ends = [float(e) for e in (f.low, f.high) if e is not None]
        if f.comparator == "vague":
            ends = list(VAGUE.get(int(ends[0]), ())) if ends else []
        if ends:
            unit = f.unit if f.kind in ("money", "percent", "measure") and f.unit else f.counted
            unit = "% " + unit if f.kind == "ratio" else unit
            found.append(Quantity(ends[0], ends[-1], SIGN[f.comparator], unit.lower()))
    return found


def same_value(a: Quantity, b: Quantity) -> bool:
    def close(x: float, y: float) -> bool:
        return abs(x - y) <= 1e-3 * max(abs(x), abs(y), 1e-9)

    return (close(a.low, b.low) and close(a.high, b.high)) or (close(a.low, b.high) and close(a.high, b.low))


def plain_unit(unit: str) -> str:
    """The unit without its rate: our `dollar` may stand for their `dollar per share`."""
    unit = unit.split(" per ")[0].removeprefix("united states ").strip()
    return UNITS.get(unit, unit)


def same_unit(wanted: Quantity, got: Quantity) -> bool:
    if wanted.unit == "count":  # "four times": a count of times there, a ratio here
        return got.unit.startswith("% ") or head(plain_unit(got.unit)) in ("count", "times")
    if wanted.unit.startswith("% ") or got.unit.startswith("% "):  # shares: "% germans"
        return wanted.unit.startswith("% ") and got.unit.startswith("% ")
    a, b = plain_unit(wanted.unit), plain_unit(got.unit)
    return a in ("-", b) or UNITS.get(head(b), head(b)) == head(a)


def pairs(wanted: list[Quantity], got: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """One to one by value, preferring a pair that also agrees in sign and unit."""
    left, made = list(got), []
    for w in wanted:
        same = [g for g in left if same_value(w, g)]
        if same:
            best = max(same, key=lambda g: (same_unit(w, g), g.sign == w.sign))
            left.remove(best)
            made.append((w, best))
    return made


def in_their_cut(wanted: list[Quantity], got: list[Quantity]) -> list[Quantity]:
    """Our quantities cut as theirs: "from 4 to 5" is one range there and two figures here, "4 or 5" the reverse."""

    def has(rows: list[Quantity], low: float, high: float) -> Quantity | None:
        return next((r for r in rows if same_value(r, Quantity(low, high, "=", ""))), None)

    for w in wanted:
        if w.low != w.high and not has(got, w.low, w.high):
            ends = [has(got, end, end) for end in (w.low, w.high)]
            if ends[0] and ends[1]:
                got = [g for g in got if g not in ends]
                got.append(Quantity(w.low, w.high, ends[0].sign, ends[1].unit))
    for g in list(got):
        if g.low != g.high and not has(wanted, g.low, g.high):
            ends = [has(wanted, end, end) for end in (g.low, g.high)]
            if ends[0] and ends[1]:
                got.remove(g)
                got += [Quantity(end.low, end.high, end.sign, g.unit) for end in ends if end]
    return got


def is_desk_figure(q: Quantity) -> bool:
    return q.unit not in NOT_A_DESK_FIGURE and not (q.low == q.high == 1 and q.sign == "=")


def score(rows: list[dict[str, Any]], *, desk_only: bool) -> tuple[dict[str, Any], list[Fault]]:
    counts: Counter[str] = Counter()
    faults: list[Fault] = []
    for row in rows:
        wanted = [theirs(q) for q in row["quantities"]]
        got = in_their_cut(wanted, ours(row["text"]))
        if desk_only:  # what a desk passes over is neither wanted nor junk
            passed = [q for q in wanted if not is_desk_figure(q)]
            wanted = [q for q in wanted if is_desk_figure(q)]
            got = [g for g in got if not any(same_value(q, g) for q in passed)]
        made = pairs(wanted, got)
        counts.update(wanted=len(wanted), got=len(got), value=len(made))
        counts["sign"] += sum(w.sign == g.sign for w, g in made)
        counts["unit"] += sum(same_unit(w, g) for w, g in made)
        faults += [Fault("comparator", row["text"], w, g) for w, g in made if w.sign != g.sign]
        faults += [Fault("unit", row["text"], w, g) for w, g in made if not same_unit(w, g)]
        faults += [Fault("missed", row["text"], w, None) for w in wanted if w not in [m[0] for m in made]]
        faults += [Fault("spurious", row["text"], None, g) for g in got if g not in [m[1] for m in made]]
    n = (counts["got"], counts["wanted"])
    return {name: f1(counts[name], *n) for name in ("value", "sign", "unit")} | {
        "wanted": n[1],
        "got": n[0],
    }, faults


def main(argv: list[str]) -> int:
    if not argv or not Path(argv[0]).is_file():
        print(__doc__, file=sys.stderr)
        return 1
    rows = json.loads(Path(argv[0]).read_text(encoding="utf-8"))
    for name, desk_only in (("all quantities", False), ("desk figures", True)):
        result, faults = score(rows, desk_only=desk_only)
        print(f"{name}: {json.dumps(result)}")
        print(f"  faults: {dict(Counter(f.kind for f in faults))}")
    if "--faults" in argv:
        for fault in faults:
            print(f"{fault.kind:<11} want {fault.wanted} got {fault.got}\n            {fault.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

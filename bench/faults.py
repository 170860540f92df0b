"""List where the reader and a gold reading disagree: `python -m bench.faults dev [kind]`.

Only counts are shown for the held part: reading its faults one by one would be tuning on it.
"""

import sys
from collections import Counter

from bench import corpora
from bench.scoring import Fault, score

WIDTH = 60  # characters of text shown on either side


def show(fault: Fault, text: str) -> str:
    row = fault.gold or fault.predicted or {}
    start, end = row["start"], row["end"]
    left, right = text[max(0, start - WIDTH) : start], text[end : end + WIDTH]
    near = f"…{left}[{text[start:end]}]{right}…".replace("\n", "⏎")
    sides = []
    if fault.gold and "value_low" in fault.gold:
        g = fault.gold
        want = [
            g["value_low"],
            g["value_high"],
            g["comparator"],
            g["kind"],
            g["counted"],
            g["as_of"],
            g["attribution"],
        ]
        sides.append(f"    want {want}")
    if fault.predicted:
        names = ("quote", "low", "high", "comparator", "kind", "counted", "as_of", "attribution")
        sides.append(f"    got  {[str(fault.predicted.get(n)) for n in names]}")
    return "\n".join([f"{fault.kind:<12} {fault.document}  {near}", *sides])


def main(argv: list[str]) -> int:
    part = argv[0] if argv else "dev"
    corpus = corpora.gold() if part == "gold" else corpora.devset(part, argv[2] if len(argv) > 2 else "")
    if corpus is None:
        print("the gold reading is not beside this checkout", file=sys.stderr)
        return 1
    report, faults = score(corpus.docs, corpus.gold, corpus.nonfigures, corpora.predict(corpus))
    text = {d["id"]: d["text"] for d in corpus.docs}
    wanted = argv[1] if len(argv) > 1 else ""
    if part != "held":
        print("\n".join(show(f, text[f.document]) for f in faults if f.kind.startswith(wanted)))
    print(dict(Counter(f.kind.split(":")[0] for f in faults)))
    print(report)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

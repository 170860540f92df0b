"""Time one extractor over some texts in a process of its own, and print what it took and what it found as JSON.

    python bench/stopwatch.py ENGINE TEXTS.json [ROUNDS]

`TEXTS.json` holds a list of strings; ENGINE is `ours`, `quantulum3` or `recognizers`. Standard library only, so that
the interpreter of the peers, which has nothing of ours, can run it. Found rows are {text, start, end, low, high}.
"""

import json
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

Found = list[dict[str, Any]]
Engine = Callable[[str], Found]
FIRST = "More than 60 people were killed, police said, and $3.2bn was spent."


def ours() -> Engine:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from claims.extraction import DocumentFacts, read

    facts = DocumentFacts(published="2031-05-06", publisher="Harrow Post")

    def run(text: str) -> Found:
        return [
            {"start": f.start, "end": f.end, "low": as_float(f.low), "high": as_float(f.high)}
            for f in read(text, facts).figures
        ]

    return run


def quantulum3() -> Engine:
    from quantulum3 import parser

    def run(text: str) -> Found:
        return [
            {"start": q.span[0], "end": q.span[1], "low": as_float(q.value), "high": as_float(q.value)}
            for q in parser.parse(text)
        ]

    return run


def recognizers() -> Engine:
    """Its numbers, percentages, currencies and dimensions, the longest reading of each place."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    tasks = (recognize_currency, recognize_dimension, recognize_percentage, recognize_number)

    def run(text: str) -> Found:
        rows: Found = []
        for task in tasks:
            for r in task(text, "en-us"):
                value = as_float(str((r.resolution or {}).get("value", "")).rstrip("%"))
                if not any(r.start < row["end"] and row["start"] <= r.end for row in rows):
                    rows.append({"start": r.start, "end": r.end + 1, "low": value, "high": value})
        return rows

    return run


def as_float(value: object) -> float | None:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def peak_mb() -> float:
    """The most memory held. The kernel's own mark where there is one: getrusage counts the parent's too."""
    status = Path("/proc/self/status")
    if status.is_file():
        mark = next((line for line in status.read_text().splitlines() if line.startswith("VmHWM")), "")
        if mark:
            return round(int(mark.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def main(name: str, path: str, rounds: int) -> dict[str, Any]:
    warnings.simplefilter("ignore")
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    start = time.process_time()
    run = {"ours": ours, "quantulum3": quantulum3, "recognizers": recognizers}[name]()
    imported = time.process_time() - start
    start = time.process_time()
    run(FIRST)
    first = time.process_time() - start
    took, found = [], []
    for _ in range(rounds):
        start = time.process_time()
        found = [run(text) for text in texts]
        took.append(time.process_time() - start)
    characters = sum(map(len, texts))
    return {
        "engine": name,
        "import_ms": round(imported * 1000, 1),
        "first_call_ms": round(first * 1000, 1),
        "characters": characters,
        "seconds": round(sorted(took)[len(took) // 2], 4),  # processor time of the median round
        "characters_per_s": round(characters / sorted(took)[len(took) // 2]),
        "peak_mb": peak_mb(),
        "found": [dict(row, text=n) for n, rows in enumerate(found) for row in rows],
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3)))

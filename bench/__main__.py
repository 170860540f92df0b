"""Run the benchmarks: `python -m bench [NAME…] [--json]`. Results go to var/bench/ as JSON, and to the screen."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from bench import calibration, corpora, reading

RESULTS = corpora.ROOT / "var" / "bench"
# Name of a benchmark: what runs it, and what writes its result for people.
BENCHES: dict[str, tuple[Callable[[], dict[str, Any]], Callable[[dict[str, Any]], str]]] = {
    "reading": (reading.run, reading.as_table),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description="Measure what the product promises.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which of {', '.join(BENCHES)}; all when none"
    )
    parser.add_argument("--json", action="store_true", help="print only the JSON")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(BENCHES)
    if unknown:
        parser.error(f"no benchmark called {', '.join(sorted(unknown))}")
    RESULTS.mkdir(parents=True, exist_ok=True)
    for name in asked.names or BENCHES:
        run, as_table = BENCHES[name]
        result = run()
        text = json.dumps(result, ensure_ascii=False, indent=None if asked.json else 1)
        (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(text if asked.json else as_table(result))
        if name == "reading":
            picture = calibration.svg(result["calibration"]["bins"], "Confidence of the reader, dev and held")
            (RESULTS / "reading-calibration.svg").write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

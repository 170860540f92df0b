"""How well and how fast figures are read: scores on marked texts, calibration, speed beside other extractors."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import calibration, corpora
from bench.scoring import outcomes, score

STOPWATCH = Path(__file__).resolve().parent / "stopwatch.py"
PEERS_PYTHON = corpora.ROOT / ".venv-peers" / "bin" / "python"
PEERS = ("quantulum3", "recognizers")
PARTS = ("dev", "held")
OURS_ROUNDS, PEER_ROUNDS = 15, 3
TIMEOUT_S = 600
TARGETS = {
    "detection": 0.95, "value": 0.93, "value_comparator": 0.92, "counted": 0.85, "as_of_dated": 0.75,
    "attribution_named": 0.80, "nonfigures_taken": 0.03,
}  # fmt: skip


def scores() -> tuple[dict[str, Any], list[tuple[float, bool]]]:
    """The report on every corpus there is, and the outcome of each reading on our own set."""
    sets = [corpora.devset(p, lang) for p in PARTS for lang in ("", "en", "ru")]
    gold = corpora.gold()
    reports, told = {}, []
    for corpus in [*sets, gold] if gold else sets:
        predictions = corpora.predict(corpus)
        reports[corpus.name] = score(corpus.docs, corpus.gold, corpus.nonfigures, predictions)[0]
        if corpus.name in PARTS:
            told += outcomes(corpus.docs, corpus.gold, predictions)
    return reports, told


def timed(engine: str, python: Path, texts: Path, rounds: int) -> dict[str, Any] | str:
    """What the stopwatch says of one extractor in its own process; a sentence when it cannot run."""
    if not python.exists():
        return "not installed"
    command = [str(python), str(STOPWATCH), engine, str(texts), str(rounds)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=False, env=plain)
    if done.returncode:
        return (
            "not installed" if "ModuleNotFoundError" in done.stderr else done.stderr.strip().splitlines()[-1]
        )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def speed(name: str, parts: list[corpora.Corpus]) -> dict[str, Any]:
    """Each extractor over the same documents in the same run, scored where it gives values."""
    docs = [d for corpus in parts for d in corpus.docs]
    rows: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps([d["text"] for d in docs]), encoding="utf-8")
        rows["ours"] = timed("ours", Path(sys.executable), texts, OURS_ROUNDS)
        for peer in PEERS:
            rows[peer] = timed(peer, PEERS_PYTHON, texts, PEER_ROUNDS)
    for row in rows.values():
        if isinstance(row, dict):
            found = [dict(f, id=docs[f["text"]]["id"]) for f in row.pop("found")]
            gold = [g for corpus in parts for g in corpus.gold]
            nonfigures = [n for corpus in parts for n in corpus.nonfigures]
            report = score(docs, gold, nonfigures, found)[0]
            row["detection"], row["value"] = report["detection"]["f1"], report["value"]["f1"]
            row["nonfigures_taken"] = report["nonfigures_taken"]
    return {
        "texts": name,
        "figures": sum(len(c.gold) for c in parts),
        "rows": rows,
        "times_as_fast": ratios(rows),
    }


def ratios(rows: dict[str, Any]) -> dict[str, float]:
    """How many times as fast we are as each peer that ran."""
    ours = rows["ours"]
    return {
        peer: round(ours["characters_per_s"] / row["characters_per_s"], 1)
        for peer, row in rows.items()
        if peer != "ours" and isinstance(row, dict) and isinstance(ours, dict)
    }


def run() -> dict[str, Any]:
    reports, told = scores()
    bins, gold = calibration.table(told), corpora.gold()
    speeds = [speed("our own set, English: a figure in every line", [corpora.devset(p, "en") for p in PARTS])]
    if gold:
        speeds.append(speed("the gold documents: ordinary pages", [gold]))
    return {
        "scores": reports,
        "targets": TARGETS,
        "calibration": {
            "bins": bins,
            "expected_error": calibration.expected_error(bins),
            "doubtful_first": calibration.doubtful_first(told),
        },
        "speed": speeds,
    }


def shown(value: Any) -> str:
    value = value["f1"] if isinstance(value, dict) else value
    return "–" if value is None else f"{value:.3f}"


def as_table(result: dict[str, Any]) -> str:
    """The result for people: scores by corpus, calibration, speed."""
    names = list(result["scores"])
    lines = ["Reading, scored on marked texts", f"{'':<18}" + "".join(f"{n:>9}" for n in [*names, "target"])]
    lines.append(f"{'figures':<18}" + "".join(f"{result['scores'][n]['gold']:>9}" for n in names))
    for measure, target in TARGETS.items():
        cells = [shown(result["scores"][n][measure]) for n in names] + [f"{target:.2f}"]
        lines.append(f"{measure:<18}" + "".join(f"{c:>9}" for c in cells))
    c = result["calibration"]
    lines += ["", "Calibration, dev and held (# share right, | mean confidence)", calibration.plot(c["bins"])]
    lines += [f"expected error {c['expected_error']}, doubtful ones first {c['doubtful_first']}", ""]
    return "\n".join(lines + [line for block in result["speed"] for line in speed_table(block)])


def speed_table(block: dict[str, Any]) -> list[str]:
    head = ("characters/s", "import ms", "first ms", "peak MB", "detection", "value", "nonfig.")
    keys = (
        "characters_per_s",
        "import_ms",
        "first_call_ms",
        "peak_mb",
        "detection",
        "value",
        "nonfigures_taken",
    )
    lines = [f"Speed on {block['texts']}", f"{'':<13}" + "".join(f"{h:>13}" for h in head)]
    for name, row in block["rows"].items():
        cells = [f"{row[k]:,}" for k in keys] if isinstance(row, dict) else [row]
        lines.append(f"{name:<13}" + "".join(f"{cell:>13}" for cell in cells))
    times = [f"{times} × {peer}" for peer, times in block["times_as_fast"].items()]
    return [*lines, "ours is " + ", ".join(times) if times else "no peer installed: make bench-peers", ""]

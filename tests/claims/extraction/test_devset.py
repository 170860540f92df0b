"""The development set: its files agree with their sources, and the reader's scores on it do not fall."""

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench import corpora
from bench.scoring import score

HERE = Path(__file__).resolve().parent
# What the reader reaches on both parts, above its targets on unseen texts; raise these when it rises, never lower them
# but where harder texts join the set.
FLOORS = {
    "detection": 0.965,
    "value": 0.960,
    "value_comparator": 0.960,
    "counted": 0.905,
    "as_of_dated": 0.86,
    "attribution_named": 0.875,
}
# The target is 0.03. On held texts, a third of them written to trap the reader, it is not quite reached: lower these
# when it falls, never raise them.
NONFIGURES_TAKEN = {"dev": 0.0065, "held": 0.0335}


def builder() -> Any:
    spec = importlib.util.spec_from_file_location("devset_build", HERE / "devset" / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def report(part: str) -> dict[str, Any]:
    corpus = corpora.devset(part)
    return score(corpus.docs, corpus.gold, corpus.nonfigures, corpora.predict(corpus))[0]


def test_the_generated_files_agree_with_their_sources() -> None:
    build = builder()
    for name, rows in build.build().items():
        assert (HERE / name).read_text(encoding="utf-8") == build.lines(rows), f"{name}: run devset/build.py"


def test_every_label_stands_where_it_says() -> None:
    text = {d["id"]: d["text"] for d in corpora.rows(HERE / "devset_docs.jsonl")}
    for name in ("gold", "nonfigures"):
        for row in corpora.rows(HERE / f"devset_{name}.jsonl"):
            assert text[row["id"]][row["start"] : row["end"]] == row["quote"], row


def test_no_two_labels_of_a_document_overlap() -> None:
    rows = corpora.rows(HERE / "devset_gold.jsonl") + corpora.rows(HERE / "devset_nonfigures.jsonl")
    spans = sorted((r["id"], r["start"], r["end"]) for r in rows)
    assert not [(a, b) for a, b in zip(spans, spans[1:], strict=False) if a[0] == b[0] and b[1] < a[2]]


def test_the_set_is_large_and_a_fifth_of_it_is_held() -> None:
    build = builder()
    docs = corpora.rows(HERE / "devset_docs.jsonl")
    held = sum(build.sentences(d["text"]) for d in docs if d["part"] == "held")
    total = sum(build.sentences(d["text"]) for d in docs)
    assert total >= 8_000
    assert held / total >= 0.2


@pytest.mark.parametrize("part", ["dev", "held"])
@pytest.mark.parametrize("measure", FLOORS)
def test_the_reader_reaches_its_target(part: str, measure: str) -> None:
    reached = report(part)[measure]
    reached = reached["f1"] if isinstance(reached, dict) else reached
    assert reached >= FLOORS[measure], json.dumps(report(part))


@pytest.mark.parametrize("part", ["dev", "held"])
def test_the_reader_leaves_what_is_not_a_figure_alone(part: str) -> None:
    assert report(part)["nonfigures_taken"] <= NONFIGURES_TAKEN[part], json.dumps(report(part))

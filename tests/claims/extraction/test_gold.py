"""The gold reading of the five documents, where it stands beside the checkout; its texts are not ours to keep."""

import importlib.util
import json
import os
from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read

ROOT = Path(__file__).resolve().parents[3]
GOLD = Path(os.environ.get("GOLD_DIR") or ROOT.parent / "shared" / "gold")
PRODUCT = ROOT / "claims" / "extraction"

pytestmark = pytest.mark.seeds


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def predictions() -> list[dict]:
    found = []
    for doc in rows("docs.jsonl"):
        facts = DocumentFacts(published=doc["published"], publisher=doc["publisher"], title=doc["title"])
        found += [{**figure.as_row(), "id": doc["id"]} for figure in read(doc["text"], facts).figures]
    return found


@pytest.fixture(scope="module")
def pairs(scorer, predictions) -> list[tuple[dict, dict]]:
    found = []
    for doc in rows("docs.jsonl"):
        wanted = [row for row in rows("gold.jsonl") if row["id"] == doc["id"] and row["scored"]]
        got = [row for row in predictions if row["id"] == doc["id"]]
        found += [(wanted[a], got[b]) for a, b in scorer.match(wanted, got).items()]
    return found


def test_it_finds_all_39_figures_with_at_most_2_junk(scorer, predictions):
    result = scorer.score(rows("docs.jsonl"), rows("gold.jsonl"), rows("nonfigures.jsonl"), predictions)
    assert (result["gold"], result["matched"]) == (39, 39)
    assert result["predicted"] - result["matched"] <= 2


def test_it_reads_at_least_37_wholly_right(scorer, pairs):
    right = [
        want["fid"]
        for want, got in pairs
        if scorer.same_value(want, got)
        and want["comparator"] == got["comparator"]
        and scorer.same_counted(want, got)
    ]
    assert len(right) >= 37


def test_it_dates_every_figure_that_its_own_text_or_date_line_dates(scorer, pairs):
    dated = [(want, got) for want, got in pairs if want["as_of_basis"] != "inferred"]
    wrong = [
        want["fid"]
        for want, got in dated
        if scorer.edtf_range(want["as_of"]) != scorer.edtf_range(got["as_of"])
    ]
    assert len(dated) == 22 and wrong == []


def test_it_names_who_says_at_least_30(scorer, pairs):
    assert sum(scorer.same_attribution(want, got) for want, got in pairs) >= 30


def test_no_word_of_the_five_documents_stands_in_a_product_table():
    names = set()
    for row in rows("gold.jsonl"):
        names |= {word for name in row["attribution"] for word in name.split() if word[0].isupper()}
    common = {"BBC", "News", "The", "LGBT", "Russian", "Network", "Legal", "Dialogue"}
    names = {name.casefold().strip(",.") for name in names - common} | {
        "chechnya",
        "chechen",
        "chechens",
        "kadyrov",
        "idahot",
    }
    source = {path: path.read_text("utf-8").casefold() for path in PRODUCT.rglob("*.py")}
    found = [
        (path.name, name)
        for path, text in source.items()
        for name in sorted(names)
        if f"{name}" in text.split()
    ]
    phrases = ("found sanctuary", "gotten in touch", "fell swoop", "month ago (here", "secured passage")
    found += [(path.name, words) for path, text in source.items() for words in phrases if words in text]
    assert found == []

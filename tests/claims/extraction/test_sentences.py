"""Single sentences in our own words: what each states, and what states nothing although it has a number in it."""

import json
from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read

HERE = Path(__file__).resolve().parent
FACTS = DocumentFacts(published="2031-06-18")
SENTENCES = [json.loads(line) for line in (HERE / "sentences.jsonl").read_text("utf-8").splitlines()]
PASSED_OVER = (HERE / "passed_over.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"][:60])
def test_it_reads_every_figure_of_a_sentence_and_no_other_number(row):
    found = [
        figure.low if figure.low is not None else figure.high for figure in read(row["text"], FACTS).figures
    ]
    assert [float(value) for value in found] == pytest.approx(row["values"], rel=1e-3)


@pytest.mark.parametrize("sentence", PASSED_OVER, ids=lambda sentence: sentence[:60])
def test_it_finds_no_figure_where_a_number_only_names_dates_or_numbers_a_thing(sentence):
    assert [figure.quote for figure in read(sentence, FACTS).figures] == []

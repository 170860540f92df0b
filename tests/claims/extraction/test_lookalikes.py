"""Numbers that look like figures and name, date or age something, each kind beside true figures of the same look."""

from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read

FACTS = DocumentFacts(published="2031-05-06")
LINES = (Path(__file__).resolve().parent / "lookalikes.txt").read_text("utf-8").splitlines()
ROWS = [(text, values.split()) for text, _, values in (line.partition(" |") for line in LINES)]


def test_there_are_figures_and_others_to_tell_apart():
    assert min(sum(bool(values) for _, values in ROWS), sum(not values for _, values in ROWS)) >= 30


@pytest.mark.parametrize(("text", "values"), ROWS, ids=lambda value: str(value)[:60])
def test_it_reads_the_figures_and_passes_over_what_only_looks_like_one(text, values):
    found = [one.low if one.low is not None else one.high for one in read(text, FACTS).figures]
    assert [str(value) for value in found] == values

"""What English numbers count, with no noun right behind them: by row, clause and what went before."""

from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read

FACTS = DocumentFacts(published="2031-05-06")
LINES = (Path(__file__).resolve().parent / "counted_en.txt").read_text("utf-8").splitlines()
ROWS = [(text.replace("⏎", "\n"), nouns.split()) for text, _, nouns in (one.partition(" |") for one in LINES)]


@pytest.mark.parametrize(("text", "nouns"), ROWS, ids=lambda value: str(value)[:60])
def test_it_finds_the_noun_that_is_left_unsaid(text, nouns):
    counted = [one.counted.lower().split(" of ")[0].split()[-1] for one in read(text, FACTS).figures]
    assert counted == nouns

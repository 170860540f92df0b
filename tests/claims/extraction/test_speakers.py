"""Who says a figure, in a thousand sentences: pronouns, papers, talks, headlines, and the author's own voice."""

from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read

FACTS = DocumentFacts(published="2031-06-18", publisher="The Lisk Courier")


def _rows(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("row", _rows("speakers_en.txt") + _rows("speakers_ru.txt"), ids=lambda row: row[:60])
def test_it_names_whoever_says_the_marked_figure_and_nobody_else(row):
    marked, _, name = row.rpartition(" => ")
    marked = marked.replace("\\n", "\n")
    first, end = marked.index("["), marked.index("]") - 1
    figures = read(marked.replace("[", "").replace("]", ""), FACTS).figures
    said = [one.attribution for one in figures if one.start < end and one.end > first]
    assert [one[:1] for one in said] == [() if name == "-" else (name,)]

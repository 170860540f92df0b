"""Sentences of our own with what is to be read of every figure: what it counts, who says it, or when it is true."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims.extraction import DocumentFacts, read

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("sentences_read.jsonl").read_text("utf-8").splitlines()
]
FACTS = DocumentFacts(published="2031-06-18", publisher="The Lantern")


def rows_of(field: str) -> list[Any]:
    return [pytest.param(row["text"], row[field], id=row["text"][:70]) for row in ROWS if field in row]


def told(text: str, field: str, expected: list[Any]) -> list[Any]:
    """Return what was read of each figure, and nothing where the row does not ask (null)."""
    found = [getattr(figure, field) for figure in read(text, FACTS).figures]
    found = [list(one) if field == "attribution" else one for one in found]
    asked = [want is not None for want in expected] + [True] * max(0, len(found) - len(expected))
    return [one if ask else None for one, ask in zip(found, asked, strict=False)]


@pytest.mark.parametrize(("text", "expected"), rows_of("counted"))
def test_it_names_what_each_number_counts_also_where_the_noun_is_left_unsaid(text, expected):
    assert told(text, "counted", expected) == expected


@pytest.mark.parametrize(("text", "expected"), rows_of("attribution"))
def test_it_names_who_says_a_figure_and_nobody_where_the_author_speaks(text, expected):
    assert told(text, "attribution", expected) == expected


@pytest.mark.parametrize(("text", "expected"), rows_of("as_of"))
def test_it_dates_a_figure_by_its_own_clause_or_by_what_goes_on_from_before(text, expected):
    assert told(text, "as_of", expected) == expected

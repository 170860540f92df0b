"""A bare number counts where something around it says so: each way of saying it beside numbers that only look alike."""

from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read

FACTS = DocumentFacts(published="2031-05-06")
LINES = (Path(__file__).resolve().parent / "licences.txt").read_text("utf-8").splitlines()
ROWS = [
    (text.replace("⏎", "\n"), wanted.split()) for text, _, wanted in (one.partition(" |") for one in LINES)
]


def values(text):
    return [str(one.low if one.low is not None else one.high) for one in read(text, FACTS).figures]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=lambda value: str(value)[:60])
def test_a_bare_number_counts_only_where_something_calls_for_it(text, wanted):
    assert values(text) == wanted


def test_there_are_as_many_to_read_as_to_pass_over():
    assert min(sum(bool(wanted) for _, wanted in ROWS), sum(not wanted for _, wanted in ROWS)) >= 400


@pytest.mark.parametrize(
    "text", ["She has been up since 2.", "They met by the 14.", "The card bore the digits 4417."]
)
def test_what_nothing_licenses_is_left_over_so_that_the_gate_stops_on_it(text):
    found = read(text, FACTS)
    assert not found.figures
    assert [one.quote for one in found.leftover]


def test_a_label_is_passed_over_with_its_reason():
    found = read("Windows 11 users must restart; Zone 2 fares go up.", FACTS)
    assert not found.figures
    assert [one.why for one in found.passed] == ["name", "address"]


@pytest.mark.parametrize(
    "opening", ["Today", "In Sarn", "On Monday", "Last night", "By noon", "In the north of Sarn"]
)
def test_a_phrase_of_time_or_place_that_opens_the_clause_is_no_label(opening):
    assert values(f"{opening} 12 died.") == ["12"]

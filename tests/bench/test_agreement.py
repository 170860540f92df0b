"""When a prediction agrees with a gold row: tolerances, head nouns, days, names."""

from typing import Any

import pytest

from bench.agreement import head, same_as_of, same_attribution, same_value


def figure(start: int, end: int, **changes: Any) -> dict[str, Any]:
    row = {
        "id": "d", "start": start, "end": end, "value_low": 60, "value_high": None, "comparator": "more_than",
        "counted": "people", "kind": "count", "as_of": "2031-05-03", "as_of_basis": "explicit", "attribution": [],
        "scored": True,
    }  # fmt: skip
    return row | changes


def told(start: int, end: int, **changes: Any) -> dict[str, Any]:
    row = {
        "id": "d", "start": start, "end": end, "low": 60, "high": None, "comparator": "more_than", "counted": "people",
        "kind": "count", "as_of": "2031-05-03", "attribution": [], "confidence": 0.9,
    }  # fmt: skip
    return row | changes


@pytest.mark.parametrize(
    ("kind", "wanted", "got", "right"),
    [
        ("count", 60, 60.00001, True),
        ("count", 60, 60.1, False),
        ("ratio", 0.3333, 1 / 3, True),
        ("count", 60, None, False),
    ],
)
def test_values_agree_within_their_tolerance(
    kind: str, wanted: float, got: float | None, right: bool
) -> None:
    gold = figure(0, 12, kind=kind, value_low=wanted, value_high=wanted)
    assert same_value(gold, told(0, 12, low=got, high=got)) is right


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("LGBT people who left", "person"), ("family members of the men", "member"), ("the 3 cities", "city"),
        ("dead children", "child"), ("беженцев из Марска", "беженцев"), ("люди", "человек"), ("", ""),
    ],
)  # fmt: skip
def test_the_head_noun_stands_before_the_first_preposition(phrase: str, noun: str) -> None:
    assert head(phrase) == noun


def test_a_month_is_the_days_of_that_month() -> None:
    assert same_as_of(figure(0, 1, as_of="2031-02"), told(0, 1, as_of="2031-02-01/2031-02-28"))
    assert not same_as_of(figure(0, 1, as_of="2031-02"), told(0, 1, as_of="2031-02-01"))
    assert same_as_of(figure(0, 1, as_of="2031-02", as_of_alt=["2031"]), told(0, 1, as_of="2031"))


@pytest.mark.parametrize(
    ("wanted", "got", "right"),
    [
        ([], [], True), (["Anna Voss"], [], False), ([], ["Anna Voss"], False), (["Anna Voss"], ["Voss"], True),
        (["police of Marsk"], ["Marsk police"], True), (["Ministry of Health"], ["Ministry of Justice"], False),
    ],
)  # fmt: skip
def test_names_agree_when_they_share_a_telling_word(wanted: list[str], got: list[str], right: bool) -> None:
    assert same_attribution(figure(0, 1, attribution=wanted), told(0, 1, attribution=got)) is right

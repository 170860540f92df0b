"""NewsQuant's conventions are translated at its edge: ranges, signs, units, vague words."""

import pytest

from bench.newsquant import Quantity, in_their_cut, ours, pairs, same_unit, score, theirs


def quantity(low: float, high: float | None = None, sign: str = "=", unit: str = "people") -> Quantity:
    return Quantity(low, low if high is None else high, sign, unit)


@pytest.mark.parametrize(
    ("value", "change", "wanted"),
    [
        ("60.0", ">", quantity(60, sign=">")),
        ("3.0 - 4.0", "=", quantity(3, 4)),
        ("-5.0", "=", quantity(-5)),
        ("6.5", "up", quantity(6.5)),
    ],
)
def test_it_reads_their_rows(value: str, change: str, wanted: Quantity) -> None:
    assert theirs({"value": value, "change": change, "normalized_unit": "people"}) == wanted


def test_a_rise_from_one_value_to_another_is_one_range_there() -> None:
    cut = in_their_cut([quantity(4.8, 4.7)], [quantity(4.8), quantity(4.7)])
    assert cut == [quantity(4.8, 4.7)]


def test_eight_or_nine_is_two_quantities_there() -> None:
    assert in_their_cut([quantity(8), quantity(9)], [quantity(8, 9)]) == [quantity(8), quantity(9)]


@pytest.mark.parametrize(
    ("theirs_is", "ours_is", "same"),
    [
        ("dollar per share", "usd", True),
        ("kilometre", "km", True),
        ("home", "wooden homes", True),
        ("-", "people", True),
        ("% germans", "% ", True),
        ("dollar", "eur", False),
        ("percentage", "people", False),
    ],
)
def test_units_agree_by_name_head_noun_or_kind(theirs_is: str, ours_is: str, same: bool) -> None:
    assert same_unit(quantity(1, unit=theirs_is), quantity(1, unit=ours_is)) is same


def test_each_quantity_is_paired_once() -> None:
    made = pairs([quantity(5), quantity(5)], [quantity(5)])
    assert len(made) == 1


def test_dozens_span_what_they_span_there() -> None:
    assert [(q.low, q.high) for q in ours("Dozens of people were hurt.")] == [(12, 120)]


def test_a_sentence_read_right_scores_one() -> None:
    row = {"change": ">", "value": "60.0", "normalized_unit": "people"}
    result, faults = score([{"text": "More than 60 people fled.", "quantities": [row]}], desk_only=False)
    assert (result["sign"]["f1"], faults) == (1, [])

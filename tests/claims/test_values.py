"""Values as intervals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import BadNumber, BadValue
from claims.values import COMPARATORS, Value, agree, checked, is_below, span, without_qualifier

numbers = st.decimals(min_value=0, max_value=10**6, places=1)


@st.composite
def values(draw: st.DrawFn) -> Value:
    comparator = draw(st.sampled_from(COMPARATORS))
    low = draw(numbers)
    if comparator == "between":
        return checked(comparator=comparator, low=low, high=low + draw(st.integers(1, 100)))
    return checked(comparator=comparator, low=low)


def said(comparator: str, low: int | str, high: int | None = None) -> Value:
    return checked(comparator=comparator, low=low, high=high)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (said("at_least", 3), said("exact", 5), True),
        (said("more_than", 60), said("exact", 58), False),
        (said("less_than", 20), said("exact", 27), False),
        (said("more_than", 60), said("exact", 60), True),  # equal bounds: a lost qualifier, no conflict
        (said("more_than", 60), said("at_most", 60), True),
        (said("about", 75), said("exact", 80), True),
        (said("about", 75), said("exact", 83), False),
        (said("about", 3), said("exact", 4), True),  # at least one either side
        (said("about", 3), said("exact", 5), False),
        (said("between", 5, 10), said("exact", 10), True),
        (said("between", 5, 10), said("more_than", 10), False),
        (said("between", 5, 10), said("exact", 11), False),
        (said("vague", 24), said("exact", 500), True),
        (said("vague", 24), said("exact", 12), False),
        (said("exact", 0), Value(state="none_known"), True),
    ],
)
def test_values_agree_where_their_intervals_meet(a: Value, b: Value, expected: bool) -> None:
    assert agree(a, b) is expected
    assert agree(b, a) is expected


def test_about_is_ten_per_cent_either_side_and_at_least_one() -> None:
    assert (span(said("about", 200)).low, span(said("about", 200)).high) == (180, 220)
    assert (span(said("about", 4)).low, span(said("about", 4)).high) == (3, 5)


def test_about_loses_no_digit() -> None:
    number = "99999999999999999990.0000000001"
    assert span(said("about", number)).high == Decimal("109999999999999999989.00000000011")


@given(values(), values())
def test_what_is_below_never_agrees_and_below_goes_one_way(a: Value, b: Value) -> None:
    if is_below(a, b):
        assert not agree(a, b)
        assert not is_below(b, a)
    if not agree(a, b):
        assert is_below(a, b) or is_below(b, a)


@given(values())
def test_a_value_agrees_with_itself_and_with_its_bare_number(a: Value) -> None:
    assert agree(a, a) and not is_below(a, a)
    assert agree(a, without_qualifier(a))


@pytest.mark.parametrize(
    "parts",
    [
        {}, {"comparator": "about"}, {"comparator": "exact", "low": 1, "high": 2}, {"comparator": "between", "low": 5},
        {"comparator": "between", "low": 5, "high": 5}, {"comparator": "between", "low": 6, "high": 5},
        {"comparator": "more_than"}, {"comparator": "more_than", "low": 1, "high": 2},
        {"state": "unknown", "low": 1}, {"state": "lost"}, {"comparator": "roughly", "low": 1},
    ],
)  # fmt: skip
def test_parts_that_do_not_go_together_are_refused_with_a_sentence(parts: dict[str, object]) -> None:
    with pytest.raises(BadValue) as refused:
        checked(**parts)  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")


def test_a_number_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(BadNumber):
        checked(low="1e3000000")

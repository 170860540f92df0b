"""The detectors, on plain values: what they tell, and above all what they do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.findings import Found, Stated, falling_total, same_date_conflict
from claims.values import COMPARATORS, Value, checked, is_below
from sources.dates import NO_DATE, Dated, dated, is_before

FIRST = date(2031, 1, 1)


def stated(n: int, value: Value, when: Dated | str) -> Stated:
    when = dated(when) if isinstance(when, str) else when
    return Stated(f"uid-{n}", n, value, when, f"{value} ({when.edtf})")


def series(*points: tuple[Value | int, str]) -> list[Stated]:
    """A series from values (a bare number is exact) and dates."""
    return [
        stated(n, checked(low=value) if isinstance(value, int) else value, when)
        for n, (value, when) in enumerate(points)
    ]


def pairs(found: list[Found]) -> list[tuple[int, ...]]:
    return [one.figures for one in found]


def test_a_total_that_goes_15_9_12_27_falls_once() -> None:
    about_15 = checked(comparator="about", low=15)
    points = series(
        (about_15, "2031-04-19/2031-05-10"), (9, "2031-05-18"), (12, "2031-06-20"), (27, "2031-07")
    )
    (found,) = falling_total.find(points)
    assert (found.figures, found.severity) == ((0, 1), "strong")
    assert all(one.words.lower() in found.sentence.lower() for one in points[:2])


def test_two_falls_apart_from_each_other_are_both_told() -> None:
    points = series((100, "2031-01"), (50, "2031-02"), (60, "2031-03"), (55, "2031-04"))
    assert pairs(falling_total.find(points)) == [(0, 1), (2, 3)]


@pytest.mark.parametrize(
    "points",
    [
        [(60, "2031-05-01"), (checked(comparator="more_than", low=50), "2031-05-10")],
        [(checked(comparator="more_than", low=80), "2031-05-01"), (80, "2031-05-10")],
        [(checked(comparator="about", low=60), "2031-05-01"), (55, "2031-05-10")],
        [(60, "2031-05-01/2031-05-10"), (50, "2031-05-10")],
        [(60, "2031-05-01/.."), (50, "2031-05-10")],
        [(60, "2031-05-01"), (Value(state="unknown"), "2031-05-10")],
        [(Value(state="none_known"), "2031-05-01"), (0, "2031-05-10")],
        [(60, "2031-05-10"), (50, "2031-05-01")],
    ],
    ids=["open end", "lost qualifier", "about", "dates that meet", "open date", "unknown", "none known", "a rise"],
)  # fmt: skip
def test_what_may_both_be_true_is_no_fall(points: list[tuple[Value | int, str]]) -> None:
    assert falling_total.find(series(*points)) == []


def test_a_vague_value_never_makes_a_strong_finding() -> None:
    dozens = checked(comparator="vague", low=24)
    assert [
        one.severity for one in falling_total.find(series((dozens, "2031-05-01"), (9, "2031-05-10")))
    ] == ["weak"]
    assert [
        one.severity for one in same_date_conflict.find(series((dozens, "2031-05-01"), (9, "2031-05-01")))
    ] == ["weak"]


def test_the_key_stays_and_the_hash_follows_the_facts() -> None:
    one, again, moved = (
        falling_total.find(series((60, "2031-05-01"), (low, when)))[0]
        for low, when in ((50, "2031-05-10"), (50, "2031-05-10"), (40, "2031-05-10"))
    )
    assert one.key == again.key == moved.key
    assert one.facts_hash == again.facts_hash != moved.facts_hash


rises = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 30), st.integers(0, 10)), min_size=1, max_size=25
)
ways = st.lists(st.sampled_from(COMPARATORS), min_size=25, max_size=25)


@given(rises, ways)
def test_a_clean_rising_series_has_no_false_fall(
    steps: list[tuple[int, int, int]], comparators: list[str]
) -> None:
    """Every value is true of a total that only grows; dates overlap, repeat and skip."""
    total, day, points = 10, FIRST, []
    for n, ((step, days, width), comparator) in enumerate(zip(steps, comparators, strict=False)):
        total, day = total + step, day + timedelta(days=days)
        low = {
            "more_than": total - 1,
            "less_than": total + 1,
            "between": max(0, total - width),
            "vague": total // 2,
        }
        value = checked(
            comparator=comparator,
            low=low.get(comparator, total),
            high=total + width + 1 if comparator == "between" else None,
        )
        points.append(stated(n, value, f"{day}/{day + timedelta(days=width)}"))
    assert falling_total.find(points) == []


@given(rises, ways, st.randoms())
def test_the_quick_look_misses_no_fall(
    steps: list[tuple[int, int, int]], comparators: list[str], chance: object
) -> None:
    points = [
        stated(n, checked(comparator=comparator, low=low, high=low + 5 if comparator == "between" else None),
               str(FIRST + timedelta(days=days)))
        for n, ((low, days, _w), comparator) in enumerate(zip(steps, comparators, strict=False))
    ]  # fmt: skip
    is_there = any(is_before(a.as_of, b.as_of) and is_below(b.value, a.value) for a in points for b in points)
    assert bool(falling_total.find(points)) is is_there


# --- the same date ---------------------------------------------------------------------------------


def test_two_values_for_one_day_conflict() -> None:
    (found,) = same_date_conflict.find(series((60, "2031-05-01"), (50, "2031-05-01"), (50, "2031-05-02")))
    assert (found.figures, found.severity) == ((0, 1), "strong")


@pytest.mark.parametrize(
    "points",
    [
        [(60, "2031-05-01T09:00Z"), (70, "2031-05-01T18:00Z")],
        [(60, "2031-05-01"), (checked(comparator="more_than", low=60), "2031-05-01")],
        [(60, "2031-05"), (70, "2031-05")],
        [(60, "2031-05-01"), (70, "2031-05")],
        [(60, "2031-05-01"), (checked(comparator="about", low=64), "2031-05-01")],
    ],
    ids=["hours apart", "a lost qualifier", "a month", "a day in a month", "about"],
)
def test_what_may_both_be_true_is_no_conflict(points: list[tuple[Value | int, str]]) -> None:
    assert same_date_conflict.find(series(*points)) == []


def test_a_time_on_one_side_only_still_conflicts() -> None:
    assert same_date_conflict.find(series((60, "2031-05-01T09:00Z"), (70, "2031-05-01")))


def test_two_flows_of_the_same_month_conflict() -> None:
    assert same_date_conflict.find(series((60, "2031-05"), (70, "2031-05")), is_flow=True)


def test_an_undated_figure_conflicts_with_nothing() -> None:
    undated = [stated(n, checked(low=n), NO_DATE) for n in (1, 2)]
    assert falling_total.find(undated) == same_date_conflict.find(undated) == []

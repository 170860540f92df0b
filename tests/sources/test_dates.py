"""Typed dates (catalogue Q20 to Q26), and our intervals checked against the edtf library."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.dates import NO_DATE, bounds, typed
from sources.errors import BadDate


@pytest.mark.parametrize(
    "words", ["2023-02-29", "2024-02-30", "0000-00-00", "31/02/2024", "2031-13-01", "2031-00-01"]
)
def test_Q20_days_no_calendar_has_are_refused(words: str) -> None:
    with pytest.raises(BadDate):
        typed(words)


@pytest.mark.parametrize("words", ["03/04/2031", "3/4/31", "04.03.2031", "2031/04/03", " 03/04/2031 "])
def test_Q21_a_date_that_can_be_read_in_two_ways_is_refused_with_what_to_write(words: str) -> None:
    with pytest.raises(BadDate, match="more than one way.*2031-05-17"):
        typed(words)


@pytest.mark.parametrize(
    "words", ["0001-01-01T00:00+05:00", "9999-12-31T23:59-05:00", "0001-01-01", "9999-12-31", "0001/9999"]
)
def test_Q22_dates_at_the_ends_of_time_are_refused(words: str) -> None:
    with pytest.raises(BadDate):
        typed(words)


@pytest.mark.parametrize(
    "words", ["2031-03-30T02:30+01:00", "2031-03-30T02:30Europe/Ansel", "2031-10-26T02:30 CET"]
)
def test_Q23_Q26_a_time_is_in_UTC_and_no_zone_is_taken(words: str) -> None:
    with pytest.raises(BadDate):
        typed(words)


@pytest.mark.parametrize(
    "words", ["2031-05-04T24:00:00", "2031-05-04T23:59:60", "2031-05-04T10:00+14:00", "2031-05-04T"]
)
def test_Q24_hours_no_day_has_are_refused(words: str) -> None:
    with pytest.raises(BadDate):
        typed(words)


def test_Q24_a_time_without_a_zone_is_UTC_and_keeps_its_day() -> None:
    assert typed("2031-05-04T10:30").earliest == typed("2031-05-04T10:30Z").latest == date(2031, 5, 4)


@pytest.mark.parametrize("words", ["1445-01-01", "1402", "2567-04-13", "1445-01-01/1445-02-01"])
def test_Q25_years_of_other_calendars_are_refused(words: str) -> None:
    with pytest.raises(BadDate, match="Gregorian"):
        typed(words)


@pytest.mark.parametrize(
    "words", ["../../etc/passwd", "Mars/Phobos", "x" * 10_000, "٢٠٣١-٠٥", "2031-05-04\x00", "May 2031"]
)
def test_Q26_words_that_are_no_date_are_refused(words: str) -> None:
    with pytest.raises(BadDate):
        typed(words)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)), ("2031-05", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031-05-17", date(2031, 5, 17), date(2031, 5, 17)), ("2031-05/2031-06", date(2031, 5, 1), date(2031, 6, 30)),
        ("2031-05-17~", date(2031, 5, 17), date(2031, 5, 17)), ("2031-05-17/..", date(2031, 5, 17), None),
        ("2031-21", date(2031, 3, 1), date(2031, 5, 31)),
    ],
)  # fmt: skip
def test_what_the_standard_allows_is_read(words: str, first: date, last: date | None) -> None:
    assert (typed(words).earliest, typed(words).latest, typed(words).basis) == (first, last, "explicit")


def test_nothing_typed_is_no_date() -> None:
    assert typed("  ") is NO_DATE


points = st.one_of(
    st.integers(1000, 9999).map(str),
    st.dates(date(1000, 1, 1), date(9999, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(1000, 1, 1), date(9999, 12, 31)).map(date.isoformat),
)


@settings(deadline=None)  # the library takes milliseconds, and a busy machine more
@given(points, st.sampled_from(["", "~", "?", "%"]))
def test_our_bounds_of_a_date_are_those_of_the_library(point: str, doubt: str) -> None:
    parsed = parse_edtf(point + doubt)
    theirs = tuple(date(*end[:3]) for end in (parsed.lower_strict(), parsed.upper_strict()))
    assert bounds(point + doubt) == theirs


@settings(deadline=None)  # the library takes milliseconds, and a busy machine more
@given(points, points)
def test_our_bounds_of_an_interval_are_those_of_the_library(first: str, last: str) -> None:
    words = f"{first}/{last}"
    try:
        ours = bounds(words)
    except BadDate:
        assert parse_edtf(last).upper_strict() < parse_edtf(first).lower_strict()
        return
    theirs = (parse_edtf(first).lower_strict(), parse_edtf(last).upper_strict())
    assert ours == tuple(date(*end[:3]) for end in theirs)


@pytest.mark.parametrize("words", ["2031/2029", "2031-05/2031-04", "2031-05-17/2030", "2031-05-17?/2030"])
def test_Q20_an_interval_that_ends_before_it_begins_is_refused(words: str) -> None:
    with pytest.raises(BadDate):
        typed(words)

"""A value and a date in words, in English and Russian."""

from decimal import Decimal

import pytest

from claims.values import Value, checked
from claims.wording import as_of_in_words, date_in_words, in_words, number
from sources.dates import NO_DATE, dated

PEOPLE = {"one": "person", "other": "people"}
ЧЕЛОВЕК = {"one": "человек", "few": "человека", "many": "человек", "other": "человека"}


@pytest.mark.parametrize(
    ("comparator", "low", "high", "expected"),
    [
        ("exact", 1, None, "1 person"),
        ("exact", 1250, None, "1,250 people"),
        ("exact", 0, None, "zero people"),
        ("more_than", 60, None, "more than 60 people"),
        ("at_least", 3, None, "at least 3 people"),
        ("less_than", None, 20, "fewer than 20 people"),
        ("at_most", None, 300, "at most 300 people"),
        ("about", 75, None, "about 75 people"),
        ("between", 5, 10, "between 5 and 10 people"),
        ("vague", 24, None, "dozens of people"),
        ("vague", 3, None, "several people"),
        ("vague", 7, None, "an uncertain number, put at 7 or more people"),
    ],
)
def test_every_comparator_is_said_in_english(comparator: str, low: int, high: int, expected: str) -> None:
    assert in_words(checked(comparator=comparator, low=low, high=high), **PEOPLE) == expected


@pytest.mark.parametrize(
    ("comparator", "low", "high", "expected"),
    [
        ("exact", 1, None, "1 человек"),
        ("exact", 2, None, "2 человека"),
        ("exact", 5, None, "5 человек"),
        ("exact", 21, None, "21 человек"),
        ("exact", 0, None, "ноль человек"),
        ("more_than", 60, None, "более 60 человек"),
        ("more_than", 1, None, "более 1 человека"),
        ("at_least", 2, None, "не менее 2 человек"),
        ("less_than", None, 21, "менее 21 человека"),
        ("about", 75, None, "около 75 человек"),
        ("between", 5, 11, "от 5 до 11 человек"),
        ("vague", 20, None, "десятки человек"),
        ("exact", 1250, None, "1\u00a0250 человек"),
        ("exact", "1.5", None, "1,5 человека"),
    ],
)
def test_russian_takes_the_right_case(comparator: str, low: int, high: int, expected: str) -> None:
    value = checked(comparator=comparator, low=low, high=high)
    assert in_words(value, language="ru", **ЧЕЛОВЕК) == expected


def test_zero_none_known_unknown_and_not_applicable_are_four_phrases() -> None:
    values = [checked(low=0), *(Value(state=state) for state in ("none_known", "unknown", "not_applicable"))]
    for language in ("en", "ru"):
        assert len({in_words(value, language=language) for value in values}) == 4


def test_the_wording_number_leaves_the_noun_to_the_sentence() -> None:
    assert in_words(checked(comparator="more_than", low=60), wording="number", **PEOPLE) == "more than 60"


@pytest.mark.parametrize(
    ("unit", "language", "expected"),
    [
        ("percent", "en", "less than 45.5%"),
        ("percent", "ru", "менее 45,5\u00a0%"),
        ("EUR", "en", "less than €45.5"),
        ("EUR", "ru", "менее 45,5\u00a0€"),
        ("hectares", "en", "less than 45.5 hectares"),
        ("OLD", "en", "less than 45.5 OLD"),
    ],
)
def test_a_unit_stands_with_the_number(unit: str, language: str, expected: str) -> None:
    value = checked(comparator="less_than", high="45.5")
    assert in_words(value, unit=unit, language=language, wording="number") == expected


def test_Q11_no_digit_is_lost_in_print() -> None:
    assert number(Decimal("12345678901234567890.0123456789")) == "12,345,678,901,234,567,890.0123456789"
    assert number(Decimal("99999999999999999999.9999999999"), unit="EUR").endswith("999.9999999999")
    assert number(Decimal("0.0000000001"), unit="percent") == "0.0000000001%"


@pytest.mark.parametrize(
    ("edtf", "english", "russian"),
    [
        ("2031-05-17", "17 May 2031", "17 мая 2031 года"),
        ("2031-05-17T14:30Z", "17 May 2031, 14:30", "17 мая 2031 года, 14:30"),
        ("2031-05", "May 2031", "май 2031 года"),
        ("2031", "2031", "2031 год"),
        ("2031-06-20/2031-07-31", "20 June to 31 July 2031", "с 20 июня по 31 июля 2031 года"),
        ("2031-06-20/2031-06-25", "20 to 25 June 2031", "с 20 июня по 25 июня 2031 года"),
        ("2031-04/2031-05", "April to May 2031", "с 1 апреля по 31 мая 2031 года"),
        ("2030-12-30/2031-01-02", "30 December 2030 to 2 January 2031", "с 30 декабря 2030 года по 2 января 2031 года"),
        ("2031-05-04/..", "4 May 2031 or later", "4 мая 2031 года или позже"),
        ("../2031-05-04", "4 May 2031 or earlier", "4 мая 2031 года или раньше"),
        ("2031-05~", "about May 2031", "май 2031 года, примерно"),
    ],
)  # fmt: skip
def test_dates_are_said_as_intervals(edtf: str, english: str, russian: str) -> None:
    assert date_in_words(dated(edtf)) == english
    assert date_in_words(dated(edtf), "ru") == russian


def test_a_figure_without_a_date_says_so() -> None:
    assert date_in_words(NO_DATE) == ""
    assert as_of_in_words(NO_DATE) == "undated"
    assert as_of_in_words(dated("2031-06-20/2031-07-31")) == "as of 20 June to 31 July 2031"


def test_an_unknown_language_is_printed_in_english() -> None:
    assert in_words(checked(low=2), language="xx", **PEOPLE) == "2 people"
    assert in_words(checked(low=2), language="ru-RU", **ЧЕЛОВЕК) == "2 человека"

"""The reader's contract: offsets, values, comparators and what is passed over."""

from decimal import Decimal

import pytest

from claims.extraction import DocumentFacts, read


def figures(text: str, **facts: str):
    return read(text, DocumentFacts(**facts)).figures


def one(text: str, **facts: str):
    found = figures(text, **facts)
    assert len(found) == 1, [figure.quote for figure in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "comparator"),
    [
        ("More than 60 people were moved.", "More than 60", 60, None, "more_than"),
        ("At least three villagers died.", "At least three", 3, None, "at_least"),
        ("Up to 300 homes were lost.", "Up to 300", None, 300, "at_most"),
        ("Fewer than 20 boats returned.", "Fewer than 20", None, 20, "less_than"),
        ("Some 75 miners were trapped.", "Some 75", 75, 75, "about"),
        ("Between 30 and 40 cars burned.", "Between 30 and 40", 30, 40, "between"),
        ("Dozens of shops closed.", "Dozens", 24, None, "vague"),
        ("A dozen nurses resigned.", "A dozen", 12, 12, "exact"),
        ("Погибли не менее 15 человек.", "не менее 15", 15, None, "at_least"),
        ("Свыше двух тысяч домов затоплены.", "Свыше двух тысяч", 2000, None, "more_than"),
        ("Около сотни машин сгорели.", "Около сотни", 100, 100, "about"),
    ],
)
def test_it_reads_a_number_with_its_qualifier(text, quote, low, high, comparator):
    figure = one(text)
    assert (figure.quote, figure.low, figure.high, figure.comparator) == (quote, low, high, comparator)


def test_its_offsets_are_exact_and_absolute_in_a_slice():
    text = "Nine boats sank. Twelve boats returned."
    found = read(text, start=17).figures
    assert [(one.start, text[one.start : one.end]) for one in found] == [(17, "Twelve")]


def test_it_keeps_decimals_exact():
    assert one("The dam holds 12345678901234567.89 litres.").low == Decimal("12345678901234567.89")


def test_it_passes_over_a_law_number_and_says_so():
    reading = read("He was charged under Article 121 of the code.")
    assert not reading.figures
    assert [(one.quote, one.why) for one in reading.passed] == [("Article 121", "law")]


def test_the_counted_noun_is_taken_over_where_it_is_left_unsaid():
    figure = figures("More than 60 sailors were moved; 27 found shelter abroad.")[1]
    assert (figure.counted, figure.elided) == ("sailors", True)


def test_a_row_for_json_holds_plain_numbers_and_lists():
    row = one("Prices rose 3.5%.").as_row()
    assert (row["low"], row["unit"], row["flags"]) == (3.5, "percent", [])


def test_an_undated_figure_is_true_of_the_whole_of_an_uncertain_day_of_publication():
    """A listing's entry that stands between two dated ones is of some day in between, not of the first."""
    assert (
        one("More than 60 people were moved.", published="2031-06-20/2031-07-31").as_of
        == "2031-06-20/2031-07-31"
    )
    assert one("More than 60 people were moved.", published="2031-06-20").as_of == "2031-06-20"


@pytest.mark.parametrize("text", ["The ministry's figure is 120.", "Погибших было 12."])
def test_a_verb_that_says_nothing_by_itself_is_no_predicate(text: str) -> None:
    assert [figure.predicate for figure in read(text).figures] == [""]

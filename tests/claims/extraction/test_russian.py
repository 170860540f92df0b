"""Russian: what a number counts, by the form it asks of its noun; its qualifiers; what a bare number needs to count."""

from pathlib import Path

import pytest

from claims.extraction import DocumentFacts, read
from claims.extraction.languages.ru.lemmas import counted_lemma

FACTS = DocumentFacts(published="2031-05-06")
HERE = Path(__file__).resolve().parent


def rows(name: str) -> list[tuple[str, list[str]]]:
    lines = (line.partition(" |") for line in (HERE / name).read_text("utf-8").splitlines())
    return [(text.replace("⏎", "\n"), words.split()) for text, _, words in lines]


def without_yo(words: list[str]) -> list[str]:
    return [word.replace("ё", "е") for word in words]


@pytest.mark.parametrize(("text", "nouns"), rows("counted_ru.txt"), ids=lambda value: str(value)[:60])
def test_it_names_what_is_counted_by_the_dictionary_form(text, nouns):
    assert without_yo([one.counted for one in read(text, FACTS).figures]) == without_yo(nouns)


@pytest.mark.parametrize(("text", "names"), rows("comparators_ru.txt"), ids=lambda value: str(value)[:60])
def test_it_reads_the_qualifier_of_a_number(text, names):
    assert [one.comparator for one in read(text, FACTS).figures] == names


@pytest.mark.parametrize(
    ("word", "asked", "lemma"),
    [
        ("витка", "few", "виток"),
        ("танка", "few", "танк"),
        ("минерала", "few", "минерал"),
        ("новости", "few", "новость"),
        ("продавцов", "many", "продавец"),
        ("месяцев", "many", "месяц"),
        ("крыш", "many", "крыша"),
        ("лодок", "many", "лодка"),
        ("песен", "many", "песня"),
        ("случаях", "slant", "случай"),
        ("сенатор", "one", "сенатор"),
        ("участке", "one", "участок"),
    ],
)
def test_the_form_a_number_asks_for_tells_the_dictionary_form(word, asked, lemma):
    assert counted_lemma(word, asked) == lemma


@pytest.mark.parametrize(
    "text",
    [
        "Мандаты округов 4 и 9 вручат через неделю.",
        "Ордер 88 выписан.",
        "Из 3 палаты вынесли койку.",
        "Карта 2200 7007 1234 5678.",
    ],
)
def test_a_noun_before_digits_makes_them_its_label_and_the_label_is_explained(text):
    reading = read(text, FACTS)
    assert not reading.figures
    assert {one.why for one in (*reading.passed, *reading.leftover)} <= {
        "identifier",
        "name",
        "date",
        "address",
    }


@pytest.mark.parametrize("text", ["Билет стоит 350.", "Против девяти в прошлом году."])
def test_digits_that_nothing_calls_for_are_left_open_for_the_gate(text):
    assert [one.why for one in read(text, FACTS).leftover] == ["misread"]


def test_an_answer_takes_the_noun_of_its_question():
    text = "— Сколько семей вы приняли?\n— С января двести сорок. Ещё шестьдесят пять ждут."
    assert [(one.low, one.counted) for one in read(text, FACTS).figures][0] == (240, "семья")

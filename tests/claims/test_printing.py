"""A figure as it is printed anywhere: number, as of, status, origins, in that order, in text."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Figure, FigureState, MeasureWording
from claims.printing import fell_in_words, in_short, printed
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


def said(figure: Figure, language: str = "en") -> str:
    return printed([figure], language=language)[figure.pk].say()


def test_number_as_of_status_and_origins_stand_in_that_order() -> None:
    figure = filed.figure(cast.measure(), 60, comparator="more_than", originator=cast.source())
    assert said(figure) == "more than 60 people (as of 17 May 2031, unreviewed, 1 origin)"
    assert said(cast.signed(figure)) == "more than 60 people (as of 17 May 2031, attributed, 1 origin)"


def test_it_is_said_in_russian_where_the_measure_has_russian_words() -> None:
    measure = cast.measure()
    figure = filed.figure(measure, 60, comparator="more_than", originator=cast.source())
    assert said(figure, "ru").startswith("more than 60 people (на 17 мая 2031 года")
    MeasureWording.objects.create(
        measure=measure, language="ru", title="Высажены", definition="–", one="человек", few="человека", many="человек"
    )  # fmt: skip
    figure = Figure.objects.get(pk=figure.pk)
    assert said(figure, "ru") == "более 60 человек (на 17 мая 2031 года, не подписано, 1 первоисточник)"


def test_a_primary_record_is_printed_in_place_of_the_count() -> None:
    figure = cast.signed(filed.figure(cast.measure(), 60, originator=cast.source()), "verified")
    figure.is_primary_record = True
    assert said(figure) == "60 people (as of 17 May 2031, verified, primary record)"


def test_a_protected_originator_is_printed_by_its_public_label() -> None:
    party = cast.source("Ada Quill", kind="person", is_protected=True, public_label="a port worker")
    figure = filed.figure(cast.measure(), 60, originator=party)
    line = printed([figure])[figure.pk]
    assert line.originator == "a port worker"
    assert "Quill" not in repr(line)


@pytest.mark.parametrize(
    ("status", "is_printable"),
    [("unreviewed", False), ("verified", True), ("attributed", True), ("disputed", True), ("unverifiable", False),
     ("false", False)],
)  # fmt: skip
def test_only_some_statuses_may_stand_in_print(status: str, is_printable: bool) -> None:
    figure = filed.figure(cast.measure(), 60)
    if status != "unreviewed":
        cast.signed(figure, status)
    assert printed([figure])[figure.pk].is_printable is is_printable


def test_a_measure_without_a_noun_borrows_the_sources_own_word() -> None:
    measure = cast.measure()
    measure.wordings.update(one="", other="")
    figure = filed.figure(measure, 3)
    assert printed([figure])[figure.pk].number == "3 people"


def test_a_figure_that_fell_says_since_when_and_what_it_was() -> None:
    since = datetime(2031, 5, 3, 9, tzinfo=UTC)
    assert fell_in_words(since, "attributed") == "not signed since 3 May 2031; was attributed"
    assert (
        fell_in_words(since, "attributed", language="ru")
        == "подписи нет с 3 мая 2031; было: со слов источника"
    )


def test_a_finding_names_a_figure_in_short() -> None:
    figure = filed.figure(cast.measure(), 60)
    assert in_short(FigureState.objects.get(figure=figure)) == "60 people (as of 17 May 2031)"


def test_printing_asks_the_database_as_often_for_twenty_as_for_one() -> None:
    measure = cast.measure()
    for n in range(1, 21):
        filed.figure(measure, n, originator=cast.source(f"Party {n}"))
    with CaptureQueriesContext(connection) as one:
        printed(Figure.objects.with_state()[:1])
    with CaptureQueriesContext(connection) as twenty:
        printed(Figure.objects.with_state())
    assert len(one) == len(twenty)

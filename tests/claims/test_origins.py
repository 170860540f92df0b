"""Who stands behind a figure, and how many independent voices agree."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.origins import count_origins, originator_of, origins_in_words, roots
from sources.models import Document, Provenance, Source
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


def test_two_outlets_of_one_owner_are_one_origin() -> None:
    house = cast.source("Tern Media")
    one, two = (cast.source(name, owner=house) for name in ("Tern Daily", "Tern Radio"))
    figures = [
        filed.figure(measure, 60, originator=party) for measure in [cast.measure()] for party in (one, two)
    ]
    assert list(count_origins(figures).values()) == [1, 1]


def test_two_parties_that_agree_are_two_origins() -> None:
    measure = cast.measure()
    figures = [
        filed.figure(measure, 60, originator=cast.source("Harbour Watch")),
        filed.figure(measure, 60, comparator="about", originator=cast.source("Port Office", kind="official")),
    ]
    assert list(count_origins(figures).values()) == [2, 2]


@pytest.mark.parametrize(
    "other",
    [
        {"low": 90},
        {"as_of": "2031-05-18"},
        {"originator": None},
        {"originator": "anonymous"},
        {"measure": "another"},
    ],
)  # fmt: skip
def test_what_does_not_agree_is_unknown_or_anonymous_never_counts(other: dict[str, object]) -> None:
    measure = cast.measure()
    mine = filed.figure(measure, 60, originator=cast.source("Harbour Watch"))
    said_by = {None: lambda: None, "anonymous": lambda: cast.source("a clerk", kind="anonymous")}.get(
        other.pop("originator", "named"), lambda: cast.source("Port Office")
    )
    under = cast.measure("Left the island") if other.pop("measure", None) else measure
    filed.figure(under, **{"low": 60, "originator": said_by(), **other})
    assert count_origins([mine]) == {mine.pk: 1}


def test_a_figure_nobody_named_has_no_origin() -> None:
    figure = filed.figure(cast.measure(), 60)
    assert count_origins([figure]) == {figure.pk: 0}


def test_figures_of_withdrawn_documents_do_not_count() -> None:
    measure = cast.measure()
    mine = filed.figure(measure, 60, originator=cast.source("Harbour Watch"))
    other = filed.figure(measure, 60, originator=cast.source("Port Office"))
    Document.objects.filter(pk=other.state.lead_mention.document_id).update(state="withdrawn")
    assert count_origins([mine, other]) == {mine.pk: 1, other.pk: 1}


def test_a_merged_party_and_a_circle_of_owners_come_to_one_root() -> None:
    kept = cast.source("Harbour Watch")
    merged = cast.source("The Harbour Watch", merged_into=kept)
    a = cast.source("Gull Post")
    b = cast.source("Gull Press", owner=a)
    Source.objects.filter(pk=a.pk).update(owner=b)
    found = roots([kept.pk, merged.pk, a.pk, b.pk])
    assert found[merged.pk] == found[kept.pk] == kept.pk
    assert found[a.pk] == found[b.pk]


def test_counting_asks_the_database_as_often_for_twenty_as_for_one() -> None:
    measure = cast.measure()
    figures = [filed.figure(measure, n, originator=cast.source(f"Party {n}")) for n in range(1, 21)]
    with CaptureQueriesContext(connection) as one:
        count_origins(figures[:1])
    with CaptureQueriesContext(connection) as twenty:
        count_origins(figures)
    assert len(one) == len(twenty)


# --- who says it ---------------------------------------------------------------------------------


def test_the_far_end_of_the_chain_is_the_originator() -> None:
    cast.source("Tern Daily"), cast.source("Harbour Watch")
    mention = cast.mention(by=["Tern Daily", "the “Harbour Watch”".replace("the ", "")])
    assert originator_of(mention.reading, mention.document, by=cast.person()).name == "Harbour Watch"


def test_words_that_name_nobody_leave_the_originator_unknown() -> None:
    cast.source("Tern Daily")
    mention = cast.mention(by=["Tern Daily", "a fisherman"])
    assert originator_of(mention.reading, mention.document, by=cast.person()) is None


def test_the_authors_own_voice_is_the_publisher_of_the_document_or_of_its_page() -> None:
    page = cast.document("A page of notices. More than 60 people were brought ashore.")
    mention = cast.mention(cast.document(parent=page), by=[])
    assert originator_of(mention.reading, mention.document, by=cast.person()) is None
    Provenance.objects.create(document=page, position=0, role="published", source=cast.source("Port Office"))
    assert originator_of(mention.reading, mention.document, by=cast.person()).name == "Port Office"


def test_a_protected_party_is_found_only_by_who_may_know_of_it() -> None:
    cast.source("Harbour Watch", is_protected=True, public_label="a local group")
    mention = cast.mention()
    assert originator_of(mention.reading, mention.document, by=cast.person("contributor")) is None
    assert originator_of(mention.reading, mention.document, by=cast.person("reviewer")) is not None


@pytest.mark.parametrize(
    ("n", "english", "russian"),
    [(0, "no origin named", "первоисточник не назван"), (1, "1 origin", "1 первоисточник"),
     (3, "3 origins", "3 первоисточника"), (5, "5 origins", "5 первоисточников")],
)  # fmt: skip
def test_the_count_is_said_in_words(n: int, english: str, russian: str) -> None:
    assert origins_in_words(n) == english
    assert origins_in_words(n, language="ru") == russian
    assert origins_in_words(n, is_primary_record=True) == "primary record"

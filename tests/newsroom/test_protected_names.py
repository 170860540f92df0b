"""A protected party behind an open figure, an open party or an open document is known by its public label alone."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.errors import BadValue
from claims.filing import file_mention
from sources.models import Provenance, Source
from tests import cast
from tests.claims import filed
from tests.reviewers.desk import said_figure

pytestmark = pytest.mark.django_db
NAME, LABEL = "Quillfeather Zambra", "a person in the port"


@pytest.fixture
def hidden() -> Source:
    return cast.source(NAME, is_protected=True, public_label=LABEL)


def read(role: str, *address: str) -> str:
    client = Client()
    client.force_login(cast.person(role))
    answer = client.get(reverse(address[0], args=address[1:]))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("role", "is_told"), [("contributor", False), ("administrator", False), ("reviewer", True)]
)
def test_E08_an_open_figure_names_its_protected_originator_to_few(
    hidden: Source, role: str, is_told: bool
) -> None:
    made = said_figure(by=hidden)
    beside = said_figure(made.state.measure, by=cast.source("Pier Aid"))
    for figure in (made, beside):
        page = read(role, "reviewers:figure", str(figure.uid))
        assert (NAME in page) is is_told
        assert is_told or LABEL in page


@pytest.mark.parametrize(("role", "is_told"), [("administrator", False), ("auditor", True)])
@pytest.mark.parametrize("tie", ["owner", "merged_into"])
def test_the_admin_names_a_protected_party_above_an_open_one_to_few(
    hidden: Source, role: str, is_told: bool, tie: str
) -> None:
    party = cast.source("Harbour Watch", **{tie: hidden})
    for page in (
        read(role, "admin:sources_source_changelist"),
        read(role, "admin:sources_source_change", str(party.pk)),
    ):
        assert (NAME in page) is is_told and (LABEL in page or is_told)


def test_a_refusal_to_file_names_a_protected_publisher_by_its_label(hidden: Source) -> None:
    made = filed.figure(cast.measure(), originator=cast.source("Pier Aid"), comparator="more_than")
    found = cast.mention(cast.document("More words: more than 60 people came."), by=[])
    Provenance.objects.create(
        document=found.document, position=0, role="published", source=hidden, words=NAME
    )
    with pytest.raises(BadValue) as refusal:
        file_mention(by=cast.person("contributor"), mention=found, seen=found.token, figure=made)
    assert LABEL in str(refusal.value) and NAME not in str(refusal.value)

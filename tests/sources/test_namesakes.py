"""A party of a protected one's name: made by who may not know, as if there were no other, and printed by the label."""

import pytest
from django.db import IntegrityError

from ledger.models import Entry
from sources.errors import Refused
from sources.models import Alias, Source
from sources.names import fold
from sources.parties import add_alias, create_source, find_source, find_sources, merge_sources, protect_source
from tests import cast

pytestmark = pytest.mark.django_db
NAME, LABEL = "Quillfeather Zambra", "a person in the port"


@pytest.fixture
def hidden() -> Source:
    return cast.source(NAME, is_protected=True, public_label=LABEL)


def made(name: str, role: str = "contributor") -> Source:
    return create_source(by=cast.person(role), name=name, kind="person")


@pytest.mark.parametrize("name", [NAME, "QUILLFEATHER  zambra", "Nobody Knows"])
def test_W20_a_protected_name_is_free_to_who_may_not_know_of_it(hidden: Source, name: str) -> None:
    by = cast.person("contributor")
    assert find_source(name, by=by) is None
    party = create_source(by=by, name=name, kind="person")
    assert find_source(name, by=by) == party and party.name_for(by) == party.printed_name == party.name
    assert not Entry.objects.get().is_protected
    with pytest.raises(Refused):
        create_source(by=by, name=name, kind="person")


def test_it_is_taken_to_who_may_know(hidden: Source) -> None:
    with pytest.raises(Refused, match="known already"):
        made(NAME, "reviewer")
    with pytest.raises(Refused, match="known already"):
        add_alias(by=cast.person("editor"), source=cast.source("Pier Aid"), name=NAME)


def test_the_new_party_goes_by_its_name_at_the_desk_and_by_the_label_in_print(hidden: Source) -> None:
    assert made(NAME).public_name == LABEL
    assert made(f"Friends of {NAME}").public_name == LABEL
    assert made("Pier Aid").public_name == "Pier Aid"


def test_who_may_know_of_both_finds_the_one_nobody_prints(hidden: Source) -> None:
    made(NAME)
    reviewer = cast.person("reviewer")
    assert find_source(NAME, by=reviewer) == hidden
    assert find_sources([NAME], by=reviewer) == {fold(NAME): hidden}


def test_a_party_that_stood_here_before_is_printed_by_the_label_from_then_on() -> None:
    party, other = made(f"Friends of {NAME}"), cast.source("Pier Aid")
    hidden = cast.source(NAME)
    protect_source(by=cast.person("editor"), source=hidden, public_label=LABEL)
    for one in (party, other):
        one.refresh_from_db()
    assert (party.public_name, other.public_name) == (LABEL, "Pier Aid")
    protect_source(by=cast.person("editor"), source=hidden, public_label="somebody else")
    party.refresh_from_db()
    assert party.public_name == "somebody else"


def test_the_two_are_joined_when_somebody_finds_they_are_one(hidden: Source) -> None:
    party = made(NAME)
    merge_sources(by=cast.person("editor"), source=party, into=hidden)
    party.refresh_from_db()
    assert party.is_protected and party.printed_as == ""
    assert [alias.name for alias in hidden.aliases.all()] == [NAME]
    assert find_source(NAME, by=cast.person("contributor")) is None


def test_two_of_one_name_may_both_be_protected(hidden: Source) -> None:
    party = made(NAME)
    protect_source(by=cast.person("editor"), source=party, public_label="another")
    assert Alias.objects.filter(folded=fold(NAME), is_hidden=True).count() == 2
    assert made(NAME).public_name == LABEL


def test_the_database_refuses_two_open_parties_of_one_name(hidden: Source) -> None:
    party = made(NAME)
    with pytest.raises(IntegrityError):
        Alias.objects.create(source=cast.source("Pier Aid"), name=NAME, folded=party.aliases.get().folded)

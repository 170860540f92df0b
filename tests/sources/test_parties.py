"""Parties: made, named, rated, owned, joined, protected."""

from typing import Any

import pytest

from ledger.models import Entry
from sources import parties
from sources.errors import NotAllowed, NotNow, Refused
from sources.models import Alias, Source
from tests import cast

pytestmark = pytest.mark.django_db


def make(name: str = "Harbour Watch", kind: str = "organisation", **changes: Any) -> Source:
    return parties.create_source(**{"by": cast.person("editor"), "name": name, "kind": kind, **changes})


def test_a_party_is_made_with_its_name_as_alias_and_an_entry() -> None:
    made = make("  Harbour   Watch ")
    assert (made.name, made.reliability) == ("Harbour Watch", "F")
    assert parties.find_source("harbour watch", by=cast.person("contributor")) == made
    entry = Entry.objects.get(act="sources.create_source")
    assert entry.subject.endswith(str(made.uid)) and entry.detail.words["name"] == "Harbour Watch"


@pytest.mark.parametrize("name", ["HARBOUR WATCH", "“Harbour Watch”", "Harbour\u200b Watch"])
def test_a_name_that_is_known_however_written_is_refused(name: str) -> None:
    make()
    with pytest.raises(Refused, match="known already"):
        make(name)


def test_an_anonymous_party_belongs_to_one_case_and_is_never_found_by_name() -> None:
    first, second = make("a resident", "anonymous"), make("a resident", "anonymous")
    assert first != second and not Alias.objects.exists()
    assert parties.find_source("a resident", by=cast.person("editor")) is None
    with pytest.raises(Refused):
        parties.add_alias(by=cast.person("editor"), source=first, name="the baker")


@pytest.mark.parametrize(
    ("changes"),
    [{"name": " "}, {"name": "x" * 201}, {"kind": "bank"}, {"reliability": "G"}, {"is_protected": True}],
)
def test_it_refuses_what_no_party_is(changes: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        make(**changes)


def test_who_may_what() -> None:
    contributor = cast.person("contributor")
    made = make(by=contributor)
    for act in (
        lambda: make("B", by=cast.person("publisher")),
        lambda: make("C", by=contributor, reliability="A"),
        lambda: make("D", by=contributor, is_protected=True, public_label="x"),
        lambda: parties.rate_source(by=contributor, source=made, reliability="B"),
        lambda: parties.set_owner(by=contributor, source=made, owner=None),
        lambda: parties.add_alias(by=contributor, source=made, name="HW"),
        lambda: parties.merge_sources(by=contributor, source=made, into=made),
        lambda: parties.protect_source(by=contributor, source=made, public_label="x"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_root_owner_is_found_through_mergers_and_owners() -> None:
    top, house = make("Top"), make("House")
    paper, old = make("Paper", "outlet", owner=house), make("Old Paper", "outlet")
    by = cast.person("editor")
    parties.set_owner(by=by, source=house, owner=top)
    parties.merge_sources(by=by, source=old, into=Source.objects.get(pk=paper.pk))
    assert parties.root_owner(Source.objects.get(pk=old.pk)) == top
    assert parties.root_owner(top) == top
    assert parties.find_source("old paper", by=by) == paper


def test_nobody_comes_to_own_itself() -> None:
    by = cast.person("editor")
    a, b = make("A"), make("B")
    parties.set_owner(by=by, source=a, owner=b)
    for source, owner in ((b, a), (a, a)):
        with pytest.raises(Refused, match="own itself"):
            parties.set_owner(by=by, source=source, owner=owner)
    with pytest.raises(Refused):
        parties.merge_sources(by=by, source=b, into=a)


def test_a_merged_party_is_merged_once_and_an_open_one_never_swallows_a_protected_one() -> None:
    by = cast.person("editor")
    a, b, c = make("A"), make("B"), make("C", is_protected=True, public_label="somebody")
    parties.merge_sources(by=by, source=a, into=b)
    with pytest.raises(NotNow):
        parties.merge_sources(by=by, source=a, into=b)
    with pytest.raises(Refused, match="protected"):
        parties.merge_sources(by=by, source=c, into=b)


def test_rating_and_protecting_are_entered_and_a_protected_partys_entries_are_closed() -> None:
    by = cast.person("reviewer")
    made = make()
    assert parties.rate_source(by=by, source=made, reliability="B").reliability == "B"
    parties.protect_source(by=by, source=made, public_label="a rights group")
    made.refresh_from_db()
    assert made.printed_name == "a rights group"
    assert Entry.objects.get(act="sources.protect_source").is_protected
    assert parties.find_source("Harbour Watch", by=cast.person("contributor")) is None
    assert parties.find_source("Harbour Watch", by=by) == made


def test_many_names_are_found_with_one_query(django_assert_num_queries: Any) -> None:
    made = [make(name) for name in ("A", "B", "C")]
    by = cast.person("editor")
    _ = by.roles
    with django_assert_num_queries(1):
        found = parties.find_sources(["a", "B", "c", "unknown", ""], by=by)
    assert sorted(found) == ["a", "b", "c"] and set(found.values()) == set(made)

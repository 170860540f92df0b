"""A search finds the same on both databases, however a name is typed (catalogue Q27)."""

import time
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from newsroom.folding import like
from sources.models import Alias, Source
from sources.names import clean, fold
from tests import cast

pytestmark = pytest.mark.django_db

# stored, sought, found
SEARCHES = [
    ("Наблюдатель гавани", "наблюдатель ГАВАНИ", True), ("Éclair Relief", "éCLAIR", True),
    ("ΣΟΦΙΑ Post", "σοφια", True), ("Harbour Watch", "hARBOUR", True), ("Straße Post", "STRASSE", False),
    ("100% Relief", "100%", True), ("100x Relief", "100%", False), ("A_B Relief", "a_b", True),
    ("AxB Relief", "a_b", False), ("Back\\slash", "k\\s", True), ("Ельна", "Elna", False), ("Two\nlines", "two", True),
]  # fmt: skip
SAME_NAME = [
    ("Éclair", "E\u0301clair"), ("Straße Post", "STRASSE POST"), ("Гавань", "ГАВАНЬ"), ("جمعية", "جمـعـية"),
    ("Harbour Watch", "Harbour\u200b  Watch"), ("ﬁrst aid", "First Aid"), ("Ｈarbour", "harbour"),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "sought", "is_found"), SEARCHES)
def test_Q27_a_search_finds_the_same_on_both_databases(stored: str, sought: str, is_found: bool) -> None:
    cast.source(stored)
    assert Source.objects.filter(name__icontains=sought).exists() is is_found
    assert Source.objects.filter(name__iexact=stored.swapcase()).exists() is ("ß" not in stored)


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_Q27_what_is_one_name_is_taken_once_found_either_way_and_kept_as_typed(one: str, other: str) -> None:
    party = cast.source(one)
    with pytest.raises(IntegrityError), transaction.atomic():
        Alias.objects.create(source=party, name=other, folded=fold(other))
    for typed in (one, other):
        assert Alias.objects.get(folded__contains=fold(typed)).name == one
    assert clean(other) == clean(clean(other)) and party.name == one


@pytest.mark.parametrize(
    ("one", "other"), [("İzmir", "Izmir"), ("ılgaz", "ilgaz"), ("Ельна", "Elna"), ("кот", "kot")]
)
def test_Q27_letters_that_only_look_alike_are_two_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_Q27_the_picker_and_the_admin_find_a_party_however_it_is_typed(client: Client) -> None:
    from tests.summaries.conftest import make_desk

    desk = make_desk()
    Source.objects.filter(pk=desk.party.pk).update(name="Éclair Гавань")
    Alias.objects.filter(source=desk.party).update(name="Éclair Гавань", folded=fold("Éclair Гавань"))
    summary = desk.write()
    client.force_login(desk.editor)
    for typed in ("éclair", "E\u0301CLAIR", "ГАВАНЬ"):
        shown: Any = client.get(
            f"/desk/summaries/{summary.uid}/", {"q": typed}, headers={"HX-Request": "true"}
        )
        assert str(desk.figure.uid) in shown.content.decode(), typed
        assert "Гавань" in client.get("/admin/sources/source/", {"q": typed}).content.decode(), typed


@pytest.mark.parametrize(("pattern", "value", "escape", "says"), [
    ("a%", "ABC", "", True), ("%c", "abC", "", True), ("a_c", "a\nc", "", True), ("a\\%", "a%", "\\", True),
    ("a\\%", "ab", "\\", False), ("", "", "", True), ("%", "", "", True), (None, "a", "", None), ("a", None, "", None),
    ("1%", 12, "", True), ("%ж%", "ДАЖЕ", "", True),
])  # fmt: skip
def test_like_is_as_that_of_the_database(pattern: Any, value: Any, escape: str, says: Any) -> None:
    assert like(pattern, value, escape) is says


def test_a_search_for_many_wild_cards_ends() -> None:
    began = time.process_time()
    assert like("%a" * 40 + "\\%", "a" * 5000, "\\") is False
    assert time.process_time() - began < 2

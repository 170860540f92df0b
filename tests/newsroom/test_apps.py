"""What surrounds a migrate and a test that commits: triggers stand, first rows lie, the cache has its table."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from ledger.models import Entry, Head
from newsroom import triggers
from newsroom.apps import make_cache_table
from newsroom.settings import addresses
from summaries.models import Counter
from tests import cast


@pytest.mark.django_db
def test_every_trigger_stands_after_migrate() -> None:
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_that_commits_leaves_a_fresh_desk(time: str) -> None:
    assert not Entry.objects.exists()
    assert (Head.objects.get().seq, Counter.objects.get().change_seq) == (0, 0)
    assert triggers.missing(connection) == []
    person = cast.person()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(person).objects.filter(pk=person.pk).delete()


@pytest.mark.django_db(transaction=True)
def test_a_second_migrate_changes_nothing() -> None:
    standing = triggers.standing(connection)
    call_command("migrate", verbosity=0)
    assert triggers.standing(connection) == standing


@pytest.mark.django_db
def test_migrate_makes_the_table_of_a_shared_cache(settings: Any) -> None:
    backend = addresses.CACHE_BACKENDS["database"]
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "cache_of_a_test"}}
    make_cache_table(using="default")
    make_cache_table(using="default")
    assert "cache_of_a_test" in connection.introspection.table_names()

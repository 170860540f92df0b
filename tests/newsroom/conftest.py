"""The sample newsroom, built once a module in a transaction that is rolled back; every test of it is undone."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from reviewers.models import Reviewer

ROLES = {
    "contributor": "nadia",
    "reviewer": "rhea",
    "editor": "mara",
    "publisher": "paul",
    "auditor": "aline",
    "administrator": "sam",
}
WITHOUT_ROLE = "nobody"
ANONYMOUS = "anonymous"


@pytest.fixture(scope="module")
def newsroom(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The sample desk, built by its people's acts."""
    from ledger import clock
    from newsroom import sample_desk

    with django_db_blocker.unblock(), transaction.atomic():
        sample_desk.build()
        Reviewer.objects.create(username=WITHOUT_ROLE, name="Nobody Yet", joined_at=clock.now())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def undone(newsroom: None) -> Iterator[None]:
    """What one test does to the sample desk is gone before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def client_of(role: str) -> Client:
    """A browser signed in as the sample person of this role (or as nobody)."""
    client = Client()
    if role != ANONYMOUS:
        client.force_login(Reviewer.objects.get(username=ROLES.get(role, role)))
    return client

"""A desk with a second reader on it, for the tests that ask it and those that see what leaves."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from claims.bring_in import bring_in
from claims.models import Mention
from reviewers.models import Reviewer
from sources.models import Document
from tests import cast
from tests.claims import second_readers as readers

WORDS = "More than 60 people were brought ashore at Port Ansel. A trio of boats returned; a brace was lost."
TRIO = {"quote": "A trio", "low": 3, "high": 3, "comparator": "exact", "kind": "count", "counted": "boats"}


@pytest.fixture
def nadia() -> Reviewer:
    return cast.person("contributor", "nadia")


@pytest.fixture
def service(settings: Any) -> Iterator[readers.Service]:
    """A service that finds the trio, set up as the second reader."""
    with serving(settings, readers.rows(TRIO)) as one:
        yield one


def serving(settings: Any, answer: readers.Answer) -> Any:
    @readers.contextmanager
    def running() -> Iterator[readers.Service]:
        with readers.service(answer) as one:
            settings.SECOND_READER, settings.SECOND_READER_URL = "openai", one.address
            settings.SECOND_READER_MODEL, settings.SECOND_READER_KEY = "small-one", "hush-hush"
            yield one

    return running()


def arrive(by: Reviewer, words: str = WORDS, **facts: Any) -> Document:
    return bring_in(by=by, content=words.encode(), how="paste", **facts).documents[0]


def quotes(**where: Any) -> list[str]:
    return list(Mention.objects.filter(**where).order_by("start").values_list("quote", flat=True))


def upload(client: Client, words: str = WORDS, **fields: str) -> str:
    answer = client.post(reverse("claims:bring-in"), {"text": words, **fields}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def signed_in(person: Reviewer) -> Client:
    client = Client()
    client.force_login(person)
    return client


def reread_by_shell() -> tuple[str, str, int]:
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("reread", stdout=out, stderr=err)
    except SystemExit as end:
        status = int(str(end.code))
    return out.getvalue(), err.getvalue(), status

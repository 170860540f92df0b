"""What a person is told when the database is busy, and that nothing is done twice or by half."""

import sqlite3
from typing import Any

import psycopg
import pytest
from django.db import OperationalError
from django.test import Client

from claims.models import Mention
from ledger.models import Entry
from newsroom import busy
from tests import cast

pytestmark = pytest.mark.django_db


def busy_error(cause: BaseException) -> OperationalError:
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


def locked_file() -> sqlite3.OperationalError:
    cause = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorcode = sqlite3.SQLITE_BUSY_SNAPSHOT
    return cause


@pytest.fixture
def sorting(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what accepts a mention over HTTP, its ledger entry losing the races given first."""
    monkeypatch.setattr(busy, "PAUSE_S", 0)
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("editor"))
    found = cast.mention()

    def accept(*causes: BaseException) -> Any:
        from claims import triage

        left, real = list(causes), triage.append

        def append(**said: Any) -> Any:
            if left:
                raise busy_error(left.pop(0))
            return real(**said)

        monkeypatch.setattr(triage, "append", append)
        return client.post(f"/desk/mentions/{found.uid}/accept/", {"seen": found.token})

    return accept


RACES = [
    psycopg.errors.DeadlockDetected,
    psycopg.errors.LockNotAvailable,
    psycopg.errors.SerializationFailure,
]


@pytest.mark.parametrize("race", RACES)
def test_K05_an_act_that_lost_a_race_is_done_again_and_once(sorting: Any, race: type[Exception]) -> None:
    assert sorting(race("lost"), race("lost"), race("lost")).status_code == 302
    assert Mention.objects.get().state == "accepted" and Entry.objects.count() == 1


@pytest.mark.parametrize("cause", [psycopg.errors.DeadlockDetected("lost"), locked_file()])
def test_K05_a_race_lost_four_times_is_a_503_that_says_when_to_come_back(sorting: Any, cause: Any) -> None:
    answer = sorting(*[cause] * 4)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert b"Nothing was changed" in answer.content and b"lost" not in answer.content
    assert Mention.objects.get().state == "proposed" and not Entry.objects.exists()


def test_K05_an_act_refused_when_it_is_done_again_says_so(
    sorting: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        busy.time, "sleep", lambda _s: Mention.objects.update(state="dismissed", dismissal="date")
    )
    assert sorting(psycopg.errors.DeadlockDetected("lost")).status_code == 409


def test_K05_a_fault_of_ours_is_no_busy_database(sorting: Any) -> None:
    assert sorting(psycopg.errors.UndefinedColumn("no such column")).status_code == 500


def test_K05_the_api_says_when_to_come_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from summaries.api import changes

    def fail(*_: Any, **__: Any) -> Any:
        raise busy_error(locked_file())

    monkeypatch.setattr(changes.Change.objects, "filter", fail)
    monkeypatch.setattr(changes.Change.objects, "all", fail)
    monkeypatch.setattr(changes.Change.objects, "order_by", fail)
    answer = client.get("/api/v1/changes")
    assert (answer.status_code, answer["Retry-After"], answer.json()["code"]) == (503, "5", "busy")

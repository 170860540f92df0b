"""What a person is told when the database is busy, and that nothing is done twice or by half."""

import io
import logging
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, close_old_connections, connection
from django.db.utils import load_backend
from django.test import Client

from claims.models import Mention
from ledger.models import Entry
from ledger.verify import verify as verify_chain
from newsroom import busy
from newsroom.settings import addresses
from sources.models import Document
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


FULL = sqlite3.OperationalError("database or disk is full")
FULL.sqlite_errorcode = sqlite3.SQLITE_FULL


@pytest.mark.parametrize(
    "cause", [FULL, psycopg.errors.DiskFull("no room"), psycopg.errors.AdminShutdown("gone")]
)
def test_K06_a_full_disk_is_a_503_and_the_act_is_done_when_there_is_room(sorting: Any, cause: Any) -> None:
    answer = sorting(cause)
    assert answer.status_code == 503 and b"has no room left. Nothing was changed" in answer.content
    assert Mention.objects.get().state == "proposed" and not Entry.objects.exists()
    assert sorting().status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.xfail(connection.vendor != "sqlite", reason="a limit of the SQLite file", run=False)
def test_K06_a_database_that_may_not_grow_is_read_and_takes_up_work_again(client: Client) -> None:
    client.force_login(cast.person("editor"))
    address, sent = "/desk/documents/new/", {"text": "They came ashore and went home. " * 10_000}

    def may_grow(pages: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {pages}")

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        may_grow(str(cursor.fetchone()[0] + 1))
    try:
        assert client.post(address, sent).status_code == 503
        assert (Document.objects.count(), Entry.objects.count()) == (0, 0)
        assert client.get("/desk/").status_code == client.get("/").status_code == 200
    finally:
        may_grow("1073741823")
    assert client.post(address, sent).status_code == 302 and verify_chain() == []


def test_K06_a_log_that_cannot_be_written_stops_nothing(client: Client, capsys: Any) -> None:
    class Full(io.StringIO):
        def write(self, _words: str) -> int:
            raise OSError(28, "No space left on device")

    handler = logging.StreamHandler(Full())
    logging.getLogger().addHandler(handler)
    try:
        client.force_login(cast.person("editor"))
        assert client.post("/desk/documents/new/", {"text": "12 people came."}).status_code == 302
    finally:
        logging.getLogger().removeHandler(handler)
    assert Document.objects.exists()


@contextmanager
def silent_server() -> Iterator[int]:
    """A port that takes connections and never says a word, as a database half dead does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_K14_a_database_that_never_answers_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with silent_server() as port:
        monkeypatch.setenv("DATABASE_URL", f"postgresql://desk@127.0.0.1:{port}/desk")
        given = addresses.postgresql_database("DATABASE_URL")
        assert (given["OPTIONS"]["connect_timeout"], given["OPTIONS"]["tcp_user_timeout"]) == ("10", "20000")
        monkeypatch.setenv("DATABASE_URL", f"postgresql://desk@127.0.0.1:{port}/desk?connect_timeout=2")
        link = addresses.postgresql_database("DATABASE_URL")
        began = time.monotonic()
        with pytest.raises(OperationalError) as gone:
            new_connection(link).ensure_connection()
        assert time.monotonic() - began < 10 and busy.is_busy(gone.value)


def new_connection(link: dict[str, Any]) -> Any:
    defaults = {"TIME_ZONE": None, "CONN_MAX_AGE": 0, "AUTOCOMMIT": True, "ATOMIC_REQUESTS": False}
    return load_backend(link["ENGINE"]).DatabaseWrapper({**defaults, **link}, "half-dead")


@pytest.mark.django_db(transaction=True)
@pytest.mark.xfail(connection.vendor == "sqlite", reason="there is no link to cut", run=False)
def test_K14_a_link_that_was_cut_is_made_anew_by_the_next_request() -> None:
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("editor"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [backend])
    other.close()
    assert client.post("/desk/documents/new/", {"text": "12 people came."}).status_code == 503
    close_old_connections()  # as every request over WSGI does first
    assert client.post("/desk/documents/new/", {"text": "12 people came."}).status_code == 302


def test_K05_the_api_says_when_to_come_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from summaries.api import changes

    def fail(*_: Any, **__: Any) -> Any:
        raise busy_error(locked_file())

    monkeypatch.setattr(changes.Change.objects, "filter", fail)
    monkeypatch.setattr(changes.Change.objects, "all", fail)
    monkeypatch.setattr(changes.Change.objects, "order_by", fail)
    answer = client.get("/api/v1/changes")
    assert (answer.status_code, answer["Retry-After"], answer.json()["code"]) == (503, "5", "busy")

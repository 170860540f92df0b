"""The system checks: each is silent on sound settings and speaks, with a hint, on the combination it is for."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage

from newsroom import checks
from newsroom.settings import addresses

SQLITE: dict[str, Any] = {"default": addresses.sqlite_database(Path("desk.sqlite3"))}
ABROAD = {"ENGINE": "django.db.backends.postgresql", "HOST": "db.example.org", "OPTIONS": {}}


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put settings in place for one test, past the override Django warns of: no connection is opened here."""

    def put(**changes: Any) -> None:
        for name, value in changes.items():
            monkeypatch.setattr(f"newsroom.checks.settings.{name}", value)

    return put


def without(part: str) -> dict[str, Any]:
    """Return sound SQLite settings without one pragma."""
    databases = copy.deepcopy(SQLITE)
    options = databases["default"]["OPTIONS"]
    options["init_command"] = options["init_command"].replace(part, "")
    return databases


@pytest.mark.parametrize("pragma", checks.REQUIRED_PRAGMAS)
def test_a_loose_embedded_database_is_refused(changed: Callable[..., None], pragma: str) -> None:
    changed(DATABASES=without(pragma))
    (message,) = checks.embedded_database_is_strict(None)
    assert message.id == "newsroom.E002"
    assert pragma in message.msg


def test_deferred_transactions_are_refused(changed: Callable[..., None]) -> None:
    options = {"init_command": " ".join(checks.REQUIRED_PRAGMAS)}
    changed(DATABASES={"default": {**SQLITE["default"], "OPTIONS": options}})
    (message,) = checks.embedded_database_is_strict(None)
    assert "transaction_mode IMMEDIATE" in message.msg


@pytest.mark.parametrize(
    ("check", "changes", "found"),
    [
        (checks.embedded_database_is_strict, {"DATABASES": SQLITE}, []),
        (checks.embedded_database_is_strict, {"DATABASES": {"default": ABROAD}}, []),
        (checks.debug_stays_at_home, {"DEBUG": True, "ALLOWED_HOSTS": ["localhost"]}, []),
        (checks.debug_stays_at_home, {"DEBUG": False, "ALLOWED_HOSTS": ["desk.example.org"]}, []),
        (
            checks.debug_stays_at_home,
            {"DEBUG": True, "ALLOWED_HOSTS": ["desk.example.org"]},
            ["newsroom.E001"],
        ),
        (checks.acts_own_their_transactions, {"DATABASES": SQLITE}, []),
        (
            checks.acts_own_their_transactions,
            {"DATABASES": {"default": {**ABROAD, "ATOMIC_REQUESTS": True}}},
            ["newsroom.E003"],
        ),
        (checks.sign_in_limits_are_shared, {"CACHES": {"default": {"BACKEND": "x.DatabaseCache"}}}, []),
        (
            checks.sign_in_limits_are_shared,
            {"CACHES": {"default": {"BACKEND": "x.LocMemCache"}}},
            ["newsroom.W001"],
        ),
        (
            checks.database_travels_encrypted,
            {"DATABASES": {"default": {**ABROAD, "HOST": "/run/postgresql"}}},
            [],
        ),
        (checks.database_travels_encrypted, {"DATABASES": {"default": ABROAD}}, ["newsroom.W002"]),
        (
            checks.database_travels_encrypted,
            {"DATABASES": {"default": {**ABROAD, "OPTIONS": {"sslmode": "verify-full"}}}},
            [],
        ),
    ],
)
def test_a_combination_is_judged(
    changed: Callable[..., None],
    check: Callable[..., list[CheckMessage]],
    changes: dict[str, Any],
    found: list[str],
) -> None:
    changed(**changes)
    messages = check(None)
    assert [message.id for message in messages] == found
    assert all(message.hint for message in messages)


@pytest.mark.parametrize(
    ("mode", "found"), [(0o700, []), (0o750, ["newsroom.W003"]), (0o701, ["newsroom.W003"])]
)
def test_a_folder_open_to_others_is_pointed_out(
    changed: Callable[..., None], tmp_path: Path, mode: int, found: list[str]
) -> None:
    tmp_path.chmod(mode)
    changed(DATA_DIR=tmp_path)
    assert [message.id for message in checks.records_are_closed_to_others(None)] == found


@pytest.mark.parametrize(
    ("name", "address", "found"),
    [
        ("openai", "http://models.example.org/v1", ["newsroom.W004"]),
        ("openai", "https://models.example.org/v1", []),
        ("openai", "http://127.0.0.1:8080/v1", []),
        ("", "http://models.example.org/v1", []),
    ],
)
def test_texts_sent_to_another_machine_without_tls_are_warned_of(
    changed: Callable[..., None], name: str, address: str, found: list[str]
) -> None:
    changed(SECOND_READER=name, SECOND_READER_URL=address)
    assert [message.id for message in checks.texts_travel_encrypted(None)] == found


def test_a_second_reader_that_is_not_there_is_refused(changed: Callable[..., None]) -> None:
    assert checks.second_reader_can_be_loaded(None) == []
    changed(SECOND_READER="json:dumps")
    assert checks.second_reader_can_be_loaded(None) == []
    changed(SECOND_READER="json:nothing")
    (message,) = checks.second_reader_can_be_loaded(None)
    assert message.id == "newsroom.E004" and "json:nothing" in message.msg

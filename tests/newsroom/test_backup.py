"""A backup taken as the README says, under load, and the copy it warns of (catalogue R)."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.test import override_settings

from claims.bring_in import bring_in
from ledger.models import Head
from reviewers.models import Reviewer
from sources.models import Document
from tests import cast, killed
from tests.newsroom.test_killed import holds, in_new_database, wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xfail(connection.vendor != "sqlite", reason="a copy of the SQLite file", run=False),
]
DOCUMENTS = 25


def bring_many(by: Reviewer, *, first: int = 0, n: int = DOCUMENTS) -> None:
    for number in range(first, first + n):
        bring_in(by=by, content=f"{number} people came ashore.".encode(), how="paste")


def in_the_copy(copy: Path, act: Any) -> int:
    """Do `act` in a process that knows the copied database and the copied captures alone."""
    from django.conf import settings

    captures = {**settings.STORAGES["captures"], "OPTIONS": {"location": copy.parent / "captures"}}

    def there() -> None:
        with override_settings(STORAGES={**settings.STORAGES, "captures": captures}):
            act()

    return in_new_database(str(copy), there)


def copy_captures(to: Path) -> None:
    from django.core.files.storage import storages

    shutil.copytree(storages["captures"].location, to / "captures")


def test_R03_a_backup_taken_under_load_is_whole(tmp_path: Path) -> None:
    person, copy = cast.person("contributor"), tmp_path / "copy.sqlite3"
    writer = killed.start(lambda: bring_many(person))
    assert wait_until(lambda: Document.objects.count() > 3, seconds=30)
    name = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(name)) as ours, closing(sqlite3.connect(copy)) as theirs:
        ours.backup(theirs)  # what `.backup` of the shell does
    copy_captures(tmp_path)
    assert killed.wait_for(writer) == 0 and Document.objects.count() == DOCUMENTS

    def is_whole() -> None:
        assert 3 < Document.objects.count() <= DOCUMENTS and holds()
        call_command("verify_captures")

    assert in_the_copy(copy, is_whole) == 0


def test_R04_a_copy_without_its_log_is_told_by_the_noted_head(tmp_path: Path) -> None:
    person, copy = cast.person("contributor"), tmp_path / "copy.sqlite3"
    bring_many(person, n=2)
    connections.close_all()  # what was written so far is in the file itself
    bring_many(person, first=2, n=2)
    head = Head.objects.get()
    shutil.copy(connection.settings_dict["NAME"], copy)
    copy_captures(tmp_path)

    def is_refused() -> None:
        assert Document.objects.count() == 2
        with pytest.raises(CommandError):
            call_command("verify_ledger", "--noted", f"{head.seq}:{head.hash}")

    assert in_the_copy(copy, is_refused) == 0

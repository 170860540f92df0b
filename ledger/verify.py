"""Recompute the whole record: every hash, every link, every commitment to words, the head, and the rows it vouches for.

A chain finds every changed bit, and neither a cut tail whose head was moved back nor a record rewritten from its start:
against those the head is kept elsewhere too.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, models

from ledger.canonical import GENESIS, commitment, digest
from ledger.errors import NotCanonical
from ledger.models import Detail, Entry, Head
from ledger.records import columns

CHUNK = 500  # rows read at a time: memory stays the same whatever the length of the record
ERASE = (
    "ledger.erase"  # the act of an entry that says whose words were erased; its code `entry` names the seq
)
UNREADABLE = (ValueError, TypeError, OverflowError, ArithmeticError, DatabaseError, NotCanonical)
CONTROL = re.compile(r"[^\x20-\x7e\u00a0-\u2027\u202f-\ufffd]")

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold: where (`entry 12`, `row verdict:7`, `head`), and why, in one line."""

    where: str
    why: str

    def __str__(self) -> str:
        # One problem, one line: names and titles may hold line breaks and worse.
        return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", f"{self.where}: {self.why}")


class Record:
    """One pass over the chain: `problems()` walks it, and leaves behind what was vouched for, on disk.

    `noted` is what an earlier pass said of the head, kept elsewhere since: number and hash of an entry that must still
    be there. `head` is what is to be noted after this pass.
    """

    def __init__(self, noted: tuple[int, str] | None = None) -> None:
        self.n_entries = 0
        self.n_erased = 0
        self.noted = noted
        self.head: tuple[int, str] = (0, GENESIS)
        # A private temporary file: the latest commitment to each row, for any number of rows.
        self._latest = sqlite3.connect("", isolation_level=None)
        self._latest.execute("PRAGMA synchronous = OFF")
        self._latest.execute(
            "CREATE TABLE latest (row TEXT PRIMARY KEY, seq INT, salt BLOB, hash TEXT, is_met INT DEFAULT 0)"
        )
        self._latest.execute("CREATE TABLE erased (seq INTEGER PRIMARY KEY, by INT)")

    def close(self) -> None:
        """Give the temporary file back."""
        self._latest.close()

    def problems(self) -> Iterator[Problem]:
        """Walk the chain from its start and yield what does not hold, the first entry's problem first."""
        seq, last_hash = 0, GENESIS
        self._latest.execute("BEGIN")
        details = _Aligned(chunks(Detail.objects.order_by("pk")))
        for key, entry, why in chunks(Entry.objects.order_by("pk")):
            if key != seq + 1:
                yield Problem(
                    f"entry {key}", f"does not follow entry {seq}: entries between them are missing"
                )
            seq, self.n_entries = key, self.n_entries + 1
            if entry is None:
                yield Problem(f"entry {key}", why)
                continue
            yield from self._entry_problems(entry, details.at(key), last_hash)
            last_hash = entry.hash
            yield from self._note_problems(key, last_hash)
        self._latest.execute("COMMIT")
        self.head = seq, last_hash
        yield from self._head_problems(seq, last_hash)
        yield from self._erasure_problems()

    def row_problems(
        self, rows: Iterable[type[models.Model]], must_be_vouched_for: Callable[[models.Model], bool]
    ) -> Iterator[Problem]:
        """Hash anew every stored row that an entry commits to; the latest commitment counts. Call after `problems()`.

        `must_be_vouched_for` says of a row to which no entry commits whether that is wrong.
        """
        for model in rows:
            for key, row, why in chunks(model._default_manager.order_by("pk")):
                name = f"{model._meta.model_name}:{key}"
                said = self._latest.execute(
                    "SELECT seq, salt, hash FROM latest WHERE row = ?", (name,)
                ).fetchone()
                if said:
                    self._latest.execute("UPDATE latest SET is_met = 1 WHERE row = ?", (name,))
                yield from _row_problems(name, row, why, said, must_be_vouched_for)
        query = "SELECT row, seq FROM latest WHERE is_met = 0 ORDER BY seq, row"
        for name, seq in self._latest.execute(query):
            yield Problem(f"row {name}", f"is gone; entry {seq} committed to it")

    def _entry_problems(self, entry: Entry, detail: Detail | None, last_hash: str) -> Iterator[Problem]:
        where = f"entry {entry.seq}"
        if entry.prev != last_hash:
            yield Problem(where, "does not name the hash of the entry before it")
        try:
            holds = digest(entry.hashed()) == entry.hash
        except NotCanonical as reason:
            yield Problem(where, f"has no canonical form: {reason}")
            return
        if not holds:
            yield Problem(where, "its hash is not the hash of its columns")
        if not isinstance(entry.commitments, dict) or not isinstance(entry.codes, dict):
            yield Problem(where, "its codes or commitments are no longer what an act wrote")
        elif detail is None:
            yield Problem(where, "its detail is gone or cannot be read")
        else:
            yield from self._detail_problems(entry, detail)
            self._keep(entry, detail)

    def _detail_problems(self, entry: Entry, detail: Detail) -> Iterator[Problem]:
        where = f"entry {entry.seq}"
        if detail.erased_at is not None or detail.salt is None:
            self.n_erased += 1
            self._latest.execute("INSERT OR IGNORE INTO erased (seq) VALUES (?)", (entry.seq,))
            return
        words = detail.words if isinstance(detail.words, dict) else {}
        expected = {name[6:]: value for name, value in entry.commitments.items() if name.startswith("words.")}
        if words.keys() != expected.keys() or not isinstance(detail.words, dict):
            yield Problem(where, "its detail does not hold the words it committed to")
            return
        for name, value in words.items():
            if _commitment(bytes(detail.salt), value) != expected[name]:
                yield Problem(where, f"its words “{name}” were changed")

    def _keep(self, entry: Entry, detail: Detail) -> None:
        """Note what the entry vouches for, and whose words it says were erased."""
        salt = None if detail.salt is None else bytes(detail.salt)
        self._latest.executemany(
            "INSERT OR REPLACE INTO latest (row, seq, salt, hash) VALUES (?, ?, ?, ?)",
            [
                (name[4:], entry.seq, salt, value)
                for name, value in entry.commitments.items()
                if name.startswith("row.")
            ],
        )
        erased = entry.codes.get("entry")
        if entry.act == ERASE and isinstance(erased, int) and erased < entry.seq:
            self._latest.execute(
                "INSERT INTO erased (seq, by) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET by = excluded.by",
                (erased, entry.seq),
            )

    def _head_problems(self, seq: int, last_hash: str) -> Iterator[Problem]:
        head = Head.objects.filter(pk=1).first()
        if head is None:
            yield Problem("head", "is gone")
        elif (head.seq, head.hash) != (seq, last_hash):
            yield Problem("head", f"stands at entry {head.seq}, and the record ends at entry {seq}")

        if self.noted and self.noted[0] > seq:
            yield Problem(
                "head",
                f"entry {self.noted[0]}, noted elsewhere, is not there: the record was cut or set back",
            )

    def _note_problems(self, seq: int, entry_hash: str) -> Iterator[Problem]:
        if self.noted and self.noted[0] == seq and self.noted[1] != entry_hash:
            yield Problem(
                f"entry {seq}", "is not the one noted elsewhere: the record was written anew up to it"
            )

    def _erasure_problems(self) -> Iterator[Problem]:
        """Erased words are no fault where an entry says so."""
        for (seq,) in self._latest.execute("SELECT seq FROM erased WHERE by IS NULL ORDER BY seq"):
            yield Problem(f"entry {seq}", "its words are gone, and no entry says who erased them")


class _Aligned:
    """The details beside the entries, read in step: fetched through the entry, the two would hold each other."""

    def __init__(self, rows: Iterator[tuple[Any, Detail | None, str]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def at(self, key: int) -> Detail | None:
        """Return the detail of this entry, or None. Keys are asked for in rising order."""
        while self._next is not None and self._next[0] < key:
            self._next = next(self._rows, None)
        return self._next[1] if self._next is not None and self._next[0] == key else None


def verify() -> list[Problem]:
    """Recompute the chain alone, without the rows it vouches for; an empty list when it holds."""
    with closing(Record()) as record:
        return list(record.problems())


def chunks(rows: models.QuerySet[Row]) -> Iterator[tuple[Any, Row | None, str]]:
    """Yield key and row of a queryset in the order of its primary key, `CHUNK` at a time.

    A row whose bytes cannot be read any more comes as None with the reason: it is a finding, not the end of the walk.
    """
    keys = rows.model._default_manager.order_by("pk").values_list("pk", flat=True)
    last = None
    while True:
        some = list((keys if last is None else keys.filter(pk__gt=last))[:CHUNK])
        if not some:
            return
        try:
            found = {row.pk: row for row in rows.filter(pk__in=some)}
        except UNREADABLE:
            found = {}
        for key in some:
            row, why = (found[key], "") if key in found else _alone(rows, key)
            yield key, row, why
        last = some[-1]


def _alone(rows: models.QuerySet[Row], key: Any) -> tuple[Row | None, str]:
    try:
        return rows.get(pk=key), ""
    except (*UNREADABLE, ObjectDoesNotExist) as reason:
        return None, f"cannot be read ({type(reason).__name__})"


def _row_problems(
    name: str,
    row: models.Model | None,
    why: str,
    said: Any,
    must_be_vouched_for: Callable[[models.Model], bool],
) -> Iterator[Problem]:
    where = f"row {name}"
    if row is None:
        yield Problem(where, why)
    elif said is None:
        if must_be_vouched_for(row):
            yield Problem(where, "no entry commits to it")
    elif said[1] is not None and _commitment(said[1], columns(row)) != said[2]:
        yield Problem(where, f"is not the row that entry {said[0]} committed to")


def _commitment(salt: bytes, value: Any) -> str:
    """Return the commitment to a value, or an empty string for one that has lost every canonical form."""
    with suppress(*UNREADABLE):
        return commitment(salt, value)
    return ""

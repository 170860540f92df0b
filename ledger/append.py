"""Write one entry. Called by every act, last, inside the act's own transaction."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from ledger import clock
from ledger.canonical import GENESIS, commitment, digest, plain
from ledger.errors import LedgerError
from ledger.models import Detail, Entry, Head
from ledger.people import Person

SALT_BYTES = 32


def urn(kind: str, uid: object) -> str:
    """Return the name of a record as the ledger writes it: `urn:countersign:figure:<uid>`."""
    return f"urn:countersign:{kind}:{uid}"


def append(
    *,
    act: str,
    by: Person,
    subject: str,
    codes: Mapping[str, str | int | bool | None] | None = None,
    words: Mapping[str, Any] | None = None,
    rows: Mapping[str, Mapping[str, Any]] | None = None,
    is_protected: bool = False,
    at: datetime | None = None,
) -> Entry:
    """Append an entry and its detail, and move the head.

    `codes` holds closed words, ids and counts, and is readable for good. `words` holds what people
    wrote or read (names, quotes, values, reasons): it is kept in the detail, which may be erased,
    and the entry holds only salted commitments to it. `rows` maps the name of a stored row
    (`verdict:<id>`) to its columns, to which the entry commits so that a later change is found.
    `at` is an aware instant, by default now; order comes from the head, never from the clock.

    Must be called inside a transaction, after every other lock is taken: raises LedgerError if not.
    Raises NotCanonical for a value without a canonical form.
    """
    if not transaction.get_connection().in_atomic_block:
        raise LedgerError("An entry is written in the transaction of its act, never alone.")
    words = plain(words or {})
    salt = secrets.token_bytes(SALT_BYTES)
    commitments = {f"words.{name}": commitment(salt, value) for name, value in words.items()}
    commitments |= {f"row.{name}": commitment(salt, columns) for name, columns in (rows or {}).items()}
    head = Head.objects.select_for_update().filter(id=1).first() or Head(id=1, seq=0, hash=GENESIS)
    entry = Entry(
        seq=head.seq + 1,
        at=at or clock.now(),
        act=act,
        actor_uid=by.uid,
        subject=subject,
        codes=plain(codes or {}),
        commitments=commitments,
        is_protected=is_protected,
        prev=head.hash,
    )
    entry.hash = digest(entry.hashed())
    entry.save(force_insert=True)
    Detail.objects.create(entry=entry, salt=salt, words=words)
    head.seq, head.hash = entry.seq, entry.hash
    head.save()
    return entry

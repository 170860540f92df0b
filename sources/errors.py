"""What can go wrong with what is brought in.

SourcesError
├── NotAllowed        this person may not do this
├── Refused           the bytes, the name or the address cannot be taken in
│   ├── TooLarge
│   └── UnreadableKind   a kind of file that this desk does not read yet
├── StoreFailed       the store of captures cannot keep or give back bytes just now
├── BytesChanged      stored bytes are not those their hash names
├── NotNow            the record's state does not allow the act; the sentence says what to do first
├── BadDate           words that are no date, or a date no calendar has
├── NotFound          nothing of that name, or nothing this person may know of
└── OutOfDate         the thing has changed since the person saw it (carries both versions)
"""

from typing import Any


class SourcesError(Exception):
    """Base of every error of `sources`. `code` is stable; the message is for a reporter."""

    code = "sources-error"


class NotAllowed(SourcesError):
    """This person may not do this."""

    code = "not-allowed"


class Refused(SourcesError):
    """What was offered cannot be taken in; the message says what to do instead."""

    code = "refused"


class TooLarge(Refused):
    """More bytes or characters than the desk takes."""

    code = "too-large"


class UnreadableKind(Refused):
    """A kind of file or address this desk does not read; the message says what to do instead."""

    code = "unreadable-kind"


class StoreFailed(SourcesError):
    """The store of captures cannot keep or give back bytes just now: full, gone, or closed to us."""

    code = "store-failed"


class BytesChanged(SourcesError):
    """Stored bytes are not those their hash names."""

    code = "bytes-changed"


class NotNow(SourcesError):
    """The state of the record does not allow the act; the sentence says what to do first."""

    code = "not-now"


class BadDate(SourcesError):
    """Words that are no date, or a day no calendar has."""

    code = "bad-date"


class NotFound(SourcesError):
    """Nothing of that name, or nothing this person may know of."""

    code = "not-found"


class OutOfDate(SourcesError):
    """The record has moved on since the person saw it.

    `yours` is what the person sent, `now` what stands: both plain dicts of printable strings.
    """

    code = "out-of-date"

    def __init__(
        self, message: str, *, yours: dict[str, Any] | None = None, now: dict[str, Any] | None = None
    ):
        super().__init__(message)
        self.yours = yours or {}
        self.now = now or {}

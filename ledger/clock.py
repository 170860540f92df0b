"""The one clock every act reads, so that a sample desk or a test can hold it still."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

_held: ContextVar["HeldClock | None"] = ContextVar("held_clock", default=None)


class HeldClock:
    """A clock that stands at one instant until it is told to move."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def forward(self, **step: float) -> datetime:
        """Move on by a `timedelta` given in its keywords; return the new instant."""
        self.at += timedelta(**step)
        return self.at

    def set(self, at: datetime) -> None:
        """Move to `at`, an aware instant."""
        self.at = at


def now() -> datetime:
    """Return the present instant, in UTC."""
    held = _held.get()
    return held.at if held else datetime.now(UTC)


@contextmanager
def held_at(at: datetime) -> Iterator[HeldClock]:
    """Hold the clock of this thread at `at` (an aware instant) for the length of the block."""
    clock = HeldClock(at.astimezone(UTC))
    token = _held.set(clock)
    try:
        yield clock
    finally:
        _held.reset(token)

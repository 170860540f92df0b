"""What can go wrong with summaries.

SummariesError
├── NotAllowed    this person may not do this
├── NotFound      nothing of that name, or nothing this person may know of
├── BadBody       text that cannot be kept: too long, or a figure node that names no figure
├── Stopped       the gate stops publication; `stops` lists why, each with its mend
├── NotNow        the summary's state does not allow the act
└── OutOfDate     the summary has moved on since the person saw it (carries both versions)
"""

from typing import Any

from sources.errors import OutOfDate as SourceOutOfDate


class SummariesError(Exception):
    """Base of every error of `summaries`. `code` is stable; the message is for a reporter."""

    code = "summaries-error"


class NotAllowed(SummariesError):
    """This person may not do this."""

    code = "not-allowed"


class NotFound(SummariesError):
    """Nothing of that name, or nothing this person may know of."""

    code = "not-found"


class BadBody(SummariesError):
    """Text that cannot be kept."""

    code = "bad-body"


class Stopped(SummariesError):
    """The gate stops publication. `stops` is the list of `summaries.gate.Stop`."""

    code = "stopped"

    def __init__(self, message: str, *, stops: list[Any]):
        super().__init__(message)
        self.stops = stops


class NotNow(SummariesError):
    """The state of the summary does not allow the act; the sentence says what to do first."""

    code = "not-now"


class OutOfDate(SourceOutOfDate, SummariesError):
    """The summary has moved on since the person saw it. `yours` and `now` hold both versions."""

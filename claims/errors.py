"""What can go wrong with figures.

ClaimsError
├── NotAllowed      this person may not do this
├── NotFound        nothing of that name, or nothing this person may know of
├── BadNumber       no number this desk can keep exactly
├── BadValue        a value whose parts do not go together
├── WordsNotThere   the quoted words do not stand at that place
├── NotNow          the record's state does not allow the act; the sentence says what to do first
└── OutOfDate       the record has moved on since the person saw it (carries both versions)
"""

from sources.errors import OutOfDate as SourceOutOfDate


class ClaimsError(Exception):
    """Base of every error of `claims`. `code` is stable; the message is for a reporter."""

    code = "claims-error"


class NotAllowed(ClaimsError):
    """This person may not do this."""

    code = "not-allowed"


class NotFound(ClaimsError):
    """Nothing of that name, or nothing this person may know of."""

    code = "not-found"


class BadNumber(ClaimsError, ValueError):
    """Not a number this desk can keep exactly."""

    code = "bad-number"


class BadValue(ClaimsError):
    """A value whose parts do not go together."""

    code = "bad-value"


class WordsNotThere(ClaimsError):
    """The quoted words do not stand at that place in the text."""

    code = "words-not-there"


class NotNow(ClaimsError):
    """The state of the record does not allow the act; the sentence says what to do first."""

    code = "not-now"


class OutOfDate(SourceOutOfDate, ClaimsError):
    """The record has moved on since the person saw it. `yours` and `now` hold both versions."""

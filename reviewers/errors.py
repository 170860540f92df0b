"""What can go wrong with people, assignments and signatures.

ReviewersError
├── NotAllowed        this person may not do this
├── NotFound          nothing of that name, or nothing this person may know of
├── MakerCannotSign   the signer entered or corrected the figure
├── BadVerdict        a verdict without what its status needs; the sentence says what is missing
├── NotNow            the record's state does not allow the act
├── BadAccount        a name, address or password no account may have
├── NameTaken         an account of that name, or one that looks like it, exists
└── OutOfDate         the figure has moved on since the person saw it (carries both versions)
"""

from sources.errors import OutOfDate as SourceOutOfDate


class ReviewersError(Exception):
    """Base of every error of `reviewers`. `code` is stable; the message is for a reporter."""

    code = "reviewers-error"


class NotAllowed(ReviewersError):
    """This person may not do this."""

    code = "not-allowed"


class NotFound(ReviewersError):
    """Nothing of that name, or nothing this person may know of."""

    code = "not-found"


class MakerCannotSign(NotAllowed):
    """Nobody signs a figure they entered or corrected."""

    code = "maker-cannot-sign"


class BadVerdict(ReviewersError):
    """A verdict without what its status needs; the sentence says what is missing."""

    code = "bad-verdict"


class NotNow(ReviewersError):
    """The state of the record does not allow the act; the sentence says what to do first."""

    code = "not-now"


class BadAccount(ReviewersError):
    """A name, an address or a password no account may have; the sentence says why."""

    code = "bad-account"


class NameTaken(ReviewersError):
    """An account of that name, or one that looks like it, exists."""

    code = "name-taken"


class OutOfDate(SourceOutOfDate, ReviewersError):
    """The figure has moved on since the person saw it. `yours` and `now` hold both versions."""

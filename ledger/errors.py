"""What can go wrong with the record.

LedgerError
├── NotCanonical     a value has no canonical JSON form (float, NaN, lone surrogate, integer past 2**53)
└── BrokenChain      an entry does not follow from the one before it
"""


class LedgerError(Exception):
    """Base of every error of the ledger."""

    code = "ledger-error"


class NotCanonical(LedgerError):
    """A value was offered to the ledger that has no canonical JSON form."""

    code = "not-canonical"


class BrokenChain(LedgerError):
    """An entry does not follow from the one before it."""

    code = "broken-chain"

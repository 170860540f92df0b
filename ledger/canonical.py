"""Bytes that mean one thing: RFC 8785 canonical JSON, and the hashes taken over it."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import rfc8785

from ledger.errors import NotCanonical

GENESIS = "0" * 64


def plain(value: Any) -> Any:
    """Turn a stored value into one that JSON can hold without losing or adding anything.

    Decimals lose trailing zeros and never gain an exponent (1.50 and 1.5 are one number); instants
    are UTC with microseconds; bytes become the SHA-256 of themselves. A float has no exact form and
    is refused.

    Raises NotCanonical for a float or an unknown type.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return "sha256:" + hashlib.sha256(bytes(value)).hexdigest()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    raise NotCanonical(f"A {type(value).__name__} has no canonical form.")


def _digits(value: Decimal) -> str:
    """Write a number in plain digits, on its text alone: arithmetic would round to the context's 28 digits."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if value == 0 else text


def canonical(value: Any) -> bytes:
    """Return the RFC 8785 bytes of `value`.

    Raises NotCanonical for what RFC 8785 cannot hold: floats here, integers past 2**53, lone surrogates.
    """
    try:
        return rfc8785.dumps(plain(value))
    except (rfc8785.CanonicalizationError, UnicodeError) as reason:
        raise NotCanonical(str(reason)) from reason


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical bytes of `value`, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: bytes, value: Any) -> str:
    """Return the SHA-256 over a 32-byte salt and the canonical bytes of `value`, in hex.

    The salt keeps short values (a name, a number) from being found by trying them all.
    """
    return hashlib.sha256(salt + canonical(value)).hexdigest()

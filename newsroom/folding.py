"""SQLite's LIKE, taught the letters of every script: of its own it knows no capital but those of English.

Searches then find the same on both databases. Capitals are told letter by letter, as PostgreSQL's upper() does.
"""

import re
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def teach_capitals(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Give a new connection our LIKE. Receives Django's `connection_created`."""
    if connection.vendor == "sqlite":
        for n_arguments in (2, 3):  # with and without ESCAPE
            connection.connection.create_function("like", n_arguments, like, deterministic=True)


def like(pattern: Any, value: Any, escape: str = "") -> bool | None:
    """Say whether `value` is LIKE `pattern`, as SQLite's own function of this name: null for null."""
    if pattern is None or value is None:
        return None
    return _compiled(str(pattern), escape).fullmatch(_capitals(str(value))) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str, escape: str) -> re.Pattern[str]:
    """Return the expression. What stands between two `%` is taken where it comes first, and tried nowhere else."""
    signs, parts = iter(pattern), [""]
    for sign in signs:
        if sign == "%" and sign != escape:
            parts.append("")
        elif sign == "_" and sign != escape:
            parts[-1] += "."
        else:
            parts[-1] += re.escape(_capitals(next(signs, escape) if escape and sign == escape else sign))
    first, *rest = parts
    if rest:
        first += "".join(f"(?>.*?{part})" for part in rest[:-1]) + f".*{rest[-1]}"
    return re.compile(first, re.DOTALL)


def _capitals(words: str) -> str:
    """Return the words in capitals, sign for sign: `ß` stays, for its capital is two."""
    if words.isascii():
        return words.upper()
    return "".join(capital if len(capital := sign.upper()) == 1 else sign for sign in words)

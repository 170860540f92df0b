"""Query parameters, from a list: unknown names, doubles, stray characters and wild numbers are refused by name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import QueryDict
from rest_framework.exceptions import ValidationError

LENGTH_MAX = 300
IGNORED = {"callback"}
_STRAY = re.compile("[\x00-\x1f\x7f\ufffd\ud800-\udfff]")
_DIGITS = re.compile(r"[0-9]{1,18}", re.ASCII)
_SALT = "summaries.api.cursor"


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter: what it means, and what it may be."""

    says: str
    default: Any = None
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()
    kind: str = "text"

    def read(self, written: str) -> Any:
        """Return the value. Raises ValueError with a sentence."""
        if self.kind == "number":
            return self._number(written)
        if self.kind == "cursor":
            return _uncut(written)
        if self.choices and written not in self.choices:
            raise ValueError(f"Choose one of: {', '.join(self.choices)}.")
        return written

    def _number(self, written: str) -> int:
        low, high = self.low or 0, self.high if self.high is not None else 10**18 - 1
        if not _DIGITS.fullmatch(written) or not low <= int(written) <= high:
            raise ValueError(f"Give a whole number from {low} to {high}.")
        return int(written)


def limit(default: int, high: int) -> Param:
    """The parameter for how many at most."""
    return Param(f"how many at most, 1 to {high}", default=default, low=1, high=high, kind="number")


CURSOR = Param("where to go on: the `next` of the answer before", kind="cursor")


def read_params(query: QueryDict, allowed: Mapping[str, Param]) -> dict[str, Any]:
    """Return the value of each allowed parameter, its default where it is missing.

    Raises ValidationError with a sentence per parameter. The same parameter twice is refused: neither the
    first nor the last is more right.
    """
    errors: dict[str, list[str]] = {}
    values = {name: param.default for name, param in allowed.items()}
    for name in query:
        if name in IGNORED:
            continue
        if name not in allowed:
            known = ", ".join(sorted(allowed)) or "none"
            errors[_shown(name)] = [f"There is no such parameter here. Those there are: {known}."]
            continue
        try:
            values[name] = _one(query.getlist(name), allowed[name])
        except ValueError as reason:
            errors[name] = [str(reason)]
    if errors:
        raise ValidationError(errors)
    return values


def _one(given: list[str], param: Param) -> Any:
    if len(given) > 1:
        raise ValueError("Give it once.")
    if len(given[0]) > LENGTH_MAX or _STRAY.search(given[0]):
        raise ValueError("It is too long, or holds characters no value has.")
    return param.read(given[0])


def _shown(name: str) -> str:
    return _STRAY.sub("?", name)[:60]


def cut(*place: str | int) -> str:
    """Return the cursor that says where a page ended."""
    return signing.dumps(place, salt=_SALT)


def _uncut(written: str) -> list[Any]:
    try:
        return list(signing.loads(written, salt=_SALT))
    except (signing.BadSignature, ValueError, TypeError) as reason:
        raise ValueError("Take the cursor from `next` of the answer before, unchanged.") from reason


def uid_of(cursor: list[Any] | None) -> UUID | None:
    """Return the uid a cursor of one uid holds. A cursor of another list is refused."""
    try:
        return None if cursor is None else UUID(cursor[0])
    except (ValueError, TypeError, AttributeError, IndexError) as reason:
        raise _foreign() from reason


def number_of(cursor: list[Any] | None) -> int | None:
    """Return the number a cursor of one number holds. A cursor of another list is refused."""
    if cursor is None:
        return None
    if len(cursor) != 1 or not isinstance(cursor[0], int):
        raise _foreign()
    return cursor[0]


def _foreign() -> ValidationError:
    return ValidationError({"cursor": ["This cursor is of another list."]})

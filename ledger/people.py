"""What every app may ask of the person who acts, without knowing where accounts live."""

from typing import Protocol
from uuid import UUID


class Person(Protocol):
    """An account: a person's or the machine's."""

    pk: int
    uid: UUID

    def may(self, act: str, thing: object = None) -> bool:
        """Say whether the roles table lets this person do `act` to `thing`."""
        ...

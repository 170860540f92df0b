"""The public pages are read on one day: the noon of the cast, moved on by the test that needs it."""

from collections.abc import Iterator

import pytest

from ledger import clock
from tests import cast


@pytest.fixture(autouse=True)
def held() -> Iterator[clock.HeldClock]:
    with clock.held_at(cast.NOON) as held_clock:
        yield held_clock

"""The whole desk in any order: every act is done or refused without a trace, and what is promised holds after each.

In the suite it does the same few runs every time. To look further, give it a seed: `ANY_ORDER_SEED=7`, with
`ANY_ORDER_RUNS` and `ANY_ORDER_STEPS` for how many runs of how many acts.
"""

import logging
import os
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from ledger.clock import held_at
from tests.newsroom.any_order.ground import BEGINS, lay
from tests.newsroom.any_order.machine import AnyOrder

SEED = os.environ.get("ANY_ORDER_SEED", "")
RUNS = int(os.environ.get("ANY_ORDER_RUNS", "6"))
STEPS = int(os.environ.get("ANY_ORDER_STEPS", "30"))
PROFILE = settings(
    max_examples=RUNS, stateful_step_count=STEPS, derandomize=not SEED, database=None, deadline=None,
    suppress_health_check=list(HealthCheck), print_blob=False,
    phases=[Phase.generate] if SEED else [Phase.generate, Phase.shrink],
)  # fmt: skip


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The desk every run begins with."""
    logging.disable(logging.WARNING)  # a line for each of ten thousand requests is nobody's to read
    with django_db_blocker.unblock(), transaction.atomic():
        with held_at(BEGINS):
            lay()
        yield
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


@pytest.mark.django_db
def test_whatever_is_done_in_whatever_order_the_desk_keeps_its_promises(ground: None) -> None:
    tally: Counter[str] = Counter()

    class Told(AnyOrder):
        def teardown(self) -> None:
            tally.update(self.tally)
            super().teardown()

    machine = seed(int(SEED))(Told) if SEED else Told
    run_state_machine_as_test(machine, settings=PROFILE)
    done = {name for name in tally if " " not in name}
    assert SEED or len(done) > 20, f"hardly anything was done: {done}"

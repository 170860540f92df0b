"""The whole desk in any order: every act is done or refused without a trace, and what is promised holds after each.

In the suite it does the same few runs every time. To look further, give it a seed: `ANY_ORDER_SEED=7`, with
`ANY_ORDER_RUNS` and `ANY_ORDER_STEPS` for how many runs of how many acts; to look for hours, and mostly where print and
protection meet, `python -m tests.newsroom.any_order.walk --seed 7 --runs 20 --steps 80`.
"""

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.newsroom.any_order.ground import laid
from tests.newsroom.any_order.machine import AnyOrder
from tests.newsroom.any_order.walk import LIKELY, drawn, take

SEED = os.environ.get("ANY_ORDER_SEED", "")
# PostgreSQL takes twice as long.
RUNS = int(os.environ.get("ANY_ORDER_RUNS") or (6 if connection.vendor == "sqlite" else 4))
STEPS = int(os.environ.get("ANY_ORDER_STEPS", "30"))
PROFILE = settings(
    max_examples=RUNS, stateful_step_count=STEPS, derandomize=not SEED, database=None, deadline=None,
    suppress_health_check=list(HealthCheck), print_blob=False,
    phases=[Phase.generate] if SEED else [Phase.generate, Phase.shrink],
)  # fmt: skip


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The desk every run begins with."""
    with django_db_blocker.unblock(), laid():
        yield


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
    assert SEED or len(done) > min(20, 3 * RUNS), f"hardly anything was done: {done}"


def test_a_walk_is_the_same_whenever_its_seed_is_given_and_can_take_any_rule() -> None:
    steps = drawn(seed=7, n_steps=9000)
    assert steps[:40] == drawn(seed=7, n_steps=40)
    assert steps[:40] != drawn(seed=8, n_steps=40)
    taken = {rule.function.__name__ for rule, _said in steps}
    assert taken == {rule.function.__name__ for rule in AnyOrder.setup_state().rules}
    assert LIKELY.keys() <= taken


@pytest.mark.django_db
def test_a_walk_leads_into_print_and_tells_every_act(ground: None) -> None:
    tally: Counter[str] = Counter()
    take(drawn(seed=7, n_steps=25), tally)
    assert tally["summaries.publish.publish"]

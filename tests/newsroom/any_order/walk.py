"""The same rules at length, drawn by weight: mostly what prints figures, closes what was printed, and opens it again.

    python -m tests.newsroom.any_order.walk --seed 7 --runs 20 --steps 100

walks from seed 7 to seed 26 and tells, of each walk that ends badly, what was done in order; `--shrink` says which of
it does. `TEST_DATABASE_URL` names a PostgreSQL to walk on, as in the suite.
"""

import argparse
import os
import sys
import time
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from random import Random
from typing import Any

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.test")
    django.setup()  # before anything of the desk is imported

from django.test.utils import setup_databases, setup_test_environment, teardown_databases
from hypothesis.stateful import Rule
from hypothesis.strategies import SearchStrategy

from tests.newsroom.any_order.ground import laid
from tests.newsroom.any_order.machine import AnyOrder

# How much likelier than the rest, by the rule's name.
LIKELY = {
    "bring_in_a_text": 4, "file_as_new": 5, "file_as_proposed": 5, "file_under": 3, "restate": 2, "redate": 1.2,
    "sign": 6, "sign_by_two": 8, "begin": 1.5, "write": 1.5, "put_out": 12, "release": 3, "decide": 4, "correct": 1.5,
    "withdraw": 2, "restore": 2.5, "protect_a_party": 2, "unprotect_a_party": 2, "protect_a_document": 1.5,
    "unprotect_a_document": 1.5, "give_back": 4, "merge": 2.5, "own": 2.5, "describe": 2, "name_a_party": 1.5,
    "word_a_measure": 2, "retract": 0.5, "retire": 0.2, "come_and_go": 0.3, "change_roles": 0.4, "take": 0.4,
    "pass_on": 0.3, "rate": 0.3, "read_again": 0.3, "ask_a_second_reader": 0.5, "insert": 0.5, "accept": 0.3,
    "submit": 0.3, "send_back": 0.3, "take_back_an_approval": 0.3, "mark": 0.3, "make_a_topic": 0.5,
}  # fmt: skip
EVERY = 40  # acts between two looks at every page: what leaks goes on leaking
Step = tuple[Rule, dict[str, Any]]


def drawn(seed: int, n_steps: int) -> list[Step]:
    """Return the steps that a seed stands for. Which rows they fall upon is seen as they are taken."""
    chance = Random(seed)
    rules = sorted(AnyOrder.setup_state().rules, key=lambda one: one.function.__name__)
    likely = [LIKELY.get(one.function.__name__, 1) for one in rules]
    taken: list[Step] = []
    for _step in range(n_steps):
        (rule,) = chance.choices(rules, likely)
        taken.append((rule, {name: _one(chance, of) for name, of in rule.arguments.items()}))
    return taken


def _one(chance: Random, strategy: SearchStrategy) -> Any:
    """Draw from a strategy that is a range or a choice, as the rules' are: the library draws by no seed of ours."""
    inner: Any = getattr(strategy, "wrapped_strategy", strategy)
    if hasattr(inner, "elements"):
        return chance.choice(list(inner.elements))
    return chance.randint(inner.start, inner.end) if hasattr(inner, "start") else chance.random() < 0.5


def take(steps: list[Step], tally: Counter[str]) -> None:
    """Take these steps and look at everything after each; raise what goes wrong, having told what was done."""
    machine = AnyOrder()
    machine.every = EVERY
    try:
        for rule, said in steps:
            rule.function(machine, **said)
            machine.the_records_hold()
    finally:
        tally.update(machine.tally)
        machine.teardown()


def shrunk(steps: list[Step], kind: type[Exception]) -> list[Step]:
    """Return as few of these steps as still end badly in this way, by leaving out ever fewer at once."""
    size = len(steps) // 2
    while size:
        start = 0
        while start < len(steps):
            fewer = steps[:start] + steps[start + size :]
            if isinstance(_fault(fewer), kind):
                steps = fewer
            else:
                start += size
        size //= 2
    return steps


def _fault(steps: list[Step]) -> Exception | None:
    with redirect_stdout(StringIO()):
        try:
            take(steps, Counter())
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
            return fault
    return None


def main(arguments: list[str]) -> int:
    """Walk from seed to seed; return 1 where a walk ended badly."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="of the first walk; the next have the next"
    )
    parser.add_argument("--runs", type=int, default=10, help="how many walks")
    parser.add_argument("--steps", type=int, default=80, help="of each walk")
    parser.add_argument("--shrink", action="store_true", help="tell a bad walk by as few steps as it takes")
    given = parser.parse_args(arguments)
    tally: Counter[str] = Counter()
    bad = []
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with laid():
            for seed in range(given.seed, given.seed + given.runs):
                if not _walk(seed, given.steps, tally, is_shrunk=given.shrink):
                    bad.append(seed)
    finally:
        teardown_databases(databases, verbosity=0)
    told = [f"{n:6} {name}" for name, n in sorted(tally.items())]
    _say(*told, f"{given.runs} walks; ended badly: {bad or 'none'}")
    return 1 if bad else 0


def _walk(seed: int, n_steps: int, tally: Counter[str], *, is_shrunk: bool) -> bool:
    steps = drawn(seed, n_steps)
    try:
        take(steps, tally)
    except Exception as fault:  # noqa: BLE001 - the next walk goes on
        _say(f"^ seed {seed}: {type(fault).__name__}: {fault}")
        if is_shrunk:
            fewer = shrunk(steps, type(fault))
            _say(f"{len(fewer)} steps do: {' '.join(rule.function.__name__ for rule, _said in fewer)}")
        return False
    _say(f"seed {seed} ends well")
    return True


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join([*lines, ""]))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""One person doing one act on the desk: it is done, or refused in the desk's own words and leaves no trace."""

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model, QuerySet
from hypothesis import strategies as st

from claims.errors import ClaimsError
from ledger.clock import HeldClock
from ledger.models import Head
from newsroom.triggers import OURS
from reviewers.errors import ReviewersError
from reviewers.models import Reviewer
from sources.errors import SourcesError
from summaries.errors import SummariesError

# An act refuses with one of these, or has a fault.
REFUSALS = (SourcesError, ClaimsError, ReviewersError, SummariesError)
# Which row, by its place among the newest; who of those who may; and what goes wrong on the way.
which = st.integers(0, 11)
who = st.integers(0, 5)
slip = st.integers(0, 9)
STALE, STRANGER, TWICE = 7, 8, 9


class Desk:
    """The acts as the rules call them. `tally` counts what was done and refused; `trace` tells it in order."""

    clock: HeldClock

    def __init__(self) -> None:
        super().__init__()
        self.tally: Counter[str] = Counter()
        self.trace: list[str] = []
        self._print = ""

    def do(self, act: Callable[..., Any], *, slip: int = 0, **said: Any) -> Any:
        """Call an act; return what it returns, or None where it refuses. Twice where somebody clicks twice."""
        done = None
        for _time in range(2 if slip == TWICE else 1):
            self.clock.forward(minutes=1)
            done = self._once(act, said) or done
        return done

    def _once(self, act: Callable[..., Any], said: dict[str, Any]) -> Any:
        before = self._print or footprint()
        name = f"{act.__module__}.{act.__name__}"
        told = f"{name} {told_of(said)}"
        self.trace.append(f"{told} …")  # should it raise, this is where
        try:
            done = act(**said)
        except REFUSALS as refusal:
            self._print = footprint()
            assert self._print == before, f"refused, and left a trace: {told}: {refusal}"
            self.tally[f"{name} {refusal.code}"] += 1
            self.trace[-1] = f"{told} -> {refusal.code}: {refusal}"
            return None
        self._print = ""
        self.tally[name] += 1
        self.trace[-1] = f"{told} -> done"
        return done

    def somebody(self, act: str, nth: int, slip: int = 0) -> Reviewer:
        """Return a person who may do this; a stranger to it where that is the slip."""
        people = list(Reviewer.objects.order_by("pk"))
        fitting = [one for one in people if one.may(act) != (slip == STRANGER)]
        some = fitting or people
        return some[nth % len(some)]


def newest(rows: QuerySet[Any], nth: int) -> Any:
    """Return the nth newest row, round and round; None where there is none."""
    keys = list(rows.order_by("-pk").values_list("pk", flat=True).distinct())
    return rows.model._default_manager.get(pk=keys[nth % len(keys)]) if keys else None


def told_of(said: dict[str, Any]) -> str:
    """Return what an act was told, in one line."""
    return " ".join(f"{name}={_short(value)}" for name, value in said.items())


def _short(value: Any) -> str:
    if isinstance(value, Model):
        return f"{value._meta.model_name}:{value.pk}"
    if isinstance(value, list | tuple) and value:
        return f"[{', '.join(_short(one) for one in value)}]"
    return repr(value)[:160]


def footprint() -> str:
    """Return a hash over every row of the desk, and the head of the ledger with them."""
    digest = hashlib.sha256(str(Head.objects.values_list("seq", "hash").get()).encode())
    with connection.cursor() as cursor:
        for label in OURS:
            for model in apps.get_app_config(label).get_models():
                columns = [f.column for f in model._meta.concrete_fields if f.column not in ("bytes", "text")]
                quoted = ", ".join(f'"{column}"' for column in columns)
                cursor.execute(f'SELECT {quoted} FROM "{model._meta.db_table}" ORDER BY 1')
                digest.update(repr(cursor.fetchall()).encode())
    return digest.hexdigest()

"""The machine: everybody's acts in any order, and the invariants after each of them."""

import sys

from django.core.cache import cache
from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine, invariant

from ledger.clock import held_at
from summaries.models import Version
from tests.newsroom.any_order import readers, records
from tests.newsroom.any_order.ground import BEGINS
from tests.newsroom.any_order.of_claims import OfClaims
from tests.newsroom.any_order.of_reviewers import OfReviewers
from tests.newsroom.any_order.of_sources import OfSources
from tests.newsroom.any_order.of_summaries import OfSummaries


class AnyOrder(OfSources, OfClaims, OfReviewers, OfSummaries, RuleBasedStateMachine):
    """One run on the ground that `ground.lay` laid; what it does is undone at its end."""

    every = 12  # acts between two looks at every page and hash

    def __init__(self) -> None:
        super().__init__()
        cache.clear()
        self._held = held_at(BEGINS)
        self.clock = self._held.__enter__()
        self.clock.forward(days=1)
        self._undone = transaction.atomic()
        self._undone._from_testcase = True  # lets in an act that has to be the outermost
        self._undone.__enter__()
        self._n_steps = 0
        self._versions: dict[int, str] = {}

    @invariant()
    def the_records_hold(self) -> None:
        if self._print and self._versions:
            return  # nothing moved since they were looked at last
        records.statuses_are_signed()
        records.grounds_stand()
        records.leads_belong()
        records.uses_are_counted()
        records.approvals_are_by_others()
        records.changes_are_dense()
        records.corrections_fall_due()
        records.stored_answers_are_true()
        records.somebody_administers()
        now = records.version_hashes()
        assert self._versions.items() <= now.items(), "the bytes of a version have changed"
        records.print_holds_only_figures(
            Version.objects.exclude(pk__in=self._versions).select_related("revision")
        )
        self._versions = now
        self._n_steps += 1
        if self._n_steps % self.every == 0:
            self._look()

    def _look(self) -> None:
        self._print = ""  # signing in leaves its hour with the account
        records.findings_are_fresh()
        records.every_record_holds()
        readers.look_at_everything()

    def tell(self) -> None:
        """Print what was done, in order."""
        sys.stdout.write("\n".join([*self.trace, ""]))

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:
                self._look()
        except Exception:
            self.tell()
            raise
        else:
            if sys.exc_info()[0] is not None:
                self.tell()
        finally:
            transaction.set_rollback(True)
            self._undone.__exit__(None, None, None)
            self._held.__exit__(None, None, None)

"""What the record must vouch for: the tables in which no row may stand that no entry commits to."""

from collections.abc import Iterator
from contextlib import closing

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q

from claims.models import Figure
from ledger.verify import Problem, Record
from newsroom import triggers
from reviewers.models import Verdict

# A row here without an entry was made by no act.
VOUCHED_FOR = {
    "claims.FigureState",
    "claims.Reading",
    "reviewers.Verdict",
    "reviewers.Evidence",
    "reviewers.RoleGrant",
    "summaries.Revision",
    "summaries.Approval",
    "summaries.Version",
    "summaries.Correction",
    "summaries.Change",
    "summaries.Withholding",
}
# The record itself is walked, not looked up; and an account's password and last sign-in change without an act.
NOT_ROWS = {"ledger.Entry", "ledger.Detail", "ledger.Head", "reviewers.Reviewer"}


def problems(record: Record) -> Iterator[Problem]:
    """Yield everything that does not hold: the chain first, then the rows, the statuses, the triggers."""
    yield from record.problems()
    ours = [m for label in triggers.OURS for m in apps.get_app_config(label).get_models()]
    rows = [model for model in ours if model._meta.label not in NOT_ROWS]
    yield from record.row_problems(rows, lambda row: row._meta.label in VOUCHED_FOR)
    yield from _statuses_without_verdicts()
    for name in triggers.missing(connection):
        yield Problem("database", f"the trigger {name} is missing; run migrate")


def all_problems() -> list[Problem]:
    """Return everything that does not hold, for tests and small desks; the command prints as it goes."""
    with closing(Record()) as record:
        return list(problems(record))


def _statuses_without_verdicts() -> Iterator[Problem]:
    """Yield figures whose status does not rest on live verdicts of its signers on the present state."""
    live = Verdict.objects.filter(
        state=OuterRef("current_state"), status=OuterRef("status"), withdrawn_at__isnull=True
    )
    first, second = live.filter(by=OuterRef("signer_1")), live.filter(by=OuterRef("signer_2"))
    signed: models.QuerySet[Figure] = Figure.objects.exclude(status=Figure.Status.UNREVIEWED)
    for figure in signed.filter(~Exists(first) | Q(signer_2__isnull=False) & ~Exists(second)).iterator():
        yield Problem(f"figure {figure.uid}", f"says {figure.status} without the verdicts that needs")

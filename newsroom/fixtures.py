"""The one answer to fixtures: no. A row that comes from a file has no act behind it and no entry in the ledger."""

from typing import Any

from django.db import IntegrityError, models

OURS = ("ledger", "sources", "claims", "reviewers", "summaries")


def refuse_fixtures(sender: type[models.Model], raw: bool, **kwargs: Any) -> None:
    """Refuse a row of ours that is loaded rather than made: `loaddata` saves it raw. Raises IntegrityError."""
    if raw and sender._meta.app_label in OURS:
        raise IntegrityError(
            f"Rows of {sender._meta.db_table} are made by acts, never loaded from a fixture."
        )

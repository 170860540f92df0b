"""The columns of a stored row as the ledger commits to them."""

from typing import Any

from django.db import models


def columns(row: models.Model) -> dict[str, Any]:
    """Return every stored column of `row` by its column name, read from the object as it stands.

    A float (a reader's confidence) has no canonical form: it is committed to as its shortest digits.
    """
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: repr(value) if isinstance(value, float) else value for name, value in values.items()}


def row_name(row: models.Model) -> str:
    """Return the name a row goes by in an entry's commitments: `verdict:12`."""
    return f"{row._meta.model_name}:{row.pk}"


def committed(*rows: models.Model) -> dict[str, dict[str, Any]]:
    """Return the rows in the shape `ledger.append` takes them."""
    return {row_name(row): columns(row) for row in rows}

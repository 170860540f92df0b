"""The columns of a stored row as the ledger commits to them."""

from typing import Any

from django.db import models


def columns(row: models.Model) -> dict[str, Any]:
    """Return every stored column of `row` by its name, in the form in which the database gives it back.

    A row just made and the same row read again say the same: 60 and Decimal("60"), a string and the date it names.
    A float, which has no canonical JSON form of ours, goes as its shortest exact spelling. A column the model names in
    `ADDED_LATER` counts where it is set: entries made before there was one vouch for their rows as they did.
    """
    said = {field.attname: _stored(field, getattr(row, field.attname)) for field in row._meta.concrete_fields}
    for name in getattr(row, "ADDED_LATER", ()):
        if said[name] is None:
            del said[name]
    return said


def _stored(field: models.Field, value: Any) -> Any:
    value = field.to_python(value)
    return repr(value) if isinstance(value, float) else value


def row_name(row: models.Model) -> str:
    """Return the name a row goes by in an entry's commitments: `verdict:12`."""
    return f"{row._meta.model_name}:{row.pk}"


def committed(*rows: models.Model) -> dict[str, dict[str, Any]]:
    """Return the rows in the shape `ledger.append` takes them."""
    return {row_name(row): columns(row) for row in rows}

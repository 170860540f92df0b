"""The database column of an exact number."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Max, Min
from django.db.models.aggregates import Aggregate

from claims.errors import BadNumber
from claims.numbers import FRACTION_DIGITS, WIDTH, exact, sortable, unsortable


class ExactField(models.Field):
    """A number kept to the last digit: numeric(30, 10) on PostgreSQL, sortable text on SQLite.

    Equality, order, ranges, Min and Max work; Sum and Avg raise, since the databases would answer with
    different (on SQLite: rounded) numbers.
    """

    description = "exact number"

    def get_internal_type(self) -> str:
        return "ExactField"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "text" if connection.vendor == "sqlite" else f"numeric({WIDTH}, {FRACTION_DIGITS})"

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or value == "":
            return None
        try:
            return exact(value)
        except BadNumber as reason:
            raise ValidationError(str(reason), code="bad-number") from reason

    def get_prep_value(self, value: Any) -> Decimal | None:
        value = super().get_prep_value(value)
        return None if value is None else exact(value)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        value = value if prepared else self.get_prep_value(value)
        if value is None or connection.vendor != "sqlite":
            return value
        return value if isinstance(value, str) else sortable(value)

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Decimal | None:
        if isinstance(expression, Aggregate) and not isinstance(expression, Min | Max):
            raise TypeError(
                f"{type(expression).__name__} over exact numbers: add them up in Python, as decimals."
            )
        if value is None:
            return None
        return unsortable(value) if isinstance(value, str) else exact(value)

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else format(value, "f")

"""Choosing one of the desk's records by its public name."""

from typing import Any

from django import forms


class OneOf(forms.ModelChoiceField):
    """A choice among records. A name with a NUL in it is no name: PostgreSQL would fail on it, not miss it."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and "\0" in value:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().to_python(value)

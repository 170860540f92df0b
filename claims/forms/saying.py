"""The fields that say a value and its dates, wherever they are typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.errors import BadNumber, BadValue
from claims.models import Comparator, ValueState
from claims.models.said import Said
from claims.numbers import plain
from claims.values import checked
from sources.dates import Dated, typed
from sources.errors import BadDate

COMPARATORS = [
    (Comparator.EXACT, _("exactly")),
    (Comparator.MORE_THAN, _("more than")),
    (Comparator.AT_LEAST, _("at least")),
    (Comparator.LESS_THAN, _("fewer than")),
    (Comparator.AT_MOST, _("at most")),
    (Comparator.ABOUT, _("about")),
    (Comparator.BETWEEN, _("between")),
    (Comparator.VAGUE, _("vaguely, from")),
]
VALUE_STATES = [
    (ValueState.KNOWN, _("a number")),
    (ValueState.NONE_KNOWN, _("none known")),
    (ValueState.UNKNOWN, _("unknown")),
    (ValueState.NOT_APPLICABLE, _("not applicable")),
]


class SayingForm(forms.Form):
    """A value with its comparator, as of when, since when. `cleaned_data` gains `value`; dates come as `Dated`.

    `shown` is what the record says now: a date left as it stands keeps its phrase, its anchor and its basis.
    """

    value_state = forms.ChoiceField(label=_("It is"), choices=VALUE_STATES)
    comparator = forms.ChoiceField(label=_("Comparator"), choices=COMPARATORS)
    low = forms.CharField(label=_("Number"), required=False, max_length=40)
    high = forms.CharField(
        label=_("and"), required=False, max_length=40, help_text=_("the larger number, after “between”")
    )
    as_of = forms.CharField(
        label=_("As of"), required=False, max_length=60,
        help_text=_("2031, 2031-05, 2031-05-17, or 2031-06-20/2031-07-31; empty: no date known"),
    )  # fmt: skip
    since = forms.CharField(
        label=_("Since"), required=False, max_length=60, help_text=_("the start of a running total")
    )

    def __init__(self, *args: Any, shown: Said | None = None, **kwargs: Any) -> None:
        self.shown = shown
        if shown is not None:
            kwargs["initial"] = {**said_as_typed(shown), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean_as_of(self) -> Dated:
        return self._date("as_of")

    def clean_since(self) -> Dated:
        return self._date("since")

    def _date(self, name: str) -> Dated:
        words = self.cleaned_data[name].strip()
        if self.shown is not None and words == getattr(self.shown, name).edtf:
            return getattr(self.shown, name)
        try:
            return typed(words)
        except BadDate as refusal:
            raise forms.ValidationError(str(refusal), code=refusal.code) from refusal

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        try:
            cleaned["value"] = _value(cleaned)
        except (BadValue, BadNumber) as refusal:
            self.add_error("low", forms.ValidationError(str(refusal), code=refusal.code))
        return cleaned


def _value(cleaned: dict[str, Any]) -> Any:
    """Read the number fields: one number goes where its comparator needs it; grouping spaces may be typed."""
    comparator, state = cleaned.get("comparator", ""), cleaned.get("value_state", "")
    low, high = ("".join(cleaned.get(name, "").split()) for name in ("low", "high"))
    if comparator != Comparator.BETWEEN and low and high:
        raise BadValue(str(_("Only “between” takes two numbers.")))
    return checked(comparator=comparator, low=low or None, high=high or None, state=state)


def said_as_typed(said: Said) -> dict[str, str]:
    """Return the fields of the form as they stand in a record; a single bound stands under "Number"."""
    low, high = said.low, said.high
    if said.comparator != Comparator.BETWEEN:
        low, high = (low if low is not None else high), None
    return {
        "value_state": said.value_state,
        "comparator": said.comparator,
        "low": "" if low is None else plain(low),
        "high": "" if high is None else plain(high),
        "as_of": said.as_of_edtf,
        "since": said.since_edtf,
    }

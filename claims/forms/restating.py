"""Forms of a figure: saying it otherwise, going back to an earlier state."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.forms.choosing import OneOf
from claims.forms.saying import SayingForm
from claims.models import FigureState, Measure


class RestateForm(SayingForm):
    """What a figure says, with the reason for saying it otherwise."""

    measure = OneOf(
        label=_("Measure"), queryset=Measure.objects.none(), to_field_name="slug", empty_label=None
    )
    originator = forms.CharField(
        label=_("Originator"), required=False, max_length=200,
        help_text=_("who first said it, by a name the desk knows; empty: unknown"),
    )  # fmt: skip
    counted = forms.CharField(label=_("Counted"), required=False, max_length=200)
    predicate = forms.CharField(label=_("What is said of them"), required=False, max_length=300)
    reason = forms.CharField(
        label=_("Why it is changed"), max_length=300, help_text=_("one sentence; it stays in the record")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, shown: FigureState, measures: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "measure": shown.measure.slug if shown.measure else "",
            "originator": shown.originator.printed_name if shown.originator else "",
            "counted": shown.counted,
            "predicate": shown.predicate,
            "seen": shown.n,
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, shown=shown, **kwargs)
        measure = self.fields["measure"]
        assert isinstance(measure, OneOf)
        measure.queryset = measures


class RevertForm(forms.Form):
    """Going back to what an earlier state said."""

    to_n = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    reason = forms.CharField(label=_("Why"), max_length=300)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

"""Forms of a measure: what is counted, its words, relations and phases; and closing a finding."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from claims.forms.choosing import OneOf
from claims.models import Finding, Measure, MeasureRelation, Topic


class WordsForm(forms.Form):
    """A measure in one language."""

    language = forms.ChoiceField(label=_("Language"), choices=lambda: settings.LANGUAGES)
    title = forms.CharField(
        label=_("Title"), max_length=160, help_text=_("People brought ashore at Port Ansel")
    )
    definition = forms.CharField(
        label=_("What is counted, in one sentence"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("who or what is in, who is not, from when on"),
    )  # fmt: skip
    one = forms.CharField(
        label=_("Noun after 1"), required=False, max_length=60, help_text=_("person; человек")
    )
    few = forms.CharField(
        label=_("after 2, 3, 4"), required=False, max_length=60, help_text=_("Russian: человека")
    )
    many = forms.CharField(label=_("after 5"), required=False, max_length=60, help_text=_("Russian: человек"))
    other = forms.CharField(
        label=_("otherwise"), required=False, max_length=60, help_text=_("people; человека")
    )


class MeasureForm(WordsForm):
    """A measure with its first words, under a topic that stands or a new one."""

    topic = OneOf(
        label=_("Topic"), queryset=Topic.objects.all(), required=False, to_field_name="slug",
        empty_label=_("a new topic"),
    )  # fmt: skip
    new_topic = forms.CharField(label=_("Name of the new topic"), required=False, max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=Measure.Kind.choices, widget=forms.RadioSelect)
    unit = forms.CharField(
        label=_("Unit"),
        required=False,
        max_length=32,
        help_text=_("empty for counts; percent, EUR, hectares"),
    )
    needs_blind_reading = forms.BooleanField(
        label=_("Ask for a blind second reading of every figure"), required=False
    )
    mention = forms.UUIDField(required=False, widget=forms.HiddenInput)

    field_order = ("topic", "new_topic", "kind", "title", "definition")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("topic") and not cleaned.get("new_topic"):
            self.add_error(
                "new_topic", forms.ValidationError(_("Choose a topic or name a new one."), code="required")
            )
        return cleaned


class RelationForm(forms.Form):
    """How this measure stands to another one."""

    kind = forms.ChoiceField(label=_("This measure"), choices=MeasureRelation.Kind.choices)
    other = OneOf(label=_("the measure"), queryset=Measure.objects.none(), to_field_name="slug")

    def __init__(self, *args: Any, measures: Any = None, **kwargs: Any) -> None:
        # The form of its words beside it on the page has a field of the same name.
        super().__init__(*args, **{"auto_id": "relation_%s", **kwargs})
        other = self.fields["other"]
        assert isinstance(other, OneOf)
        other.queryset = measures if measures is not None else Measure.objects.none()


class PhaseForm(forms.Form):
    """A new stretch of counting."""

    starts = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    reason = forms.CharField(label=_("Why the count begins anew"), max_length=300)


class FindingForm(forms.Form):
    """Why a finding need not be explained any more."""

    reason = forms.ChoiceField(label=_("Because"), choices=Finding.ClosedBecause.choices)
    note = forms.CharField(label=_("Note"), required=False, max_length=600)

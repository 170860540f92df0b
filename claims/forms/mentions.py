"""Forms of the reader: a reading, a missed figure, setting aside, filing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.anchors import QUOTE_MAX
from claims.forms.choosing import OneOf
from claims.forms.saying import SayingForm
from claims.models import Figure, Measure, Mention, Reading
from claims.printing import in_short
from claims.proposals import Proposal
from sources.models import Source

SEEN_MAX = 60


class ReadingForm(SayingForm):
    """What a mention says, part by part."""

    counted = forms.CharField(label=_("Counted"), required=False, max_length=200)
    predicate = forms.CharField(label=_("What is said of them"), required=False, max_length=300)
    kind = forms.ChoiceField(label=_("Kind of number"), choices=Reading.Kind.choices)
    unit = forms.CharField(
        label=_("Unit"),
        required=False,
        max_length=32,
        help_text=_("empty for counts; percent, EUR, hectares"),
    )
    attribution = forms.CharField(
        label=_("Who says it"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("one voice per line, from the nearest to the origin; empty: the publisher itself"),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, max_length=SEEN_MAX)

    def __init__(self, *args: Any, shown: Reading | None = None, **kwargs: Any) -> None:
        if shown is not None:
            kwargs["initial"] = {
                "counted": shown.counted,
                "predicate": shown.predicate,
                "kind": shown.kind,
                "unit": shown.unit,
                "attribution": "\n".join(said.words for said in shown.attributions.all()),
                **(kwargs.get("initial") or {}),
            }
        super().__init__(*args, shown=shown, **kwargs)

    def clean_attribution(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["attribution"].splitlines() if line.strip()]

    def said(self) -> dict[str, Any]:
        """The parts of the reading, as the acts take them."""
        names = ("value", "as_of", "since", "counted", "predicate", "kind", "unit", "attribution")
        return {name: self.cleaned_data[name] for name in names}


class AddForm(ReadingForm):
    """A figure the reader missed: its words, found by typing or by selecting them."""

    quote = forms.CharField(
        label=_("The words"), max_length=QUOTE_MAX, strip=True,
        help_text=_("the number with its qualifier, as the text has it: more than 60"),
    )  # fmt: skip
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=SEEN_MAX)

    field_order = ("quote", "value_state", "comparator", "low", "high", "counted")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The correcting form stands on the same page: names of fields are shared, their ids must not be.
        super().__init__(*args, **{"auto_id": "add_%s", **kwargs})


class DismissForm(forms.Form):
    """Why a mention is no figure."""

    reason = forms.ChoiceField(label=_("It is"), choices=Mention.Dismissal.choices)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=SEEN_MAX)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "dismiss_%s", **kwargs})


class FileForm(forms.Form):
    """Where a mention belongs: one of the proposals, a figure that stands, or a measure of the person's choice."""

    place = forms.ChoiceField(label=_("Where"), widget=forms.RadioSelect)
    measure = OneOf(
        label=_("Measure"), queryset=Measure.objects.none(), required=False, to_field_name="slug",
        empty_label=_("choose a measure"),
    )  # fmt: skip
    figure = OneOf(
        label=_("Figure"), queryset=Figure.objects.none(), required=False, to_field_name="uid",
        empty_label=_("choose a figure"),
    )  # fmt: skip
    originator = forms.CharField(
        label=_("Originator"), required=False, max_length=200,
        help_text=_("who first said it, by name; empty: whoever the words name, if the desk knows them"),
    )  # fmt: skip
    new_party = forms.ChoiceField(
        label=_("If nobody goes by that name"), required=False,
        choices=[("", _("ask again")), *((kind, _("make it: %(kind)s") % {"kind": label})
                                         for kind, label in Source.Kind.choices)],
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, max_length=SEEN_MAX)

    def __init__(
        self, *args: Any, proposals: Sequence[Proposal] = (), measures: Any = None, figures: Any = None, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **{"auto_id": "file_%s", **kwargs})
        self.proposals = {proposed(one): one for one in proposals}
        choices = [(name, label(one)) for name, one in self.proposals.items()]
        by_hand = [
            (
                "measure",
                _("a figure of its own under another measure")
                if choices
                else _("a figure of its own under a measure"),
            ),
            (
                "figure",
                _("another figure that is there already") if choices else _("a figure that is there already"),
            ),
        ]
        self.fields["place"].choices = [*choices, *by_hand]  # type: ignore[attr-defined]
        self.fields["place"].initial = choices[0][0] if choices else "measure"
        measure, figure = self.fields["measure"], self.fields["figure"]
        assert isinstance(measure, OneOf) and isinstance(figure, OneOf)
        measure.queryset = measures if measures is not None else Measure.objects.none()
        figure.queryset = figures if figures is not None else Figure.objects.none()
        figure.label_from_instance = _name_figure  # type: ignore[method-assign, assignment]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        place = cleaned.get("place", "")
        if place in ("measure", "figure") and not cleaned.get(place):
            says = (
                _("Choose the measure it counts.")
                if place == "measure"
                else _("Choose the figure it states.")
            )
            self.add_error(place, forms.ValidationError(says, code="required"))
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """Figure or measure, and whether the desk proposed it, as `file_mention` takes them."""
        place = self.cleaned_data["place"]
        if place in self.proposals:
            one = self.proposals[place]
            if one.figure is not None:
                return {"figure": one.figure, "is_proposed": True}
            return {"measure": one.measure, "is_proposed": True}
        return {place: self.cleaned_data[place]}


def proposed(one: Proposal) -> str:
    """The value a proposal has in the form."""
    return f"figure:{one.figure.uid}" if one.figure else f"measure:{one.measure.slug}"


def label(one: Proposal) -> str:
    """What the choice says: where, and why."""
    words = _("“%(measure)s”. %(why)s") if one.figure else _("“%(measure)s”, as a figure of its own. %(why)s")
    return str(words) % {"measure": one.measure, "why": one.why}


def _name_figure(figure: Figure) -> str:
    return f"{figure.state.measure}: {in_short(figure.state)}"

"""Forms of the writing pages: shape only; what may be kept is decided by the acts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField

from claims.models import Topic
from summaries.body import BODY_LENGTH, HEADLINE_LENGTH, STANDFIRST_LENGTH, plain_text
from summaries.models import Correction, FigureUse, NotFigure, Summary
from summaries.prose import LINE_EXTENSIONS, TEXT_EXTENSIONS

LANGUAGES = [("en", _("English")), ("ru", _("Russian"))]
DISMISSALS = [
    ("date", _("a date")), ("time", _("a time of day")), ("age", _("an age")), ("law", _("the number of a law")),
    ("name", _("part of a name")), ("address", _("an address")), ("identifier", _("an identifier")),
    ("ordinal", _("an ordinal")), ("idiom", _("an idiom")), ("page_mark", _("a page number or mark")),
    ("not_a_claim", _("supposed, not stated")), ("misread", _("misread")),
]  # fmt: skip

# Nothing is chosen beforehand: a reason is somebody's judgement.
REASONS = [("", _("choose one")), *Correction.Reason.choices]


class SummaryChoiceField(forms.ModelChoiceField):
    """A choice among summaries, by their headlines."""

    def label_from_instance(self, obj: Any) -> str:
        return plain_text(obj.current_revision.headline) if obj.current_revision else obj.slug


class NewSummaryForm(forms.Form):
    """What a summary begins with."""

    topic = forms.ModelChoiceField(
        Topic.objects.all(), label=_("Topic"), to_field_name="slug", empty_label=_("choose one")
    )
    headline = forms.CharField(label=_("Headline"), max_length=HEADLINE_LENGTH)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    translation_of = SummaryChoiceField(
        Summary.objects.none(), label=_("Translation of"), required=False, to_field_name="uid",
        empty_label=_("no other summary"),
    )  # fmt: skip
    slug = forms.SlugField(
        label=_("Address"),
        max_length=80,
        required=False,
        help_text=_("Made from the headline when left empty."),
    )

    def __init__(self, *args: Any, summaries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["translation_of"].queryset = summaries.select_related("current_revision")  # type: ignore[attr-defined]


class WordsField(ProseEditorFormField):
    """A field that may be saved empty while it is written; the gate asks for it before print."""

    def validate(self, value: str) -> None:
        """Take whatever came: acts refuse what cannot be kept."""


class WritingForm(forms.Form):
    """The text. `seen` is the revision it was opened on."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    headline = WordsField(label=_("Headline"), max_length=HEADLINE_LENGTH, extensions=LINE_EXTENSIONS)
    standfirst = ProseEditorFormField(
        label=_("Standfirst"), max_length=STANDFIRST_LENGTH, extensions=LINE_EXTENSIONS, required=False
    )
    body = WordsField(label=_("Text"), max_length=BODY_LENGTH, extensions=TEXT_EXTENSIONS)

    def __init__(self, *args: Any, language: str = "en", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("headline", "standfirst", "body"):
            self.fields[name].widget.attrs["lang"] = language


class InsertForm(forms.Form):
    """A figure into a paragraph, without script."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    figure = forms.ChoiceField(label=_("Figure"))
    wording = forms.ChoiceField(label=_("Wording"), choices=FigureUse.Wording.choices)
    after_paragraph = forms.TypedChoiceField(label=_("At the end of"), coerce=int)

    def __init__(
        self, *args: Any, figures: list[tuple[str, str]], paragraphs: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["figure"].choices = figures  # type: ignore[attr-defined]
        self.fields["after_paragraph"].choices = paragraphs  # type: ignore[attr-defined]


class NotFigureForm(forms.ModelForm):
    """A bare number that is no figure, and why."""

    field_order = ("reason", "note")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = forms.ChoiceField(label=_("It is"), choices=DISMISSALS, widget=forms.RadioSelect)

    class Meta:
        model = NotFigure
        fields = ["field", "quote", "nth", "note"]
        widgets = dict.fromkeys(("field", "quote", "nth"), forms.HiddenInput)
        labels = {"note": _("In a word, why")}


class SeenForm(forms.Form):
    """An act on the revision that was shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class RequestChangesForm(SeenForm):
    """What has to change."""

    note = forms.CharField(label=_("What has to change"), max_length=2000, widget=forms.Textarea({"rows": 3}))


class RetractForm(forms.Form):
    """Why a summary goes out of print for good."""

    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    note = forms.CharField(
        label=_("What readers are told"), max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Stands in its place, for good. None of the text does."),
    )  # fmt: skip


class DecideForm(forms.Form):
    """How a due correction is explained."""

    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    note = forms.CharField(
        label=_("What readers are told"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )

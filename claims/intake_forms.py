"""The forms by which documents come in and are described. They check shape; the acts check the rest."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sources.models import Provenance, Source

DATE_HELP = _("Year, month and day: 2031, 2031-05 or 2031-05-17. Leave it empty where it is not known.")


class TextAsPasted(forms.CharField):
    """Pasted words, kept as they are: not trimmed, not refused for a NUL (that is taken out and noted further in).

    A browser sends every line end as CRLF, whatever was pasted; they are turned back.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.validators = []

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n")


class BringInForm(forms.Form):
    """Words or a file, and what the person knows about them."""

    text = TextAsPasted(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_(
            "Paste the whole text, with its headline and date line. A list of several stories is taken apart."
        ),
    )
    file = forms.FileField(
        label=_("Or a file"), required=False, help_text=_("Plain text (.txt) or a web page saved as .html.")
    )
    title = forms.CharField(label=_("Title"), required=False, max_length=300)
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    published = forms.CharField(label=_("Published on"), required=False, max_length=64, help_text=DATE_HELP)
    language = forms.CharField(
        label=_("Language"), required=False, max_length=8, help_text=_("Two letters, such as en or ru.")
    )
    is_protected = forms.BooleanField(
        label=_("Protect it"),
        required=False,
        help_text=_("Somebody may be in danger: only those who may see protected things will know of it."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_text, has_file = bool(cleaned.get("text", "").strip()), bool(cleaned.get("file"))
        if not self.errors and has_text == has_file:
            says = (
                _("Give either a text or a file, not both.")
                if has_text
                else _("Paste a text or choose a file.")
            )
            raise forms.ValidationError(says, code="one-of-two")
        return cleaned


class DescribeForm(forms.Form):
    """Title, language and publisher of a document."""

    seen = forms.CharField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), required=False, max_length=300)
    language = forms.CharField(
        label=_("Language"), required=False, max_length=8, help_text=_("Two letters, such as en or ru.")
    )
    publisher = forms.CharField(
        label=_("Publisher"),
        required=False,
        max_length=200,
        help_text=_("A name the desk knows is tied to that party. Leave it empty where nobody is named."),
    )
    publisher_kind = forms.ChoiceField(
        label=_("If the desk does not know the publisher yet, make it"),
        required=False,
        choices=[("", _("nothing: keep the name as words")), *Source.Kind.choices[:-1]],
        help_text=_(
            "Readers are told who published a text only where the publisher is a party, not words alone."
        ),
    )


class StepForm(forms.Form):
    """One step of the chain behind a document, besides its publisher."""

    role = forms.ChoiceField(
        label=_("What it did"),
        required=False,
        choices=[
            ("", "–"),
            *(each for each in Provenance.Role.choices if each[0] != Provenance.Role.PUBLISHED),
        ],
    )
    name = forms.CharField(label=_("Who"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("role")) != bool(cleaned.get("name", "").strip()):
            raise forms.ValidationError(_("A step needs both: who, and what it did."), code="half-a-step")
        return cleaned


StepFormSet = forms.formset_factory(StepForm, extra=2, max_num=30)


class RedateForm(forms.Form):
    """The date of a document, as a person types it."""

    seen = forms.CharField(widget=forms.HiddenInput)
    published = forms.CharField(label=_("Published on"), required=False, max_length=64, help_text=DATE_HELP)


class ReasonForm(forms.Form):
    """Why a document is withdrawn, protected or opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

"""Topics and measures: made and retired through the acts of `claims.measures`.

Measures are put under the admin by `summaries.admin`: giving one its words is told to readers.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims import measures
from claims.errors import ClaimsError, NotAllowed
from claims.models import Measure, Topic
from ledger.acting_admin import ActingAdmin, ActingForm

WORDS = ("title", "definition", "one", "few", "many", "other")


@admin.register(Topic)
class TopicAdmin(ActingAdmin):
    add_act = "create-measure"
    refusals, not_allowed = (ClaimsError,), (NotAllowed,)
    list_display = ["name", "slug"]
    fields = ["name", "slug", "seen"]

    def get_fields(self, request: HttpRequest, obj: Topic | None = None) -> Any:
        return ["name", "slug"] if obj else ["name", "slug", "seen"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "slug":
            field.required = False  # the act makes one from the name
        return field

    def act_on(self, request: HttpRequest, record: Topic, form: Any, *, is_new: bool) -> Topic:
        by: Any = request.user
        sent = form.cleaned_data
        return measures.create_topic(by=by, name=sent["name"], slug=sent["slug"])


class MeasureForm(ActingForm):
    """A measure with its words in one language."""

    language = forms.CharField(label=_("Language of the words"), max_length=8, initial="en")
    title = forms.CharField(label=_("Title"), max_length=160)
    definition = forms.CharField(
        label=_("Definition"), max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that says what is counted."),
    )  # fmt: skip
    one = forms.CharField(label=_("Noun: 1 …"), max_length=60, required=False)
    few = forms.CharField(label=_("Noun: a few …"), max_length=60, required=False)
    many = forms.CharField(label=_("Noun: many …"), max_length=60, required=False)
    other = forms.CharField(label=_("Noun: other numbers"), max_length=60, required=False)
    is_retired = forms.BooleanField(
        label=_("Retire"), required=False, help_text=_("Nothing more is filed under it.")
    )

    class Meta:
        model = Measure
        fields = ["topic", "slug", "kind", "unit", "needs_blind_reading"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        wording = self.instance.wording() if self.instance.pk else None
        if wording is not None:
            words = {"language": wording.language, **{name: getattr(wording, name) for name in WORDS}}
            self.initial = {
                **words,
                "is_retired": self.instance.state == Measure.State.RETIRED,
                **self.initial,
            }
            self.fields["seen"].initial = self._token()


class MeasureAdmin(ActingAdmin):
    """Measures; `word_measure` is the act of whoever puts this under the admin."""

    word_measure: Callable[..., Any]
    form = MeasureForm
    add_act, change_act = "create-measure", "define-measure"
    refusals, not_allowed = (ClaimsError,), (NotAllowed,)
    list_display = ["title", "slug", "topic", "kind", "unit", "state"]
    list_filter = ["state", "kind", "topic"]
    search_fields = ["slug", "wordings__title"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Measure]:
        return Measure.objects.with_words()

    def get_fields(self, request: HttpRequest, obj: Measure | None = None) -> Any:
        kept = ["topic", "slug", "kind", "unit", "needs_blind_reading"]
        if obj is None:
            return [*kept, "language", *WORDS, "seen"]
        if not self.has_change_permission(request, obj):
            return ["title", "definition_shown", *kept, "state"]
        return [*kept, "language", *WORDS, "is_retired", "seen"]

    def get_readonly_fields(self, request: HttpRequest, obj: Measure | None = None) -> Any:
        if obj is None:
            return []
        kept = ["topic", "slug", "kind", "unit", "needs_blind_reading"]
        return (
            kept
            if self.has_change_permission(request, obj)
            else ["title", "definition_shown", *kept, "state"]
        )

    @admin.display(description=_("Title"))
    def title(self, measure: Measure) -> str:
        return measure.title()

    @admin.display(description=_("Definition"))
    def definition_shown(self, measure: Measure) -> str:
        wording = measure.wording()
        return wording.definition if wording else "–"

    def act_on(self, request: HttpRequest, record: Measure, form: Any, *, is_new: bool) -> Measure:
        by: Any = request.user
        sent, changed = form.cleaned_data, set(form.changed_data)
        words = {name: sent[name] for name in ("language", *WORDS)}
        if is_new:
            kept = {name: sent[name] for name in ("topic", "slug", "kind", "unit", "needs_blind_reading")}
            return measures.create_measure(by=by, **kept, **words)
        if changed & {"language", *WORDS}:
            self.word_measure(by=by, measure=record, **words)
        if sent["is_retired"] and "is_retired" in changed:
            record = measures.retire_measure(by=by, measure=record)
        return record

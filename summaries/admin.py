"""Parties and measures, by the acts that print hears of: made, rated, tied, joined and protected; given their words."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.admin import MeasureAdmin
from claims.models import Measure
from ledger.acting_admin import ActingAdmin, ActingForm
from sources.errors import NotAllowed, SourcesError
from sources.models import Source
from sources.parties import rate_source
from summaries.told import acts as told
from summaries.told import parties


class SourceForm(ActingForm):
    """A party, and what may be done about it."""

    other_name = forms.CharField(label=_("Another name it goes by"), max_length=200, required=False)
    merge_into = forms.ModelChoiceField(
        label=_("Is the same party as"), queryset=Source.objects.none(), required=False,
        help_text=_("Its names go to that party. This cannot be undone here."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why it may be opened again"), max_length=1000, required=False,
        help_text=_(
            "To open a protected party, take the mark away and say why. "
            "What was withheld stays so until a publisher gives it back."
        ),
    )  # fmt: skip

    class Meta:
        model = Source
        fields = ["name", "kind", "owner", "reliability", "is_protected", "public_label"]
        help_texts: ClassVar[dict[str, Any]] = {
            "is_protected": _(
                "Somebody may be in danger: readers never see its name or its texts. "
                "What is in print and names it is withheld, or goes on with the public label."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        visible = Source.objects.visible_to(self.person).standing()
        for name in ("owner", "merge_into"):
            if name in self.fields:
                choice: Any = self.fields[name]
                choice.queryset = visible.exclude(pk=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        """Ask for one decision at a time: each locks what is printed before it writes, and a second would after."""
        sent, changed = super().clean(), set(self.changed_data)
        apart = ({"owner"}, {"is_protected", "public_label", "reason"}, {"other_name"}, {"merge_into"})
        if self.instance.pk and sum(bool(fields & changed) for fields in apart) > 1:
            raise forms.ValidationError(
                _("Owner, another name, protection and joining are decided one at a time: save after each."),
                code="one-at-a-time",
            )
        return sent


@admin.register(Source)
class SourceAdmin(ActingAdmin):
    form = SourceForm
    add_act, change_act = "create-source", "judge-source"
    refusals, not_allowed = (SourcesError,), (NotAllowed,)
    list_display = ["name", "kind", "reliability", "owned_by", "is_protected", "joined_to"]
    list_filter = ["kind", "reliability", "is_protected"]
    list_select_related = ["owner", "merged_into"]
    search_fields = ["name", "aliases__name"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Source]:
        person: Any = request.user
        sees_all = models.Value(person.may("see-protected"), models.BooleanField())
        return Source.objects.visible_to(person).annotate(sees_all=sees_all)

    def get_fields(self, request: HttpRequest, obj: Source | None = None) -> Any:
        made = ["name", "kind", "owner", "reliability", "is_protected", "public_label"]
        if obj is None:
            return [*made, "seen"]
        if not self.has_change_permission(request, obj):
            shown = ["owned_by" if name == "owner" else name for name in made]
            return [*shown, "names", "in_print", "joined_to"]
        opening = ["reason"] if obj.is_protected else []
        return [*made, *opening, "names", "in_print", "other_name", "merge_into", "seen"]

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> Any:
        if obj is None:
            return []
        return [
            "name",
            "kind",
            "names",
            "in_print",
            *([] if self.has_change_permission(request, obj) else ["owned_by", "joined_to"]),
        ]

    @admin.display(description=_("Goes by"))
    def names(self, source: Source) -> str:
        return ", ".join(source.aliases.values_list("name", flat=True)) or "–"

    @admin.display(description=_("Owner"))
    def owned_by(self, source: Any) -> str:
        return self._named(source, source.owner)

    @admin.display(description=_("Merged into"))
    def joined_to(self, source: Any) -> str:
        return self._named(source, source.merged_into)

    @admin.display(description=_("In print"))
    def in_print(self, source: Any) -> str:
        """By what it is printed; that its name is a protected party's as well is told only to who may know of that."""
        if not (source.sees_all and source.printed_as):
            return source.printed_name
        return _("%(label)s, since a protected party goes by its name: are the two the same?") % {
            "label": source.printed_as
        }

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Let nobody ask by what is not shown to everybody."""
        return not lookup.startswith("printed_as") and super().lookup_allowed(lookup, value, request)

    def _named(self, source: Any, other: Source | None) -> str:
        """The name of the party beside, or its public label for who may not see protected ones."""
        if other is None:
            return "–"
        return other.name if source.sees_all else other.printed_name

    def act_on(self, request: HttpRequest, record: Source, form: Any, *, is_new: bool) -> Source:
        by: Any = request.user
        sent, changed = form.cleaned_data, set(form.changed_data)
        if is_new:
            names = ("name", "kind", "owner", "reliability", "is_protected", "public_label")
            return parties.create_source(by=by, **{name: sent[name] for name in names})
        rated = record
        if "owner" in changed:
            record = parties.set_owner(by=by, source=record, owner=sent["owner"])
        if sent["other_name"]:
            parties.add_alias(by=by, source=record, name=sent["other_name"])
        if not sent["is_protected"] and "is_protected" in changed:
            record = parties.unprotect_source(by=by, source=record, reason=sent["reason"])
        elif sent["is_protected"] and {"is_protected", "public_label"} & changed:
            record = parties.protect_source(by=by, source=record, public_label=sent["public_label"])
        if sent["merge_into"]:
            record = parties.merge_sources(by=by, source=record, into=sent["merge_into"])
        if "reliability" in changed:  # last: it locks the party alone, and the record
            rate_source(by=by, source=rated, reliability=sent["reliability"])
        return record


@admin.register(Measure)
class ToldMeasureAdmin(MeasureAdmin):
    """Measures, their words told to readers."""

    word_measure = staticmethod(told.word_measure)

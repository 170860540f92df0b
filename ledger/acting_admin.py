"""The admin's forms over acts: what is done there is an act, obeys its rules, and is recorded in the ledger alone."""

import unicodedata
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ledger.canonical import digest


class ActingForm(forms.ModelForm):
    """A form whose record is changed by an act, never by itself; a stale one is refused."""

    refusal = ""  # what the act said, when the form is shown again
    person: Any  # who asks; `ActingAdmin.get_form` sets it

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self._token()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.instance.pk and cleaned.get("seen") != self._token():
            raise forms.ValidationError(
                _("Somebody changed this in the meantime. Open the page again and look before you decide."),
                code="out-of-date",
            )
        if self.refusal:
            raise forms.ValidationError(self.refusal, code="refused")
        return cleaned

    def validate_unique(self) -> None:
        """The act says it, in a sentence."""

    def _post_clean(self) -> None:
        """Leave the record as it is: what was typed goes to the act, not into columns."""

    def save(self, commit: bool = True) -> Any:
        """Return the record untouched; `ActingAdmin.save_model` calls the act."""
        self.save_m2m = lambda: None  # type: ignore[method-assign]
        return self.instance

    def _token(self) -> str:
        """Return a hash over what the form shows of the record."""
        shown = {name: str(self.initial.get(name, "")) for name in sorted(self.fields) if name != "seen"}
        return digest(shown)[:16]


class ActingAdmin(admin.ModelAdmin):
    """A page of the admin whose every change is an act. Nothing is deleted, edited in a list, or logged elsewhere."""

    form = ActingForm
    actions: Any = []
    list_per_page = 50
    show_full_result_count = False
    see_act = "see-desk"
    add_act = ""
    change_act = ""
    refusals: tuple[type[Exception], ...] = ()
    not_allowed: tuple[type[Exception], ...] = ()

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Search for the words in composed letters, as names are kept."""
        return super().get_search_results(request, queryset, unicodedata.normalize("NFC", search_term))

    def act_on(self, request: HttpRequest, record: Any, form: Any, *, is_new: bool) -> models.Model:
        """Call the act, and return the record it made or changed. For each kind of record its own."""
        raise NotImplementedError

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        done = self.act_on(request, obj, form, is_new=not change)
        obj.__dict__.update(done.__dict__)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Run the form; when the act refuses, show the form again with its sentence and all that was typed."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except self.not_allowed as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        except self.refusals as refusal:
            request.refusal = str(refusal)  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        form.person = request.user
        return form

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if any("\x00" in value for value in request.GET.values()):
            raise SuspiciousOperation(
                "NUL in a query"
            )  # PostgreSQL would fail on it, in the middle of the page
        return super().changelist_view(request, extra_context)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """There is one history, the ledger."""
        raise Http404

    # --- who may ---------------------------------------------------------------------------------------------------

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.see_act)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may(request, self.add_act)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.change_act)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def _may(self, request: HttpRequest, act: str) -> bool:
        person: Any = request.user
        return bool(act and person.is_authenticated and person.may("use-admin") and person.may(act))

    # --- no second record ------------------------------------------------------------------------------------------

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """Write nothing: the act has its entry in the ledger."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:  # type: ignore[override]
        """Write nothing: the act has its entry in the ledger."""

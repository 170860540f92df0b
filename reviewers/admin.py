"""People and their roles, and the figures that wait for signatures. Every change is an act of `reviewers`."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import models, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from claims.models import Figure, Measure
from claims.printing import printed
from ledger.acting_admin import ActingAdmin, ActingForm
from reviewers import people
from reviewers.assign import take
from reviewers.errors import NotAllowed, ReviewersError
from reviewers.models import Reviewer, RoleGrant
from reviewers.queue import held_now


class PersonForm(ActingForm):
    """A person, the roles held, and a new password where one is given."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=RoleGrant.Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    password = forms.CharField(
        label=_("Password"), required=False, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Leave empty to keep it; a new person without one sets it by the mail that resets it."),
    )  # fmt: skip

    class Meta:
        model = Reviewer
        fields = ["username", "name", "public_name", "email", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            held = self.instance.grants.filter(until__isnull=True).order_by("role")
            self.initial["roles"] = list(held.values_list("role", flat=True))
            self.initial["password"] = ""
            self.fields["seen"].initial = self._token()


@admin.register(Reviewer)
class PersonAdmin(ActingAdmin):
    form = PersonForm
    see_act, add_act, change_act = "see-people", "manage-people", "manage-people"
    refusals, not_allowed = (ReviewersError,), (NotAllowed,)
    list_display = ["name", "username", "email", "roles_held", "is_active", "joined_at"]
    list_filter = ["is_active", "grants__role"]
    search_fields = ["name", "username", "email"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Reviewer]:
        return Reviewer.objects.prefetch_related("grants")

    def has_change_permission(self, request: HttpRequest, obj: Reviewer | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.is_machine)

    def get_fields(self, request: HttpRequest, obj: Reviewer | None = None) -> Any:
        named = ["username", "name", "public_name", "email"]
        if obj is None:
            return [*named, "password", "roles", "seen"]
        if not self.has_change_permission(request, obj):
            return [*named, "is_active", "roles_held", "joined_at"]
        return [*named, "is_active", "roles", "password", "joined_at", "seen"]

    def get_readonly_fields(self, request: HttpRequest, obj: Reviewer | None = None) -> Any:
        if obj is None:
            return []
        return (
            ["username", "joined_at"]
            if self.has_change_permission(request, obj)
            else ["roles_held", "joined_at"]
        )

    @admin.display(description=_("Roles"))
    def roles_held(self, person: Reviewer) -> str:
        held = [grant.role for grant in person.grants.all() if grant.until is None]
        return (
            ", ".join(str(RoleGrant.Role(role).label) for role in RoleGrant.Role.values if role in held)
            or "–"
        )

    def act_on(self, request: HttpRequest, record: Reviewer, form: Any, *, is_new: bool) -> Reviewer:
        by: Any = request.user
        sent, changed = form.cleaned_data, set(form.changed_data)
        if is_new:
            names = ("username", "name", "public_name", "email", "roles")
            return people.create_person(
                by=by, password=sent["password"] or None, **{name: sent[name] for name in names}
            )
        if changed & {"name", "public_name", "email"}:
            record = people.rename_person(
                by=by, person=record, name=sent["name"], public_name=sent["public_name"], email=sent["email"]
            )
        if "is_active" in changed and sent["is_active"]:
            people.reactivate_person(by=by, person=record)
        held = set(form.initial["roles"])
        for role in sorted(set(sent["roles"]) - held):
            people.grant_role(by=by, person=record, role=role)
        for role in sorted(held - set(sent["roles"])):
            people.end_role(by=by, person=record, role=role)
        if sent["password"]:
            people.set_password(by=by, person=record, password=sent["password"])
        if "is_active" in changed and not sent["is_active"]:
            people.deactivate_person(by=by, person=record)
        return Reviewer.objects.get(pk=record.pk)


@admin.register(RoleGrant)
class RoleGrantAdmin(ActingAdmin):
    """Who held which role from when to when; given and ended on the person's page."""

    see_act = "see-people"
    list_display = ["person", "role", "since", "until", "by"]
    list_filter = ["role"]
    list_select_related = ["person", "by"]
    fields: ClassVar[Any] = ["person", "role", "since", "until", "by"]
    readonly_fields = fields
    ordering = ["-since"]


class FigureList(ChangeList):
    """A page of figures put into words at once: as many queries for fifty as for one."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        figures = list(self.result_list)
        lines = printed(figures)
        held = {one.figure_id: one for one in held_now().filter(figure__in=figures).select_related("person")}
        for figure in figures:
            figure.line, figure.held = lines[figure.pk], held.get(figure.pk)
        self.result_list = figures


class MeasureFilter(admin.SimpleListFilter):
    """Measures by their titles, all read at once."""

    title = _("measure")
    parameter_name = "measure"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(measure.slug, measure.title()) for measure in Measure.objects.standing().with_words()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Figure]) -> models.QuerySet[Figure]:
        return queryset.filter(current_state__measure__slug=self.value()) if self.value() else queryset


@admin.register(Figure)
class FigureAdmin(ActingAdmin):
    """Figures and who holds them. They are signed one by one on their own page, never in bulk."""

    list_display = [
        "says",
        "measure",
        "as_of",
        "status",
        "origins",
        "n_draft_uses",
        "n_published_uses",
        "held_by",
    ]
    list_filter = ["status", "current_state__measure__topic", MeasureFilter]
    actions = ["take_selected"]
    fields: ClassVar[Any] = ["sign_page", "status", "status_since", "signed_by", "n_draft_uses", "n_published_uses",
                   "released_at"]  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Figure]:
        person: Any = request.user
        visible = Figure.objects.visible_to(person)
        return visible.with_state().filter(current_state__isnull=False).order_by("status_since", "pk")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return FigureList

    @admin.display(description=_("Figure"))
    def says(self, figure: Any) -> str:
        return figure.line.number

    @admin.display(description=_("Measure"))
    def measure(self, figure: Any) -> str:
        return figure.line.measure

    @admin.display(description=_("As of"))
    def as_of(self, figure: Any) -> str:
        return figure.line.as_of or gettext("undated")

    @admin.display(description=_("Origins"))
    def origins(self, figure: Any) -> str:
        return figure.line.origins

    @admin.display(description=_("Signed by"))
    def signed_by(self, figure: Figure) -> str:
        """Their names alone: Django would link each to a page of accounts, which few may open."""
        return ", ".join(str(signer) for signer in (figure.signer_1, figure.signer_2) if signer) or "–"

    @admin.display(description=_("Held by"))
    def held_by(self, figure: Any) -> str:
        return str(figure.held.person) if figure.held else "–"

    @admin.display(description=_("Signed on"))
    def sign_page(self, figure: Figure) -> str:
        url = reverse("reviewers:figure", args=[figure.uid])
        return format_html('<a href="{}">{}</a>', url, gettext("the figure's page at the desk"))

    def has_take_permission(self, request: HttpRequest) -> bool:
        return self._may(request, "take-figure")

    @admin.action(description=_("Take for two hours"), permissions=["take"])
    def take_selected(self, request: HttpRequest, figures: models.QuerySet[Figure]) -> None:
        """Hold all that are ticked, or none of them."""
        by: Any = request.user
        try:
            with transaction.atomic():
                taken = [take(by=by, figure=figure) for figure in figures.order_by("pk")]
        except ReviewersError:
            # Which one, and who holds it, is on the figure's own page.
            said = gettext(
                "Nothing was taken: one of them is held by somebody else, or you entered or corrected it."
            )
            self.message_user(request, said, messages.ERROR)
            return
        said = ngettext("You hold %(n)s figure.", "You hold %(n)s figures.", len(taken)) % {"n": len(taken)}
        self.message_user(request, said, messages.SUCCESS)

"""Every role on every page of the admin: what is expected comes from the roles table and the list below alone."""

from typing import Any, NamedTuple

import pytest
from django.contrib import admin
from django.urls import get_resolver, reverse

from claims.models import Figure, Measure, Topic
from ledger.models import Entry
from reviewers.models import Reviewer, RoleGrant
from sources.models import Source
from tests.newsroom.conftest import ANONYMOUS, ROLES, WITHOUT_ROLE, client_of
from tests.newsroom.test_roles_by_route import is_let_in, may, walk

EVERYONE = [*ROLES, WITHOUT_ROLE, ANONYMOUS]


class Pages(NamedTuple):
    """Who may look at a kind of record, make one, change one. An empty act: nobody, by any role."""

    see: str
    add: str = ""
    change: str = ""


PAGES = {
    Topic: Pages("see-desk", "create-measure"),
    Measure: Pages("see-desk", "create-measure", "define-measure"),
    Figure: Pages("see-desk"),
    Entry: Pages("see-ledger"),
    Reviewer: Pages("see-people", "manage-people", "manage-people"),
    RoleGrant: Pages("see-people"),
    Source: Pages("see-desk", "create-source", "judge-source"),
}


def is_open_to(role: str, act: str) -> bool:
    """A page of the admin opens to whoever may use the admin and may do the act."""
    return bool(act) and may(role, "use-admin") and may(role, act)


def address(model: Any, page: str, *arguments: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def record(model: Any) -> Any:
    """A record of this kind that is not protected, so that the roles alone decide."""
    if model is Figure:
        return Figure.objects.filter(mentions__document__is_protected=False).earliest("pk")
    if model is Source:
        return Source.objects.filter(is_protected=False).earliest("pk")
    if model is Reviewer:
        return Reviewer.objects.filter(is_machine=False).earliest("pk")
    return model.objects.earliest("pk")


@pytest.mark.django_db
def test_what_the_admin_offers_is_what_is_listed() -> None:
    assert set(admin.site._registry) == set(PAGES)


def test_every_page_of_the_admin_is_one_of_those_walked_here() -> None:
    kinds = {f"{model._meta.app_label}_{model._meta.model_name}" for model in PAGES}
    walked = {
        f"{kind}_{page}" for kind in kinds for page in ("changelist", "add", "change", "delete", "history")
    }
    site = {"index", "login", "logout", "password_change", "password_change_done", "autocomplete", "jsi18n",
            "view_on_site", "app_list", ""}  # fmt: skip
    known = {name.removeprefix("admin:") for name, _ in walk(get_resolver()) if name.startswith("admin:")}
    assert known - walked - site == set()


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("role", EVERYONE)
@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_lists_and_records_open_to_who_may_see_them(model: Any, role: str) -> None:
    client, expected = client_of(role), is_open_to(role, PAGES[model].see)
    assert is_let_in(client.get(address(model, "changelist"))) == expected
    opened = client.get(address(model, "change", record(model).pk))
    assert (opened.status_code == 200) == expected


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("role", EVERYONE)
@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_records_are_made_and_changed_by_who_may(model: Any, role: str) -> None:
    client, pages = client_of(role), PAGES[model]
    made = client.post(address(model, "add"), {})
    assert is_let_in(made) == is_open_to(role, pages.add)
    changed = client.post(address(model, "change", record(model).pk), {})
    assert is_let_in(changed) == is_open_to(role, pages.change)


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("role", EVERYONE)
@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_W25_nothing_is_deleted_and_there_is_no_second_history(model: Any, role: str) -> None:
    client, one = client_of(role), record(model)
    for page in ("delete", "history"):
        assert not is_let_in(client.get(address(model, page, one.pk)))
    assert not is_let_in(client.post(address(model, "delete", one.pk), {"post": "yes"}))
    client.post(
        address(model, "changelist"),
        {"action": "delete_selected", "_selected_action": [one.pk], "post": "yes"},
    )
    assert type(one).objects.filter(pk=one.pk).exists()


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("role", EVERYONE)
@pytest.mark.parametrize("name", ["index", "jsi18n", "password_change"])
def test_the_admin_itself_opens_to_who_may_use_it(name: str, role: str) -> None:
    assert is_let_in(client_of(role).get(reverse(f"admin:{name}"))) == may(role, "use-admin")

"""The admin: what is done there is an act, and nothing there deletes, edits in a list, or skips a rule."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, reverse

from claims.models import Figure, Hand, Measure, Topic
from ledger.acting_admin import ActingAdmin
from ledger.models import Entry
from reviewers import people
from reviewers.models import Assignment, Reviewer, RoleGrant
from sources.models import Source
from tests import cast
from tests.reviewers.desk import said_figure

pytestmark = pytest.mark.django_db
GOOD = "seven quiet harbour seals"
PLACES = ["reviewers_reviewer", "reviewers_rolegrant", "claims_figure", "sources_source", "claims_measure",
          "claims_topic", "ledger_entry"]  # fmt: skip


@pytest.fixture
def ada() -> Reviewer:
    return people.first_administrator(username="ada", name="Ada Ferro", password=GOOD)


def signed_in(person: Reviewer) -> Client:
    client = Client()
    client.force_login(person)
    return client


def url(place: str, act: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:{place}_{act}", args=args)


def shown(client: Client, address: str) -> dict[str, Any]:
    """The values a form shows, as a browser would send them back."""
    form = client.get(address).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False)}


def errors(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return str(answer.context["adminform"].form.errors)


def last_act() -> str:
    return Entry.objects.order_by("-seq")[0].act


# --- what the admin never does -------------------------------------------------------------------------------------


def test_every_page_of_the_admin_is_one_over_acts() -> None:
    """A model registered without ActingAdmin would be edited behind the ledger's back."""
    assert {model._meta.label for model in admin.site._registry} == {
        "reviewers.Reviewer", "reviewers.RoleGrant", "claims.Figure", "claims.Topic", "claims.Measure",
        "sources.Source", "ledger.Entry",
    }  # fmt: skip
    assert all(isinstance(page, ActingAdmin) for page in admin.site._registry.values())


def test_W25_nothing_is_deleted_edited_in_a_list_or_inline(ada: Reviewer) -> None:
    person = cast.person("reviewer")
    for role in RoleGrant.Role.values:
        RoleGrant.objects.get_or_create(person=person, role=role, until=None, defaults={"since": cast.NOON})
    client = signed_in(person)
    made = said_figure()
    targets = {"reviewers_reviewer": ada.pk, "claims_figure": made.pk, "sources_source": made.state.originator_id,
               "claims_measure": made.state.measure_id, "ledger_entry": 1}  # fmt: skip
    for place, pk in targets.items():
        assert client.post(url(place, "delete", pk), {"post": "yes"}).status_code == 403
        client.post(url(place), {"action": "delete_selected", "_selected_action": [pk], "post": "yes"})
        assert client.get(url(place, "history", pk)).status_code == 404
    for page in admin.site._registry.values():
        assert not page.list_editable and not page.inlines
    assert Reviewer.objects.filter(pk=ada.pk).exists() and Figure.objects.exists() and Entry.objects.exists()


@pytest.mark.parametrize("place", ["claims_figure", "ledger_entry", "reviewers_rolegrant"])
def test_what_is_only_read_there_takes_no_form(ada: Reviewer, place: str) -> None:
    RoleGrant.objects.create(person=ada, role="reviewer", since=cast.NOON)
    made, client = said_figure(), signed_in(ada)
    pk = {"claims_figure": made.pk, "ledger_entry": 1, "reviewers_rolegrant": ada.grants.first().pk}[place]
    assert client.get(url(place, "change", pk)).status_code == 200
    assert client.post(url(place, "change", pk), {"status": "verified"}).status_code == 403
    assert client.get(url(place, "add")).status_code == 403


def test_the_admin_keeps_no_record_of_its_own(ada: Reviewer) -> None:
    client = signed_in(ada)
    client.post(url("reviewers_reviewer", "add"), {"username": "ben", "name": "Ben", "roles": ["editor"]})
    assert Reviewer.objects.filter(username="ben").exists() and not LogEntry.objects.exists()
    assert "Recent actions" not in client.get(reverse("admin:index")).content.decode()


def test_a_password_is_changed_where_tries_are_limited(ada: Reviewer) -> None:
    client = signed_in(ada)
    for name in ("password_change", "password_change_done"):
        answer = client.post(reverse(f"admin:{name}"), {"old_password": GOOD, "new_password1": "x"})
        assert answer["Location"] == reverse("account_change_password")


# --- who ------------------------------------------------------------------------------------------------------------

MAY_LOOK = {
    "administrator": {"reviewers_reviewer", "reviewers_rolegrant", "claims_figure", "sources_source",
                      "claims_measure", "claims_topic", "ledger_entry"},
    "auditor": {"reviewers_reviewer", "reviewers_rolegrant", "claims_figure", "sources_source", "claims_measure",
                "claims_topic", "ledger_entry"},
    "reviewer": {"claims_figure", "sources_source", "claims_measure", "claims_topic"},
    "editor": {"claims_figure", "sources_source", "claims_measure", "claims_topic", "ledger_entry"},
    "contributor": set(), "publisher": set(), None: set(),
}  # fmt: skip
MAY_ADD = {
    "administrator": {"reviewers_reviewer"},
    "reviewer": {"sources_source", "claims_measure", "claims_topic"},
    "editor": {"sources_source", "claims_measure", "claims_topic"},
}


@pytest.mark.parametrize("role", MAY_LOOK)
def test_each_role_meets_its_own_admin(role: str | None) -> None:
    client = signed_in(cast.person(role))
    for place in PLACES:
        looked, added = client.get(url(place)).status_code, client.get(url(place, "add")).status_code
        assert (looked == 200) == (place in MAY_LOOK[role]), (place, looked)
        assert (added == 200) == (place in MAY_ADD.get(role or "", set())), (place, added)


def routes() -> dict[str, list[str]]:
    """Every address of the admin that has a name, by its name without `admin:`, with a way to fill it."""
    found: dict[str, list[str]] = {}
    for route in admin.site.get_urls():
        inner = route.url_patterns if isinstance(route, URLResolver) else [route]
        for each in inner:
            if each.name:
                found[each.name] = list(each.pattern.regex.groupindex) or list(each.pattern.converters)
    return found


ABOVE = {"index", "login", "logout", "password_change", "password_change_done", "autocomplete", "jsi18n",
         "view_on_site", "app_list"}  # fmt: skip
ACTS = ("changelist", "add", "history", "delete", "change")


def test_every_route_of_the_admin_is_known_here() -> None:
    """A page added to the admin is a page to decide on: who may, and through which act."""
    assert routes().keys() == ABOVE | {f"{place}_{act}" for place in PLACES for act in ACTS}


@pytest.mark.parametrize("role", MAY_LOOK)
def test_each_role_on_each_page_of_a_record(role: str | None) -> None:
    person, made = cast.person(role), said_figure()
    client = signed_in(person)
    changes = {
        "administrator": {"reviewers_reviewer"},
        "reviewer": {"sources_source"},
        "editor": {"sources_source", "claims_measure"},
    }.get(role or "", set())
    Reviewer.objects.machine()  # whose making is an entry
    targets = {"reviewers_reviewer": person.pk, "claims_figure": made.pk, "sources_source": made.state.originator_id,
               "claims_measure": made.state.measure_id, "claims_topic": made.state.measure.topic_id,
               "ledger_entry": 1, "reviewers_rolegrant": RoleGrant.objects.create(
                   person=cast.person(None), role="editor", since=cast.NOON).pk}  # fmt: skip
    n_entries = Entry.objects.count()
    for place, pk in targets.items():
        page = url(place, "change", pk)
        assert (client.get(page).status_code == 200) == (place in MAY_LOOK[role]), place
        # What may be changed shows its form again, for the token is missing; anything else is refused.
        assert (client.post(page, {}).status_code == 200) == (place in changes), place
        assert client.post(url(place, "delete", pk), {"post": "yes"}).status_code in {302, 403}
        assert client.get(url(place, "history", pk)).status_code in {302, 403, 404}
    assert Entry.objects.count() == n_entries


@pytest.mark.parametrize("role", MAY_LOOK)
def test_each_role_on_the_pages_above_the_records(role: str | None) -> None:
    client = signed_in(cast.person(role))
    is_in = bool(MAY_LOOK[role])
    for name, inside in {"index": 200, "jsi18n": 200, "autocomplete": 403, "password_change": 302}.items():
        answer = client.get(reverse(f"admin:{name}"))
        assert answer.status_code == (inside if is_in else answer.status_code)
        assert is_in or answer.status_code in {302, 403}, name
    for label in ("claims", "ledger", "reviewers", "sources"):
        sees = any(place.startswith(label) for place in MAY_LOOK[role])
        assert (client.get(reverse("admin:app_list", args=[label])).status_code == 200) == sees, label
    assert client.get(reverse("admin:view_on_site", args=[1, 1])).status_code in {302, 403, 404}


def test_a_stranger_is_sent_to_sign_in() -> None:
    for name in (
        "index",
        "jsi18n",
        "autocomplete",
        "password_change",
        *(f"{place}_changelist" for place in PLACES),
    ):
        assert Client().get(reverse(f"admin:{name}")).status_code == 302, name


def test_W20_a_protected_party_has_no_page_for_who_may_not_see_it() -> None:
    hidden = cast.source("The pilot", "person", is_protected=True, public_label="a pilot")
    client = signed_in(cast.person("administrator"))
    assert "The pilot" not in client.get(url("sources_source")).content.decode()
    assert (
        client.get(url("sources_source", "change", hidden.pk)).status_code == 302
    )  # to the index, "does not exist"
    assert "The pilot" in signed_in(cast.person("auditor")).get(url("sources_source")).content.decode()


# --- people ---------------------------------------------------------------------------------------------------------


def test_a_person_is_made_with_roles_and_an_entry(ada: Reviewer) -> None:
    sent = {"username": "ben", "name": "Ben Ode", "email": "ben@example.org", "roles": ["reviewer", "editor"],
            "password": GOOD}  # fmt: skip
    answer = signed_in(ada).post(url("reviewers_reviewer", "add"), sent)
    assert answer.status_code == 302
    ben = Reviewer.objects.get(username="ben")
    assert ben.roles == {"reviewer", "editor"} and ben.check_password(GOOD)
    assert last_act() == "reviewers.create_person"


@pytest.mark.parametrize("sent", [
    {"username": "Аda"}, {"username": "ADA"}, {"username": "x y"}, {"username": "machine"}, {"password": "short"},
    {"email": "x"}, {"roles": ["owner"]}, {"name": ""},
])  # fmt: skip
def test_S14_what_the_act_refuses_is_said_on_the_form_with_all_that_was_typed(
    ada: Reviewer, sent: dict[str, Any]
) -> None:
    offered = {"username": "ben", "name": "Ben Ode", "public_name": "B. Ode", "roles": ["editor"], **sent}
    answer = signed_in(ada).post(url("reviewers_reviewer", "add"), offered)
    assert errors(answer) and "B. Ode" in answer.content.decode()
    assert Reviewer.objects.filter(is_machine=False).count() == 1


def test_roles_names_and_accounts_are_changed_by_acts(ada: Reviewer) -> None:
    ben = people.create_person(by=ada, username="ben", name="Ben", roles=["reviewer"])
    client, address = signed_in(ada), url("reviewers_reviewer", "change", ben.pk)
    sent = shown(client, address) | {"name": "Ben Ode", "roles": ["editor"], "password": GOOD}
    assert client.post(address, sent).status_code == 302
    ben = Reviewer.objects.get(pk=ben.pk)
    assert (ben.name, ben.roles) == ("Ben Ode", {"editor"}) and ben.check_password(GOOD)
    acts = list(Entry.objects.order_by("seq").values_list("act", flat=True))
    assert acts[-4:] == [
        "reviewers.rename_person", "reviewers.grant_role", "reviewers.end_role", "reviewers.set_password",
    ]  # fmt: skip
    sent = shown(client, address)
    del sent["is_active"]
    assert client.post(address, sent).status_code == 302
    assert not Reviewer.objects.get(pk=ben.pk).is_active and last_act() == "reviewers.deactivate_person"


def test_the_last_administrator_keeps_the_role_and_the_form_says_why(ada: Reviewer) -> None:
    client, address = signed_in(ada), url("reviewers_reviewer", "change", ada.pk)
    sent = shown(client, address)
    answer = client.post(address, {**sent, "roles": []})
    assert "last administrator" in errors(answer)
    del sent["is_active"]
    assert "last administrator" in errors(client.post(address, sent))
    assert Reviewer.objects.get(pk=ada.pk).roles == {"administrator"}


def test_W03_a_stale_form_about_a_person_is_refused(ada: Reviewer) -> None:
    ben = people.create_person(by=ada, username="ben", name="Ben", roles=["reviewer"])
    client, address = signed_in(ada), url("reviewers_reviewer", "change", ben.pk)
    sent = shown(client, address)
    people.end_role(by=ada, person=ben, role="reviewer")
    assert "changed this in the meantime" in errors(client.post(address, sent))
    assert Reviewer.objects.get(pk=ben.pk).roles == frozenset()


def test_W12_fields_nobody_asked_for_are_ignored(ada: Reviewer) -> None:
    ben = people.create_person(by=ada, username="ben", name="Ben")
    client, address = signed_in(ada), url("reviewers_reviewer", "change", ben.pk)
    sent = shown(client, address) | {
        "username": "eve",
        "is_machine": "on",
        "is_staff": "on",
        "uid": "0",
        "pk": "1",
    }
    client.post(address, sent)
    ben.refresh_from_db()
    assert ben.username == "ben" and not ben.is_machine and not ben.is_staff


def test_the_machine_is_shown_and_never_changed(ada: Reviewer) -> None:
    machine = Reviewer.objects.machine()
    client, address = signed_in(ada), url("reviewers_reviewer", "change", machine.pk)
    assert client.get(address).status_code == 200
    assert client.post(address, {"name": "Me", "roles": ["reviewer"]}).status_code == 403


# --- sources and measures ------------------------------------------------------------------------------------------


def test_a_party_is_made_rated_and_protected_by_acts() -> None:
    client = signed_in(cast.person("reviewer"))
    sent = {"name": "Harbour Watch", "kind": "organisation", "reliability": "F"}
    assert client.post(url("sources_source", "add"), sent).status_code == 302
    party = Source.objects.get()
    address = url("sources_source", "change", party.pk)
    sent = shown(client, address)
    assert client.post(address, {**sent, "reliability": "B", "other_name": "The Watch"}).status_code == 302
    assert Source.objects.named("the watch").get().reliability == "B"
    answer = client.post(address, {**shown(client, address), "is_protected": "on"})
    assert "public label" in errors(answer)
    sent = {**shown(client, address), "is_protected": "on", "public_label": "a relief group"}
    assert client.post(address, sent).status_code == 302
    assert Source.objects.get().is_protected and not LogEntry.objects.exists()
    assert Entry.objects.count() >= 4


def test_a_protected_party_is_opened_again_with_a_reason() -> None:
    party = cast.source("The pilot", "person", is_protected=True, public_label="a pilot")
    client, address = signed_in(cast.person("editor")), url("sources_source", "change", party.pk)
    sent = {name: value for name, value in shown(client, address).items() if name != "is_protected"}
    assert "Say why" in errors(client.post(address, sent))
    assert client.post(address, {**sent, "reason": "He spoke in public."}).status_code == 302
    party.refresh_from_db()
    assert not party.is_protected and last_act() == "sources.unprotect_source"
    assert "Why it may be opened" not in client.get(address).content.decode()


def test_what_locks_print_is_asked_for_one_at_a_time() -> None:
    party, owner = cast.source(), cast.source("Pier Aid")
    client, address = signed_in(cast.person("editor")), url("sources_source", "change", party.pk)
    both = {"is_protected": "on", "public_label": "a relief group", "owner": owner.pk}
    assert "one at a time" in errors(client.post(address, {**shown(client, address), **both}))
    party.refresh_from_db()
    assert (party.is_protected, party.owner) == (False, None)
    rated = {"owner": owner.pk, "reliability": "B"}
    assert client.post(address, {**shown(client, address), **rated}).status_code == 302
    party.refresh_from_db()
    assert (party.owner, party.reliability) == (owner, "B")


def test_a_name_already_taken_is_said_on_the_form() -> None:
    cast.source()
    sent = {"name": "harbour  WATCH", "kind": "organisation", "reliability": "F"}
    assert errors(signed_in(cast.person("editor")).post(url("sources_source", "add"), sent))


def test_a_measure_is_made_worded_and_retired_by_acts() -> None:
    topic = Topic.objects.create(slug="port-ansel", name="Port Ansel")
    client = signed_in(cast.person("editor"))
    sent = {"topic": topic.pk, "kind": "cumulative", "language": "en", "title": "People fed",
            "definition": "People given a meal since 1 April 2031.", "one": "person", "other": "people"}  # fmt: skip
    assert client.post(url("claims_measure", "add"), sent).status_code == 302
    measure = Measure.objects.get()
    address = url("claims_measure", "change", measure.pk)
    assert client.post(address, {**shown(client, address), "title": "People given meals"}).status_code == 302
    assert Measure.objects.get().title() == "People given meals"
    assert client.post(address, {**shown(client, address), "is_retired": "on"}).status_code == 302
    assert Measure.objects.get().state == "retired"


def test_a_reviewer_makes_measures_and_defines_none() -> None:
    measure = cast.measure()
    client = signed_in(cast.person("reviewer"))
    address = url("claims_measure", "change", measure.pk)
    assert client.get(address).status_code == 200
    assert client.post(address, {"title": "Other"}).status_code == 403


# --- figures --------------------------------------------------------------------------------------------------------


def take(client: Client, *figures: Figure) -> str:
    ticked = {"action": "take_selected", "_selected_action": [figure.pk for figure in figures]}
    return client.post(url("claims_figure"), ticked, follow=True).content.decode()


def test_figures_are_listed_in_words_with_their_holder_and_their_own_page() -> None:
    made, ana = said_figure(), cast.person("reviewer", "ana")
    client = signed_in(ana)
    assert "You hold 1 figure." in take(client, made)
    text = client.get(url("claims_figure")).content.decode()
    assert "more than 60 people" in text and "Ana" in text
    page = client.get(url("claims_figure", "change", made.pk)).content.decode()
    assert reverse("reviewers:figure", args=[made.uid]) in page


def test_W23_an_action_over_ones_own_and_others_figures_takes_none_and_names_nobody() -> None:
    ana = cast.person("reviewer", "ana")
    made, own = said_figure(), said_figure(cast.measure("People fed"))
    Hand.objects.create(figure=own, person=ana, what="value", at=cast.NOON)
    text = take(signed_in(ana), made, own)
    assert "Nothing was taken" in text and not Assignment.objects.exists()
    signed_in(ben := cast.person("reviewer", "ben")).post(reverse("reviewers:take", args=[made.uid]))
    text = take(signed_in(ana), made)
    assert "Nothing was taken" in text and Assignment.objects.get().person == ben


def test_only_reviewers_are_offered_the_action() -> None:
    made = said_figure()
    for role in ("administrator", "auditor", "editor"):
        client = signed_in(cast.person(role))
        assert "take_selected" not in client.get(url("claims_figure")).content.decode()
        take(client, made)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "query", ["?q=%00", "?status__exact=%00", "?status__exact=x", "?p=-1", "?o=9.9", "?x__y=1"]
)
def test_A01_a_hostile_query_is_answered_without_a_fault(query: str) -> None:
    client = signed_in(cast.person("reviewer"))
    assert client.get(url("claims_figure") + query).status_code in {200, 302, 400}


@pytest.mark.parametrize("place", ["reviewers_reviewer", "claims_figure", "sources_source", "claims_measure"])
def test_each_list_costs_as_many_queries_with_one_row_as_with_twenty(place: str) -> None:
    person = cast.person("reviewer")
    for role in ("administrator", "editor"):
        RoleGrant.objects.create(person=person, role=role, since=cast.NOON)
    client = signed_in(person)

    def add() -> None:
        cast.person("editor")
        party = cast.source(f"Party {Source.objects.count()}")
        said_figure(cast.measure(f"Measure {Measure.objects.count()}"), by=party)

    def n_queries() -> int:
        client.get(url(place))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url(place)).status_code == 200
        return len(queries)

    add()
    one = n_queries()
    for _ in range(19):
        add()
    assert n_queries() == one

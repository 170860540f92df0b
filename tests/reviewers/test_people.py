"""Accounts and roles: who may make whom, and what is refused."""

import io
import time
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ledger.models import Detail, Entry
from reviewers import people
from reviewers.errors import BadAccount, NameTaken, NotAllowed, NotNow
from reviewers.models import Reviewer, RoleGrant
from tests import cast

pytestmark = pytest.mark.django_db
GOOD = "seven quiet harbour seals"


@pytest.fixture
def ada() -> Reviewer:
    return people.first_administrator(username="ada", name="Ada Ferro", password=GOOD)


def create(ada: Reviewer, username: str = "ben", **changes: Any) -> Reviewer:
    return people.create_person(by=ada, **{"username": username, "name": "Ben Ode", **changes})


def test_the_first_administrator_is_made_in_their_own_name_and_only_once(ada: Reviewer) -> None:
    entry = Entry.objects.get(act="reviewers.first_administrator")
    assert entry.actor_uid == ada.uid
    assert any(name.startswith("row.rolegrant:") for name in entry.commitments)
    assert ada.roles == {"administrator"} and ada.check_password(GOOD)
    with pytest.raises(NotNow):
        people.first_administrator(username="eve", name="Eve", password=GOOD)


def test_the_command_makes_the_first_administrator_and_refuses_the_second(monkeypatch: Any) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{GOOD}\n"))
    out = io.StringIO()
    call_command("first_administrator", "ada", "--password-stdin", stdout=out)
    assert "ada is the first administrator" in out.getvalue()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{GOOD}\n"))
    with pytest.raises(CommandError, match="had an administrator already"):
        call_command("first_administrator", "eve", "--password-stdin")


def test_an_administrator_makes_a_person_with_roles_and_every_grant_is_committed_to(ada: Reviewer) -> None:
    ben = create(ada, roles=["reviewer", "editor"], email="ben@example.org")
    assert ben.roles == {"reviewer", "editor"} and not ben.has_usable_password()
    entry = Entry.objects.get(act="reviewers.create_person")
    assert {f"row.rolegrant:{grant.pk}" for grant in ben.grants.all()} <= set(entry.commitments)
    assert "Ben Ode" not in str(entry.hashed()) and Detail.objects.get(entry=entry).words["name"] == "Ben Ode"


@pytest.mark.parametrize("role", ["contributor", "reviewer", "editor", "publisher", "auditor", None])
def test_nobody_else_manages_people(ada: Reviewer, role: str | None) -> None:
    other = cast.person(role)
    n_entries = Entry.objects.count()
    for act, arguments in {
        people.create_person: {"username": "eve", "name": "Eve"},
        people.rename_person: {"person": ada, "name": "Eve"},
        people.set_password: {"person": ada, "password": GOOD},
        people.deactivate_person: {"person": ada},
        people.reactivate_person: {"person": ada},
        people.grant_role: {"person": other, "role": "administrator"},
        people.end_role: {"person": ada, "role": "administrator"},
    }.items():
        with pytest.raises(NotAllowed):
            act(by=other, **arguments)
    assert Entry.objects.count() == n_entries


@pytest.mark.parametrize(
    "name", ["Ben", "bén", "be\u0301n", "ben ", "BEN", "b\u0435n", "ьеn", "be\u200bn", "ｂｅｎ"]
)
def test_S14_a_name_that_looks_like_another_is_refused(ada: Reviewer, name: str) -> None:
    create(ada, "ben")
    with pytest.raises((NameTaken, BadAccount)):
        create(ada, name)


def test_S14_a_name_wholly_in_the_look_alikes_of_another_script_is_refused(ada: Reviewer) -> None:
    create(ada, "cope")
    with pytest.raises(NameTaken):
        create(ada, "соре")  # four Cyrillic letters


@pytest.mark.parametrize(
    "name", ["", "a", "a" * 61, "two words", "a@b", "<b>", "machine", "Machine", "a\nb", "a\x00b"]
)
def test_S14_a_name_no_account_may_have_is_refused(ada: Reviewer, name: str) -> None:
    with pytest.raises(BadAccount):
        create(ada, name)


@pytest.mark.parametrize("name", ["лена", "maría", "o-neil_3", "Đorđe"])
def test_S14_names_in_any_one_script_are_taken(ada: Reviewer, name: str) -> None:
    assert create(ada, name).username == name


@pytest.mark.parametrize("password", ["x", "", "password1234", "123456789012345", "benbenbenode"])
def test_S15_a_weak_password_is_refused(ada: Reviewer, password: str) -> None:
    with pytest.raises(BadAccount):
        create(ada, "benbenbenode", password=password)
    assert not Reviewer.objects.filter(username="benbenbenode").exists()


@pytest.mark.parametrize(
    "password", ["q7" * 32, "q7 " * 1365, "тихая гавань и 7 тюленей", "  spaces are kept  "]
)
def test_S15_long_passwords_and_any_letters_are_taken_within_a_second(
    ada: Reviewer, password: str, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    began = time.process_time()
    ben = create(ada, password=password)
    assert ben.check_password(password) and not ben.check_password(password[:-1])
    assert time.process_time() - began < 3  # three hashes


def test_W02_one_address_is_one_person(ada: Reviewer) -> None:
    create(ada, email="ben@example.org")
    with pytest.raises(NameTaken):
        create(ada, "benjamin", email="Ben@Example.org")
    with pytest.raises(NameTaken):
        people.rename_person(by=ada, person=ada, name="Ada", email="ben@example.org")


def test_the_last_administrator_cannot_be_ended(ada: Reviewer) -> None:
    with pytest.raises(NotNow):
        people.end_role(by=ada, person=ada, role="administrator")
    with pytest.raises(NotNow):
        people.deactivate_person(by=ada, person=ada)
    ben = create(ada, roles=["administrator"])
    people.deactivate_person(by=ada, person=ben)
    with pytest.raises(NotNow):  # a shut account is no administrator
        people.end_role(by=ada, person=ada, role="administrator")
    people.reactivate_person(by=ada, person=ben)
    people.end_role(by=ada, person=ada, role="administrator")


def test_an_ended_role_is_kept_on_record_and_may_be_given_again(ada: Reviewer) -> None:
    ben = create(ada, roles=["reviewer"])
    people.end_role(by=ada, person=ben, role="reviewer")
    assert Reviewer.objects.get(pk=ben.pk).roles == frozenset()
    with pytest.raises(NotNow):
        people.end_role(by=ada, person=ben, role="reviewer")
    people.grant_role(by=ada, person=ben, role="reviewer")
    people.grant_role(by=ada, person=ben, role="reviewer")
    assert ben.grants.filter(role="reviewer").count() == 2
    assert Entry.objects.filter(act="reviewers.grant_role").count() == 1


@pytest.mark.parametrize("act", ["end", "deactivate"])
def test_what_is_held_for_review_ends_with_the_role_and_signatures_stand(ada: Reviewer, act: str) -> None:
    ben = create(ada, roles=["reviewer"])
    made = cast.signed(cast.figure(), "attributed", ben)
    held = made.assignments.create(person=ben, kind="second", taken_at=cast.NOON, lease_until=cast.NOON)
    if act == "end":
        people.end_role(by=ada, person=ben, role="reviewer")
    else:
        people.deactivate_person(by=ada, person=ben)
    held.refresh_from_db()
    made.refresh_from_db()
    assert held.ended_at is not None and made.status == "attributed"


def test_a_shut_account_may_do_nothing_and_gets_no_role(ada: Reviewer) -> None:
    ben = create(ada, roles=["editor"])
    people.deactivate_person(by=ada, person=ben)
    ben = Reviewer.objects.get(pk=ben.pk)
    assert not ben.may("write") and ben.roles == frozenset()
    with pytest.raises(NotNow):
        people.grant_role(by=ada, person=ben, role="publisher")
    people.reactivate_person(by=ada, person=ben)
    assert Reviewer.objects.get(pk=ben.pk).may("write")


def test_there_is_no_role_of_another_name(ada: Reviewer) -> None:
    with pytest.raises(BadAccount):
        create(ada, roles=["owner"])
    assert not RoleGrant.objects.filter(role="owner").exists()


def test_the_machine_brings_in_and_does_nothing_else(ada: Reviewer) -> None:
    machine = Reviewer.objects.machine()
    assert machine == Reviewer.objects.machine() and not machine.has_usable_password()
    from reviewers.roles import ACTS

    assert [act for act in ACTS if machine.may(act)] == ["bring-in"]
    for act in (people.deactivate_person, people.reactivate_person):
        with pytest.raises(NotNow):
            act(by=ada, person=machine)
    with pytest.raises(NotNow):
        people.grant_role(by=ada, person=machine, role="reviewer")


def test_a_new_password_is_recorded_without_its_words(ada: Reviewer) -> None:
    people.set_password(by=ada, person=create(ada), password="another quiet harbour")
    assert Detail.objects.get(entry__act="reviewers.set_password").words == {}
    assert Reviewer.objects.get(username="ben").check_password("another quiet harbour")

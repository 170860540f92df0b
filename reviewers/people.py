"""Accounts and roles: the acts of an administrator, and the one command that makes the first of them.

A signature stands when its signer later loses the role or the account: it was given rightly. What ends with the role is
what is still open: figures held for review here, approvals where summaries look again at who gave them.
"""

from collections.abc import Iterable, Mapping

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from ledger import clock
from ledger.append import append, urn
from ledger.records import committed
from reviewers.errors import BadAccount, NameTaken, NotAllowed, NotNow
from reviewers.models import Assignment, Reviewer, RoleGrant
from reviewers.usernames import checked_username, skeleton
from sources.names import clean

Role = RoleGrant.Role


def create_person(
    *, by: Reviewer, username: str, name: str, email: str = "", password: str | None = None,
    public_name: str = "", roles: Iterable[str] = (),
) -> Reviewer:  # fmt: skip
    """Make an account with its roles. Without a password the person sets one by the mail that resets it.

    Raises NotAllowed, BadAccount, and NameTaken for a name or address that is taken or looks like one that is.
    """
    _ask(by)
    with transaction.atomic():
        _lock_people()
        person = _new(username, name, email, password, public_name)
        grants = [_grant(person, role, by) for role in dict.fromkeys(roles)]
        codes = {"roles": " ".join(grant.role for grant in grants)}
        _record("reviewers.create_person", by, person, *grants, codes=codes, words=_called(person))
    return person


def first_administrator(*, username: str, name: str, password: str) -> Reviewer:
    """Make the first administrator, in that account's own name. Raises NotNow once there has been one."""
    Reviewer.objects.machine()  # a row to lock even on an empty desk, so that two cannot both be first
    with transaction.atomic():
        _lock_people()
        if RoleGrant.objects.filter(role=Role.ADMINISTRATOR).exists():
            raise NotNow(
                _("This desk has had an administrator already; administrators add people in the admin.")
            )
        person = _new(username, name, "", password, "")
        grant = _grant(person, Role.ADMINISTRATOR, person)
        _record("reviewers.first_administrator", person, person, grant, words=_called(person))
    return person


def rename_person(
    *, by: Reviewer, person: Reviewer, name: str, public_name: str = "", email: str | None = None
) -> Reviewer:
    """Change how a person is called at the desk and in public; `email` None keeps the address."""
    _ask(by)
    with transaction.atomic():
        person = _locked(person)
        person.name, person.public_name = _checked_name(name), clean(public_name)
        if email is not None and email != person.email:
            person.email = _free_email(email, person)
        person.save(update_fields=["name", "public_name", "email"])
        _record("reviewers.rename_person", by, person, words=_called(person))
    return person


def set_password(*, by: Reviewer, person: Reviewer, password: str) -> Reviewer:
    """Give a person a new password, which ends their open sign-ins. Raises BadAccount for one that is too weak."""
    _ask(by)
    with transaction.atomic():
        person = _locked(person)
        person.password = _checked_password(password, person)
        person.save(update_fields=["password"])
        _record("reviewers.set_password", by, person)
    return person


def deactivate_person(*, by: Reviewer, person: Reviewer) -> Reviewer:
    """Shut an account: its next request is refused, its grants stay on record. The last administrator: NotNow."""
    _ask(by)
    with transaction.atomic():
        person = _locked(person)
        if not person.is_active:
            return person
        _refuse_to_end_the_last_administrator(person)
        person.is_active = False
        person.save(update_fields=["is_active"])
        n_ended = _end_assignments(person)
        _record("reviewers.deactivate_person", by, person, codes={"n_assignments_ended": n_ended})
    return person


def reactivate_person(*, by: Reviewer, person: Reviewer) -> Reviewer:
    """Open a shut account again, with the roles it still holds."""
    _ask(by)
    with transaction.atomic():
        person = _locked(person)
        if not person.is_active:
            person.is_active = True
            person.save(update_fields=["is_active"])
            _record("reviewers.reactivate_person", by, person)
    return person


def grant_role(*, by: Reviewer, person: Reviewer, role: str) -> RoleGrant:
    """Give a person a role, or return the grant they hold. Raises NotNow for a shut account and for the machine."""
    _ask(by)
    with transaction.atomic():
        person = _locked(person)
        held = person.grants.filter(role=role, until__isnull=True).first()
        if held is not None:
            return held
        if not person.is_active:
            raise NotNow(_("This account is shut. Open it first."))
        grant = _grant(person, role, by)
        _record("reviewers.grant_role", by, person, grant, codes={"role": role})
    return grant


def end_role(*, by: Reviewer, person: Reviewer, role: str) -> RoleGrant:
    """Take a role back. Raises NotNow when the person does not hold it or is the last administrator."""
    _ask(by)
    with transaction.atomic():
        person = _locked(person)
        grant = person.grants.select_for_update(of=("self",)).filter(role=role, until__isnull=True).first()
        if grant is None:
            raise NotNow(_("This person does not hold that role."))
        if role == Role.ADMINISTRATOR:
            _refuse_to_end_the_last_administrator(person)
        grant.until = clock.now()
        grant.save(update_fields=["until"])
        n_ended = _end_assignments(person) if role == Role.REVIEWER else 0
        _record("reviewers.end_role", by, person, grant, codes={"role": role, "n_assignments_ended": n_ended})
    return grant


def _ask(by: Reviewer) -> None:
    if not by.may("manage-people"):
        raise NotAllowed(_("People and their roles are an administrator's to manage."))


def _lock_people() -> dict[int, Reviewer]:
    """Lock every account in the order of their ids, so that people change one act at a time. A desk has tens of them.

    Not against rows that only name a person (no_key): a signature goes on while a role is granted.
    """
    return {person.pk: person for person in Reviewer.objects.select_for_update(no_key=True).order_by("pk")}


def _locked(person: Reviewer) -> Reviewer:
    found = _lock_people()[person.pk]
    if found.is_machine:
        raise NotNow(_("The machine account holds no role and signs in nowhere; it cannot be changed."))
    return found


def _new(username: str, name: str, email: str, password: str | None, public_name: str) -> Reviewer:
    username = checked_username(username)
    taken = {skeleton(known) for known in Reviewer.objects.values_list("username", flat=True)}
    if skeleton(username) in taken:
        raise NameTaken(_("An account of that name exists, or one whose name looks like it. Choose another."))
    person = Reviewer(
        username=username, name=_checked_name(name), public_name=clean(public_name), joined_at=clock.now()
    )
    person.email = _free_email(email, person)
    person.password = make_password(None) if password is None else _checked_password(password, person)
    person.save(force_insert=True)
    return person


def _checked_name(name: str) -> str:
    if not clean(name):
        raise BadAccount(_("Give the person's name."))
    return clean(name)


def _free_email(email: str, person: Reviewer) -> str:
    """Return the address to keep. One address is one person: two accounts could sign as two people."""
    email = email.strip()
    if not email:
        return ""
    try:
        validate_email(email)
    except ValidationError as reason:
        raise BadAccount(_("That is not an e-mail address.")) from reason
    if Reviewer.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
        raise NameTaken(_("An account with that e-mail address exists. A person has one account."))
    return email


def _checked_password(password: str, person: Reviewer) -> str:
    """Return the hash of a password the settings allow."""
    try:
        validate_password(password, person)
    except ValidationError as reason:
        raise BadAccount(" ".join(reason.messages)) from reason
    return make_password(password)


def _called(person: Reviewer) -> dict[str, str]:
    """Return the words of an entry about an account: they may be erased, the entry stays."""
    return {
        "username": person.username,
        "name": person.name,
        "email": person.email,
        "public_name": person.public_name,
    }


def _grant(person: Reviewer, role: str, by: Reviewer) -> RoleGrant:
    if role not in Role.values:
        raise BadAccount(_("There is no role of that name."))
    person.__dict__.pop("roles", None)
    return RoleGrant.objects.create(person=person, role=role, by=by, since=clock.now())


def _refuse_to_end_the_last_administrator(person: Reviewer) -> None:
    administrators = RoleGrant.objects.filter(
        role=Role.ADMINISTRATOR, until__isnull=True, person__is_active=True
    ).values_list("person", flat=True)
    if set(administrators) == {person.pk}:
        raise NotNow(_("This is the last administrator. Make another one first."))


def _end_assignments(person: Reviewer) -> int:
    """End what the person holds for review; return how many."""
    return Assignment.objects.filter(person=person, ended_at__isnull=True).update(ended_at=clock.now())


def _record(
    act: str, by: Reviewer, person: Reviewer, *grants: RoleGrant,
    codes: Mapping[str, str | int] | None = None, words: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    """Write the entry of an act on a person, committing to the grants it made or ended."""
    append(
        act=act, by=by, subject=urn("person", person.uid), codes=codes, words=words, rows=committed(*grants)
    )

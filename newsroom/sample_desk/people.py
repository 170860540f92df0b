"""The people of the sample desk: one for each role, and enough reviewers to sign what others made."""

from typing import NamedTuple

from reviewers.models import Reviewer
from reviewers.people import create_person, first_administrator

PASSWORD = "lantern-on-the-quay"  # noqa: S105 - shown at the start of a sample desk, which runs with DEBUG only


class SamplePerson(NamedTuple):
    username: str
    name: str
    roles: tuple[str, ...]
    public_name: str


ADMINISTRATOR = SamplePerson("sam", "Sam Whitlock", ("administrator",), "")
PEOPLE = (
    SamplePerson("nadia", "Nadia Ferro", ("contributor",), ""),
    SamplePerson("rhea", "Rhea Lund", ("reviewer",), "Rhea Lund"),
    SamplePerson("tomas", "Tomas Okafor", ("reviewer",), "Tomas Okafor"),
    SamplePerson("mara", "Mara Sandoz", ("editor",), "Mara Sandoz"),
    SamplePerson("paul", "Paul Verhoog", ("publisher",), "Paul Verhoog"),
    SamplePerson("aline", "Aline Castell", ("auditor",), ""),
)


def hire() -> dict[str, Reviewer]:
    """Make the sample people; return them by their user names."""
    sam = first_administrator(username=ADMINISTRATOR.username, name=ADMINISTRATOR.name, password=PASSWORD)
    people = {ADMINISTRATOR.username: sam}
    for person in PEOPLE:
        people[person.username] = create_person(
            by=sam,
            username=person.username,
            name=person.name,
            password=PASSWORD,
            public_name=person.public_name,
            roles=person.roles,
        )
    return people


def sign_ins() -> str:
    """Return the sign-ins of the sample desk, one line each."""
    lines = [
        f"  {person.username:8} {PASSWORD}   {', '.join(person.roles)}" for person in (ADMINISTRATOR, *PEOPLE)
    ]
    return "\n".join(["Sign in at /desk/ as (user name, password, role):", *lines])

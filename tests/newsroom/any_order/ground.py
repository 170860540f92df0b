"""What every run begins with: people of each role, parties, a measure, a few texts and one summary in print."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import transaction

from claims.bring_in import bring_in
from claims.filing import file_mention
from claims.measures import create_measure, create_topic
from claims.models import Mention
from ledger.clock import held_at
from reviewers.models import Reviewer
from reviewers.people import create_person, first_administrator
from reviewers.sign import EvidenceItem, sign
from sources.models import Source
from summaries.drafting import create_summary, save_revision
from summaries.publish import publish
from summaries.review import approve
from summaries.told.parties import create_source

BEGINS = datetime(2031, 7, 1, 9, 0, tzinfo=UTC)
STAFF = {
    "nadia": ["contributor"],
    "noor": ["contributor"],
    "rhea": ["reviewer"],
    "tomas": ["reviewer"],
    "vera": ["reviewer", "editor"],
    "mara": ["editor"],
    "oskar": ["editor", "publisher"],
    "paul": ["publisher"],
    "petra": ["publisher", "reviewer"],
    "aline": ["auditor"],
    "nobody": [],
}
# Invented, and each a word that stands nowhere else: what is protected must not be found by it.
PARTIES = ("Zorvane Quell", "Brindlemoor Guild", "Oskelry Ferrant", "Tavvish Post")
DAYS = ("2031-06-03", "2031-06-03", "2031-06-10", "2031-06-17", "2031-06", "")
QUALIFIERS = ("", "more than ", "at least ", "about ", "fewer than ", "dozens of ")
NUMBERS = ("60", "61", "75", "123", "1,203")


def spoken(day: str) -> str:
    """Return a day as a text says it; a month, or nothing, as it can."""
    if not day:
        return "once"
    if len(day) == 7:
        return "in June 2031"
    return f"on {int(day[-2:])} June 2031"


def words_of(party: str, number: str, qualifier: str, day: str, secret: str) -> str:
    """Return a short text with two figures, which nobody else tells in these words."""
    number = "" if qualifier.startswith("dozens") else number + " "
    return (
        f"{party} said {spoken(day)} that {qualifier}{number}people were brought ashore at Port Ansel.\n\n"
        f"Some came {secret} and slept in the church. By nightfall 12 of them had left."
    )


@contextmanager
def laid() -> Iterator[None]:
    """The desk every run begins with, for as long as it is needed."""
    logging.disable(logging.WARNING)  # a line for each of ten thousand requests is nobody's to read
    with transaction.atomic():
        with held_at(BEGINS):
            lay()
        yield
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


def lay() -> None:
    """Build the ground by acts, as its people would, up to one summary in print."""
    sam = first_administrator(username="sam", name="Sam Whitlock", password="lantern-on-the-quay")
    people = {
        name: create_person(by=sam, username=name, name=name.title(), roles=roles, public_name=f"{name.title()} Low")
        for name, roles in STAFF.items()
    }  # fmt: skip
    kinds = ("person", "organisation", "person", "outlet")
    for name, kind in zip(PARTIES, kinds, strict=True):
        create_source(by=people["rhea"], name=name, kind=kind)
    topic = create_topic(by=people["mara"], name="Port Ansel")
    measure = create_measure(
        by=people["mara"], topic=topic, title="People brought ashore", definition="Everybody brought ashore.",
        kind="cumulative", one="person", other="people",
    )  # fmt: skip
    create_measure(
        by=people["mara"], topic=topic, title="People who left", definition="Those who left again.", kind="flow",
        one="person", other="people",
    )  # fmt: skip
    for nth, party in enumerate(PARTIES[:2]):
        text = words_of(party, "60", QUALIFIERS[nth], DAYS[0], ("wearily", "barefooted")[nth])
        arrival = bring_in(
            by=people["nadia"], content=text.encode(), how="paste", title=f"{party} counts the boats at Ansel",
            address=f"https://ansel.example/{party.split()[0].lower()}/boats", publisher=party, published="2031-06-04",
        )  # fmt: skip
        mention = Mention.objects.filter(document__in=arrival.documents).order_by("start")[0]
        figure = file_mention(
            by=people["noor"], mention=mention, seen=mention.token, measure=measure,
            originator=Source.objects.get(name=party),
        )  # fmt: skip
        sign(
            by=people["rhea"], figure=figure, seen=1, status="attributed", reason="own_words", credibility=2,
            rationale="Its own words.", evidence=[EvidenceItem(mention=mention)],
        )  # fmt: skip
    _print(people, str(figure.uid), topic)


def _print(people: dict[str, Reviewer], uid: str, topic: object) -> None:
    summary = create_summary(by=people["mara"], topic=topic, headline="Ashore at Port Ansel")  # type: ignore[arg-type]
    body = f'<p>{PARTIES[1]} said that <data data-figure="{uid}" data-wording="full"></data> were brought ashore.</p>'
    save_revision(
        by=people["mara"], summary=summary, seen=1, headline="Ashore at Port Ansel", standfirst="", body=body
    )  # fmt: skip
    approve(by=people["paul"], summary=summary, seen=2)
    publish(by=people["petra"], summary=summary, seen=2)

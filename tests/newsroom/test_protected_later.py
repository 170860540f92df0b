"""A13, W20: what ties print to somebody protected before, and what is given back, leads to nobody protected.

The sample newsroom prints of one party; another, protected all along, is then tied to that by people who may know of
her and by one who may not; the first is protected, opened again, and what was withheld of it given back.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client

from claims.measures import create_measure
from claims.models import Figure
from ledger.clock import held_at
from newsroom.sample_desk import A_YEAR_LATER
from newsroom.witnesses import all_problems
from reviewers.models import Reviewer
from reviewers.sign import EvidenceItem, sign
from sources import parties as making
from sources.describe import token
from sources.models import Document, Source
from summaries.errors import NotNow
from summaries.models import Version, kept_back
from summaries.told import documents, figures, parties
from summaries.withheld import give_back
from tests.newsroom.conftest import ANONYMOUS, WITHOUT_ROLE, client_of
from tests.newsroom.crawl import Answer, crawl
from tests.newsroom.planted import word
from tests.newsroom.printed_then_protected import PATH, Printed, print_openly, protect
from tests.newsroom.test_protected_after_print import (
    AT_THE_DESK,
    METHODS,
    SEE_NOTHING_PROTECTED,
    ask,
    leaks,
    read_all,
)

NAME, ALIAS = word("laterhidden"), word("lateralias")
LABEL = "somebody on the pier"


class Ground(NamedTuple):
    """Who is protected, what anybody could read before, and the secrets: of outsiders, and of those at the desk."""

    hidden: Source
    printed: Printed
    before: list[Answer]
    between: list[Answer]
    outside: dict[str, str]
    inside: dict[str, str]


@pytest.fixture(scope="module")
def ground(newsroom: None, django_db_blocker: Any) -> Iterator[Ground]:
    with django_db_blocker.unblock(), transaction.atomic(), held_at(A_YEAR_LATER) as clock:
        clock.forward(hours=5)
        printed = print_openly()
        before = read_all(Client())
        hidden = _tie(printed)
        between = read_all(Client())
        _protect_and_give_back(printed)
        theirs = Figure.objects.get(pk=printed.second.pk).mentions.get().document
        marks = {
            "hash": printed.document.text.blob.sha256,
            "other hash": theirs.text.blob.sha256,
            "path": PATH,
        }
        inside = {"alias": ALIAS, "uid of source": str(hidden.uid)}
        yield Ground(hidden, printed, before, between, {"name": NAME, **marks, **inside}, inside)
        transaction.set_rollback(True)


def _tie(printed: Printed) -> Source:
    """Tie her to what is in print: as originator, author, in words, by a party and a measure of her name."""
    rhea, nadia = (Reviewer.objects.get(username=name) for name in ("rhea", "nadia"))
    hidden = parties.create_source(by=rhea, name=NAME, kind="person", is_protected=True, public_label=LABEL)
    parties.add_alias(by=rhea, source=hidden, name=ALIAS)
    theirs = printed.second.mentions.get().document
    _describe(rhea, theirs, chain=[("author", hidden, NAME)])
    _describe(nadia, printed.document, publisher=printed.source, publisher_words=f"{NAME}'s page")
    _describe(nadia, printed.document, publisher=None, publisher_words=f"{NAME}'s page")
    namesake = making.create_source(by=nadia, name=NAME, kind="person")
    measure = create_measure(
        by=nadia, topic=printed.measure.topic, title=f"Lamps {NAME} counted", definition="Lamps alight.", kind="stock",
        one="lamp", other="lamps",
    )  # fmt: skip
    _restate(nadia, printed.second, originator=namesake, measure=measure)
    second = Figure.objects.get(pk=printed.second.pk)
    sign(
        by=rhea, figure=second, seen=second.state.n, status="attributed", reason="own_words", credibility=2,
        rationale="Their own list.", evidence=[EvidenceItem(mention=second.state.lead_mention)],
    )  # fmt: skip
    _restate(rhea, printed.figure, originator=hidden)
    return hidden


def _describe(by: Reviewer, document: Document, **said: Any) -> None:
    documents.describe_document(by=by, document=document, seen=token(document), **said)


def _restate(by: Reviewer, figure: Figure, **said: Any) -> None:
    now = Figure.objects.get(pk=figure.pk)
    figures.restate_figure(by=by, figure=now, seen=now.state.n, reason="Read again.", **said)


def _protect_and_give_back(printed: Printed) -> None:
    rhea, paul = (Reviewer.objects.get(username=name) for name in ("rhea", "paul"))
    protect(printed, document=False)
    parties.unprotect_source(by=rhea, source=printed.source, reason="She spoke in public.")
    for summary in (printed.in_words, printed.of_record, printed.retracted):
        seen = give_back.token(summary)
        try:
            give_back.give_back(by=paul, summary=summary, seen=seen, reason="She spoke in public.")
        except NotNow:
            assert summary == printed.in_words  # its link leads to a text of hers


def test_A13_nothing_led_to_her_from_the_moment_of_each_tie(ground: Ground) -> None:
    assert f"/figures/{ground.printed.second.uid}/" in {one.address for one in ground.between}
    assert leaks(ground.between, ground.outside) == []


@pytest.mark.parametrize("role", [ANONYMOUS, WITHOUT_ROLE])
def test_A13_nothing_that_can_be_walked_to_leads_to_her(ground: Ground, role: str) -> None:
    answers = read_all(client_of(role))
    assert {answer.status for answer in answers} & {500} == set()
    assert leaks(answers, ground.outside) == []


def test_A13_every_address_that_was_read_before_leads_to_her_no_more(ground: Ground) -> None:
    client = Client()
    places = {one.address for one in ground.before if "/static/" not in one.address}
    answers = [ask(client, place, method=method) for place in sorted(places) for method in METHODS]
    assert leaks(answers, ground.outside) == []


@pytest.mark.parametrize("role", SEE_NOTHING_PROTECTED)
def test_W20_those_at_the_desk_who_may_not_know_of_her_read_what_one_of_them_wrote_and_no_more(
    ground: Ground, role: str
) -> None:
    answers = list(crawl(client_of(role), *AT_THE_DESK, within=AT_THE_DESK).values())
    told = [one for one in answers if not one.address.startswith(("/desk/ledger/", "/admin/ledger/"))]
    assert leaks(told, ground.inside) == []


def test_what_names_nobody_any_more_is_read_again(ground: Ground) -> None:
    assert not Version.objects.filter(kept_back(), summary=ground.printed.of_record).exists()
    summary = ground.printed.of_record
    summary.refresh_from_db()
    assert ask(Client(), f"/summaries/{summary.slug}/versions/1/").status == 200
    assert Version.objects.filter(kept_back(), summary=ground.printed.in_words).count() == 2


def test_L11_the_record_holds(ground: Ground) -> None:
    assert [str(problem) for problem in all_problems()] == []


@pytest.mark.django_db
def test_a_secret_in_an_answer_would_be_found() -> None:
    assert leaks([Answer("/x/", "", 200, {}, NAME.upper().encode())], {"name": NAME}) == ["/x/ (200): name"]

"""Ties are made, and versions given back, while somebody is protected: one of the two always sees the other."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Figure
from sources.describe import token as described
from sources.models import Source
from sources.parties import create_source
from summaries.models import Summary
from summaries.told import documents, parties
from summaries.told.figures import restate_figure
from summaries.withheld.give_back import give_back, token
from tests import cast
from tests.summaries.conftest import make_desk
from tests.summaries.public import ground
from tests.summaries.test_races import ROUNDS, at_once, kinds

pytestmark = pytest.mark.django_db(transaction=True)
LABEL = "somebody"


def leads(address: str) -> bool:
    """Say whether an address stands in the changes, or among the quotes of any figure."""
    said = Client().get(reverse("api:changes"), {"limit": 500}).content.decode()
    said += Client().get(reverse("api:figures")).content.decode()
    return address in said


def protect(desk: object, party: Source) -> Source:
    return parties.protect_source(by=desk.editor, source=party, public_label=LABEL)  # type: ignore[attr-defined]


def test_A13_a_party_protected_while_a_figure_is_put_in_its_mouth_is_led_to_by_none_of_its_texts() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        party, figure = (
            cast.source(f"Quell {'x' * (n + 3)}"),
            cast.figure(desk.figure.state.measure, originator=desk.party),
        )
        cast.signed(figure)
        address = f"https://quay.example/list-{n}-a"
        ground.text(figure, words=f"{n} {cast.TEXT}", address=address)
        desk.publish(
            desk.write(f"<p>Harbour Watch said that {desk.node(figure)} came.</p>", headline="Ashore")
        )
        assert leads(address)
        results = at_once(
            lambda party=party, figure=figure: restate_figure(
                by=desk.editor, figure=figure, seen=1, originator=party, reason="Read again."
            ),
            lambda party=party: protect(desk, party),
        )
        assert kinds(results) == ["FigureState", "Source"], results
        assert not leads(address)


def test_A13_a_party_protected_while_a_document_is_tied_to_it_is_led_to_by_none() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        party, figure = (
            cast.source(f"Quell {'x' * (n + 3)}"),
            cast.figure(desk.figure.state.measure, originator=desk.party),
        )
        cast.signed(figure)
        address = f"https://quay.example/list-{n}-a"
        document = ground.text(figure, words=f"{n} {cast.TEXT}", address=address)
        desk.publish(
            desk.write(f"<p>Harbour Watch said that {desk.node(figure)} came.</p>", headline="Ashore")
        )
        results = at_once(
            lambda party=party, document=document: documents.describe_document(
                by=desk.editor, document=document, seen=described(document), publisher=party
            ),
            lambda party=party: protect(desk, party),
        )
        assert kinds(results) in (["Document", "Source"], ["NotNow", "Source"]), results
        assert leads(address) is ("NotNow" in kinds(results))


def test_W20_a_party_made_of_a_name_that_is_protected_meanwhile_is_printed_by_the_label() -> None:
    desk, contributor = make_desk(), cast.person("contributor")
    for n in range(ROUNDS):
        name = f"Quell {'x' * (n + 3)}"
        party = cast.source(name)
        results = at_once(
            lambda name=name: create_source(by=contributor, name=f"Friends of {name}", kind="organisation"),
            lambda party=party: protect(desk, party),
        )
        assert kinds(results) == ["Source", "Source"], results
        assert Source.objects.get(name=f"Friends of {name}").public_name == LABEL


def test_A13_a_version_given_back_while_somebody_else_it_names_is_protected_is_kept_back() -> None:
    desk = make_desk()
    for n in range(ROUNDS):
        first, second = cast.source(f"Quell {'x' * (n + 3)}"), cast.source(f"Brandt {'x' * (n + 3)}")
        figure = cast.signed(cast.figure(desk.figure.state.measure, originator=desk.party))
        words = f"<p>Harbour Watch said that {desk.node(figure)} came.</p><p>{first.name} and {second.name} know.</p>"
        summary: Summary = desk.publish(desk.write(words, headline="Ashore"))
        protect(desk, first)
        parties.unprotect_source(by=desk.editor, source=first, reason="She spoke in public.")
        seen = token(summary)
        results = at_once(
            lambda summary=summary, seen=seen: give_back(
                by=desk.publisher, summary=summary, seen=seen, reason="x"
            ),
            lambda second=second: protect(desk, second),
        )
        assert kinds(results) in (["NotNow", "Source"], ["Source", "list"]), results
        summary.refresh_from_db()
        answer = Client().get(reverse("api:version", args=[summary.uid, 1]))
        assert answer.status_code == 410
        assert Figure.objects.filter(pk=figure.pk, n_published_uses=1).exists()

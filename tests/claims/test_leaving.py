"""What never leaves the house: no second reader is sent anything protected."""

import pytest

from claims.bring_in import bring_in
from claims.models import Mention
from claims.second_reading import read_again
from reviewers.models import Reviewer
from sources.models import Document, Provenance
from sources.protect import protect_document
from tests import cast
from tests.claims import second_readers as readers
from tests.claims.second_desk import WORDS, arrive, nadia, quotes, reread_by_shell, service, signed_in, upload

__all__ = ["nadia", "service"]

pytestmark = pytest.mark.django_db


def test_a_protected_document_is_sent_nowhere(nadia: Reviewer, service: readers.Service) -> None:
    upload(signed_in(nadia), is_protected="on")
    rhea = cast.person("reviewer")
    read_again(by=rhea)
    reread_by_shell()
    assert service.texts == [] and quotes(quote="A trio") == []
    assert Document.objects.get().is_protected


def test_neither_is_one_that_was_protected_later(nadia: Reviewer, service: readers.Service) -> None:
    document = arrive(nadia)
    protect_document(by=cast.person("editor"), document=document, reason="A witness can be known by it.")
    assert read_again(by=nadia, documents=[document]).n_kept_here == 1
    assert service.texts == []


def test_nor_the_same_bytes_brought_in_by_somebody_who_does_not_know(
    nadia: Reviewer, service: readers.Service
) -> None:
    arrive(cast.person("editor"), is_protected=True)
    upload(signed_in(nadia))
    assert Document.objects.filter(is_protected=False).count() == 1 and service.texts == []


@pytest.mark.parametrize(
    "words",
    [
        WORDS + " Marta Quell told us.",
        WORDS + " MARTA QUELL told us.",
        WORDS + " Ma\u200brta\u00a0Quéll's boat.",
        "<p>" + WORDS + " <b>Marta</b> Quell</p>",
    ],
)
def test_a_text_that_names_somebody_protected_is_sent_nowhere(
    nadia: Reviewer, service: readers.Service, words: str
) -> None:
    cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    said = upload(signed_in(nadia), words)
    reread_by_shell()
    assert service.texts == []
    assert "second reader" not in said  # it would tell that a name in this text is protected


def test_who_may_see_protected_things_is_told_that_it_stayed(service: readers.Service) -> None:
    cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    said = upload(signed_in(cast.person("editor")), WORDS + " Marta Quell told us.")
    assert "names somebody protected, was not given to the second reader" in said and service.texts == []


def test_a_text_that_came_by_somebody_protected_is_sent_nowhere(
    nadia: Reviewer, service: readers.Service
) -> None:
    party = cast.source("Vell Anders", "person", is_protected=True, public_label="a clerk")
    document = arrive(nadia)
    Provenance.objects.create(
        document=document, position=9, role="passed_on", source=party, words="by hand", basis="stated"
    )
    read_again(by=nadia)
    assert service.texts == []


def test_nor_one_whose_figure_goes_back_to_somebody_protected(
    nadia: Reviewer, service: readers.Service
) -> None:
    party = cast.source("Vell Anders", "person", is_protected=True, public_label="a clerk")
    document = arrive(nadia)
    mention = Mention.objects.get(quote="More than 60")
    figure = cast.figure(originator=party, lead=mention)
    Mention.objects.filter(pk=mention.pk).update(state="accepted", figure=figure)
    read_again(by=nadia, documents=[document])
    assert service.texts == []


def test_nor_one_of_a_party_merged_into_a_protected_one(nadia: Reviewer, service: readers.Service) -> None:
    closed = cast.source("Vell Anders", "person", is_protected=True, public_label="a clerk")
    open_one = cast.source("The Quay Clerk", "person", merged_into=closed)
    document = arrive(nadia)
    Provenance.objects.create(
        document=document, position=9, role="said", source=open_one, words="", basis="stated"
    )
    read_again(by=nadia)
    assert service.texts == []


def test_a_part_that_names_nobody_is_asked_about_though_its_neighbour_is_not(
    nadia: Reviewer, service: readers.Service
) -> None:
    cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    tails = (
        "Marta Quell told us so that day.",
        "The harbour office told us so.",
        "The pilot told us so that day.",
    )
    entries = [
        f"Entry {n}: more than {n} people came ashore. {tail}"
        for n, tail in zip((60, 70, 80), tails, strict=True)
    ]
    arrival = bring_in(by=nadia, content="\n\n\n".join(entries).encode(), how="paste")
    read_again(by=nadia, documents=arrival.documents)
    assert len(service.texts) == 2 and "Quell" not in "".join(service.texts)


def test_a_withdrawn_document_is_not_asked_about(nadia: Reviewer, service: readers.Service) -> None:
    document = arrive(nadia)
    Document.objects.update(state="withdrawn")
    read_again(by=nadia, documents=[document])
    assert service.texts == []

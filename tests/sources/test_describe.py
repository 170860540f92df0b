"""What is said about a document: title, language, publisher and the chain behind it."""

from typing import Any

import pytest

from ledger.models import Entry
from sources.describe import describe_document, publishing_step, token
from sources.errors import NotAllowed, NotNow, OutOfDate, Refused
from sources.models import Document, Provenance
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    made = cast.document()
    for position, (role, words) in enumerate(
        [("author", "Ada Quill"), ("published", "Ansel Post"), ("passed_on", "Rights in Marrow")]
    ):
        Provenance.objects.create(document=made, position=position, role=role, words=words, basis="byline")
    return made


def describe(document: Document, **changes: Any) -> Document:
    by = changes.pop("by", None) or cast.person("contributor")
    return describe_document(**{"by": by, "document": document, "seen": token(document), **changes})


def chain(document: Document) -> list[tuple[str, str, str]]:
    return [(step.role, step.words, step.basis) for step in document.provenance.order_by("position")]


def test_title_and_language_change_and_the_rest_stays(document: Document) -> None:
    before = chain(document)
    described = describe(document, title="  They \n leave ", language="EN")
    assert (described.title, described.language) == ("They leave", "en")
    assert chain(document) == before
    assert Entry.objects.get(act="sources.describe_document").detail.words["title"] == "They leave"


def test_the_publisher_keeps_its_place_in_the_chain(document: Document) -> None:
    party = cast.source("Ansel Post", "outlet")
    describe(document, publisher=party)
    step = publishing_step(Document.objects.get())
    assert step and (step.source, step.position, step.basis) == (party, 1, "typed")
    assert [role for role, *_ in chain(document)] == ["author", "published", "passed_on"]


def test_a_publisher_not_known_as_a_party_is_kept_by_its_name(document: Document) -> None:
    describe(document, publisher=None, publisher_words="Some Blog")
    assert ("published", "Some Blog", "typed") in chain(document)
    describe(document, publisher=None)
    assert "published" not in [role for role, *_ in chain(document)]


def test_the_chain_is_replaced_and_the_publisher_stays(document: Document) -> None:
    describe(document, chain=[("said", cast.source(), "Harbour Watch"), ("translated", None, "Bo Reed")])
    assert chain(document) == [
        ("said", "Harbour Watch", "typed"), ("published", "Ansel Post", "byline"), ("translated", "Bo Reed", "typed"),
    ]  # fmt: skip
    with pytest.raises(Refused):
        describe(document, chain=[("invented", None, "x")])


def test_a_stale_form_gets_both_versions(document: Document) -> None:
    seen = token(document)
    describe(document, title="Theirs")
    with pytest.raises(OutOfDate) as conflict:
        describe(document, title="Mine", seen=seen)
    assert conflict.value.yours["Title"] == "Mine" and conflict.value.now["Title"] == "Theirs"
    assert Document.objects.get().title == "Theirs"


def test_the_token_moves_with_everything_a_form_shows(document: Document) -> None:
    tokens = {token(document)}
    for changes in (
        {"title": "x"},
        {"published_edtf": "2031"},
        {"state": "withdrawn"},
        {"is_protected": True},
        {"language": "ru"},
    ):
        Document.objects.update(**changes)
        tokens.add(token(Document.objects.get()))
    Provenance.objects.filter(position=0).update(words="Bo Reed")
    assert len(tokens | {token(Document.objects.get())}) == 7


@pytest.mark.parametrize("role", [None, "publisher", "auditor", "administrator"])
def test_who_does_not_work_on_texts_may_not(document: Document, role: str | None) -> None:
    with pytest.raises(NotAllowed):
        describe(document, by=cast.person(role), title="x")


def test_protected_and_withdrawn_documents(document: Document) -> None:
    Document.objects.update(is_protected=True)
    closed = Document.objects.get()
    with pytest.raises(NotAllowed):
        describe(closed, title="x")
    describe(closed, by=cast.person("editor"), title="x")
    assert Entry.objects.get(act="sources.describe_document").is_protected
    Document.objects.update(state="withdrawn")
    with pytest.raises(NotNow):
        describe(Document.objects.get(), by=cast.person("editor"), title="y")


@pytest.mark.parametrize(
    "changes", [{"chain": []}, {"chain": [("author", None, "a witness")]}, {"publisher": None}]
)
def test_W20_nobody_takes_a_protected_party_out_of_a_chain_unseen(
    document: Document, changes: dict[str, Any]
) -> None:
    hidden = cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    role = "published" if "publisher" in changes else "author"
    document.provenance.filter(role=role).update(source=hidden)
    with pytest.raises(Refused, match="protected"):
        describe(document, **changes)
    assert document.provenance.get(role=role).source == hidden
    describe(document, by=cast.person("editor"), **changes)
    assert not document.provenance.filter(source=hidden).exists()

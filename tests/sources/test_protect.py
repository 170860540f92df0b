"""A protected document is closed with everything that leads to it, and opened again with it."""

import pytest

from claims.bring_in import bring_in
from claims.models import Mention
from ledger.models import Entry
from sources.errors import NotAllowed, Refused
from sources.models import Capture, Document
from sources.protect import protect_document, unprotect_document
from tests import cast

pytestmark = pytest.mark.django_db

LISTING = "\n\n\n".join(
    f"Entry {n}: more than {n} people were brought ashore at Port Ansel that day." for n in (60, 70, 80)
)


@pytest.fixture
def documents() -> list[Document]:
    by = cast.person("contributor")
    bring_in(by=by, content=LISTING.encode(), how="paste")
    return [*bring_in(by=by, content=LISTING.encode(), how="upload").documents]


def test_page_parts_mentions_and_every_arrival_close_together(documents: list[Document]) -> None:
    outsider = cast.person("contributor")
    protect_document(by=cast.person("reviewer"), document=documents[2], reason="A witness is named.")
    for rows in (Document.objects, Capture.objects, Mention.objects):
        assert not rows.visible_to(outsider).exists()  # type: ignore[attr-defined]
    assert Capture.objects.count() == 2
    entry = Entry.objects.get(act="sources.protect_document")
    assert entry.is_protected and entry.detail.words["reason"] == "A witness is named."
    assert {name for name in entry.commitments if "capture" in name} == {
        f"row.capture:{one.pk}" for one in Capture.objects.all()
    }


def test_a_copy_brought_in_by_who_knew_nothing_closes_and_opens_with_it() -> None:
    content, by = LISTING.encode(), cast.person("editor")
    first = bring_in(by=by, content=content, how="paste").documents[0]
    protect_document(by=by, document=first, reason="A witness is named.")
    bringer = cast.person("contributor")
    copy = bring_in(by=bringer, content=content, how="paste").documents[0]
    assert copy.text_id != first.text_id and Document.objects.visible_to(bringer).count() == 4
    protect_document(by=by, document=copy, reason="A witness is named.")
    assert not Document.objects.visible_to(bringer).exists()
    unprotect_document(by=by, document=first, reason="The name was public.")
    assert not Document.objects.filter(is_protected=True).exists()
    assert not Capture.objects.filter(is_protected=True).exists()


def test_it_opens_again(documents: list[Document]) -> None:
    by = cast.person("editor")
    protect_document(by=by, document=documents[0], reason="A witness is named.")
    unprotect_document(
        by=by, document=Document.objects.get(pk=documents[0].pk), reason="The name was public."
    )
    outsider = cast.person("contributor")
    assert (
        Document.objects.visible_to(outsider).count() == 4
        and Capture.objects.visible_to(outsider).count() == 2
    )


def test_it_needs_a_reason_and_one_who_may(documents: list[Document]) -> None:
    with pytest.raises(Refused):
        protect_document(by=cast.person("editor"), document=documents[0], reason=" ")
    for role in (None, "contributor", "publisher", "auditor", "administrator"):
        with pytest.raises(NotAllowed):
            protect_document(by=cast.person(role), document=documents[0], reason="x")

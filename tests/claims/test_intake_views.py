"""The pages by which documents come in and are described and dated."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.bring_in import bring_in
from ledger import clock
from reviewers.models import Reviewer
from sources.describe import publishing_step, token
from sources.models import Capture, Document, Provenance, Source
from tests import cast

pytestmark = pytest.mark.django_db

STORY = (
    "They leave\n\nposted 18 May 2031 by Ansel Post\n\nMore than 60 people were brought ashore, they said."
)
LISTING = "\n\n\n".join(
    f"Entry {n}: more than {n} people were brought ashore at Port Ansel that day." for n in (60, 70, 80)
)
YEARLESS = (
    "A call on Marrow\n\nOn June 27, the Assembly adopted it. Starting from April 1, 2029, 123 people left."
)
NEW = "/desk/documents/new/"


def signed_in(role: str | None = "editor", account: Reviewer | None = None) -> Client:
    client = Client()
    client.force_login(
        account or cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def brought(words: str = STORY, **changes: Any) -> Document:
    by = changes.pop("by", None) or cast.person("reviewer")
    with clock.held_at(cast.NOON.replace(month=8)):
        return bring_in(by=by, content=words.encode(), how="paste", **changes).documents[0]


def at(document: Document, act: str = "") -> str:
    return f"/desk/documents/{document.uid}/{act}"


# --- bringing in ------------------------------------------------------------------------------------


def test_a_pasted_text_comes_in_and_leads_to_its_page() -> None:
    client = signed_in("contributor")
    answer = client.post(NEW, {"text": STORY.replace("\n", "\r\n")}, follow=True)
    document = Document.objects.get()
    assert answer.redirect_chain == [(at(document), 302)]
    assert "1 figure was found and is proposed." in answer.content.decode()
    assert document.text.text == STORY  # the browser's CRLF is no part of it


def test_an_uploaded_page_comes_in() -> None:
    page = SimpleUploadedFile(
        "page.html", b"<html lang=en><title>They leave</title><p>More than 60 people left.", "text/html"
    )
    signed_in("contributor").post(NEW, {"file": page, "publisher": "Ansel Post", "published": "2031-05-18"})
    document = Document.objects.get()
    assert (document.title, document.published_edtf, document.capture.how) == (
        "They leave",
        "2031-05-18",
        "upload",
    )
    assert document.capture.file_name == "page.html"


@pytest.mark.parametrize(
    ("given", "says", "status"),
    [
        ({"text": "https://ansel.example/story"}, "Addresses are not fetched yet", 422),
        ({"text": ""}, "Paste a text or choose a file", 422),
        ({"text": "12 left", "published": "03/04/2031"}, "more than one way", 422),
        ({"text": "12 left", "file": ("a.txt", b"12")}, "not both", 422),
        ({"file": ("a.pdf", b"%PDF-1.7")}, "This is a PDF", 422),
        ({"file": ("a.docx", b"PK\x03\x04word/document.xml")}, "Word document", 422),
        ({"file": ("a.txt", b"")}, "empty", 422),
    ],
)  # fmt: skip
def test_a_refusal_says_what_to_do_and_loses_nothing_that_was_typed(
    given: dict[str, Any], says: str, status: int
) -> None:
    if "file" in given:
        given = {**given, "file": SimpleUploadedFile(*given["file"])}
    answer = signed_in("contributor").post(NEW, {"title": "A title I typed", **given})
    words = answer.content.decode()
    assert (answer.status_code, says in words, "A title I typed" in words) == (status, True, True)
    assert not Capture.objects.exists()


def test_N08_a_file_over_the_limit_is_refused_with_413(settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 2000
    answer = signed_in("contributor").post(NEW, {"file": SimpleUploadedFile("a.txt", b"x" * 2001)})
    assert answer.status_code == 413 and "smaller files" in answer.content.decode()


def test_N12_a_full_store_is_said_with_503(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = signed_in("contributor").post(NEW, {"text": "12 people on a full disk"})
    assert answer.status_code == 503 and "full or closed" in answer.content.decode()
    assert "12 people on a full disk" in answer.content.decode() and not Capture.objects.exists()


def test_X03_a_pasted_NUL_is_taken_out_and_noted() -> None:
    answer = signed_in("contributor").post(NEW, {"text": "At least 1\x004 people left."}, follow=True)
    assert Document.objects.get().text.text == "At least 14 people left."
    assert "NUL characters were taken out" in answer.content.decode()


def test_the_same_text_again_says_since_when_it_is_here() -> None:
    document = brought()
    answer = signed_in("contributor").post(NEW, {"text": STORY}, follow=True)
    assert "Already here since 20 August 2031" in answer.content.decode()
    assert answer.redirect_chain == [(at(document), 302)]


def test_N11_a_protected_one_is_not_betrayed_to_who_may_not_know_of_it() -> None:
    protected = brought(is_protected=True)
    answer = signed_in("contributor").post(NEW, {"text": STORY}, follow=True)
    words = answer.content.decode()
    assert "Already here" not in words and str(protected.uid) not in words and "2031, 12:00" not in words


def test_who_brings_in_a_protected_document_and_may_not_see_it_is_led_to_the_list() -> None:
    answer = signed_in("contributor").post(NEW, {"text": STORY, "is_protected": "on"}, follow=True)
    assert answer.redirect_chain == [("/desk/documents/", 302)]
    words = answer.content.decode()
    assert "It is protected" in words and "They leave" not in words


@pytest.mark.parametrize("literal", ["<script>alert(1)</script>", "{{ 7*7 }}", "{% include x %}"])
def test_T23_S16_markup_in_a_title_is_shown_as_written(literal: str) -> None:
    from django.utils.html import escape

    brought(title=literal)
    assert escape(literal) in signed_in().get("/desk/documents/").content.decode()


# --- the list ---------------------------------------------------------------------------------------


def test_an_empty_desk_says_what_to_do_first() -> None:
    assert NEW in signed_in("contributor").get("/desk/documents/").content.decode()
    assert NEW not in signed_in("auditor").get("/desk/documents/").content.decode()


def test_the_list_shows_a_lists_parts_and_what_waits() -> None:
    document = brought(LISTING, publisher="Ansel Post")
    words = signed_in().get("/desk/documents/").content.decode()
    assert "3 documents on this page" in words and "Ansel Post" in words
    assert all(str(part.uid) in words for part in document.parts.all())


def test_a_date_without_a_year_leads_to_choosing_one() -> None:
    document = brought(YEARLESS)
    words = signed_in().get("/desk/documents/").content.decode()
    assert "“June 27”, no year: 2029, 2030, 2031?" in words and at(document, "redate/") in words


def test_protected_documents_are_listed_only_to_who_may_see_them() -> None:
    document = brought(is_protected=True, publisher="A secret paper")
    for role, sees in (("contributor", False), ("administrator", False), ("editor", True), ("auditor", True)):
        words = signed_in(role).get("/desk/documents/").content.decode()
        assert ("A secret paper" in words, str(document.uid) in words) == (sees, sees)


def test_a_protected_party_is_shown_by_its_label_to_who_may_not_see_it() -> None:
    cast.source("Ansel Post", "outlet")
    brought()
    Source.objects.update(is_protected=True, public_label="a local paper")
    assert "a local paper" in signed_in("contributor").get("/desk/documents/").content.decode()
    assert "Ansel Post" in signed_in("editor").get("/desk/documents/").content.decode()


def test_the_list_costs_the_same_with_one_document_and_with_twenty() -> None:
    client = signed_in()

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get("/desk/documents/").status_code == 200
        return len(caught)

    brought(LISTING)
    queries()
    one = queries()
    for n in range(20):
        brought(f"{LISTING} And {n}.", publisher="Ansel Post")
    assert queries() == one


# --- one document -----------------------------------------------------------------------------------


def test_describing_ties_a_publisher_and_keeps_the_chain() -> None:
    document, client = brought(), signed_in()
    party = cast.source("Marrow Times", "outlet")
    form = client.get(at(document, "describe/")).context["form"].initial
    given = {**form, "title": "They all leave", "publisher": "marrow times"} | steps(("author", "Ada Quill"))
    assert client.post(at(document, "describe/"), given).status_code == 302
    document.refresh_from_db()
    step = publishing_step(document)
    assert document.title == "They all leave" and step and step.source == party
    assert document.provenance.get(role="author").words == "Ada Quill"


@pytest.mark.parametrize("is_protected", [True, False])
def test_W20_a_step_left_as_it_was_shown_keeps_its_party(is_protected: bool) -> None:
    document, client = brought(), signed_in("contributor")
    hidden = cast.source("someone", "anonymous", is_protected=is_protected, public_label="a witness")
    Provenance.objects.create(
        document=document, position=7, role="said", source=hidden, words="as she said", basis="typed"
    )
    shown = {"seen": token(document), "title": document.title}
    sent = steps(("said", hidden.printed_name), ("translated", "Bo Reed")) | {"step-INITIAL_FORMS": 1}
    answer = client.post(at(document, "describe/"), shown | sent)
    assert answer.status_code == 302
    assert document.provenance.get(role="said").source == hidden
    document.refresh_from_db()
    sent = shown | {"seen": token(document)} | steps(("said", "Bo Reed"))
    refused = client.post(at(document, "describe/"), sent)
    assert refused.status_code == (422 if is_protected else 302)


def steps(*named: tuple[str, str]) -> dict[str, Any]:
    rows = {
        f"step-{n}-{part}": value
        for n, pair in enumerate(named)
        for part, value in zip(("role", "name"), pair, strict=True)
    }
    return {"step-TOTAL_FORMS": len(named), "step-INITIAL_FORMS": 0, **rows}


def test_a_publisher_can_be_made_on_the_way_and_half_a_step_is_refused() -> None:
    document, client = brought(), signed_in()
    given = {"seen": token(document), "title": "x", "publisher": "New Paper", "publisher_kind": "outlet"}
    half = client.post(at(document, "describe/"), given | steps(("author", "")))
    assert half.status_code == 422 and not Source.objects.exists()
    client.post(at(document, "describe/"), given | steps())
    assert (
        Source.objects.get().name == "New Paper" and document.provenance.get().source == Source.objects.get()
    )


def test_a_stale_description_gets_409_with_both_versions() -> None:
    document, client = brought(), signed_in()
    seen = token(document)
    Document.objects.update(title="Theirs")
    answer = client.post(at(document, "describe/"), {"seen": seen, "title": "Mine"} | steps())
    assert answer.status_code == 409
    assert "Mine" in answer.content.decode() and "Theirs" in answer.content.decode()


def test_choosing_a_year_dates_the_document() -> None:
    document, client = brought(YEARLESS), signed_in()
    words = client.get(at(document, "redate/")).content.decode()
    assert "without a year" in words and "27 June 2030" in words
    client.post(at(document, "redate/"), {"seen": token(document), "published": "2030-06-27"})
    assert Document.objects.get().published_edtf == "2030-06-27"
    bad = client.post(
        at(document, "redate/"), {"seen": token(Document.objects.get()), "published": "27/06/2030"}
    )
    assert bad.status_code == 422 and "27/06/2030" in bad.content.decode()


@pytest.mark.parametrize(
    "role", [None, "contributor", "reviewer", "editor", "publisher", "auditor", "administrator"]
)
def test_who_may_open_which_page(role: str | None) -> None:
    document, client = brought(), signed_in(role)
    texts = 200 if role in ("contributor", "reviewer", "editor") else 404 if role is None else 403
    newsroom = 200 if role in ("contributor", "reviewer", "editor", "publisher") else 403
    assert client.get("/desk/documents/").status_code == (403 if role is None else 200)
    assert client.get(NEW).status_code == newsroom
    for act in ("describe/", "redate/"):
        assert client.get(at(document, act)).status_code == texts


def test_strangers_are_led_to_the_sign_in() -> None:
    for path in ("/desk/documents/", NEW, at(brought(), "describe/")):
        assert Client().get(path).status_code == 302


def test_text_and_file_are_not_called_optional_as_one_of_them_is_wanted(client: Client) -> None:
    client.force_login(cast.person("contributor"))
    text = client.get("/desk/documents/new/").content.decode()
    called = dict(re.findall(r'<label for="id_(\w+)">[^<]*(<span class="field-optional">)?', text))
    assert called["title"] and not called["text"] and not called["file"]

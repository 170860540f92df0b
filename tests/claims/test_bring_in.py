"""Bringing documents in: bytes, text, documents, dates, chain, proposals, in one transaction."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import bring_in as module
from claims.bring_in import Arrival, bring_in
from claims.models import Mention, Reading
from ledger.models import Entry
from sources import limits
from sources.errors import BadDate, NotAllowed, StoreFailed, UnreadableKind
from sources.models import Blob, Capture, Document, Source, Text
from tests import cast
from tests.conftest import SEEDS

pytestmark = pytest.mark.django_db

STORY = (
    "Sixty leave the valley\n\nposted 18 May 2031, 10:53 by Rights in Marrow\n\n"
    "The Harbour Watch said on 17 May 2031 that more than 60 people were brought ashore at Port Ansel. "
    "At least three were hurt."
)
LISTING = "\n\n\n".join([
    "News of the Harbour Watch: since April, 120 people asked for help and more than 60 people were brought ashore.",
    "Today, on the 20th of June, 2031, the Court of the Isles ruled that the ban on the 14 ferries was unlawful.",
    "On the 27th of May, Tova Lind stood in the square of Marrow with 30 people who held posters about the sea.",
    "Today, on May 25, 2031, a man came to the office and asked for the names of nine people on the list.",
])  # fmt: skip


def bring(content: str | bytes = STORY, **changes: Any) -> Arrival:
    content = content.encode() if isinstance(content, str) else content
    return bring_in(
        **{
            "by": changes.pop("by", None) or cast.person("contributor"),
            "content": content,
            "how": "paste",
            **changes,
        }
    )


def test_a_story_becomes_a_document_with_its_figures_proposed() -> None:
    arrival = bring()
    (document,) = arrival.documents
    assert (document.title, document.language) == ("Sixty leave the valley", "en")
    assert (document.published_edtf, document.published_phrase) == ("2031-05-18", "18 May 2031")
    mentions = list(document.mentions.all())
    assert arrival.n_mentions == len(mentions) >= 2
    assert {mention.state for mention in mentions} == {"proposed"}
    for mention in mentions:
        assert document.text.text[mention.start : mention.end] == mention.quote
        assert mention.readings.get().n == 1 and mention.readings.get().reader
        assert document.text.text[: mention.start].endswith(mention.prefix)
        assert document.text.text[mention.end :].startswith(mention.suffix)


def test_the_reading_is_stored_whole() -> None:
    bring()
    reading = Mention.objects.get(quote="more than 60").reading
    assert (reading.comparator, reading.low, reading.high, reading.counted) == (
        "more_than",
        60,
        None,
        "people",
    )
    assert reading.as_of_edtf == "2031-05-17"
    assert [said.words for said in reading.attributions.all()] == ["Harbour Watch"]


def test_a_listing_becomes_several_documents_and_each_mention_lies_in_the_innermost() -> None:
    arrival = bring(LISTING)
    whole, *parts = arrival.documents
    assert len(parts) == 4 and {part.parent for part in parts} == {whole}
    assert [part.published_edtf for part in parts] == ["", "2031-06-20", "", "2031-05-25"]
    assert whole.published_edtf == "" and not whole.mentions.exists()
    for mention in Mention.objects.all():
        assert mention.document.start <= mention.start < mention.end <= mention.document.end
    assert parts[0].mentions.filter(quote="more than 60").exists()


def test_a_date_without_a_year_is_kept_as_candidates_with_the_hint_of_the_list() -> None:
    third = bring(LISTING).documents[3]
    assert (third.published_edtf, third.published_phrase) == ("", "27th of May")
    hints = {one.edtf: one.reason for one in third.date_candidates.all()}
    assert "between 2031-05-25 and 2031-06-20" in hints["2031-05-27"]


def test_a_date_typed_for_a_listing_is_the_pages_and_not_that_of_its_entries() -> None:
    by = cast.person("contributor")
    whole, first, *_ = bring(LISTING, published="2031-07-31", by=by).documents
    assert (whole.published_edtf, whole.published_confirmed_by) == ("2031-07-31", by)
    assert first.published_edtf == ""


def test_what_is_typed_stands_before_what_is_worked_out() -> None:
    (document,) = bring(title="A title", publisher="Ansel Post", published="2031-21", language="en").documents
    assert (document.title, document.published_edtf) == ("A title", "2031-21")
    chain = [(step.role, step.words, step.basis) for step in document.provenance.all()]
    assert chain == [("published", "Ansel Post", "typed"), ("passed_on", "Rights in Marrow", "byline")]


def test_a_step_is_tied_to_a_party_only_where_an_open_one_of_that_name_is_known() -> None:
    known = cast.source("Rights in Marrow", "outlet")
    assert bring().documents[0].provenance.get().source == known
    Source.objects.update(is_protected=True, public_label="an outlet")
    assert bring(STORY + " Then.", by=cast.person("editor")).documents[0].provenance.get().source is None


def test_a_web_page_brings_its_own_title_date_and_publisher() -> None:
    page = (
        "<html lang=en><head><title>Sixty leave</title><meta property='og:site_name' content='Ansel Post'>"
        "<meta property='article:published_time' content='2031-05-18T08:00Z'></head>"
        "<body><p>More than 60 people were brought ashore.</p><p hidden>99 were killed.</p></body></html>"
    )
    (document,) = (arrival := bring(page, how="upload", file_name="page.html")).documents
    assert (document.title, document.published_edtf, document.text.parser) == (
        "Sixty leave",
        "2031-05-18",
        "html",
    )
    assert document.provenance.get().words == "Ansel Post"
    assert not Mention.objects.filter(quote__contains="99").exists()
    assert any("Hidden text" in note for note in arrival.notes)


# --- the same bytes again ---------------------------------------------------------------------------


def test_the_same_bytes_again_are_one_blob_a_new_arrival_and_nothing_else() -> None:
    first, again = bring(), bring()
    assert again.already_here == first.capture and again.documents == first.documents
    assert again.capture != first.capture and again.n_mentions == 0
    assert (
        Blob.objects.count(),
        Capture.objects.count(),
        Text.objects.count(),
        Document.objects.count(),
    ) == (1, 2, 1, 1)


def test_N11_somebody_who_may_not_know_of_the_first_learns_nothing_of_it() -> None:
    first = bring(is_protected=True, by=cast.person("reviewer"))
    again = bring(by=cast.person("contributor"))
    assert again.already_here is None and again.notes == []
    assert (
        again.documents[0].pk != first.documents[0].pk
        and again.documents[0].text_id != first.documents[0].text_id
    )
    assert again.n_mentions == first.n_mentions
    assert Blob.objects.count() == 1


def test_somebody_who_may_see_protected_things_is_told() -> None:
    first = bring(is_protected=True, by=cast.person("reviewer"))
    assert bring(by=cast.person("editor")).already_here == first.capture


def test_whoever_brought_in_a_protected_document_knows_that_they_did() -> None:
    by = cast.person("contributor")
    first = bring(is_protected=True, by=by)
    assert bring(by=by).already_here == first.capture


def test_the_machine_brings_the_same_thing_in_once() -> None:
    from reviewers.models import Reviewer

    machine = Reviewer.objects.machine()
    first = bring(by=machine)
    assert bring(by=machine).already_here == first.capture
    assert bring(by=cast.person("contributor")).already_here == first.capture


# --- protection, refusals, limits ---------------------------------------------------------------------


def test_what_comes_in_protected_is_closed_everywhere() -> None:
    arrival = bring(LISTING, is_protected=True, by=cast.person("contributor"))
    outsider = cast.person("contributor")
    assert arrival.capture.is_protected and all(document.is_protected for document in arrival.documents)
    assert (
        not Document.objects.visible_to(outsider).exists()
        and not Capture.objects.visible_to(outsider).exists()
    )
    assert not Mention.objects.visible_to(outsider).exists()
    acts = Entry.objects.filter(act__in=["claims.bring_in", "sources.take"])
    assert acts.count() == 6 and all(entry.is_protected for entry in acts)


@pytest.mark.parametrize("role", [None, "auditor", "administrator"])
def test_who_may_not_bring_in_is_refused(role: str | None) -> None:
    with pytest.raises(NotAllowed):
        bring(by=cast.person(role))


@pytest.mark.parametrize(
    ("changes", "error"), [({"published": "03/04/2031"}, BadDate), ({"content": b"%PDF-1.7"}, UnreadableKind)]
)
def test_a_refusal_stores_nothing(changes: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        bring(**changes)
    assert not Capture.objects.exists() and not Entry.objects.filter(act="claims.bring_in").exists()


def test_N12_a_store_that_fails_leaves_no_half_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreFailed("The store is full.")

    monkeypatch.setattr("sources.store.keep", fail)
    with pytest.raises(StoreFailed):
        bring()
    assert not (Blob.objects.exists() or Capture.objects.exists() or Document.objects.exists())


def test_more_figures_than_the_limit_are_left_out_and_the_document_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FIGURES_A_DOCUMENT", 3)
    arrival = bring("\n".join(f"On that day {n} people were hurt." for n in range(11, 21)))
    assert arrival.n_mentions == 3
    assert any(
        "Only the first 3 figures were kept; 7 more" in note for note in arrival.documents[0].text.notes
    )


def test_X10_nothing_at_all_is_stored_and_says_that_there_is_no_text() -> None:
    arrival = bring(b"", how="command")
    assert arrival.documents[0].body == "" and "There is no text in this." in arrival.notes


def test_X03_NUL_is_gone_before_any_database_sees_it() -> None:
    document = bring(b"At least 1\x004 people were hurt.").documents[0]
    document.refresh_from_db()
    assert document.text.text == "At least 14 people were hurt."
    assert document.text.blob.size == 30


def test_every_row_has_its_entry_and_every_reading_its_commitment() -> None:
    arrival = bring(LISTING)
    entries = Entry.objects.filter(act="claims.bring_in")
    assert [entry.subject.rpartition(":")[2] for entry in entries.order_by("seq")] == [
        str(one.uid) for one in arrival.documents
    ]
    committed = {name for entry in entries for name in entry.commitments if name.startswith("row.")}
    assert committed == {f"row.reading:{pk}" for pk in Reading.objects.values_list("pk", flat=True)}


def test_the_number_of_queries_does_not_grow_with_the_figures() -> None:
    by = cast.person("contributor")

    def queries(n: int) -> int:
        words = " ".join(
            f"On that day {10 + i} people were hurt in ward {chr(65 + i)}, the Ansel Post said."
            for i in range(n)
        )
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert bring(words, by=by).n_mentions >= n
        return len(caught)

    queries(1)
    assert queries(2) == queries(20)


def test_what_is_read_is_read_before_the_transaction_opens(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Callable[..., Any]
) -> None:
    seen: list[bool] = []
    original = module.read_regions
    depth = len(connection.savepoint_ids)
    monkeypatch.setattr(
        module,
        "read_regions",
        lambda *a, **k: seen.append(len(connection.savepoint_ids) == depth) or original(*a, **k),
    )
    bring()
    assert seen == [True]


@pytest.mark.seeds
def test_the_five_real_documents_come_in_whole() -> None:
    by = cast.person("contributor")
    for path in sorted(Path(SEEDS).glob("*.txt")):
        arrival = bring(path.read_bytes(), how="upload", file_name=path.name, by=by)
        assert arrival.n_mentions > 0 and arrival.documents[0].text.text == path.read_text(encoding="utf-8")
    assert (
        Document.objects.filter(parent=None).count() == 5
        and Document.objects.exclude(parent=None).count() == 18
    )

"""The second reader at the desk: what it adds is its own, it sees nothing protected, it breaks nothing."""

import io
import threading
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from claims.bring_in import bring_in
from claims.models import Mention
from claims.redate import redate
from claims.reread import reread
from claims.second_reading import SecondReading, read_again
from claims.triage import accept, add_mention, correct, dismiss
from claims.values import checked
from ledger.models import Detail, Entry
from reviewers.models import Reviewer
from sources.dates import NO_DATE
from sources.describe import token
from sources.models import Document
from sources.protect import protect_document
from tests import cast
from tests.claims import second_readers as readers
from tests.claims.second_desk import (
    TRIO,
    WORDS,
    arrive,
    nadia,
    quotes,
    reread_by_shell,
    service,
    serving,
    signed_in,
    upload,
)

__all__ = ["nadia", "service"]

pytestmark = pytest.mark.django_db

# --- what it adds ---------------------------------------------------------------------------------------


def test_without_one_nothing_is_asked_and_nothing_is_said(
    nadia: Reviewer, django_assert_num_queries: Any
) -> None:
    document = arrive(nadia)
    assert nadia.may("bring-in")
    with django_assert_num_queries(0):
        done = read_again(by=nadia, documents=[document])
    assert done == SecondReading() and done.warnings(nadia) == [] and done.found() == ""


def test_what_it_adds_is_its_own_and_doubtful(nadia: Reviewer, service: readers.Service) -> None:
    done = read_again(by=nadia, documents=[arrive(nadia)])
    reading = Mention.objects.get(quote="A trio").reading
    assert (done.n_added, done.name, done.warnings(nadia)) == (1, "model small-one", [])
    assert (reading.reader, reading.flags, reading.low, reading.counted) == (
        "model small-one", ["second_reader"], 3, "boats",
    )  # fmt: skip
    assert reading.confidence is not None and reading.confidence <= 0.3
    assert Mention.objects.get(quote="More than 60").reading.reader == "grammar 1"


def test_the_page_says_whose_it_is_and_offers_it_first(nadia: Reviewer, service: readers.Service) -> None:
    text = upload(signed_in(nadia))
    assert "1 more was found by a second reader, model small-one. Hold it against the words." in text
    assert "A trio" in text.split("Look at these first")[1].split("</section>")[0]
    assert service.headers[0]["Authorization"] == "Bearer hush-hush"


def test_nothing_is_asked_while_a_transaction_is_open(settings: Any, transactional_db: None) -> None:
    settings.SECOND_READER = "tests.claims.second_readers:looks_round"
    readers.SEEN_IN_TRANSACTION.clear()
    by = cast.person("contributor")
    upload(signed_in(by), "Nine boats sank, a trio returned.")
    reread(by=by)
    read_again(by=by)
    assert readers.SEEN_IN_TRANSACTION == [False, False] and "a trio" in quotes()


def test_inside_a_transaction_of_somebody_elses_it_refuses_before_it_asks(
    settings: Any, transactional_db: None
) -> None:
    settings.SECOND_READER = "tests.claims.second_readers:looks_round"
    by, document = cast.person("contributor"), cast.document()
    readers.SEEN_IN_TRANSACTION.clear()
    with pytest.raises(RuntimeError), transaction.atomic():
        read_again(by=by, documents=[document])
    assert readers.SEEN_IN_TRANSACTION == []


def test_a_part_of_a_list_gets_its_own(nadia: Reviewer, service: readers.Service) -> None:
    entries = [
        f"Entry {n}: more than {n} people came. A trio of boats returned that day to Port Ansel."
        for n in (60, 70, 80)
    ]
    arrival = bring_in(by=nadia, content="\n\n\n".join(entries).encode(), how="paste")
    done = read_again(by=nadia, documents=arrival.documents)
    assert done.n_added == 3 and len(service.texts) == 3
    assert {one.document_id for one in Mention.objects.filter(quote="A trio")} == {
        part.pk for part in arrival.documents[1:]
    }


def test_who_may_not_bring_in_may_not_have_it_asked(service: readers.Service) -> None:
    from sources.errors import NotAllowed

    with pytest.raises(NotAllowed):
        read_again(by=cast.person("auditor"))
    assert service.texts == []


# --- the record -----------------------------------------------------------------------------------------


def test_the_record_says_what_left_whatever_came_back(nadia: Reviewer, settings: Any) -> None:
    with serving(settings, readers.raw(b"", status=500)) as service:
        document = arrive(nadia)
        read_again(by=nadia, documents=[document])
    entry = Entry.objects.get(act="claims.ask_second_reader")
    words = Detail.objects.get(entry=entry).words
    assert entry.codes == {"n_characters": len(WORDS)} and str(document.uid) in entry.subject
    assert words == {"reader": "model small-one", "address": service.address.split("/")[2]}
    assert not Entry.objects.filter(act="claims.second_reading").exists()


def test_what_was_added_is_vouched_for(nadia: Reviewer, service: readers.Service) -> None:
    read_again(by=nadia, documents=[arrive(nadia)])
    entry = Entry.objects.get(act="claims.second_reading")
    assert entry.codes == {"n_replaced": 0, "n_added": 1}
    assert f"row.reading:{Mention.objects.get(quote='A trio').reading.pk}" in entry.commitments


def test_the_key_stands_nowhere(
    nadia: Reviewer, service: readers.Service, caplog: pytest.LogCaptureFixture
) -> None:
    text = upload(signed_in(nadia))
    kept = [str(one) for one in Detail.objects.values_list("words", flat=True)]
    assert "hush" not in text + caplog.text + "".join(kept)
    assert service.texts


# --- what goes wrong ------------------------------------------------------------------------------------

TROUBLES = [
    (readers.raw(b"", status=500), "refused to read"),
    (readers.raw(b"", status=307, Location="http://127.0.0.1:9/"), "sends elsewhere"),
    (readers.raw(b"<html>"), "could not be understood"),
    (readers.raw(b" " * 2_000_000), "too long"),
    (readers.drips, "did not answer in time"),
]


@pytest.mark.parametrize(("answer", "says"), TROUBLES, ids=[says for _, says in TROUBLES])
def test_one_that_fails_loses_nothing_and_the_person_is_told(
    nadia: Reviewer, settings: Any, monkeypatch: pytest.MonkeyPatch, answer: readers.Answer, says: str
) -> None:
    monkeypatch.setattr("claims.intake_views.WITHIN_S", 0.6)
    with serving(settings, answer):
        text = upload(signed_in(nadia))
    assert says in text and "What our own reader found stands." in text
    assert "More than 60" in quotes() and Document.objects.count() == 1


@pytest.mark.parametrize("name", ["breaks", "nowhere"])
def test_a_callable_that_fails_loses_nothing(nadia: Reviewer, settings: Any, name: str) -> None:
    settings.SECOND_READER = f"tests.claims.second_readers:{name}"
    text = upload(signed_in(nadia))
    assert ("failed" if name == "breaks" else "cannot be loaded") in text
    assert "More than 60" in quotes()


def test_one_that_lies_adds_only_what_the_words_bear(nadia: Reviewer, settings: Any) -> None:
    rows = [
        TRIO | {"quote": "a dozen"},
        TRIO | {"quote": "60"},
        TRIO | {"quote": "Port Ansel. A trio"},
        TRIO,
        "x",
        None,
    ]
    with serving(settings, readers.rows(*rows)):  # type: ignore[arg-type]
        done = read_again(by=nadia, documents=[arrive(nadia)])
    assert done.n_added == 1
    assert quotes() == ["More than 60", "Port Ansel. A trio"]


def test_after_one_that_is_gone_the_others_are_left_and_counted(nadia: Reviewer, settings: Any) -> None:
    with serving(settings, readers.raw(b"", status=503)) as service:
        for n in (1, 2, 3):
            arrive(nadia, f"More than {n}0 people came.")
        done = read_again(by=nadia)
    assert (done.troubles, done.n_left, len(service.texts)) == (("refused",), 2, 1)
    assert "2 documents were not given to it." in done.warnings(nadia)


# --- again, and beside what people did --------------------------------------------------------------------


def test_asked_twice_it_changes_nothing_the_second_time(nadia: Reviewer, service: readers.Service) -> None:
    document = arrive(nadia)
    read_again(by=nadia, documents=[document])
    assert reread_by_shell() == ("1 documents read: 0 proposals read anew, 0 added, 0 set aside.\n", "", 0)
    assert len(service.texts) == 2
    assert Mention.objects.get(quote="A trio").readings.count() == 1


def test_a_newer_one_reads_its_own_anew(nadia: Reviewer, service: readers.Service, settings: Any) -> None:
    document = arrive(nadia)
    read_again(by=nadia, documents=[document])
    settings.SECOND_READER_MODEL = "larger-one"
    read_again(by=nadia, documents=[document])
    trio = Mention.objects.get(quote="A trio")
    assert [one.reader for one in trio.readings.all()] == ["model small-one", "model larger-one"]


def test_reading_again_without_it_leaves_what_it_found(
    nadia: Reviewer, service: readers.Service, settings: Any
) -> None:
    document = arrive(nadia)
    read_again(by=nadia, documents=[document])
    settings.SECOND_READER = ""
    assert reread(by=nadia).n_gone == 0
    redate(by=cast.person("editor"), document=document, published="2031-05-19", seen=token(document))
    assert Mention.objects.get(quote="A trio").state == "proposed"


def test_where_the_grammar_comes_to_read_the_same_words_it_has_the_word(
    nadia: Reviewer, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from claims import read_document
    from claims.extraction import read

    monkeypatch.setattr(read_document, "read", lambda text, facts: replace(read(text, facts), figures=()))
    same = TRIO | {"quote": "More than 60", "low": 61, "high": 61}
    wider = TRIO | {"quote": "ten boats"}
    with serving(settings, readers.rows(same, wider)):
        arrive(nadia, "More than 60 people came. Nine or ten boats sank.")
        assert read_again(by=nadia).n_added == 2
    monkeypatch.undo()
    reread(by=nadia)
    sixty = Mention.objects.get(quote="More than 60")
    assert (sixty.reading.reader, sixty.reading.flags, sixty.reading.low) == ("grammar 1", [], 60)
    assert quotes(state="orphaned") == ["ten boats"] and quotes(state="proposed") == [
        "More than 60",
        "Nine or ten",
    ]


def test_what_a_person_decided_is_never_moved(nadia: Reviewer, service: readers.Service) -> None:
    document = arrive(nadia)
    read_again(by=nadia, documents=[document])
    trio = Mention.objects.get(quote="A trio")
    dismiss(by=nadia, mention=trio, seen=trio.token, reason="idiom")
    assert read_again(by=nadia, documents=[document]).n_added == 0
    assert Mention.objects.get(quote="A trio").state == "dismissed"


def test_it_is_accepted_and_corrected_like_any_other(nadia: Reviewer, service: readers.Service) -> None:
    read_again(by=nadia, documents=[arrive(nadia)])
    trio = Mention.objects.get(quote="A trio")
    accept(by=nadia, mention=trio, seen=trio.token)
    trio.refresh_from_db()
    said = trio.reading
    correct(
        by=nadia, mention=trio, seen=trio.token, value=checked(low=3), as_of=said.as_of, since=said.since,
        counted="ferries", predicate="", kind="count", unit="", attribution=[],
    )  # fmt: skip
    assert Mention.objects.get(quote="A trio").reading.counted == "ferries"


# --- at the same moment ---------------------------------------------------------------------------------


def in_a_thread(act: Any) -> threading.Thread:
    def run() -> None:
        try:
            act()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_whoever_protects_first_keeps_it_here(settings: Any, transactional_db: None) -> None:
    nadia, rhea = cast.person("contributor"), cast.person("reviewer")
    with serving(settings, readers.rows(TRIO)) as service:
        document = arrive(nadia)
        with transaction.atomic():
            protect_document(by=rhea, document=document, reason="A witness can be known by it.")
            asking = in_a_thread(lambda: read_again(by=nadia, documents=[document]))
            asking.join(0.7)
            assert service.texts == []
        asking.join(20)
    assert service.texts == [] and not Entry.objects.filter(act="claims.ask_second_reader").exists()


def test_whoever_works_on_it_meanwhile_is_not_held_up_and_nothing_is_moved(
    settings: Any, transactional_db: None
) -> None:
    nadia = cast.person("contributor")
    asked, may_answer = threading.Event(), threading.Event()

    def answer(handler: Any, text: str) -> None:
        asked.set()
        may_answer.wait(20)
        readers.rows(TRIO, TRIO | {"quote": "a brace", "low": 2, "high": 2})(handler, text)

    with serving(settings, answer):
        document = arrive(nadia)
        asking = in_a_thread(lambda: read_again(by=nadia, documents=[document]))
        assert asked.wait(20)
        add_mention(
            by=nadia, document=document, start=WORDS.index("trio"), quote="trio", value=checked(low=3), as_of=NO_DATE,
            since=NO_DATE, counted="boats", predicate="", kind="count", unit="", attribution=[],
        )  # fmt: skip
        may_answer.set()
        asking.join(20)
    assert quotes() == ["More than 60", "trio", "a brace"]


def test_asked_twice_at_once_each_figure_is_there_once(settings: Any, transactional_db: None) -> None:
    nadia = cast.person("contributor")
    with serving(settings, readers.rows(TRIO)):
        document = arrive(nadia)
        for thread in [in_a_thread(lambda: read_again(by=nadia, documents=[document])) for _ in range(4)]:
            thread.join(30)
    assert quotes(quote="A trio") == ["A trio"]
    assert Mention.objects.get(quote="A trio").readings.count() == 1


# --- from a shell ---------------------------------------------------------------------------------------


def test_ingest_asks_it_too_and_says_what_went_wrong(settings: Any, tmp_path: Any) -> None:
    file = tmp_path / "story.txt"
    file.write_text(WORDS)
    with serving(settings, readers.rows(TRIO)) as service:
        out = io.StringIO()
        call_command("ingest", str(file), stdout=out)
        assert "2 figures" in out.getvalue() and service.texts == [WORDS]
    file.write_text(WORDS + " More came.")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit):
        call_command("ingest", str(file), stdout=out, stderr=err)
    assert "could not be reached" in err.getvalue() and "1 figure" in out.getvalue()


def test_ingest_sends_nothing_protected(service: readers.Service, tmp_path: Any) -> None:
    file = tmp_path / "story.txt"
    file.write_text(WORDS)
    call_command("ingest", str(file), protected=True, stdout=io.StringIO())
    assert service.texts == [] and Document.objects.get().is_protected

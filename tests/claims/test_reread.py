"""A newer reader runs over what nobody touched, and over nothing else."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from claims import read_document
from claims.bring_in import bring_in
from claims.extraction import DocumentFacts, Extraction, read
from claims.models import Mention
from claims.reread import Rereading, reread
from claims.triage import accept, add_mention, dismiss
from claims.values import checked
from ledger.models import Entry
from reviewers.models import Reviewer
from sources.dates import NO_DATE
from sources.errors import NotAllowed
from sources.models import Document
from tests import cast

pytestmark = pytest.mark.django_db

WORDS = "More than 60 people were brought ashore. At least 14 people were hurt. About 30 people are missing."


@pytest.fixture
def document() -> Document:
    return bring_in(by=cast.person("contributor"), content=WORDS.encode(), how="paste").documents[0]


def newer(monkeypatch: pytest.MonkeyPatch, *, without: str = "", doubled: str = "") -> None:
    """Let the next reader find everything but `without`, and read `doubled` as twice as many."""

    def other(text: str, facts: DocumentFacts) -> Extraction:
        found = read(text, facts)
        figures = [
            replace(
                one, low=one.low * 2 if one.low and one.quote == doubled else one.low, reader="grammar 99"
            )
            for one in found.figures
            if one.quote != without
        ]
        figures = [replace(one, high=one.low) if one.comparator == "about" else one for one in figures]
        return replace(found, figures=tuple(figures))

    monkeypatch.setattr(read_document, "read", other)


def run() -> Rereading:
    return reread(by=Reviewer.objects.machine())


def one(quote: str) -> Mention:
    return Mention.objects.get(quote=quote)


def test_the_same_reader_changes_nothing(document: Document) -> None:
    before = Entry.objects.count()
    assert run() == Rereading(1, 0, 0, 0)
    assert Entry.objects.filter(act="claims.reread").count() == 0 and Entry.objects.count() <= before + 1


def test_a_newer_reading_replaces_an_untouched_one_once(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(monkeypatch, doubled="More than 60")
    assert run() == Rereading(1, 3, 0, 0)
    assert [each.low for each in one("More than 60").readings.all()] == [Decimal(60), Decimal(120)]
    assert run() == Rereading(1, 0, 0, 0)


def test_a_flag_alone_makes_the_next_reading(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def flags(text: str, facts: DocumentFacts) -> Extraction:
        found = read(text, facts)
        first, *others = found.figures
        return replace(found, figures=(replace(first, flags=("inconsistent",)), *others))

    monkeypatch.setattr(read_document, "read", flags)
    assert run() == Rereading(1, 1, 0, 0)
    assert one("More than 60").reading.flags == ["inconsistent"]
    assert run() == Rereading(1, 0, 0, 0)


def test_what_the_newer_reader_no_longer_finds_is_set_aside_and_can_come_back(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(monkeypatch, without="At least 14")
    assert run().n_gone == 1 and one("At least 14").state == "orphaned"
    newer(monkeypatch)
    run()
    assert one("At least 14").state == "proposed" and Mention.objects.count() == 3


def test_what_the_newer_reader_finds_besides_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    newer(monkeypatch, without="At least 14")
    bring_in(by=cast.person("contributor"), content=WORDS.encode(), how="paste")
    newer(monkeypatch)
    assert run() == Rereading(1, 0, 1, 0)
    assert one("At least 14").readings.get().low == 14


def add_by_hand(document: Document) -> None:
    add_mention(
        by=cast.person("contributor"), document=document, start=0, quote="More than 60 people", value=checked(low=60),
        as_of=NO_DATE, since=NO_DATE, counted="people", predicate="", kind="count", unit="", attribution=[],
    )  # fmt: skip


TOUCHES: list[Callable[[Mention], object]] = [
    lambda it: accept(by=cast.person("contributor"), mention=it, seen=it.token),
    lambda it: dismiss(by=cast.person("contributor"), mention=it, seen=it.token, reason="misread"),
]


@pytest.mark.parametrize("touch", TOUCHES, ids=["accepted", "dismissed"])
def test_what_a_person_touched_is_never_moved(
    document: Document, monkeypatch: pytest.MonkeyPatch, touch: Callable[[Mention], object]
) -> None:
    touch(one("More than 60"))
    state = one("More than 60").state
    newer(monkeypatch, without="More than 60")
    run()
    assert one("More than 60").state == state
    newer(monkeypatch, doubled="More than 60")
    run()
    assert one("More than 60").readings.count() == 1


def test_nothing_is_proposed_on_words_a_person_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_document, "read", lambda text, facts: replace(read(text, facts), figures=()))
    document = bring_in(by=cast.person("contributor"), content=WORDS.encode(), how="paste").documents[0]
    add_by_hand(document)
    monkeypatch.undo()
    assert run() == Rereading(1, 0, 2, 0)
    assert sorted(Mention.objects.values_list("quote", flat=True)) == [
        "About 30",
        "At least 14",
        "More than 60 people",
    ]


def test_withdrawn_documents_are_left_alone(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    Document.objects.update(state="withdrawn")
    newer(monkeypatch, doubled="More than 60")
    assert run().n_replaced == 0


def test_the_entry_commits_to_the_new_readings(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    newer(monkeypatch)
    run()
    entry = Entry.objects.get(act="claims.reread")
    assert entry.codes == {"n_replaced": 3, "n_added": 0, "n_gone": 0}
    assert f"row.reading:{one('More than 60').reading.pk}" in entry.commitments


def test_who_may_not_bring_in_may_not_have_things_read(document: Document) -> None:
    with pytest.raises(NotAllowed):
        reread(by=cast.person("auditor"))

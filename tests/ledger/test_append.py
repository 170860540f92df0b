"""One act, one entry: what an entry holds, and what it never holds."""

import threading
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection, transaction

from ledger import clock
from ledger.append import append, urn
from ledger.canonical import GENESIS, canonical, commitment, digest
from ledger.errors import LedgerError, NotCanonical
from ledger.models import Detail, Entry, Head
from ledger.records import columns, committed
from ledger.verify import verify
from reviewers.models import Reviewer
from tests import cast


@pytest.fixture
def ada(db: None) -> Reviewer:
    return cast.person("editor", "ada")


def write(by: Reviewer, **changes: object) -> Entry:
    with transaction.atomic():
        return append(**{"act": "claims.accept", "by": by, "subject": urn("figure", "1"), **changes})


def test_the_first_entry_follows_from_nothing_and_each_next_from_the_one_before(ada: Reviewer) -> None:
    first, second = write(ada), write(ada)
    assert (first.seq, first.prev) == (1, GENESIS)
    assert (second.seq, second.prev) == (2, first.hash)
    head = Head.objects.get()
    assert (head.seq, head.hash) == (2, second.hash)
    assert first.hash == digest(Entry.objects.get(seq=1).hashed())


@pytest.mark.django_db(transaction=True)
def test_an_entry_is_never_written_outside_the_transaction_of_its_act() -> None:
    with pytest.raises(LedgerError):
        append(act="x", by=cast.person(), subject="y")


def test_K07_the_order_comes_from_the_chain_and_not_from_the_clock(ada: Reviewer) -> None:
    with clock.held_at(datetime(2031, 5, 20, tzinfo=UTC)):
        write(ada)
    with clock.held_at(datetime(2030, 5, 20, tzinfo=UTC)):
        write(ada)
    assert list(Entry.objects.values_list("seq", flat=True)) == [1, 2] and verify() == []


def test_L09_an_act_that_fails_after_its_entry_leaves_neither(ada: Reviewer) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write(ada)
        raise ZeroDivisionError
    assert not Entry.objects.exists() and Head.objects.get().seq == 0
    assert write(ada).seq == 1 and verify() == []


@pytest.mark.parametrize(
    "words", [{"share": 0.1}, {"share": float("nan")}, {"name": "\ud800"}, {"what": object()}]
)
def test_L09_an_entry_that_fails_leaves_nothing_of_the_act(ada: Reviewer, words: dict[str, object]) -> None:
    with pytest.raises(NotCanonical), transaction.atomic():
        Reviewer.objects.filter(pk=ada.pk).update(name="Changed")
        append(act="x", by=ada, subject="y", words=words)
    ada.refresh_from_db()
    assert ada.name == "Ada" and not Entry.objects.exists()


HOSTILE = ["line\nbreak", "\x1b[2J", "\u2028\u2029", '"},{"seq":99', "x\r\nentry 7: forged", "ё\u0308", "🂡"]


@pytest.mark.parametrize("text", HOSTILE)
def test_L10_what_people_wrote_is_one_entry_whatever_it_holds(ada: Reviewer, text: str) -> None:
    entry = write(ada, words={"title": text}, subject=urn("document", text[:40]))
    assert Entry.objects.count() == 1 and verify() == []
    assert Detail.objects.get(entry=entry).words == {"title": text}


def test_L11_words_stand_in_the_detail_and_only_commitments_in_the_entry(ada: Reviewer) -> None:
    secret = "Vessel Kittiwake, +99 555 0101"
    entry = write(ada, words={"name": secret, "value": Decimal("60")})
    stored = canonical(Entry.objects.get().hashed()).decode()
    assert secret not in stored and f'"{ada.username}' not in stored and str(ada.uid) in stored
    salt = bytes(Detail.objects.get().salt)
    assert len(salt) == 32 and entry.commitments["words.name"] == commitment(salt, secret)


def test_L11_two_entries_of_the_same_words_share_no_commitment(ada: Reviewer) -> None:
    one, two = write(ada, words={"name": "x"}), write(ada, words={"name": "x"})
    assert one.commitments != two.commitments


DIFFERENT = [
    ({"a": "bc"}, {"ab": "c"}),
    (["a", "bc"], ["ab", "c"]),
    (1, "1"),
    (Decimal("1"), 1),
    (True, 1),
    ({"a": None}, {}),
    ("é", "e\u0301"),
    ("", None),
    ([], {}),
]
SAME = [
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (Decimal("1.50"), Decimal("1.5")),
    (Decimal("1E+2"), Decimal("100")),
    (Decimal("-0"), Decimal("0")),
    ((1, 2), [1, 2]),
    (UUID(int=5), str(UUID(int=5))),
    (datetime(2031, 1, 1, tzinfo=UTC), datetime.fromisoformat("2031-01-01T02:00:00+02:00")),
]


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_L08_different_meanings_have_different_hashes(one: object, two: object) -> None:
    assert digest(one) != digest(two)


@pytest.mark.parametrize(("one", "two"), SAME)
def test_L08_the_same_meaning_has_the_same_hash(one: object, two: object) -> None:
    assert digest(one) == digest(two)


def test_a_float_has_no_canonical_form() -> None:
    with pytest.raises(NotCanonical):
        canonical(1.0)


def test_a_row_just_made_and_the_same_row_read_again_have_the_same_columns(db: None) -> None:
    """The state was made with an integer and a date; the reading holds the reader's confidence, a float."""
    made = cast.figure(low=60)
    state = made.state
    state.low = 60  # type: ignore[assignment]
    state.as_of_earliest = "2031-05-17"  # type: ignore[assignment]
    reading = cast.mention().readings.get()
    for row in (state, reading):
        again = type(row).objects.get(pk=row.pk)
        assert canonical(columns(row)) == canonical(columns(again))
    assert columns(reading)["confidence"] == "0.9"
    assert set(committed(state)) == {f"figurestate:{state.pk}"}


@pytest.mark.django_db(transaction=True)
def test_L07_parallel_appends_make_one_chain_without_fork_gap_or_repeat() -> None:
    ada = cast.person("editor", "ada")
    n_threads, n_each = (8, 125) if connection.vendor == "postgresql" else (2, 20)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(n_each):
                write(ada, words={"n": 1})
        except BaseException as reason:  # noqa: BLE001 shown below, in the thread that asserts
            failures.append(reason)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(n_threads)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert list(Entry.objects.values_list("seq", flat=True)) == list(range(1, n_threads * n_each + 1))
    assert verify() == []

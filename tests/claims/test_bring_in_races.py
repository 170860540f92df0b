"""Two arrivals at one instant, and a desk that dies in the middle: whole or absent, never half."""

import hashlib
import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection

from claims.bring_in import Arrival, bring_in
from claims.models import Mention, Reading
from ledger.models import Entry
from ledger.verify import verify as verify_chain
from sources import store
from sources.models import Blob, Capture, Document, Provenance, Text
from tests import cast

STORY = (
    "They leave\n\nposted 18 May 2031 by Ansel Post\n\nMore than 60 people were brought ashore, they said."
)
ROUNDS = 20


class Died(BaseException):
    """The process ends here."""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "step",
    [
        "sources.capture.store.keep", "sources.capture.Capture.objects.create", "claims.bring_in.Text.objects.create",
        "claims.bring_in.Provenance.objects.bulk_create", "claims.bring_in.store",
        "claims.read_document.store_readings",
        "claims.bring_in.captures.enter", "claims.bring_in._enter",
    ],
)  # fmt: skip
def test_K01_bringing_in_is_whole_or_absent_wherever_it_ends(
    monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def die(*_: object, **__: object) -> None:
        raise Died

    by = cast.person("contributor")
    before = Entry.objects.count()
    with monkeypatch.context() as patch, pytest.raises(Died):
        patch.setattr(step, die)
        bring_in(by=by, content=STORY.encode(), how="paste")
    for model in (Blob, Capture, Text, Document, Provenance, Mention, Reading):
        assert not model.objects.exists()  # type: ignore[attr-defined]
    assert Entry.objects.count() == before
    assert len(bring_in(by=by, content=STORY.encode(), how="paste").documents) == 1  # and then it goes in


@pytest.mark.django_db
def test_K01_a_file_cut_off_while_it_was_written_does_not_pass_for_the_blob(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = b"bytes whose writing is cut off"
    blob = Blob(sha256=hashlib.sha256(content).hexdigest(), size=len(content))

    def die(*_: object) -> None:
        raise Died

    with monkeypatch.context() as patch, pytest.raises(Died):
        patch.setattr("os.fsync", die)
        store.keep(blob, content)
    assert not store.place(blob).exists()
    store.keep(blob, content)
    assert store.read_back(blob) == content


def at_once(*acts: Callable[[], Arrival]) -> list[Arrival]:
    """Run the acts in threads that start together; return what they made."""
    made: list[Arrival] = []
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], Arrival]) -> None:
        try:
            gate.wait()
            made.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return made


@pytest.mark.django_db(transaction=True)
def test_the_same_bytes_at_the_same_instant_become_one_document() -> None:
    people = [cast.person("contributor") for _ in range(3)]
    for n in range(ROUNDS):
        given = {"content": f"{STORY} Round {n}.".encode(), "how": "paste"}
        arrivals = at_once(*[partial(bring_in, by=by, **given) for by in people])
        assert len(arrivals) == 3
        assert sorted(arrival.already_here is None for arrival in arrivals) == [False, False, True]
        assert len({arrival.documents[0].pk for arrival in arrivals}) == 1
    assert (Blob.objects.count(), Document.objects.count(), Capture.objects.count()) == (
        ROUNDS,
        ROUNDS,
        3 * ROUNDS,
    )
    assert Text.objects.count() == ROUNDS and verify_chain() == []

"""Very long things stay within bounds, and pages show them in parts (catalogue W19)."""

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.bring_in import bring_in
from claims.models import Mention, Reading
from sources import limits
from summaries import body
from summaries.drafting import save_revision
from summaries.errors import BadBody
from summaries.models import Revision
from tests import cast
from tests.summaries.conftest import Desk, make_desk

pytestmark = pytest.mark.django_db
REVISIONS, FIGURES = 500, 2_000  # of the 5,000 asked for: the rest says no more


@pytest.fixture
def desk() -> Desk:
    return make_desk()


@pytest.fixture
def client(desk: Desk) -> Client:
    signed_in = Client()
    signed_in.force_login(desk.editor)
    return signed_in


def asked(client: Client, address: str) -> tuple[int, int, float]:
    """Return how many queries a page takes, how long it is (bytes), and how much of the processor (s)."""
    began = time.process_time()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(queries), len(answer.content), time.process_time() - began


def test_W19_five_hundred_revisions_cost_a_page_what_two_do(desk: Desk, client: Client) -> None:
    summary = desk.write()
    address = f"/desk/summaries/{summary.uid}/"
    few = asked(client, address)
    last = summary.revisions.get(n=2)
    Revision.objects.bulk_create(
        Revision(
            summary=summary, n=n, base_n=n - 1, headline=last.headline, body=last.body, sha256=last.sha256,
            by=desk.editor, at=cast.NOON,
        )
        for n in range(3, REVISIONS + 1)
    )  # fmt: skip
    many = asked(client, address)
    assert many[0] <= few[0] and many[1] < few[1] + 10_000 and many[2] < 5


@pytest.mark.parametrize("size", [600_000, 10_000_000])
def test_W19_a_body_that_is_too_long_is_refused_at_once(desk: Desk, client: Client, size: int) -> None:
    summary = desk.write()
    words = "<p>" + "ashore " * (size // 7) + "</p>"
    began = time.process_time()
    sent = {"seen": 2, "headline": "Ashore", "standfirst": "", "body": words}
    answer = client.post(f"/desk/summaries/{summary.uid}/save/", sent)
    assert answer.status_code in (413, 422) and time.process_time() - began < 10
    with pytest.raises(BadBody, match="Shorten"):
        save_revision(by=desk.editor, summary=summary, **{**sent, "seen": 2})  # type: ignore[arg-type]
    assert Revision.objects.count() == 2


def test_W19_a_text_full_of_figures_is_read_up_to_the_limit_and_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FIGURES_A_DOCUMENT", 50)
    words = "\n\n".join(f"On that day {n} people came ashore." for n in range(11, 75))
    arrival = bring_in(by=desk.editor, content=words.encode(), how="paste")
    assert arrival.n_mentions == 50 and any("50" in note for note in arrival.notes)


def test_W19_a_document_of_thousands_of_figures_is_shown_in_parts(desk: Desk, client: Client) -> None:
    sentence = "On 17 May 2031 they said that more than 60 people came ashore.\n\n"
    made = cast.document(sentence * FIGURES)
    few = asked(client, f"/desk/documents/{made.uid}/")
    at = sentence.index("more than 60")
    mentions = Mention.objects.bulk_create(
        Mention(text=made.text, document=made, start=start, end=start + 12, quote="more than 60")
        for start in range(at, FIGURES * len(sentence), len(sentence))
    )
    Reading.objects.bulk_create(
        Reading(
            mention=mention, n=1, reader="grammar 1", at=cast.NOON, comparator="more_than", low=60, counted="people",
            confidence=0.9, as_of_basis="none",
        )
        for mention in mentions
    )  # fmt: skip
    many = asked(client, f"/desk/documents/{made.uid}/?page=3")
    assert many[0] < few[0] + 10 and many[1] < 2_500_000 and many[2] < 15, many


def test_W19_a_text_of_as_many_figures_as_it_may_hold_is_shown_and_one_of_more_refused(
    desk: Desk, client: Client
) -> None:
    summary = desk.write(f"<p>Harbour Watch said {'; '.join([desk.node()] * body.FIGURES_MAX)} came.</p>")
    few = asked(client, f"/desk/summaries/{desk.write().uid}/")
    many = asked(client, f"/desk/summaries/{summary.uid}/")
    assert many[0] < few[0] + 10 and many[1] < 2_500_000 and many[2] < 15, many
    with pytest.raises(BadBody, match="at most 500 figures"):
        desk.save(summary, "<p>" + desk.node() * FIGURES + "</p>")

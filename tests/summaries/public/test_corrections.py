"""The page of corrections: decided ones and retractions, for good; never one that is only due."""

from typing import Any

from django.test import Client

from claims.models import Figure
from summaries import publish
from summaries.models import Correction, Summary
from summaries.public import corrections
from tests import cast
from tests.summaries.public import ground
from tests.summaries.public.ground import count, plain

PAGE = "/corrections/"


def test_an_empty_page_says_that_every_one_will_stay(db: None, client: Client) -> None:
    assert "None so far. Every one will stay here." in plain(client, PAGE)


def test_A13_a_correction_that_is_only_due_is_not_shown(desk: Any, client: Client) -> None:
    desk.publish()
    ground.dispute(desk.figure)
    assert Correction.objects.filter(state="due").exists()
    assert "None so far." in plain(client, PAGE)


def test_W16_a_decided_one_names_the_summary_the_reason_and_both_values(desk: Any, client: Client) -> None:
    ground.text(desk.figure, publisher=desk.party)
    summary = desk.publish()
    ground.dispute(desk.figure)
    ground.decide(summary, by=desk.editor, note='They "counted" <again>.')
    for page in (PAGE, "/"):
        words = plain(client, page)
        assert "Was: more than 60 people (as of 17 May 2031, attributed, 1 origin)" in words
        assert "Now: more than 60 people (as of 17 May 2031, disputed, 1 origin)" in words
        assert "Its status fell. They &quot;counted&quot; &lt;again&gt;." in words
        assert f'href="{ground.address(summary)}"' in client.get(page).content.decode()


def test_W16_a_retraction_stands_there_with_its_note_and_without_the_words(
    desk: Any, client: Client, held: Any
) -> None:
    summary = desk.publish()
    ground.dispute(desk.figure)
    ground.decide(summary, by=desk.editor, note="An older note.")
    held.forward(days=1)
    publish.retract(by=desk.publisher, summary=summary, reason="safety", note="It named too much.")
    words = plain(client, PAGE)
    assert (
        "21 May 2031 Retracted For somebody's safety. It named too much. A summary on Port Ansel"
        in words.replace("&#x27;", "'")
    )
    assert "Corrected, then retracted Its status fell." in words
    for taken_back in ("more than 60", "An older note.", "Ashore at"):
        assert taken_back not in words


def correct(summary: Summary, figure: Figure, n: int) -> None:
    """A decided correction, laid as a row: one figure has but one due at a time."""
    Correction.objects.create(
        summary=summary, figure=figure, from_version=summary.current_version, old=f"old {n}", new=f"new {n}",
        reason="revision", state="decided", due_at=cast.NOON, decided_at=cast.NOON, decided_by=cast.person("editor"),
    )  # fmt: skip


def test_it_costs_the_same_queries_with_one_and_with_twenty(desk: Any, client: Client) -> None:
    summary = desk.publish()
    correct(summary, desk.figure, 0)
    one = count(client, PAGE)
    for n in range(1, 20):
        correct(summary, desk.figure, n)
    assert count(client, PAGE) == one


def test_it_is_paged_the_newest_first(desk: Any, client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(corrections, "CORRECTIONS_A_PAGE", 2)
    summary = desk.publish()
    for n in range(3):
        correct(summary, desk.figure, n)
    assert "new 2" in plain(client, PAGE)
    assert "new 0" not in plain(client, PAGE)
    assert "new 0" in plain(client, f"{PAGE}?page=2")

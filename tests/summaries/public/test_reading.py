"""A summary at its address, its versions for good, and the list: what stands, what stood, what was taken back."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from claims.models import Figure
from reviewers.models import Reviewer
from summaries import drafting, publish
from summaries.models import Summary
from summaries.open_texts import TextLine
from summaries.public import reading
from summaries.public.voices import _one_each
from tests import cast
from tests.summaries.public import ground
from tests.summaries.public.ground import address, count, plain

UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FIGURES = "<p>Harbour Watch said that {} were brought ashore.</p>"

LINE = TextLine(
    figure_id=1, document_id=1, publisher="", publisher_id=None, title="", published="", published_edtf="",
    language="en",
    quote="9", address="", sha256="0",
)  # fmt: skip


@pytest.fixture
def summary(desk: Any) -> Summary:
    ground.text(desk.figure, publisher=desk.party)
    return desk.publish()


def test_a_number_is_printed_with_date_status_and_origins_in_text(summary: Summary, client: Client) -> None:
    said = "Harbour Watch said that more than 60 people (as of 17 May 2031, attributed, 1 origin) were brought ashore."
    assert said in plain(client, address(summary))


def test_a_number_leads_to_its_figure(desk: Any, summary: Summary, client: Client) -> None:
    html = client.get(address(summary)).content.decode()
    assert f'<a class="chip-number" href="/figures/{desk.figure.uid}/">more than 60 people</a>' in html


def test_it_says_what_was_counted_on_whose_word_and_through_which_texts(
    summary: Summary, client: Client
) -> None:
    words = plain(client, address(summary))
    assert "People brought ashore, counted from 1 April 2031." in words
    assert "Harbour Watch, for every figure here." in words
    assert "origin of 1 figure here, through 1 text" in words
    assert "Brought ashore at Port Ansel, Harbour Watch, 18 May 2031: more than 60" in words


def test_a_status_that_changed_is_said_beside_the_words_at_once(
    desk: Any, summary: Summary, client: Client, held: Any
) -> None:
    before = client.get(address(summary)).headers["ETag"]
    held.forward(days=3)
    ground.dispute(desk.figure)
    answer = client.get(address(summary), headers={"If-None-Match": before})
    assert answer.status_code == 200
    said = "more than 60 people (as of 17 May 2031, now disputed since 23 May 2031, was attributed, 1 origin)"
    assert said in plain(client, address(summary))


def test_a_figure_that_fell_says_since_when_it_is_not_signed(
    desk: Any, summary: Summary, client: Client, held: Any
) -> None:
    held.forward(days=3)
    ground.restate(desk.figure, 70)
    words = plain(client, address(summary))
    assert (
        "more than 60 people (as of 17 May 2031, not signed since 23 May 2031; was attributed, 1 origin)"
        in words
    )
    assert "70" not in words


def test_a_number_signed_anew_stands_beside_the_printed_one(
    desk: Any, summary: Summary, client: Client
) -> None:
    ground.restate(desk.figure, 70)
    ground.set_status(desk.figure, "attributed", cast.person("reviewer"))
    words = plain(client, address(summary))
    assert (
        "more than 60 people (as of 17 May 2031, attributed, 1 origin) [now: more than 70 people (as of"
        in words
    )


def test_a_version_keeps_its_labels_and_notes_what_stands_now(
    desk: Any, summary: Summary, client: Client
) -> None:
    ground.dispute(desk.figure)
    words = plain(client, address(summary, 1))
    assert (
        "Harbour Watch said that more than 60 people (as of 17 May 2031, attributed, 1 origin) were" in words
    )
    assert "They stand now as: more than 60 people · as of 17 May 2031 · Disputed · 1 origin" in words


def test_an_earlier_version_says_that_another_is_in_print(
    desk: Any, summary: Summary, client: Client
) -> None:
    desk.save(summary, desk.sentence() + "<p>A word more.</p>")
    desk.publish(summary)
    assert "A word more." not in plain(client, address(summary, 1))
    assert "Read version 2, which is in print" in plain(client, address(summary, 1))
    assert "Version 2, as it was published" in plain(client, address(summary, 2))
    assert "earlier ones stay where they were: 1" in plain(client, address(summary))


def test_a_version_that_never_was_is_not_there(summary: Summary, client: Client) -> None:
    assert [client.get(address(summary, n)).status_code for n in (2, 2**31, 10**30)] == [404, 404, 404]


def test_W16_a_decided_correction_stands_on_the_page_beside_what_was_printed(
    desk: Any, summary: Summary, client: Client
) -> None:
    ground.dispute(desk.figure)
    assert "None so far." in plain(client, address(summary))
    ground.decide(summary, by=desk.editor, note="The Watch counted again.")
    words = plain(client, address(summary))
    assert "Was: more than 60 people (as of 17 May 2031, attributed, 1 origin)" in words
    assert "Now: more than 60 people (as of 17 May 2031, disputed, 1 origin)" in words
    assert "Its status fell. The Watch counted again." in words


def test_W16_a_retracted_summary_leaves_a_notice_at_its_address_and_no_words(
    desk: Any, summary: Summary, client: Client
) -> None:
    publish.retract(by=desk.publisher, summary=summary, reason="safety", note="It named too much.")
    answer = client.get(address(summary))
    assert answer.status_code == 200
    assert "It named too much." in answer.content.decode()
    assert "brought ashore" not in answer.content.decode()
    assert summary.slug not in client.get(reverse("summaries:list")).content.decode()


def test_W16_no_version_of_a_retracted_summary_can_be_read(
    desk: Any, summary: Summary, client: Client
) -> None:
    publish.retract(by=desk.publisher, summary=summary, reason="safety", note="It named too much.")
    first, notice = client.get(address(summary, 1)), client.get(address(summary, 2))
    assert (first.status_code, notice.status_code) == (410, 200)
    for answer in (first, notice):
        assert "It named too much." in answer.content.decode()
        assert "brought ashore" not in answer.content.decode()


def test_A13_a_summary_not_published_is_as_one_that_never_was(desk: Any, client: Client) -> None:
    draft = desk.write()
    desk.approve(draft)
    hidden, never = client.get(address(draft)), client.get("/summaries/never-was/")
    assert (hidden.status_code, never.status_code) == (404, 404)
    assert hidden.content == never.content
    assert client.get(address(draft, 1)).status_code == 404
    for page in ("home", "list", "measures", "corrections"):
        assert draft.slug not in client.get(reverse(f"summaries:{page}")).content.decode()
        assert "Port Ansel" not in client.get(reverse(f"summaries:{page}")).content.decode()


def test_A13_a_newer_draft_of_a_published_summary_is_not_shown(
    desk: Any, summary: Summary, client: Client
) -> None:
    before = client.get(address(summary)).content
    desk.save(summary, desk.sentence() + "<p>Not for readers yet.</p>", headline="Another headline")
    assert client.get(address(summary)).content == before


def test_E06_quotation_marks_in_a_headline_cannot_leave_the_description(desk: Any, client: Client) -> None:
    text = """Say "so" &amp; 'thus'"""
    summary = desk.write(headline=f"{text} <b onclick=x>bold</b>")
    desk.save(summary, desk.sentence(), standfirst=f'{text}"><script>alert(1)</script> &lt;script&gt;')
    desk.publish(summary)
    html = client.get(address(summary)).content.decode()
    assert 'content="Say &quot;so&quot; &amp; &#x27;thus&#x27;&quot;&gt; &lt;script&gt;"' in html
    assert "<script" not in html
    assert "onclick" not in html


def test_E08_the_source_of_a_page_names_no_person_id_or_note_of_the_desk(desk: Any, client: Client) -> None:
    ground.text(desk.figure, publisher=desk.party)
    summary = desk.publish()
    ground.restate(desk.figure, 70)
    pages = [
        address(summary),
        address(summary, 1),
        f"/figures/{desk.figure.uid}/",
        "/",
        "/measures/people-brought-ashore/",
    ]
    people = [
        word for person in Reviewer.objects.all() for word in (person.username, person.name, str(person.uid))
    ]
    held_back = [
        *people,
        "Secret reason of the desk",
        "Read in the capture",
        str(desk.figure.current_state.measure.uid),
    ]
    for page in pages:
        html = client.get(page).content.decode()
        assert [word for word in held_back if word in html] == [], page
        without_public_names = UID.sub("UID", html).replace("/versions/1", "")
        assert not re.search(r'\b(?:id|href|data-\w+)="[^"]*?[/-]\d+/?"', without_public_names), page


def test_the_approver_is_named_where_a_public_name_was_chosen(desk: Any, client: Client) -> None:
    Reviewer.objects.filter(pk=desk.publisher.pk).update(public_name="Ada Marlow")
    assert "Approved by Ada Marlow." in plain(client, address(desk.publish()))


def test_a_number_in_a_headline_has_its_label_beneath(desk: Any, client: Client) -> None:
    ground.text(desk.figure, publisher=desk.party)
    summary = desk.write(headline=f"Harbour Watch speaks of {desk.node()} ashore")
    desk.publish(summary)
    line = "more than 60 people · as of 17 May 2031 · Attributed · 1 origin"
    for page in (address(summary), address(summary, 1), "/", "/summaries/"):
        assert f"Harbour Watch speaks of more than 60 people ashore {line}" in plain(client, page)
    for page in (address(summary), address(summary, 1)):
        title = html.fromstring(client.get(page).content).findtext("head/title") or ""
        assert "ashore (more than 60 people: as of 17 May 2031, attributed, 1 origin)" in title


def test_a_translation_in_print_is_named_and_a_draft_of_one_is_not(
    desk: Any, summary: Summary, client: Client
) -> None:
    other = desk.write(headline="Po russki", language="ru", translation_of=summary)
    assert "Also in" not in plain(client, address(summary))
    Summary.objects.filter(pk=other.pk).update(current_version=None)
    third = drafting.create_summary(
        by=desk.editor, topic=desk.topic, headline="In English again", translation_of=summary
    )
    desk.save(third, desk.sentence())
    desk.publish(third)
    assert f'hreflang="en" href="{address(third)}"' in client.get(address(summary)).content.decode()


def test_the_list_is_paged_the_newest_first(
    desk: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SUMMARIES_A_PAGE", 2)
    for letter in "abc":
        desk.publish(desk.write(headline=f"Word {letter}"))
    first, second = plain(client, "/summaries/"), plain(client, "/summaries/?page=2")
    assert "Word c" in first
    assert "Word a " not in first
    assert "Word a " in second
    assert client.get("/summaries/?page=x").status_code == 200


def test_the_list_costs_the_same_queries_with_one_summary_and_with_twenty(desk: Any, client: Client) -> None:
    desk.publish(desk.write(headline="Word one"))
    one = count(client, "/summaries/"), count(client, "/")
    for n in range(19):
        desk.publish(desk.write(headline=f"Word {n:b}".replace("0", "o").replace("1", "i")))
    assert (count(client, "/summaries/"), count(client, "/")) == one


def test_a_summary_costs_the_same_queries_with_one_figure_and_with_twenty(desk: Any, client: Client) -> None:
    def published(figures: list[Figure], headline: str) -> str:
        for figure in figures:
            ground.text(figure, publisher=desk.party, words=f"{uuid4()} more than 60 people.")
        html = "".join(FIGURES.format(desk.node(figure)) for figure in figures)
        return address(desk.publish(desk.write(html, headline=headline)))

    few = published([desk.figure], "Few")
    more = [cast.signed(cast.figure(desk.figure.state.measure, originator=desk.party)) for _ in range(20)]
    many = published(more, "Many")
    assert count(client, many) == count(client, few)
    assert count(client, f"{many}versions/1/") == count(client, f"{few}versions/1/")


def test_a_text_that_says_two_numbers_shows_both() -> None:
    lines = [replace(LINE, quote="12"), replace(LINE, quote="more than 60"), replace(LINE, document_id=2)]
    first, second = _one_each(lines)
    assert (first.quote, first.also, second.also) == ("12", ("more than 60",), ())

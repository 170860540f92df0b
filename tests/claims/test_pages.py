"""The pages of documents, measures, figures and findings: what they show, do, refuse, and cost."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.filing import file_mention
from claims.findings.recompute import recompute
from claims.models import Figure, Finding, Mention, Reading, ReadingDateCandidate
from claims.reading import add_reading, words_of
from claims.restate import restate
from claims.values import checked
from claims.views.panel import reading_in_words
from sources.dates import dated
from sources.models import Document, Provenance, Source
from tests import cast
from tests.claims import filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    return signed_in(client, "editor")


def signed_in(client: Client, role: str | None) -> Client:
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(client: Client, name: str, *args: Any, status: int = 200, **query: str) -> str:
    answer = client.get(reverse(f"claims:{name}", args=args), query)
    assert answer.status_code == status
    return answer.content.decode()


def send(client: Client, name: str, uid: Any, *, status: int = 302, **form: Any) -> str:
    answer = client.post(reverse(f"claims:{name}", args=[uid]), form)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode() if status != 302 else answer["Location"]


def reading(mention: Mention, **changes: Any) -> dict[str, Any]:
    """The fields of the correcting form as the page shows them."""
    said = mention.reading
    low = said.low if said.low is not None else said.high
    return {
        "seen": mention.token, "value_state": said.value_state, "comparator": said.comparator, "low": str(low),
        "high": "", "counted": said.counted, "predicate": said.predicate, "as_of": said.as_of_edtf, "since": "",
        "kind": said.kind, "unit": "", "attribution": "\n".join(one.words for one in said.attributions.all()),
        **changes,
    }  # fmt: skip


# --- the reader -------------------------------------------------------------------------------------


def test_the_reader_marks_the_figures_in_their_place(editor: Client) -> None:
    mention = cast.mention()
    text = page(editor, "document", mention.document.uid)
    assert f'id="m-{mention.uid}"' in text
    assert f'<span data-start="{mention.start}">more than 60</span>' in text
    assert "No figure chosen" in text and "1 waits to be sorted" in text


def test_the_words_of_a_document_are_shown_as_they_stand_and_never_run(editor: Client) -> None:
    words = "<script>alert(1)</script> said more than 60 people {{ 7 }} &amp; left."
    text = page(editor, "document", cast.mention(cast.document(words)).document.uid)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; said " in text
    assert "{{ 7 }} &amp;amp; left." in text


def test_overlapping_and_nested_mentions_are_drawn_without_a_link_in_a_link(editor: Client) -> None:
    document = cast.document("About 60 of 100 people left.")
    for quote in ("60 of 100", "60", "of 100 people"):
        cast.mention(document, quote)
    text = page(editor, "document", document.uid)
    body = text[text.index("<article") : text.index("</article>")]
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", body)
    runs = re.findall(r'data-start="\d+">([^<]*)<', body)
    assert "".join(runs) == document.body


def test_the_panel_says_what_the_chosen_mention_reads(editor: Client) -> None:
    mention = cast.mention()
    text = page(editor, "document", mention.document.uid, mention=str(mention.uid))
    assert "more than 60 people</h2>" in text
    assert "Mention 1 of 1" in text and "Harbour Watch" in text and "17 May 2031" in text
    assert 'aria-current="true"' in text


def test_the_readings_the_reader_is_least_sure_of_come_first(editor: Client) -> None:
    document = cast.document("Nine were held. More than 60 people left, and 12 came back.")
    mentions = {
        words: cast.mention(document, words, sure=sure)
        for words, sure in (("Nine", 0.85), ("More than 60", 0.97), ("12", 0.62))
    }
    panel = page(editor, "document", document.uid).split("Look at these first")[1].split("</section>")[0]
    places = {words: panel.find(str(mention.uid)) for words, mention in mentions.items()}
    assert 0 < places["12"] < places["Nine"]
    assert places["More than 60"] == -1


def first_looks(client: Client, document: Document) -> str:
    return page(client, "document", document.uid).split("Look at these first")[1].split("</section>")[0]


def test_a_number_that_may_not_be_what_it_seems_comes_before_a_doubtful_one(editor: Client) -> None:
    document = cast.document(
        "Nine were held. More than 1\u200b000 people left, and 1.234 came back; 30 stayed."
    )
    cast.mention(document, "Nine", sure=0.2)
    cast.mention(document, "1\u200b000", sure=0.97, flags=["hidden_characters"])
    cast.mention(document, "1.234", sure=0.95, flags=["ambiguous_separator"])
    cast.mention(document, "30", sure=0.97)
    looks = first_looks(editor, document)
    quotes = re.findall(r'<span class="words" dir="auto">([^<]*)<', looks)
    assert quotes == ["1\u200b000", "Nine", "1.234"]
    assert "nobody sees stand inside the number" in looks and "begin decimals" in looks


def test_the_panel_tells_what_is_flagged_and_who_found_it(editor: Client) -> None:
    document = cast.document("A trio came back.")
    mention = cast.mention(document, "A trio", low=3, comparator="exact", flags=["second_reader"], sure=0.3)
    text = page(editor, "document", document.uid, mention=str(mention.uid))
    assert "Proposed by a second reader, grammar 1; nobody has sorted it yet." in text
    assert '<th scope="col">a second reader, grammar 1</th>' in text
    assert "Found by a second reader alone" in text.split("reading-flags")[1]


def test_a_correction_keeps_what_was_flagged_of_the_words(editor: Client) -> None:
    mention = cast.mention(flags=["direction_controls"])
    assert "<li>The direction of the text" in page(
        editor, "document", mention.document.uid, mention=mention.uid
    )
    send(editor, "correct-mention", mention.uid, **reading(mention, low="61"))
    text = page(editor, "document", mention.document.uid, mention=str(mention.uid))
    assert text.count("<li>The direction of the text") == 1


def test_a_unit_is_not_followed_by_its_own_noun() -> None:
    fare = Reading(kind=Reading.Kind.MONEY, low=3, high=3, comparator="exact", counted="crowns", unit="crown")
    assert reading_in_words(fare) == "3 crown"


def test_a_document_says_how_many_of_its_mentions_are_filed(editor: Client) -> None:
    mention = cast.mention()
    assert "<strong>1 mention</strong>. 1 waits to be sorted" in page(
        editor, "document", mention.document.uid
    )
    file_mention(by=cast.person(), mention=mention, seen=mention.token, measure=cast.measure())
    assert "<strong>1 mention</strong> of 1 figure." in page(editor, "document", mention.document.uid)


def test_a_document_nobody_may_know_of_is_not_found(client: Client) -> None:
    hidden = cast.mention(cast.document(is_protected=True))
    contributor = signed_in(client, "contributor")
    page(contributor, "document", hidden.document.uid, status=404)
    for name in (
        "accept-mention",
        "dismiss-mention",
        "correct-mention",
        "file-mention",
        "unfile-mention",
        "reopen-mention",
    ):
        send(contributor, name, hidden.uid, status=404)
    send(contributor, "add-mention", hidden.document.uid, status=404)


def test_a_protected_party_of_the_chain_goes_by_its_label(client: Client) -> None:
    mention = cast.mention()
    party = cast.source("Ada Quill", kind="person", is_protected=True, public_label="a port worker")
    Provenance.objects.create(document=mention.document, position=0, role="said", source=party)
    text = page(signed_in(client, "contributor"), "document", mention.document.uid)
    assert "a port worker" in text and "Quill" not in text


def test_who_only_looks_gets_no_forms(client: Client) -> None:
    mention = cast.mention()
    text = page(signed_in(client, "auditor"), "document", mention.document.uid, mention=str(mention.uid))
    assert "Accept the reading" not in text and "data-selection-form" not in text
    send(client, "accept-mention", mention.uid, status=403, seen=mention.token)


def test_a_withdrawn_document_is_read_but_not_sorted(editor: Client) -> None:
    mention = cast.mention()
    Document.objects.update(state="withdrawn")
    text = page(editor, "document", mention.document.uid, mention=str(mention.uid))
    assert "was withdrawn" in text and "Accept the reading" not in text


def test_a_long_document_is_shown_in_parts_and_opens_at_its_mention(editor: Client) -> None:
    document = cast.document("A line of the report.\n" * 6000 + "More than 60 people left.")
    mention = cast.mention(document, "More than 60")
    assert "More than 60" not in page(editor, "document", document.uid)
    text = page(editor, "document", document.uid, mention=str(mention.uid))
    assert f'id="m-{mention.uid}"' in text


def test_an_empty_document_says_so(editor: Client) -> None:
    assert "holds no words" in page(editor, "document", cast.document("").uid)


# --- sorting ----------------------------------------------------------------------------------------


def test_a_mention_is_accepted_filed_and_taken_back_by_forms_alone(editor: Client) -> None:
    mention, measure = cast.mention(), cast.measure("Crews")
    send(editor, "accept-mention", mention.uid, seen=mention.token)
    mention = Mention.objects.get()
    send(editor, "file-mention", mention.uid, seen=mention.token, place="measure", measure=measure.slug)
    mention = Mention.objects.get()
    assert mention.figure is not None and mention.figure.state.measure == measure
    text = page(editor, "document", mention.document.uid, mention=str(mention.uid))
    assert "Crews" in text and "Take it out of its figure" in text
    send(editor, "unfile-mention", mention.uid, seen=mention.token)
    mention = Mention.objects.get()
    send(editor, "reopen-mention", mention.uid, seen=mention.token)
    assert Mention.objects.get().state == "proposed"


def test_a_stale_form_is_answered_409_with_both_versions(editor: Client) -> None:
    mention = cast.mention()
    send(editor, "accept-mention", mention.uid, seen=mention.token)
    text = send(editor, "dismiss-mention", mention.uid, seen=mention.token, reason="date", status=409)
    assert "proposed" in text and "accepted" in text


def test_a_correction_is_typed_and_a_wrong_one_comes_back_with_its_words(editor: Client) -> None:
    mention = cast.mention()
    text = send(
        editor, "correct-mention", mention.uid, status=422, **reading(mention, low="sixty", counted="sailors")
    )
    assert "is not a number" in text and 'value="sailors"' in text and 'value="sixty"' in text
    text = send(editor, "correct-mention", mention.uid, status=422, **reading(mention, as_of="03/04/2031"))
    assert "in more than one way" in text
    text = send(editor, "correct-mention", mention.uid, status=422, **reading(mention))
    assert "Nothing was changed" in text
    send(
        editor, "correct-mention", mention.uid, **reading(mention, comparator="between", low="60", high="70")
    )
    assert Mention.objects.get().reading.value == checked(comparator="between", low=60, high=70)


def test_a_date_left_alone_keeps_its_basis(editor: Client) -> None:
    mention = cast.mention()
    that_day = dated("2031-05-16", basis="context", phrase="the day before")
    add_reading(mention, replace(words_of(mention.reading), as_of=that_day), by=cast.person())
    send(editor, "correct-mention", mention.uid, **reading(mention, counted="men"))
    said = Mention.objects.get().reading
    assert (said.as_of_basis, said.as_of_phrase, said.counted) == ("context", "the day before", "men")


def test_dismissing_leads_on_to_the_next_proposal(editor: Client) -> None:
    document = cast.document("First 5 people, then 6 people.")
    first, second = cast.mention(document, "5"), cast.mention(document, "6")
    assert str(second.uid) in send(editor, "dismiss-mention", first.uid, seen=first.token, reason="ordinal")
    send(editor, "dismiss-mention", second.uid, seen=second.token, reason="bad", status=422)


def test_open_years_are_offered_and_struck_ones_say_why(editor: Client) -> None:
    mention = cast.mention()
    said = mention.reading
    ReadingDateCandidate.objects.create(reading=said, edtf="2031-06-27")
    ReadingDateCandidate.objects.create(
        reading=said, edtf="2030-06-27", state="struck", reason="It would fall."
    )
    text = page(editor, "document", mention.document.uid, mention=str(mention.uid), as_of="2031-06-27")
    assert "Take this one" in text and "It would fall." in text
    assert 'name="as_of" value="2031-06-27"' in text


def test_an_originator_is_named_or_made_on_the_way(editor: Client) -> None:
    mention, measure = cast.mention(), cast.measure("Crews")
    form = {"seen": mention.token, "place": "measure", "measure": measure.slug, "originator": "Port Office"}
    text = send(editor, "file-mention", mention.uid, status=422, **form)
    assert "Nobody here goes by the name" in text and 'value="Port Office"' in text
    send(editor, "file-mention", mention.uid, **form, new_party="official")
    assert Figure.objects.get().state.originator == Source.objects.get(name="Port Office")


def test_filing_nowhere_or_under_a_figure_of_another_voice_is_refused_on_the_form(editor: Client) -> None:
    mention = cast.mention()
    assert "Choose the measure" in send(
        editor, "file-mention", mention.uid, seen=mention.token, place="measure", status=422
    )
    cast.source()
    figure = filed.figure(cast.measure(), 60, comparator="more_than", originator=cast.source("Port Office"))
    text = send(
        editor, "file-mention", mention.uid, seen=mention.token, place="figure", figure=figure.uid, status=422
    )
    assert "another voice" in text


def test_a_proposal_is_filed_with_one_press(editor: Client) -> None:
    cast.source()
    mention, measure = cast.mention(), cast.measure("People brought ashore")
    text = page(editor, "document", mention.document.uid, mention=str(mention.uid))
    assert f'value="measure:{measure.slug}"' in text and "The words" in text
    send(editor, "file-mention", mention.uid, seen=mention.token, place=f"measure:{measure.slug}")
    assert not Figure.objects.get().hands.exists()


# --- adding what was missed ---------------------------------------------------------------------------

MISSED = {
    "value_state": "known", "comparator": "exact", "low": "17", "counted": "boats", "kind": "count", "attribution": "",
}  # fmt: skip


def test_a_missed_figure_is_added_by_typing_its_words(editor: Client) -> None:
    document = cast.document("It was said that 17 boats came, and 17 crews.")
    text = send(editor, "add-mention", document.uid, status=422, quote="17", **MISSED)
    assert "stands 2 times" in text and 'value="17"' in text
    assert "does not stand" in send(editor, "add-mention", document.uid, status=422, quote="18", **MISSED)
    send(editor, "add-mention", document.uid, quote="17 boats", **MISSED)
    assert Mention.objects.get().start == document.text.text.index("17 boats")


def test_a_selection_says_which_of_several_places_is_meant(editor: Client) -> None:
    document = cast.document("It was said that 17 boats came, and 17 crews.")
    start = document.text.text.rindex("17")
    send(editor, "add-mention", document.uid, quote="17", start=start, **MISSED)
    assert Mention.objects.get().start == start


# --- figures --------------------------------------------------------------------------------------------


def restated(figure: Figure, **changes: Any) -> dict[str, Any]:
    state = figure.state
    return {
        "seen": state.n, "value_state": "known", "comparator": state.comparator, "low": str(state.low), "high": "",
        "as_of": state.as_of_edtf, "since": "", "measure": state.measure.slug, "counted": state.counted,
        "predicate": state.predicate, "originator": state.originator.printed_name if state.originator else "",
        "reason": "Misread.", **changes,
    }  # fmt: skip


def test_a_figure_is_restated_and_goes_back_by_forms(editor: Client) -> None:
    party = cast.source("Ada Quill", kind="person", is_protected=True, public_label="a port worker")
    figure = filed.figure(cast.measure(), 60, originator=party)
    send(editor, "restate", figure.uid, **restated(figure, low="61"))
    figure.refresh_from_db()
    assert (figure.state.value, figure.state.originator) == (checked(low=61), party)
    text = page(editor, "restate", figure.uid)
    assert "Saved as a new state." in text and "Go back to this" in text
    send(editor, "revert", figure.uid, to_n=1, seen=2, reason="It was right.")
    figure.refresh_from_db()
    assert figure.state.value == checked(low=60)
    assert "why the figure goes back" in send(
        editor, "revert", figure.uid, to_n=2, seen=3, reason="", status=422
    )


def test_a_stale_or_wrong_restatement_is_refused(editor: Client) -> None:
    figure = filed.figure(cast.measure(), 60)
    text = send(
        editor, "restate", figure.uid, status=422, **restated(figure, originator="Nobody", reason="So.")
    )
    assert "Nobody here goes by the name" in text and 'value="So."' in text
    restate(by=cast.person(), figure=figure, seen=1, value=checked(low=62), reason="Misread.")
    text = send(editor, "restate", figure.uid, status=409, **restated(figure, seen=1, low="61"))
    assert "60 people" in text and "62 people" in text


def test_a_hidden_figure_and_a_hidden_finding_are_not_found(client: Client) -> None:
    measure = cast.measure()
    hidden = cast.document("It was said that exact 50 50 people left.", is_protected=True)
    filed.figure(measure, 60, as_of="2031-05-01")
    figure = filed.figure(measure, 50, as_of="2031-05-10", document=hidden)
    recompute([measure])
    contributor = signed_in(client, "contributor")
    page(contributor, "restate", figure.uid, status=404)
    page(contributor, "close-finding", Finding.objects.get().uid, status=404)
    assert "Nothing to explain" in page(contributor, "findings")


# --- what they cost ---------------------------------------------------------------------------------------


def cost(client: Client, url: str) -> int:
    client.get(url)  # what is read once per process
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_document_costs_as_much_with_twenty_mentions_as_with_one(editor: Client) -> None:
    words = " ".join(f"Then {n} people came." for n in range(100, 121))
    document, measure = cast.document(words), cast.measure()
    url = reverse("claims:document", args=[document.uid])
    costs = []
    for numbers in (range(100, 101), range(101, 121)):
        for n in numbers:
            lead = cast.mention(document, str(n), low=n, high=n, comparator="exact", state="accepted")
            lead.figure = cast.figure(measure, low=n, high=n, comparator="exact", lead=lead)
            lead.save()
        costs.append(cost(editor, url))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("name", ["measures", "measure", "findings"])
def test_a_listing_costs_as_much_with_twenty_rows_as_with_one(editor: Client, name: str) -> None:
    first = cast.measure("Measure 0", kind="stock")
    costs = []
    for days in (range(1, 2), range(2, 22)):
        for n in days:
            own = first if name == "measure" else cast.measure(f"Measure {n}", kind="stock")
            for low in (60, 50):
                filed.figure(own, low, as_of=f"2031-05-{n:02d}", originator=cast.source(f"Party {n}.{low}"))
            recompute([own])
        costs.append(cost(editor, reverse(f"claims:{name}", args=[first.slug] if name == "measure" else [])))
    assert costs[0] == costs[1]


def test_A01_a_nul_in_any_field_is_refused_and_never_an_error_of_ours(editor: Client) -> None:
    mention, measure = cast.mention(), cast.measure()
    figure = filed.figure(measure, 60)
    for name, uid, form in (
        ("file-mention", mention.uid, {"place": "measure", "measure": "\0", "seen": mention.token}),
        ("file-mention", mention.uid, {"place": "figure", "figure": "\0", "seen": mention.token}),
        ("file-mention", mention.uid, {"place": "\0", "originator": "\0", "seen": "\0"}),
        ("correct-mention", mention.uid, reading(mention, counted="a\0b")),
        ("dismiss-mention", mention.uid, {"reason": "\0", "seen": mention.token}),
        ("add-mention", mention.document.uid, {**MISSED, "quote": "a\0b"}),
        ("restate", figure.uid, restated(figure, measure="\0")),
        ("relate-measures", measure.slug, {"kind": "part_of", "other": "\0"}),
        ("word-measure", measure.slug, {"language": "en", "title": "a\0b", "definition": "c"}),
    ):
        send(editor, name, uid, status=422, **form)
    send(editor, "accept-mention", mention.uid, status=409, seen="\0")
    page(editor, "document", mention.document.uid, mention="\0", page="\0", measure="\0", as_of="\0")
    page(editor, "measure", measure.slug, language="\0", page="\0")


def test_nothing_is_decided_by_following_a_link(editor: Client) -> None:
    mention = cast.mention()
    for name in (
        "accept-mention",
        "correct-mention",
        "dismiss-mention",
        "file-mention",
        "unfile-mention",
        "reopen-mention",
    ):
        assert editor.get(reverse(f"claims:{name}", args=[mention.uid])).status_code == 405

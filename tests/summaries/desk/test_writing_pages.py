"""The writing pages: by role, without script, nothing typed is lost."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Figure
from summaries.models import Approval, Change, Correction, Revision, Summary, Version
from summaries.publish import retract
from tests import cast
from tests.summaries.conftest import Desk, make_desk
from tests.summaries.test_publishing import fall


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()


def to(name: str, summary: Summary, **query: str) -> str:
    return reverse(f"summaries:{name}", args=[summary.uid], query=query)


def texts(summary: Summary, **changes: Any) -> dict[str, Any]:
    """What the form of the writing page sends."""
    summary.refresh_from_db()
    revision = summary.current_revision
    assert revision is not None
    return {
        "seen": revision.n,
        "headline": revision.headline,
        "standfirst": "",
        "body": revision.body,
        **changes,
    }


def test_a_stranger_is_sent_to_sign_in_and_a_person_without_a_role_finds_nothing(
    client: Client, desk: Desk
) -> None:
    summary = desk.write()
    assert client.get(to("desk-summary", summary)).status_code == 302
    client.force_login(cast.person(None))
    for path in (
        to("desk-summary", summary),
        reverse("summaries:desk-summaries"),
        reverse("summaries:desk-corrections"),
    ):
        assert client.get(path).status_code == 404


def test_of_a_retracted_text_nothing_is_marked_as_no_stops_are_listed(client: Client, desk: Desk) -> None:
    summary = desk.publish(desk.write(desk.sentence()))
    fall(desk)
    client.force_login(desk.publisher)
    assert 'href="#stop-1"' in client.get(to("desk-summary", summary)).content.decode()
    retract(by=desk.publisher, summary=summary, reason="our_error", note="It was not so.")
    text = client.get(to("desk-summary", summary)).content.decode()
    assert "The text as it was left" in text and "#stop-" not in text


@pytest.mark.parametrize("role", ["contributor", "reviewer", "publisher", "auditor", "administrator"])
def test_others_read_the_text_and_have_no_editor(client: Client, desk: Desk, role: str) -> None:
    summary = desk.write()
    client.force_login(cast.person(role))
    page = client.get(to("desk-summary", summary))
    assert page.status_code == 200
    assert (
        b"more than 60 people" in page.content and b"<textarea" not in page.content.split(b'id="changes')[0]
    )
    assert client.post(to("save-summary", summary), texts(summary)).status_code == 403
    assert client.get(to("not-a-figure", summary)).status_code == 403
    assert client.get(reverse("summaries:new-summary")).status_code == 403


def test_a_topic_is_chosen_by_its_address_and_not_by_its_key(client: Client, desk: Desk) -> None:
    client.force_login(desk.editor)
    page = client.get(reverse("summaries:new-summary")).content.decode()
    assert f'<option value="{desk.topic.slug}"' in page and f'value="{desk.topic.pk}"' not in page


def test_an_editor_begins_writes_and_saves(client: Client, desk: Desk) -> None:
    client.force_login(desk.editor)
    made = client.post(
        reverse("summaries:new-summary"), {"topic": desk.topic.slug, "headline": "Ashore", "language": "en"}
    )
    summary = Summary.objects.get()
    assert made["Location"] == to("desk-summary", summary)
    saved = client.post(to("save-summary", summary), texts(summary, body=desk.sentence()))
    assert saved.status_code == 302
    page = client.get(to("desk-summary", summary)).content.decode()
    assert 'data-status="attributed"' in page or "data-status=&quot;attributed&quot;" in page
    assert "1 thing stops publication" in page and "No approval" in page


def test_only_the_writing_page_has_a_nonce(client: Client, desk: Desk) -> None:
    summary = desk.write()
    client.force_login(desk.editor)
    page = client.get(to("desk-summary", summary))
    policy = page["Content-Security-Policy"]
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert nonce and f'nonce="{nonce}"' in page.content.decode()
    assert "unsafe" not in policy
    for path in (reverse("summaries:desk-summaries"), reverse("summaries:desk-corrections")):
        assert "nonce" not in client.get(path)["Content-Security-Policy"]


def test_W13_W14_a_stale_form_gets_409_with_both_texts_and_keeps_what_was_typed(
    client: Client, desk: Desk
) -> None:
    summary = desk.write("<p>First.</p>")
    stale = texts(summary, body="<p>Words of mine.</p>")
    desk.save(summary, "<p>Words of a colleague.</p>")
    client.force_login(desk.editor)
    answer = client.post(to("save-summary", summary), stale)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert page.count("Words of mine.") >= 2 and "Words of a colleague." in page
    assert '<input type="hidden" name="seen" value="3"' in page
    assert Revision.objects.filter(summary=summary).count() == 3


def test_a_text_that_cannot_be_kept_comes_back_with_a_sentence(client: Client, desk: Desk) -> None:
    summary = desk.write()
    client.force_login(desk.editor)
    bad = f'<p>Mine <data data-figure="{uuid4()}">9</data></p>'
    answer = client.post(to("save-summary", summary), texts(summary, body=bad))
    assert answer.status_code == 422
    assert b"not on record" in answer.content and b"Mine" in answer.content


def test_the_whole_way_by_buttons(client: Client, desk: Desk) -> None:
    summary = desk.write()
    for person, name in (
        (desk.editor, "submit"),
        (desk.publisher, "approve"),
        (desk.other_publisher, "publish"),
    ):
        client.force_login(person)
        page = client.get(to("desk-summary", summary)).content.decode()
        assert f'action="{to(name, summary)}"' in page
        assert client.post(to(name, summary), {"seen": 2}).status_code == 302
    summary.refresh_from_db()
    assert summary.state == "published"
    assert b"Revision 2 is in print" in client.get(to("desk-summary", summary)).content


def test_W11_publishing_what_is_stopped_is_409_and_shows_why(client: Client, desk: Desk) -> None:
    summary = desk.write()
    client.force_login(desk.publisher)
    answer = client.post(to("publish", summary), {"seen": 2, "state": "published"})
    assert answer.status_code == 409
    assert b"No approval" in answer.content
    assert not Version.objects.exists()


def test_W12_extra_fields_are_ignored(client: Client, desk: Desk) -> None:
    summary = desk.write()
    client.force_login(desk.editor)
    extra = {"state": "published", "approved_by": "1", "by": desk.publisher.pk, "current_version": 1, "n": 99}
    client.post(to("save-summary", summary), texts(summary, body="<p>New.</p>", **extra))
    summary.refresh_from_db()
    assert (summary.state, summary.current_revision.by, summary.current_revision.n) == (
        "draft",
        desk.editor,
        3,
    )  # type: ignore[union-attr]


ACTS = (
    "save-summary",
    "insert-figure",
    "submit",
    "request-changes",
    "approve",
    "withdraw-approval",
    "publish",
    "retract",
)


@pytest.mark.parametrize("name", ACTS)
def test_W26_no_act_by_get_or_without_its_token(desk: Desk, name: str) -> None:
    summary = desk.write()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk.publisher)
    assert strict.get(to(name, summary)).status_code == 405
    assert strict.post(to(name, summary), {"seen": 2}).status_code == 403
    assert not Approval.objects.exists()


def test_an_approval_of_an_older_revision_is_409(client: Client, desk: Desk) -> None:
    summary = desk.write()
    desk.save(summary, "<p>Newer words.</p>")
    client.force_login(desk.publisher)
    answer = client.post(to("approve", summary), {"seen": 2})
    assert answer.status_code == 409
    assert b"Newer words." in answer.content


def test_the_picker_narrows_by_words_number_and_party(client: Client, desk: Desk) -> None:
    summary = desk.write()
    boats = cast.figure(cast.measure("Boats seen"), low=12, comparator="exact")
    client.force_login(desk.editor)

    def found(query: str) -> str:
        return client.get(
            to("desk-summary", summary, q=query), headers={"HX-Request": "true"}
        ).content.decode()

    assert f'data-insert-figure="{boats.uid}"' in found("boats")
    assert "cannot be printed yet" in found("boats")
    assert f'data-insert-figure="{boats.uid}"' in found("12")
    assert f'data-insert-figure="{desk.figure.uid}"' in found("harbour w")
    assert "No figure matches" in found("xyzzy")
    assert "<html" not in found("boats")


def test_a_protected_figure_is_not_offered_to_who_may_not_see_it(client: Client, desk: Desk) -> None:
    document = cast.document("Secretly 77 people came.", is_protected=True)
    hidden = cast.figure(desk.figure.state.measure, low=77, comparator="exact")
    cast.mention(document, "77", low=77, state="accepted", figure=hidden)
    summary = desk.write()
    client.force_login(cast.person("contributor"))
    page = client.get(to("desk-summary", summary, q="77"))
    assert str(hidden.uid).encode() not in page.content


def test_a_figure_goes_in_by_form(client: Client, desk: Desk) -> None:
    summary = desk.write("<p>Harbour Watch counts.</p>")
    client.force_login(desk.editor)
    sent = {"seen": 2, "figure": desk.figure.uid, "wording": "full", "after_paragraph": 1}
    assert client.post(to("insert-figure", summary), sent).status_code == 302
    summary.refresh_from_db()
    assert "more than 60 people</data>.</p>" in summary.current_revision.body  # type: ignore[union-attr]
    assert client.post(to("insert-figure", summary), {**sent, "figure": uuid4()}).status_code == 422
    assert client.post(to("insert-figure", summary), {**sent, "figure": "x' OR 1"}).status_code == 422


def test_a_bare_number_is_marked_from_the_gate(client: Client, desk: Desk) -> None:
    summary = desk.write("<p>A harbour of nine lives.</p>")
    client.force_login(desk.editor)
    page = client.get(to("desk-summary", summary)).content.decode()
    link = page.partition(to("not-a-figure", summary))[2].partition('"')[0].replace("&amp;", "&")
    form = client.get(to("not-a-figure", summary) + link).content.decode()
    assert "A harbour of" in form
    sent = {"seen": 2, "field": "body", "quote": "nine lives", "nth": 1, "reason": "idiom", "note": "as cats"}
    assert client.post(to("not-a-figure", summary), sent).status_code == 302
    assert "1 number is no figure" in client.get(to("desk-summary", summary)).content.decode()


def test_a_bare_number_has_its_stop_beside_it_in_the_preview(client: Client, desk: Desk) -> None:
    client.force_login(desk.editor)
    summary = desk.write(desk.sentence() + "<p>Seven &amp; <strong>sev</strong>en of 7 boats, 7 nets.</p>")
    page = client.get(to("desk-summary", summary)).content.decode()
    shown = page[page.index("preview-page") :]
    marked = re.findall(r'<span class="bare-number">(\w+)</span>', shown)
    assert marked == ["Seven", "sev", "en", "7", "7"]
    assert re.findall(r'class="stop" href="#stop-(\d)"', shown) == ["1", "2", "3", "4"]
    assert "</span>en</strong>" not in shown and "Seven</span>" in shown and " &amp; " in shown


def test_what_is_wrong_with_a_text_leads_to_its_field_on_the_same_page(client: Client, desk: Desk) -> None:
    client.force_login(desk.editor)
    page = client.get(to("desk-summary", desk.write(f"<p>It says {desk.node()}.</p>"))).content.decode()
    assert 'href="#id_body_field"' in page and 'id="id_body_field"' in page


@pytest.mark.parametrize(
    "query", [{}, {"field": "body", "quote": "x", "nth": "9"}, {"field": "by", "quote": "9", "nth": "٣"}]
)
def test_a_number_that_does_not_stand_there_is_not_found(
    client: Client, desk: Desk, query: dict[str, str]
) -> None:
    summary = desk.write()
    client.force_login(desk.editor)
    assert client.get(to("not-a-figure", summary, **query)).status_code == 404


def test_a_due_correction_is_decided_on_its_page(client: Client, desk: Desk) -> None:
    desk.publish()
    fall(desk)
    due = Correction.objects.get()
    client.force_login(desk.editor)
    page = client.get(reverse("summaries:desk-corrections")).content.decode()
    assert due.old in page and "not signed since" in page
    decide = reverse("summaries:decide-correction", args=[due.uid])
    assert client.post(decide, {"reason": "nonsense"}).status_code == 422
    assert client.post(decide, {"reason": "revision", "note": "Recounted."}).status_code == 302
    assert client.post(decide, {"reason": "revision"}).status_code == 409
    assert "Recounted." in client.get(reverse("summaries:desk-corrections")).content.decode()
    client.force_login(cast.person("contributor"))
    assert client.post(decide, {"reason": "revision"}).status_code == 403


def test_a_series_is_released_by_a_publisher_only(client: Client, desk: Desk) -> None:
    measure = desk.figure.state.measure
    assert measure is not None
    path = reverse("summaries:release-series", args=[measure.slug])
    client.force_login(desk.editor)
    assert client.post(path).status_code == 403
    client.force_login(desk.publisher)
    assert client.post(path).status_code == 302
    desk.figure.refresh_from_db()
    assert desk.figure.released_at is not None


def test_W20_a_series_worded_with_a_protected_name_is_not_released(client: Client, desk: Desk) -> None:
    measure = desk.figure.state.measure
    assert measure is not None
    measure.wordings.update(definition="People whom Marta Quell counted.")
    hidden = cast.source("Marta Quell", "person", is_protected=True, public_label="a witness")
    client.force_login(desk.publisher)
    path = reverse("summaries:release-series", args=[measure.slug])
    client.post(path)
    assert not Figure.objects.exclude(released_at=None).exists() and not Change.objects.exists()
    type(hidden).objects.update(is_protected=False)
    client.post(path)
    assert Figure.objects.exclude(released_at=None).count() == Change.objects.count() == 1


NASTY = "<img src=x onerror=alert(1)>"


def test_S16_what_people_type_is_only_text_on_every_page(client: Client, desk: Desk) -> None:
    summary = desk.write(f"<p>{NASTY} words</p>", headline=f"Head {NASTY}")
    client.force_login(desk.editor)
    client.post(to("submit", summary), {"seen": 2})
    client.force_login(desk.publisher)
    client.post(to("request-changes", summary), {"seen": 2, "note": NASTY})
    client.force_login(desk.editor)
    pages = [
        client.get(to("desk-summary", summary)), client.get(reverse("summaries:desk-summaries")),
        client.get(to("desk-summary", summary, q=NASTY)),
        client.post(to("save-summary", summary), {"seen": 1, "body": NASTY}),
        client.post(reverse("summaries:new-summary"), {"headline": NASTY, "slug": NASTY}),
    ]  # fmt: skip
    for page in pages:
        assert b"<img" not in page.content


@pytest.mark.parametrize("name", ["desk-summaries", "desk-corrections"])
def test_each_list_costs_the_same_with_one_row_and_with_eight(
    client: Client, desk: Desk, django_assert_max_num_queries: Any, name: str
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(60) as context:
            assert client.get(reverse(f"summaries:{name}")).status_code == 200
        return len(context.captured_queries)

    def one_more(n: int) -> None:
        figure = cast.signed(cast.figure(cast.measure(f"Measure {n}"), originator=desk.party))
        desk.publish(desk.write(f"<p>Harbour Watch said {desk.node(figure)} came.</p>"))
        fall(desk, figure=figure)

    client.force_login(desk.editor)
    one_more(1)
    first = queries()
    for n in range(2, 9):
        one_more(n)
    assert queries() == first

"""The pages of measures and of findings: where a measure stands, what it is made of, and what is explained."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from claims.findings.recompute import recompute
from claims.models import Finding, Measure
from tests import cast
from tests.claims import filed
from tests.claims.test_pages import editor, page, send, signed_in

__all__ = ["editor"]  # the fixture

pytestmark = pytest.mark.django_db


# --- measures -----------------------------------------------------------------------------------------


def test_a_measure_is_defined_and_leads_back_to_the_mention_it_was_wanted_for(editor: Client) -> None:
    mention = cast.mention()
    form = {
        "new_topic": "Port Ansel", "kind": "cumulative", "title": "Brought ashore", "definition": "People landed.",
        "language": "en", "one": "person", "other": "people", "mention": str(mention.uid),
    }  # fmt: skip
    answer = editor.post(reverse("claims:new-measure"), form)
    assert answer.status_code == 302 and str(mention.uid) in answer["Location"]
    assert "measure=brought-ashore" in answer["Location"]
    assert Measure.objects.get().topic.name == "Port Ansel"
    answer = editor.post(reverse("claims:new-measure"), {**form, "new_topic": "Another", "title": ""})
    assert answer.status_code == 422 and "People landed." in answer.content.decode()


def test_an_auditor_defines_nothing(client: Client) -> None:
    page(signed_in(client, "auditor"), "new-measure", status=403)


def test_a_measure_shows_its_figures_by_date_with_their_findings(editor: Client) -> None:
    measure = cast.measure()
    later = filed.figure(measure, 50, as_of="2031-05-10", originator=cast.source())
    filed.figure(measure, 60, as_of="2031-05-01")
    recompute([measure])
    text = page(editor, "measure", measure.slug)
    head, table = text.split("Figures by date")
    assert table.index("60 people") < table.index("50 people")
    assert "50 people" in head.split("Waits")[1] and "Nothing of it is signed and stands." in head
    assert "Falling total" in text and "Close with a reason" in text and "Harbour Watch" in text
    assert reverse("claims:restate", args=[later.uid]) in text
    assert "1 origin" in text and "no origin named" in text


def test_a_measure_says_where_it_stands_and_both_sides_of_a_dispute(editor: Client) -> None:
    measure = cast.measure()
    for low, day, status in ((60, "2031-05-01", "attributed"), (70, "2031-05-10", "unverifiable")):
        cast.signed(cast.figure(measure, low=low, as_of=day), status)
    head = page(editor, "measure", measure.slug).split("Figures by date")[0]
    assert "more than 60 people" in head and "more than 70 people" not in head and "Waits" not in head
    for low in (80, 90):
        cast.signed(cast.figure(measure, low=low, as_of="2031-05-20"), "disputed")
    head = page(editor, "measure", measure.slug).split("Figures by date")[0]
    assert "more than 80 people" in head and "more than 90 people" in head and "more than 60" not in head


def test_an_empty_measure_says_what_will_be_counted(editor: Client) -> None:
    assert "No figure filed yet" in page(editor, "measure", cast.measure().slug)
    assert "People brought ashore" in page(editor, "measures")


def test_a_figure_of_protected_words_is_not_on_the_page_of_its_measure(client: Client) -> None:
    measure = cast.measure()
    hidden = cast.document("It was said that exact 777 777 people left.", is_protected=True)
    filed.figure(measure, 777, document=hidden)
    contributor = signed_in(client, "contributor")
    assert "777" not in page(contributor, "measure", measure.slug)
    assert '<td class="num" data-label="Figures">0</td>' in page(contributor, "measures")


def test_an_editor_words_relates_phases_and_retires_a_measure_by_forms(editor: Client) -> None:
    measure, other = cast.measure("Ashore"), cast.measure("Asked")
    words = {"language": "ru", "title": "На берегу", "definition": "Люди.", "many": "человек"}
    send(editor, "word-measure", measure.slug, **words)
    send(editor, "relate-measures", measure.slug, kind="part_of", other=other.slug)
    send(editor, "start-phase", measure.slug, starts="2031-05-10", reason="Anew.")
    text = send(editor, "start-phase", measure.slug, starts="2031-05-01", reason="Earlier.", status=422)
    assert "The last phase began" in text and 'value="Earlier."' in text
    text = page(editor, "measure", measure.slug)
    assert "Asked" in text and "Phase 1" in text
    send(editor, "retire-measure", measure.slug)
    assert "out of use" in page(editor, "measure", measure.slug)


def test_the_forms_of_a_measure_share_no_id_so_that_each_label_names_its_own_field(editor: Client) -> None:
    measure, _ = cast.measure("Ashore"), cast.measure("Asked")
    ids = re.findall(r'\bid="([^"]+)"', page(editor, "measure", measure.slug))
    assert {"id_other", "relation_other"} <= set(ids)
    assert sorted(set(ids)) == sorted(ids)


def test_a_contributor_does_not_define_by_forms(client: Client) -> None:
    measure = cast.measure()
    contributor = signed_in(client, "contributor")
    assert "Take it out of use" not in page(contributor, "measure", measure.slug)
    send(contributor, "retire-measure", measure.slug, status=403)


# --- findings -------------------------------------------------------------------------------------------


def test_an_editor_closes_a_finding_and_it_stays_in_the_list_of_closed_ones(editor: Client) -> None:
    measure = cast.measure()
    for low, day in ((60, "2031-05-01"), (50, "2031-05-10")):
        filed.figure(measure, low, as_of=day)
    recompute([measure])
    finding = Finding.objects.get()
    assert "cannot fall" in page(editor, "findings")
    send(editor, "close-finding", finding.uid, reason="bored", status=422)
    send(editor, "close-finding", finding.uid, reason="revision", note="They said so.")
    text = page(editor, "findings")
    assert "It opens anew when its facts change." in text and "Nothing to explain" in text
    assert "They said so." in page(editor, "findings", closed="1")


def test_the_panel_names_the_figures_in_conflict(client: Client) -> None:
    measure = cast.measure(kind="stock")
    one, other = (filed.figure(measure, low) for low in (60, 50))
    recompute([measure])
    reviewer = signed_in(client, "reviewer")
    mention = one.mentions.get()
    text = page(reviewer, "document", mention.document.uid, mention=str(mention.uid))
    conflict = text.split('class="is-against"')[1].split("</tr>")[0]
    assert "50 people" in conflict and str(other.uid) in conflict


def test_one_finding_can_be_looked_at_alone(client: Client) -> None:
    measures = [cast.measure(f"M{n}", kind="stock") for n in range(2)]
    for measure in measures:
        for low in (60, 50):
            filed.figure(measure, low)
    recompute(measures)
    one, other = Finding.objects.all()
    text = page(signed_in(client, "reviewer"), "findings", finding=str(one.uid))
    assert f"f-{one.uid}" in text and f"f-{other.uid}" not in text
    for wrong in (str(uuid4()), "x"):
        page(client, "findings", finding=wrong, status=404)


@pytest.mark.parametrize(
    ("came_from", "goes_to"),
    [
        ("/desk/summaries/", "/desk/summaries/"),
        ("//elsewhere.example/", "/desk/findings/"),
        ("x", "/desk/findings/"),
    ],
)
def test_who_closes_a_finding_is_sent_back_to_the_page_of_ours_that_asked(
    editor: Client, came_from: str, goes_to: str
) -> None:
    measure = cast.measure(kind="stock")
    for low in (60, 50):
        filed.figure(measure, low)
    recompute([measure])
    form = reverse("claims:close-finding", args=[Finding.objects.get().uid])
    assert f'name="next" value="{goes_to}"' in editor.get(form, {"next": came_from}).content.decode()
    sent = editor.post(form, {"reason": "revision", "note": "x", "next": came_from})
    assert sent.headers["Location"] == goes_to


def test_a_reviewer_closes_no_finding(client: Client) -> None:
    measure = cast.measure(kind="stock")
    for low in (60, 50):
        filed.figure(measure, low)
    recompute([measure])
    reviewer = signed_in(client, "reviewer")
    page(reviewer, "close-finding", Finding.objects.get().uid, status=403)
    send(reviewer, "close-finding", Finding.objects.get().uid, status=403, reason="error")

"""The queue and the figure's page: who sees what, what a form does, and what is answered when it cannot."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Figure, Hand
from claims.states import new_state
from reviewers.assign import take
from reviewers.models import Assignment, Reviewer, Verdict
from reviewers.people import deactivate_person, end_role, set_password
from reviewers.sign import EvidenceItem
from sources.models import Document
from tests import cast
from tests.reviewers.desk import attribute, dispute, now, said_figure, verify
from tests.reviewers.test_queue import finding
from tests.reviewers.test_sign import restate

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Figure:
    return said_figure()


@pytest.fixture
def ana() -> Reviewer:
    return cast.person("reviewer", "ana")


def signed_in(person: Reviewer) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page(made: Figure, act: str = "figure") -> str:
    return reverse(f"reviewers:{act}", args=[made.uid])


def form(made: Figure, **changes: Any) -> dict[str, Any]:
    """What the browser sends for a sound signature."""
    lead = made.state.lead_mention
    return {
        "seen": made.state.n,
        "signs": "attributed:own_words",
        "rationale": "The statement is on the desk.",
        "credibility": "2",
        "evidence": [f"mention:{lead.uid}"],
        **changes,
    }


def test_a_reviewer_signs_and_sees_the_signature_on_the_page(made: Figure, ana: Reviewer) -> None:
    client = signed_in(ana)
    answer = client.post(page(made, "sign"), form(made), follow=True)
    assert answer.status_code == 200 and now(made).status == "attributed"
    text = answer.content.decode()
    assert "Signed as attributed." in text and "The statement is on the desk." in text and "Ana" in text


def test_a_first_signature_says_that_it_waits_and_asks_the_next_person(made: Figure, ana: Reviewer) -> None:
    record = f"document:{made.state.lead_mention.document.uid}"
    sent = form(made, signs="verified:primary_record", evidence=[record])
    answer = signed_in(ana).post(page(made, "sign"), sent, follow=True)
    assert "It waits for a second reviewer" in answer.content.decode()
    other = signed_in(cast.person()).get(page(made)).content.decode()
    assert "Sign here" in other and "asked for" in other
    assert "Sign here" not in signed_in(ana).get(page(made)).content.decode()


def test_words_that_say_it_again_are_a_repeat_in_their_own_document_and_an_echo_in_another(
    made: Figure, ana: Reviewer
) -> None:
    lead = made.state.lead_mention
    cast.mention(lead.document, quote="60", state="accepted", figure=made)
    assert ">Repeat<" in (text := signed_in(ana).get(page(made)).content.decode()) and ">Echo<" not in text
    cast.mention(cast.document(f"{cast.TEXT} Again."), state="accepted", figure=made)
    assert ">Echo<" in signed_in(ana).get(page(made)).content.decode()


def test_the_panel_of_the_reader_asks_for_the_signatures_alone_and_gets_the_person_back(
    made: Figure, ana: Reviewer
) -> None:
    client, reader = signed_in(ana), "/desk/documents/one/?mention=two"
    answer = client.get(
        page(made), headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{reader}"}
    )
    text = answer.content.decode()
    assert "<html" not in text and "Your signature" in text and "HX-Request" in answer.headers["Vary"]
    assert f'name="next" value="{reader}"' in text
    assert client.post(page(made, "sign"), form(made, next=reader)).headers["Location"] == reader
    assert client.post(page(made, "withdraw-verdict"), {"next": reader}).headers["Location"] == reader
    elsewhere = client.get(
        page(made), headers={"HX-Request": "true", "HX-Current-URL": "http://elsewhere.example/x"}
    )
    assert 'name="next"' not in elsewhere.content.decode()


def test_who_cannot_sign_reads_why_once(made: Figure) -> None:
    text = signed_in(cast.person("contributor")).get(page(made)).content.decode()
    assert "You cannot sign this figure" in text and 'type="radio"' not in text


@pytest.mark.parametrize(
    "changes",
    [
        {"rationale": ""},
        {"credibility": "7"},
        {"credibility": ""},
        {"signs": "published:own_words"},
        {"signs": "verified"},
        {"signs": ""},
        {"signs": "superseded:replaced"},
        {"evidence": [f"mention:{uuid4()}"]},
        {"evidence": ["capture:1"]},
        {"evidence": []},
        {"superseded_by": str(uuid4())},
        {"seen": "x"},
        {"seen": "0"},
        {"note": "x" * 2001},
    ],
)
def test_W11_a_form_that_cannot_be_signed_comes_back_with_what_was_typed(
    made: Figure, ana: Reviewer, changes: dict[str, Any]
) -> None:
    sent = form(made, **{"rationale": "Typed with care.", **changes})
    answer = signed_in(ana).post(page(made, "sign"), sent)
    assert answer.status_code == 422 and not Verdict.objects.exists()
    text = answer.content.decode()
    assert 'role="alert"' in text and ("rationale" in changes or "Typed with care." in text)


def test_W12_fields_nobody_asked_for_are_ignored(made: Figure, ana: Reviewer) -> None:
    other = cast.person()
    sent = form(
        made, status="verified", by=other.pk, signer_1=other.pk, is_staff="1", id="9", at="2001-01-01"
    )
    signed_in(ana).post(page(made, "sign"), sent)
    verdict = Verdict.objects.get()
    assert (verdict.by, verdict.status, now(made).status) == (ana, "attributed", "attributed")


def test_W03_a_stale_form_is_409_with_both_versions_and_the_words_kept(made: Figure, ana: Reviewer) -> None:
    sent = form(made, rationale="Typed with care.")
    restate(made, cast.person("editor"), value=made.state.value.__class__("exact", 58, 58))
    answer = signed_in(ana).post(page(made, "sign"), sent)
    text = answer.content.decode()
    assert answer.status_code == 409 and not Verdict.objects.exists()
    assert "more than 60" in text and "58" in text and "Typed with care." in text
    assert re.search(r'name="seen" value="2"', text)


@pytest.mark.parametrize("role", ["contributor", "editor", "publisher", "auditor", "administrator"])
def test_others_read_the_page_and_can_sign_nothing(made: Figure, role: str) -> None:
    client = signed_in(cast.person(role))
    text = client.get(page(made)).content.decode()
    assert "only reviewers sign" in text and "button-sign" not in text
    for act in ("sign", "take"):
        assert client.post(page(made, act), form(made)).status_code == 403
    assert now(made).status == "unreviewed" and not Assignment.objects.exists()


def test_somebody_without_a_role_finds_nothing(made: Figure) -> None:
    client = signed_in(cast.person(None))
    assert client.get(page(made)).status_code == 404
    assert client.get(reverse("reviewers:queue")).status_code == 403
    for act in ("sign", "take", "give-back", "hand-over", "withdraw-verdict"):
        assert client.post(page(made, act), form(made)).status_code == 404


def test_a_stranger_is_asked_to_sign_in(made: Figure) -> None:
    for address in (page(made), reverse("reviewers:queue")):
        assert Client().get(address).status_code == 302
    assert Client().post(page(made, "sign"), form(made)).status_code == 302


def test_W01_a_maker_is_told_why_and_refused(made: Figure, ana: Reviewer) -> None:
    Hand.objects.create(figure=made, person=ana, what="value", at=cast.NOON)
    client = signed_in(ana)
    assert "you entered or corrected this figure" in client.get(page(made)).content.decode()
    assert client.post(page(made, "sign"), form(made)).status_code == 403


def test_W20_a_figure_of_protected_documents_is_unknown_to_a_contributor(made: Figure) -> None:
    Document.objects.update(is_protected=True)
    client = signed_in(cast.person("contributor"))
    assert client.get(page(made)).status_code == 404
    assert str(made.uid) not in client.get(reverse("reviewers:queue")).content.decode()


def test_W24_protected_evidence_is_shown_only_to_who_may_see_it(made: Figure, ana: Reviewer) -> None:
    secret = "Called the harbour pilot."
    attribute(made, ana)
    dispute(made, cast.person(), evidence=[EvidenceItem(note=secret, is_protected=True)])
    assert secret in signed_in(ana).get(page(made)).content.decode()
    assert secret not in signed_in(cast.person("contributor")).get(page(made)).content.decode()


@pytest.mark.parametrize("act", ["sign", "take", "give-back", "hand-over", "withdraw-verdict"])
def test_W26_nothing_is_signed_or_held_by_get_or_without_the_token(
    made: Figure, ana: Reviewer, act: str
) -> None:
    assert signed_in(ana).get(page(made, act)).status_code == 405
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    assert client.post(page(made, act), form(made)).status_code == 403
    assert not Verdict.objects.exists() and not Assignment.objects.exists()


def test_a_figure_is_taken_given_back_and_handed_over(made: Figure, ana: Reviewer) -> None:
    client, ben = signed_in(ana), cast.person("reviewer", "ben")
    queue_page = reverse("reviewers:queue")
    answer = client.post(page(made, "take"), {"next": queue_page})
    assert answer["Location"] == queue_page
    assert "give back" in client.get(queue_page).content.decode()
    assert "Ana" in signed_in(ben).get(queue_page).content.decode()
    refused = signed_in(ben).post(page(made, "take"), follow=True)
    assert "Ana holds this figure." in refused.content.decode()
    client.post(page(made, "give-back"))
    assert (
        "You no longer hold this figure."
        in client.post(page(made, "give-back"), follow=True).content.decode()
    )
    client.post(page(made, "take"))
    client.post(page(made, "hand-over"), {"to": str(cast.person("editor").uid)})
    client.post(page(made, "hand-over"), {"to": str(ben.uid)})
    assert Assignment.objects.get(ended_at__isnull=True).person == ben


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"]
)
def test_S08_a_button_comes_back_to_this_host_only(made: Figure, ana: Reviewer, elsewhere: str) -> None:
    answer = signed_in(ana).post(page(made, "take"), {"next": elsewhere})
    assert answer["Location"] == page(made)


def test_ones_own_verdict_is_withdrawn_and_nobody_elses(made: Figure, ana: Reviewer) -> None:
    attribute(made, ana)
    other = signed_in(cast.person()).post(page(made, "withdraw-verdict"), follow=True)
    assert "No verdict of yours" in other.content.decode() and now(made).status == "attributed"
    client = signed_in(ana)
    assert "Withdraw your verdict" in client.get(page(made)).content.decode()
    client.post(page(made, "withdraw-verdict"))
    assert now(made).status == "unreviewed"
    assert "withdrawn" in client.get(page(made)).content.decode()


def test_the_page_shows_all_that_bears_on_the_figure(made: Figure, ana: Reviewer) -> None:
    other = said_figure(
        made.state.measure, by=cast.source("Harbour Office", "official"), low=58, high=58, comparator="exact"
    )
    finding(made, other)
    restate(made, cast.person("editor"), counted="persons")
    text = signed_in(ana).get(page(now(made))).content.decode()
    for words in (
        "Falling total",
        "more than 60",
        "Conflicts: ",
        "Harbour Office",
        "state 2",
        "The source was read again.",
        "17 May 2031 (stated)",
    ):
        assert words in text, words


def test_whoever_signs_is_told_what_is_flagged_of_the_lead_words(made: Figure, ana: Reviewer) -> None:
    assert "reading-flags" not in signed_in(ana).get(page(made)).content.decode()
    lead = cast.mention(
        cast.document("Some 1\u200b060 people came ashore."), "1\u200b060", state="accepted", figure=made,
        flags=["hidden_characters", "<b>odd</b>"],
    )  # fmt: skip
    new_state(made, by=cast.person("editor"), reason="Another lead.", lead_mention=lead)
    text = signed_in(ana).get(page(now(made))).content.decode().split("reading-flags")[1]
    assert "nobody sees stand inside the number" in text
    assert "marked it “&lt;b&gt;odd&lt;/b&gt;”" in text


def test_a_hostile_word_is_shown_as_written(made: Figure, ana: Reviewer) -> None:
    payload = "<img src=x onerror=alert(1)>"
    dispute(made, ana, note=payload, rationale=payload)
    text = signed_in(cast.person()).get(page(made)).content.decode()
    assert payload not in text and "&lt;img src=x" in text


def test_the_queue_is_narrowed_from_its_form(made: Figure, ana: Reviewer) -> None:
    client, queue_page = signed_in(ana), reverse("reviewers:queue")
    slug = made.state.measure.slug
    assert str(made.uid) in client.get(queue_page, {"measure": slug, "asks_for": "first"}).content.decode()
    assert "Nothing waits for that." in client.get(queue_page, {"asks_for": "second"}).content.decode()
    for nonsense in ({"measure": "\x00"}, {"asks_for": "x"}, {"held_by": "1 OR 1"}, {"measure": "' --"}):
        assert client.get(queue_page, nonsense).status_code == 200


def test_an_empty_queue_says_what_to_do_first(ana: Reviewer) -> None:
    assert "Go to the documents" in signed_in(ana).get(reverse("reviewers:queue")).content.decode()


def test_the_pages_cost_as_many_queries_with_one_row_as_with_twenty(ana: Reviewer) -> None:
    measure, client = cast.measure(), signed_in(ana)

    def add() -> Figure:
        made = said_figure(measure)
        finding(made)
        verify(made, cast.person("reviewer"))
        take(by=cast.person("reviewer"), figure=made)
        return made

    def n_queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    made = add()
    add()
    before = {address: n_queries(address) for address in (reverse("reviewers:queue"), page(made))}
    for _ in range(19):
        add()
        finding(made)
    for n in range(10):
        dispute(made, cast.person(), note=f"note {n}")
    assert {address: n_queries(address) for address in before} == before
    assert max(before.values()) < 60


def test_S04_a_shut_account_is_refused_at_its_next_request(made: Figure, ana: Reviewer) -> None:
    client = signed_in(ana)
    assert client.get(page(made)).status_code == 200
    deactivate_person(by=cast.person("administrator"), person=ana)
    assert client.get(page(made)).status_code == 302
    assert client.post(page(made, "sign"), form(made)).status_code == 302 and not Verdict.objects.exists()


def test_S03_a_new_password_ends_the_other_sign_ins(made: Figure, ana: Reviewer) -> None:
    client = signed_in(ana)
    set_password(by=cast.person("administrator"), person=ana, password="seven quiet harbour seals")
    assert client.get(page(made)).status_code == 302


def test_W21_a_role_that_ended_while_the_page_was_open_signs_nothing(made: Figure, ana: Reviewer) -> None:
    client = signed_in(ana)
    assert "button-sign" in client.get(page(made)).content.decode()
    end_role(by=cast.person("administrator"), person=ana, role="reviewer")
    assert client.post(page(made, "sign"), form(made)).status_code == 404  # without a role there is no desk
    assert not Verdict.objects.exists()

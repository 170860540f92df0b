"""A13, W20: somebody protected after they were printed is named by nothing that was, or will be, given out."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from claims.models import Figure, Measure
from ledger.clock import held_at
from ledger.models import Entry
from newsroom.sample_desk import A_YEAR_LATER
from newsroom.witnesses import all_problems
from reviewers.roles import ACTS, ROLES
from summaries.models import Change, Representation, Summary, Version, Withholding
from tests.newsroom.conftest import ANONYMOUS, WITHOUT_ROLE, client_of
from tests.newsroom.crawl import Answer, ask, crawl
from tests.newsroom.printed_then_protected import LABEL, SECRETS, Printed, print_openly, protect

SEE_NOTHING_PROTECTED = sorted(set(ROLES) - ACTS["see-protected"].roles)
STARTS = ("/", "/api/v1/", "/corrections/", "/measures/", "/summaries/")
AT_THE_DESK = ("/desk/", "/admin/sources/", "/admin/claims/")
METHODS = ("get", "head", "options", "post")
ACCEPTS = ("text/html", "application/json", "application/ninjs+json", "*/*")


class Ground(NamedTuple):
    """What was printed, what of it anybody could read before, and the secrets as traces."""

    printed: Printed
    before: list[Answer]
    secrets: dict[str, str]


@pytest.fixture(scope="module")
def ground(newsroom: None, django_db_blocker: Any) -> Iterator[Ground]:
    """The sample desk, in which a party is printed, read by everybody, and then protected with its document."""
    with django_db_blocker.unblock(), transaction.atomic(), held_at(A_YEAR_LATER) as clock:
        clock.forward(hours=5)
        printed = print_openly()
        traces = {
            "hash": printed.document.text.blob.sha256,
            "uid of document": str(printed.document.uid),
            "uid of source": str(printed.source.uid),
        }
        before = read_all(Client())
        protect(printed)
        yield Ground(printed, before, SECRETS | traces)
        transaction.set_rollback(True)


def read_all(client: Client) -> list[Answer]:
    """Everything a reader can walk to, and in every representation what has several."""
    walked = list(crawl(client, *STARTS).values())
    again = [
        ask(client, one.address, headers={"Accept": accept})
        for one in walked
        for accept in ACCEPTS
        if one.address.startswith("/api/v1/summaries/")
    ]
    return walked + again


def leaks(answers: list[Answer], secrets: dict[str, str]) -> list[str]:
    return [
        f"{answer.address} ({answer.status}): {of}"
        for answer in answers
        for of, secret in secrets.items()
        if secret.lower() in answer.everything.lower() and secret.lower() not in answer.address.lower()
    ]


@pytest.mark.django_db
def test_a_name_in_an_answer_would_be_found() -> None:
    answer = Answer("/x/", "", 200, {}, SECRETS["name"].upper().encode())
    assert leaks([answer], SECRETS) == ["/x/ (200): name"]


def test_it_was_in_print_everywhere_before(ground: Ground) -> None:
    named = {
        one.address.split("?")[0]
        for one in ground.before
        if SECRETS["name"].lower() in one.everything.lower()
    }
    uid = ground.printed.in_words.uid
    assert {"/", "/summaries/", "/measures/", "/api/v1/changes", f"/api/v1/summaries/{uid}"} <= named
    assert {
        f"/api/v1/summaries/{ground.printed.of_record.uid}",
        f"/figures/{ground.printed.figure.uid}/",
    } <= named


@pytest.mark.parametrize("role", [ANONYMOUS, WITHOUT_ROLE])
def test_A13_nothing_that_can_be_walked_to_names_it_any_more(ground: Ground, role: str) -> None:
    answers = read_all(client_of(role))
    assert {answer.status for answer in answers} & {500} == set()
    assert leaks(answers, ground.secrets) == []


@pytest.mark.parametrize("role", SEE_NOTHING_PROTECTED)
def test_W20_those_at_the_desk_who_may_not_see_it_do_not(ground: Ground, role: str) -> None:
    answers = list(crawl(client_of(role), *AT_THE_DESK, within=AT_THE_DESK).values())
    assert "/desk/summaries/" in {answer.address for answer in answers if answer.status == 200}
    assert leaks([one for one in answers if not _is_record(one)], ground.secrets) == []


def _is_record(answer: Answer) -> bool:
    """The record names subjects by uid alone, to those who answer for people; entries made before stay as they are."""
    return answer.address.startswith(("/desk/ledger/", "/admin/ledger/"))


def test_A13_every_address_that_was_read_before_gives_nothing_of_it_now(ground: Ground) -> None:
    """By the old address, with the ETag somebody kept, by every method: words nobody may read are not confirmed."""
    client, answers = Client(), []
    for before in {one.address: one for one in ground.before if "/static/" not in one.address}.values():
        etag = before.headers.get("ETag", "")
        answers += [ask(client, before.address, method=method) for method in METHODS]
        answers += [ask(client, before.address, headers={"If-None-Match": etag})] if etag else []
        named = any(secret.lower() in before.everything.lower() for secret in SECRETS.values())
        assert not (named and answers[-1].status == 304), before.address
    assert leaks(answers, ground.secrets) == []


def test_a_version_that_named_it_says_its_number_its_hash_and_that_it_is_withheld(ground: Ground) -> None:
    summary = Summary.objects.get(pk=ground.printed.in_words.pk)
    for version in summary.versions.all():
        page = Client().get(reverse("summaries:version", args=[summary.slug, version.n]))
        answer = Client().get(reverse("api:version", args=[summary.uid, version.n]))
        head = Client().head(reverse("api:version", args=[summary.uid, version.n]))
        assert (page.status_code, answer.status_code, head.status_code) == (410, 410, 410)
        words = page.content.decode()
        assert f"Version {version.n} is withheld for somebody" in words and version.sha256 in words
        problem = answer.json()
        assert problem["code"] == "withheld"
        assert f"Version {version.n} (SHA-256 {version.sha256})" in problem["detail"]


def test_a_summary_whose_words_named_it_stands_under_a_notice(ground: Ground) -> None:
    summary = Summary.objects.get(pk=ground.printed.in_words.pk)
    page = Client().get(reverse("summaries:summary", args=[summary.slug]))
    answer = Client().get(reverse("api:summary", args=[summary.uid])).json()
    item = Client().get(reverse("api:summary-as", args=[summary.uid, "ninjs"])).json()
    assert page.status_code == 200 and "withheld for somebody" in page.content.decode()
    assert (answer["live"]["state"], answer["notice"]["reason"], answer["figures"]) == (
        "withdrawn",
        "safety",
        [],
    )
    assert item["pubStatus"] == "withheld" and "bodies" not in item
    assert Client().get(reverse("summaries:summary", args=[ground.printed.in_words.slug])).status_code == 404


def test_a_summary_named_by_the_record_alone_goes_on_under_the_public_label(ground: Ground) -> None:
    summary = ground.printed.of_record
    page = Client().get(reverse("summaries:summary", args=[summary.slug]))
    answer = Client().get(reverse("api:summary", args=[summary.uid])).json()
    assert page.status_code == 200 and LABEL in page.content.decode()
    assert (answer["live"]["state"], answer["figures"][0]["originator"]) == ("published", LABEL)
    assert answer["figures"][0]["measure"]["title"] == "Title withheld"
    assert Client().get(reverse("api:version", args=[summary.uid, 1])).status_code == 410


def test_a_notice_of_retraction_keeps_its_place_and_loses_its_words(ground: Ground) -> None:
    answer = Client().get(reverse("api:summary", args=[ground.printed.retracted.uid])).json()
    assert (answer["live"]["state"], answer["notice"]["note"]) == (
        "retracted",
        "Withheld for somebody's safety.",
    )


def test_the_run_of_changes_replayed_from_zero_is_what_is_public(ground: Ground) -> None:
    summaries: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    since, has_more = 0, True
    while has_more:
        page = Client().get(reverse("api:changes"), {"since": since, "limit": 7}).json()
        for change in page["changes"]:
            summaries |= {one["uid"]: one for one in change["summaries"]}
            figures |= {one["uid"]: one for one in change["figures"]}
        since, has_more = page["next"], page["has_more"]
    stored = Representation.objects.filter(format="json", summary__current_version__isnull=False)
    assert summaries == {(one := json.loads(bytes(row.bytes)))["uid"]: one for row in stored}
    public = {str(uid) for uid in Figure.objects.public().values_list("uid", flat=True)}
    now = {uid: Client().get(reverse("api:figure", args=[uid])).json() for uid in public}
    assert figures == now


def test_the_change_says_so_and_a_correction_for_safety_is_due(ground: Ground) -> None:
    summary = Summary.objects.get(pk=ground.printed.in_words.pk)
    kinds = Change.objects.filter(subject=f"urn:countersign:summary:{summary.uid}").order_by("-seq")
    assert "withdrawn" in set(kinds.values_list("kind", flat=True))
    due = summary.corrections.get(state="due", figure=None)
    assert (due.reason, due.from_version) == ("safety", summary.current_version)


def test_L11_R07_the_record_holds_and_says_nothing_of_it(ground: Ground, capsys: Any) -> None:
    """The bytes stay as they were, the row that keeps them back is vouched for, and no code names anybody."""
    assert [str(problem) for problem in all_problems()] == []
    call_command("verify_ledger")
    assert "Versions withheld for somebody's safety, as they were printed: 5." in capsys.readouterr().out
    kept = Withholding.objects.filter(version__isnull=False)
    assert kept.count() == 5  # two of the first summary, one of the second, two of the third
    assert all(bytes(one.version.bytes) for one in kept)
    columns = json.dumps(
        [list(row) for row in Entry.objects.values_list("act", "subject", "codes", "commitments")]
    )
    assert [of for of, secret in SECRETS.items() if secret.lower() in columns.lower()] == []
    made = Entry.objects.filter(act__in=["summaries.keep_back", "claims.set_aside_words"])
    assert made and all(entry.is_protected for entry in made)


def test_those_who_may_see_protected_things_still_read_what_was_written(ground: Ground) -> None:
    page = client_of("editor").get(reverse("summaries:desk-summary", args=[ground.printed.in_words.uid]))
    assert SECRETS["alias"] in page.content.decode()


def test_the_words_of_what_is_counted_are_set_aside(ground: Ground) -> None:
    measure = Measure.objects.get(pk=ground.printed.measure.pk)
    assert (measure.title(), measure.slug) == ("Title withheld", f"measure-{measure.uid.hex[:8]}")
    assert Version.objects.filter(withholding=None).exists()

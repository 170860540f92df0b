"""Protected sources leave no trace outside the desk, nor does anything unpublished: planted, and looked for."""

import io
import json
import logging
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from unittest import mock

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from claims.models import Figure, Finding, Mention
from ledger.clock import held_at
from ledger.models import Entry
from newsroom.sample_desk import A_YEAR_LATER
from reviewers.models import Reviewer
from reviewers.roles import ACTS, ROLES
from summaries.told.parties import protect_source
from tests.newsroom.conftest import ANONYMOUS, WITHOUT_ROLE, client_of
from tests.newsroom.crawl import Answer, ask, crawl
from tests.newsroom.planted import (
    FIRST_ID,
    FIRST_TEXT,
    OPEN_LABEL,
    OPEN_NUMBER,
    PROTECTED,
    UNPUBLISHED,
    Planted,
    plant,
)
from tests.newsroom.test_roles_by_route import ROUTES

SEE_NOTHING_PROTECTED = sorted(set(ROLES) - ACTS["see-protected"].roles)
OUTSIDE = (ANONYMOUS, WITHOUT_ROLE)
OPEN_DOORS = (
    "/",
    "/desk/",
    "/api/v1/",
    "/api/v1/openapi.json",
    "/healthz",
    "/admin/",
    "/account/login/",
    "/nowhere/",
)
# Between other characters than those of a hash, which may hold any digits.
INTEGER_KEY = re.compile(rf"(?<![0-9a-f]){FIRST_ID // 10**6}\d{{6}}(?![0-9a-f])")
METHODS = ("head", "options", "post", "delete")
ACCEPTS = (
    "text/html",
    "application/json",
    "application/vnd.iptc.ninjs+json",
    "application/xml",
    "nonsense",
    "*/*",
)


class Ground(NamedTuple):
    """What was planted, what names it by now, what the log said meanwhile, and what each role came to see."""

    planted: Planted
    protected: dict[str, str]
    unpublished: dict[str, str]
    log: io.StringIO
    walks: dict[str, list[Answer]]

    def seen_by(self, role: str) -> list[Answer]:
        """Everything this role can walk to; walked once."""
        if role not in self.walks:
            self.walks[role] = list(crawl(client_of(role), *OPEN_DOORS).values())
        return self.walks[role]


@pytest.fixture(scope="module")
def log() -> Iterator[io.StringIO]:
    """What the root logger writes, as production would write it, down to its least important lines."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    handler.setFormatter(
        next(kept.formatter for kept in root.handlers if "ProcessorFormatter" in str(kept.formatter))
    )
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture(scope="module")
def ground(newsroom: None, log: io.StringIO, django_db_blocker: Any) -> Iterator[Ground]:
    """The sample desk with the secrets planted in it."""
    with django_db_blocker.unblock(), transaction.atomic(), held_at(A_YEAR_LATER) as clock:
        clock.forward(hours=5)
        planted = plant()
        yield Ground(
            planted,
            PROTECTED | _traces_of_protected(planted),
            UNPUBLISHED | _traces_of_drafts(planted),
            log,
            {},
        )
        transaction.set_rollback(True)


def _traces_of_protected(planted: Planted) -> dict[str, str]:
    """What a protected document or party could be recognised by, besides its words."""
    documents = {"document": planted.document, "other document": planted.other}
    return {
        **{f"uid of {name}": str(one.uid) for name, one in documents.items()},
        **{f"capture of {name}": str(one.capture.uid) for name, one in documents.items()},
        **{f"hash of {name}": one.text.blob.sha256 for name, one in documents.items()},
        "uid of source": str(planted.source.uid),
        "uid of hidden figure": str(planted.hidden.uid),
        "uid of mention": str(Mention.objects.filter(document=planted.document)[0].uid),
    }


def _traces_of_drafts(planted: Planted) -> dict[str, str]:
    named = Reviewer.objects.filter(public_name="", is_machine=False).exclude(username=WITHOUT_ROLE)
    return {
        "uid of draft": str(planted.draft.uid),
        "slug of draft": planted.draft.slug,
        **{f"name of {person.username}": person.name for person in named},
        **{f"uid of {person.username}": str(person.uid) for person in named},
    }


def leaks(text: str, secrets: dict[str, str]) -> set[str]:
    """Which secrets stand in a text, by where they were planted."""
    folded = text.lower()
    return {
        of for of, secret in secrets.items()
        if (_stands_alone(secret, text) if secret.strip('"').replace(",", "").isdigit() else secret.lower() in folded)
    }  # fmt: skip


def _stands_alone(number: str, text: str) -> bool:
    """A number inside a hash, a token or a longer number is no leak."""
    return re.search(rf"(?<![\w.-]){re.escape(number)}(?![\w-])", text) is not None


def found_in(answers: list[Answer], secrets: dict[str, str]) -> list[str]:
    return [
        f"{answer.address} ({answer.status}): {', '.join(sorted(found))}"
        for answer in answers
        if (found := leaks(answer.everything, secrets))
    ]


def protected_things(ground: Ground, kind: str) -> dict[str, Any] | None:
    """The arguments that lead a route to something protected, or None where no such thing is protected."""
    planted = ground.planted
    finding = Finding.objects.filter(figures=planted.hidden)[0]
    return {
        "document": {"uid": planted.document.uid},
        "mention": {"uid": Mention.objects.filter(document=planted.document)[0].uid},
        "figure": {"uid": planted.hidden.uid},
        "finding": {"uid": finding.uid},
        "public_figure": {"uid": planted.hidden.uid},
        "public_figure_json": {"uid": planted.hidden.uid, "format": "json"},
        "summary": {"uid": planted.draft.uid},
        "published": {"slug": planted.draft.slug},
        "published_uid": {"uid": planted.draft.uid},
        "published_ninjs": {"uid": planted.draft.uid, "format": "ninjs"},
        "version": {"slug": planted.draft.slug, "n": 1},
        "version_uid": {"uid": planted.draft.uid, "n": 1},
    }.get(kind)


def knocks(ground: Ground, client: Client) -> list[Answer]:
    """Ask straight for protected and unpublished things, by every route and method, as somebody who guessed them."""
    answers = []
    for name, route in ROUTES.items():
        if (arguments := protected_things(ground, route.thing)) is None:
            continue
        address = reverse(name.split()[0], kwargs=arguments)
        answers += [
            ask(client, address, method=method)
            for method in ("get", "head", "post", "put", "delete", "options")
        ]
        answers.append(ask(client, address, headers={"HX-Request": "true"}))
    return answers


def without_own_words(answers: list[Answer], ground: Ground, *, is_outside: bool) -> dict[str, str]:
    """The secrets, less the uids that stand in the addresses somebody knocked with."""
    asked = " ".join(answer.address for answer in answers)
    secrets = {**ground.protected, **(ground.unpublished if is_outside else {})}
    return {of: secret for of, secret in secrets.items() if secret not in asked}


@pytest.mark.django_db
def test_what_is_searched_for_would_be_found() -> None:
    assert leaks(f"<p>{PROTECTED['title'].upper()} said 7,413.</p>", PROTECTED) == {"title", "value"}
    assert leaks("a7413b 17,413 7,4130 7413-1", PROTECTED) == set()


@pytest.mark.parametrize("role", OUTSIDE)
def test_nothing_protected_or_unpublished_is_found_outside_the_desk(ground: Ground, role: str) -> None:
    answers = ground.seen_by(role)
    pages = {answer.address for answer in answers if answer.status == 200}
    assert {"/summaries/crates-gone/", f"/figures/{ground.planted.printed.uid}/", "/api/v1/changes"} <= pages
    assert found_in(answers, {**ground.protected, **ground.unpublished}) == []


def test_what_is_in_print_is_found_under_its_public_label(ground: Ground) -> None:
    client = client_of(ANONYMOUS)
    page = ask(client, f"/figures/{ground.planted.printed.uid}/").everything
    answer = ask(client, f"/api/v1/figures/{ground.planted.printed.uid}").everything
    assert OPEN_NUMBER in page
    assert OPEN_LABEL in page
    assert OPEN_LABEL in answer


def test_nothing_is_found_in_another_representation_or_an_error(ground: Ground) -> None:
    client = client_of(ANONYMOUS)
    addresses = [seen.address for seen in ground.seen_by(ANONYMOUS) if "/static/" not in seen.address]
    answers = [
        ask(client, address, headers={"Accept": accept}) for address in addresses for accept in ACCEPTS
    ]
    answers += [ask(client, address, method=method) for address in addresses for method in METHODS]
    assert {answer.status for answer in answers} >= {200, 404, 405, 406}
    assert found_in(answers, {**ground.protected, **ground.unpublished}) == []


@pytest.mark.parametrize("role", OUTSIDE)
def test_who_knocks_with_a_guessed_address_learns_nothing(ground: Ground, role: str) -> None:
    answers = knocks(ground, client_of(role))
    assert {answer.status for answer in answers} & {200, 500} == set()
    assert found_in(answers, without_own_words(answers, ground, is_outside=True)) == []


@pytest.mark.parametrize("role", SEE_NOTHING_PROTECTED)
def test_nothing_protected_reaches_those_at_the_desk_who_may_not_see_it(ground: Ground, role: str) -> None:
    answers = ground.seen_by(role)
    assert "/desk/documents/" in {answer.address for answer in answers if answer.status == 200}
    assert found_in(answers, ground.protected) == []


@pytest.mark.parametrize("role", SEE_NOTHING_PROTECTED)
def test_a_protected_thing_is_to_them_as_if_it_were_not(ground: Ground, role: str) -> None:
    answers = knocks(ground, client_of(role))
    assert {answer.status for answer in answers} & {409, 500} == set()
    assert found_in(answers, without_own_words(answers, ground, is_outside=False)) == []


@pytest.mark.parametrize("role", [ANONYMOUS, *ROLES])
def test_no_integer_key_leaves_the_process(ground: Ground, role: str) -> None:
    """The admin's addresses are Django's, for those who manage people; everything else goes by uid."""
    answers = [seen for seen in ground.seen_by(role) if not seen.address.startswith(("/admin/", "/static/"))]
    found = [(seen.address, INTEGER_KEY.search(seen.everything)) for seen in answers]
    assert [f"{address}: {key.string[key.start() - 60 : key.end()]}" for address, key in found if key] == []


def test_those_who_may_see_protected_things_do(ground: Ground) -> None:
    answers = ground.seen_by("editor")
    seen = set().union(*(leaks(answer.everything, PROTECTED) for answer in answers))
    assert {"title", "body", "source", "value", "evidence", "finding", "rationale"} <= seen


def test_the_record_itself_holds_no_words(ground: Ground) -> None:
    """Codes, ids and commitments only: what people wrote or read lies in the details, which can be erased."""
    words = {**PROTECTED, **UNPUBLISHED}
    columns = Entry.objects.values_list("act", "subject", "codes", "commitments")
    assert leaks(json.dumps([list(row) for row in columns]), words) == set()


def test_entries_that_name_something_protected_are_marked(ground: Ground) -> None:
    """Those who may not see protected things see of such an entry its hash alone."""
    unmarked = Entry.objects.filter(is_protected=False).values_list("seq", "act", "subject", "codes")
    named = [
        (act, leaks(json.dumps([subject, codes]), ground.protected)) for _, act, subject, codes in unmarked
    ]
    assert [(act, sorted(found)) for act, found in named if found] == []


@pytest.mark.parametrize("role", [ANONYMOUS, "contributor", "editor"])
def test_a_page_that_breaks_says_nothing_of_what_broke_it(ground: Ground, role: str) -> None:
    client = client_of(role)
    client.raise_request_exception = False
    words = " ".join(PROTECTED.values())
    with (
        mock.patch("summaries.public.front.render", side_effect=ValueError(words)),
        mock.patch("newsroom.views.render", side_effect=ValueError(words)),
        mock.patch("summaries.api.changes.Response", side_effect=ValueError(words), create=True),
    ):
        answers = [ask(client, address) for address in ("/", "/desk/", "/api/v1/changes")]
    assert 500 in {answer.status for answer in answers}
    assert found_in(answers, ground.protected) == []


def test_nothing_of_all_this_was_logged(ground: Ground) -> None:
    """Runs last: planting, walking, knocking and breaking have all been written down by now.

    A request's line holds its path, and the address of a measure at the desk is made of its title.
    """
    for role in (ANONYMOUS, "contributor", "editor"):
        knocks(ground, client_of(role))
    said = ground.log.getvalue()
    assert "request_finished" in said
    assert leaks(said, {**PROTECTED, **UNPUBLISHED}) <= {"measure"}


@pytest.fixture
def undone_after(ground: Ground) -> Iterator[None]:
    """What one test does to the planted desk is gone before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("undone_after")
def test_bringing_in_the_bytes_of_a_protected_document_tells_nothing_of_it(ground: Ground) -> None:
    """To somebody who may not know of it, it is new: no "already here", none of what the desk knows of it."""
    client = client_of("contributor")
    answer = client.post(
        reverse("claims:bring-in"), {"text": FIRST_TEXT, "publisher": "Somebody"}, follow=True
    )
    place = answer.redirect_chain[-1][0]
    mention = Mention.objects.filter(document__uid=place.strip("/").split("/")[-1])[0]
    answers = [
        ask(client, place),
        ask(client, f"{place}?mention={mention.uid}"),
        ask(client, "/desk/documents/"),
    ]
    own = leaks(FIRST_TEXT, PROTECTED) | {"hash of document"}
    assert found_in(answers, {of: secret for of, secret in ground.protected.items() if of not in own}) == []


@pytest.mark.usefixtures("undone_after")
@pytest.mark.parametrize("name", ["source", "alias"])
def test_the_name_of_a_protected_party_is_no_riddle_to_guess(ground: Ground, name: str) -> None:
    """Naming it as an originator answers as for any name: nobody can find out by typing that it is known here."""
    client = client_of("contributor")
    mention = Mention.objects.to_sort().filter(document__is_protected=False)[0]
    measure = ground.planted.printed.state.measure
    assert measure is not None
    said = []
    for typed in (PROTECTED[name], "Zqxnobodyknows"):
        with transaction.atomic():
            sent = {"seen": mention.token, "place": "measure", "measure": measure.slug, "originator": typed}
            answer = ask(client, reverse("claims:file-mention", args=[mention.uid]), method="post", data=sent)
            said.append((answer.status, leaks(answer.everything.replace(typed, ""), ground.protected)))
            transaction.set_rollback(True)
    assert said[0] == said[1]
    assert said[0][1] == set()


@pytest.mark.usefixtures("undone_after")
def test_a_party_protected_after_it_was_printed_is_named_no_more_by_the_record(ground: Ground) -> None:
    """What the record prints changes at once; the rest is tried in test_protected_after_print.py."""
    figure = Figure.objects.public().get(current_state__originator__name="Schools Union")
    party = figure.state.originator
    assert party is not None
    protect_source(by=Reviewer.objects.get(username="rhea"), source=party, public_label="a union")
    client = client_of(ANONYMOUS)
    answers = [ask(client, f"/figures/{figure.uid}/"), ask(client, f"/api/v1/figures/{figure.uid}")]
    assert json.loads(answers[1].body)["originator"] == "a union"
    assert "a union" in answers[0].everything
    assert found_in(answers, {"name": "Schools Union"}) == []

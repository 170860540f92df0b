"""Every page that somebody can walk to, as every role: each link, form and asset answers, under strict headers."""

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from ledger import clock
from newsroom import idle
from reviewers.models import Reviewer, RoleGrant
from reviewers.roles import ROLES as EVERY_ROLE
from summaries.models import Summary
from tests.newsroom.conftest import ANONYMOUS, ROLES, WITHOUT_ROLE, client_of
from tests.newsroom.crawl import HOST, Answer, ask, crawl, foreign

PEOPLE = [*ROLES, WITHOUT_ROLE, ANONYMOUS]
# Where each begins: who may not enter the desk is not sent there by any link.
DOORS = {
    ANONYMOUS: ("/", "/api/v1/", "/account/login/"),
    WITHOUT_ROLE: ("/", "/api/v1/", "/account/password/change/"),
}
EVERY_DOOR = ("/", "/desk/", "/api/v1/", "/account/password/change/")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = {
    "default-src": {"'none'"}, "script-src": {"'self'"}, "style-src": {"'self'"}, "img-src": {"'self'", "data:"},
    "font-src": {"'self'"}, "connect-src": {"'self'"}, "form-action": {"'self'"}, "base-uri": {"'none'"},
    "frame-ancestors": {"'none'"},
}  # fmt: skip
BEHIND_SIGN_IN = ("/desk/", "/admin/", "/account/password/")


@pytest.fixture(scope="module")
def walk(newsroom: None, django_db_blocker: Any) -> Callable[[str], dict[str, Answer]]:
    """Everything a role can walk to; walked once."""
    walks: dict[str, dict[str, Answer]] = {}

    def walked(role: str) -> dict[str, Answer]:
        if role not in walks:
            doors = DOORS.get(role, EVERY_DOOR)
            is_staff = role in ROLES and Reviewer.objects.get(username=ROLES[role]).is_staff
            walks[role] = crawl(client_of(role), *doors, *(["/admin/"] if is_staff else []))
        return walks[role]

    return walked


Walk = Callable[[str], dict[str, Answer]]


def pages(answers: dict[str, Answer]) -> Iterator[Answer]:
    return (answer for answer in answers.values() if answer.is_html and answer.body)


def alike(sent_to: dict[str, str]) -> list[list[tuple[str, str]]]:
    """Group forms by the act they are sent to, whatever the thing it is done to."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    for action, page in sent_to.items():
        kinds.setdefault(re.sub(r"[0-9a-f-]{36}|\d+", "#", action), []).append((action, page))
    return list(kinds.values())


def is_our_editor(address: str) -> bool:
    """Say whether this is a page on which an editor writes: the only one whose script needs a nonce."""
    return re.fullmatch(r"/desk/summaries/[0-9a-f-]{36}/(\?.*)?", address) is not None


@pytest.mark.django_db
def test_the_pages_of_an_empty_newsroom_lead_somewhere() -> None:
    answers = crawl(Client(), "/")
    assert [f"{a.came_from} → {a.address}: {a.status}" for a in answers.values() if a.status >= 400] == []


@pytest.mark.parametrize("role", PEOPLE)
def test_no_link_or_asset_leads_nowhere(walk: Walk, role: str) -> None:
    answers = dict(walk(role))
    if role == WITHOUT_ROLE:  # the sign-in leads to the desk, whose refusal says whom to ask
        assert answers.pop("/desk/").status == 403
    assert len(answers) > 20
    assert [f"{a.came_from} → {a.address}: {a.status}" for a in answers.values() if a.status >= 400] == []


@pytest.mark.parametrize("role", PEOPLE)
def test_every_form_has_somebody_to_send_to(walk: Walk, role: str) -> None:
    """An act answers a GET with its page, the way to the sign-in, or 405: never with 403 or 404."""
    client = client_of(role)
    sent_to = {
        urljoin(HOST + page.address, form.get("action", "")).removeprefix(HOST): page.address
        for page in pages(walk(role))
        for form in page.tree().iter("form")
        if form.get("method", "get").lower() == "post"
    }
    sent_to = {action: page for kind in alike(sent_to) for action, page in kind[:3]}
    assert sent_to
    answered = {action: ask(client, action).status for action in sent_to if action != "/account/logout/"}
    assert {
        a: (sent_to[a], status) for a, status in answered.items() if status >= 400 and status != 405
    } == {}


@pytest.mark.parametrize("role", PEOPLE)
def test_a_link_to_a_place_on_a_page_finds_it(walk: Walk, role: str) -> None:
    answers = walk(role)
    ids = {page.address: set(page.tree().xpath("//@id")) for page in pages(answers)}
    lost = set()
    for page in pages(answers):
        for place in page.tree().xpath("//a/@href"):
            address, fragment = urldefrag(urljoin(HOST + page.address, place))
            target = address.removeprefix(HOST)
            if place == "#" or (fragment and target in ids and fragment not in ids[target]):
                lost.add(f"{page.address} → {place}")
    assert sorted(lost) == []


@pytest.mark.parametrize("role", PEOPLE)
def test_every_button_does_something(walk: Walk, role: str) -> None:
    """It sends a form, or names what a script does with it; a link has an address."""
    idle = []
    for page in pages(walk(role)):
        for button in page.tree().iter("button", "input", "a"):
            if button.tag == "input" and button.get("type") not in ("submit", "button"):
                continue
            if "disabled" in button.attrib:  # it says why beside it
                continue
            is_hooked = any(name.startswith(("data-", "hx-", "popovertarget")) for name in button.attrib)
            is_sent = button.tag != "a" and (
                button.get("form") or any(True for _ in button.iterancestors("form"))
            )
            if not (is_hooked or is_sent or button.get("href")):
                idle.append(f"{page.address}: <{button.tag}> {button.text_content().strip()[:40]}")
    assert idle == []


@pytest.mark.parametrize("role", PEOPLE)
def test_S11_every_response_carries_the_security_headers(walk: Walk, role: str) -> None:
    client = client_of(role)
    refusals = [
        ask(client, "/nowhere/"), ask(client, "/api/v1/nowhere"), ask(client, "/desk/documents/new/", method="delete"),
        ask(client, "/", method="head"), ask(client, "/api/v1/summaries", method="post"),
        ask(client, "/desk/summaries/new/"), ask(client, "/admin/"),
    ]  # fmt: skip
    answers = [*walk(role).values(), *refusals]
    assert [a.address for a in answers if {name: a.headers.get(name) for name in ALWAYS} != ALWAYS] == []
    assert [a.address for a in answers if "Content-Security-Policy" not in a.headers] == []


@pytest.mark.parametrize("role", PEOPLE)
def test_the_policy_is_strict_and_has_a_nonce_on_the_writing_page_alone(walk: Walk, role: str) -> None:
    for answer in walk(role).values():
        policy = {
            words[0]: set(words[1:])
            for part in answer.headers["Content-Security-Policy"].split(";")
            if (words := part.split())
        }
        if is_our_editor(answer.address):
            policy["script-src"] = {word for word in policy["script-src"] if not word.startswith("'nonce-")}
            policy["style-src"] = {word for word in policy["style-src"] if not word.startswith("'sha256-")}
        assert policy == POLICY, answer.address


def test_the_nonce_of_the_writing_page_is_new_each_time(newsroom: None) -> None:
    client = client_of("editor")
    address = reverse("summaries:desk-summary", args=[Summary.objects.get(slug="a-year-on").uid])
    nonces = {
        re.search(r"'nonce-([^']+)'", ask(client, address).headers["Content-Security-Policy"])
        for _ in range(2)
    }
    assert len({found[1] for found in nonces if found}) == 2


@pytest.mark.parametrize("role", PEOPLE)
def test_what_only_the_signed_in_may_see_is_kept_by_no_cache(walk: Walk, role: str) -> None:
    kept = [
        answer.address
        for answer in walk(role).values()
        if answer.address.startswith(BEHIND_SIGN_IN)
        and "no-store" not in answer.headers.get("Cache-Control", "")
    ]
    assert kept == []


@pytest.mark.parametrize("role", PEOPLE)
def test_no_page_has_style_or_script_of_its_own(walk: Walk, role: str) -> None:
    inline = set()
    for page in pages(walk(role)):
        tree = page.tree()
        inline |= {f"{page.address}: <{element.tag} style>" for element in tree.xpath("//*[@style]")}
        inline |= {f"{page.address}: <style>" for _ in tree.iter("style")}
        inline |= {
            f"{page.address}: <{e.tag} {name}>"
            for e in tree.iter("*")
            for name in e.attrib
            if name.startswith("on")
        }
        for script in tree.xpath("//script[not(@src)]"):
            is_ours = is_our_editor(page.address) and script.get("nonce")
            if not is_ours and script.get("type") != "application/json":
                inline.add(f"{page.address}: <script> {(script.text or '')[:40]}")
    assert sorted(inline) == []


@pytest.mark.parametrize("role", PEOPLE)
def test_nothing_is_fetched_from_another_machine(walk: Walk, role: str) -> None:
    assert [found for page in pages(walk(role)) for found in foreign(page)] == []


# --- reading changes nothing ----------------------------------------------------------------------------------------


def contents() -> dict[str, tuple[int, str]]:
    """How many rows each table has, and a digest of them all."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = sorted(repr(_plain(row)) for row in cursor.fetchall())
            found[table] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    return found


def _plain(row: tuple[Any, ...]) -> list[Any]:
    return [bytes(value) if isinstance(value, memoryview) else value for value in row]


@pytest.mark.usefixtures("undone")
def test_A21_reading_everything_as_the_most_powerful_person_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A sign-in in use is noted once a minute; a slow machine reads for longer than that.
    instant = idle.now()
    monkeypatch.setattr(idle, "now", lambda: instant)
    almighty = Reviewer.objects.create(username="almighty", name="All Roles", joined_at=clock.now())
    RoleGrant.objects.bulk_create(
        RoleGrant(person=almighty, role=role, since=clock.now()) for role in EVERY_ROLE
    )
    client = Client()
    client.force_login(almighty)
    before = contents()
    answers = crawl(client, *EVERY_DOOR, "/admin/")
    after = contents()
    assert len(answers) > 100
    assert {table for table in before if before[table] != after[table]} == set()

"""The whole job in a browser, as five people and a reader: a text comes in, its figure is signed, printed, falls."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.models import Figure, Mention
from reviewers.people import create_person, first_administrator
from summaries.models import Summary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "twelve-boats-at-night"
PEOPLE = {
    "wren": "contributor",
    "idris": "reviewer",
    "salme": "reviewer",
    "bruno": "editor",
    "petra": "publisher",
}
STORY = """Port authority of Ansel
17 May 2031

Brought ashore at Port Ansel

The port authority of Ansel said on 17 May 2031 that more than 60 people were brought ashore
after the ferry ran aground.
"""

Visit = Callable[[str, str], Page]


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Visit]:
    """Open a page as somebody, each in a browser of their own; "" is a reader who never signed in."""
    administrator = first_administrator(username="odd", name="Odd Keller", password=PASSWORD)
    for username, role in PEOPLE.items():
        create_person(
            by=administrator, username=username, name=username.title(), password=PASSWORD, roles=[role]
        )
    pages: dict[str, Page] = {}
    troubles: list[str] = []

    def open_page(username: str, path: str) -> Page:
        if username not in pages:
            pages[username] = browser.new_context().new_page()
            pages[username].on(
                "console", lambda message: troubles.append(message.text) if message.type == "error" else None
            )
            pages[username].on("pageerror", lambda error: troubles.append(str(error)))
            if username:
                sign_in(pages[username], live_server.url, username)
        pages[username].goto(f"{live_server.url}{path}")
        return pages[username]

    yield open_page
    assert troubles == []


def sign_in(page: Page, url: str, username: str) -> None:
    page.goto(f"{url}/account/login/")
    page.locator("input[name=login]").fill(username)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{url}/desk/")


def bring_in(visit: Visit) -> Mention:
    page = visit("wren", "/desk/documents/new/")
    page.locator("textarea[name=text]").fill(STORY)
    page.locator("input[name=publisher]").fill("Port authority of Ansel")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator("h1")).to_contain_text("Ansel")
    return Mention.objects.get(quote="more than 60")


def define_and_file(visit: Visit, mention: Mention) -> Figure:
    page = visit("wren", f"/desk/measures/new/?mention={mention.uid}")
    page.locator("input[name=new_topic]").fill("The ferry at Ansel")
    page.locator("input[name=kind][value=cumulative]").check()
    page.locator("input[name=title]").fill("People brought ashore")
    page.locator("textarea[name=definition]").fill(
        "People brought ashore at Port Ansel after the ferry ran aground."
    )
    page.locator("input[name=one]").fill("person")
    page.locator("input[name=other]").fill("people")
    page.get_by_role("button", name="Define it").click()
    page = visit("wren", f"/desk/documents/{mention.document.uid}/?mention={mention.uid}")
    file_form = page.locator(f"form[action*='/mentions/{mention.uid}/file/']")
    file_form.locator("input[name=place][value=measure]").check()
    file_form.locator("select[name=measure]").select_option(label="People brought ashore")
    file_form.locator("input[name=originator]").fill("Port authority of Ansel")
    file_form.locator("select[name=new_party]").select_option("official")
    file_form.get_by_role("button", name="File").click()
    expect(page.get_by_text("People brought ashore").first).to_be_visible()
    mention.refresh_from_db()
    assert mention.figure is not None
    return mention.figure


def sign(visit: Visit, username: str, figure: Figure, signs: str, rationale: str) -> None:
    page = visit(username, f"/desk/figures/{figure.uid}/")
    page.locator(f"input[name=signs][value='{signs}']").check()
    page.locator("textarea[name=rationale]").fill(rationale)
    page.locator("select[name=credibility]").select_option("2")
    for box in page.locator("input[name=evidence]").all():
        box.check()
    page.get_by_role("button", name="Sign as").click()
    expect(page.get_by_text(rationale).first).to_be_visible()


def write(visit: Visit, figure: Figure) -> Summary:
    page = visit("bruno", "/desk/summaries/new/")
    page.locator("select[name=topic]").select_option(label="The ferry at Ansel")
    page.locator("input[name=headline]").fill("Who came ashore at Ansel")
    page.get_by_role("button", name="Begin").click()
    area = page.locator(".ProseMirror[contenteditable=true]").last
    area.click()
    area.press_sequentially("The port authority of Ansel says that it brought ashore ")
    page.locator(f"button[data-insert-figure='{figure.uid}']").click()
    expect(area.locator("[data-figure]")).to_contain_text("more than 60 people")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("As readers will see it")).to_be_visible()
    page.get_by_role("button", name="Ask for approval").first.click()
    return Summary.objects.get()


def approve_and_publish(visit: Visit, summary: Summary) -> None:
    page = visit("petra", f"/desk/summaries/{summary.uid}/")
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("published").first).to_be_visible()


def test_a_text_becomes_a_signed_figure_in_print_and_its_fall_is_seen_everywhere(visit: Visit) -> None:
    figure = define_and_file(visit, bring_in(visit))
    sign(visit, "idris", figure, "verified:primary_record", "The port's own notice.")
    sign(visit, "salme", figure, "verified:primary_record", "Read the notice again.")
    summary = write(visit, figure)
    approve_and_publish(visit, summary)

    page = visit("", f"/summaries/{summary.slug}/")
    expect(page.locator("main")).to_contain_text("more than 60 people")
    expect(page.locator("main")).to_contain_text("verified")
    answer = fetched(page, f"/api/v1/figures/{figure.uid}")
    assert (answer["status"], answer["value"]["low"]) == ("verified", "60")
    seen = fetched(page, "/api/v1/changes")

    sign(
        visit,
        "salme",
        figure,
        "unverifiable:untraceable",
        "The port took the notice down and will not say why.",
    )
    page = visit("", f"/summaries/{summary.slug}/")
    expect(page.locator("main")).to_contain_text("unverifiable")
    assert fetched(page, f"/api/v1/figures/{figure.uid}")["status"] == "unverifiable"
    kinds = [change["kind"] for change in fetched(page, "/api/v1/changes")["changes"]]
    assert kinds == [*(change["kind"] for change in seen["changes"]), "status"]
    page = visit("bruno", "/desk/")
    expect(page.locator("#broken")).to_contain_text("Who came ashore at Ansel")


def fetched(page: Page, path: str) -> dict:
    """Fetch from the API as any program would, without the cookies of a person."""
    base = re.match(r"https?://[^/]+", page.url)
    assert base is not None
    answer = page.request.get(f"{base[0]}{path}")
    assert answer.ok, (path, answer.status)
    return json.loads(answer.body())

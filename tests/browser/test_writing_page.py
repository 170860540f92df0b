"""The writing page in a browser: typing, choosing a figure, saving; and the same without script."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, Route, expect

from summaries.models import Summary
from tests.summaries.conftest import Desk, make_desk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(transactional_db: None) -> Desk:
    return make_desk()


def sign_in(context: Any, live_server: Any, desk: Desk) -> None:
    """Give the browser the session of the editor."""
    client = Client()
    client.force_login(desk.editor)
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])


def address(live_server: Any, summary: Summary) -> str:
    return f"{live_server.url}/desk/summaries/{summary.uid}/"


def writing_area(page: Page) -> Locator:
    """The editor of the text, once it is ready: until then its textarea answers to the same role and name."""
    return page.locator(".ProseMirror[role=textbox][aria-label=Text]")


def test_an_editor_types_picks_a_figure_and_saves(page: Page, live_server: Any, desk: Desk) -> None:
    summary = desk.write("<p>The harbour is open.</p>")
    sign_in(page.context, live_server, desk)
    page.goto(address(live_server, summary))
    text = writing_area(page)
    text.click()
    expect(text).to_be_focused()
    text.press("Control+End")
    text.press("Enter")
    expect(text.locator("p")).to_have_count(2)
    text.press_sequentially("Harbour Watch said that ")
    page.locator("[data-picker-search]").fill("ashore")
    page.locator("#picker-list [data-insert-figure]").first.click()
    page.keyboard.type(" came.")
    page.on("dialog", lambda dialog: pytest.fail(f"asked on saving: {dialog.message}"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#messages")).to_contain_text("Revision 3 is saved.")
    expect(page.locator(".preview-page")).to_contain_text(
        "Harbour Watch said that more than 60 people (as of 17 May 2031"
    )
    summary.refresh_from_db()
    node = f'<data data-figure="{desk.figure.uid}" data-wording="full">more than 60 people</data>'
    assert summary.current_revision is not None
    assert summary.current_revision.body == (
        f"<p>The harbour is open.</p><p>Harbour Watch said that {node} came.</p>"
    )


def test_what_stops_a_text_is_mended_without_losing_what_is_typed(
    page: Page, live_server: Any, desk: Desk
) -> None:
    summary = desk.write("<p>It came to 60 in all.</p>")
    sign_in(page.context, live_server, desk)
    page.goto(address(live_server, summary))
    text = writing_area(page)
    text.click()
    text.press("Control+End")
    page.keyboard.type(" And more")
    page.get_by_role("link", name="Find it among the figures").click()
    expect(page.locator("[data-picker-search]")).to_have_value("60")
    expect(page.locator("#picker-list")).to_contain_text("more than 60 people")
    expect(text).to_contain_text("And more")


@pytest.mark.parametrize(("is_typed", "asks"), [(True, 1), (False, 0)])
def test_the_page_is_not_left_unasked_with_unsaved_words(
    page: Page, live_server: Any, desk: Desk, is_typed: bool, asks: int
) -> None:
    sign_in(page.context, live_server, desk)
    page.goto(address(live_server, desk.write()))
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    writing_area(page).click()
    if is_typed:
        page.keyboard.type("More. ")
    page.get_by_role("link", name="Desk", exact=True).click()
    expect(page.locator(".desk-sentence")).to_be_visible()
    assert asked == ["beforeunload"] * asks


def test_what_is_typed_before_the_editor_is_there_is_kept_and_typed_on(
    page: Page, live_server: Any, desk: Desk
) -> None:
    held: list[Route] = []
    page.route("**/figure-ref*.js", lambda route: held.append(route))
    sign_in(page.context, live_server, desk)
    page.goto(address(live_server, desk.write("<p>The harbour is open.</p>")), wait_until="commit")
    page.locator("textarea[name=body]").press("Control+End")
    page.keyboard.type("<p>More</p>")
    expect(page.locator("[data-insert-figure]").first).to_be_hidden()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    text = writing_area(page)
    expect(text).to_be_focused()
    expect(text.locator("p")).to_have_text(["The harbour is open.", "More"])
    expect(page.locator("[data-insert-figure]").first).to_be_visible()
    page.keyboard.type(" words")
    expect(text.locator("p").last).to_have_text("More words")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Desk", exact=True).click()
    expect(page.locator(".desk-sentence")).to_be_visible()
    assert asked == ["beforeunload"]


def test_the_writing_pages_have_no_axe_violations(page: Page, live_server: Any, desk: Desk) -> None:
    summary = desk.write(desk.sentence() + "<p>In fifteen months nobody counted.</p>")
    sign_in(page.context, live_server, desk)
    for path in (f"summaries/{summary.uid}/", "summaries/", "summaries/new/", "corrections/"):
        page.goto(f"{live_server.url}/desk/{path}")
        expect(page.locator("main")).to_be_visible()
        if path == f"summaries/{summary.uid}/":
            expect(writing_area(page)).to_be_visible()
        found = Axe().run(page).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_a_text_wider_than_a_phone_scrolls_nothing_sideways(page: Page, live_server: Any, desk: Desk) -> None:
    summary = desk.write()
    sign_in(page.context, live_server, desk)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address(live_server, summary))
    expect(writing_area(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_script_the_body_reads_and_the_forms_work(
    browser: Browser, live_server: Any, desk: Desk
) -> None:
    summary = desk.write("<p>Harbour Watch counts.</p>")
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server, desk)
    page = context.new_page()
    page.goto(address(live_server, summary))
    expect(page.locator(".preview-page")).to_contain_text("Harbour Watch counts.")
    for needs_script in ("[data-insert-figure]", "[data-keys-open]"):
        expect(page.locator(needs_script).first).to_be_hidden()
    page.locator("#insert summary").click()
    page.locator("#insert select[name=after_paragraph]").select_option("1")
    page.get_by_role("button", name="Put it in").click()
    expect(page.locator(".preview-page")).to_contain_text("Harbour Watch counts more than 60 people")
    page.locator("textarea[name=body]").fill("<p>Typed by hand.</p>")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".preview-page")).to_contain_text("Typed by hand.")
    context.close()

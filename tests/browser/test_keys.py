"""The reader and the queue worked by single keys alone: DESIGN, Surfaces 2 and 4."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from claims.models import Figure, Mention
from tests.browser.test_accessibility import desk, signed_in

__all__ = ["desk"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("desk")]
IN_FOCUS = "document.activeElement.closest('form')?.dataset.key ?? document.activeElement.tagName"


@pytest.fixture
def reader(browser: Browser, live_server: Any) -> Any:
    """A reviewer's page, and a way to open a mention in it."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    page = signed_in(context, live_server.url, "tomas")

    def at(mention: Mention) -> Page:
        page.goto(
            f"{live_server.url}{reverse('claims:document', args=[mention.document.uid])}?mention={mention.uid}"
        )
        return page

    yield at
    context.close()


def to_sort() -> Mention:
    return (
        Mention.objects.to_sort().filter(document__is_protected=False, document__state="in").order_by("pk")[0]
    )


def step(page: Page) -> str:
    return page.locator(".panel-step").inner_text().partition("\n")[0]


def test_j_and_k_go_to_the_next_figure_and_back(reader: Any) -> None:
    page = reader(to_sort())
    first, then = ("j", "k") if page.locator("a[data-key=j]").count() else ("k", "j")
    before = step(page)
    page.keyboard.press(first)
    expect(page.locator(".panel-step")).not_to_contain_text(before)
    page.wait_for_load_state()  # a key pressed before the script is there is lost
    page.keyboard.press(then)
    expect(page.locator(".panel-step")).to_contain_text(before)


@pytest.mark.parametrize("key", ["c", "d", "f", "n"])
def test_a_key_opens_the_form_and_a_letter_typed_there_stays_a_letter(reader: Any, key: str) -> None:
    page = reader(to_sort())
    page.keyboard.press(key)
    assert page.evaluate(IN_FOCUS) == key
    assert Mention.objects.to_sort().filter(pk=to_sort().pk).exists()
    here = page.url
    page.keyboard.press("j")
    assert page.url == here and page.evaluate(IN_FOCUS) == key


def test_a_accepts_the_reading(reader: Any) -> None:
    mention = to_sort()
    page = reader(mention)
    page.keyboard.press("a")
    expect(page.locator("#panel")).to_contain_text("accepted")
    mention.refresh_from_db()
    assert mention.state == "accepted"


def test_s_goes_to_the_signature_which_is_signed_by_keys_and_leads_back(reader: Any) -> None:
    mention = Mention.objects.filter(
        figure__status=Figure.Status.UNREVIEWED, figure__n_draft_uses=0, document__is_protected=False
    ).exclude(figure__hands__person__username="tomas")[0]  # fmt: skip
    page = reader(mention)
    expect(page.locator("#sign")).to_be_visible()
    page.keyboard.press("s")
    assert page.evaluate(IN_FOCUS) == "s"
    page.locator("#sign input[value='attributed:own_words']").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-sign-button]")).to_have_text("Sign as attributed")
    expect(page.locator("[data-sign-print]")).to_contain_text("attributed")
    page.locator("#sign textarea[name=rationale]").focus()
    page.keyboard.type("Its own words, on the desk.")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    page.locator("[data-sign-button]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("Signed as attributed.")
    assert f"mention={mention.uid}" in page.url
    assert mention.figure is not None
    mention.figure.refresh_from_db()
    assert mention.figure.status == "attributed"


def test_the_queue_is_walked_taken_from_and_opened_by_keys(reader: Any, live_server: Any) -> None:
    page = reader(to_sort())
    page.goto(f"{live_server.url}{reverse('reviewers:queue')}")
    row = page.locator("[data-key-item]").first
    page.keyboard.press("j")
    expect(row).to_have_attribute("data-key-current", "")
    page.keyboard.press("t")
    expect(row).to_contain_text("give back")
    page.keyboard.press("j")
    page.keyboard.press("g")
    expect(row).to_contain_text("Take")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#sign")).to_be_visible()


def test_the_keys_are_told_and_can_be_switched_off(reader: Any) -> None:
    page = reader(to_sort())
    page.keyboard.press("?")
    expect(page.locator("#keys-help")).to_be_visible()
    page.locator("[data-keys-on]").uncheck()
    page.keyboard.press("Escape")
    here = page.url
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    assert page.url == here

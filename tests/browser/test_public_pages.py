"""The public pages in a browser: accessible, nothing wider than the screen, nothing from another machine."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from ledger import clock
from tests import cast
from tests.summaries.conftest import make_desk
from tests.summaries.public import ground

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: list[dict[str, Any]] = [
    {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    {"color_scheme": "dark", "viewport": {"width": 1440, "height": 900}},
    {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
]


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with a page, in words."""
    page.goto(address)
    found = Axe().run(page, options={"runOnly": STANDARDS}).response["violations"]
    said = [f"{address}: {fault['id']} {fault['nodes'][0]['html'][:100]}" for fault in found]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        said.append(f"{address}: wider than the screen")
    return said


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "phone"])
def test_the_public_pages_are_accessible_and_fit_the_screen(
    browser: Browser, live_server: Any, look: dict[str, Any]
) -> None:
    with clock.held_at(cast.NOON):
        desk = make_desk()
        summary = ground.everything(desk)
    context = browser.new_context(**look)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    paths = [
        "/", "/summaries/", ground.address(summary), ground.address(summary, 1), "/summaries/taken-back/", "/measures/",
        "/measures/families-at-tarn-gate/", f"/figures/{desk.figure.uid}/", "/corrections/", "/method/", "/data/",
    ]  # fmt: skip
    found = [fault for path in paths for fault in faults(page, f"{live_server.url}{path}")]
    context.close()
    assert found == []
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert not [url for url in asked if url.endswith(".js")]

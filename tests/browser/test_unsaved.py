"""A text sent after the sign-in had ended, in a browser: kept, shown after the next one, and sent again as it was."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, expect

from newsroom import idle
from sources.models import Text
from tests import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "seven grey herons 41"
WORDS = "  They came ashore,\n\nmore than 60 of them <b>at dusk</b>.\n"


def sign_in(page: Page) -> None:
    page.fill("input[name=login]", "mira")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def test_S05_a_text_sent_too_late_is_sent_again_as_it_was(
    page: Page, live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = cast.person("contributor", "mira")
    account.set_password(PASSWORD)
    account.save()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.goto(f"{live_server.url}/account/login/")
    sign_in(page)
    page.goto(f"{live_server.url}/desk/documents/new/")
    page.fill("textarea[name=text]", WORDS)
    later = idle.now() + settings.SIGN_IN_IDLE_S + 60
    monkeypatch.setattr(idle, "now", lambda: later)
    page.click("main form button[type=submit]")
    expect(page.locator("main")).to_contain_text("What you sent is kept")
    sign_in(page)
    expect(page.locator("h1")).to_have_text("This was not saved")
    expect(page.get_by_label("text")).to_have_value(WORDS)
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Send it again").click()
    page.wait_for_url("**/desk/documents/*-*/")
    assert Text.objects.get().text == WORDS
    assert said == []

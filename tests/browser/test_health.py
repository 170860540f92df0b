"""The live server of the tests, seen by a browser."""

from typing import Any

from playwright.sync_api import Page


def test_a_browser_reaches_the_live_server(page: Page, live_server: Any) -> None:
    response = page.goto(f"{live_server.url}/healthz")
    assert response is not None
    assert (response.status, response.json()) == (200, {"status": "ok", "database": "ok"})
    assert response.headers["content-security-policy"]

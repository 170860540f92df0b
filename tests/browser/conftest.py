"""Tests that drive Chromium against a live server: the marker, a browser that speaks English, and a listening ear.

Every page they open is watched: an error in the console, a blocked resource or an answer of 500 fails the test.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Response, expect

HERE = Path(__file__).parent
# Playwright's loop runs in the thread of the tests, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
expect.set_options(timeout=20_000)  # ms; a busy machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, so that nobody has to remember to."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "UTC"}


@pytest.fixture
def expected_refusals() -> list[int]:
    """Statuses the test provokes on purpose, as 403 or 409: it appends them, and the console may mention them."""
    return []


@pytest.fixture(autouse=True)
def _nothing_goes_wrong_unseen(context: BrowserContext, expected_refusals: list[int]) -> Iterator[None]:
    """Listen to every page of the test, and fail it for what a user would only find in the developer's tools."""
    faults: list[str] = []

    def console(message: ConsoleMessage) -> None:
        is_expected = any(f"status of {status}" in message.text for status in expected_refusals)
        if message.type == "error" and not is_expected:
            faults.append(f"console: {message.text}")

    def answered(response: Response) -> None:
        if response.status >= 500:
            faults.append(f"{response.status} {response.request.method} {response.url}")

    context.on("console", console)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("response", answered)
    yield
    assert faults == []

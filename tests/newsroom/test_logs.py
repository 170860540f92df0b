"""The log: one line a request, and nothing in it that a protected source could be found by."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from django.db import IntegrityError
from django.test import Client, RequestFactory

from newsroom import logs

SECRET = "Vessela Orrin"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the root logger writes, as production would write it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    handler.setFormatter(
        next(kept for kept in root.handlers if "ProcessorFormatter" in str(kept.formatter)).formatter
    )
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_request_is_one_line_without_query_body_or_address(client: Client, log: io.StringIO) -> None:
    client.post(
        "/healthz?q=Vessela+Orrin", {"name": SECRET}, REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT=SECRET
    )
    (line,) = lines(log)
    assert (line["request"], line["code"], line["level"]) == ("POST /healthz", 405, "warning")
    assert not any(trace in log.getvalue() for trace in ("Vessela", "Orrin", "203.0.113.9"))


@pytest.mark.django_db
def test_an_error_leaves_its_type_and_places_and_not_its_words(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    error = IntegrityError(f"Failing row contains ({SECRET}).")
    with (
        mock.patch("newsroom.health.connection.cursor", side_effect=error),
        mock.patch("newsroom.health.DatabaseError", ZeroDivisionError),
    ):
        assert client.get("/healthz").status_code == 500
    (line,) = [line for line in lines(log) if line.get("code") == 500]
    assert line["exception"] == "IntegrityError"
    assert any("newsroom/health.py" in place for place in line["places"])
    assert SECRET not in log.getvalue()


def test_X06_control_characters_in_an_address_do_not_reach_the_terminal() -> None:
    request = RequestFactory().get("/desk/%1B%5B2J%0D%0Aforged")
    assert logs.RequestLogMiddleware.format_request(request) == "GET /desk/%1B%5B2J%0D%0Aforged"


def test_T23_patterns_in_a_message_stay_as_they_are(log: io.StringIO) -> None:
    logging.getLogger("sources").warning("%s", "{x.__class__} ${7*7} %(x)s")
    assert lines(log)[0]["event"] == "{x.__class__} ${7*7} %(x)s"

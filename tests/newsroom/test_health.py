"""/healthz: open to everybody, honest about the database, silent about everything else."""

from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client

pytestmark = pytest.mark.django_db


def test_it_answers_a_stranger(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "database": "ok"})
    assert "no-store" in response["Cache-Control"]


def test_it_says_when_the_database_does_not_answer_and_not_why(client: Client) -> None:
    failure = OperationalError("could not reach 10.1.2.3 as desk")
    with mock.patch("newsroom.health.connection.cursor", side_effect=failure):
        response = client.get("/healthz")
    assert (response.status_code, response.json()) == (503, {"status": "failing", "database": "unreachable"})


def test_it_is_only_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405

"""Closed by default, and open without a look at the session."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["newsroom:desk", "claims:documents", "summaries:desk-summaries"])
def test_a_stranger_is_sent_to_the_sign_in(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/account/login/")


def test_an_open_view_does_not_vary_by_cookie(client: Client) -> None:
    client.force_login(cast.person())
    assert "Cookie" not in client.get("/healthz").headers.get("Vary", "")


def test_a_closed_view_varies_by_cookie(client: Client) -> None:
    client.force_login(cast.person())
    assert "Cookie" in client.get("/desk/").headers["Vary"]

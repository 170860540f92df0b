"""The page by which a document is closed and opened again."""

import pytest

from tests.claims.test_intake_views import at, brought, signed_in

pytestmark = pytest.mark.django_db

ROLES = [None, "contributor", "reviewer", "editor", "publisher", "auditor", "administrator"]


def test_protecting_closes_the_page_to_others_and_opening_lets_them_in_again() -> None:
    document, client, other = brought(), signed_in(), signed_in("contributor")
    assert client.post(at(document, "protect/"), {"reason": ""}).status_code == 422
    client.post(at(document, "protect/"), {"reason": "A witness is named."})
    for act in ("", "describe/", "redate/", "withdraw/", "protect/"):
        assert other.get(at(document, act)).status_code == 404
    assert "Open the document again" in client.get(at(document, "protect/")).content.decode()
    client.post(at(document, "protect/"), {"reason": "The name was public."})
    assert other.get(at(document, "describe/")).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_who_may_protect(role: str | None) -> None:
    opens = 200 if role in ("reviewer", "editor") else 404 if role is None else 403
    assert signed_in(role).get(at(brought(), "protect/")).status_code == opens

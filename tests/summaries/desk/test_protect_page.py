"""The page by which a document is closed and opened again."""

import pytest

from ledger.models import Entry
from sources.describe import token
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
    document.refresh_from_db()
    again = {"reason": "The name was public.", "to": "open", "seen": token(document)}
    client.post(at(document, "protect/"), again)
    assert other.get(at(document, "describe/")).status_code == 200


def test_W06_protecting_sent_twice_or_by_two_at_once_opens_nothing() -> None:
    document, client, other = brought(), signed_in("reviewer"), signed_in("editor")
    shown = client.get(at(document, "protect/")).content.decode()
    assert 'name="to" value="closed"' in shown
    for one in (client, client, other):
        sent = {"reason": "A witness is named.", "to": "closed", "seen": token(document)}
        assert one.post(at(document, "protect/"), sent).status_code == 302
        assert type(document).objects.get().is_protected
    assert Entry.objects.filter(act="sources.protect_document").count() == 1


def test_opening_from_a_stale_page_is_refused() -> None:
    document, client = brought(), signed_in()
    stale = {"reason": "The name was public.", "to": "open", "seen": token(document)}
    client.post(at(document, "protect/"), {"reason": "A witness is named."})
    assert client.post(at(document, "protect/"), stale).status_code == 409
    document.refresh_from_db()
    assert document.is_protected


@pytest.mark.parametrize("role", ROLES)
def test_who_may_protect(role: str | None) -> None:
    opens = 200 if role in ("reviewer", "editor") else 404 if role is None else 403
    assert signed_in(role).get(at(brought(), "protect/")).status_code == opens

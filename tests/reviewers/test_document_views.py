"""The pages by which a document is withdrawn and restored."""

import pytest

from claims.models import Figure
from reviewers.sign import EvidenceItem
from sources.describe import token
from sources.models import Document
from tests import cast
from tests.claims.test_intake_views import LISTING, at, brought, signed_in
from tests.reviewers.desk import now, verify

pytestmark = pytest.mark.django_db

ROLES = [None, "contributor", "reviewer", "editor", "publisher", "auditor", "administrator"]


def test_withdrawing_and_restoring() -> None:
    document, client = brought(LISTING), signed_in()
    assert (
        "The 3 documents on this page are withdrawn with it."
        in client.get(at(document, "withdraw/")).content.decode()
    )
    assert client.post(at(document, "withdraw/"), {"seen": token(document), "reason": ""}).status_code == 422
    client.post(at(document, "withdraw/"), {"seen": token(document), "reason": "Not ours."})
    assert str(document.uid) not in client.get("/desk/documents/").content.decode()
    assert str(document.uid) in client.get("/desk/documents/?withdrawn=1").content.decode()
    assert "is withdrawn" in client.get(at(document, "withdraw/")).content.decode()
    client.post(at(document, "restore/"), {"seen": token(Document.objects.get(pk=document.pk))})
    assert Document.objects.standing().count() == 4


def test_restoring_what_stands_is_refused_with_a_sentence() -> None:
    document, client = brought(), signed_in()
    answer = client.post(at(document, "restore/"), {"seen": token(document)}, follow=True)
    assert "was not withdrawn" in answer.content.decode()
    assert client.get(at(document, "restore/")).status_code == 405


def test_the_page_counts_what_leans_on_it_and_the_act_lets_it_fall(made: Figure) -> None:
    record, client = brought(), signed_in()
    for person in (cast.person(), cast.person()):
        verify(made, person, evidence=[EvidenceItem(document=record)])
    assert "1 figure loses it as support" in client.get(at(record, "withdraw/")).content.decode()
    client.post(at(record, "withdraw/"), {"seen": token(record), "reason": "Not ours."})
    assert now(made).status == "unreviewed"


@pytest.mark.parametrize("role", ROLES)
def test_who_may_withdraw(role: str | None) -> None:
    opens = 200 if role in ("contributor", "reviewer", "editor") else 404 if role is None else 403
    assert signed_in(role).get(at(brought(), "withdraw/")).status_code == opens

"""No address gives out a stored file (catalogue N15, N16), and requests stay bounded (N09)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from claims.bring_in import bring_in
from sources.models import Capture
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    signed_in = Client()
    signed_in.force_login(
        cast.person("editor"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return signed_in


def test_N15_N16_no_address_gives_out_a_stored_file(client: Client) -> None:
    capture = bring_in(by=cast.person("contributor"), content=b"<html><p>12 left", how="upload").capture
    names = (
        capture.blob.sha256,
        capture.blob.path,
        str(capture.uid),
        f"captures/{capture.blob.path}",
        f"files/{capture.uid}",
    )
    for name in names:
        for root in ("", "desk/", "desk/captures/", "media/", "static/", "api/v1/captures/"):
            answer = client.get(f"/{root}{name}", {"inline": "1"}, headers={"accept": "text/html"})
            assert answer.status_code in (301, 404)
            assert b"12 left" not in answer.content


@pytest.mark.parametrize("given", [
    {f"file{n}": SimpleUploadedFile("a.txt", b"12") for n in range(101)},
    {f"field{n}": "x" for n in range(1001)},
], ids=["101 files", "1001 fields"])  # fmt: skip
def test_N09_a_request_of_too_many_parts_is_refused(client: Client, given: dict[str, object]) -> None:
    assert client.post("/desk/documents/new/", given).status_code == 400
    assert not Capture.objects.exists()


def test_N09_the_same_field_twice_brings_in_one_text(client: Client) -> None:
    client.post("/desk/documents/new/", {"text": ["11 people left.", "12 people left."]})
    assert Capture.objects.count() == 1

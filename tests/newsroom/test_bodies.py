"""Bodies that are cut off, packed or of another kind than a form's (catalogue N10, A08)."""

import gzip
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, RequestFactory

from newsroom.bodies import BrokenOff, WholeBody
from newsroom.wsgi import application
from sources.models import Blob, Capture
from tests import cast

pytestmark = pytest.mark.django_db
WORDS = "More than 60 people were brought ashore at Port Ansel. " * 200
ADDRESS = "/desk/documents/new/"


class Wire(io.RawIOBase):
    """A connection that gives a few bytes at a time, as sockets do, and then ends."""

    def __init__(self, sent: bytes) -> None:
        self.sent = io.BytesIO(sent)

    def read(self, size: int = -1) -> bytes:
        return self.sent.read(min(size, 1000) if size > 0 else 1000)

    def readline(self, size: int | None = -1) -> bytes:
        return self.sent.readline(size or -1)


def ask(client: Client, sent: dict[str, Any], *, cut: int) -> str:
    """Send a form over WSGI with its last `cut` bytes missing; return the status line."""
    # The token first, as in our forms: what is cut off is the file.
    cookie, token = client.cookies["sessionid"].value, client.cookies["csrftoken"].value
    request = RequestFactory().post(ADDRESS, {"csrfmiddlewaretoken": token, **sent})
    body = request.body
    environ = {**request.environ, "wsgi.input": Wire(body[: len(body) - cut]), "wsgi.errors": io.StringIO()}
    environ["HTTP_COOKIE"] = f"sessionid={cookie}; csrftoken={token}"
    said: list[str] = []
    with the_tests_own_connection():
        answer: Any = application(environ, lambda status, headers, exc_info=None: said.append(status))
        list(answer)
        answer.close()
    return said[0]


@contextmanager
def the_tests_own_connection() -> Iterator[None]:
    """Keep a request from closing the database under the test, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def client(db: None, settings: Any, tmp_path: Path) -> Client:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100  # so that a file goes through the folder
    signed_in = Client(enforce_csrf_checks=True)
    signed_in.force_login(cast.person("contributor"))
    signed_in.get(ADDRESS)
    return signed_in


def file() -> SimpleUploadedFile:
    return SimpleUploadedFile("story.txt", WORDS.encode())


@pytest.mark.parametrize("cut", [1, 40, 2000, len(WORDS)])
@pytest.mark.parametrize("door", ["file", "text"])
def test_N10_of_an_upload_broken_off_half_way_nothing_stays(
    client: Client, tmp_path: Path, door: str, cut: int
) -> None:
    status = ask(client, {door: file() if door == "file" else WORDS}, cut=cut)
    assert status.startswith("4")
    assert not Blob.objects.exists() and not Capture.objects.exists()
    assert list(tmp_path.iterdir()) == []


def test_N10_what_arrives_whole_goes_in_however_slowly(client: Client, tmp_path: Path) -> None:
    assert ask(client, {"file": file()}, cut=0).startswith("302")
    assert Blob.objects.get().size == len(WORDS)
    assert list(tmp_path.iterdir()) == []


def test_N10_what_lies_in_the_folder_meanwhile_is_ours_alone(settings: Any) -> None:
    from newsroom.settings import base

    folder = base.FILE_UPLOAD_TEMP_DIR
    assert folder != Path(tempfile.gettempdir()) and folder.stat().st_mode & 0o077 == 0


def test_a_line_that_ends_early_is_broken_off() -> None:
    body = WholeBody(io.BytesIO(b"one\ntwo"), 10)
    assert body.readline() == b"one\n"
    with pytest.raises(BrokenOff):
        body.readline()


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/json", "application/xml", "image/png", "", "x" * 300]
)
def test_A08_a_body_that_is_no_forms_is_refused_with_415(client: Client, kind: str) -> None:
    loose = Client()
    loose.cookies = client.cookies
    answer = loose.post(ADDRESS, WORDS.encode(), content_type=kind)
    assert answer.status_code == 415 and b"Nothing was changed" in answer.content
    assert not Capture.objects.exists()


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br", "gzip, gzip", "zstd"])
def test_A08_a_packed_body_is_refused_unread(client: Client, packing: str) -> None:
    loose = Client()
    loose.cookies = client.cookies
    bomb = gzip.compress(b"text=" + b"1" * 10_000_000)
    sent = {"content_type": "application/x-www-form-urlencoded", "headers": {"Content-Encoding": packing}}
    assert loose.post(ADDRESS, bomb, **sent).status_code == 415
    assert not Capture.objects.exists()


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "", "multipart/form-data; boundary=x"])
def test_A08_the_api_takes_no_body_of_any_kind(kind: str) -> None:
    answer = Client().post("/api/v1/summaries", b'{"headline": "x"}', content_type=kind)
    assert answer.status_code == 405


def test_an_unpacked_body_that_says_so_is_taken(client: Client) -> None:
    loose = Client()
    loose.cookies = client.cookies
    answer = loose.post(ADDRESS, {"text": WORDS}, headers={"Content-Encoding": "identity"})
    assert answer.status_code == 302

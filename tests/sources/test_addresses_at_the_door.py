"""Addresses given where a text or a file is meant (catalogue U): refused at every door, and nobody is called.

Fetching comes later; what is dialled, and where it leads, will be tried again then.
"""

import socket
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from sources.kinds import refuse_address
from sources.models import Blob, Capture
from tests import cast

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "U01": ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "HTTP://LOCALHOST:8000/admin/"],
    "U02": [
        f"http://{host}/"
        for host in ("2130706433", "0x7f000001", "017700000001", "127.1", "0x7f.1", "0177.0.0.1")
    ],
    "U03": ["http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/"],
    "U04": [
        f"http://{host}/latest/meta-data/"
        for host in (
            "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "[fd00:ec2::254]", "168.63.129.16",
            "100.64.0.1", "198.18.0.1",
        )
    ],
    "U05": [
        f"http://[{host}]/"
        for host in (
            "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "fec0::1",
            "fe80::1%25eth0",
        )
    ],
    "U06": [
        f"http://{host}/"
        for host in ("0.0.0.0", "[::]", "255.255.255.255", "224.0.0.1", "[ff02::1]", "240.0.0.1", "192.88.99.1")
    ],
    "U07": ["http://public-and-private.ansel.example/"],
    "U11": [
        "file:///etc/passwd", "file:/etc/passwd", "ftp://ansel.example/a", "gopher://x/1", "dict://x:11211/stat",
        "data:text/html,<b>12</b>", "javascript:alert(1)", "jar:http://x/a!/b", "ldap://x/", "blob:http://x/1",
        "view-source:http://x/", "JAVASCRIPT:alert(1)",
    ],
    "U12": ["http://good.example@127.0.0.1/", "http://user:pw@host/"],
    "U13": [
        "http://good.example\\@127.0.0.1/", "http://127.0.0.1#@good.example/", "http:///127.0.0.1",
        "http://good.example%00.evil/", "http://good.example%2f@evil/", "http:\\\\127.0.0.1/",
    ],
    "U14": [
        "http://ansel.example/\r\nX-A:b", "http://ansel.example/a\tb", "http://ansel.example/\x00.evil",
        "\nhttp://ansel.example/\n", "http://ansel.example/%0d%0aX-A:%20b",
    ],
    "U15": [f"http://ansel.example:{port}/" for port in ("22", "25", "5432", "6379", "0", "65536", "80abc")],
    "U16": [
        "http://ansel.example/" + "a" * 10_000, f"http://{'a' * 70}.example/", "http:///", "http://localhost./",
        "http://host..example/",
    ],
    "U18": ["http://testserver/", "http://testserver/admin/", "https://testserver/healthz"],
}  # fmt: skip
EVERY = [
    pytest.param(address, id=f"{case}-{n}")
    for case, some in ADDRESSES.items()
    for n, address in enumerate(some)
]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Note whoever is asked for by name or dialled. The database's own link was made before."""
    cast.person("contributor", "nadia")
    calls: list[Any] = []
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
        monkeypatch.setattr(socket, name, lambda *given, **_: calls.append(given))
    monkeypatch.setattr(socket.socket, "connect", lambda _self, *given: calls.append(given))
    monkeypatch.setattr(socket.socket, "connect_ex", lambda _self, *given: calls.append(given))
    return calls


@pytest.fixture
def client(db: None) -> Client:
    signed_in = Client()
    signed_in.force_login(cast.person("contributor"))
    return signed_in


@pytest.mark.parametrize("address", EVERY)
def test_U01_U02_U03_U04_U05_U06_U07_an_address_pasted_is_refused_and_nobody_called(
    client: Client, called: list[Any], address: str
) -> None:
    answer = client.post("/desk/documents/new/", {"text": address})
    assert answer.status_code == 422 and b"Addresses are not fetched yet" in answer.content
    assert called == [] and not Capture.objects.exists() and not Blob.objects.exists()


@pytest.mark.parametrize("address", EVERY)
def test_U11_U12_U13_U14_U15_U16_U18_an_address_for_ingest_is_refused_and_nobody_called(
    called: list[Any], capsys: pytest.CaptureFixture[str], address: str
) -> None:
    with pytest.raises(SystemExit):
        call_command("ingest", address)
    said = capsys.readouterr().err
    assert "Addresses are not fetched yet" in said
    assert not set(said) & {"\x00", "\r", "\t"} and said.count("\n") == 1
    assert called == [] and not Capture.objects.exists()


@pytest.mark.parametrize("words", [
    "http://ansel.example/story says that 12 were hurt", "Source: http://ansel.example/", "Data: 12 were hurt.",
    "file: 12 people", "12 http://ansel.example/", "about: 12", "Ansel Post:\n12 were hurt",
])  # fmt: skip
def test_a_text_that_names_an_address_is_a_text(words: str) -> None:
    refuse_address(words)


def test_an_address_written_in_a_file_is_mere_words(client: Client, called: list[Any]) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("a.txt", b"http://127.0.0.1/admin/")
    assert client.post("/desk/documents/new/", {"file": file}).status_code == 302
    assert called == [] and Capture.objects.get().address == ""

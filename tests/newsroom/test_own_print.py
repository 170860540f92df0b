"""What this desk printed, brought in as if it were somebody's word (catalogue W18)."""

import pytest
from django.test import Client

from claims.bring_in import bring_in
from sources.errors import Refused
from sources.models import Capture
from summaries.models import Representation, Summary
from tests import cast
from tests.summaries.conftest import Desk, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return make_desk()


@pytest.fixture
def printed(desk: Desk) -> Summary:
    return desk.publish()


def refused(content: bytes) -> bool:
    try:
        bring_in(by=cast.person("contributor"), content=content, how="upload")
    except Refused as refusal:
        assert "a page of this desk" in str(refusal)
        return True
    return False


def test_W18_our_own_pages_are_refused_as_evidence(client: Client, desk: Desk, printed: Summary) -> None:
    pages = [f"/{printed.slug}/", f"/summaries/{printed.slug}/", f"/figures/{desk.figure.uid}/", "/"]
    found = [client.get(page) for page in pages]
    saved = [answer.content for answer in found if answer.status_code == 200]
    assert len(saved) >= 3 and all(map(refused, saved))
    assert not Capture.objects.exists()


def test_W18_a_copy_of_our_text_is_refused_on_whosever_page_it_stands(printed: Summary) -> None:
    text = Representation.objects.get(summary=printed, format="json").bytes
    words = bytes(text).decode()
    label = words[words.index("(as of") : words.index(")", words.index("(as of")) + 1]
    copies = [
        f"<html><body><h1>Harbour Daily</h1><p>Harbour Watch said that more than 60 people {label} came.</p>",
        f"Harbour Daily, 19 May 2031. More than 60 people {label} were brought ashore.",
        "Более 60 человек (на 17 мая 2031 года, со слов источника, 2 первоисточника) вышли на берег.",
        "More than 60 people (as of 17 May 2031, not signed since 1 June 2031; was attributed, 1 origin) came.",
        "At least 60 people (undated, verified, primary record) came.",
    ]
    assert [refused(copy.encode()) for copy in copies] == [True] * len(copies)


@pytest.mark.parametrize("words", [
    "More than 60 people (as of 17 May 2031) were brought ashore.",
    "The list (undated, and attributed to nobody) holds 60 names.",
    "It has 1 origin, and 60 people (verified, as they say, by two) came.",
    "<html><head><link rel=canonical href=https://harbour.example/a></head><body>60 people came.",
    "<html><head><link rel=canonical href='http://[::1/a'></head><body>60 people came.",
    "(" * 20_000 + "as of 2031, attributed, 1 origin",
])  # fmt: skip
def test_W18_what_others_wrote_goes_in(words: str) -> None:
    assert not refused(words.encode())

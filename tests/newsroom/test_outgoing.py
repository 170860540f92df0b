"""What goes out, made of words that mean to break what reads it (catalogue E): HTML, JSON and ninjs of every page."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from claims.measures import word_measure
from claims.models import Mention
from sources.models import Source
from sources.names import clean
from summaries.models import Summary
from tests import cast
from tests.newsroom.crawl import ask, foreign
from tests.standards.ninjs_validator import faults
from tests.summaries.conftest import Desk, make_desk

pytestmark = pytest.mark.django_db

# XML 1.0, section 2.2: every feed and every page will be made of these characters, and of no others.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WORST = "x ]]> </script><script>alert(1)</script> --> \u2028\u2029 \x01\x0b\ufffe\uffff &lt; \u202e end"
REMOTE = (
    '<p>Ashore <img src="//evil.example/a.gif"><img src="file:///etc/passwd"><iframe src="http://evil.example">'
    '</iframe><link rel="stylesheet" href="//evil.example/a.css"><style>@import "//evil.example/b.css"</style>'
    '<video poster="//evil.example/p"></video><a href="https://good.example/" ping="//evil.example/" '
    'style="background:url(//evil.example/c)">there</a><object data="file:///etc/passwd"></object> at dusk.</p>'
)


@pytest.fixture
def desk() -> Desk:
    return make_desk()


@pytest.fixture
def printed(desk: Desk) -> Summary:
    """A summary in print, all of whose words are as bad as a person can type them."""
    Source.objects.filter(pk=desk.party.pk).update(
        name=clean(f"Harbour Watch {WORST}")
    )  # as every act keeps it
    word_measure(
        by=desk.editor, measure=desk.figure.state.measure, language="en", title=f"Ashore {WORST}",
        definition=f"Counted {WORST}", one="person", other="people",
    )  # fmt: skip
    said = "On 17 May\x01 2031 Harbour Watch said \x0bthat more\x01 than 60 people\ufffe \u202ewere there ]]> ashore."
    lead = cast.mention(cast.document(said, title=f"Ashore {WORST}"), "more\x01 than 60")
    figure = cast.signed(cast.figure(desk.figure.state.measure, originator=desk.party, lead=lead))
    Mention.objects.filter(pk=lead.pk).update(state="accepted", figure=figure)
    html = f"<p>Harbour Watch said that {desk.node(figure)} were brought ashore. {WORST}</p>"
    return desk.publish(desk.write(html, headline=f"Ashore {WORST}"))


def answers(desk: Desk, printed: Summary) -> Iterator[Any]:
    """Every public answer that shows the summary, its figure or its measure."""
    client, measure = Client(), desk.figure.state.measure
    figure = printed.current_version.revision.uses.get().figure
    pages = ["/", "/summaries/", f"/summaries/{printed.slug}/", f"/summaries/{printed.slug}/versions/1/",
             f"/figures/{figure.uid}/", "/measures/", f"/measures/{measure.slug}/", "/corrections/"]  # fmt: skip
    api = ["summaries", f"summaries/{printed.uid}", f"summaries/{printed.uid}.ninjs",
           f"summaries/{printed.uid}/versions/1",
           "figures", f"figures/{figure.uid}", "measures", f"measures/{measure.slug}",
           f"measures/{measure.slug}/series", "changes"]  # fmt: skip
    for address in (*pages, *(f"/api/v1/{one}" for one in api)):
        answer = client.get(address)
        assert answer.status_code == 200, address
        yield answer


def strings(value: Any) -> Iterator[str]:
    """Every string of a JSON answer, names of fields too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_E05_no_answer_holds_a_character_that_no_feed_may_hold(desk: Desk, printed: Summary) -> None:
    for answer in answers(desk, printed):
        if "json" in answer["Content-Type"]:
            said = list(strings(answer.json()))
            assert json.loads(answer.content.decode("utf-8")) == answer.json()
        else:
            said = [answer.content.decode("utf-8")]
        found = [FORBIDDEN.search(one) for one in said]
        assert not any(found), (answer.request["PATH_INFO"], [one for one in found if one])


def test_E05_what_looks_like_the_end_of_a_script_is_words(desk: Desk, printed: Summary) -> None:
    for answer in answers(desk, printed):
        if "html" in answer["Content-Type"]:
            tree = lxml_html.fromstring(answer.content)
            assert not tree.xpath("//script[not(@src)]"), answer.request["PATH_INFO"]
            assert b"<script>alert" not in answer.content
        else:
            assert answer["X-Content-Type-Options"] == "nosniff"


def test_E05_the_item_for_other_desks_is_valid_and_says_the_words(desk: Desk, printed: Summary) -> None:
    answer = Client().get(f"/api/v1/summaries/{printed.uid}.ninjs")
    assert faults(answer.json()) == []
    plain = answer.json()["bodies"][1]["value"]
    assert "]]>" in plain and "-->" in plain


def test_E10_neither_preview_nor_page_asks_another_machine_for_anything(desk: Desk) -> None:
    client = Client()
    client.force_login(desk.editor)
    summary = desk.write(desk.sentence() + REMOTE, headline="Ashore at Port Ansel")
    shown = ask(client, f"/desk/summaries/{summary.uid}/")
    desk.publish(summary)
    for answer in (shown, ask(client, f"/summaries/{summary.slug}/")):
        assert b"at dusk" in answer.body
        assert foreign(answer) == []
        assert b"evil.example" not in answer.body and b"file:" not in answer.body

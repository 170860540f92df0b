"""The words of a version on a page: labels where they belong, said once for neighbours, nothing unescaped."""

from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from summaries.public.article import article
from summaries.public.standing import Shown
from tests import cast
from tests.summaries.public import ground

ONE, TWO = uuid4(), uuid4()


def shown(uid: UUID, **changes: Any) -> Shown:
    return {
        "uid": str(uid), "number": "9 people", "printed": {"full": "9 people", "number": "9"},
        "url": f"/figures/{uid}/", "as_of": "3 May 2031", "as_of_date": "2031-05-03", "status": "attributed",
        "fell": "", "origins": "1 origin", **changes,
    }  # fmt: skip


def node(uid: UUID, wording: str = "full") -> str:
    return (
        f'<data data-figure="{uid}" data-wording="{wording}">9</data> <small>(as of then, attributed)</small>'
    )


def words(body: str, *figures: Shown) -> str:
    empty = {"html": "", "text": ""}
    content = {"headline": empty, "standfirst": empty, "body": {"html": body, "text": ""}}
    html = article(content, {UUID(figure["uid"]): figure for figure in figures}).body
    return ground.words_of(html)


def test_the_label_in_the_bytes_gives_way_to_the_one_of_the_page() -> None:
    said = words(f"<p>Said {node(ONE)}.</p>", shown(ONE))
    assert said == "Said 9 people (as of 3 May 2031, attributed, 1 origin)."


def test_a_number_alone_is_worded_as_it_was_printed() -> None:
    assert words(f"<p>Said {node(ONE, 'number')}.</p>", shown(ONE)).startswith("Said 9 (as of")


def test_each_of_two_neighbours_says_everything_about_itself() -> None:
    said = words(f"<p>Said {node(ONE)} and {node(TWO)}.</p>", shown(ONE), shown(TWO, status="disputed"))
    assert said == (
        "Said 9 people (as of 3 May 2031, attributed, 1 origin) and 9 people (as of 3 May 2031, disputed, 1 origin)."
    )


def test_what_the_figure_says_cannot_open_a_tag() -> None:
    evil = shown(ONE, printed={"full": "<b>9</b>", "number": "9"}, origins="<i>", now="<u>")
    content = {"html": f"<p>&lt;script&gt; {node(ONE)}</p>", "text": ""}
    empty = {"html": "", "text": ""}
    html = article({"headline": empty, "standfirst": empty, "body": content}, {ONE: evil}).body
    assert not [tag for tag in ("<b>", "<i>", "<u>", "<script") if tag in html]


def test_a_text_in_another_language_is_labelled_in_that_language(desk: Any, client: Client) -> None:
    figure = cast.signed(cast.figure(desk.figure.state.measure, originator=desk.party), "verified")
    ground.text(figure, publisher=desk.party)
    words = {
        "title": "Вышедшие на берег",
        "definition": "Сколько вышло.",
        "one": "человек",
        "many": "человек",
    }
    figure.state.measure.wordings.create(language="ru", **words)
    html = f"<p>На берег вышли {desk.node(figure)}.</p>"
    page = client.get(ground.address(desk.publish(desk.write(html, headline="На берегу", language="ru"))))
    assert "более 60 человек (на 17 мая 2031 года, проверено, 1 первоисточник)" in ground.words_of(
        page.content.decode()
    )
    assert '<h1 id="title" lang="ru">' in page.content.decode()

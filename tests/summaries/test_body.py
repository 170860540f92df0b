"""The words of a summary as they are kept: canonical, sanitised, stable."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries import body
from summaries.errors import BadBody

UID = UUID("3f6c0a52-7c0e-4a5e-9f0e-0d4b1f6a7c11")
NODE = f'<data data-figure="{UID}" data-wording="number">60</data>'
BY_RECORD = body.in_words({(UID, "full"): "more than 60 people", (UID, "number"): "more than 60"})


def kept(html: str, field: str = "body") -> str:
    return body.html_of(body.canonical(html, field=field), BY_RECORD, is_inline=field != "body")


def test_it_keeps_what_an_editor_writes() -> None:
    html = (
        '<h2>Count</h2><p>One <strong>two <em>three</em></strong> <a href="https://example.org/">four</a></p>'
    )
    assert kept(html) == html.replace('">four', '" rel="noopener noreferrer">four')


def test_it_prints_a_figure_from_the_record_and_not_from_what_was_sent() -> None:
    forged = (
        f'<p>At most <data data-figure="{UID}" data-wording="full" value="9">6,000 <b>dead</b></data></p>'
    )
    assert ">more than 60 people</data>" in kept(forged)
    assert "6,000" not in kept(forged) and "value" not in kept(forged)


@pytest.mark.parametrize("uid", ["", "9", "not-a-uid", "0" * 400])
def test_it_refuses_a_node_that_names_no_figure(uid: str) -> None:
    with pytest.raises(BadBody, match="insert it again"):
        kept(f'<p><data data-figure="{uid}">9</data></p>')


def test_words_outside_paragraphs_are_given_one() -> None:
    assert kept("loose <strong>words</strong><ul>in a list<li>item</ul>") == (
        "<p>loose <strong>words</strong></p><ul><li><p>in a list</p></li><li><p>item</p></li></ul>"
    )


def test_the_same_marks_are_written_in_one_order() -> None:
    assert kept("<p><em><strong>x</strong></em></p>") == kept("<p><strong><em>x</em></strong></p>")


def test_a_headline_is_one_line_without_links() -> None:
    assert (
        kept('<p>Two</p><h2>lines <a href="https://example.org">and a link</a></h2>', "headline")
        == "Two lines and a link"
    )


def test_spaces_and_empty_paragraphs_go() -> None:
    assert kept("<p></p><p>  a \n b<br> c <br></p><ul><li></li></ul>") == "<p>a b<br>c</p>"


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "java&#9;script:alert(1)", "&#106;avascript:x", "vbscript:x", "data:text/html,x"],
)
def test_T06_a_link_that_runs_something_loses_its_target(href: str) -> None:
    assert kept(f'<p><a href="{href}">x</a></p>') == "<p>x</p>"


@pytest.mark.parametrize("href", ["/figures/", "mailto:desk@example.org", "http://example.org/"])
def test_ordinary_links_stay(href: str) -> None:
    assert f'<a href="{href}" rel="noopener noreferrer">x</a>' in kept(f'<p><a href="{href}">x</a></p>')


T02 = '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">'
T03 = "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"
T04 = [
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
    '<title><a href="</title><img src=x onerror=alert(1)>">x</a></title>',
]
T05 = '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>'


def is_harmless(html: str) -> bool:
    """Only tags of the list, and no attribute but the four we write."""
    import re

    tags = re.findall(r"<(/?\w+)([^<>]*)>", html)
    allowed = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "data"}
    attributes = re.compile(
        r'(?: href="[^"]*" rel="noopener noreferrer"| data-figure="[^"]*" data-wording="\w+")?'
    )
    return all(tag.strip("/") in allowed and attributes.fullmatch(rest) for tag, rest in tags)


@pytest.mark.parametrize("html", [T02, T03, *T04, T05])
def test_T02_T03_T04_T05_mutating_markup_is_cleaned_and_stays_clean(html: str) -> None:
    once = kept(html)
    assert is_harmless(once)
    assert kept(once) == once


FRAGMENTS = st.lists(
    st.one_of(
        st.sampled_from([
            "<p>", "</p>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<blockquote>", "</blockquote>", "<strong>",
            "</strong>", "<em>", "</em>", '<a href="https://example.org/?a=1&b=2">', "</a>", "<br>", "<h2>", "</h2>",
            NODE,
            "<data>", "</data>", f'<data data-figure="{UID}">', "<script>", "<style>", "</style>", "<math>", "<svg>",
            "<table><td>", "<!--", "-->", "&lt;", "&amp;lt;", "&nbsp;", "<", ">", '"', "\n", "  ", T02, T03,
            *T04, T05,
        ]),
        st.text(max_size=12),
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(FRAGMENTS)
def test_cleaning_what_was_cleaned_changes_nothing(fragments: list[str]) -> None:
    for field in body.FIELDS:
        try:
            once = kept("".join(fragments), field)
        except BadBody:
            continue
        assert kept(once, field) == once
        assert is_harmless(once)
        read_back = body.html_of(body.stored(once), BY_RECORD, is_inline=field != "body")
        assert read_back == once


def test_it_refuses_text_that_is_too_long_or_nested_too_deep() -> None:
    with pytest.raises(BadBody, match="1000 characters"):
        kept("x" * 1001, "headline")
    with pytest.raises(BadBody, match="too deep"):
        kept("<ul><li>" * 40)


def test_half_a_character_is_refused_and_controls_go() -> None:
    with pytest.raises(BadBody, match="half a character"):
        kept("<p>\ud800</p>")
    assert kept("<p>a\x00b\x1bc\u202ed\ufffc</p>") == "<p>abcd</p>"


def test_masked_text_holds_no_number_of_a_node() -> None:
    assert (
        body.plain(body.canonical(f"<p>Now {NODE}.</p><p>Later</p>", field="body"))
        == f"Now {body.MASK}.\nLater"
    )

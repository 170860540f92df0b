"""Web pages written to hide, to join, to drown or to lie (catalogue T)."""

import time

import pytest

from sources.parsing import parse


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def text_of(body: str, head: str = "") -> str:
    return parse(page(body, head).encode()).text


def notes_of(body: str, head: str = "") -> str:
    return " ".join(parse(page(body, head).encode()).notes)


@pytest.mark.parametrize(
    "danger",
    [
        "<script>alert(12)</script>", "<svg onload=alert(1)><text>12</text></svg>", "<img src=x onerror=alert(12)>",
        "<iframe srcdoc='<p>12'></iframe>", "<object data=x>12</object>", "<embed src=12>", "<base href=//evil/>",
        "<meta http-equiv=refresh content='0;url=//evil'>", "<style>p{background:url(//evil/12)}</style>",
        "<link rel=stylesheet href=//evil/12.css>", "<form action=//evil><input value=12><button>12</button></form>",
        "<video poster=//evil/12.gif></video>",
    ],
)  # fmt: skip
def test_T01_T07_T08_T09_what_runs_loads_or_sends_leaves_no_word_behind(danger: str) -> None:
    assert text_of(f"<p>Before.</p>{danger}<p>After.</p>") == "Before.\n\nAfter."


@pytest.mark.parametrize(
    "mutant",
    [
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)>",
    ],
)  # fmt: skip
def test_T02_T03_T04_T05_markup_that_changes_when_parsed_twice_stays_mere_text(mutant: str) -> None:
    once = text_of(f"<p>12 killed</p>{mutant}")
    assert once.startswith("12 killed")
    assert "onerror" not in once or "<img" not in parse(page(once).encode()).text


def test_T06_T10_T11_links_keep_their_words_and_lose_everything_else() -> None:
    link = "<a id=location name=x target=_blank ping=//evil href='java&#9;script:alert(1)'>12 people</a>"
    assert text_of(f"<p>{link} left</p>") == "12 people left"


@pytest.mark.parametrize("tag", ["b", "div"])
def test_T12_a_million_nested_elements_stay_within_limits_and_are_not_called_whole(tag: str) -> None:
    began = time.process_time()
    parsed = parse(page(f"<{tag}>" * 1_000_000 + "9 killed").encode())
    assert time.process_time() - began < 10
    assert not parsed.is_complete and "not read" in " ".join(parsed.notes)


@pytest.mark.parametrize("depth", [254, 255, 256, 300, 2000])
def test_T13_words_deep_inside_are_read(depth: int) -> None:
    parsed = parse(page("<div>" * depth + "1,234 killed" + "</div>" * depth + "<p>After").encode())
    assert parsed.text == "1,234 killed\n\nAfter"
    assert parsed.is_complete


def test_T13_words_deeper_than_the_parser_goes_make_the_text_incomplete() -> None:
    parsed = parse(page("<div>" * 3000 + "1,234 killed" + "</div>" * 3000).encode())
    assert "1,234" in parsed.text or not parsed.is_complete
    assert any("2,000 deep" in note for note in parsed.notes)


@pytest.mark.parametrize(
    "piece", ["<a b", "<!--", "<![CDATA[", "</", "<p <p", "&#", "<style>{", "<p style='color:"]
)
def test_T14_unfinished_markup_is_read_in_time(piece: str) -> None:
    began = time.process_time()
    parse(page("<p>12 hurt</p>" + piece * 20_000).encode())
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>99 killed</p>", "<p hidden>99 killed</p>", "<p style='font-size:0'>99 killed</p>",
        "<p style='color:#fff'>99 killed</p>", "<p style='background:black'><b style='color:black'>99 killed</b></p>",
        "<p style='position:absolute;left:-9999px'>99 killed</p>", "<template>99 killed</template>",
        "<noscript>99 killed</noscript>", "<p style='visibility: hidden'>99 killed</p>", "<p class=gone>99 killed</p>",
        "<p style='text-indent:-9999px'>99 killed</p>", "<p style='opacity:0'>99 killed</p>",
        "<p><font color=white>99 killed</font></p>", "<p bgcolor=red><font color=red>99 killed</font></p>",
    ],
)  # fmt: skip
def test_T15_hidden_text_is_left_out_and_noted(hidden: str) -> None:
    head = "<style>a{color:red} .x, .gone {display:none} @media print {.shown {display:none}}</style>"
    body = f"<p class=shown>12 hurt</p>{hidden}<p>After</p>"
    assert text_of(body, head) == "12 hurt\n\nAfter"
    assert "Hidden text" in notes_of(body, head)


def test_T15_comments_are_no_text_and_light_words_on_a_dark_ground_are() -> None:
    assert text_of("<!-- 99 --><p style='background:#000;color:#fff'>12 hurt</p>") == "12 hurt"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>1<b>2</b>3</p>", "123"), ("<p>1<br>234</p>", "1\n234"), ("<p>1&nbsp;234</p>", "1\xa0234"),
        ("<p>12<sup>3</sup> hurt</p>", "12³ hurt"), ("<p>20<sup>th</sup></p>", "20th"),
        ("<p>12<sup>[3]</sup></p>", "12[3]"),
        ("<p>12<del>34</del>5</p>", "12 5"),
        ("<table><tr><td>12</td><td>34</td></tr><tr><td>5</td></tr></table>", "12\t34\n5"),
        ("<div>12</div><div>34</div>", "12\n\n34"), ("<ul><li>12<li>34</ul>", "12\n34"),
        ("<span>12</span><p>34</p>", "12\n\n34"),
        ("<p>12\n   34</p>", "12 34"), ("<p>H<sub>2</sub>O</p>", "H₂O"),
    ],
)  # fmt: skip
def test_T16_numbers_join_only_where_a_reader_sees_them_joined(body: str, text: str) -> None:
    assert text_of(body) == text


def test_T16_deleted_text_is_noted() -> None:
    assert "Deleted text was left out" in notes_of("<p>12<del>34</del></p>")


def test_T17_character_references_are_decoded_once_and_bad_ones_replaced() -> None:
    body = "<p>1&#x202e;2 &#0; &#xD800; &#1114112; &#x661;&#x662;</p>"
    assert text_of(body) == "1\u202e2 \ufffd \ufffd \ufffd ١٢"
    assert "direction" in notes_of(body) and "\ufffd" in notes_of(body)


def test_T18_what_was_escaped_twice_is_unescaped_once() -> None:
    assert text_of("<p>&amp;lt;script&amp;gt; %253Cscript%253E</p>") == "&lt;script&gt; %253Cscript%253E"


def test_T19_monstrous_tables_are_bounded() -> None:
    began = time.process_time()
    parsed = parse(page("<table><tr><td rowspan=1000000>7" * 100 + "<td>5" * 200_000).encode())
    assert time.process_time() - began < 10
    assert parsed.text.count("5") == 200_000


def test_T20_a_huge_title_is_cut_and_quotes_in_the_head_are_mere_words() -> None:
    parsed = parse(page("<p>12 hurt", "<title>" + "A title " * 125_000 + "</title>").encode())
    assert len(parsed.title) <= 300
    named = parse(page("<p>12", "<meta name=author content='\"><script>\n7'>").encode())
    assert named.authors == ('"><script> 7',)


def test_T21_outside_definitions_are_never_fetched() -> None:
    doctype = (
        '<!DOCTYPE html SYSTEM "http://evil.example/x.dtd"><?xml-stylesheet href="http://evil.example/"?>'
    )
    include = '<xi:include href="file:///etc/passwd" xmlns:xi="http://www.w3.org/2001/XInclude"></xi:include>'
    assert parse(f"{doctype}<html><body>{include}<p>12 hurt".encode()).text == "12 hurt"


@pytest.mark.parametrize("body", ["", "   ", "<!-- 12 -->", "\x00", "<p> </p>"])
def test_T22_a_page_without_words_has_no_text(body: str) -> None:
    assert "There is no text in this." in parse(page(body).encode()).notes


@pytest.mark.parametrize(
    "literal", ["{{ 7*7 }}", "{% include x %}", "${7*7}", "{x.__init__.__globals__}", "%s %(x)s"]
)
def test_T23_the_signs_of_template_languages_are_words(literal: str) -> None:
    assert text_of(f"<p>{literal}</p>") == literal


def test_navigation_is_left_out_with_a_note_and_an_articles_own_footer_is_not() -> None:
    body = "<nav>Home 7</nav><article><p>12 hurt</p><footer>By Ada Quill</footer></article><footer>© 2031</footer>"
    assert text_of(body) == "12 hurt\n\nBy Ada Quill"
    assert "Navigation" in notes_of(body)


def test_a_page_inside_a_form_is_read_and_so_is_a_story_that_stands_in_an_aside() -> None:
    assert text_of("<form><p>12 hurt</p><input type=submit></form>") == "12 hurt"
    assert text_of("<aside><p>12 people were hurt there.</p></aside>") == "12 people were hurt there."


def test_it_reads_the_pages_own_facts() -> None:
    head = (
        '<title>Sixty leave | Ansel Post</title><meta property="og:title" content="Sixty leave">'
        '<meta property="og:site_name" content="Ansel Post"><meta name="author" content="Ada Quill, Bo Reed">'
        '<meta property="article:published_time" content="2031-05-17T23:30:00+03:00">'
    )
    parsed = parse(f"<html lang=en-GB><head>{head}</head><body><p>12 hurt".encode())
    assert (parsed.title, parsed.publisher, parsed.language) == ("Sixty leave", "Ansel Post", "en")
    assert (parsed.published, parsed.authors) == ("2031-05-17", ("Ada Quill", "Bo Reed"))


def test_it_reads_linked_data_and_believes_no_impossible_day() -> None:
    linked = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2031-05-17",'
        '"publisher":{"name":"Ansel Post"},"author":[{"name":"Ada Quill"}]}]}</script>'
    )
    parsed = parse(page("<p>12", linked).encode())
    assert (parsed.published, parsed.publisher, parsed.authors) == (
        "2031-05-17",
        "Ansel Post",
        ("Ada Quill",),
    )
    assert parse(page("<p>12", '<meta name="date" content="2031-02-30">').encode()).published == ""
    assert (
        parse(page("<p>12", '<script type="application/ld+json">' + "[" * 100_000).encode()).published == ""
    )


def test_it_says_so_when_a_frame_or_drawing_was_not_read() -> None:
    assert "not read (1)" in notes_of("<p>12</p><iframe src=x></iframe>")

"""The chain of parties behind a document, as its own words name them."""

import time

import pytest

from sources import provenance


def chain(text: str, **facts: object) -> list[tuple[str, str]]:
    return [(step.role, step.name) for step in provenance.propose(text, **facts)]  # type: ignore[arg-type]


def test_a_translated_republication_keeps_its_whole_chain_nearest_first() -> None:
    text = (
        "Media >\n\nSixty leave [Ansel Post]\n\nposted 29 May 2031, 10:53 by Rights in Marrow   [ updated ]\n"
        "18 May 2031 \n\nBy Ada Quill and Bo Reed\n\nSource: Harbour Watch [original source: Ansel Post]\n\n60.\n\n"
        "Translated by Lin Pigeon"
    )
    assert chain(text) == [
        ("author", "Ada Quill"), ("author", "Bo Reed"), ("published", "Ansel Post"), ("passed_on", "Harbour Watch"),
        ("translated", "Lin Pigeon"), ("passed_on", "Rights in Marrow"),
    ]  # fmt: skip


def test_who_posts_a_text_without_another_source_published_it() -> None:
    steps = provenance.propose(
        "Sixty leave\n\nposted 26 Jun 2031, 11:07 by Rights in Marrow   [ updated ]\nWords"
    )
    assert [(step.role, step.name, step.words) for step in steps] == [
        ("published", "Rights in Marrow", "posted 26 Jun 2031, 11:07 by Rights in Marrow")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Ansel Post reported, citing Harbour Watch, that 12 were hurt.",
        "The Ansel Post, citing Harbour Watch, says 12.",
        "Citing Harbour Watch, on 3 May 2031 the Ansel Post reported 12.",
    ],
)  # fmt: skip
def test_who_cites_whom_is_proposed_the_cited_one_first(text: str) -> None:
    assert [(role, name.lower().removeprefix("the ")) for role, name in chain(text)] == [
        ("cited", "harbour watch"), ("cited", "ansel post"),
    ]  # fmt: skip


def test_an_agency_in_the_dateline_published_it() -> None:
    assert chain("PORT ANSEL, May 4 (Ansel Wire) — Twelve were hurt.") == [("published", "Ansel Wire")]


def test_the_line_under_the_headline_names_who_published_it() -> None:
    assert chain("They leave\n\nNorthern Courier, 16 June 2031\n\nPolice") == [
        ("published", "Northern Courier")
    ]
    assert chain("Уехали\n\nГолос Побережья, 16 июля 2031 года\n\nС мая") == [
        ("published", "Голос Побережья")
    ]
    assert chain("Notes of Marrow, 9 June 2031\n\nI work nights.") == []


def test_a_typed_publisher_stands_before_what_the_page_says() -> None:
    text = "Sixty leave\n\nposted 26 Jun 2031, 11:07 by Rights in Marrow\n"
    steps = provenance.propose(text, publisher="Ansel Post", site="Ansel Site")
    assert [(step.role, step.name, step.basis) for step in steps] == [
        ("published", "Ansel Post", "typed"), ("passed_on", "Rights in Marrow", "byline"),
        ("passed_on", "Ansel Site", "metadata"),
    ]  # fmt: skip
    assert chain(text, publisher="Rights in Marrow") == [("published", "Rights in Marrow")]


def test_the_pages_authors_count_where_no_byline_stands() -> None:
    assert chain("Words.", authors=("Ada Quill",)) == [("author", "Ada Quill")]
    assert chain("By Bo Reed\n\nWords.", authors=("Ada Quill",)) == [("author", "Bo Reed")]


@pytest.mark.parametrize(
    "text",
    ["By the time they came, 12 had left.", "By far the most were hurt", "Source: \n", "12 by Ansel", ""],
)
def test_words_that_name_nobody_propose_nobody(text: str) -> None:
    assert chain(text) == []


@pytest.mark.parametrize(
    "piece", ["A ", "By ", "Aa Bb ", "(", "A.", "Citing Ab", "Source: ", "posted 4 May 2031 x by "]
)
def test_Q30_bylines_are_looked_for_in_time_that_does_not_run_away(piece: str) -> None:
    began = time.process_time()
    provenance.propose(piece * 100_000)
    assert time.process_time() - began < 1

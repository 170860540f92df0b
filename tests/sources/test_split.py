"""Listing pages become several documents; one article stays one."""

from itertools import pairwise
from pathlib import Path

import pytest

from sources import limits
from sources.parsing import parse
from sources.split import Slice, slices
from tests.conftest import SEEDS

ITEMS = [
    "More than 60 people were brought ashore at Port Ansel since the beginning of April; 27 found shelter abroad.",
    "Today, on the 20th of June, 2031, the Court of the Isles ruled that the ban on the ferries was unlawful.",
    "Right now we look after 50 people. As of today we were asked for help by 100 people and more will follow.",
    "On the 27th of May, Tova Lind stood alone in the square of Marrow with a poster that said: the sea is no crime.",
]
TEASER = (
    "{title}\n\nThe harbour watch counted {n} people on the quay that night, and nobody knows where they went"
)


def cut(text: str) -> list[Slice]:
    return slices(parse(text.encode()))


def words(text: str) -> list[str]:
    return [text[part.start : part.end] for part in cut(text) if part.is_part]


@pytest.mark.parametrize("gap", ["\n\n\n", "\r\n\r\n\r\n", "\n \n\t\n\n"])
def test_blocks_parted_by_two_blank_lines_are_documents(gap: str) -> None:
    assert words(gap.join(ITEMS)) == ITEMS


def test_the_whole_page_comes_first_and_its_parts_lie_inside_it_in_order() -> None:
    text = "\n\n\n".join(ITEMS)
    whole, *parts = cut(text)
    assert (whole.start, whole.end, whole.is_part) == (0, len(text), False)
    assert all(a.end <= b.start for a, b in pairwise(parts)) and parts[-1].end <= len(text)


def test_teasers_that_end_in_read_more_are_documents_with_their_titles() -> None:
    posts = [TEASER.format(title=f"Post number {n} from the quay", n=n) for n in (40, 43, 75)]
    text = f"{posts[0]}\n\n… Read more\n\n{posts[1]}. … Read more\n\n{posts[2]}. Continue reading →\n"
    found = [part for part in cut(text) if part.is_part]
    assert [part.title for part in found] == [f"Post number {n} from the quay" for n in (40, 43, 75)]
    assert (
        "43 people" in text[found[1].start : found[1].end]
        and "40 people" not in text[found[1].start : found[1].end]
    )


def test_a_last_teaser_cut_off_by_the_page_is_a_document_too() -> None:
    posts = [TEASER.format(title=f"Post {n}", n=n) for n in (40, 43, 75)]
    assert len(words(f"{posts[0]} … Read more\n\n{posts[1]} … Read more\n\n{posts[2]} and then")) == 3


def test_russian_teasers_are_documents() -> None:
    post = "Портовая служба сообщила, что за неделю из долины вывезли {} человек, остальные ждут парома на берегу."
    assert len(words("\n\n".join(post.format(n) + " Читать далее" for n in (40, 50, 60)))) == 3


def test_entries_under_headings_that_are_dates_are_documents() -> None:
    text = "\n\n".join(f"{day} May 2031\n\n{item}" for day, item in zip((20, 18, 17), ITEMS, strict=False))
    assert [part[:11] for part in words(text)] == ["20 May 2031", "18 May 2031", "17 May 2031"]
    titled = "\n\n".join(f"News of the day {n}\n{n} May 2031\n{item}" for n, item in enumerate(ITEMS, 11))
    assert [part[:18] for part in words(titled)] == [f"News of the day {n}" for n in range(11, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "Sixty leave\n\n" + "\n\n".join(ITEMS),
        "Media >\n\nSixty leave [Ansel Post]\n\nposted 29 May 2031, 10:53 by Marrow\n18 May 2031\n\nBy Ada Quill\n\n"
        + "\n\n".join(ITEMS),
        "Sixty leave\n\n\n" + "\n\n".join(ITEMS) + "\n\n\nTranslated by Bo Reed",
        "\n\n".join(ITEMS) + "\n\nTo read more, see the site. Read more about it in May 2031.",
        ITEMS[0],
        "\n\n\n",
    ],
)
def test_one_article_stays_one(text: str) -> None:
    assert len(cut(text)) == 1


def test_the_repeated_entries_of_a_web_page_are_documents_with_title_and_date() -> None:
    entry = (
        "<article><h2>Entry {n}</h2><time datetime='2031-05-{n}T10:00Z'>then</time><p>{item}</p></article>"
    )
    body = "".join(entry.format(n=n, item=item) for n, item in enumerate(ITEMS, 11))
    page = f"<html><title>News</title><body><h1>News</h1>{body}".encode()
    parsed = parse(page)
    whole, *parts = slices(parsed)
    assert whole.title == "News"
    assert [(part.title, part.published) for part in parts] == [
        (f"Entry {n}", f"2031-05-{n}") for n in range(11, 15)
    ]
    assert ITEMS[2] in parsed.text[parts[2].start : parts[2].end]


def test_articles_whose_headlines_were_lost_are_documents_all_the_same() -> None:
    body = "".join(f"<article><p>{item}</p></article>" for item in ITEMS)
    assert len(slices(parse(f"<html><body><h1>News</h1>{body}".encode()))) == 5


def test_steps_to_the_page_are_not_its_title() -> None:
    text = (
        f"Home > Group of the month > \n\nGroup of the month: Harbour Watch\n\nposted 30 Jun 2031\n{ITEMS[0]}"
    )
    assert cut(text)[0].title == "Group of the month: Harbour Watch"


def test_an_article_with_teasers_of_others_below_stays_one() -> None:
    others = "".join(
        f"<li class=more><h3>Other {n}</h3><p>Words about something else at the quay.</li>" for n in range(4)
    )
    page = f"<html><body><h1>Sixty leave</h1><p>{' '.join(ITEMS)}</p><ul>{others}</ul>"
    assert len(slices(parse(page.encode()))) == 1


def test_a_page_of_more_entries_than_the_limit_is_still_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "DOCUMENTS_A_PAGE", 3)
    text = "\n\n\n".join(ITEMS * 2)
    found = [part for part in cut(text) if part.is_part]
    assert len(found) == 3 and found[-1].end == len(text)


@pytest.mark.seeds
def test_the_five_real_documents_are_cut_as_an_editor_cuts_them() -> None:
    numbers = {
        path.name[:3]: len(slices(parse(path.read_bytes()))) for path in sorted(Path(SEEDS).glob("*.txt"))
    }
    assert numbers == {"000": 11, "001": 1, "002": 9, "003": 1, "004": 1}

"""Dates proposed from a document's own words. A year is never invented."""

from datetime import date
from itertools import pairwise

import pytest

from sources import dating
from sources.split import Slice

CAPTURED = date(2031, 8, 1)


def propose(text: str, **facts: object) -> dating.Dating:
    return dating.propose(text, captured_on=CAPTURED, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "day", "phrase"),
    [
        ("A\n\nposted 26 Jun 2031, 11:07 by Marrow   [ updated ]\nOn 20 June 2031", "2031-06-26", "26 Jun 2031"),
        ("A\n\nposted 29 May 2031, 10:53 by Marrow\n18 May 2031 \n\nBy Ada Quill", "2031-05-18", "18 May 2031"),
        ("Today, on the 20th of June, 2031, the Court ruled.", "2031-06-20", "20th of June, 2031"),
        ("Today, on May 25, 2031, a man came.", "2031-05-25", "May 25, 2031"),
        ("Date: 2031-05-04\r\nTwelve were hurt.", "2031-05-04", "2031-05-04"),
        ("Monday, 4 May 2031, 10:22\nTwelve were hurt.", "2031-05-04", "4 May 2031"),
        ("PORT ANSEL, May 4, 2031 (Ansel Wire) — Twelve were hurt.", "2031-05-04", "May 4, 2031"),
        ("They leave\n\nNorthern Courier, 16 June 2031\n\nBELMARCH – Police", "2031-06-16", "16 June 2031"),
        ("Notes of a conversation, 9 June 2031\n\nI work nights.", "2031-06-09", "9 June 2031"),
        ("Уехали\n\nГолос Побережья, 16 июля 2031 года\n\nС мая", "2031-07-16", "16 июля 2031"),
        ("Published on 4 May 2031", "2031-05-04", "4 May 2031"),
        ("Сегодня, 4 мая 2031 года, суд решил", "2031-05-04", "4 мая 2031"),
        ("04.05.2031\nДвенадцать человек", "2031-05-04", "04.05.2031"),
    ],
)  # fmt: skip
def test_a_written_date_is_proposed_with_its_words(text: str, day: str, phrase: str) -> None:
    found = propose(text).published
    assert (found.edtf, found.phrase, found.basis) == (day, phrase, "explicit")


def test_the_pages_own_metadata_goes_first() -> None:
    assert propose("4 May 2031\nTwelve", published="2031-05-05").published.edtf == "2031-05-05"


@pytest.mark.parametrize(
    "text",
    [
        "On 20 June 2031 the police said 12 were hurt.",
        "03/04/2031\nTwelve",
        "Since 2030 twelve",
        "A.\nB.\nC.\nD.\nAnsel Post, 4 May 2031",
        "31 June 2031\nTwelve",
        "",
    ],
)
def test_the_date_of_an_event_and_an_ambiguous_or_impossible_one_are_not_proposed(text: str) -> None:
    found = propose(text)
    assert not found.published.is_known and found.candidates == ()


def test_a_date_without_a_year_gives_candidates_bounded_by_the_text_and_the_capture() -> None:
    text = "A call on Marrow\n\nOn June 27, the Assembly adopted it. Starting from April 1, 2029, 123 left."
    found = propose(text)
    assert (found.published.edtf, found.published.phrase, found.published.basis) == ("", "June 27", "none")
    assert [each.dated.edtf for each in found.candidates] == ["2029-06-27", "2030-06-27", "2031-06-27"]


def test_a_candidate_after_the_capture_or_in_no_calendar_is_left_out() -> None:
    found = propose("September 3\n\nStarting from April 1, 2029, they left.")
    assert [each.dated.edtf for each in found.candidates] == ["2029-09-03", "2030-09-03"]
    leap = propose("February 29\n\nStarting from April 1, 2027, they left.")
    assert [each.dated.edtf for each in leap.candidates] == ["2028-02-29"]


def listing(*items: str) -> tuple[str, list[Slice]]:
    text = "\n\n\n".join(items)
    starts = [text.index(item) for item in items]
    return text, [
        Slice(start, start + len(item), is_part=True) for start, item in zip(starts, items, strict=True)
    ]


def test_the_order_of_a_list_gives_hints_and_never_a_date() -> None:
    text, parts = listing(
        "Today, on the 20th of June, 2031, the Court ruled.", "We look after 50 people now.",
        "On the 27th of May, Tova Lind stood alone.", "Today, on May 25, 2031, a man came.",
    )  # fmt: skip
    found = dating.propose_parts(text, parts, captured_on=date(2032, 8, 1))
    assert [each.published.edtf for each in found] == ["2031-06-20", "", "", "2031-05-25"]
    assert [(each.dated.edtf, bool(each.reason)) for each in found[2].candidates] == [
        ("2031-05-27", True),
        ("2032-05-27", False),
    ]
    assert "between 2031-05-25 and 2031-06-20" in found[2].candidates[0].reason


def test_a_list_in_no_order_gives_no_hints() -> None:
    text, parts = listing(
        "Today, on May 25, 2031, a man came.", "On the 27th of May, Tova Lind stood alone.",
        "Today, on the 20th of June, 2031, the Court ruled.", "Today, on May 20, 2031, rain fell.",
    )  # fmt: skip
    found = dating.propose_parts(text, parts, captured_on=CAPTURED)
    assert [each.reason for each in found[1].candidates] == [""]


@pytest.mark.parametrize(
    "piece", [" ", "a ", "May ", "Today, ", "4 May ", "\n", "posted ", "1.", "A.", "(", "9"]
)
def test_Q30_dates_are_looked_for_in_time_that_does_not_run_away(piece: str) -> None:
    import time

    def seconds(n: int) -> float:
        began = time.process_time()
        propose(piece * n)
        return time.process_time() - began

    assert max(seconds(n) for _, n in pairwise([0, 100_000, 200_000])) < 1

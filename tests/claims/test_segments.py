"""A document cut into the pieces a page draws."""

import time

from hypothesis import given
from hypothesis import strategies as st

from claims.segments import LINE_BREAK, Run, Span, paragraphs


def drawn(text: str, *spans: tuple[int, int]) -> list[Run]:
    marks = [Span(start, end, key) for key, (start, end) in enumerate(spans)]
    return [run for part in paragraphs(text, marks, start=0, end=len(text)) for line in part for run in line]


def test_empty_lines_part_paragraphs_and_others_lines() -> None:
    cut = paragraphs("One\nTwo\n\n \nThree", [], start=0, end=17)
    assert [[line[0].text for line in part] for part in cut] == [["One", "Two"], ["Three"]]
    assert [run.start for part in cut for line in part for run in line] == [0, 4, 11]


def test_a_mark_parts_a_line_in_three() -> None:
    runs = drawn("a bc d", (2, 4))
    assert [(run.text, run.key) for run in runs] == [("a ", None), ("bc", 0), (" d", None)]
    assert (runs[1].is_first, runs[1].is_last) == (True, True)


def test_a_mark_within_another_cuts_it_in_pieces_of_one_mark() -> None:
    runs = drawn("abcdef", (0, 6), (2, 4))
    assert [(run.text, run.key, run.is_first, run.is_last) for run in runs] == [
        ("ab", 0, True, False),
        ("cd", 1, True, True),
        ("ef", 0, False, True),
    ]


def test_overlapping_marks_and_equal_ones_are_drawn_once_per_letter() -> None:
    assert [(run.text, run.key) for run in drawn("abcdef", (0, 4), (2, 6))] == [
        ("ab", 0),
        ("cd", 0),
        ("ef", 1),
    ]
    assert [(run.text, run.key) for run in drawn("ab", (0, 2), (0, 2))] == [("ab", 0)]


def test_a_mark_across_lines_is_one_mark_in_two_pieces() -> None:
    runs = drawn("more\nthan 60 people", (0, 12))
    assert [(run.text, run.is_first, run.is_last) for run in runs] == [
        ("more", True, False),
        ("than 60", False, True),
        (" people", False, False),
    ]


def test_offsets_count_code_points_from_the_start_of_the_text() -> None:
    text = "😀😀 twelve men"
    cut = paragraphs(text, [Span(3, 9, 0)], start=2, end=len(text))
    assert [(run.start, run.text) for run in cut[0][0]] == [(2, " "), (3, "twelve"), (9, " men")]


def test_X06_X09_controls_and_turns_of_direction_are_made_visible_one_for_one() -> None:
    (run,) = drawn("a\x1b[2J\u202e321\u202c")
    assert run.text == "a␛[2J␦321␦"


@given(
    st.text(alphabet="ab1 \n\r\u2028\u202e😀", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8),
)
def test_every_letter_is_drawn_once_in_its_place(text: str, marks: list[tuple[int, int]]) -> None:
    runs = drawn(text, *((start, start + length) for start, length in marks))
    seen = [at for run in runs for at in range(run.start, run.start + len(run.text))]
    assert seen == sorted(set(seen))
    letters = {at for at, letter in enumerate(text) if not letter.isspace() and not LINE_BREAK.match(letter)}
    assert letters <= set(seen)
    assert all(not LINE_BREAK.search(run.text) for run in runs)


def test_a_long_document_with_many_marks_is_cut_quickly() -> None:
    text = ("It was said that 60 people came.\n" * 20_000).strip()
    marks = [Span(at, at + 2, at) for at in range(17, len(text), 330)]
    began = time.process_time()
    paragraphs(text, marks, start=0, end=len(text))
    assert time.process_time() - began < 2

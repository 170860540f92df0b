"""Where words stand in a text: found exactly, never moved to a look-alike."""

import pytest

from claims.anchors import place, places, same_place
from claims.errors import WordsNotThere

TEXT = "In May 19 boats came. Of 9 crews, 9 slept; 😀 more\u00a0than 60 people stayed. Of 9 crews, none left."
WHOLE = (0, len(TEXT))


def test_words_are_kept_with_what_stands_around_them() -> None:
    start = TEXT.index("more")
    found = place(TEXT, start, "more\u00a0than 60", within=WHOLE)
    assert TEXT[found.start : found.end] == found.quote
    assert found.prefix == TEXT[start - 32 : start]
    assert found.suffix == TEXT[found.end : found.end + 32]


@pytest.mark.parametrize("quote", ["more than 60", "60", "more\u00a0than 61", "", "   ", "x" * 301])
def test_any_other_character_at_that_place_is_refused(quote: str) -> None:
    with pytest.raises(WordsNotThere):
        place(TEXT, TEXT.index("more"), quote, within=WHOLE)


def test_words_outside_the_document_are_refused() -> None:
    with pytest.raises(WordsNotThere):
        place(TEXT, TEXT.index("19"), "19", within=(10, len(TEXT)))


def test_typed_words_are_found_wherever_they_stand_but_not_inside_others() -> None:
    assert [one.start for one in places(TEXT, "9", within=WHOLE)] == [25, 34, 76]
    assert places(TEXT, "99", within=WHOLE) == []
    assert places(TEXT, "", within=WHOLE) == []


def test_a_typed_space_finds_a_no_break_space_and_gives_the_exact_words_back() -> None:
    (found,) = places(TEXT, "more than 60", within=WHOLE)
    assert found.quote == "more\u00a0than 60"


def test_a_mention_is_carried_over_where_all_around_it_is_the_same() -> None:
    was = place(TEXT, 34, "9", within=WHOLE)
    assert same_place("A line more. " + TEXT, was, within=(0, 200)) == 47


@pytest.mark.parametrize(
    "newer",
    [
        TEXT.replace("9 slept", "8 slept"),
        TEXT.replace("Of 9 crews, 9 slept", "Of 9 boats, 9 slept"),
        TEXT + TEXT,
        "9",
    ],
    ids=["another number", "other neighbours", "twice", "a look-alike"],
)
def test_a_look_alike_is_never_taken_for_the_mention(newer: str) -> None:
    was = place(TEXT, 34, "9", within=WHOLE)
    assert same_place(newer, was, within=(0, len(newer))) is None

"""Patterns read the same on every Python we run on.

Python before 3.11.5 puts the position wrong when a possessive repeat of a group fails half-way
(`\\d++(?:[.,]\\d++)?+` takes the comma of "2, T" with it), so only single items repeat possessively here.
"""

import re
from pathlib import Path

import pytest

import claims.extraction
from claims.extraction.page import TOKEN

FILES = sorted(Path(claims.extraction.__file__).parent.rglob("*.py"))
GROUP_REPEATED_POSSESSIVELY = re.compile(r"(?<!\\)\)(?:[?*+]|\{\d*,?\d*\})\+")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_group_repeats_possessively(path: Path) -> None:
    assert GROUP_REPEATED_POSSESSIVELY.findall(path.read_text()) == []


def test_the_guard_sees_what_it_guards_against() -> None:
    assert GROUP_REPEATED_POSSESSIVELY.search(r"\d++(?:[.,]\d++)?+")
    assert not GROUP_REPEATED_POSSESSIVELY.search(r"\d++(?:[.,]\d++)?")


def test_a_comma_after_a_number_is_not_of_the_number() -> None:
    assert TOKEN.findall("2, t") == ["2", ",", "t"]

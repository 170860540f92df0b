"""Every flag the reader can set is said in a sentence, and every reading says who read it."""

import ast
import re
from pathlib import Path

import pytest

from claims.extraction import read
from claims.flags import SENTENCES, in_sentences, reader_of
from claims.models import Reading
from tests import cast

ROOT = Path(__file__).resolve().parents[2]
# Digits of two scripts make no figure at all: the number stays in `leftover`.
NEVER_ON_A_FIGURE = {"mixed_digits"}


def _strings(node: ast.AST) -> set[str]:
    found = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
    return {one for one in found if isinstance(one, str) and re.fullmatch("[a-z_]{4,}", one)}


def flags_in(source: str) -> set[str]:
    """Return what a module appends to `flags`, gives as `flag` or `flags`, or returns beside a number."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="append", value=ast.Attribute(attr="flags") | ast.Name(id="flags"))
            ):
                found |= _strings(node)
            case (
                ast.keyword(arg="flag" | "flags")
                | ast.Assign(targets=[ast.Name(id="flag" | "flags" | "FLAG"), *_])
            ):
                found |= _strings(node.value)
            case ast.FunctionDef(name="_separated"):
                found |= {one for part in node.body for one in _strings(part)}
    return found  # fmt: skip


def settable() -> set[str]:
    files = (ROOT / "claims/extraction").rglob("*.py")
    return {flag for file in files for flag in flags_in(file.read_text())} - NEVER_ON_A_FIGURE


def test_every_flag_the_reader_can_set_has_a_sentence_and_no_other_has() -> None:
    assert settable() == set(SENTENCES)


def test_the_table_of_flags_in_the_documents_is_the_same() -> None:
    table = (ROOT / "docs/reading.md").read_text().split("## Flags")[1]
    assert set(re.findall(r"^\| `(\w+)`", table, re.M)) == set(SENTENCES)


@pytest.mark.parametrize("flag", sorted(SENTENCES))
def test_a_flag_is_said_as_a_sentence_and_not_by_its_name(flag: str) -> None:
    (sentence,) = in_sentences([flag, flag])
    assert re.fullmatch(r"[A-Z].*\.", sentence) and flag not in sentence


def test_a_flag_of_another_reader_is_told_by_its_name() -> None:
    assert in_sentences(["guessed"]) == ["The reader marked it “guessed”."]
    assert in_sentences([]) == []


def test_what_the_reader_flags_is_said() -> None:
    (figure,) = read("About 1\u200b000 people left the valley.").figures
    assert in_sentences(figure.flags) == [str(SENTENCES["hidden_characters"])]


@pytest.mark.django_db
def test_a_reading_says_who_read_it() -> None:
    assert reader_of(Reading(by=cast.person("editor", "mara"))) == "Mara"
    assert reader_of(Reading(reader="grammar 1")) == "the reader"
    assert reader_of(Reading(reader="model m", flags=["second_reader"])) == "a second reader, model m"

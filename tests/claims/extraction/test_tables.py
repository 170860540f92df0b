"""Words belong to the tables of their language; the passes ask for them by name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import claims.extraction
from claims.extraction.languages import LANGUAGES, endings_of, mapping_of, phrases_of, words_of

ROOT = Path(claims.extraction.__file__).parent
# What holds words of the interface: names of comparators, reasons and units, and what is said to a model.
NOT_A_PASS = {"readings.py", "second.py", "draft.py"}
PASSES = [
    path
    for path in sorted(ROOT.rglob("*.py"))
    if "languages" not in path.relative_to(ROOT).parts and path.name not in NOT_A_PASS
]
WORD = re.compile("[a-zа-яё]{2,}", re.IGNORECASE)
ASKED = re.compile(r"""(?:words_of|endings_of|phrases_of|mapping_of)\(\s*"(\w+)",\s*"(\w+)\"""")


def docstrings(tree: ast.AST) -> set[ast.Constant]:
    """Return the docstrings of a module, its classes and functions."""
    return {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }


def word_lists(source: str) -> Iterator[str]:
    """Yield every string of a module that is split into words: a list in all but name."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            text = node.func.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str) and WORD.search(text.value):
                yield text.value


def russian_lists(source: str) -> Iterator[str]:
    """Yield every tuple, list or set of a module that holds two Russian words."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            words = [
                one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if sum(bool(re.search("[а-яё]{2,}", word)) for word in words) > 1:
                yield " ".join(words)


@pytest.mark.parametrize("path", PASSES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_pass_holds_no_list_of_words(path: Path) -> None:
    source = path.read_text()
    assert [*word_lists(source), *russian_lists(source)] == []


def test_the_guard_sees_what_it_guards_against() -> None:
    assert list(word_lists('A = frozenset("killed wounded".split())')) == ["killed wounded"]
    assert list(russian_lists('x in ("года", "лет")')) == ["года лет"]


def test_every_set_of_a_table_is_asked_for() -> None:
    asked = {found for path in PASSES for found in ASKED.findall(path.read_text())}
    held = {
        (package, name)
        for one in LANGUAGES.values()
        for package, table in one.tables.items()
        for name in table
    }
    assert held - asked == set()


def test_words_of_all_languages_come_together() -> None:
    assert {"every", "каждый"} <= words_of("reading", "every")
    assert words_of("numbers", "number_joints", signs="-") == {"and", "-"}


def test_a_table_gives_endings_phrases_and_mappings() -> None:
    assert "ая" in endings_of("numbers", "ordinal_fraction_ends")
    assert ["half", "past"] in phrases_of("not_figures", "past_hour")
    assert mapping_of("numbers", "paired") == {"and": "between", "и": "между", "до": "от"}


def test_a_name_that_no_language_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="No language has words for masks: nothing of the kind"):
        words_of("masks", "nothing of the kind")

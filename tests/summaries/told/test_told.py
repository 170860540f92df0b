"""Every door calls the acts that print hears of, and not their parts further left."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
APPS = ("sources", "claims", "reviewers", "summaries", "newsroom")
# What print hears of, where it lies; only the acts to the right of it call it.
HEARD_OF = {
    "sources.describe.describe_document", "claims.bring_in.bring_in", "claims.redate.redate",
    "claims.withdraw.withdraw_document",
    "claims.withdraw.restore_document", "reviewers.withdraw.withdraw_document", "claims.filing.file_mention",
    "claims.filing.unfile_mention", "claims.triage.correct", "claims.triage.dismiss", "claims.restate.restate",
    "claims.restate.revert", "claims.measures.word_measure", "claims.measures.relate_measures",
    "claims.measures.start_phase", "sources.parties.create_source", "sources.parties.add_alias",
    "sources.parties.set_owner", "sources.parties.merge_sources", "sources.parties.protect_source",
    "sources.parties.unprotect_source", "sources.protect.protect_document", "sources.protect.unprotect_document",
}  # fmt: skip
TOLD = [f"summaries/told/{name}.py" for name in ("documents", "figures", "measures", "parties", "protect")]
CALLERS = {*TOLD, "reviewers/withdraw.py"}
# A party made on the way is open: it names nobody protected.
OPEN_ONLY = {"sources.parties.create_source"}


def reached(tree: ast.AST) -> Iterator[str]:
    """Yield every function of another module that a module names: imported by name, or through its module."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            known |= {alias.asname or alias.name: alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    yield from known.values()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield f"{known.get(ast.unparse(node.value), '')}.{node.attr}"


def test_every_door_calls_the_act_that_print_hears_of() -> None:
    found = [
        f"{path.relative_to(ROOT)} calls {name}"
        for app in APPS
        for path in sorted((ROOT / app).rglob("*.py"))
        if str(path.relative_to(ROOT)) not in CALLERS
        for name in reached(ast.parse(path.read_text()))
        if name in HEARD_OF - OPEN_ONLY
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "from claims.redate import redate",
        "from claims import redate as other\nother.redate(by=me)",
        "import claims.redate\nclaims.redate.redate(by=me)",
    ],
)
def test_a_call_that_goes_round_is_seen(source: str) -> None:
    assert HEARD_OF & set(reached(ast.parse(source)))

"""Imports run one way: ledger <- sources <- claims <- reviewers <- summaries <- newsroom.

Every way of reaching another app counts: imports at the top, inside a function or under TYPE_CHECKING; a dotted name
in a string (a foreign key, a settings path, a lazy import); `get_model("app", …)`; and, as far as names tell, the
reverse accessors that a foreign key of an app on the right puts on a model of the left.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps as registry

ROOT = Path(__file__).resolve().parents[1]
APPS = ("ledger", "sources", "claims", "reviewers", "summaries", "newsroom")
# `claims.Figure`, `summaries.publish.publish`; not `claims: …`, not a sentence, not a file name.
DOTTED = re.compile(rf"(?:{'|'.join(APPS)})(?:\.\w+)+")
FILE_NAME = re.compile(r"\.(?:py|html|css|js|json|jsonl|md|txt|po|csv|sqlite3)$")
BY_LABEL = {"get_model", "get_app_config", "get_by_natural_key", "is_installed"}


def modules() -> Iterator[tuple[str, Path]]:
    """Yield each Python file of the apps with the app it belongs to."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            yield app, path


def reached(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and app for everything in a module that reaches for an app."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, (node.module or "").split(".")[0]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if DOTTED.fullmatch(node.value) and not FILE_NAME.search(node.value):
                yield node.lineno, node.value.split(".")[0]
        elif isinstance(node, ast.Call):
            yield from reached_by_label(node)


def reached_by_label(node: ast.Call) -> Iterator[tuple[int, str]]:
    """Yield the app a call names by its bare label: `get_model("claims", "Figure")`, `app_label="claims"`."""
    function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    labels = [node.args[0]] if function in BY_LABEL and node.args else []
    labels += [keyword.value for keyword in node.keywords if keyword.arg == "app_label"]
    for label in labels:
        if isinstance(label, ast.Constant) and isinstance(label.value, str):
            yield node.lineno, label.value.split(".")[0]


def migration_dependencies(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the apps a migration waits for: `dependencies = [("claims", "0001_initial")]`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            label, name = node.elts
            if isinstance(label, ast.Constant) and isinstance(name, ast.Constant) and label.value in APPS:
                yield node.lineno, str(label.value)


def is_right_of(other: str, app: str) -> bool:
    """Say whether `other` is one of ours and stands to the right of `app`."""
    return other in APPS and APPS.index(other) > APPS.index(app)


@pytest.mark.parametrize(
    ("app", "path"), list(modules()), ids=lambda value: str(value).removeprefix(f"{ROOT}/")
)
def test_a_module_reaches_only_leftwards(app: str, path: Path) -> None:
    tree = ast.parse(path.read_text())
    found = list(reached(tree))
    if path.parent.name == "migrations":
        found += migration_dependencies(tree)
    assert [f"line {line} reaches {other}" for line, other in found if is_right_of(other, app)] == []


@pytest.mark.parametrize(
    ("source", "app"),
    [
        ("from claims.models import Figure", "claims"),
        ("import claims.models", "claims"),
        ("def late():\n    from claims import filing", "claims"),
        ("if TYPE_CHECKING:\n    from claims import filing", "claims"),
        ("models.ForeignKey('claims.Figure', on_delete=models.PROTECT)", "claims"),
        ("import_string('summaries.publish.publish')", "summaries"),
        ("apps.get_model('claims', 'Figure')", "claims"),
        ("apps.get_model('claims.Figure')", "claims"),
        ("ContentType.objects.get(app_label='claims')", "claims"),
    ],
)
def test_every_way_of_reaching_is_seen(source: str, app: str) -> None:
    assert app in {name for _, name in reached(ast.parse(source))}


def test_a_sentence_or_a_file_name_is_not_a_reach() -> None:
    source = (
        '"""See claims.Figure for more."""\nx = "claims/queue.html"\ny = "claims.json"\nz = "claims:queue"'
    )
    assert list(reached(ast.parse(source))) == []


def own_names(app: str) -> set[str]:
    """Return the fields and methods of models that `app` may use: its own and those to its left."""
    names: set[str] = set()
    for left in APPS[: APPS.index(app) + 1]:
        if registry.is_installed(left):
            for model in registry.get_app_config(left).get_models():
                names |= set(dir(model)) - {accessor for accessor, _ in accessors_from_the_right(left)}
    return names


def accessors_from_the_right(app: str) -> set[tuple[str, str]]:
    """Return what models further right put on the models of `app`: pairs of accessor and lookup name."""
    found = set()
    for model in registry.get_app_config(app).get_models():
        for relation in model._meta.related_objects:
            if is_right_of(relation.related_model._meta.app_label, app) and relation.get_accessor_name():
                found.add((relation.get_accessor_name(), relation.name))
    return found


def names_used(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the attributes a module reads and the first steps of its lookups, as `verdicts` in `verdicts__by=…`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.value.lineno, node.arg.split("__")[0]


@pytest.mark.parametrize("app", APPS[:-1])
def test_an_app_does_not_use_what_the_right_hangs_on_its_models(app: str) -> None:
    names = {name for pair in accessors_from_the_right(app) for name in pair} - own_names(app)
    used = [
        f"{path.relative_to(ROOT)}:{line} uses {name}"
        for owner, path in modules()
        if owner == app and path.parent.name != "migrations"
        for line, name in names_used(ast.parse(path.read_text()))
        if name in names
    ]
    assert used == []

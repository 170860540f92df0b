"""The tree itself: no bins, no module that never stops growing, no trace of anybody's machine."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINES_MAX = 500
# Names that say nothing, so that everything ends up in them (STYLE: no bins, no files named for a layer).
BINS = {"utils", "util", "helpers", "helper", "common", "core", "services", "selectors", "misc", "coreutils"}
# In pieces, so that this file does not find itself.
MACHINE_PATH = re.compile(
    r"(?<![\w.>])/(?:" + "|".join(["work", "root", "tmp", "home/[a-z]\\w*", "opt/py"]) + r")/"
)
REGISTRY_HOST = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "--index" + "-url"])
)
TEXT_SUFFIXES = {
    "", ".py", ".md", ".txt", ".in", ".toml", ".html", ".css", ".js", ".json", ".jsonl", ".po", ".sh", ".svg", ".cfg",
}  # fmt: skip


def files() -> Iterator[Path]:
    """Yield the files git keeps or would keep; every file where there is no git, as in an unpacked archive."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        found = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        skipped = {
            ".venv",
            "var",
            "__pycache__",
            ".mypy_cache",
            ".ruff_cache",
            ".pytest_cache",
            ".hypothesis",
        }
        found = [path for path in ROOT.rglob("*") if not skipped & set(path.relative_to(ROOT).parts)]
    yield from sorted(path for path in found if path.is_file())


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_module_is_named_for_nothing() -> None:
    named = [path for path in files() if path.suffix == ".py"]
    assert [shown(path) for path in named if BINS & {path.stem, *path.relative_to(ROOT).parts[:-1]}] == []


def test_no_module_is_longer_than_five_hundred_lines() -> None:
    # A migration is written once, by the machine, and never edited.
    modules = [path for path in files() if path.suffix == ".py" and path.parent.name != "migrations"]
    lengths = {shown(path): len(path.read_text().splitlines()) for path in modules}
    assert {name: lines for name, lines in lengths.items() if lines > LINES_MAX} == {}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["machine path", "registry host"])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = []
    for path in files():
        if path.suffix in TEXT_SUFFIXES:
            for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
                if pattern.search(line):
                    found.append(f"{shown(path)}:{number} {line.strip()[:80]}")
    assert found == []


def test_the_locked_requirements_name_no_address_and_hash_everything() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text()
        assert "://" not in text
        pins = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", text, flags=re.M)
        entries = re.split(r"\n(?=\S)", text.strip())
        assert len(pins) == len(entries)
        assert all("--hash=sha256:" in entry for entry in entries)

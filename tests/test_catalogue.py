"""Every case of the catalogue of hostile inputs has a test, or a reason in docs/hostile.md why it waits."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ID = re.compile(r"[A-Z][0-9]{2}")
SAID = (ROOT / "docs" / "hostile.md").read_text()


def catalogue() -> set[str]:
    """Every ID, from the sizes of the families."""
    families = re.findall(r"^\| ([A-Z]) \| ([0-9]+) \|", SAID, re.M)
    return {f"{family}{n:02}" for family, size in families for n in range(1, int(size) + 1)}


def tried() -> set[str]:
    """The IDs in the names of tests. One name may carry several: `test_T02_T03_…`."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for name in re.findall(r"^def (test_(?:[A-Z][0-9]{2}_)+)", path.read_text(), re.M):
            found |= set(ID.findall(name))
    return found


def waiting() -> set[str]:
    """The IDs in the table of what waits: `U08–U10` is three of them."""
    rows = re.findall(r"^\| ([A-Z][0-9]{2}[^|]*) \| [^|]+ \|$", SAID, re.M)
    found: set[str] = set()
    for part in ", ".join(rows).split(", "):
        first, _, last = part.partition("–")
        found |= {f"{first[0]}{n:02}" for n in range(int(first[1:]), int((last or first)[1:]) + 1)}
    return found


def test_every_case_has_a_test_or_a_reason_to_wait() -> None:
    assert catalogue() - tried() - waiting() == set()


def test_no_case_with_a_test_is_said_to_wait() -> None:
    assert tried() & waiting() == set()


def test_no_test_or_reason_is_of_a_case_that_is_not_there() -> None:
    assert (tried() | waiting()) - catalogue() == set()

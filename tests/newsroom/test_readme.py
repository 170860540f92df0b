"""The shell walk of the README, run as written, and the commands it names."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()


def walk() -> str:
    """The block of commands under the heading of the walk, with this suite's Python for that of `.venv`."""
    block = re.search(r"## The same from a shell.*?```sh\n(.*?)```", README, re.DOTALL)
    assert block is not None
    return block[1].replace(".venv/bin/python", sys.executable)


@pytest.fixture(scope="module")
def walked() -> subprocess.CompletedProcess[str]:
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        ["bash", "-euc", walk()],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_walk_ends_well(walked: subprocess.CompletedProcess[str]) -> None:
    assert (walked.returncode, walked.stderr) == (0, "")


def test_the_walk_brings_in_every_document_of_the_sample(walked: subprocess.CompletedProcess[str]) -> None:
    arrived = [line for line in walked.stdout.splitlines() if re.match(r"[0-9a-f-]{36} · ", line)]
    assert len(arrived) == len(list((ROOT / "sample" / "documents").iterdir()))


def test_the_walk_says_that_the_record_and_the_captures_hold(
    walked: subprocess.CompletedProcess[str],
) -> None:
    assert re.search(r"\d+ entries hold", walked.stdout)
    assert re.search(r"\d+ captures, \d+ texts and \d+ documents hold", walked.stdout)


def test_the_walk_reads_a_figure_to_its_words(walked: subprocess.CompletedProcess[str]) -> None:
    assert '"quote": "at least 58"' in walked.stdout


@pytest.mark.parametrize("name", sorted(set(re.findall(r"manage\.py (\w+)", README))))
def test_every_command_the_readme_names_exists(name: str) -> None:
    from django.core.management import get_commands

    assert name in get_commands()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:docs|deploy|bin|static)/[\w./-]*)`", README))))
def test_every_file_the_readme_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()

"""Run the suite: SQLite and PostgreSQL side by side, one a core, then the browser; print one summary at the end.

PostgreSQL is the one TEST_DATABASE_URL names, or one started for this run. Arguments go to every pytest.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import postgresql

ROOT = Path(__file__).resolve().parents[1]
ONCE = (
    "--ignore=tests/claims/extraction",
    "--ignore=tests/bench",
)  # pure, without a database: once is enough
NO_TESTS_COLLECTED = 5  # pytest's exit status; what -k leaves out of one run may be in another
LAST_LINE = re.compile(r"^=*.* in [\d.]+s\b.*=*$")
OUTCOMES = re.compile(r"(\d+) (failed|passed|skipped|xfailed|xpassed|errors?|warnings?)")


def main(arguments: list[str]) -> int:
    """Run the three parts, and return 0 only when all of them passed."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server is stopped then, too
    started = time.monotonic()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="countersign-suite-")))
        address = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(postgresql.server())
        parts = {
            "postgresql": Part(folder, "postgresql", address, "-m", "not browser", *ONCE, *arguments),
            "sqlite": Part(folder, "sqlite", "", "-m", "not browser", *arguments),
        }
        for part in parts.values():
            stack.callback(part.stop)
        parts["sqlite"].show()
        # The browser needs a core to itself, and times out when it has none.
        parts["postgresql"].show()
        parts["browser"] = Part(folder, "sqlite", "", "-m", "browser", *arguments, name="browser")
        stack.callback(parts["browser"].stop)
        parts["browser"].show()
        return summary(parts, time.monotonic() - started)


class Part:
    """One pytest process, writing to a file of its own, so that two side by side do not mix their lines."""

    def __init__(self, folder: Path, engine: str, address: str, *arguments: str, name: str = "") -> None:
        """Start pytest on the database `engine`; `address` is that of PostgreSQL, or empty."""
        self.name = name or engine
        self.log = folder / f"{self.name}.log"
        environment = {**os.environ, "TEST_DATABASE": engine, "TEST_DATABASE_URL": address}
        command = [sys.executable, "-m", "pytest", *arguments]
        with self.log.open("wb") as log:
            self.process: subprocess.Popen[Any] = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=environment
            )

    def show(self) -> None:
        """Print the lines of this part as they come, until it ends."""
        print(f"\n=== {self.name} ===", flush=True)
        with self.log.open("rb") as log:
            ended = False
            while not ended:
                ended = self.process.poll() is not None
                for line in log:
                    sys.stdout.buffer.write(line)
                sys.stdout.flush()
                time.sleep(0 if ended else 0.2)

    def stop(self) -> None:
        """End the process if it still runs, leaving pytest the time to take its test database down."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    @property
    def has_passed(self) -> bool:
        """Say whether every test passed, or there was none to run."""
        return self.process.returncode in (0, NO_TESTS_COLLECTED)

    def lines(self) -> list[str]:
        """Return what this part printed."""
        return self.log.read_text(errors="replace").splitlines()


def summary(parts: dict[str, Part], seconds: float) -> int:
    """Print every skip, the last line of each part, and one line that adds them up; return the exit status."""
    print("\n=== all parts ===")
    counts: Counter[str] = Counter()
    for name, part in parts.items():
        lines = part.lines()
        for line in lines:
            if line.startswith("SKIPPED"):
                print(f"{name}: {line}")
        last = next((line for line in reversed(lines) if LAST_LINE.search(line)), "no summary")
        print(f"{name}: {last.strip('= ')}")
        for number, outcome in OUTCOMES.findall(last):
            counts[outcome] += int(number)
    has_passed = all(part.has_passed for part in parts.values())
    if not has_passed and not counts["failed"]:
        counts["errors"] = counts["errors"] or 1
    words = ", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "no tests ran"
    print(f"{f' {words} in {seconds:.2f}s ':=^100}")
    return 0 if has_passed else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

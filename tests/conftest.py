"""What every test lives under: no network, no silent warning, no unnoticed skip, and tables that refuse to forget."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test.testcases import TransactionTestCase

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
IS_CI = os.environ.get("CI", "").lower() in {"1", "true"}
LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0", ""}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


# --- no network ----------------------------------------------------------------------------------------------------


class NetworkReached(AssertionError):
    """A test tried to reach another machine."""


def _refuse_abroad(address: Any) -> None:
    """Let sockets of this machine through; refuse everything else by name, so that red means one thing."""
    host = address[0] if isinstance(address, tuple) else ""
    host = host.decode() if isinstance(host, bytes) else host
    if host not in LOOPBACK:
        raise NetworkReached(f"a test tried to reach {host!r}")


@pytest.fixture(autouse=True, scope="session")
def _network_is_closed() -> Iterator[None]:
    """Guard the three doors by which Python code leaves the machine: connecting, sending, and asking for a name."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, sendto = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto
    getaddrinfo = socket.getaddrinfo

    def guarded(original: Any) -> Any:
        def call(self: socket.socket, *arguments: Any) -> Any:
            _refuse_abroad(arguments[-1])
            return original(self, *arguments)

        return call

    def guarded_getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        _refuse_abroad((host or "",))
        return getaddrinfo(host, *arguments, **options)

    patch.setattr(socket.socket, "connect", guarded(connect))
    patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
    patch.setattr(socket.socket, "sendto", guarded(sendto))
    patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
    yield
    patch.undo()


# --- tables that refuse to forget ----------------------------------------------------------------------------------

_flush_tables = TransactionTestCase._fixture_teardown


def _flush_without_triggers(self: TransactionTestCase) -> None:
    """Empty the tables after a test that commits; then lay again what every desk begins with.

    Append-only triggers forbid just that, so they step aside meanwhile.
    """
    from newsroom import triggers

    connected = [connections[alias] for alias in self._databases_names(include_mirrors=False)]
    for connection in connected:
        triggers.drop_all(connection)
    try:
        _flush_tables(self)
        _lay_first_rows()
    finally:
        for connection in connected:
            if triggers.missing(connection):
                triggers.create_all(connection)


def _lay_first_rows() -> None:
    """Put back the rows that migrations laid: the head of the ledger and the counter of changes."""
    from ledger.canonical import GENESIS
    from ledger.models import Head
    from summaries.models import Counter

    Head.objects.get_or_create(id=1, defaults={"seq": 0, "hash": GENESIS})
    Counter.objects.get_or_create(id=1, defaults={"change_seq": 0})


TransactionTestCase._fixture_teardown = _flush_without_triggers


# --- skips ---------------------------------------------------------------------------------------------------------


def _fail_if_skipped(report: Any) -> None:
    """In CI a skip is a failure: what CI does not run, nobody runs. An expected failure is not a skip."""
    if IS_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Any:
    report = yield
    _fail_if_skipped(report)
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, rather than skip, what reads the five real documents (or their gold reading) where there are none."""
    if SEEDS.is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("seeds")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


# --- the browser ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the Chromium of this machine; skip where there is none."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.skip("no Chromium on this machine")
    return {**browser_type_launch_args, "executable_path": found}

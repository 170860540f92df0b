"""When the database is busy: an act that lost a race for a lock is done again, then refused for a moment with a 503.

Every act is one transaction, so one that a deadlock, a lock timeout or a serialisation failure ended left nothing
behind, and may be done again from its beginning.
"""

import sqlite3
import sys
import time
from collections.abc import Callable

from django.db import Error, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

TRIES = 3  # after the first
PAUSE_S = 0.05  # before the first of them; each waits twice as long as the one before
RETRY_AFTER_S = 5
# https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization_failure, deadlock_detected,
# lock_not_available.
LOST_RACES = frozenset({"40001", "40P01", "55P03"})


# SQLite waited and gave up; or its disk is full, fails, or is closed to us. Nothing of the act is kept in any of them.
SQLITE_AT_ITS_LIMITS = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
})  # fmt: skip


def has_lost_a_race(error: BaseException) -> bool:
    """Say whether the same transaction, begun anew, may well succeed. SQLite has waited already when it says so."""
    cause = error.__cause__
    return isinstance(error, OperationalError) and getattr(cause, "sqlstate", None) in LOST_RACES


def is_busy(error: BaseException) -> bool:
    """Say whether the database is at its limits or out of reach, rather than at odds with what was asked."""
    if not isinstance(error, OperationalError):
        return False
    cause = error.__cause__
    if isinstance(cause, sqlite3.OperationalError):
        return cause.sqlite_errorcode & 0xFF in SQLITE_AT_ITS_LIMITS
    state = getattr(cause, "sqlstate", None) or ""
    # No state: the link itself failed. Classes 08, 53 and 57: connection, resources, taken down by an operator.
    return state in LOST_RACES or not state or state[:2] in ("08", "53", "57")


def again(request: HttpRequest, error: BaseException) -> HttpResponse | None:
    """Do once more what `request` asked and a lost race ended, up to TRIES times; None while the race is lost.

    Raises what the view raises otherwise.
    """
    match, pause = request.resolver_match, PAUSE_S
    view: Callable[..., HttpResponse] | None = match.func if match else None
    for _try in range(TRIES):
        if view is None or not has_lost_a_race(error):
            return None
        time.sleep(pause)
        pause *= 2
        for _name, files in request.FILES.lists():
            for file in files:
                file.seek(0)
        try:
            return view(request, *match.args, **match.kwargs)  # type: ignore[union-attr]
        except Error as next_error:
            if not is_busy(next_error):
                raise
            error = next_error
    return None


def failed(request: HttpRequest) -> HttpResponse:
    """Answer for what no view could: a database out of reach before any view was asked is a 503, the rest a 500."""
    error = sys.exc_info()[1]
    return busy_page(request) if error is not None and is_busy(error) else server_error(request)


def busy_page(request: HttpRequest) -> HttpResponse:
    """Render the 503 page, drawn without the database, and say when to ask again."""
    response = render(None, "503.html", status=503)
    response["Retry-After"] = str(RETRY_AFTER_S)
    return response

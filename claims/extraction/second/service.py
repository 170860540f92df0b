"""One request to the address a newsroom has set, and one bounded answer. Nothing else is ever dialled.

No redirect is followed and no proxy of the environment is asked: the text goes to that address or nowhere.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from claims.extraction.second import SecondReaderFailed

MAX_ANSWER_BYTES = 1024 * 1024


def post(address: str, body: bytes, headers: dict[str, str], *, within_s: float) -> bytes:
    """Send `body` and return what is answered, headers and all within `within_s` seconds.

    Raises SecondReaderFailed: unreachable, slow, redirected, refused (any status but 200), too_long.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or within_s <= 0:
        raise SecondReaderFailed("slow" if within_s <= 0 else "unreachable")
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=within_s)
    late = threading.Event()
    watch: threading.Timer | None = None
    try:
        connection.connect()
        # A timeout of the socket begins anew with every byte: who drips is stopped by the watch.
        watch = threading.Timer(within_s, _stop, [connection.sock, late])
        watch.daemon = True
        watch.start()
        connection.request("POST", parts.path or "/", body, headers)
        raw = _body(connection.getresponse())
    except TimeoutError as error:
        raise SecondReaderFailed("slow") from error
    except (OSError, HTTPException, ValueError) as error:
        raise SecondReaderFailed("slow" if late.is_set() else "unreachable") from error
    finally:
        if watch:
            watch.cancel()
        connection.close()
    if late.is_set():  # what was cut off by the watch looks like an end
        raise SecondReaderFailed("slow")
    return raw


def _body(answer: HTTPResponse) -> bytes:
    with answer:
        if 300 <= answer.status < 400:
            raise SecondReaderFailed("redirected")
        if answer.status != 200:
            raise SecondReaderFailed("refused")
        raw = answer.read(MAX_ANSWER_BYTES + 1)
    if len(raw) > MAX_ANSWER_BYTES:
        raise SecondReaderFailed("too_long")
    return raw


def _stop(connected: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)

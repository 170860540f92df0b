"""Second readers for the tests: callables as a newsroom would name them, and a service of this machine to be asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from django.db import connection

from claims.extraction import DocumentFacts, ReadFigure
from claims.extraction.readings import READER


def figure(text: str, words: str, **changes: Any) -> ReadFigure:
    """What a reader says of some words: three boats, in its own name's place, surer than it has any right to be."""
    start = max(text.find(words), 0)
    said: dict[str, Any] = {
        "start": start, "end": start + len(words), "quote": words, "low": Decimal(3), "high": Decimal(3),
        "comparator": "exact", "counted": "boats", "elided": False, "kind": "count", "unit": "", "flags": (),
        "predicate": "", "as_of": None, "as_of_phrase": "", "as_of_basis": "none", "as_of_candidates": (),
        "since": None, "attribution": (), "language": "en", "reader": READER, "confidence": 0.99,
    }  # fmt: skip
    return ReadFigure(**(said | changes))


def trio(text: str, facts: DocumentFacts) -> list[ReadFigure]:
    return [figure(text, "a trio")] if "a trio" in text else []


def breaks(text: str, facts: DocumentFacts) -> list[ReadFigure]:
    raise RuntimeError("a fault that is none of ours")


SEEN_IN_TRANSACTION: list[bool] = []


def looks_round(text: str, facts: DocumentFacts) -> list[ReadFigure]:
    """Note whether a transaction is open while it is asked."""
    SEEN_IN_TRANSACTION.append(connection.in_atomic_block)
    return trio(text, facts)


# --- a service, reached by real HTTP ------------------------------------------------------------------

Answer = Callable[[BaseHTTPRequestHandler, str], None]


@dataclass
class Service:
    """A server of this machine and every request it was sent: the path, the headers, what the user's words were."""

    address: str
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def rows(*found: dict[str, Any]) -> Answer:
    """Answer as a model would: these rows, as JSON, in the message of a completion."""
    return says(json.dumps(list(found)))


def says(words: str) -> Answer:
    """Answer with a completion that says `words`."""
    return raw(json.dumps({"choices": [{"message": {"content": words}}]}).encode())


def raw(body: bytes, *, status: int = 200, **headers: str) -> Answer:
    """Answer with these bytes."""

    def answer(handler: BaseHTTPRequestHandler, text: str) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def drips(handler: BaseHTTPRequestHandler, text: str) -> None:
    """Send a byte every tenth of a second, without end: no single wait is ever long."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        if threading.Event().wait(0.1):
            return


def pours(handler: BaseHTTPRequestHandler, text: str) -> None:
    """Send without end, as fast as it is taken."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b" " * 65536)


@contextmanager
def service(answer: Answer) -> Iterator[Service]:
    """Serve `answer` on a port of this machine for as long as it is needed."""
    noted: Service

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            noted.paths.append(self.path)
            noted.headers.append(dict(self.headers))
            noted.texts.append(sent["messages"][-1]["content"])
            with suppress(OSError):  # the desk has hung up, as it should
                answer(self, noted.texts[-1])

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    noted = Service(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield noted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

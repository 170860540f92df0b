"""Bodies of requests: whole or refused, of a kind that forms send, and never packed."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
WITHOUT_BODY = {"GET", "HEAD", "OPTIONS", "TRACE"}
API = "/api/"  # takes no body at all, and says so in its own shape


class BrokenOff(OSError):
    """The connection ended before the body did."""


class WholeBody:
    """The body of a request as WSGI gives it, which ends with an error where fewer bytes came than were announced.

    Without it half a file that was broken off would pass for the whole one.
    """

    def __init__(self, body: Any, length: int) -> None:
        self._body, self._left = body, length

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes, all that is left by default. Raises BrokenOff."""
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        read: bytes = self._body.read(wanted)
        while len(read) < wanted and (more := self._body.read(wanted - len(read))):
            read += more
        return self._counted(read, is_cut=len(read) < wanted)

    def readline(self, size: int = -1) -> bytes:
        """Read one line, of `size` bytes at most. Raises BrokenOff."""
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        read: bytes = self._body.readline(wanted)
        return self._counted(read, is_cut=len(read) < wanted and not read.endswith(b"\n"))

    def _counted(self, read: bytes, *, is_cut: bool) -> bytes:
        if is_cut:
            raise BrokenOff("the connection ended before the body did")
        self._left -= len(read)
        return read


def whole_bodies(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Return the WSGI application with every body that announces its length read whole or refused."""

    def call(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        length = environ.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and environ.get("wsgi.input") is not None:
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length[:18]))
        return application(environ, start_response)

    return call


class FormBodiesMiddleware:
    """Refuse with 415 what is no form of a browser, before any view takes it for an empty one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Answer 415 for a packed body, and for one that is neither of the two kinds a form sends."""
        if request.method in WITHOUT_BODY or request.path.startswith(API):
            return None
        is_packed = request.headers.get("Content-Encoding", "identity").strip().lower() not in (
            "",
            "identity",
        )
        has_body = request.headers.get("Content-Length", "0") not in ("", "0")
        if is_packed or has_body and request.content_type not in FORMS:
            says = _("This address takes what a form sends, unpacked. Nothing was changed.")
            return render(request, "400.html", {"exception": says}, status=415)
        return None

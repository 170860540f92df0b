"""Which answers may be kept on the way to a reader: those that say so themselves, and no others."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase


class KeptByNobodyMiddleware:
    """Let no browser and no cache keep an answer that does not say how long it may.

    Public pages and the API say so. Everything else may hold what only the person signed in may see, and would
    still be there for whoever next sits at the machine and presses "back".
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

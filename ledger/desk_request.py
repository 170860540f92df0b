"""What a page at the desk is asked with."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from ledger.people import Person


class DeskRequest(HttpRequest):
    """A request that came through the middleware: the one for signing in lets nobody through but an account.

    It says to readers and to mypy what the views may count on. Nothing makes one.
    """

    user: Person  # type: ignore[assignment]  # Django's types allow for nobody signed in
    htmx: HtmxDetails
    csp_nonce: object  # its `str()` is the nonce, made when first asked for

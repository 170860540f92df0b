"""How long a sign-in lasts: half an hour without a request (SIGN_IN_IDLE_S), twelve hours in all (SESSION_COOKIE_AGE).

The session itself would last twelve hours from whatever last changed it, so both instants are kept in it.
"""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from ledger.desk_request import DeskRequest
from newsroom import unsaved

SIGNED_IN_AT, SEEN_AT = "signed_in_at", "seen_at"  # seconds since 1970, in the session
NOTED_EVERY_S = 60  # a request within a minute of the one before writes nothing


def now() -> float:
    """Return the present instant, in seconds. Not the clock of the acts, which a sample desk holds still."""
    return time.time()


def begin(request: HttpRequest) -> None:
    """Note that somebody has just signed in."""
    request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = int(now())


def is_over(request: HttpRequest) -> bool:
    """Say whether this sign-in has been idle, or has lasted, too long; note that it is in use where it has not."""
    session, instant = request.session, int(now())
    if SIGNED_IN_AT not in session or SEEN_AT not in session:
        begin(request)
        return False
    idle_s, lasted_s = instant - session[SEEN_AT], instant - session[SIGNED_IN_AT]
    if idle_s > settings.SIGN_IN_IDLE_S or lasted_s > settings.SESSION_COOKIE_AGE:
        return True
    if not 0 <= idle_s < NOTED_EVERY_S:  # below zero: the clock was put back
        session[SEEN_AT] = instant
    return False


def sign_out(request: DeskRequest) -> HttpResponse:
    """End the sign-in, keep what the request would have saved, and lead to the sign-in page."""
    kept = unsaved.of(request)
    logout(request)
    if kept:
        request.session[unsaved.KEY] = kept
        messages.warning(
            request,
            _("You were signed out after a while without work. What you sent is kept: sign in to see it."),
        )
        return redirect_to_login(reverse("newsroom:unsaved"))
    messages.info(request, _("You were signed out after a while without work."))
    if getattr(request, "htmx", False):
        # A fragment's place must not be taken by the sign-in page.
        back = request.htmx.current_url_abs_path or "/desk/"
        return HttpResponseClientRedirect(redirect_to_login(back).url)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/desk/")

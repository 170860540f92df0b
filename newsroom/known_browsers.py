"""Browsers in which a person has signed in before, so that guessing at a name elsewhere does not shut its owner out.

After OWASP, "Slow Down Online Guessing Attacks with Device Cookies": a signed cookie says that this browser was
used by this person; failed tries in it are counted apart from everybody else's. It opens nothing by itself.
"""

import secrets
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ledger.people import Person

SALT = "newsroom.known-browser"


def remember(request: HttpRequest, response: HttpResponse, user: Person) -> None:
    """Give the browser its cookie, or keep the one it has, so that a sign-in does not wipe its count of failures."""
    uid, nonce = read(request)
    if uid != str(user.uid):
        nonce = secrets.token_urlsafe(16)
    response.set_signed_cookie(
        settings.KNOWN_BROWSER_COOKIE_NAME,
        f"{user.uid}:{nonce}",
        salt=SALT,
        max_age=settings.KNOWN_BROWSER_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def read(request: HttpRequest) -> tuple[str, str]:
    """Return whose browser this is (a uid) and the browser's own name; two empty strings where it is not known."""
    said = request.get_signed_cookie(
        settings.KNOWN_BROWSER_COOKIE_NAME, "", salt=SALT, max_age=settings.KNOWN_BROWSER_COOKIE_AGE
    )
    uid, _colon, nonce = cast(str, said).partition(":")
    return uid, nonce

"""What allauth asks us about accounts. People are added by an administrator; nobody signs up."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from newsroom import known_browsers

log = logging.getLogger(__name__)


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Keep the door for new accounts shut, and the door for the desk's own people open while others guess.

    Failed sign-ins are counted for one name from one place (ACCOUNT_RATE_LIMITS): an address, or a browser that
    somebody has signed in with before. So whoever guesses is slowed, and whoever is guessed at is not. What one
    name gets from all places together has a limit of its own, which such a browser of that person passes by.
    """

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer that nobody may sign up: accounts and their roles are an administrator's act."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the place that limits count by: a browser that is known, else the address."""
        _uid, browser = known_browsers.read(request)
        return f"browser-{browser}" if browser else super().get_client_ip(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return (
            f"{super()._get_login_attempts_cache_key(request, **credentials)}:{self.get_client_ip(request)}"
        )

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Compare the password once. Tried as a name and as an address, one that is known would take twice as long."""
        if credentials.get("email") == credentials.get("username"):
            credentials.pop("email", None)
        return super().authenticate(request, **credentials)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count one try, and refuse it where there were too many. The sentence is the same for unknown names."""
        super().pre_authenticate(request, **credentials)
        name = (credentials.get("email") or credentials.get("username") or "").lower()
        if _is_own_browser(request, name):
            return
        if not ratelimit.consume(request, action="login_failed_anywhere", key=name):
            raise self.validation_error("too_many_login_attempts")

    def post_login(self, request: HttpRequest, user: Any, **options: Any) -> HttpResponse:
        """Go on as allauth does, and know this browser from now on."""
        response = super().post_login(request, user, **options)
        known_browsers.remember(request, response, user)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail; where the mail service is down, say so in the log, without the address, and go on.

        The answer is the same whether an address belongs to an account or not, and whether mail left or not.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # smtplib's errors are of this kind, too
            log.error("mail could not be sent: %s", type(error).__name__)


def _is_own_browser(request: HttpRequest, name: str) -> bool:
    uid, _browser = known_browsers.read(request)
    if not uid:
        return False
    named = Q(username__iexact=name) | Q(email__iexact=name)
    return get_user_model().objects.filter(named, uid=uid).exists()

"""What allauth asks us about accounts. People are added by an administrator; nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Keep the door for new accounts shut; everything else is allauth's own."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer that nobody may sign up: accounts and their roles are an administrator's act."""
        return False

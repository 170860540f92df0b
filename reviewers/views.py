"""The queue, and a figure's page at the desk: signing, taking, giving back."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show what to review next, and why."""
    raise NotImplementedError


@require_safe
def figure(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a figure with everything that bears on signing it."""
    raise NotImplementedError


@require_POST
def take(request: HttpRequest, uid: str) -> HttpResponse:
    """Hold the figure for one's own signature."""
    raise NotImplementedError


@require_POST
def give_back(request: HttpRequest, uid: str) -> HttpResponse:
    """Let the figure go."""
    raise NotImplementedError


@require_POST
def hand_over(request: HttpRequest, uid: str) -> HttpResponse:
    """Pass the figure to another reviewer."""
    raise NotImplementedError


@require_POST
def sign(request: HttpRequest, uid: str) -> HttpResponse:
    """Sign the figure."""
    raise NotImplementedError


@require_POST
def withdraw_verdict(request: HttpRequest, uid: str) -> HttpResponse:
    """Take one's own verdict back."""
    raise NotImplementedError

"""Who may see or do this: asked by a page before it reads a form. The act asks again for itself."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from claims.errors import NotAllowed


def ask(request: HttpRequest, act: str, thing: object = None) -> None:
    """Let the person of the request through, or raise NotAllowed: a refused person learns nothing from a form."""
    if not request.user.may(act, thing):  # type: ignore[union-attr]
        raise NotAllowed(_("Your roles do not let you do this."))

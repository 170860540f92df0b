"""Who may see or do this: asked by a page before it reads a form. The act asks again for itself."""

from django.utils.translation import gettext as _

from claims.errors import NotAllowed
from ledger.desk_request import DeskRequest


def ask(request: DeskRequest, act: str, thing: object = None) -> None:
    """Let the person of the request through, or raise NotAllowed: a refused person learns nothing from a form."""
    if not request.user.may(act, thing):
        raise NotAllowed(_("Your roles do not let you do this."))

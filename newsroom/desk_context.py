"""What the bar over every desk page shows: where to go, and who is signed in. Only for pages of the desk."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from reviewers.models import RoleGrant
from reviewers.queue import count_waiting


def desk(request: HttpRequest) -> dict[str, Any]:
    """Give `desk_nav` and `desk_person` to the pages of whoever is at the desk; nothing to anybody else.

    Both are worked out only when a template asks for them, so that public pages cost nothing.
    """
    return {
        "desk_nav": SimpleLazyObject(lambda: _nav(request)),
        "desk_person": SimpleLazyObject(lambda: _person(request)),
    }


def _nav(request: HttpRequest) -> list[dict[str, Any]]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not user.may("see-desk"):
        return []
    places: list[tuple[str, str, int | None]] = [
        (pgettext("place", "Desk"), reverse("newsroom:desk"), None),
        (_("Documents"), reverse("claims:documents"), None),
        (_("Measures"), reverse("claims:measures"), None),
        (_("Findings"), reverse("claims:findings"), None),
        (pgettext("place", "Review"), reverse("reviewers:queue"), count_waiting(user) or None),
        (_("Summaries"), reverse("summaries:desk-summaries"), None),
        (_("Corrections"), reverse("summaries:desk-corrections"), None),
    ]
    if user.may("see-ledger"):
        places.append((_("Ledger"), reverse("newsroom:ledger"), None))
    if user.is_staff:
        places.append((_("Admin"), reverse("admin:index"), None))
    here = request.path
    desk_front = reverse("newsroom:desk")
    return [
        {
            "label": label,
            "url": url,
            "count": count,
            "is_current": here == url or (url != desk_front and here.startswith(url)),
        }
        for label, url, count in places
    ]


def _person(request: HttpRequest) -> dict[str, str] | None:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    labels = [str(RoleGrant.Role(role).label) for role in RoleGrant.Role.values if role in user.roles]
    return {"name": str(user), "roles": ", ".join(labels)}

"""The summary a desk page is about, and the addresses its links lead to."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ledger.desk_request import DeskRequest
from summaries.errors import NotAllowed, NotFound
from summaries.gate import Mend
from summaries.models import Revision, Summary


def visible(request: DeskRequest, uid: UUID) -> Summary:
    """Return the summary, or NotFound for whoever may not know of it."""
    found = Summary.objects.visible_to(request.user).filter(uid=uid)
    summary = found.select_related("topic", "current_revision__by", "current_version__withholding").first()
    if summary is None:
        raise NotFound
    return summary


def ask(request: DeskRequest, act: str) -> None:
    """Refuse whoever may not do `act`, before their form is looked at; the act asks again."""
    if not request.user.may(act):
        raise NotAllowed(_("Your roles do not let you do this."))


def conflict_label(name: str) -> str:
    """Return what a row of a conflict is called: acts name the fields of a text, a page says them in words."""
    names = {
        "revision": _("Revision"), "headline": _("Headline"), "standfirst": _("Standfirst"), "body": _("Text"),
    }  # fmt: skip
    return names.get(name, name)


def newest(summary: Summary) -> Revision:
    """Return the newest revision; every summary has one."""
    assert summary.current_revision is not None
    return summary.current_revision


def act_of(mend: Mend) -> dict[str, Any]:
    """Return a mend in the shape the fragments of the gate take."""
    url = reverse(mend.url_name, args=mend.args)
    return {
        "label": mend.label,
        "url": f"{url}?{urlencode(mend.query)}" if mend.query else url,
        "is_post": mend.is_post,
        "fields": [{"name": name, "value": value} for name, value in mend.fields],
        "find": dict(mend.query).get("q", ""),
    }

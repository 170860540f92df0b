"""What was signed on a figure, and what it said when: its history, as its page tells it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from claims.models import Figure
from claims.printing import in_short
from reviewers.case import Case
from reviewers.leaning import why_withdrawn
from reviewers.models import Verdict
from reviewers.standing import TWO_SIGN, Standing

MOMENT = "j F Y, H:i"
STATES_SHOWN = 20


def verdicts_of(figure: Figure, now: Standing, case: Case) -> list[dict[str, Any]]:
    """Every verdict ever signed, newest first; two that carry one status share an item."""
    signed = list(
        Verdict.objects.filter(state__figure=figure).select_related("by", "state").order_by("-at", "-pk")
    )
    fell = why_withdrawn(figure)
    items = []
    for _key, run in groupby(signed, key=lambda v: (v.state_id, v.status, v.withdrawn_at, v.rationale)):
        item = _verdict_item(alike := list(run), figure, now, case)
        items.append(item | {"fell": next((fell[one.pk] for one in alike if one.pk in fell), "")})
    return items


def _verdict_item(run: Sequence[Verdict], figure: Figure, now: Standing, case: Case) -> dict[str, Any]:
    oldest_first = list(reversed(run))
    first = oldest_first[0]
    is_live = first.withdrawn_at is None and first.state_id == figure.current_state_id
    item: dict[str, Any] = {
        "status": first.status,
        "since": date_format(first.at, MOMENT),
        "since_date": first.at.isoformat(),
        "reason": capfirst(first.get_reason_display()),
        "rationale": first.rationale,
        "is_withdrawn": first.withdrawn_at is not None,
        "signatures": [
            {
                "name": str(verdict.by),
                "note": _signature_note(verdict, place)
                if is_live
                else _("on state %(n)s") % {"n": verdict.state.n},
                "at": date_format(verdict.at, MOMENT),
                "at_date": verdict.at.isoformat(),
            }
            for place, verdict in enumerate(oldest_first)
        ],
    }
    if now.waiting is not None and now.waiting.pk in {verdict.pk for verdict in run}:
        may = now.waiting.by_id != case.by.pk and not case.is_maker and case.by.may("sign", figure)
        item["open"] = {
            "label": _("Sign here") if may else _("waits"),
            "url": "#sign" if may else "",
            "note": _("second signature, asked of you") if may else _("second signature"),
        }
    return item


def _signature_note(verdict: Verdict, place: int) -> str:
    if verdict.status not in TWO_SIGN:
        return _("signed")
    return _("first signature") if place == 0 else _("second signature")


def states_of(figure: Figure) -> list[dict[str, Any]]:
    """What the figure has said, newest first."""
    states = (
        figure.states.select_related("made_by", "measure")
        .prefetch_related("measure__wordings")
        .order_by("-n")[:STATES_SHOWN]
    )
    return [
        {
            "n": state.n,
            "says": in_short(state),
            "reason": state.reason,
            "by": str(state.made_by or ""),
            "at": date_format(state.at, MOMENT),
            "at_date": state.at.isoformat(),
        }
        for state in states
    ]

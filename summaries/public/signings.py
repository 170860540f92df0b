"""When a figure had which status and who had signed, as a reader may know it: from the verdicts themselves."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from claims.models import Figure, FigureState
from reviewers.models import Reviewer, Verdict
from summaries.public.days import day

NEEDS_TWO = frozenset({Figure.Status.VERIFIED, Figure.Status.FALSE})


@dataclass(frozen=True, slots=True)
class Signing:
    """A status in force: from the signature that made it to whatever ended it (None: it stands)."""

    status: str
    state_id: int
    since: datetime
    until: datetime | None
    reason: str
    signers: tuple[tuple[Reviewer, datetime], ...]


def signings(figures: Iterable[Figure]) -> dict[int, list[Signing]]:
    """Return the statuses each figure has had, oldest first, by figure id. Two queries."""
    asked = {figure.pk: figure for figure in figures}
    verdicts: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in (
        Verdict.objects.filter(state__figure__in=asked).select_related("state", "by").order_by("at", "pk")
    ):
        verdicts[verdict.state.figure_id].append(verdict)
    ends = _ends_of_states(asked)
    return {pk: _ended(_reached(verdicts[pk]), asked[pk], ends) for pk in asked}


def _ends_of_states(figure_ids: Iterable[int]) -> dict[int, datetime]:
    """When each state was followed by the next, by state id; a present state has no end."""
    rows = FigureState.objects.filter(figure__in=figure_ids).order_by("figure", "n")
    listed = list(rows.values_list("pk", "figure", "at"))
    return {
        pk: after[2]
        for (pk, figure, _at), after in zip(listed, listed[1:], strict=False)
        if after[1] == figure
    }


def _reached(verdicts: list[Verdict]) -> list[Signing]:
    """Walk the verdicts in order; a status is reached when as many people as it needs have signed it."""
    found: list[Signing] = []
    for at, verdict in enumerate(verdicts):
        alike = [
            other
            for other in verdicts[: at + 1]
            if (other.state_id, other.status) == (verdict.state_id, verdict.status)
            and (other.withdrawn_at is None or other.withdrawn_at > verdict.at)
        ]
        if len({other.by_id for other in alike}) < (2 if verdict.status in NEEDS_TWO else 1):
            continue
        signers = tuple((other.by, other.at) for other in alike)
        last = found[-1] if found else None
        if last and (last.state_id, last.status) == (verdict.state_id, verdict.status):
            found[-1] = replace(last, signers=signers)
        else:
            reason = str(Verdict.Reason(verdict.reason).label)
            found.append(Signing(verdict.status, verdict.state_id, verdict.at, None, reason, signers))
    return found


def _ended(found: list[Signing], figure: Figure, ends: dict[int, datetime]) -> list[Signing]:
    """Give each status its end: the next status, the next state, or the fall of the last one."""
    out = []
    for at, signing in enumerate(found):
        ending = [found[at + 1].since] if at + 1 < len(found) else []
        ending += [ends[signing.state_id]] if signing.state_id in ends else []
        if at + 1 == len(found) and not ending and figure.status != signing.status:
            ending = [figure.status_since]
        out.append(replace(signing, until=min(ending, default=None)))
    return out


def in_print(had: list[Signing], *, since: datetime | None) -> list[dict[str, Any]]:
    """Return what `components/_verdicts.html` takes: statuses in force since the figure is public, newest first.

    The coded reason is printed and never the rationale, which is written for the desk.
    """
    return [
        {
            "status": signing.status,
            "since": day(signing.since)["text"],
            "since_date": day(signing.since)["date"],
            "until": day(signing.until)["text"] if signing.until else "",
            "until_date": day(signing.until)["date"] if signing.until else "",
            "reason": signing.reason,
            "signatures": [
                {"name": person.printed_name or _("a reviewer"), "note": _("signed"), **_at(at)}
                for person, at in signing.signers
            ],
        }
        for signing in reversed(had)
        if since is None or signing.until is None or signing.until >= since
    ]


def _at(at: datetime) -> dict[str, str]:
    words = day(at)
    return {"at": words["text"], "at_date": words["date"]}

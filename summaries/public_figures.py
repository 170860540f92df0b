"""Figures as strangers may read of them: what was signed, never what waits for a signature.

A public figure that lost its signatures keeps the value it was printed with and says since when it is not
signed; the new, unsigned value stays at the desk until somebody signs it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Figure, FigureState
from claims.printing import Printed, fell_in_words, printed
from reviewers.models import Verdict
from reviewers.standing import TWO_SIGN, standing
from sources.naming import Names, protected_names
from summaries.models import FigureUse

# Statuses under which the present state may never have been in print.
FALLEN = (Figure.Status.UNREVIEWED, Figure.Status.UNVERIFIABLE)


def as_public(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures, each fallen one carrying the state it was last printed or signed with.

    The source's own noun is left out where it names somebody protected. Changes the objects in memory and not the
    records: never save what this returns. Two queries more where any has fallen, and two where a measure has no noun.
    """
    listed = list(figures)
    fallen = {figure.pk: figure for figure in listed if figure.status in FALLEN}
    if fallen:
        for pk, state in _printed_states(fallen.values()).items():
            fallen[pk].current_state = state
    _keep_back_nouns(figure.state for figure in listed)
    return listed


def _keep_back_nouns(states: Iterable[FigureState]) -> None:
    """Empty the source's own noun where it would be printed and names a protected party."""
    bare = [state for state in states if state.counted and not _has_nouns(state)]
    hidden = protected_names() if bare else Names()
    for state in bare:
        if hidden.named_in(state.counted):
            state.counted = ""


def _has_nouns(state: FigureState) -> bool:
    wordings = state.measure.wordings.all() if state.measure else ()
    return bool(wordings) and all(one.one or one.few or one.many or one.other for one in wordings)


def _printed_states(figures: Iterable[Figure]) -> dict[int, FigureState]:
    """Return the newest state in print; where a figure never was, the newest that had its signatures."""
    ids = [figure.pk for figure in figures]
    in_print = dict(
        FigureUse.objects.filter(figure__in=ids, revision__versions__isnull=False)
        .order_by("state__n")
        .values_list("figure", "state")
    )
    signed = dict(
        signed_enough()
        .filter(state__figure__in=ids)
        .order_by("state__n")
        .values_list("state__figure", "state")
    )
    states = (
        FigureState.objects.filter(pk__in={**signed, **in_print}.values())
        .select_related("measure__topic", "originator__owner", "phase", "lead_mention__document")
        .prefetch_related("measure__wordings")
    )
    return {state.figure_id: state for state in states}


def signed_enough() -> QuerySet[Verdict]:
    """Verdicts that gave their state its status, alone or with another: one of two that are needed says nothing yet.

    Nor do two of which the one was withdrawn before the other was signed.
    """
    alike = Verdict.objects.filter(state=OuterRef("state"), status=OuterRef("status")).exclude(
        by=OuterRef("by")
    )
    together = alike.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gte=OuterRef("at")))
    in_time = together.filter(at__lte=OuterRef("withdrawn_at"))
    stood = Exists(in_time) | Q(withdrawn_at=None) & Exists(together)
    return Verdict.objects.filter(~Q(status__in=sorted(TWO_SIGN)) | stood)


def lines(figures: Iterable[Figure], *, language: str = "en") -> dict[int, Printed]:
    """Put public figures into words, by figure id, a fallen one saying since when and what it was.

    Pass figures through `as_public` first. The number of queries does not grow with their number.
    """
    listed = list(figures)
    was = _earlier_statuses(figure for figure in listed if figure.status == Figure.Status.UNREVIEWED)
    found = printed(listed, language=language)
    for figure in listed:
        party = figure.state.originator
        if party and party.printed_as:
            found[figure.pk] = replace(found[figure.pk], originator=party.public_name)
        if figure.pk in was:
            fell = fell_in_words(figure.status_since, was[figure.pk], language=language)
            found[figure.pk] = replace(found[figure.pk], fell=fell)
    return found


def _earlier_statuses(figures: Iterable[Figure]) -> dict[int, str]:
    """Return the status each unsigned figure had: that of the newest verdict that was ever enough for it."""
    ids = [figure.pk for figure in figures]
    if not ids:
        return {}
    earlier: dict[int, list[Verdict]] = defaultdict(list)
    was: dict[int, str] = {}
    for verdict in Verdict.objects.filter(state__figure__in=ids).select_related("state").order_by("at", "pk"):
        live = [
            one for one in earlier[verdict.state_id] if not one.withdrawn_at or one.withdrawn_at >= verdict.at
        ]
        earlier[verdict.state_id].append(verdict)
        if verdict in standing([*live, verdict]).carried_by:
            was[verdict.state.figure_id] = verdict.status
    return was

"""The figures a writer may choose from: those of the summary's topic, narrowed by words, number or measure."""

from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext as _

from claims.errors import BadNumber
from claims.models import Figure
from claims.models.figures import FigureQuerySet
from claims.numbers import exact
from claims.printing import PRINTABLE, Printed, printed
from ledger.people import Person
from sources.models import Source
from sources.names import clean, fold
from summaries.models import Summary

OFFERED = 12
QUERY_LENGTH = 100


def offered(summary: Summary, person: Person, query: str) -> list[dict[str, Any]]:
    """Return what the picker shows, printable figures first; what cannot be printed yet says why.

    A query looks everywhere; without one the figures of the summary's topic are offered. A constant number of
    database queries.
    """
    figures = _found(summary, person, clean(query)[:QUERY_LENGTH])
    rank = Case(When(status__in=PRINTABLE, then=Value(0)), default=Value(1), output_field=IntegerField())
    listed = list(figures.with_state().annotate(rank=rank).order_by("rank", "-status_since", "-pk")[:OFFERED])
    lines = printed(listed, language=summary.language)
    return [_row(figure, lines[figure.pk]) for figure in listed]


def _found(summary: Summary, person: Person, query: str) -> FigureQuerySet:
    figures = Figure.objects.visible_to(person).filter(current_state__measure__isnull=False)
    if not query:
        return figures.filter(current_state__measure__topic=summary.topic)
    words = Q(current_state__measure__wordings__title__icontains=query)
    words |= Q(current_state__originator__in=_parties(person, query)) | Q(
        current_state__counted__icontains=query
    )
    try:
        number = exact(query.replace(",", ""))
        words |= Q(current_state__low=number) | Q(current_state__high=number)
    except BadNumber:
        pass  # words, then
    return figures.filter(pk__in=figures.filter(words).values("pk"))


def _parties(person: Person, query: str) -> Any:
    # By the form under which names are compared, so that whatever counts as the same name is found.
    return Source.objects.visible_to(person).filter(aliases__folded__contains=fold(query)).values("pk")


def _row(figure: Figure, line: Printed) -> dict[str, Any]:
    closed = ""
    if figure.status == Figure.Status.UNREVIEWED:
        closed = _("cannot be printed yet")
    elif figure.status not in PRINTABLE:
        closed = _("cannot be printed")
    return {
        "uid": str(figure.uid), "number": line.number, "what": line.measure, "wording": "full", "as_of": line.as_of,
        "as_of_date": line.as_of_date, "status": figure.status, "fell": "", "origins": line.origins, "closed": closed,
    }  # fmt: skip

"""Taking rows for an act in the one order that cannot deadlock: document, mention, measures, figures by id.

Rows that others point to are locked with `no_key`, here and in every app: on PostgreSQL a plain lock also holds up
whoever commits a new row that points to them, and the two acts would wait for each other whatever the order.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from claims.errors import NotNow, OutOfDate
from claims.models import Figure, FigureState, Measure, Mention
from sources.models import Document


def locked_mention(mention: Mention) -> Mention:
    """Lock a mention with its document and return it as it stands now, with its readings.

    Raises NotNow where the document was withdrawn.
    """
    document = Document.objects.select_for_update(no_key=True).get(pk=mention.document_id)
    now = Mention.objects.select_for_update(no_key=True).get(pk=mention.pk)
    now.document = document
    if document.state == Document.State.WITHDRAWN:
        raise NotNow(_("This document was withdrawn. Restore it before working on its figures."))
    return now


def locked_measures(measures: Iterable[Measure | int | None]) -> dict[int, Measure]:
    """Lock measures in the order of their ids and return them as they stand now."""
    ids = {measure if isinstance(measure, int) else measure.pk for measure in measures if measure}
    rows = Measure.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    return {measure.pk: measure for measure in rows}


def locked_figures(
    figures: Iterable[Figure | int], *, and_measures: Iterable[Measure | int | None] = ()
) -> list[Figure]:
    """Lock figures in the order of their ids, their measures first, and return them with their present states.

    The measures are locked so that two changes to one series are looked at one after the other: otherwise
    each would be compared with what the other replaced, and a falling total would go unseen.
    Raises OutOfDate where a figure moved to another measure while the lock was waited for.
    """
    ids = [figure if isinstance(figure, int) else figure.pk for figure in figures]
    there = FigureState.objects.filter(current_of__in=ids).values_list("measure", flat=True)
    measures = locked_measures([*there, *and_measures])
    now = list(Figure.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk"))
    # Read after the lock, all at once: a join would take what stood when the wait for the lock began.
    states = FigureState.objects.in_bulk(
        [figure.current_state_id for figure in now if figure.current_state_id]
    )
    for figure in now:
        figure.current_state = states.get(figure.current_state_id or 0)
        if figure.current_state_id and figure.state.measure_id not in {None, *measures}:
            raise OutOfDate(_("Somebody moved this figure to another measure at the same moment. Try again."))
    return now

"""What is done to a measure, and what print hears of it: its words, what it is part of, when its count begins anew.

The acts of `claims.measures` change the measure; these call them, and in the same transaction tell readers of every
measure, figure and summary that reads otherwise. Every door calls these.
"""

from datetime import date
from typing import Any

from django.db import transaction

from claims import measures
from claims.models import Figure, Measure, MeasureRelation, MeasureWording, Phase
from ledger.append import urn
from reviewers.models import Reviewer
from summaries.told.telling import hears


def word_measure(*, by: Reviewer, measure: Measure, **words: Any) -> MeasureWording:
    """Give a measure its words in a language, as `claims.measures.word_measure`; whoever prints them is told."""
    with transaction.atomic(), _hears(by, measure, because="worded"):
        return measures.word_measure(by=by, measure=measure, **words)


def relate_measures(*, by: Reviewer, part: Measure, whole: Measure, kind: str) -> MeasureRelation:
    """Say how two measures stand to each other, as `claims.measures.relate_measures`; the pages of both change.

    The first measure of all is locked with them, in order, since the act locks it: no circle is closed by two at once.
    """
    first = Measure.objects.order_by("pk").values_list("pk", flat=True)[:1]
    both = {part.pk, whole.pk}
    with (
        transaction.atomic(),
        hears(
            by=by, subject=urn("measure", part.uid), because="related", words_of=both, and_lock=first,
        ),
    ):  # fmt: skip
        return measures.relate_measures(by=by, part=part, whole=whole, kind=kind)


def start_phase(*, by: Reviewer, measure: Measure, starts: date, reason: str) -> Phase:
    """Begin a new stretch of counting, as `claims.measures.start_phase`; voices of two stretches do not agree."""
    with transaction.atomic(), _hears(by, measure, because="phase"):
        return measures.start_phase(by=by, measure=measure, starts=starts, reason=reason)


def _hears(by: Reviewer, measure: Measure, *, because: str) -> Any:
    under = Figure.objects.filter(current_state__measure=measure)
    return hears(
        by=by, subject=urn("measure", measure.uid), because=because, words_of=[measure.pk],
        moving=set(under.values_list("pk", flat=True)),
    )  # fmt: skip

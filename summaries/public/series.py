"""Measures and their series, as far as they are public: a measure without a public figure leaves no trace.

A figure that lost its signatures stays where it was signed: a new, unsigned measure of it stays at the desk.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from claims.models import Figure, Measure, MeasureRelation
from claims.models.figures import FigureQuerySet
from claims.printing import PRINTABLE
from summaries.models import FigureUse
from summaries.public_figures import FALLEN, signed_enough

STANDING = sorted(PRINTABLE)
DISPUTED_SHOWN = 4  # values of one dispute shown side by side in a table of measures


def public_measures() -> QuerySet[Measure]:
    """Measures with at least one public figure, with their words."""
    signed = Figure.objects.public().filter(current_state__measure=OuterRef("pk")).exclude(status__in=FALLEN)
    fallen = _fallen().filter(public_measure=OuterRef("pk"))
    return Measure.objects.filter(Exists(signed) | Exists(fallen)).with_words()


def _fallen() -> QuerySet[Any]:
    """Public figures nobody signs for, each with the measure of the state `public_figures.as_public` gives it."""
    used = FigureUse.objects.filter(figure=OuterRef("pk"), revision__versions__isnull=False)
    signed = signed_enough().filter(state__figure=OuterRef("pk"))
    return Figure.objects.public().filter(status__in=FALLEN).annotate(
        public_measure=Coalesce(
            Subquery(used.order_by("-state__n").values("state__measure")[:1]),
            Subquery(signed.order_by("-state__n").values("state__measure")[:1]),
            F("current_state__measure"),
            output_field=BigIntegerField(),
        )
    )  # fmt: skip


def series(measure: Measure) -> FigureQuerySet:
    """The public figures of a measure by phase and date, undated ones last."""
    fallen = _fallen().filter(public_measure=measure.pk).values("pk")
    is_of_it = Q(current_state__measure=measure) & ~Q(status__in=FALLEN)
    return (
        Figure.objects.public()
        .filter(is_of_it | Q(pk__in=fallen))
        .with_state()
        .order_by(
            F("current_state__phase__n").asc(nulls_first=True),
            Coalesce("current_state__as_of_earliest", "current_state__as_of_latest").asc(nulls_last=True),
            "pk",
        )
    )


def under(measures: Iterable[int]) -> FigureQuerySet:
    """The figures that stand under these measures (ids), and the public ones that are still printed under them."""
    ids = list(measures)
    # Asked of those alone that ever stood there: what each was printed under is a search of its own.
    fallen = _fallen().filter(states__measure__in=ids, public_measure__in=ids).values("pk")
    return Figure.objects.filter(Q(current_state__measure__in=ids) | Q(pk__in=fallen))


def latest(measures: Iterable[Measure]) -> dict[int, list[Figure]]:
    """Return where each measure stands, by measure id: its newest figure that may be printed, superseded ones last.

    A disputed figure comes with the others in dispute, since one side of a dispute is never printed alone. A
    measure of which nothing stands is left out. Queries do not grow with the measures.
    """
    newest = _newest_ids([measure.pk for measure in measures])
    found = {figure.pk: figure for figure in Figure.objects.with_state().filter(pk__in=newest.values())}
    disputed_in = [pk for pk, one in newest.items() if found[one].status == Figure.Status.DISPUTED]
    rivals = in_dispute(disputed_in) if disputed_in else {}
    return {
        pk: [found[one], *(rival for rival in rivals.get(pk, []) if rival.pk != one)][:DISPUTED_SHOWN]
        for pk, one in newest.items()
    }


def _newest_ids(measure_ids: list[int]) -> dict[int, int]:
    is_replaced = Case(
        When(status=Figure.Status.SUPERSEDED, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    newest = (
        Figure.objects.public()
        .filter(current_state__measure=OuterRef("pk"), status__in=STANDING)
        .order_by(
            is_replaced,
            Coalesce("current_state__as_of_latest", "current_state__as_of_earliest").desc(nulls_last=True),
            "-pk",
        )
    )
    rows = Measure.objects.filter(pk__in=measure_ids).annotate(newest=Subquery(newest.values("pk")[:1]))
    return {pk: figure for pk, figure in rows.values_list("pk", "newest") if figure}


def in_dispute(measure_ids: Iterable[int]) -> dict[int, list[Figure]]:
    """Return the public figures in dispute, by measure id, newest first. One query and its words."""
    found: dict[int, list[Figure]] = defaultdict(list)
    disputed = (
        Figure.objects.public()
        .filter(current_state__measure__in=list(measure_ids), status=Figure.Status.DISPUTED)
        .with_state()
        .order_by(F("current_state__as_of_latest").desc(nulls_last=True), "-pk")
    )
    for figure in disputed:
        found[figure.state.measure_id or 0].append(figure)
    return found


def related(measure: Measure) -> list[tuple[str, Measure]]:
    """Return the public measures this one stands to, each with how: part_of, has_part, overlaps, disjoint."""
    return related_to([measure])[measure.pk]


def related_to(measures: Iterable[Measure]) -> dict[int, list[tuple[str, Measure]]]:
    """Return what `related` says of each measure, by its id. Two queries and the words of those it names."""
    found: dict[int, list[tuple[str, Measure]]] = {measure.pk: [] for measure in measures}
    relations = list(
        MeasureRelation.objects.filter(Q(part__in=found) | Q(whole__in=found)).order_by("kind", "pk")
    )
    others = {pk for relation in relations for pk in (relation.part_id, relation.whole_id)}
    named = public_measures().in_bulk(others) if others else {}
    for relation in relations:
        for own, other in ((relation.part_id, relation.whole_id), (relation.whole_id, relation.part_id)):
            if own in found and other in named:
                found[own].append((_how(relation, is_part=own == relation.part_id), named[other]))
    return found


def _how(relation: MeasureRelation, *, is_part: bool) -> str:
    if relation.kind == MeasureRelation.Kind.PART_OF and not is_part:
        return "has_part"
    return str(relation.kind)

"""Releasing a series: a publisher makes every signed figure of a measure public, used in a summary or not."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Figure, Measure
from claims.printing import PRINTABLE
from ledger import clock
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.naming import protected_names
from summaries import changes
from summaries.errors import NotAllowed, NotNow
from summaries.gate.protected import is_worded_with
from summaries.models import Change
from summaries.uses import lock_figures


def release_series(*, by: Person, measure: Measure) -> list[Figure]:
    """Make public the figures now filed under `measure` whose status may be printed; return them.

    Figures signed later are not released with it: release the series again. Raises NotAllowed, NotNow when
    there is nothing to release, or the words of the measure name somebody protected.
    """
    if not by.may("release-series"):
        raise NotAllowed(_("Only a publisher may release a series."))
    with transaction.atomic():
        locked = Measure.objects.select_for_update(no_key=True).get(pk=measure.pk)
        filed = Figure.objects.filter(current_state__measure=locked, released_at__isnull=True)
        figures = [figure for figure in lock_figures(filed.values_list("pk", flat=True)) if _may_go(figure)]
        if not figures:
            raise NotNow(_("No signed figure of this measure waits to be released."))
        seq, now, ids = changes.next_seq(), clock.now(), [figure.pk for figure in figures]
        if is_worded_with(locked, protected_names()):  # asked under the counter, which whoever protects holds
            raise NotNow(
                _("This measure is worded with the name of a protected party. Give it other words first.")
            )
        naming = make_public(ids, now)
        change = changes.record_change(
            seq=seq, kind=Change.Kind.RELEASED, subject=urn("measure", locked.uid), figures={*ids, *naming}
        )
        append(
            act="summaries.release_series", by=by, subject=urn("measure", locked.uid),
            codes={"figures": len(ids), "change": change.seq}, rows=committed(change),
        )  # fmt: skip
    return figures


def make_public(ids: Iterable[int], now: datetime) -> set[int]:
    """Give figures (ids), which the caller has locked, to the public; return the public ones that name one from now on.

    What replaces a figure is named by its uid as soon as anybody may read of it.
    """
    fresh = list(
        Figure.objects.filter(pk__in=list(ids), released_at__isnull=True).values_list("pk", flat=True)
    )
    Figure.objects.filter(pk__in=fresh).update(released_at=now)
    return set(Figure.objects.public().filter(superseded_by__in=fresh).values_list("pk", flat=True))


def _may_go(figure: Figure) -> bool:
    return figure.released_at is None and figure.status in PRINTABLE

"""A running total that falls. Pure.

A fall needs a cumulative measure, one phase, disjoint dates and disjoint values (MODEL, Intervals).
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from claims.findings import Found, Stated, facts_of, pair_key
from claims.values import is_below, span
from sources.dates import is_before

CODE = "falling_total"


def find(series: Sequence[Stated]) -> list[Found]:
    """Return the falls of one series of a cumulative measure.

    Of a total that goes 15, 9, 12 only the fall from 15 to 9 is told: 12 is below 15 for the same reason.
    A vague value ("dozens") makes a weak finding, never a strong one.
    """
    if not _may_fall(series):
        return []
    falls = {(a, b) for a in range(len(series)) for b in range(len(series)) if is_fall(series[a], series[b])}
    return [_found(series[a], series[b]) for a, b in sorted(_first_falls(falls, series))]


def is_fall(a: Stated, b: Stated) -> bool:
    """Say whether `b` comes wholly after `a` and is wholly below it."""
    return is_before(a.as_of, b.as_of) and is_below(b.value, a.value)


def _may_fall(series: Sequence[Stated]) -> bool:
    """Look once along the dates: where no value undercuts an earlier one there is nothing to compare in pairs."""
    bounded = [(span(one.value), one.as_of) for one in series if one.value.is_known]
    ended = sorted((when.latest, one.low) for one, when in bounded if when.latest and one.low is not None)
    begun = sorted(
        (when.earliest, one.high) for one, when in bounded if when.earliest and one.high is not None
    )
    highest, passed = None, 0
    for start, high in begun:
        while passed < len(ended) and ended[passed][0] < start:
            highest = ended[passed][1] if highest is None else max(highest, ended[passed][1])
            passed += 1
        if highest is not None and high <= highest:
            return True
    return False


def _first_falls(falls: Iterable[tuple[int, int]], series: Sequence[Stated]) -> list[tuple[int, int]]:
    """Keep a fall unless another one lies between its two dates and begins or ends with it."""
    falls = list(falls)
    after: dict[int, list[int]] = {}
    before: dict[int, list[int]] = {}
    for a, b in falls:
        after.setdefault(a, []).append(b)
        before.setdefault(b, []).append(a)
    return [
        (a, b)
        for a, b in falls
        if not any(is_before(series[c].as_of, series[b].as_of) for c in after[a])
        and not any(is_before(series[a].as_of, series[c].as_of) for c in before[b])
    ]


def _found(a: Stated, b: Stated) -> Found:
    is_vague = a.value.is_vague or b.value.is_vague
    sentence = _(
        "%(earlier)s, then %(later)s: a running total cannot fall, so one is wrong or the two count different things."
    ) % {"earlier": a.words, "later": b.words}
    return Found(
        code=CODE,
        key=pair_key(a, b),
        severity="weak" if is_vague else "strong",
        sentence=sentence[:1].upper() + sentence[1:],
        figures=(a.pk, b.pk),
        facts=(facts_of(a), facts_of(b)),
    )

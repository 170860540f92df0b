"""Two values for one day that cannot both be true. Pure."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext as _

from claims.findings import Found, Stated, facts_of, pair_key
from claims.values import agree
from sources.dates import have_different_times

CODE = "same_date_conflict"


def find(series: Sequence[Stated], *, is_flow: bool = False) -> list[Found]:
    """Return the conflicts among figures of the same day; of a flow, also of the same period.

    Two counts "of May" of something that grows may both be right on different days of May, so a longer date is
    compared only where the period itself is what is counted. Counts of one day at different hours do not
    conflict. A vague value makes a weak finding, never a strong one.
    """
    groups: dict[tuple[object, object], list[Stated]] = defaultdict(list)
    for one in series:
        first, last = one.as_of.earliest, one.as_of.latest
        if first and last and one.value.is_known and (is_flow or first == last):
            groups[first, last].append(one)
    return [
        _found(group[i], group[j])
        for group in groups.values()
        for i in range(len(group))
        for j in range(i + 1, len(group))
        if _conflict(group[i], group[j])
    ]


def _conflict(a: Stated, b: Stated) -> bool:
    return not agree(a.value, b.value) and not have_different_times(a.as_of, b.as_of)


def _found(a: Stated, b: Stated) -> Found:
    first, second = sorted([a, b], key=lambda one: one.pk)
    sentence = _("%(one)s and %(other)s: they cannot both be true of the same date.")
    sentence %= {"one": first.words, "other": second.words}
    is_vague = a.value.is_vague or b.value.is_vague
    return Found(
        code=CODE,
        key=pair_key(a, b),
        severity="weak" if is_vague else "strong",
        sentence=sentence[:1].upper() + sentence[1:],
        figures=(first.pk, second.pk),
        facts=(facts_of(first), facts_of(second)),
    )

"""A public figure as JSON: decimals as strings, uids only, a protected party by its public label."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from claims.models import Figure, FigureState
from claims.numbers import plain
from claims.printing import Printed
from claims.wording import date_in_words
from ledger.canonical import plain as canonical_plain
from sources.dates import Dated
from summaries.models import Summary, Version
from summaries.open_texts import texts
from summaries.public_figures import as_public, lines

QUOTES_MAX = 10


def figures_json(figures: Iterable[Figure], *, language: str = "en") -> list[dict[str, Any]]:
    """Return what is public of each figure, in the order given. The number of queries does not grow with them."""
    listed = as_public(figures)
    printed = lines(listed, language=language)
    quotes, uses = _quotes(listed, language), _uses(listed)
    return [
        _figure(figure, printed[figure.pk], quotes[figure.pk], uses[figure.pk], language) for figure in listed
    ]


def _figure(
    figure: Figure, line: Printed, quotes: list[dict[str, Any]], uses: list[dict[str, str]], language: str
) -> dict[str, Any]:  # fmt: skip
    state = figure.state
    later = figure.superseded_by
    return {
        "uid": str(figure.uid),
        "url": reverse("api:figure", args=[figure.uid]),
        "measure": measure_of(state, language),
        "value": _value(state),
        "number": line.number,
        "text": line.say(),
        "as_of": dated_json(state.as_of, language),
        "since": dated_json(state.since, language),
        "status": figure.status,
        "status_since": instant(figure.status_since),
        "fell": line.fell,
        "origins": line.n_origins,
        "origins_text": line.origins,
        "is_primary_record": figure.is_primary_record,
        "originator": line.originator or None,
        "superseded_by": str(later.uid) if later and later.released_at else None,
        "used_in": uses,
        "quotes": quotes,
    }


def measure_of(state: FigureState, language: str) -> dict[str, Any] | None:
    """Return what a state counts; None where it stands under no measure. Reads the measure's wordings."""
    measure = state.measure
    if measure is None:
        return None
    return {
        "slug": measure.slug, "title": measure.title(language), "kind": measure.kind, "unit": measure.unit,
        "url": reverse("api:measure", args=[measure.slug]),
    }  # fmt: skip


def _value(state: FigureState) -> dict[str, Any]:
    return {
        "state": state.value_state,
        "comparator": state.comparator if state.value_state == "known" else None,
        "low": None if state.low is None else plain(state.low),
        "high": None if state.high is None else plain(state.high),
    }


def dated_json(when: Dated, language: str) -> dict[str, Any] | None:
    """Return a date as EDTF, first and last day, and words; None when it is not known."""
    if not when.is_known:
        return None
    return {
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "words": date_in_words(when, language),
    }


def instant(at: datetime) -> str:
    """Return an instant in UTC with microseconds, ending in Z."""
    return str(canonical_plain(at))


def _quotes(figures: list[Figure], language: str) -> dict[int, list[dict[str, Any]]]:
    """Return the short quotes of each figure, from open texts alone: the number's own words, nothing around them."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in texts([figure.pk for figure in figures], language=language):
        if len(found[line.figure_id]) < QUOTES_MAX:
            found[line.figure_id].append({
                "quote": line.quote,
                "title": line.title or None,
                "language": line.language or None,
                "publisher": line.publisher or None,
                "published": line.published_edtf or None,
                "address": line.address or None,
                "sha256": line.sha256,
            })  # fmt: skip
    return found


def _uses(figures: list[Figure]) -> dict[int, list[dict[str, str]]]:
    """Return the summaries that print each figure now. One query."""
    rows = (
        Version.objects.filter(current_of__isnull=False, revision__uses__figure__in=figures)
        .filter(summary__in=Summary.objects.readable())
        .order_by("change_seq")
        .values_list("revision__uses__figure", "summary__uid")
        .distinct()
    )
    wanted = {figure.pk for figure in figures}
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for figure, uid in rows:
        if figure in wanted:
            found[figure].append({"uid": str(uid), "url": reverse("api:summary", args=[uid])})
    return found

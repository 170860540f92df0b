"""A public figure as JSON: decimals as strings, uids only, a protected party by its public label."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.urls import reverse

from claims.models import Figure, FigureState, Mention
from claims.numbers import plain
from claims.printing import Printed
from claims.wording import date_in_words
from ledger.canonical import plain as canonical_plain
from sources.dates import Dated
from sources.models import Document, Provenance
from summaries.models import Summary, Version
from summaries.public_figures import as_public, lines

QUOTES_MAX = 10
AROUND = 32  # characters of context on each side of a quoted number
_SECRETS = ("token", "sig", "signature", "key", "auth", "password", "session")


def figures_json(figures: Iterable[Figure], *, language: str = "en") -> list[dict[str, Any]]:
    """Return what is public of each figure, in the order given. The number of queries does not grow with them."""
    listed = as_public(figures)
    printed = lines(listed, language=language)
    quotes, uses = _quotes(listed), _uses(listed)
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
        "measure": _measure(state, language),
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


def _measure(state: FigureState, language: str) -> dict[str, Any] | None:
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


def _quotes(figures: list[Figure]) -> dict[int, list[dict[str, Any]]]:
    """Return the short quotes of each figure, from documents and captures that are not protected. Two queries."""
    mentions = (
        Mention.objects.filter(
            figure__in=figures, document__state=Document.State.IN, document__is_protected=False,
            document__capture__is_protected=False, state__in=[Mention.State.ACCEPTED, Mention.State.CORRECTED],
        )
        .select_related("document__capture__blob")
        .prefetch_related("document__provenance__source")
        .order_by("document__published_earliest", "pk")
    )  # fmt: skip
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for mention in mentions:
        if len(found[mention.figure_id]) < QUOTES_MAX:  # type: ignore[index]
            found[mention.figure_id].append(_quote(mention))  # type: ignore[index]
    return found


def _quote(mention: Mention) -> dict[str, Any]:
    document = mention.document
    publishers = [
        step.source.printed_name
        for step in document.provenance.all()
        if step.role == Provenance.Role.PUBLISHED and step.source
    ]
    return {
        "quote": mention.quote,
        "prefix": mention.prefix[-AROUND:],
        "suffix": mention.suffix[:AROUND],
        "publisher": publishers[0] if publishers else None,
        "published": document.published_edtf or None,
        "address": public_address(document.capture.address) or None,
        "sha256": document.capture.blob.sha256,
    }


def public_address(address: str) -> str:
    """Return a web address without user, fragment, or parameters that look like somebody's key; else ""."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    kept = [pair for pair in parse_qsl(parts.query) if not any(word in pair[0].lower() for word in _SECRETS)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, urlencode(kept), ""))


def _uses(figures: list[Figure]) -> dict[int, list[dict[str, str]]]:
    """Return the summaries that print each figure now. One query."""
    rows = (
        Version.objects.filter(current_of__isnull=False, revision__uses__figure__in=figures)
        .exclude(summary__state__in=[Summary.State.RETRACTED, Summary.State.WITHDRAWN])
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

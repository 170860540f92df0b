"""All corrections and retractions, newest first: what was wrong stays in sight, beside what is right."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import CharField, F, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from summaries import body
from summaries.models import Correction, Summary, Version
from summaries.public.answers import address_of, public_page
from summaries.public.days import day
from summaries.withheld.served import is_taken_down, served, withholding_of

CORRECTIONS_A_PAGE = 50
GONE = (Summary.State.RETRACTED, Summary.State.WITHDRAWN)
Entry = dict[str, Any]


@login_not_required
@require_safe
@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Show every decided correction and every retraction."""
    page = Paginator(run(), CORRECTIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "corrections",
        "page": page,
        "entries": entries(list(page.object_list)),
        "address": address_of(request, page),
    }
    return render(request, "summaries/corrections.html", context)


def run() -> Any:
    """Return (instant, kind, pk) of corrections and retractions, newest first: sliced before anything is fetched."""
    decided = Correction.objects.filter(state=Correction.State.DECIDED)
    retracted = Version.objects.filter(kind=Version.Kind.RETRACTION)
    corrected = decided.annotate(seen_at=F("decided_at"), what=Value("correction", CharField()))
    taken_back = retracted.annotate(seen_at=F("publish_at"), what=Value("retraction", CharField()))
    columns = ("seen_at", "what", "pk")
    both = (
        corrected.order_by()
        .values_list(*columns)
        .union(taken_back.order_by().values_list(*columns), all=True)
    )
    return both.order_by("-seen_at", "-pk")


def entries(rows: list[tuple[datetime, str, int]]) -> list[Entry]:
    """Return what a page shows of these rows, in their order. Two queries."""
    ids = {kind: [pk for _at, of, pk in rows if of == kind] for kind in ("correction", "retraction")}
    found: dict[tuple[str, int], Entry] = {}
    decided = Correction.objects.filter(pk__in=ids["correction"])
    with_words = (
        "summary__current_version__revision",
        "summary__current_version__withholding",
        "withholding",
    )
    for correction in decided.select_related("summary__topic", *with_words):
        found["correction", correction.pk] = _correction(correction)
    retracted = Version.objects.filter(pk__in=ids["retraction"])
    for version in retracted.select_related("summary__topic", "withholding"):
        found["retraction", version.pk] = _retraction(version)
    return [found[kind, pk] | {"when": day(at)} for at, kind, pk in rows]


def _correction(correction: Correction) -> Entry:
    """A correction keeps its place, but not its words where those or the summary's were taken or kept back."""
    of = correction.summary
    entry = {
        "url": reverse("summaries:summary", args=[of.slug]),
        "topic": of.topic.name,
        "language": of.language,
    }
    reason = str(Correction.Reason(correction.reason).label)
    nothing = entry | {"old": "", "new": "", "reason": reason, "note": "", "headline": ""}
    if of.state in GONE or of.current_version is None:
        return nothing | {"is_gone": True}
    if is_taken_down(of.current_version) or withholding_of(correction):
        return nothing | {"is_withheld": True}
    return entry | {
        "old": correction.old,
        "new": correction.new,
        "reason": reason,
        "note": correction.note,
        "headline": body.plain_text(of.current_version.revision.headline),
    }


def _retraction(version: Version) -> Entry:
    notice = served(version).get("notice") or {}
    reason = notice.get("reason", "")
    return {
        "url": reverse("summaries:summary", args=[version.summary.slug]),
        "topic": version.summary.topic.name,
        "language": version.summary.language,
        "is_retraction": True,
        "reason": str(Correction.Reason(reason).label) if reason else "",
        "note": notice.get("note", ""),
    }

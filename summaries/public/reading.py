"""Summaries to read: the front page's and the list's entries, a summary at its address, each version for good."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.models import Figure
from summaries import live
from summaries.models import Correction, Summary, Version, kept_back
from summaries.public.answers import address_of, public_page, speaking
from summaries.public.article import article, headline_figures, standfirst
from summaries.public.counted import counted
from summaries.public.days import Day, day, moment
from summaries.public.standing import Standing, as_published, moved, standing
from summaries.public.voices import voices
from summaries.withheld.served import is_taken_down, served, withholding_of

GONE = (Summary.State.RETRACTED, Summary.State.WITHDRAWN)
SUMMARIES_A_PAGE = 20


def in_print() -> QuerySet[Version]:
    """The versions in print, newest first: of every summary whose words may be read."""
    found = Version.objects.filter(current_of__in=Summary.objects.readable())
    return found.select_related("summary__topic", "withholding").order_by("-change_seq")


def entry(stands: Standing) -> dict[str, Any]:
    """Return what a listing shows of a summary in print."""
    content = stands.content
    return {
        "headline": content["headline"]["text"],
        "headline_figures": headline_figures(content, stands.shown),
        "standfirst": standfirst(content, stands.shown),
        "language": content["language"],
        "topic": content["topic"]["name"],
        "url": reverse("summaries:summary", args=[content["slug"]]),
        "n": content["version"],
        "published": _day(content["published_at"]),
        "n_figures": len(stands.figures),
        "statuses": _statuses(stands.figures),
    }


def _statuses(figures: list[Figure]) -> list[tuple[str, int]]:
    """Return how many figures have which status now, in the order of the statuses."""
    found = [figure.status for figure in figures]
    return [(str(status), found.count(status)) for status in Figure.Status if status in found]


@login_not_required
@require_safe
@public_page
def summaries(request: HttpRequest) -> HttpResponse:
    """List every summary in print, newest first."""
    page = Paginator(in_print(), SUMMARIES_A_PAGE).get_page(request.GET.get("page"))
    entries = [entry(stands) for stands in standing(page.object_list)]
    return render(
        request,
        "summaries/list.html",
        {"section": "summaries", "page": page, "entries": entries, "address": address_of(request, page)},
    )


@login_not_required
@require_safe
@public_page
def summary(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a summary as it stands now: the version in print, the labels that hold, what was corrected."""
    found, version = _published(slug)
    if found.state in GONE:
        return _notice(request, found, version)
    if is_taken_down(version):
        return _withheld(request, found, version)
    stands = standing([version])[0]
    with speaking(found.language) as language:
        grouped = voices(stands.figures, language=language)
        context = {
            **_frame(request, found, stands.content),
            "article": article(stands.content, stands.shown),
            "counted": counted(stands.figures, grouped, language=language),
            "voices": grouped,
            "corrections": [_correction(one, found.language) for one in live.decided(found)],
            "is_as_printed": withholding_of(version) is None,
            "earlier": [n for n in _as_printed(found) if n != version.n],
            "translations": _translations(found),
        }
        return _in(language, render(request, "summaries/summary.html", context))


@login_not_required
@require_safe
@public_page
def version(request: HttpRequest, slug: str, n: int) -> HttpResponse:
    """Show one version as it was published, with a note of what stands now. A retraction closes them all."""
    found, current = _published(slug)
    if found.state in GONE:
        return _notice(request, found, current, status=200 if n == current.n else 410)
    shown = found.versions.select_related("summary__topic", "withholding").filter(n=n).first()
    if shown is None:
        raise Http404
    if withholding_of(shown):
        return _withheld(request, found, shown, status=410)
    stands = standing([shown])[0]
    then = as_published(stands.content)
    with speaking(found.language) as language:
        context = {
            **_frame(request, found, stands.content),
            "article": article(stands.content, then),
            "is_current": shown.pk == current.pk,
            "current": {"n": current.n, "published": day(current.publish_at)},
            "moved": moved(then, stands.shown),
            "sha256": shown.sha256,
            "others": [other for other in _as_printed(found) if other != n],
        }
        return _in(language, render(request, "summaries/version.html", context))


def _published(slug: str) -> tuple[Summary, Version]:
    """Find a summary that was ever published, and its version in print; 404 for every other address alike."""
    published = Summary.objects.published().select_related("topic", "current_version__withholding")
    found = published.filter(slug=slug).first()
    if found is None or found.current_version is None:
        raise Http404
    return found, found.current_version


def _as_printed(found: Summary) -> list[int]:
    """Return the versions anybody may read as they were printed, the newest first."""
    return list(found.versions.exclude(kept_back()).order_by("-n").values_list("n", flat=True))


def _in(language: str, response: HttpResponse) -> HttpResponse:
    response.headers["Content-Language"] = language
    return response


def _frame(request: HttpRequest, found: Summary, content: Any) -> dict[str, Any]:
    """Return what stands around the words on both pages: names, dates, addresses."""
    return {
        "section": "summaries",
        "description": content["standfirst"]["text"] or content["headline"]["text"],
        "summary_url": reverse("summaries:summary", args=[found.slug]),
        "slug": found.slug,
        "uid": found.uid,
        "words_in": found.language,
        "topic": content["topic"]["name"],
        "n": content["version"],
        "published": _moment(content["published_at"]),
        "first_published": _day(content["first_published_at"]),
        "written_by": content.get("written_by", ""),
        "approved_by": _approver(content["approved_by"]),
        "n_figures": len(content["figures"]),
        "address": address_of(request),
    }


def _approver(name: str) -> str:
    """The bytes hold a public name, or “a reviewer” in English where the person gave none."""
    return _("a reviewer") if name == "a reviewer" else name


def _correction(correction: Correction, language: str) -> dict[str, Any]:
    is_withheld = withholding_of(correction) is not None
    return {
        "when": day(correction.decided_at) if correction.decided_at else None,
        "old": "" if is_withheld else correction.old,
        "new": "" if is_withheld else correction.new,
        "reason": Correction.Reason(correction.reason).label,
        "note": "" if is_withheld else correction.note,
        "is_withheld": is_withheld,
        "language": language,
    }


def _translations(found: Summary) -> list[dict[str, str]]:
    """Return the same summary in other languages, as far as those are in print."""
    origin = found.translation_of_id or found.pk
    family = Summary.objects.filter(translation_of=origin) | Summary.objects.filter(pk=origin)
    others = family.filter(pk__in=Summary.objects.readable()).exclude(pk=found.pk)
    return [
        {"language": other.language, "url": reverse("summaries:summary", args=[other.slug])}
        for other in others.order_by("language", "pk")
    ]


def _notice(request: HttpRequest, found: Summary, tombstone: Version, *, status: int = 200) -> HttpResponse:
    """Answer for a summary that was taken back: its address stays, its words do not, in any version (410)."""
    content = served(tombstone)
    notice = content.get("notice") or {}
    with speaking(found.language) as language:
        reason = notice.get("reason", "")
        context = {
            "section": "summaries",
            "topic": content["topic"]["name"],
            "retracted": _day(notice["at"]) if notice else None,
            "reason": Correction.Reason(reason).label if reason else "",
            "note": notice.get("note", ""),
            "first_published": _day(content["first_published_at"]),
            "uid": found.uid,
            "words_in": found.language,
            "address": request.build_absolute_uri(reverse("summaries:summary", args=[found.slug])),
        }
        return _in(language, render(request, "summaries/retracted.html", context, status=status))


def _withheld(request: HttpRequest, found: Summary, kept: Version, *, status: int = 200) -> HttpResponse:
    """Answer for words that name somebody protected since: which version, its hash, and that it was for safety.

    At the summary's own address until a new version is published; at the version's for good (410).
    """
    kept_back = withholding_of(kept)
    with speaking(found.language) as language:
        context = {
            "section": "summaries",
            "topic": found.topic.name,
            "n": kept.n,
            "sha256": kept.sha256,
            "withheld": day(kept_back.at) if kept_back else None,
            "published": day(kept.publish_at),
            "is_version": status != 200,
            "summary_url": reverse("summaries:summary", args=[found.slug]),
            "is_readable": not is_taken_down(found.current_version) if found.current_version else False,
            "uid": found.uid,
            "address": request.build_absolute_uri(reverse("summaries:summary", args=[found.slug])),
        }
        return _in(language, render(request, "summaries/withheld.html", context, status=status))


def _day(instant: str) -> Day:
    at = parse_datetime(instant)
    assert at is not None  # the bytes of a version hold an instant
    return day(at)


def _moment(instant: str) -> Day:
    at = parse_datetime(instant)
    assert at is not None  # the bytes of a version hold an instant
    return moment(at)

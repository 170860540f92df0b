"""Pages of measures: the list of those with public figures, and one with its series as a table."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.models import Figure, Measure
from claims.printing import PRINTABLE, Printed
from summaries.open_texts import texts
from summaries.public.answers import address_of, public_page
from summaries.public.lines import lines
from summaries.public.series import latest, public_measures, related, series

MEASURES_A_PAGE, FIGURES_A_PAGE = 50, 200


@login_not_required
@require_safe
@public_page
def measures(request: HttpRequest) -> HttpResponse:
    """List what is counted, each measure with where it stands."""
    listed = public_measures().order_by("topic__name", "slug")
    page = Paginator(listed, MEASURES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": glance(list(page.object_list)),
        "section": "measures",
        "address": address_of(request, page),
    }
    return render(request, "summaries/measures.html", context)


def glance(measures: list[Measure]) -> list[dict[str, Any]]:
    """Return a row for each measure: title, address, and the figures it stands at (two or more where disputed)."""
    language = get_language() or "en"
    stands = latest(measures)
    words = lines([figure for figures in stands.values() for figure in figures], language=language)
    return [
        {
            "title": measure.title(language),
            "url": reverse("summaries:measure", args=[measure.slug]),
            "topic": measure.topic.name,
            "figures": [words[figure.pk] for figure in stands.get(measure.pk, [])],
        }
        for measure in measures
    ]


@login_not_required
@require_safe
@public_page
def measure(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a measure: what it counts, where it stands, every public figure of it by date."""
    found = public_measures().filter(slug=slug).first()
    if found is None:
        return _moved(slug)
    language = get_language() or "en"
    page = Paginator(series(found), FIGURES_A_PAGE).get_page(request.GET.get("page"))
    rows = _rows(list(page.object_list), language)
    wording = found.wording(language)
    context = {
        "section": "measures",
        "title": found.title(language),
        "definition": wording.definition if wording else "",
        "topic": found.topic.name,
        "slug": found.slug,
        "counts": _counts(found, language),
        "relations": [_relation(how, other, language) for how, other in related(found)],
        "stands": glance([found])[0]["figures"],
        "page": page,
        "standing": [row for row in rows if row["is_standing"]],
        "fallen": [row for row in rows if not row["is_standing"]],
        "address": address_of(request, page),
    }
    return render(request, "summaries/measure.html", context)


def _moved(slug: str) -> HttpResponse:
    """Send on to the measure this one was merged into, where that is public; else there is nothing here."""
    other = public_measures().filter(merged__slug=slug).first()
    if other is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse("summaries:measure", args=[other.slug]))


def _rows(figures: list[Figure], language: str) -> list[dict[str, Any]]:
    """Return the table's rows. A figure that no longer stands keeps its row, apart from those that do."""
    words = lines(figures, language=language)
    heard: dict[int, dict[str, None]] = {figure.pk: {} for figure in figures}
    for line in texts(heard, language=language):
        if line.publisher:
            heard[line.figure_id][line.publisher] = None
    return [_row(figure, words[figure.pk], list(heard[figure.pk])) for figure in figures]


def _row(figure: Figure, words: Printed, publishers: list[str]) -> dict[str, Any]:
    return {
        "figure": words,
        "phase": figure.state.phase,
        "basis": BASES[figure.state.as_of_basis](),
        "originator": words.originator,
        "publishers": publishers,
        "is_standing": figure.status in PRINTABLE,
        "is_struck": figure.status == Figure.Status.FALSE,
    }


BASES = {
    "explicit": lambda: pgettext("basis of a date", "stated"),
    "relative": lambda: pgettext("basis of a date", "counted from a date in the text"),
    "context": lambda: pgettext("basis of a date", "from the text around it"),
    "publication": lambda: pgettext("basis of a date", "date of the text"),
    "inferred": lambda: pgettext("basis of a date", "inferred"),
    "none": lambda: "",
}


def _counts(found: Measure, language: str) -> str:
    """Say what kind of count it is: "people; a running total, how many since a start"."""
    wording = found.wording(language)
    noun = (wording.other or wording.many or wording.one) if wording else ""
    kind = {
        Measure.Kind.STOCK: _("how many there are at a moment"),
        Measure.Kind.FLOW: _("how many within a period"),
        Measure.Kind.CUMULATIVE: _("a running total, how many since a start"),
    }[Measure.Kind(found.kind)]
    return f"{noun}; {kind}" if noun else kind


def _relation(how: str, other: Measure, language: str) -> dict[str, str]:
    labels = {
        "part_of": _("Part of"), "has_part": _("Has the part"), "overlaps": _("Overlaps with"),
        "disjoint": _("Shares nobody with"),
    }  # fmt: skip
    return {
        "label": labels[how],
        "title": other.title(language),
        "url": reverse("summaries:measure", args=[other.slug]),
    }

"""The front page: the newest summaries, the latest corrections, where the measures stand, how to read a number."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from summaries.public.answers import address_of, public_page
from summaries.public.corrections import entries, run
from summaries.public.meanings import meanings
from summaries.public.measures import glance
from summaries.public.reading import entry, in_print
from summaries.public.series import public_measures
from summaries.public.standing import standing

SUMMARIES_SHOWN, CORRECTIONS_SHOWN, MEASURES_SHOWN = 4, 3, 8


@login_not_required
@require_safe
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the newest of everything; of an empty newsroom, what will be here."""
    shown = [entry(stands) for stands in standing(in_print()[:SUMMARIES_SHOWN])]
    measures = list(public_measures().order_by("topic__name", "slug")[:MEASURES_SHOWN])
    context = {
        "lead": shown[0] if shown else None,
        "next": shown[1:],
        "corrections": entries(list(run()[:CORRECTIONS_SHOWN])),
        "rows": glance(measures),
        "meanings": meanings(),
        "address": address_of(request),
    }
    return render(request, "summaries/home.html", context)

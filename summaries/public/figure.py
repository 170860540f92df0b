"""The page of one figure, for good: how much, of what, as of when, who says so, what it rests on, what changed."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from claims.models import Figure, FigureState
from claims.origins import roots
from claims.printing import PRINTABLE, Printed
from claims.values import agree
from sources.dates import overlap
from summaries import body
from summaries.models import Summary, Version
from summaries.open_texts import TextLine, texts
from summaries.public.answers import address_of, public_page
from summaries.public.history import history
from summaries.public.lines import lines
from summaries.public.meanings import asserts, reads
from summaries.public.measures import BASES
from summaries.public.series import in_dispute, public_measures, series
from summaries.public.signings import in_print, signings

BESIDE_SHOWN = 12  # other figures named on one figure's page; the rest stand on the measure's


@login_not_required
@require_safe
@public_page
def figure(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one public figure."""
    found = Figure.objects.public().with_state().filter(uid=uid).first()
    if found is None:
        raise Http404
    language = get_language() or "en"
    words = lines([found], language=language)[found.pk]  # from here `found` carries its public state
    had = signings([found])[found.pk]
    context = {
        "section": "measures",
        "figure": words,
        "measure": _measure(found.state, language),
        "description": f"{words.say()}: {words.measure}",
        "basis": BASES[found.state.as_of_basis](),
        "asserts": asserts(found.status),
        "reads": reads(found.state.value),
        "is_standing": found.status in PRINTABLE,
        "said": _said(found, texts([found.pk], language=language)),
        "verdicts": in_print(had, since=found.released_at),
        "history": history(found, had, language=language),
        "used_in": _used_in(found),
        "address": address_of(request),
        **_beside(found, language),
    }
    return render(request, "summaries/figure.html", context)


def _measure(state: FigureState, language: str) -> dict[str, str]:
    """Return the measure with its address; no address where no page of it is public."""
    measure = state.measure
    if measure is None:
        return {}
    wording = measure.wording(language)
    is_public = public_measures().filter(pk=measure.pk).exists()
    return {
        "title": measure.title(language),
        "definition": wording.definition if wording else "",
        "slug": measure.slug,
        "url": reverse("summaries:measure", args=[measure.slug]) if is_public else "",
    }


def _said(one: Figure, found: list[TextLine]) -> dict[str, list[TextLine]]:
    """Part the texts: those of the party itself, and echoes by others. Parties of one owner are one."""
    own = one.state.originator_id
    top = roots({line.publisher_id for line in found if line.publisher_id} | ({own} if own else set()))
    is_own = [bool(own) and top.get(line.publisher_id or 0) == top.get(own or 0) for line in found]
    return {
        "origin": [line for line, own_words in zip(found, is_own, strict=True) if own_words],
        "echoes": [line for line, own_words in zip(found, is_own, strict=True) if not own_words],
    }


def _beside(one: Figure, language: str) -> dict[str, Any]:
    """Return the public figures that bear on this one: what replaces it, what disputes it, who else says so."""
    replacing = [one.superseded_by] if one.superseded_by and one.superseded_by.released_at else []
    replaced = list(one.supersedes.public().with_state().order_by("-pk")[:BESIDE_SHOWN])
    measure = one.state.measure_id
    is_disputed = one.status == Figure.Status.DISPUTED
    rivals = in_dispute([measure]).get(measure, []) if measure and is_disputed else []
    disputing = [rival for rival in rivals if rival.pk != one.pk][:BESIDE_SHOWN]
    agreeing = _agreeing(one)
    named = Figure.objects.with_state().in_bulk([figure.pk for figure in replacing])
    words = lines([*named.values(), *replaced, *disputing, *agreeing], language=language)
    return {
        "replaced_by": _picked(words, replacing),
        "replaces": _picked(words, replaced),
        "disputed_by": _picked(words, disputing),
        "corroboration": _picked(words, agreeing),
    }


def _picked(words: dict[int, Printed], figures: list[Figure]) -> list[Printed]:
    return [words[figure.pk] for figure in figures]


def _agreeing(one: Figure) -> list[Figure]:
    """Return public figures of other parties that say the same of the same time: corroboration, not echoes."""
    state = one.state
    if not (state.measure and state.as_of.is_known and state.originator_id):
        return []
    others = series(state.measure).filter(status__in=sorted(PRINTABLE), current_state__phase=state.phase)
    others = others.filter(current_state__originator__isnull=False).exclude(pk=one.pk)
    alike = [
        other
        for other in others
        if agree(other.state.value, state.value) and overlap(other.state.as_of, state.as_of)
    ]
    top = roots({other.state.originator_id or 0 for other in alike} | {state.originator_id})
    own = top.get(state.originator_id)
    return [other for other in alike if top.get(other.state.originator_id or 0) != own][:BESIDE_SHOWN]


def _used_in(one: Figure) -> list[dict[str, str]]:
    """Return the summaries in print that use this figure, newest first."""
    versions = (
        Version.objects.filter(current_of__isnull=False, revision__uses__figure=one)
        .filter(summary__in=Summary.objects.readable())
        .select_related("summary", "revision")
        .order_by("-change_seq")
        .distinct()
    )
    return [
        {
            "headline": body.plain_text(version.revision.headline),
            "language": version.summary.language,
            "url": reverse("summaries:summary", args=[version.summary.slug]),
        }
        for version in versions[:BESIDE_SHOWN]
    ]

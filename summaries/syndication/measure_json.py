"""A public measure as JSON: its words in every language, its kind and unit, how it stands to other public measures."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse

from claims.models import Measure, MeasureRelation
from summaries.public.series import public_measures, related_to

NOUNS = ("one", "few", "many", "other")


def measures_json(measures: Iterable[Measure]) -> list[dict[str, Any]]:
    """Return what is public of each measure, in the order given. Pass them `with_words`; two queries for all."""
    listed = list(measures)
    relations = related_to(listed)
    return [_measure(measure, relations[measure.pk]) for measure in listed]


def measure_json(measure: Measure) -> dict[str, Any]:
    """Return what is public of one measure. Two queries."""
    return measures_json([measure])[0]


def told_with(measures: Iterable[int], slugs: Iterable[str]) -> list[dict[str, Any]]:
    """Return the public ones of these measures, by id or address, with those they are related to, in order of id.

    What a measure is related to is part of both: one that becomes public shows up beside the other.
    """
    named = Measure.objects.filter(Q(pk__in=set(measures)) | Q(slug__in=set(slugs)))
    ids = set(named.values_list("pk", flat=True))
    pairs = MeasureRelation.objects.filter(Q(part__in=ids) | Q(whole__in=ids)).values_list("part", "whole")
    ids |= {pk for pair in pairs for pk in pair}
    return measures_json(public_measures().filter(pk__in=ids).order_by("pk")) if ids else []


def _measure(measure: Measure, relations: list[tuple[str, Measure]]) -> dict[str, Any]:
    return {
        "uid": str(measure.uid),
        "slug": measure.slug,
        "url": reverse("api:measure", args=[measure.slug]),
        "series": reverse("api:series", args=[measure.slug]),
        "topic": {"slug": measure.topic.slug, "name": measure.topic.name},
        "kind": measure.kind,
        "unit": measure.unit,
        "title": measure.title(),
        "wordings": [
            {
                "language": words.language,
                "title": words.title,
                "definition": words.definition,
                "nouns": {form: getattr(words, form) for form in NOUNS},
            }
            for words in measure.wordings.all()
        ],
        "relations": [
            {"how": how, "measure": other.slug, "url": reverse("api:measure", args=[other.slug])}
            for how, other in relations
        ],
    }

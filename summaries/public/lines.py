"""Public figures as a page prints them: the dict that the components of the look take as `figure`."""

from collections.abc import Iterable
from dataclasses import replace

from django.urls import reverse

from claims.models import Figure
from claims.printing import Printed
from summaries import public_figures


def lines(figures: Iterable[Figure], *, language: str) -> dict[int, Printed]:
    """Put public figures into words with their addresses, by figure id.

    A fallen one says what was signed and since when it is not (`summaries.public_figures`). The number of
    queries does not grow with the figures.
    """
    listed = public_figures.as_public(figures)
    words = public_figures.lines(listed, language=language)
    return {
        figure.pk: replace(words[figure.pk], url=reverse("summaries:figure", args=[figure.uid]))
        for figure in listed
    }

"""What we counted: beside every total, before the first number. Worked out from the figures, never typed."""

from collections.abc import Iterable
from typing import Any

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import Figure
from claims.phrases import phrases, printing_language
from summaries.public.voices import Voice, on_whose_word


def counted(figures: Iterable[Figure], found: list[Voice], *, language: str) -> dict[str, Any]:
    """Return {measures, on_whose_word, when, undated, statuses}. Figures must carry their state and measure's words."""
    listed = list(figures)
    measures = {figure.state.measure.pk: figure.state.measure for figure in listed if figure.state.measure}
    wordings = [measure.wording(language) for measure in measures.values()]
    n_undated = sum(not figure.state.as_of.is_known for figure in listed)
    return {
        "measures": [wording.definition for wording in wordings if wording],
        "on_whose_word": on_whose_word(listed, found),
        "when": _span(listed, language),
        "undated": ngettext("%(n)s figure has no date", "%(n)s figures have no date", n_undated)
        % {"n": n_undated}
        if n_undated
        else "",
        "statuses": _statuses(listed, language),
    }


def _span(figures: list[Figure], language: str) -> str:
    """Return the first and last day the figures speak of."""
    code = printing_language(language)
    known = [figure.state.as_of for figure in figures if figure.state.as_of.is_known]
    days = sorted(day for when in known for day in (when.earliest, when.latest) if day)
    if not days:
        return ""
    first, last = (format_date(day, "d MMMM y", locale=code) for day in (days[0], days[-1]))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _statuses(figures: list[Figure], language: str) -> str:
    """Say how far each stands: "1 verified, 5 attributed"."""
    words = phrases(language).statuses
    found = [figure.status for figure in figures]
    return ", ".join(
        f"{found.count(status)} {words[status]}" for status in Figure.Status.values if status in found
    )

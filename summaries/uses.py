"""How often a figure is used: `Figure.n_draft_uses` and `n_published_uses`, counted anew by the act that changes them.

n_draft_uses: summaries whose newest revision uses the figure and is not what is in print.
n_published_uses: summaries whose version in print uses it. A retracted or withdrawn summary uses nothing.
"""

from collections.abc import Iterable

from django.db.models import Count, F, Q, QuerySet

from claims.models import Figure
from summaries.models import FigureUse, Summary, Version

GONE = (Summary.State.RETRACTED, Summary.State.WITHDRAWN)


def lock_figures(ids: Iterable[int]) -> list[Figure]:
    """Lock the figures by id, the order every act takes them in, and return them with what they print."""
    ordered = sorted(set(ids))
    locked = list(
        Figure.objects.select_for_update(no_key=True).filter(pk__in=ordered).order_by("pk").values_list("pk")
    )
    return list(Figure.objects.with_state().filter(pk__in=[pk for (pk,) in locked]).order_by("pk"))


def recount(ids: Iterable[int]) -> None:
    """Write both counts of the figures, which the caller has locked. Three queries, and one for each that changed."""
    ids = set(ids)
    drafts = _counted(
        FigureUse.objects.filter(figure__in=ids, revision__current_of__isnull=False)
        .exclude(revision__summary__state__in=GONE)
        .filter(
            Q(revision__summary__current_version__isnull=True)
            | ~Q(revision__summary__current_version__revision=F("revision"))
        )
    )
    published = _counted(
        FigureUse.objects.filter(figure__in=ids, revision__versions__current_of__isnull=False)
        .exclude(revision__summary__state__in=GONE)
        .exclude(revision__versions__kind=Version.Kind.RETRACTION)
    )
    for figure in Figure.objects.filter(pk__in=ids).only("n_draft_uses", "n_published_uses"):
        now = {"n_draft_uses": drafts.get(figure.pk, 0), "n_published_uses": published.get(figure.pk, 0)}
        if now != {"n_draft_uses": figure.n_draft_uses, "n_published_uses": figure.n_published_uses}:
            Figure.objects.filter(pk=figure.pk).update(**now)


def _counted(uses: QuerySet[FigureUse]) -> dict[int, int]:
    rows = uses.values_list("figure").annotate(n=Count("revision__summary", distinct=True)).order_by()
    return dict(rows)

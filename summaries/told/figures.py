"""What is done to a figure or its mentions, and what print hears of it: its words, and the voices beside it.

A signed figure that changes falls, and `summaries.receivers` tells of it. What moves without a fall is told here: a
text more or less under a figure nobody signs for, a voice more or less beside one that stands. Every door calls these.
"""

from typing import Any

from django.db import transaction

from claims import filing, restate, triage
from claims.models import Figure, FigureState, Measure, Mention
from ledger.append import urn
from reviewers.models import Reviewer
from sources.models import Document, Source
from summaries.told.telling import hears


def file_mention(
    *, by: Reviewer, mention: Mention, seen: str, figure: Figure | None = None, measure: Measure | None = None,
    originator: Source | None = None, is_proposed: bool = False,
) -> Figure:  # fmt: skip
    """File a mention, as `claims.filing.file_mention`; a text or a voice more is told of."""
    with transaction.atomic():
        document = _locked(mention)
        under = {measure.pk} if measure else set()
        with _hears(by, document, [figure.pk] if figure else [], because="filed", also=under):
            return filing.file_mention(
                by=by, mention=mention, seen=seen, figure=figure, measure=measure, originator=originator,
                is_proposed=is_proposed,
            )  # fmt: skip


def unfile_mention(*, by: Reviewer, mention: Mention, seen: str) -> Mention:
    """Take a mention out of its figure, as `claims.filing.unfile_mention`; a text or a voice less is told of."""
    with transaction.atomic():
        document = _locked(mention)
        with _hears(by, document, _figure_of(mention), because="unfiled"):
            return filing.unfile_mention(by=by, mention=mention, seen=seen)


def correct(*, by: Reviewer, mention: Mention, seen: str, **said: Any) -> Mention:
    """Read a mention otherwise, as `claims.triage.correct`; what counts its voices anew is told of."""
    with transaction.atomic():
        document = _locked(mention)
        with _hears(by, document, _figure_of(mention), because="corrected"):
            return triage.correct(by=by, mention=mention, seen=seen, **said)


def dismiss(*, by: Reviewer, mention: Mention, seen: str, reason: str) -> Mention:
    """Set a mention aside, as `claims.triage.dismiss`; a text or a voice less is told of."""
    with transaction.atomic():
        document = _locked(mention)
        with _hears(by, document, _figure_of(mention), because="dismissed"):
            return triage.dismiss(by=by, mention=mention, seen=seen, reason=reason)


def restate_figure(*, by: Reviewer, figure: Figure, seen: int, **said: Any) -> FigureState:
    """Say a figure otherwise, as `claims.restate.restate`; what counts its voices anew is told of."""
    measure = said.get("measure")
    with (
        transaction.atomic(),
        _hears_figure(by, figure, {measure.pk} if isinstance(measure, Measure) else set()),
    ):
        return restate.restate(by=by, figure=figure, seen=seen, **said)


def revert_figure(*, by: Reviewer, figure: Figure, seen: int, to_n: int, reason: str) -> FigureState:
    """Go back to an earlier state, as `claims.restate.revert`; what counts its voices anew is told of."""
    earlier = FigureState.objects.filter(figure=figure, n=to_n, measure__isnull=False)
    with transaction.atomic(), _hears_figure(by, figure, set(earlier.values_list("measure", flat=True))):
        return restate.revert(by=by, figure=figure, seen=seen, to_n=to_n, reason=reason)


# --- steps ---------------------------------------------------------------------------------------------------------


def _locked(mention: Mention) -> Document:
    """Lock the document of a mention, as the acts on mentions do: nobody sorts or files in it meanwhile."""
    return Document.objects.select_for_update(no_key=True).get(pk=mention.document_id)


def _figure_of(mention: Mention) -> list[int]:
    """Return the figure a mention is filed under by now, its document locked: none or one."""
    filed = Mention.objects.filter(pk=mention.pk, figure__isnull=False)
    return list(filed.values_list("figure", flat=True))


def _hears(
    by: Reviewer, document: Document, figures: list[int], *, because: str, also: set[int] | None = None
) -> Any:
    return hears(
        by=by, subject=urn("document", document.uid), because=because, moving=figures,
        figures=lambda: Figure.objects.filter(pk__in=figures), measures=_measures(figures) | (also or set()),
        is_protected=document.is_protected,
    )  # fmt: skip


def _hears_figure(by: Reviewer, figure: Figure, also: set[int]) -> Any:
    lead = figure.state.lead_mention
    return hears(
        by=by, subject=urn("figure", figure.uid), because="restated", moving=[figure.pk],
        is_protected=bool(lead and lead.document.is_protected),
        figures=lambda: Figure.objects.filter(pk=figure.pk), measures=_measures([figure.pk]) | also,
    )  # fmt: skip


def _measures(figures: list[int]) -> set[int]:
    found = FigureState.objects.filter(current_of__in=figures, measure__isnull=False)
    return set(found.values_list("measure", flat=True))

"""A figure with everything a signature may rest on, and short calls of the acts, for the tests of this app."""

from typing import Any

from django.db import transaction

from claims.models import Figure, Mention
from claims.states import new_state
from ledger.append import append
from reviewers.models import Reviewer, Verdict
from reviewers.sign import EvidenceItem, sign
from sources.models import Source
from tests import cast


def said_figure(
    of: Any = None, *, by: Source | None = None, quote: str = "more than 60", **changes: Any
) -> Figure:
    """A figure that one accepted mention of a captured document says."""
    lead = cast.mention(cast.document(f"{cast.TEXT} {Figure.objects.count()}"), quote)
    party = by or Source.objects.filter(name="Harbour Watch").first() or cast.source()
    made = cast.figure(of, originator=party, lead=lead, **changes)
    Mention.objects.filter(pk=lead.pk).update(state="accepted", figure=made)
    return made


def words_of(made: Figure) -> EvidenceItem:
    return EvidenceItem(mention=made.mentions.select_related("document__capture").get())


def attribute(made: Figure, by: Reviewer, **changes: Any) -> Verdict:
    """Sign as attributed with the figure's own words."""
    offered = {
        "status": "attributed",
        "reason": "own_words",
        "rationale": "The statement is on the desk.",
        "credibility": 2,
        "evidence": [words_of(made)],
        "seen": made.state.n,
    }
    return sign(by=by, figure=made, **{**offered, **changes})


def verify(made: Figure, by: Reviewer, **changes: Any) -> Verdict:
    """Sign as verified by a primary record."""
    record = EvidenceItem(document=made.state.lead_mention.document)
    return attribute(
        made, by, **{"status": "verified", "reason": "primary_record", "evidence": [record], **changes}
    )


def dispute(made: Figure, by: Reviewer, note: str = "Its own later list has 58.", **changes: Any) -> Verdict:
    offered = {"status": "disputed", "reason": "conflicts_with_itself", "evidence": [EvidenceItem(note=note)]}
    return attribute(made, by, **{**offered, **changes})


def now(made: Figure) -> Figure:
    """The figure as it stands in the database."""
    return Figure.objects.select_related("current_state").get(pk=made.pk)


def restate(made: Figure, by: Reviewer, **what: Any) -> None:
    """A new state, as an act of claims makes it."""
    with transaction.atomic():
        figure = Figure.objects.select_for_update().get(pk=made.pk)
        new_state(figure, by=by, reason="The source was read again.", **what)
        append(act="claims.restate", by=by, subject="urn:countersign:figure:1")

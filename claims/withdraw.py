"""Withdraw a document that was brought in by mistake, and restore it.

Nothing is deleted. The document and its parts are marked as withdrawn; their mentions stay where they are, sorted and
filed as they were, but no longer stand (`standing_states`, `to_sort`). A figure that rested on them gets a new state,
so that its status falls with the reason:

- left without any standing mention: it keeps its words, value and measure, and says why nobody may rely on it;
- led by one of them, with others standing: the first of those leads from now on;
- signed, with one of them among its mentions: what was signed has changed.

Restoring takes the mark away and gives the same figures a new state led as before. Signatures do not come back: they
were given on a state that has passed.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from claims.locks import locked_figures
from claims.models import Figure, FigureState, Mention
from claims.states import codes_of, new_state
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.describe import locked
from sources.errors import NotAllowed, NotNow, Refused
from sources.models import Document

_STANDING = (Mention.State.ACCEPTED, Mention.State.CORRECTED)


def withdraw_document(*, by: Person, document: Document, reason: str, seen: str) -> Document:
    """Withdraw a document with its parts, for a reason in the person's own words.

    Every door calls `summaries.told.documents`; by way of `reviewers.withdraw` signatures fall that leaned on it
    besides. `seen` is `sources.describe.token`.

    Raises NotAllowed, NotNow for one that is withdrawn, Refused without a reason, OutOfDate.
    """
    if not by.may("withdraw-document", document):
        raise NotAllowed(_("You may not withdraw this document."))
    if not reason.strip():
        raise Refused(_("Say in a few words why it does not belong here."))
    with transaction.atomic():
        document, family = _locked_family(document, seen=seen, reason=reason)
        if document.state == Document.State.WITHDRAWN:
            raise NotNow(_("This document was withdrawn already."))
        parts = [one for one in family if one.state == Document.State.IN]
        _mark(parts, Document.State.WITHDRAWN)
        document.state = Document.State.WITHDRAWN
        states = [
            state
            for figure in _figures_of(parts)
            if (state := _fall(figure, gone={one.pk for one in parts}, by=by)) is not None
        ]
        _enter("claims.withdraw_document", by, document, parts, states, reason)
    return document


def restore_document(*, by: Person, document: Document, seen: str) -> Document:
    """Take a withdrawal back, for the document and its parts. A part comes back only with its page.

    Raises NotAllowed, NotNow for one that is not withdrawn or whose page is, OutOfDate.
    """
    if not by.may("withdraw-document", document):
        raise NotAllowed(_("You may not restore this document."))
    with transaction.atomic():
        document, family = _locked_family(document, seen=seen)
        if document.state == Document.State.IN:
            raise NotNow(_("This document was not withdrawn."))
        if document.parent and document.parent.state == Document.State.WITHDRAWN:
            raise NotNow(_("The page it stands on was withdrawn. Restore that."))
        back = [one for one in family if one.state == Document.State.WITHDRAWN]
        _mark(back, Document.State.IN)
        document.state = Document.State.IN
        states = [_rise(figure, back, by=by) for figure in _figures_of(back)]
        _enter("claims.restore_document", by, document, back, states, "")
    return document


def _locked_family(document: Document, *, seen: str, reason: str = "") -> tuple[Document, list[Document]]:
    """Lock a document with its parts in the order of their ids; return it and all of them."""
    document = locked(document, seen=seen, yours={_("Reason"): reason} if reason else {})
    parts = list(Document.objects.select_for_update(no_key=True).filter(parent=document).order_by("pk"))
    return document, [document, *parts]


def _mark(documents: list[Document], state: str) -> None:
    Document.objects.filter(pk__in=[one.pk for one in documents]).update(state=state)


def _figures_of(documents: list[Document]) -> list[Figure]:
    """Lock the figures that mentions of these documents state, their measures first, in the order of their ids."""
    ids = Mention.objects.filter(document__in=documents, figure__isnull=False).values_list(
        "figure", flat=True
    )
    return locked_figures(sorted(set(ids)))


def _fall(figure: Figure, *, gone: set[int], by: Person) -> FigureState | None:
    """Give a figure its new state after some of its documents went; None where it rests on others, unsigned."""
    standing = Mention.objects.filter(figure=figure, state__in=_STANDING, document__state=Document.State.IN)
    first = standing.order_by("pk").first()
    if first is None:
        return new_state(figure, by=by, reason=_("The document it stood in was withdrawn."))
    lead = figure.state.lead_mention
    if lead is not None and lead.document_id in gone:
        return new_state(
            figure, by=by, reason=_("The document of its leading words was withdrawn."), lead_mention=first
        )
    if figure.status != Figure.Status.UNREVIEWED:
        return new_state(figure, by=by, reason=_("A document that states it was withdrawn."))
    return None


def _rise(figure: Figure, back: list[Document], *, by: Person) -> FigureState:
    """Give a figure the lead it had before its document was withdrawn; its signatures do not come back."""
    ids = {document.pk for document in back}
    earlier = (
        figure.states.filter(lead_mention__document__in=ids, lead_mention__figure=figure)
        .order_by("-n")
        .first()
    )
    lead = earlier.lead_mention if earlier else figure.state.lead_mention
    return new_state(figure, by=by, reason=_("A document that states it was restored."), lead_mention=lead)


def _enter(
    act: str,
    by: Person,
    document: Document,
    documents: list[Document],
    states: list[FigureState],
    reason: str,
) -> None:
    append(
        act=act,
        by=by,
        subject=urn("document", document.uid),
        codes={"n_documents": len(documents), "n_figures": len(states), **codes_of(*states)},
        words={"reason": reason.strip()[:1000], "title": document.title},
        rows=committed(*states),
        is_protected=document.is_protected,
    )

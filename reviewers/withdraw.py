"""Withdrawing a document: its figures lose it as support, and every signature that leaned on it falls.

`claims.withdraw` takes the document away from the figures it states. A register, a list, a recording that states none
may still be what somebody signed on: those signatures fall here. Restoring the document restores none of them.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from claims.locks import locked_figures
from claims.models import Figure
from claims.withdraw import withdraw_document as take_away
from reviewers import leaning
from reviewers.models import Reviewer
from sources.errors import NotAllowed
from sources.models import Document


def withdraw_document(*, by: Reviewer, document: Document, reason: str, seen: str) -> Document:
    """Withdraw a document with its parts; the figures that were signed on it fall, whether it states them or not.

    Locks the document with its parts, then every figure this may move, and lets signatures fall before the document
    goes: so nothing is locked after the record. Raises what `claims.withdraw.withdraw_document` does.
    """
    if not by.may("withdraw-document", document):
        raise NotAllowed(_("You may not withdraw this document."))
    with transaction.atomic():
        family = _locked_with_parts(document)
        stating = set(Figure.objects.filter(mentions__document__in=family).values_list("pk", flat=True))
        leaning_on = leaning.on_documents(family)
        held = locked_figures(
            leaning.carried_by(stating | set(leaning_on.values_list("state__figure", flat=True)))
        )
        # What it states and somebody signed gets a new state below, with the reason, and falls by that.
        falls_by_itself = {
            one.pk for one in held if one.pk in stating and one.status != Figure.Status.UNREVIEWED
        }
        verdicts = list(leaning_on.exclude(state__figure__in=falls_by_itself).values_list("pk", flat=True))
        fallen = leaning.begin_fall(verdicts, by=by)
        document = take_away(by=by, document=document, reason=reason, seen=seen)
        leaning.record_fall(
            fallen, because=str(document.uid), why=leaning.Why.EVIDENCE_WITHDRAWN, by=by,
            is_protected=document.is_protected,
        )  # fmt: skip
    return document


def _locked_with_parts(document: Document) -> list[Document]:
    """Lock a document, then its parts in the order of their ids, as `claims.withdraw` does."""
    whole = list(Document.objects.select_for_update(no_key=True).filter(pk=document.pk))
    return [*whole, *Document.objects.select_for_update(no_key=True).filter(parent=document).order_by("pk")]

"""What is done to a document, and what print hears of it: who published which words, and when, stands beside figures.

The acts further left change the document and the figures it states; these call them, and in the same transaction tell
readers what reads otherwise. Every door calls these. Protecting a document is in `summaries.told.protect`.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from claims import bring_in as bringing
from claims import redate as redating
from claims import withdraw
from claims.bring_in import Arrival
from claims.models import Figure
from ledger.append import append, urn
from ledger.records import committed
from reviewers import leaning
from reviewers import withdraw as withdrawing
from reviewers.models import Reviewer
from sources import describe
from sources.models import Document
from sources.naming import names_of_document
from summaries import changes
from summaries.told.telling import hears, tell
from summaries.withheld.keeping import keeps_ties
from summaries.withheld.sought import saying


def bring_in(*, by: Reviewer, is_protected: bool = False, **given: Any) -> Arrival:
    """Bring some bytes in, as `claims.bring_in.bring_in`; what is in confidence closes texts in print that lead to it.

    Those are of the same bytes or address, or name its title: they are quoted no more, and that is told. For this
    alone the reading is done in the transaction, since what the document is called is known after it.
    """
    if not is_protected or not by.may("bring-in"):
        return bringing.bring_in(by=by, is_protected=is_protected, **given)
    with transaction.atomic():
        changes.lock_counter()
        arrival = bringing.bring_in(by=by, is_protected=True, **given)
        titles = [] if arrival.already_here else [one.title for one in arrival.documents]
        same_bytes = Figure.objects.filter(mentions__document__capture__blob=arrival.capture.blob_id)
        leading = same_bytes | saying([], names_of_document(titles, [arrival.capture]))
        told = tell(ids_of(leading.filter(released_at__isnull=False)))
        if told:
            append(
                act="summaries.relabel", by=by, subject=urn("capture", arrival.capture.uid), rows=committed(*told),
                codes={"because": "in_confidence", "changes_told": len(told)}, is_protected=True,
            )  # fmt: skip
    return arrival


def describe_document(*, by: Reviewer, document: Document, **said: Any) -> Document:
    """Describe a document, as `sources.describe.describe_document`; figures quoted from it are told of.

    Where it leads to somebody protected from now on, what led to it is kept back.
    """
    with transaction.atomic():
        family = locked_family(document)
        with hears(
            by=by, subject=urn("document", document.uid), because="described", figures=lambda: stated_in(family),
            is_protected=document.is_protected,
        ), keeps_ties(document, said, by=by):  # fmt: skip
            return describe.describe_document(by=by, document=document, **said)


def redate(*, by: Reviewer, document: Document, published: str, seen: str) -> Document:
    """Date a document, as `claims.redate.redate`; what is quoted from it, and counted beside it, is told of."""
    with transaction.atomic():
        family = locked_family(document)
        with hears(
            by=by, subject=urn("document", document.uid), because="redated", figures=lambda: stated_in(family),
            measures=measures_of(stated_in(family)), moving=ids_of(stated_in(family)),
            is_protected=document.is_protected,
        ):  # fmt: skip
            return redating.redate(by=by, document=document, published=published, seen=seen)


def withdraw_document(*, by: Reviewer, document: Document, reason: str, seen: str) -> Document:
    """Withdraw a document, as `reviewers.withdraw.withdraw_document`; what loses its words or a voice is told of."""
    with transaction.atomic():
        family = locked_family(document)
        stated = stated_in(family)
        signed_on = leaning.on_documents(family).values_list("state__figure", flat=True)
        with hears(
            by=by, subject=urn("document", document.uid), because="withdrawn", figures=lambda: stated_in(family),
            measures=measures_of(stated), moving={*ids_of(stated), *signed_on}, is_protected=document.is_protected,
        ):  # fmt: skip
            return withdrawing.withdraw_document(by=by, document=document, reason=reason, seen=seen)


def restore_document(*, by: Reviewer, document: Document, seen: str) -> Document:
    """Take a withdrawal back, as `claims.withdraw.restore_document`; what is said and counted again is told of."""
    with transaction.atomic():
        family = locked_family(document)
        stated = stated_in(family)
        with hears(
            by=by, subject=urn("document", document.uid), because="restored", figures=lambda: stated_in(family),
            measures=measures_of(stated), moving=ids_of(stated), is_protected=document.is_protected,
        ):  # fmt: skip
            return withdraw.restore_document(by=by, document=document, seen=seen)


# --- steps ---------------------------------------------------------------------------------------------------------


def locked_family(document: Document) -> list[Document]:
    """Lock a document, then its parts in the order of their ids, as every act on it does."""
    whole = list(Document.objects.select_for_update(no_key=True).filter(pk=document.pk))
    return [*whole, *Document.objects.select_for_update(no_key=True).filter(parent=document).order_by("pk")]


def stated_in(documents: Iterable[Document]) -> QuerySet[Figure]:
    """Return the figures that mentions in these documents state."""
    return Figure.objects.filter(mentions__document__in=[one.pk for one in documents])


def ids_of(figures: QuerySet[Figure]) -> set[int]:
    """Return the ids of some figures."""
    return set(figures.values_list("pk", flat=True))


def measures_of(figures: QuerySet[Figure]) -> set[int]:
    """Return the measures, by id, that these figures stand under now."""
    found = figures.filter(current_state__measure__isnull=False)
    return set(found.values_list("current_state__measure", flat=True))

"""Protecting a document, and opening it again: what print hears of it.

`sources.protect` closes the document; this calls it, lets the signatures fall that rested on it as on an open one, and
keeps back what was printed that leads to it. Every door calls this.
"""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.locks import locked_figures
from claims.models import Figure
from ledger.append import append, urn
from ledger.records import committed
from reviewers import leaning
from reviewers.models import Reviewer
from sources import protect
from sources.errors import NotAllowed
from sources.models import Capture, Document
from sources.naming import Names, names_of_document
from summaries import changes
from summaries.models import Summary
from summaries.told.telling import Seen, tell, watched
from summaries.withheld.keeping import record_keeping
from summaries.withheld.withhold import Search, keep_back


def protect_document(*, by: Reviewer, document: Document, reason: str) -> Document:
    """Close a document with its page and parts; nothing that leads to it is given out any more.

    A signature that rested on it as on an open document falls (HOSTILE W10): somebody who knows that it is protected
    signs anew. Raises what `sources.protect.protect_document` does.
    """
    _ask(by, document)
    page = document.parent_id or document.pk
    search = Search(_known_by(list(Document.objects.filter(Q(pk=page) | Q(parent=page)))), Names())
    with transaction.atomic():
        family, seen = _ready(document)
        verdicts = list(leaning.on_documents_as_open(family).values_list("pk", flat=True))
        document = protect.protect_document(by=by, document=document, reason=reason)
        sought = _known_by(family)
        kept = keep_back(search if search.is_for(sought, Names()) else Search(sought, Names()))
        leaning.let_fall(
            verdicts, because=str(document.uid), why=leaning.Why.EVIDENCE_PROTECTED, by=by, is_protected=True
        )
        record_keeping(kept, seen.moved(), by=by, subject=urn("document", document.uid))
    return document


def unprotect_document(*, by: Reviewer, document: Document, reason: str, seen: str | None = None) -> Document:
    """Open a document again. What was kept back stays so, and no signature comes back; what can be read anew is told.

    Raises what `sources.protect.unprotect_document` does; `seen` is as there.
    """
    _ask(by, document)
    with transaction.atomic():
        _family, watching = _ready(document)
        document = protect.unprotect_document(by=by, document=document, reason=reason, seen=seen)
        told = tell(watching.moved())
        if told:
            append(
                act="summaries.relabel", by=by, subject=urn("document", document.uid),
                codes={"because": "opened", "changes_told": len(told)}, rows=committed(*told), is_protected=True,
            )  # fmt: skip
    return document


def _ready(document: Document) -> tuple[list[Document], Seen]:
    """Lock summaries, the document's family, figures and the counter, in this order; return family and what is seen."""
    list(Summary.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    family = protect.locked_family(document)
    stating = Figure.objects.filter(mentions__document__in=family)
    resting = leaning.on_documents_as_open(family).values_list("state__figure", flat=True)
    locked_figures({*watched(stating), *leaning.carried_by(resting)})
    changes.lock_counter()
    return family, Seen(watched(stating))  # looked up again: from here on nothing goes out


def _known_by(family: list[Document]) -> Names:
    arrived = Q(documents__in=family) | Q(blob__texts__documents__in=family)
    captures = Capture.objects.filter(arrived).select_related("blob").distinct()
    return names_of_document([one.title for one in family], captures)


def _ask(by: Reviewer, document: Document) -> None:
    if not (by.may("protect", document) and by.may("see-protected")):
        raise NotAllowed(_("You may not protect documents."))

"""Protect a document, and lift that again: its bytes, and everything made of them, with it.

What print has to hear of it is in `summaries.told.protect`, whose acts call these, and which every door calls.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ledger import append
from ledger.people import Person
from ledger.records import committed
from sources.describe import locked
from sources.errors import NotAllowed, Refused
from sources.models import Capture, Document


def protect_document(*, by: Person, document: Document, reason: str) -> Document:
    """Close a document: nothing of it leaves the newsroom, and only who may see protected things knows of it.

    Every arrival of its bytes and every document made of them is closed with it: one open door is enough.
    Raises NotAllowed; Refused without a reason.
    """
    return _set(by=by, document=document, reason=reason, is_protected=True)


def unprotect_document(*, by: Person, document: Document, reason: str, seen: str | None = None) -> Document:
    """Open a protected document again, with all that was made of its bytes.

    `seen` is `sources.describe.token`, None where nobody looked at a page first. Raises NotAllowed, Refused, OutOfDate.
    """
    return _set(by=by, document=document, reason=reason, is_protected=False, seen=seen)


def locked_family(document: Document) -> list[Document]:
    """Lock every document made of the same bytes in the order of their ids: its page, the parts, copies."""
    same_bytes = Document.objects.filter(text__blob__texts=document.text_id)
    return list(Document.objects.select_for_update(no_key=True).filter(pk__in=same_bytes).order_by("pk"))


def _set(
    *, by: Person, document: Document, reason: str, is_protected: bool, seen: str | None = None
) -> Document:
    if not (by.may("protect", document) and by.may("see-protected")):
        raise NotAllowed(_("You may not protect documents."))
    if not reason.strip():
        raise Refused(_("Say why, in one sentence."))
    with transaction.atomic():
        rows = locked_family(document)
        if seen is not None:
            locked(document, seen=seen, yours={})
        Document.objects.filter(pk__in=[row.pk for row in rows]).update(is_protected=is_protected)
        arrived = Capture.objects.filter(Q(documents__in=rows) | Q(blob__texts__documents__in=rows))
        Capture.objects.filter(pk__in=arrived.values("pk")).update(is_protected=is_protected)
        captures = list(Capture.objects.filter(pk__in=arrived.values("pk")).order_by("pk"))
        document = next(row for row in rows if row.pk == document.pk)
        document.is_protected = is_protected
        append.append(
            act="sources.protect_document" if is_protected else "sources.unprotect_document",
            by=by,
            subject=append.urn("document", document.uid),
            codes={"n_documents": len(rows), "n_captures": len(captures)},
            words={"reason": reason.strip()[:1000]},
            rows=committed(*captures),
            is_protected=True,
        )
    return document

"""Whether the words of a document may leave the house: to a second reader that is somebody else's.

What is protected never does, and neither does what names somebody protected or comes from them. Better one text too
many kept here than one sent. A text that differs from a protected one by a single letter, and names nobody, cannot be
told from any other.
"""

from __future__ import annotations

from django.db.models import Q

from claims.models import Attribution, Figure, Mention
from sources.models import Capture, Document, Provenance, Source
from sources.naming import protected_documents, protected_names


def may_leave(document: Document) -> bool:
    """Say whether nothing about a document is protected: itself, its bytes, its words, or who stands behind it.

    Reads its text, capture and parent, and asks some ten queries.
    """
    return not (
        document.is_protected
        or document.capture.is_protected
        or (document.parent is not None and document.parent.is_protected)
        or _is_protected_elsewhere(document)
        or _has_protected_party(document)
        or _names_protected(document)
    )


def _is_protected_elsewhere(document: Document) -> bool:
    """The same bytes, or the same words, came in a second time and were protected there."""
    text = document.text
    same = Q(text=text) | Q(text__blob=text.blob_id) | Q(text__sha256=text.sha256)
    arrived = Capture.objects.filter(blob=text.blob_id, is_protected=True)
    return Document.objects.filter(same, is_protected=True).exists() or arrived.exists()


def _has_protected_party(document: Document) -> bool:
    """Somebody protected passed the words on, is quoted in them, or is who a figure of them goes back to."""
    behind = Provenance.objects.filter(document__in=[document.pk, document.parent_id or document.pk])
    quoted = Attribution.objects.filter(reading__mention__text=document.text_id)
    figures = Figure.objects.filter(pk__in=Mention.objects.filter(text=document.text_id).values("figure"))
    parties_of = (
        behind.values_list("source", flat=True),
        quoted.values_list("source", flat=True),
        figures.values_list("current_state__originator", flat=True),
    )
    ids = {pk for found in parties_of for pk in found if pk is not None}
    seen: set[int] = set()
    while ids := ids - seen:
        parties = Source.objects.filter(pk__in=ids)
        if parties.filter(Q(is_protected=True) | Q(printed_as__gt="")).exists():
            return True
        seen |= ids
        ids = {pk for pk in parties.values_list("merged_into", flat=True) if pk is not None}
    return False


def _names_protected(document: Document) -> bool:
    hidden = protected_names() | protected_documents()
    return hidden.named_in(f"{document.title}\n{document.body}")

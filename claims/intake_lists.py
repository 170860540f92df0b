"""The list of what came in: pages and single documents, the parts of a list under it, and what waits in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from claims.models import Mention
from claims.wording import date_in_words
from ledger.people import Person
from sources.models import Document, Provenance

PARTS_SHOWN = 50


def wholes(person: Person, *, is_withdrawn: bool = False) -> QuerySet[Document]:
    """Return the documents that are part of no other, newest arrival first, of those this person may know of.

    A part that was withdrawn alone stands for itself among the withdrawn.
    """
    shown = Document.objects.visible_to(person)
    if is_withdrawn:
        alone = Q(parent=None) | Q(parent__state=Document.State.IN)
        shown = shown.filter(alone, state=Document.State.WITHDRAWN)
    else:
        shown = shown.filter(parent=None, state=Document.State.IN)
    return (
        shown.select_related("capture__by")
        .prefetch_related("provenance__source", "date_candidates")
        .order_by("-capture__at", "-pk")
    )


def document_rows(documents: Iterable[Document], person: Person) -> list[dict[str, Any]]:
    """Return what the list shows of each document and its parts. Four queries, whatever their number."""
    on_page = list(documents)
    parts: dict[int | None, list[Document]] = defaultdict(list)
    for part in (
        Document.objects.visible_to(person)
        .filter(parent__in=on_page, state=F("parent__state"))
        .select_related("capture__by")
        .prefetch_related("provenance__source", "date_candidates")
        .order_by("position", "pk")
    ):
        parts[part.parent_id].append(part)
    every = [*on_page, *(part for some in parts.values() for part in some)]
    to_sort = _counts([one.pk for one in every])
    sees_all = person.may("see-protected")
    rows = []
    for one in on_page:
        row = _row(one, to_sort, sees_all)
        row["parts"] = [_row(part, to_sort, sees_all) for part in parts[one.pk][:PARTS_SHOWN]]
        row["n_parts"] = len(parts[one.pk])
        row["n_to_sort"] += sum(to_sort.get(part.pk, 0) for part in parts[one.pk])
        rows.append(row)
    return rows


def _counts(ids: list[int]) -> dict[int, int]:
    waiting = Mention.objects.filter(document__in=ids, state=Mention.State.PROPOSED).order_by()
    return dict(waiting.values_list("document").annotate(n=Count("pk")))


def _row(document: Document, to_sort: dict[int, int], sees_all: bool) -> dict[str, Any]:
    step = next((one for one in document.provenance.all() if one.role == Provenance.Role.PUBLISHED), None)
    publisher = ""
    if step:
        party = step.source
        publisher = (party.name if sees_all else party.printed_name) if party else step.words
    capture = document.capture
    is_machines = capture.by is None or getattr(capture.by, "is_machine", False)
    return {
        "document": document,
        "publisher": publisher,
        "published": date_in_words(document.published),
        "published_date": document.published_edtf if len(document.published_edtf) in (4, 7, 10) else "",
        "doubt": _doubt(document),
        "n_to_sort": to_sort.get(document.pk, 0),
        "at": capture.at,
        "how": capture.get_how_display(),
        "by": "" if is_machines else str(capture.by),
    }


def _doubt(document: Document) -> str:
    """Say what keeps a document from having a date, when its words give one without a year."""
    if document.published_edtf or not document.published_phrase:
        return ""
    years = [one.edtf[:4] for one in document.date_candidates.all() if one.state == "open"]
    said = _("“%(words)s”, no year") % {"words": document.published_phrase}
    return f"{said}: {', '.join(sorted(years)[:4])}?" if years else said

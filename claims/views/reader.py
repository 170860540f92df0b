"""The reader: a document as a page, its figures marked in place, and the panel of the one that is chosen."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.flags import ALARMING, in_sentences
from claims.models import Mention
from claims.segments import LINE_BREAK, Paragraph, Run, Span, paragraphs
from claims.views.panel import panel, reading_in_words
from claims.wording import date_in_words
from ledger.desk_request import DeskRequest
from sources.models import Document

PAGE_CHARACTERS = 60_000  # about twenty printed pages; a longer document is read in parts
DOUBTFUL_SHOWN = 5
SURE = 0.9  # of readings told with less, one in five is wrong on texts the reader has not seen
SHOWN = (Mention.State.PROPOSED, Mention.State.ACCEPTED, Mention.State.CORRECTED)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as the page draws it. `status` colours it; `word` says it, where no status does."""

    mention: Mention
    n: int
    status: str
    word: str
    says: str
    measure: str
    is_chosen: bool
    flags: list[str]  # a sentence each

    @property
    def url(self) -> str:
        return reader_url(self.mention.document, self.mention)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text with what is drawn around it."""

    run: Run
    mark: Mark | None
    dismissed: Mention | None = None


def reader_url(document: Document, mention: Mention | None = None, *, at: str = "", **more: str) -> str:
    """The address of a document, with a mention chosen and its words in view, or what is named by `at`."""
    query = ({"mention": str(mention.uid)} if mention else {}) | more
    url = reverse("claims:document", args=[document.uid])
    place = at or (f"m-{mention.uid}" if mention else "")
    return f"{url}{'?' if query else ''}{urlencode(query)}{'#' if place else ''}{place}"


@require_safe
def document(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Show a document with its figures."""
    found = _document(request, uid)
    wanted = request.GET.get("mention", "")
    mention = next((one for one in _mentions(found) if str(one.uid) == wanted), None) if wanted else None
    return reader_page(request, found, mention)


def _document(request: DeskRequest, uid: UUID) -> Document:
    shown = Document.objects.visible_to(request.user).select_related("text", "parent", "capture__blob")
    return get_object_or_404(shown, uid=uid)


def _mentions(document: Document) -> list[Mention]:
    found = document.mentions.select_related("figure__current_state__measure", "document")
    return list(found.prefetch_related("readings__attributions", "figure__current_state__measure__wordings"))


def reader_page(
    request: DeskRequest,
    document: Document,
    mention: Mention | None = None,
    *,
    forms: dict[str, Form] | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    """Draw the reader. `forms` and `error` bring back what a person typed when an act refused it."""
    mentions = _mentions(document)
    if mention is not None:  # as it stands now, with what the listing has fetched
        mention = next((one for one in mentions if one.pk == mention.pk), None)
    page, start, end = _part(request, document, mention)
    marks = {one.mention.pk: one for one in _marks(mentions, mention)}
    here = [mark for mark in marks.values() if start <= mark.mention.start < end]
    dismissed = [one for one in mentions if one.state == Mention.State.DISMISSED]
    context = {
        "document": document,
        "published": date_in_words(document.published),
        "steps": _chain(request, document),
        "page": page,
        "paragraphs": _pieces(document, marks, dismissed, start, end),
        "marks": here,
        "n_figures": len({mark.mention.figure_id for mark in marks.values() if mark.mention.figure_id}),
        "n_mentions": len(marks),
        "n_to_sort": sum(mark.mention.state == Mention.State.PROPOSED for mark in marks.values()),
        "doubtful": _doubtful(list(marks.values())),
        "dismissed": dismissed,
        "orphaned": [one for one in mentions if one.state == Mention.State.ORPHANED],
        "can_sort": request.user.may("sort-mention", document) and document.state == Document.State.IN,
        "can_sign": request.user.may("sign"),
        "document_url": reader_url(document),
        "parts": Document.objects.visible_to(request.user).filter(parent=document).order_by("position"),
        "acts": {
            name: request.user.may(act, document)
            for name, act in (
                ("describe", "describe-document"),
                ("withdraw", "withdraw-document"),
                ("protect", "protect"),
            )
        },
        **panel(request, document, mention, [mark.mention for mark in marks.values()], forms or {}, error),
    }
    return render(request, "claims/document.html", context, status=status)


# --- the text --------------------------------------------------------------------------------------


def _part(request: DeskRequest, document: Document, mention: Mention | None) -> tuple[Page, int, int]:
    """The part of the document that is shown: the one asked for, the one the mention stands in, or the first."""
    text, at = document.text.text, document.start
    parts: list[tuple[int, int]] = []
    while at < document.end or not parts:
        found = LINE_BREAK.search(text, min(at + PAGE_CHARACTERS, document.end), document.end)
        parts.append((at, found.end() if found else document.end))
        at = parts[-1][1]
    wanted = request.GET.get("page", "")
    if mention is not None and not wanted:
        wanted = str(next((n for n, part in enumerate(parts, 1) if part[0] <= mention.start < part[1]), 1))
    page = Paginator(parts, 1).get_page(wanted)
    return page, *parts[page.number - 1]


def _pieces(
    document: Document, marks: dict[int, Mark], dismissed: list[Mention], start: int, end: int
) -> list[list[list[Piece]]]:
    aside = {one.pk: one for one in dismissed}
    spans = [
        Span(one.start, one.end, one.pk) for one in [*(mark.mention for mark in marks.values()), *dismissed]
    ]
    cut: list[Paragraph] = paragraphs(document.text.text, spans, start=start, end=end)
    return [
        [[Piece(run, marks.get(run.key or 0), aside.get(run.key or 0)) for run in line] for line in part]
        for part in cut
    ]


def _marks(mentions: list[Mention], chosen: Mention | None) -> list[Mark]:
    shown = [one for one in mentions if one.state in SHOWN]
    return [_mark(one, n, chosen) for n, one in enumerate(shown, 1)]


def _doubtful(marks: list[Mark]) -> list[Mark]:
    """The proposals where a person's look pays most: numbers that may not be what they seem, then the most doubtful.

    Those the reader is least sure of, and those it flagged.
    """
    proposed = [(one.mention.reading, one) for one in marks if one.mention.state == Mention.State.PROPOSED]
    doubtful = [
        (ALARMING.isdisjoint(reading.flags), reading.confidence, one.n, one)
        for reading, one in proposed
        if reading.confidence is not None and (reading.confidence < SURE or reading.flags)
    ]
    return [one for *_order, one in sorted(doubtful)[:DOUBTFUL_SHOWN]]


def _mark(mention: Mention, n: int, chosen: Mention | None) -> Mark:
    figure, reading = mention.figure, mention.reading
    says = reading_in_words(reading)
    measure = figure.state.measure if figure and figure.current_state else None
    word = "" if figure else _("to sort") if mention.state == Mention.State.PROPOSED else _("to file")
    return Mark(
        mention, n, figure.status if figure else "unreviewed", word, says, str(measure or ""),
        chosen is not None and mention.pk == chosen.pk, in_sentences(reading.flags),
    )  # fmt: skip


# --- how the words came here ------------------------------------------------------------------------


def _chain(request: DeskRequest, document: Document) -> list[dict[str, Any]]:
    """The parties the words passed through, nearest to the event first, and the desk's own capture at the end."""
    sees_all = request.user.may("see-protected")
    steps = document.provenance.select_related("source")
    return [
        {
            "act": step.get_role_display(),
            "who": (step.source.name if sees_all else step.source.printed_name)
            if step.source
            else step.words,
            "reliability": step.source.reliability if step.source else "",
            "basis": step.basis,
        }
        for step in steps
    ]

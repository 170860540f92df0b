"""The acts on a mention, each by its own address: accept, correct, dismiss, reopen, file, unfile, add."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.anchors import Place, place, places
from claims.asking import ask
from claims.errors import ClaimsError, NotAllowed, NotFound, OutOfDate, WordsNotThere
from claims.forms import AddForm, DismissForm, FileForm, ReadingForm
from claims.models import Mention
from claims.triage import accept, add_mention, reopen
from claims.views.panel import file_form
from claims.views.reader import reader_page, reader_url
from ledger.desk_request import DeskRequest
from sources.errors import Refused
from sources.models import Document, Source
from sources.parties import create_source, find_source

Act = Callable[..., Any]  # the site gives it: `claims.urls`
# What becomes a page of its own (newsroom.refusals); every other refusal is said on the form it belongs to.
PAGES = (NotAllowed, NotFound, OutOfDate)


def _mention(request: DeskRequest, uid: UUID) -> Mention:
    """Return the mention this person may know of and may sort."""
    shown = Mention.objects.visible_to(request.user).select_related("document__text")
    mention = get_object_or_404(shown, uid=uid)
    ask(request, "sort-mention", mention.document)
    return mention


def _document(request: DeskRequest, uid: UUID) -> Document:
    shown = Document.objects.visible_to(request.user).select_related("text", "parent", "capture__blob")
    return get_object_or_404(shown, uid=uid)


@require_POST
def accept_mention(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Accept the reading as it stands."""
    return _press(request, uid, accept, _("Accepted. File it next."))


@require_POST
def reopen_mention(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Take back what was decided of a mention."""
    return _press(request, uid, reopen, _("Taken back: it waits to be sorted again."))


@require_POST
def unfile(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Take a mention out of its figure."""
    return _press(request, uid, act, _("Taken out of its figure."))


def _press(request: DeskRequest, uid: UUID, act: Act, done: str) -> HttpResponse:
    """Do an act that asks nothing but the token of the form."""
    mention = _mention(request, uid)
    try:
        act(by=request.user, mention=mention, seen=request.POST.get("seen", ""))
    except PAGES:
        raise
    except ClaimsError as refusal:
        return _again(request, mention, {}, str(refusal))
    messages.success(request, done)
    return redirect(reader_url(mention.document, mention))


@require_POST
def correct_mention(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Read the words otherwise."""
    mention = _mention(request, uid)
    form = ReadingForm(request.POST, shown=mention.reading)
    if not form.is_valid():
        return _again(request, mention, {"correct": form})
    try:
        act(by=request.user, mention=mention, seen=form.cleaned_data["seen"], **form.said())
    except PAGES:
        raise
    except ClaimsError as refusal:
        return _again(request, mention, {"correct": form}, str(refusal))
    messages.success(request, _("Corrected."))
    return redirect(reader_url(mention.document, mention))


@require_POST
def dismiss_mention(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """Set a mention aside, for a coded reason."""
    mention = _mention(request, uid)
    form = DismissForm(request.POST)
    if not form.is_valid():
        return _again(request, mention, {"dismiss": form})
    try:
        act(by=request.user, mention=mention, **form.cleaned_data)
    except PAGES:
        raise
    except ClaimsError as refusal:
        return _again(request, mention, {"dismiss": form}, str(refusal))
    messages.success(request, _("“%(quote)s” is set aside.") % {"quote": mention.quote})
    return redirect(reader_url(mention.document, _next_to_sort(mention)))


@require_POST
def file_under(request: DeskRequest, uid: UUID, act: Act) -> HttpResponse:
    """File a mention where the form says."""
    mention = _mention(request, uid)
    form = file_form(request, mention)
    if not form.is_valid():
        return _again(request, mention, {"file": form})
    try:
        party = _party(request, form)
        act(
            by=request.user,
            mention=mention,
            seen=form.cleaned_data["seen"],
            originator=party,
            **form.chosen(),
        )
    except PAGES:
        raise
    except (ClaimsError, Refused) as refusal:
        return _again(request, mention, {"file": form}, str(refusal))
    messages.success(request, _("Filed."))
    return redirect(reader_url(mention.document, mention))


def _party(request: DeskRequest, form: FileForm) -> Source | None:
    """The party named as originator, made on the way if the form says what it is; None where nobody is named."""
    name = form.cleaned_data["originator"].strip()
    if not name:
        return None
    found = find_source(name, by=request.user)
    if found is None and form.cleaned_data["new_party"]:
        return create_source(by=request.user, name=name, kind=form.cleaned_data["new_party"])
    if found is None:
        raise Refused(
            _("Nobody here goes by the name “%(name)s”. Say what kind of party it is, to make it.")
            % {"name": name}
        )
    return found


@require_POST
def add(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Add a figure the reader missed, by its words."""
    document = _document(request, uid)
    ask(request, "sort-mention", document)
    form = AddForm(request.POST)
    if not form.is_valid():
        return reader_page(request, document, forms={"add": form}, status=422)
    try:
        there = _place(document, form)
        mention = add_mention(
            by=request.user,
            document=document,
            start=there.start,
            quote=there.quote,
            **form.said(),
        )
    except PAGES:
        raise
    except ClaimsError as refusal:
        return reader_page(request, document, forms={"add": form}, error=str(refusal), status=422)
    messages.success(request, _("Added. File it next."))
    return redirect(reader_url(document, mention))


def _place(document: Document, form: AddForm) -> Place:
    """Find the words: where the selection says, or, typed without script, in the one place where they stand."""
    quote, start = form.cleaned_data["quote"], form.cleaned_data["start"]
    text, within = document.text.text, (document.start, document.end)
    if start is not None and text[start : start + len(quote)] == quote:
        return place(text, start, quote, within=within)
    found = places(text, quote, within=within)
    if len(found) != 1:
        raise _unplaced(quote, len(found))
    return found[0]


def _unplaced(quote: str, n: int) -> ClaimsError:
    if n:
        return WordsNotThere(
            _("“%(quote)s” stands %(n)d times in this document. Quote one or two words more around it.")
            % {"quote": quote, "n": n}
        )
    return WordsNotThere(
        _("“%(quote)s” does not stand in this document. Copy the words from it.") % {"quote": quote}
    )


def _again(request: DeskRequest, mention: Mention, forms: dict[str, Form], error: str = "") -> HttpResponse:
    """Show the reader again with what was typed and why it was refused."""
    return reader_page(
        request, _document(request, mention.document.uid), mention, forms=forms, error=error, status=422
    )


def _next_to_sort(mention: Mention) -> Mention | None:
    """The next proposal of the document, from the mention on and around; None when all is sorted."""
    waiting = list(mention.document.mentions.filter(state=Mention.State.PROPOSED).select_related("document"))
    return next((one for one in waiting if one.start > mention.start), waiting[0] if waiting else None)

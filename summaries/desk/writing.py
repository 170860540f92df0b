"""The writing page: text, picker, gate and preview; and saving."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from csp.constants import NONCE
from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers

from ledger.desk_request import DeskRequest
from summaries import body, gate, uses
from summaries.approvals import edited_since_print, live, uses_of
from summaries.desk.found import act_of, ask, conflict_label, newest, visible
from summaries.desk.picker import offered
from summaries.desk.preview import for_editor, preview
from summaries.drafting import save_revision
from summaries.errors import BadBody, NotNow, OutOfDate
from summaries.forms import InsertForm, RequestChangesForm, RetractForm, WritingForm
from summaries.models import Revision, Summary, Version, kept_back
from summaries.withheld.served import is_taken_down

PARAGRAPH_SHOWN = 60  # characters by which the form without script names a paragraph
HISTORY = 12

View = TypeVar("View", bound=Callable[..., HttpResponse])

# The one page whose policy lets the editor's import map run: it is inline, and carries this request's nonce.
# The decorator's own types know no view that takes more than the request.
with_editor: Callable[[View], View] = csp_update({"script-src": [NONCE]})  # type: ignore[assignment]


@require_GET
@vary_on_headers("HX-Request")
@with_editor
def summary(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Show a summary being written; the picker's list alone where htmx narrows it."""
    found = visible(request, uid)
    query = request.GET.get("q", "")
    if request.htmx:
        figures = offered(found, request.user, query)
        return render(request, "components/_picker_list.html", {"figures": figures, "says_empty": _nothing()})
    return page(request, found, query=query)


@require_POST
@with_editor
def save_summary(request: DeskRequest, uid: UUID) -> HttpResponse:
    """Save the text as the next revision. A refusal shows the page with the words that were sent."""
    found = visible(request, uid)
    ask(request, "write")
    sent: Mapping[str, Any] = request.POST
    if sent.get("as_it_stands"):
        now = newest(found)
        sent = {
            "seen": sent.get("seen", ""),
            "headline": now.headline,
            "standfirst": now.standfirst,
            "body": now.body,
        }
    form = WritingForm(sent, language=found.language)
    if not form.is_valid():
        return page(request, found, form=form, status=422)
    try:
        revision = save_revision(by=request.user, summary=found, **form.cleaned_data)
    except OutOfDate as conflict:
        return _conflict(request, found, form, conflict)
    except (BadBody, NotNow) as refusal:
        return page(request, found, form=form, error=str(refusal), status=422)
    messages.success(request, _("Revision %(n)s is saved.") % {"n": revision.n})
    return redirect("summaries:desk-summary", uid=uid)


def _conflict(request: DeskRequest, found: Summary, form: WritingForm, conflict: OutOfDate) -> HttpResponse:
    """Show both texts; the words sent stay in the form, which now stands on the newest revision."""
    now = newest(found)
    rows = [
        {"label": conflict_label(label), "yours": conflict.yours.get(label, ""), "now": conflict.now.get(label, ""),
         "is_moved": conflict.yours.get(label) != conflict.now.get(label)}
        for label in ("revision", "headline", "standfirst", "body")
    ]  # fmt: skip
    shown = {"what": _("the text"), "changed_by": str(now.by), "rows": rows, "is_kept": True}
    form.data = {**form.cleaned_data, "seen": now.n}
    return page(request, found, form=form, conflict=shown, status=409)


def page(
    request: DeskRequest, found: Summary, *, form: WritingForm | None = None, error: str = "", query: str = "",
    conflict: dict[str, Any] | None = None, stops: list[gate.Stop] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Render the writing page around a form, bound or fresh."""
    revision, person = newest(found), request.user
    may_write = person.may("write") and found.state not in uses.GONE
    checked = gate.check(found, person=person)
    used = uses_of(revision)
    shown = form or _form(found, revision, used)
    figures = offered(found, person, query) if may_write else []
    context = {
        "summary": found,
        "headline": body.plain_text(revision.headline) or found.slug,
        "revision": revision,
        "sha": f"{revision.sha256[:4]} {revision.sha256[4:8]}",
        "may_write": may_write,
        "form": shown,
        # The nonce lets the editor's import map run, here and on no other page.
        "media": shown.media.with_nonce(str(request.csp_nonce)) if may_write else "",  # type: ignore[attr-defined]
        "error": error,
        "conflict": conflict,
        "gate": checked,
        "known": [{"sentence": one.sentence, "act": act_of(one.mend)} for one in checked.warnings],
        "stops": [_stop(n, stop, may_write=may_write) for n, stop in enumerate(checked.stops, 1)],
        "preview": preview(found, revision, checked),
        "query": query,
        "figures": figures,
        "says_empty": _nothing(),
        "insert_form": _insert_form(revision, figures),
        "acts": _acts(found, revision, checked, person),
        "revisions": found.revisions.select_related("by").order_by("-n")[:HISTORY],
        "versions": Version.objects.filter(summary=found).select_related("by").defer("bytes").order_by("-n"),
    }
    return render(request, "summaries/desk_summary.html", context, status=status)


def _nothing() -> str:
    return _("No figure matches. Numbers match as written, measures and parties by their words.")


def _form(found: Summary, revision: Revision, used: list[Any]) -> WritingForm:
    statuses = {use.figure.uid: use.figure.status for use in used}
    initial: dict[str, Any] = {
        field: for_editor(getattr(revision, field), statuses, is_inline=field != "body")
        for field in body.FIELDS
    }
    return WritingForm(initial={**initial, "seen": revision.n}, language=found.language)


def _insert_form(revision: Revision, figures: list[dict[str, Any]]) -> InsertForm:
    choices = [(row["uid"], f"{row['number']}, {row['what']}, {row['as_of']}") for row in figures]
    return InsertForm(
        initial={"seen": revision.n}, figures=choices, paragraphs=paragraphs_of(revision), auto_id="insert_%s"
    )


def paragraphs_of(revision: Revision) -> list[tuple[int, str]]:
    """Return the paragraphs of the body by number, with their first words; 0 is a new first one."""
    leaves = body.leaves(body.stored(revision.body))
    named = [
        (n, f"{n}. {body.plain_leaf(leaf, lambda node: node.text)[:PARAGRAPH_SHOWN]}")
        for n, leaf in enumerate(leaves, 1)
    ]
    return [*reversed(named), (0, _("a new first paragraph"))]


def _stop(n: int, stop: gate.Stop, *, may_write: bool) -> dict[str, Any]:
    # Who only reads the text is offered no mend of its words.
    acts = [
        _mend(mend, stop)
        for mend in stop.mends
        if may_write or not (mend.is_post or mend.url_name.startswith("summaries:"))
    ]
    return {"n": n, "title": stop.title, "sentence": stop.sentence, "acts": acts}


def _mend(mend: gate.Mend, stop: gate.Stop) -> dict[str, Any]:
    """A mend of the text leads to its field on this very page, so that nothing typed and unsaved is lost."""
    act = act_of(mend)
    is_here = mend.url_name == "summaries:desk-summary" and not mend.query
    return act | {"url": f"#id_{stop.field or 'body'}_field"} if is_here else act


def _acts(found: Summary, revision: Revision, checked: gate.Gate, person: Any) -> dict[str, Any]:
    """Return what this person may do with the revision now; a closed choice says why."""
    state, approval = found.state, live(found)
    is_in_print = bool(found.current_version and found.current_version.revision_id == revision.pk)
    is_gone = state in uses.GONE
    mends_left = len(checked.stops_besides_approval)
    has_edited = person.may("approve") and edited_since_print(found, person)
    approve_closed = (
        _("you edited it, so somebody else has to") if has_edited
        else _("something else stops it first") if mends_left else ""
    )  # fmt: skip
    is_open = not is_in_print and not is_gone
    may_publish = person.may("publish") and is_open
    return {
        "seen": revision.n,
        "is_in_print": is_in_print,
        "is_taken_down": found.current_version is not None and is_taken_down(found.current_version),
        "submit": is_open and person.may("submit") and state in ("draft", "changes_requested"),
        "approve": is_open and person.may("approve") and not (approval and checked.is_open),
        "approve_closed": approve_closed,
        "withdraw": is_open and approval is not None and approval.by_id == person.pk,
        "request_changes": RequestChangesForm(initial={"seen": revision.n}, auto_id="changes_%s")
        if is_open and person.may("approve") and state in ("in_review", "approved")
        else None,
        "publish": may_publish,
        "publish_closed": "" if checked.is_open else _("something stops it"),
        "retract": RetractForm(auto_id="retract_%s")
        if found.current_version and not is_gone and person.may("retract")
        else None,
        "approval": approval if approval and is_open else None,
        "give_back": person.may("give-back") and Version.objects.filter(kept_back(), summary=found).exists(),
    }

"""Asking for approval and giving it: submit, request changes, approve, withdraw an approval."""

from django.db import transaction
from django.utils.translation import gettext as _

from ledger import clock
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from summaries import approvals, uses
from summaries.body import plain_text
from summaries.errors import NotAllowed, NotNow, OutOfDate, Stopped
from summaries.gate import check
from summaries.models import Approval, FigureUse, Revision, Summary
from summaries.uses import lock_figures

State = Summary.State
OPEN_TO_REVIEW = (State.DRAFT, State.CHANGES_REQUESTED, State.IN_REVIEW, State.APPROVED)


def submit(*, by: Person, summary: Summary, seen: int) -> Summary:
    """Ask the publishers to approve revision `seen`. Asking twice changes nothing."""
    _ask(by, "submit", _("Only an editor may ask for approval."))
    with transaction.atomic():
        locked, revision = locked_at(summary, seen)
        if locked.state == State.IN_REVIEW:
            return locked
        _only_from(
            locked, (State.DRAFT, State.CHANGES_REQUESTED), _("This summary does not wait to be submitted.")
        )
        _move(locked, State.IN_REVIEW)
        append(
            act="summaries.submit", by=by, subject=urn("summary", locked.uid), codes={"revision": revision.n}
        )
    return locked


def request_changes(*, by: Person, summary: Summary, seen: int, note: str) -> Summary:
    """Send revision `seen` back to its editors with a note; an approval of it is void."""
    _ask(by, "approve", _("Only a publisher may send a summary back."))
    if not note.strip():
        raise NotNow(_("Say what has to change."))
    with transaction.atomic():
        locked, revision = locked_at(summary, seen)
        _only_from(locked, (State.IN_REVIEW, State.APPROVED), _("This summary is not in review."))
        _move(locked, State.CHANGES_REQUESTED)
        voided = approvals.void([locked], Approval.VoidReason.WITHDRAWN)
        append(
            act="summaries.request_changes", by=by, subject=urn("summary", locked.uid),
            codes={"revision": revision.n, "voided_approvals": len(voided)}, words={"note": note.strip()[:2000]},
            rows=committed(*voided),
        )  # fmt: skip
    return locked


def approve(*, by: Person, summary: Summary, seen: int) -> Approval:
    """Approve revision `seen`, bound to its words and to the statuses of its figures now.

    By a publisher who edited no revision since the last version; once whatever else stops publication is
    mended. The same approval given again is the one already given.

    Raises NotAllowed, OutOfDate, Stopped, NotNow (nothing new to approve; somebody else's approval stands).
    """
    _ask(by, "approve", _("Only a publisher may approve."))
    with transaction.atomic():
        locked, revision = locked_at(summary, seen)
        _only_from(locked, OPEN_TO_REVIEW, _("There is no new revision to approve."))
        if approvals.edited_since_print(locked, by):
            raise NotAllowed(
                _("You edited this text since it was last published. Somebody else has to approve it.")
            )
        used = _locked_uses(revision)
        standing = approvals.live(locked)
        if standing and approvals.binds(standing, revision, used):
            if standing.by_id == by.pk:
                return standing
            raise NotNow(_("%(name)s has approved this revision already.") % {"name": standing.by})
        gate = check(locked, person=by)
        if gate.stops_besides_approval:
            raise Stopped(_("This revision cannot be approved yet: something stops it."), stops=gate.stops)
        stale = approvals.void([locked], Approval.VoidReason.STATUS_CHANGED)
        approval = Approval.objects.create(
            summary=locked, revision=revision, by_id=by.pk, revision_by_id=revision.by_id, sha256=revision.sha256,
            statuses_hash=approvals.statuses_hash(used), at=clock.now(),
        )  # fmt: skip
        _move(locked, State.APPROVED)
        append(
            act="summaries.approve", by=by, subject=urn("summary", locked.uid),
            codes={"revision": revision.n, "statuses_hash": approval.statuses_hash}, rows=committed(approval, *stale),
        )  # fmt: skip
    return approval


def withdraw_approval(*, by: Person, summary: Summary, seen: int) -> Approval:
    """Take one's own approval back; the summary is in review again."""
    _ask(by, "approve", _("Only a publisher may take an approval back."))
    with transaction.atomic():
        locked, revision = locked_at(summary, seen)
        approval = approvals.live(locked)
        if approval is None:
            raise NotNow(_("There is no approval to take back."))
        if approval.by_id != by.pk:
            raise NotAllowed(
                _("Only who gave an approval may take it back. You can send the text back instead.")
            )
        voided = approvals.void([locked], Approval.VoidReason.WITHDRAWN)
        _move(locked, State.IN_REVIEW)
        append(
            act="summaries.withdraw_approval", by=by, subject=urn("summary", locked.uid),
            codes={"revision": revision.n}, rows=committed(*voided),
        )  # fmt: skip
    return voided[0]


def locked_at(summary: Summary, seen: int) -> tuple[Summary, Revision]:
    """Lock the summary; refuse where its newest revision is not the one the person saw."""
    locked = Summary.objects.select_for_update(no_key=True).get(pk=summary.pk)
    revision = Revision.objects.get(pk=locked.current_revision_id)  # type: ignore[misc]  # never null here
    if locked.state in uses.GONE:
        raise NotNow(_("This summary was retracted."))
    if revision.n != seen:
        old = Revision.objects.filter(summary=locked, n=seen).first()
        raise OutOfDate(
            _("Revision %(n)s was saved after you opened revision %(seen)s.") % {"n": revision.n, "seen": seen},
            yours=_shown(old, seen), now=_shown(revision, revision.n),
        )  # fmt: skip
    return locked, revision


def _shown(revision: Revision | None, n: int) -> dict[str, object]:
    if revision is None:
        return {"revision": n}
    fields = {name: plain_text(getattr(revision, name)) for name in ("headline", "standfirst", "body")}
    return {"revision": n, **fields}


def _locked_uses(revision: Revision) -> list[FigureUse]:
    lock_figures(revision.uses.values_list("figure", flat=True))
    return approvals.uses_of(revision)


def _ask(by: Person, act: str, refusal: str) -> None:
    if not by.may(act):
        raise NotAllowed(refusal)


def _only_from(summary: Summary, states: tuple[str, ...], refusal: str) -> None:
    if summary.state not in states:
        raise NotNow(refusal)


def _move(summary: Summary, state: str) -> None:
    summary.state = state
    summary.save(update_fields=["state"])

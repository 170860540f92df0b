"""Publishing and retracting. A version's bytes never change; every public change takes the next number."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ledger import clock
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from sources.names import printable
from sources.naming import protected_documents, protected_names
from summaries import approvals, changes, uses
from summaries.errors import NotAllowed, NotNow, Stopped
from summaries.gate import check
from summaries.gate.notes import note_for_print
from summaries.models import Approval, Change, Correction, FigureUse, Revision, Summary, Version
from summaries.release import make_public
from summaries.review import locked_at
from summaries.syndication.figure_json import instant
from summaries.syndication.version_json import version_bytes, version_content

Kind = Version.Kind


def publish(*, by: Person, summary: Summary, seen: int) -> Version:
    """Put revision `seen` into print as the next version.

    Locks summary, figures by id, counter, ledger head, and runs the gate again under those locks: the approval
    must still be of these words and statuses, by somebody who may still approve.

    Raises NotAllowed, OutOfDate, Stopped with what stops it, NotNow when the revision is in print already.
    """
    if not by.may("publish"):
        raise NotAllowed(_("Only a publisher may publish."))
    with transaction.atomic():
        locked, revision = locked_at(summary, seen)
        before = _version_in_print(locked)
        if before and before.revision_id == revision.pk:
            raise NotNow(_("This revision is in print already."))
        figure_ids = set(revision.uses.values_list("figure", flat=True))
        printed_before = set(before.revision.uses.values_list("figure", flat=True)) if before else set()
        uses.lock_figures(figure_ids | printed_before)
        gate = check(locked, person=by)
        if not gate.is_open:
            raise Stopped(_("This summary cannot be published: something stops it."), stops=gate.stops)
        return _put_in_print(locked, revision, before, by=by, figure_ids=figure_ids, also=printed_before)


def _put_in_print(
    summary: Summary, revision: Revision, before: Version | None, *, by: Person, figure_ids: set[int], also: set[int]
) -> Version:  # fmt: skip
    now, approval = clock.now(), approvals.live(summary)
    assert approval is not None  # the gate is open
    corrected = _answered(summary, before)
    kind = Kind.FIRST if before is None else Kind.CORRECTION if corrected else Kind.UPDATE
    naming = make_public(figure_ids, now)
    seq = changes.next_seq()
    used: list[FigureUse] = approvals.uses_of(revision)
    n = before.n + 1 if before else 1
    content = version_content(summary, revision, used, approval=approval, n=n, kind=kind, at=instant(now))
    content["first_published_at"] = _first_published(summary) or instant(now)
    _refuse_named(summary, content, by=by)
    version = _store(summary, revision, approval, content, n=n, kind=kind, seq=seq, at=now, by=by)
    voided = approvals.void([summary], Approval.VoidReason.PUBLISHED)
    uses.recount(figure_ids | also)
    for correction in corrected:
        correction.to_version = version
        correction.save(update_fields=["to_version"])
    change = changes.record_change(
        seq=seq, kind=Change.Kind.PUBLISHED, subject=changes.summary_urn(summary), version=version, summaries=[summary],
        figures=figure_ids | also | naming,
    )  # fmt: skip
    append(
        act="summaries.publish", by=by, subject=urn("summary", summary.uid),
        codes={"version": n, "kind": kind, "revision": revision.n, "change": seq, "sha256": version.sha256},
        rows=committed(version, change, *voided, *corrected),
    )  # fmt: skip
    return version


def _refuse_named(summary: Summary, content: dict[str, object], *, by: Person) -> None:
    """Refuse a version that names what was protected since the gate was asked: whoever protects holds the counter."""
    if (protected_names() | protected_documents()).named_anywhere(content):
        stops = check(summary, person=by).stops
        raise Stopped(
            _("This summary cannot be published: it names somebody or something protected."), stops=stops
        )


def retract(*, by: Person, summary: Summary, reason: str, note: str) -> Version:
    """Take a published summary out of print for good. A notice stands in its place; nothing of its text does.

    `reason` is a code of `Correction.Reason`, `note` the public sentence. The text and its versions stay on
    record at the desk. Raises NotAllowed, NotNow.
    """
    if not by.may("retract"):
        raise NotAllowed(_("Only a publisher may retract."))
    if reason not in Correction.Reason.values or not printable(note):
        raise NotNow(_("Choose a reason and say in a sentence why it is retracted."))
    with transaction.atomic():
        locked = Summary.objects.select_for_update(no_key=True).get(pk=summary.pk)
        before = _version_in_print(locked)
        if before is None or locked.state in uses.GONE:
            raise NotNow(_("Only a summary in print can be retracted, and only once."))
        figure_ids = set(
            FigureUse.objects.filter(revision__in=[before.revision_id, locked.current_revision_id])
            .values_list("figure", flat=True)
        )  # fmt: skip
        uses.lock_figures(figure_ids)
        voided = approvals.void([locked], Approval.VoidReason.WITHDRAWN)
        seq, now = changes.next_seq(), clock.now()
        notice = {"at": instant(now), "reason": reason, "note": note_for_print(note, locked.language)}
        content = _tombstone(locked, before, notice)
        version = _store(
            locked, before.revision, before.approval, content, n=before.n + 1, kind=Kind.RETRACTION, seq=seq,
            at=now, by=by,
        )  # fmt: skip
        uses.recount(figure_ids)
        change = changes.record_change(
            seq=seq, kind=Change.Kind.RETRACTED, subject=changes.summary_urn(locked), version=version,
            summaries=[locked], figures=figure_ids,
        )  # fmt: skip
        append(
            act="summaries.retract", by=by, subject=urn("summary", locked.uid),
            codes={"version": version.n, "reason": reason, "change": seq}, words={"note": notice["note"]},
            rows=committed(version, change, *voided),
        )  # fmt: skip
    return version


def _tombstone(summary: Summary, before: Version, notice: dict[str, str]) -> dict[str, object]:
    return {
        "uid": str(summary.uid), "version": before.n + 1, "kind": Kind.RETRACTION, "language": summary.language,
        "slug": summary.slug, "topic": {"slug": summary.topic.slug, "name": summary.topic.name},
        "translation_of": str(summary.translation_of.uid) if summary.translation_of else None,
        "first_published_at": _first_published(summary), "published_at": notice["at"], "figures": [], "notice": notice,
    }  # fmt: skip


def _store(
    summary: Summary, revision: Revision, approval: Approval, content: dict[str, object], *, n: int, kind: str,
    seq: int, at: datetime, by: Person,
) -> Version:  # fmt: skip
    """Write the version and point the summary to it."""
    written = version_bytes(content)
    version = Version.objects.create(
        summary=summary, n=n, revision=revision, approval=approval, kind=kind, bytes=written,
        sha256=hashlib.sha256(written).hexdigest(), change_seq=seq, publish_at=at, by_id=by.pk,
    )  # fmt: skip
    summary.current_version = version
    summary.state = Summary.State.RETRACTED if kind == Kind.RETRACTION else Summary.State.PUBLISHED
    summary.save(update_fields=["current_version", "state"])
    return version


def _version_in_print(summary: Summary) -> Version | None:
    return (
        Version.objects.select_related("revision", "approval").filter(pk=summary.current_version_id).first()  # type: ignore[misc]
    )


def _first_published(summary: Summary) -> str:
    first = summary.versions.order_by("n").values_list("publish_at", flat=True).first()
    return instant(first) if first else ""


def _answered(summary: Summary, before: Version | None) -> list[Correction]:
    """Return the decided corrections that no version has taken up yet."""
    if before is None:
        return []
    found = summary.corrections.filter(state=Correction.State.DECIDED, to_version__isnull=True)
    return list(found.order_by("pk"))

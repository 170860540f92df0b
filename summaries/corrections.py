"""Deciding a correction that is due: what was printed, what stands now, a coded reason and a public note."""

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Figure
from ledger import clock
from ledger.append import append, urn
from ledger.people import Person
from ledger.records import committed
from summaries import changes, uses
from summaries.errors import NotAllowed, NotNow
from summaries.gate.notes import note_for_print
from summaries.live import correction_json
from summaries.models import Change, Correction, Summary
from summaries.public_figures import as_public, lines


def decide_correction(*, by: Person, correction: Correction, reason: str, note: str = "") -> Correction:
    """Close a due correction for good and make it public: old as printed, new as it stands, reason and note.

    A version that has answered it already is named; otherwise the next one is. Raises NotAllowed, NotNow
    (decided already, a reason not listed, a note that may not be printed).
    """
    if not by.may("decide-correction"):
        raise NotAllowed(_("Only an editor or a publisher may decide a correction."))
    if reason not in Correction.Reason.values:
        raise NotNow(_("Choose one of the listed reasons."))
    with transaction.atomic():
        summary = Summary.objects.select_for_update(no_key=True).get(pk=correction.summary_id)
        if correction.figure_id:
            uses.lock_figures([correction.figure_id])
        seq = changes.next_seq()
        note = note_for_print(note, summary.language)
        locked = Correction.objects.select_for_update().get(pk=correction.pk)
        if locked.state != Correction.State.DUE:
            raise NotNow(_("This correction was decided already."))
        locked.reason, locked.note, locked.state = reason, note, Correction.State.DECIDED
        locked.decided_at, locked.decided_by_id = clock.now(), by.pk
        locked.new = _as_it_stands(locked.figure_id, summary.language)[:400]
        if summary.current_version_id != locked.from_version_id:
            locked.to_version_id = summary.current_version_id
        locked.save()
        change = changes.record_change(
            seq=seq, kind=Change.Kind.CORRECTED, subject=changes.summary_urn(summary), summaries=[summary],
            figures=[locked.figure_id] if locked.figure_id else [], corrections=[correction_json(locked)],
        )  # fmt: skip
        append(
            act="summaries.decide_correction", by=by, subject=urn("correction", locked.uid),
            codes={"summary": str(summary.uid), "reason": reason, "change": seq},
            words={"old": locked.old, "new": locked.new, "note": locked.note}, rows=committed(locked, change),
        )  # fmt: skip
    return locked


def _as_it_stands(figure_id: int | None, language: str) -> str:
    """Return the figure's public line now; empty for a correction about no figure."""
    if figure_id is None:
        return ""
    figures = as_public(Figure.objects.with_state().filter(pk=figure_id))
    return lines(figures, language=language)[figure_id].say()

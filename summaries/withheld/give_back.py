"""Giving back what was kept back by mistake, or for somebody who is protected no longer. Nothing comes back by itself.

A publisher gives back a summary's versions, the words behind them and its decided corrections, each as it was printed;
whatever still names or leads to anybody protected stays where it is. The run of changes is not rewritten: a change that
was kept back goes on telling what is public today, and a new one says what may be read again.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from claims.models import Figure
from ledger import clock
from ledger.append import append, urn
from ledger.canonical import digest
from ledger.people import Person
from ledger.records import committed
from sources.naming import Names, strings
from summaries import changes, uses
from summaries.errors import NotAllowed, NotNow, OutOfDate
from summaries.models import Change, Correction, Revision, Summary, Version, Withholding, kept_back
from summaries.told.telling import Seen, tell
from summaries.withheld.served import content_of, is_taken_down
from summaries.withheld.sought import everything_sought


@dataclass(frozen=True, slots=True)
class Kept:
    """A version kept back, and whether it may be given back: not while it names somebody protected."""

    version: Version
    may_return: bool


def kept_of(summary: Summary) -> list[Kept]:
    """Return the versions of a summary that are kept back, newest first. Reads every protected name."""
    hidden = everything_sought()[0]
    return [Kept(one, _is_clean(one, hidden)) for one in _versions(summary).order_by("-n")]


def token(summary: Summary) -> str:
    """Return what a form about this shows and sends back, so that a stale one is noticed. One query."""
    rows = _versions(summary).order_by("n").values_list("n", "withholding__is_in_words", "withholding__at")
    return digest([[n, is_in_words, at] for n, is_in_words, at in rows])[:16]


def give_back(*, by: Person, summary: Summary, seen: str, reason: str) -> list[Version]:
    """Give back every version of a summary that names nobody protected now; return them, oldest first.

    `seen` is `token`. Its revisions and decided corrections come back with them as far as they are clean. A summary
    that stood under a notice is in print again, and a change says so. Raises NotAllowed; NotNow without a reason, with
    nothing kept back, or where all of it still names somebody; OutOfDate.
    """
    if not (by.may("give-back") and by.may("see-protected")):
        raise NotAllowed(_("Only a publisher may give back what is withheld."))
    if not reason.strip():
        raise NotNow(_("Say why, in one sentence."))
    with transaction.atomic():
        locked = Summary.objects.select_for_update(no_key=True).get(pk=summary.pk)
        figures = _figures_of(locked)
        uses.lock_figures(figures)
        changes.lock_counter()  # whoever protects, or ties something to who is protected, holds it
        _refuse_stale(locked, seen)
        before, was_down = Seen(figures), _is_down(locked)
        rows, versions = _give(locked, everything_sought()[0])
        told = _tell(locked, before, is_back=was_down and not _is_down(locked))
        numbers = " ".join(str(version.n) for version in versions)
        append(
            act="summaries.give_back", by=by, subject=urn("summary", locked.uid),
            codes={"given_back": len(rows), "versions": numbers, "changes_told": len(told)},
            words={"reason": reason.strip()[:1000]}, rows=committed(*rows, *told), is_protected=True,
        )  # fmt: skip
    return versions


# --- steps ---------------------------------------------------------------------------------------------------------


def _versions(summary: Summary) -> models.QuerySet[Version]:
    return Version.objects.filter(kept_back(), summary=summary).select_related("withholding")


def _refuse_stale(summary: Summary, seen: str) -> None:
    versions = list(_versions(summary).order_by("n"))
    if not versions:
        raise NotNow(_("Nothing of this summary is withheld."))
    if token(summary) != seen:
        numbers = ", ".join(str(version.n) for version in versions)
        raise OutOfDate(
            _("What is withheld of this summary changed after you opened it."),
            yours={}, now={_("Withheld versions"): numbers},
        )  # fmt: skip


def _give(summary: Summary, hidden: Names) -> tuple[list[Withholding], list[Version]]:
    versions = [one for one in _versions(summary).order_by("n") if _is_clean(one, hidden)]
    if not versions:
        raise NotNow(_("Every version that is withheld still names, or leads to, somebody protected."))
    words = Revision.objects.filter(kept_back(), summary=summary).select_related("withholding").order_by("n")
    said = Correction.objects.filter(kept_back(), summary=summary).select_related("withholding")
    clean: list[Any] = [
        *versions,
        *(one for one in words if not _names(hidden, [one.headline, one.standfirst, one.body])),
        *(one for one in said.order_by("pk") if not _names(hidden, [one.old, one.new, one.note])),
    ]
    rows = [one.withholding for one in clean]
    for row in rows:
        row.given_back_at = clock.now()
        row.save(update_fields=["given_back_at"])
    return rows, versions


def _is_clean(version: Version, hidden: Names) -> bool:
    """Say whether a version names nobody protected now. One whose bytes were erased never comes back."""
    return bool(version.bytes) and not _names(hidden, list(strings(content_of(version))))


def _names(hidden: Names, words: list[str]) -> bool:
    return any(map(hidden.named_in, words))


def _figures_of(summary: Summary) -> set[int]:
    of_print = Figure.objects.filter(uses__revision__versions__current_of=summary)
    return set(of_print.values_list("pk", flat=True))


def _is_down(summary: Summary) -> bool:
    current = Version.objects.select_related("withholding").get(pk=summary.current_version_id)  # type: ignore[misc]
    return is_taken_down(current)


def _tell(summary: Summary, before: Seen, *, is_back: bool) -> list[Change]:
    """Tell readers: of a summary that is in print again, as of one published; of anything else that reads otherwise."""
    if not is_back or summary.state in uses.GONE:
        return tell(before.moved(), summaries=[summary.pk])
    again = changes.record_change(
        seq=changes.next_seq(), kind=Change.Kind.PUBLISHED, subject=changes.summary_urn(summary),
        version=summary.current_version, summaries=[summary], figures=before.moved(),
    )  # fmt: skip
    return [again, *tell(before.moved())]

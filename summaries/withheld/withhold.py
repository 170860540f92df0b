"""Keeping back what was printed of somebody who is protected now.

Everything that was ever given out is read for the names: versions, the run of changes, corrections, and the words of
the revisions behind them. What holds one is served no more; its row stays as it was, and the record vouches for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from ledger import clock
from sources.naming import Names, protected_documents, protected_names, strings
from summaries import uses
from summaries.models import Change, Correction, Revision, Summary, Version, Withholding, kept_back
from summaries.withheld.served import content_of, withholding_of

CHUNK = 100  # rows read at a time: memory stays the same whatever the length of the archive
# What a version says that the record says too, and says otherwise from now on.
OF_RECORD, OF_RECORD_IN_FIGURES = ("slug", "topic"), ("originator", "measure")
APART = "\nq9q\n"  # between two texts searched as one: letters, so that no name is put together from both


class Search:
    """A reading of every version and change for some names; `in_changes` are looked for in changes alone.

    Begun before an act takes its locks, which may be long before it ends, and gone on with under them: these rows are
    never changed, so what was read need not be read again.
    """

    def __init__(self, names: Names, in_changes: Names) -> None:
        self.names, self.in_changes = names, in_changes
        self.versions: list[int] = []
        self.changes: list[int] = []
        self._read_to = {Version: 0, Change: 0}
        self.go_on()

    def is_for(self, names: Names, in_changes: Names) -> bool:
        """Say whether this is a search for just these."""
        return (self.names, self.in_changes) == (names, in_changes)

    def go_on(self) -> None:
        """Read what was added since."""
        for version in self._unread(Version):
            if _names(self.names, strings(content_of(version))):
                self.versions.append(version.pk)
        either = self.names | self.in_changes
        for change in self._unread(Change):
            if _names(either, strings(change.content)):
                self.changes.append(change.pk)

    def _unread(self, model: type[Any]) -> Iterator[Any]:
        if not (self.names or self.in_changes):
            return
        done = kept_back(is_in_words=True) if model is Version else kept_back()
        rows = model.objects.filter(pk__gt=self._read_to[model]).exclude(done)
        for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
            self._read_to[model] = row.pk
            yield row


@dataclass
class KeptBack:
    """What was kept back. `rows` are for the record; the rest are ids of summaries that read otherwise now."""

    rows: list[models.Model] = field(default_factory=list)
    summaries: set[int] = field(default_factory=set)
    taken_down: set[int] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)


def keep_back(search: Search) -> KeptBack:
    """Keep back everything that holds one of the names, and leave a correction due for each summary in print.

    The caller has locked every summary and the counter, so that nothing is published meanwhile, and has protected the
    party, so that what is printed from here on is clean.
    """
    search.go_on()
    found = KeptBack()
    if search.names:
        _readdress(search.names, found)
        _versions(search, found)
        _revisions(search.names, found)
        _corrections(search.names, found)
    for change in Change.objects.filter(pk__in=search.changes).exclude(kept_back()).only("pk").order_by("pk"):
        _keep(found, "changes", _withheld(change=change))
    return found


def mark_new_words(revision: Revision) -> list[Withholding]:
    """Mark a revision just written that names somebody protected: who may not know of them reads none of it."""
    hidden = protected_names() | protected_documents()
    if not _names(hidden, [revision.headline, revision.standfirst, revision.body]):
        return []
    return [_withheld(revision=revision)]


def _names(names: Names, texts: Iterable[str]) -> bool:
    return names.named_in(APART.join(texts))


def _withheld(*, is_in_words: bool = False, **of: models.Model) -> Withholding:
    """Keep one thing back from now on: a row of its own, or the one by which it was kept back before."""
    row = Withholding.objects.filter(**of).first() or Withholding(**of)
    row.at, row.given_back_at, row.is_in_words = clock.now(), None, is_in_words
    row.save()
    return row


def _keep(found: KeptBack, what: str, row: Withholding) -> None:
    found.rows.append(row)
    found.counts[what] = found.counts.get(what, 0) + 1


def _readdress(names: Names, found: KeptBack) -> None:
    """Give a summary whose address holds a name another one. The old one leads nowhere: it says the name itself."""
    for summary in Summary.objects.order_by("pk").only("uid", "slug"):
        if names.named_in(summary.slug):
            summary.slug = f"summary-{summary.uid.hex[:8]}"
            summary.save(update_fields=["slug"])
            found.summaries.add(summary.pk)
            found.counts["addresses"] = found.counts.get("addresses", 0) + 1


def _versions(search: Search, found: KeptBack) -> None:
    rows = Version.objects.filter(pk__in=search.versions).exclude(kept_back(is_in_words=True))
    for version in rows.select_related("summary", "withholding").order_by("pk").iterator(chunk_size=CHUNK):
        is_in_words = _names(search.names, strings(_words(content_of(version))))
        kept = withholding_of(version)
        if kept is not None and not is_in_words:
            continue
        if kept is None:
            kept = _withheld(version=version, is_in_words=is_in_words)
        else:
            kept.is_in_words = is_in_words
            kept.save()
        _keep(found, "versions", kept)
        _of_print(version, is_in_words, found)


def _words(content: dict[str, Any]) -> dict[str, Any]:
    """Return what a version says in words of its own, which nothing of the record can stand in for."""
    figures = [
        {name: said for name, said in one.items() if name not in OF_RECORD_IN_FIGURES}
        for one in content["figures"]
    ]
    return {name: said for name, said in content.items() if name not in OF_RECORD} | {"figures": figures}


def _of_print(version: Version, is_in_words: bool, found: KeptBack) -> None:
    """Note the summary a version in print is of, and let the correction fall due that its editor has to decide."""
    summary = version.summary
    if summary.current_version_id != version.pk:
        return
    found.summaries.add(summary.pk)
    if summary.state in uses.GONE:
        return
    if is_in_words:
        found.taken_down.add(summary.pk)
    due = {
        "summary": summary,
        "figure": None,
        "state": Correction.State.DUE,
        "reason": Correction.Reason.SAFETY,
    }
    if not Correction.objects.filter(**due).exists():
        old = _("Version %(n)s, as it was printed") % {"n": version.n}
        found.rows.append(Correction.objects.create(**due, from_version=version, old=old, due_at=clock.now()))
        found.counts["due"] = found.counts.get("due", 0) + 1


def _revisions(names: Names, found: KeptBack) -> None:
    rows = Revision.objects.filter(Q(current_of__isnull=False) | Q(versions__isnull=False))
    for revision in rows.exclude(kept_back()).distinct().order_by("pk").iterator(chunk_size=CHUNK):
        if _names(names, [revision.headline, revision.standfirst, revision.body]):
            _keep(found, "revisions", _withheld(revision=revision))


def _corrections(names: Names, found: KeptBack) -> None:
    rows = Correction.objects.exclude(kept_back()).order_by("pk")
    for correction in rows.iterator(chunk_size=CHUNK):
        if _names(names, [correction.old, correction.new, correction.note]):
            _keep(found, "corrections", _withheld(correction=correction))
            found.summaries.add(correction.summary_id)

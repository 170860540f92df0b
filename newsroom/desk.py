"""What the desk's front page shows: what came in, what waits for a signature, what has broken since it was printed."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from claims.models import Figure, Finding, Mention
from claims.printing import printed
from ledger import clock
from ledger.models import Head
from reviewers.models import Reviewer
from sources.models import Capture, Document, Provenance
from summaries.body import plain_text
from summaries.models import Correction, Summary

RECENT_DAYS = 7
SHOWN = 6


class Flag(NamedTuple):
    """What somebody should look at in an arrival, one sentence; `url` where they mend it, empty if they cannot."""

    says: str
    url: str = ""
    label: str = ""


class Arrival(NamedTuple):
    """One arrival as the desk lists it. `by` is empty for the machine."""

    title: str
    url: str
    publisher: str
    n_documents: int
    n_mentions: int
    flags: list[Flag]
    at: Any
    how: str
    by: str


def arrived(person: Reviewer, *, days: int = RECENT_DAYS) -> tuple[int, list[Arrival]]:
    """Return how many arrivals of the last `days` this person may know of, and the newest few of any age.

    Five queries, whatever the number of arrivals; another for who may see protected things.
    """
    since = clock.now() - timedelta(days=days)
    standing = Document.objects.visible_to(person).standing().values("capture")
    captures = Capture.objects.visible_to(person).filter(pk__in=standing)
    shown = list(captures.select_related("by")[:SHOWN])
    documents = (
        Document.objects.visible_to(person)
        .standing()
        .filter(capture__in=shown)
        .prefetch_related("provenance__source", "date_candidates")
        .annotate(n_mentions=Count("mentions", filter=~Q(mentions__state=Mention.State.DISMISSED)))
        .defer("text__text")
        .order_by("position", "id")
    )
    by_capture: dict[int, list[Document]] = {}
    for document in documents:
        by_capture.setdefault(document.capture_id, []).append(document)
    known = _protected_too(shown, person)
    return captures.filter(at__gte=since).count(), [
        _arrival(capture, by_capture[capture.pk], person, is_known=capture.blob_id in known)
        for capture in shown
        if capture.pk in by_capture
    ]


def _protected_too(arrivals: list[Capture], person: Reviewer) -> set[int]:
    """Return which of these bytes a protected document was made of, for who may know: its bringer did not."""
    if not person.may("see-protected"):
        return set()
    hidden = Document.objects.filter(is_protected=True, text__blob__in=[one.blob_id for one in arrivals])
    return set(hidden.values_list("text__blob", flat=True))


def _arrival(capture: Capture, documents: list[Document], person: Reviewer, *, is_known: bool) -> Arrival:
    first = next((document for document in documents if document.parent_id is None), documents[0])
    parts = [document for document in documents if document.parent_id is not None]
    published = [step for step in first.provenance.all() if step.role == Provenance.Role.PUBLISHED]
    return Arrival(
        title=str(first),
        url=reverse("claims:document", args=[first.uid]),
        publisher=_party(published[0], person.may("see-protected")) if published else "",
        n_documents=len(parts) or 1,
        n_mentions=sum(document.n_mentions for document in documents),  # type: ignore[attr-defined]
        flags=[
            *(_same_bytes(first, person) if is_known else []),
            *_flags(first, parts or [first], may_date=person.may("describe-document", first)),
        ],
        at=capture.at,
        how=capture.get_how_display(),
        by=str(capture.by) if capture.by and not capture.by.is_machine else "",
    )


def _party(step: Provenance, sees_all: bool) -> str:
    """Return the party of a step as this person may see it: a protected one by its public label."""
    if step.source is None:
        return step.words
    return step.source.name if sees_all else step.source.printed_name


def _same_bytes(first: Document, person: Reviewer) -> list[Flag]:
    """Ask for an open document that came in again to be protected as the one it is a copy of."""
    if first.is_protected:
        return []
    url = reverse("summaries:protect-document", args=[first.uid]) if person.may("protect", first) else ""
    return [Flag(_("A protected document was made of the same bytes. It is open."), url, _("Protect it too"))]


def _flags(first: Document, documents: list[Document], *, may_date: bool) -> list[Flag]:
    """Return what somebody should look at, one sentence each."""
    undated = [document for document in documents if not document.published_edtf]
    if not undated:
        return []
    if len(documents) > 1:
        how_many = {"n": len(undated), "total": len(documents)}
        return [Flag(_("%(n)s of %(total)s without a date.") % how_many)]
    years = [candidate.edtf[:4] for candidate in undated[0].date_candidates.all()[:3]]
    says = (
        _("Dated “%(phrase)s”, no year: %(years)s?")
        % {"phrase": undated[0].published_phrase, "years": _(" or ").join(years)}
        if years
        else _("No date found.")
    )
    url = reverse("claims:redate-document", args=[first.uid]) if may_date else ""
    return [Flag(says, url, _("Decide the year") if years else _("Date it"))]


class Broken(NamedTuple):
    """A summary in print with what no longer stands in it."""

    headline: str
    url: str
    version_n: int
    version_at: Any
    pairs: list[dict[str, Any]]


def broken(person: Reviewer) -> list[Broken]:
    """Return the corrections that are due, by summary, newest first. The number of queries does not grow with them."""
    due = (
        Correction.objects.filter(
            state=Correction.State.DUE, summary__in=Summary.objects.visible_to(person).values("pk")
        )
        .select_related("summary__current_revision", "from_version", "figure")
        .order_by("-due_at")
    )
    figures = Figure.objects.with_state().filter(pk__in=[correction.figure_id for correction in due])
    now = {
        pk: replace(line, url=reverse("reviewers:figure", args=[line.uid]))
        for pk, line in printed(figures).items()
    }
    grouped: dict[int, list[Correction]] = {}
    for correction in due:
        grouped.setdefault(correction.summary_id, []).append(correction)
    return [
        Broken(
            headline=plain_headline(corrections[0].summary),
            url=reverse("summaries:desk-summary", args=[corrections[0].summary.uid]),
            version_n=corrections[0].from_version.n,
            version_at=corrections[0].from_version.publish_at,
            pairs=[
                {
                    "printed": correction.old,
                    "now": now.get(correction.figure_id or 0),
                    "says": correction.new if correction.figure_id else _("withheld for somebody's safety"),
                    "since": correction.due_at,
                }
                for correction in corrections
            ],
        )
        for corrections in grouped.values()
    ]


def plain_headline(summary: Summary) -> str:
    """Return the words of a summary's newest headline, without marks; its slug before the first is saved."""
    revision = summary.current_revision
    return plain_text(revision.headline) if revision else summary.slug


def in_writing(person: Reviewer) -> list[dict[str, Any]]:
    """Return the summaries somebody is working on, newest first."""
    states = [Summary.State.PUBLISHED, Summary.State.WITHDRAWN, Summary.State.RETRACTED]
    summaries = (
        Summary.objects.visible_to(person).exclude(state__in=states).select_related("current_revision")
    )
    return [
        {
            "headline": plain_headline(summary),
            "url": reverse("summaries:desk-summary", args=[summary.uid]),
            "revision_n": summary.current_revision.n if summary.current_revision else 0,
            "state": summary.get_state_display(),
        }
        for summary in summaries[:SHOWN]
    ]


def open_findings(person: Reviewer) -> dict[str, int]:
    """Return how many open findings there are of each kind, the commonest first."""
    codes = Finding.objects.visible_to(person).standing().values_list("code", flat=True)
    return {Finding.Code(code).label: n for code, n in Counter(codes).most_common()}


def record_line() -> str:
    """Say how long the record is."""
    head = Head.objects.filter(id=1).first()
    return formats.number_format(head.seq if head else 0, use_l10n=True, force_grouping=True)

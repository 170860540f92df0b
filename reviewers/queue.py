"""What to review next, and why: figures in the order in which a missing signature hurts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Figure, Finding, Hand, Measure, Mention
from claims.printing import Printed, printed
from ledger import clock
from reviewers.leaning import why_fell
from reviewers.models import Assignment, Reviewer, Verdict
from reviewers.standing import TWO_SIGN
from sources.models import Document

DOCUMENTS_SHOWN = 8
SHOWN = 50  # rows of a group; its heading says how many there are in all
DRAFT, FALLEN, CONFLICT, REST = 1, 2, 3, 4
TITLES = {
    DRAFT: gettext_lazy("Holds up a draft"),
    FALLEN: gettext_lazy("In print, and fallen"),
    CONFLICT: gettext_lazy("In conflict"),
    REST: gettext_lazy("The rest, oldest first"),
}
FIRST, SECOND, AGAIN = "first", "second", "again"
ASKS = {
    FIRST: (gettext_lazy("first"), gettext_lazy("Asks for a first signature.")),
    SECOND: (gettext_lazy("second"), gettext_lazy("Asks for a second signature.")),
    AGAIN: (gettext_lazy("a new look"), gettext_lazy("It is signed, and asks to be looked at anew.")),
}
SEVERE = (Finding.Severity.STRONG, Finding.Severity.MEDIUM)
DAY_HOURS, WEEK_DAYS = 24, 7


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One figure that waits. `asks_for` is a key of ASKS; `why` one or two short sentences."""

    figure: Figure
    printed: Printed
    url: str
    why: str
    asks_for: str
    since: datetime
    waits: str
    held_by: Reviewer | None = None
    assignment: Assignment | None = None
    is_yours: bool = False

    @property
    def asks_for_words(self) -> str:
        return str(ASKS[self.asks_for][0])

    @property
    def asks(self) -> str:
        """The same as a sentence."""
        return str(ASKS[self.asks_for][1])


@dataclass(frozen=True, slots=True)
class QueueGroup:
    """Figures that wait for the same reason; `n` counts all, `rows` holds at most `SHOWN` of them."""

    code: str
    title: str
    n: int
    rows: list[QueueRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unsorted:
    """A document with readings nobody has accepted, corrected or dismissed; `url` leads to the first of them."""

    document: Document
    n: int
    url: str


def to_sort(person: Reviewer) -> tuple[int, list[Unsorted]]:
    """Return how many readings wait to be sorted, and the documents that hold most of them. Four queries at most."""
    waiting = Mention.objects.visible_to(person).to_sort()
    by_document = waiting.order_by().values("document").annotate(n=Count("pk"), first=Min("pk"))
    most = list(by_document.order_by("-n", "document")[:DOCUMENTS_SHOWN])
    documents = Document.objects.defer("text__text").in_bulk([row["document"] for row in most])
    firsts = Mention.objects.in_bulk([row["first"] for row in most])
    return waiting.count(), [
        Unsorted(
            document=documents[row["document"]],
            n=row["n"],
            url=reverse("claims:document", args=[documents[row["document"]].uid])
            + f"?mention={firsts[row['first']].uid}#m-{firsts[row['first']].uid}",
        )
        for row in most
    ]


def queue(
    person: Reviewer,
    *,
    measure: Measure | None = None,
    asks_for: str | None = None,
    held_by: str | None = None,
) -> list[QueueGroup]:
    """Return what waits for a signature, by reason, without what this person made or has signed first.

    `asks_for` a key of ASKS; `held_by` "me" or "nobody". A bounded number of queries, whatever the length.
    """
    waiting = _waiting(person)
    if measure is not None:
        waiting = waiting.filter(current_state__measure=measure)
    if asks_for in ASKS:
        waiting = waiting.filter(asks=asks_for)
    if held_by in {"me", "nobody"}:
        held = held_now().filter(figure=OuterRef("pk"))
        mine = Exists(held.filter(person=person))
        waiting = waiting.filter(mine if held_by == "me" else ~Exists(held))
    counts = dict(waiting.order_by().values_list("group").annotate(n=Count("pk")))
    found: dict[int, list[Figure]] = {
        group: list(waiting.filter(group=group).order_by("status_since", "pk")[:SHOWN])
        for group in sorted(counts)
    }
    rows = _rows([figure for figures in found.values() for figure in figures], person)
    names = {DRAFT: "draft", FALLEN: "fallen", CONFLICT: "conflict", REST: "rest"}
    return [
        QueueGroup(names[group], str(TITLES[group]), counts[group], [rows[figure.pk] for figure in figures])
        for group, figures in found.items()
    ]


def count_waiting(person: Reviewer) -> int:
    """Return how many figures wait for this person's signature; for the bar of the desk. One query."""
    return _waiting(person).order_by().count()


def _waiting(person: Reviewer) -> QuerySet[Any]:
    """Figures that ask for a signature, with group and which one; of a reviewer, only what they could sign."""
    live = Verdict.objects.filter(state=OuterRef("current_state"), withdrawn_at__isnull=True)
    first_signature = live.filter(status__in=TWO_SIGN).exclude(status=OuterRef("status"))
    findings = Finding.objects.standing().filter(figures=OuterRef("pk"), severity__in=SEVERE)
    unsigned, status = Q(status=Figure.Status.UNREVIEWED), Figure.Status
    figures = Figure.objects.visible_to(person).with_state()
    if person.may("sign"):  # who signs nothing sees all that waits
        figures = figures.exclude(Exists(Hand.objects.filter(figure=OuterRef("pk"), person=person)))
        figures = figures.exclude(Exists(live.filter(by=person)))
    return (
        figures.filter(current_state__measure__state=Measure.State.OPEN)
        .annotate(asks_second=Exists(first_signature), has_findings=Exists(findings))
        .filter(
            unsigned
            | Q(asks_second=True)
            | Q(has_findings=True, status__in=[status.ATTRIBUTED, status.VERIFIED])
        )
        .annotate(
            group=Case(
                When((unsigned | Q(asks_second=True)) & Q(n_draft_uses__gt=0), then=Value(DRAFT)),
                When(unsigned & Q(n_published_uses__gt=0), then=Value(FALLEN)),
                When(has_findings=True, then=Value(CONFLICT)),
                default=Value(REST),
                output_field=IntegerField(),
            ),
            asks=Case(
                When(asks_second=True, then=Value(SECOND)),
                When(unsigned, then=Value(FIRST)),
                default=Value(AGAIN),  # it has its signatures, and something has come up against them
                output_field=CharField(),
            ),
            since=F("status_since"),
        )
    )


def held_now() -> QuerySet[Assignment]:
    """What is held now: not ended, and the lease runs."""
    return Assignment.objects.filter(ended_at__isnull=True, lease_until__gt=clock.now())


def _rows(figures: list[Figure], person: Reviewer) -> dict[int, QueueRow]:
    """Put the figures into rows: five queries and those of printing, for any number of rows."""
    ids = [figure.pk for figure in figures]
    lines = printed(figures)
    held = {
        one.figure_id: one
        for one in held_now().filter(figure__in=ids).select_related("person").order_by("kind")
    }
    firsts = {
        verdict.state_id: verdict
        for verdict in Verdict.objects.live()
        .filter(state__figure__in=ids, status__in=TWO_SIGN)
        .select_related("by")
    }
    findings: dict[int, list[str]] = {pk: [] for pk in ids}
    named = Finding.objects.standing().visible_to(person).filter(figures__in=ids, severity__in=SEVERE)
    for pk, code in named.values_list("figures", "code").order_by("opened_at", "pk"):
        if pk in findings:
            findings[pk].append(str(Finding.Code(code).label))
    fell = why_fell(figure for figure in figures if figure.status == Figure.Status.UNREVIEWED)
    rows = {}
    for figure in figures:
        asks_for = figure.asks  # type: ignore[attr-defined]
        one = held.get(figure.pk)
        rows[figure.pk] = QueueRow(
            figure=figure,
            printed=lines[figure.pk],
            url=reverse("reviewers:figure", args=[figure.uid]),
            why=_why(
                figure,
                firsts.get(figure.current_state_id or 0) if asks_for == SECOND else None,
                [*findings[figure.pk], *([fell[figure.pk]] if figure.pk in fell else [])],
            ),
            asks_for=asks_for,
            since=figure.status_since,
            waits=waits(figure.status_since),
            held_by=one.person if one else None,
            assignment=one,
            is_yours=bool(one and one.person_id == person.pk),
        )
    return rows


def _why(figure: Figure, first: Verdict | None, found: list[str]) -> str:
    """Say why the figure waits: what was signed first, what is found or fell, what has changed, what is missing."""
    said = []
    if first is not None:
        said.append(
            _("%(name)s signed: %(status)s") % {"name": first.by, "status": first.get_status_display()}
        )
    said += list(dict.fromkeys(found))
    state = figure.state
    if figure.status == Figure.Status.UNREVIEWED and state.n > 1 and state.reason:
        said.append(state.reason.rstrip("."))
    if not state.as_of_edtf:
        said.append(_("Undated"))
    if state.originator is None:
        said.append(_("Nobody is named as its originator"))
    return ". ".join(said[:2]) or _("New")


def waits(since: datetime) -> str:
    """Say how long something has waited, in one unit: "5 hours", "3 days", "53 weeks"."""
    hours = int((clock.now() - since).total_seconds() // 3600)
    days = hours // DAY_HOURS
    if days >= 2 * WEEK_DAYS:
        return _("%(n)s weeks") % {"n": days // WEEK_DAYS}
    if days >= 2:
        return _("%(n)s days") % {"n": days}
    if hours >= 2:
        return _("%(n)s hours") % {"n": hours}
    return _("just now") if hours < 1 else _("an hour")

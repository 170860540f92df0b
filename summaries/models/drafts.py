"""A summary and its revisions: text whose numbers are figure nodes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models import Figure, FigureState, Topic
from ledger.people import Person


def kept_back(through: str = "", **also: bool) -> Q:
    """Ask for what is kept back now: a version, revision, change or correction, or what `through` leads to one.

    `also` are columns of its withholding, as `is_in_words=True`.
    """
    kept = f"{through}withholding__"
    asked = {kept + name: value for name, value in also.items()}
    return Q(**{f"{kept}isnull": False, f"{kept}given_back_at": None, **asked})


class SummaryQuerySet(models.QuerySet["Summary"]):
    """Summaries, as the desk names them."""

    def published(self) -> "SummaryQuerySet":
        """Summaries anybody may read: those with a version in print (withdrawn and retracted ones show a notice)."""
        return self.filter(current_version__isnull=False)

    def visible_to(self, person: Person) -> "SummaryQuerySet":
        """Summaries this person may know of at the desk: all, but those whose words name somebody they may not see."""
        if not person.may("see-desk"):
            return self.none()
        if person.may("see-protected"):
            return self
        named = kept_back("current_revision__") | kept_back("current_version__revision__")
        return self.exclude(named)

    def readable(self) -> "SummaryQuerySet":
        """Published summaries whose words anybody may read: not taken back, not kept back for somebody's safety."""
        gone = [Summary.State.RETRACTED, Summary.State.WITHDRAWN]
        taken_down = kept_back("current_version__", is_in_words=True)
        return self.published().exclude(state__in=gone).exclude(taken_down)


class Summary(models.Model):
    """The text an editor publishes. Its words live in revisions, what was printed in versions."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        IN_REVIEW = "in_review", "in review"
        CHANGES_REQUESTED = "changes_requested", "changes requested"
        APPROVED = "approved", "approved"
        SCHEDULED = "scheduled", "scheduled"
        PUBLISHED = "published", "published"
        WITHDRAWN = "withdrawn", "withdrawn"
        RETRACTED = "retracted", "retracted"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="summaries")
    language = models.CharField(max_length=8, default="en")
    translation_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="translations"
    )
    slug = models.SlugField(max_length=100, unique=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    current_revision = models.OneToOneField(
        "summaries.Revision", on_delete=models.PROTECT, null=True, related_name="current_of"
    )
    current_version = models.OneToOneField(
        "summaries.Version", on_delete=models.PROTECT, null=True, related_name="current_of"
    )

    objects = SummaryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "summaries"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[
                    "draft", "in_review", "changes_requested", "approved", "scheduled", "published", "withdrawn",
                    "retracted",
                ]),
                name="summary_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "withdrawn", "retracted"]) | Q(current_version__isnull=False),
                name="summary_published_has_version",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.slug


class Revision(models.Model):
    """One saved state of a summary's words. Append-only; canonical sanitised HTML with figure nodes."""

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="revisions")
    n = models.PositiveIntegerField()
    base_n = models.PositiveIntegerField(
        default=0, help_text="the revision it was written on; 0 for the first"
    )
    headline = models.TextField(max_length=1000)
    standfirst = models.TextField(max_length=4000, blank=True)
    body = models.TextField(max_length=500_000, blank=True)
    sha256 = models.CharField(
        max_length=64, help_text="over headline, standfirst, body and the marks “not a figure”"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["summary", "n"]
        constraints = [models.UniqueConstraint(fields=["summary", "n"], name="revision_numbered_once")]

    def __str__(self) -> str:
        return f"revision {self.n} of {self.summary_id}"


class FigureUse(models.Model):
    """A figure node in a revision: the figure, the state it had, and what was printed for it."""

    class Wording(models.TextChoices):
        FULL = "full", "number with its noun: more than 60 people"
        NUMBER = "number", "number alone: more than 60"

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="uses")
    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="uses")
    state = models.ForeignKey(FigureState, on_delete=models.PROTECT, related_name="+")
    wording = models.CharField(max_length=16, choices=Wording.choices, default=Wording.FULL)
    printed = models.CharField(max_length=300)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["revision", "position"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "position"], name="figure_use_one_per_position"),
            models.CheckConstraint(
                condition=Q(wording__in=["full", "number"]), name="figure_use_wording_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.printed


class NotFigure(models.Model):
    """A bare number an editor marked as no figure, with the reason; carried on while the words stay."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="not_figures")
    field = models.CharField(max_length=12)
    quote = models.CharField(max_length=100)
    nth = models.PositiveIntegerField(
        help_text="which occurrence of the quote in the field's plain text, from 1"
    )
    reason = models.CharField(max_length=16)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["revision", "id"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "field", "quote", "nth"], name="not_figure_marked_once"),
            models.CheckConstraint(
                condition=Q(field__in=["headline", "standfirst", "body"]), name="not_figure_field_is_known"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=[
                    "date", "time", "age", "law", "name", "address", "identifier", "ordinal", "idiom", "page_mark",
                    "not_a_claim", "misread",
                ]),
                name="not_figure_reason_is_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"“{self.quote}”, {self.reason}"

"""One occurrence of a number in a document, and what its words say."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.said import Said, said_constraints
from ledger.people import Person
from sources.models import DatedByCandidates, Document, Source, Text


class MentionQuerySet(models.QuerySet["Mention"]):
    """Mentions, as the desk names them."""

    def visible_to(self, person: Person) -> "MentionQuerySet":
        """Mentions in documents this person may know of."""
        if not person.may("see-desk"):
            return self.none()
        return self if person.may("see-protected") else self.filter(document__is_protected=False)

    def standing(self) -> "MentionQuerySet":
        """Mentions that are anchored and were not dismissed."""
        return self.exclude(state__in=[Mention.State.DISMISSED, Mention.State.ORPHANED])

    def to_sort(self) -> "MentionQuerySet":
        """Proposals nobody has looked at, in documents that stand."""
        return self.filter(state=Mention.State.PROPOSED, document__state=Document.State.IN)


class Mention(models.Model):
    """One occurrence of a number: start and end absolute in the text, the exact words, what stands around them."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        ACCEPTED = "accepted", "accepted"
        CORRECTED = "corrected", "corrected"
        DISMISSED = "dismissed", "dismissed"
        ORPHANED = "orphaned", "orphaned"

    class Dismissal(models.TextChoices):
        DATE = "date", "a date"
        TIME = "time", "a time of day"
        AGE = "age", "an age"
        LAW = "law", "the number of a law"
        NAME = "name", "part of a name"
        ADDRESS = "address", "an address"
        IDENTIFIER = "identifier", "an identifier"
        ORDINAL = "ordinal", "an ordinal"
        IDIOM = "idiom", "an idiom"
        PAGE_MARK = "page_mark", "a page number or mark"
        NOT_A_CLAIM = "not_a_claim", "supposed, not stated"
        MISREAD = "misread", "misread"

    class FoundBy(models.TextChoices):
        READER = "reader", "the reader"
        HAND = "hand", "a person"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="mentions")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.CharField(max_length=300)
    prefix = models.CharField(max_length=64, blank=True, help_text="up to 32 characters before")
    suffix = models.CharField(max_length=64, blank=True, help_text="up to 32 characters after")
    found_by = models.CharField(max_length=8, choices=FoundBy.choices, default=FoundBy.READER)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=16, choices=State.choices, default=State.PROPOSED)
    dismissal = models.CharField(max_length=16, choices=Dismissal.choices, blank=True)
    figure = models.ForeignKey("claims.Figure", on_delete=models.PROTECT, null=True, related_name="mentions")

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["start", "id"]
        indexes = [
            # claims.MentionQuerySet.to_sort: the desk's count and list of unsorted proposals
            models.Index(fields=["document"], condition=Q(state="proposed"), name="mention_to_sort"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "end"], name="mention_once_per_place"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="mention_has_length"),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "accepted", "corrected", "dismissed", "orphaned"]),
                name="mention_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state="dismissed", dismissal__in=[
                    "date", "time", "age", "law", "name", "address", "identifier", "ordinal", "idiom", "page_mark",
                    "not_a_claim", "misread",
                ]) | (~Q(state="dismissed") & Q(dismissal="")),
                name="mention_dismissed_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | Q(state__in=["accepted", "corrected", "orphaned"]),
                name="mention_filed_was_accepted",
            ),
            models.CheckConstraint(
                condition=Q(found_by="hand", added_by__isnull=False) | Q(found_by="reader", added_by__isnull=True),
                name="mention_by_hand_names_the_hand",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"“{self.quote}” at {self.start}"

    @property
    def reading(self) -> "Reading":
        """The newest reading that is not a blind one. Reads `readings`: prefetch for lists."""
        return [reading for reading in self.readings.all() if not reading.is_blind][-1]

    @property
    def token(self) -> str:
        """What a form about this mention shows and sends back, so that a stale one is noticed.

        Reads `readings` and `figure`.
        """
        return f"{self.state}.{len(self.readings.all())}.{self.figure.uid if self.figure else 0}"


class Reading(Said):
    """What the words of a mention say, by the reader or by a person. Append-only: a correction is the next reading."""

    class Kind(models.TextChoices):
        COUNT = "count", "count"
        PERCENT = "percent", "percentage"
        RATIO = "ratio", "ratio"
        MONEY = "money", "money"
        MEASURE = "measure", "measure"
        DURATION = "duration", "duration"

    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="readings")
    n = models.PositiveSmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reader = models.CharField(
        max_length=40, blank=True, help_text="the reader and its version; empty for a person"
    )
    at = models.DateTimeField()
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.COUNT)
    unit = models.CharField(max_length=32, blank=True)
    counted = models.CharField(max_length=200, blank=True)
    is_elided = models.BooleanField(default=False)
    predicate = models.CharField(max_length=300, blank=True)
    confidence = models.FloatField(null=True, help_text="0 to 1, the reader's own; null for a person")
    flags = models.JSONField(default=list)
    is_blind = models.BooleanField(default=False)

    class Meta:
        ordering = ["mention", "n"]
        constraints = [
            models.UniqueConstraint(fields=["mention", "n"], name="reading_numbered_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["count", "percent", "ratio", "money", "measure", "duration"]),
                name="reading_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(by__isnull=True) & ~Q(reader="") | Q(by__isnull=False, reader=""),
                name="reading_is_by_reader_or_person",
            ),
            *said_constraints("reading"),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.counted}"


class Attribution(models.Model):
    """Who says it, nearest first. No rows: the author's own voice."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="attributions")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["reading", "position"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "position"], name="attribution_one_per_position")
        ]

    def __str__(self) -> str:
        return self.words


class ReadingDateCandidate(DatedByCandidates):
    """A date the words of a reading may mean, where the text does not say which."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="date_candidates")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reading", "edtf"], name="reading_date_candidate_once"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "struck", "chosen"]),
                name="reading_date_candidate_state_is_known",
            ),
        ]

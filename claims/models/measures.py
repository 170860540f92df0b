"""What is counted: topics, measures, their words, their relations and counting phases."""

import uuid

from django.db import models
from django.db.models import F, Q


class Topic(models.Model):
    """What a set of measures and summaries is about; printed above a headline."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MeasureQuerySet(models.QuerySet["Measure"]):
    """Measures, as the desk names them."""

    def standing(self) -> "MeasureQuerySet":
        """Measures in use: neither merged nor retired."""
        return self.filter(state=Measure.State.OPEN)

    def with_words(self) -> "MeasureQuerySet":
        """Fetch what a listing prints: topic and wordings."""
        return self.select_related("topic").prefetch_related("wordings")


class Measure(models.Model):
    """What is counted, defined in one sentence."""

    class Kind(models.TextChoices):
        STOCK = "stock", "stock: how many there are at a moment"
        FLOW = "flow", "flow: how many within a period"
        CUMULATIVE = "cumulative", "running total: how many since a start"

    class State(models.TextChoices):
        OPEN = "open", "open"
        MERGED = "merged", "merged"
        RETIRED = "retired", "retired"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="measures")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    unit = models.CharField(
        max_length=32, blank=True, help_text="empty for counts; ISO 4217, percent or a unit's word"
    )
    needs_blind_reading = models.BooleanField(default=False)
    state = models.CharField(max_length=16, choices=State.choices, default=State.OPEN)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["stock", "flow", "cumulative"]), name="measure_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | Q(state__in=["open", "retired"], merged_into__isnull=True),
                name="measure_merged_names_the_other",
            ),
        ]

    def __str__(self) -> str:
        return self.title()

    def wording(self, language: str = "en") -> "MeasureWording | None":
        """The words in `language`, or English, or any. Reads `wordings`: prefetch for lists."""
        words = {wording.language: wording for wording in self.wordings.all()}
        return words.get(language) or words.get("en") or next(iter(words.values()), None)

    def title(self, language: str = "en") -> str:
        """The measure's title in `language`; its slug when it has no words yet. Reads `wordings`."""
        wording = self.wording(language)
        return wording.title if wording else self.slug


class MeasureWording(models.Model):
    """A measure in one language: title, definition in one sentence, and the noun it counts."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    definition = models.CharField(max_length=600)
    one = models.CharField(max_length=60, blank=True, help_text="noun by CLDR plural form: 1 person")
    few = models.CharField(max_length=60, blank=True, help_text="2 человека")
    many = models.CharField(max_length=60, blank=True, help_text="5 человек")
    other = models.CharField(max_length=60, blank=True, help_text="2 people; used where a form is empty")

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "language"], name="measure_wording_one_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class MeasureRelation(models.Model):
    """How two measures stand to each other. Parts form no circle: `claims.measures` checks under lock."""

    class Kind(models.TextChoices):
        PART_OF = "part_of", "part of"
        OVERLAPS = "overlaps", "overlaps with"
        DISJOINT = "disjoint", "shares nobody with"

    part = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="wholes")
    whole = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=16, choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "whole"], name="measure_relation_once"),
            models.CheckConstraint(condition=~Q(part=F("whole")), name="measure_relation_is_between_two"),
            models.CheckConstraint(
                condition=Q(kind__in=["part_of", "overlaps", "disjoint"]),
                name="measure_relation_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.get_kind_display()} {self.whole}"


class Phase(models.Model):
    """A stretch of counting: a ministry may restart at zero. Figures of two phases are never compared."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="phases")
    n = models.PositiveSmallIntegerField()
    starts = models.DateField()
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["measure", "n"]
        constraints = [models.UniqueConstraint(fields=["measure", "n"], name="phase_numbered_once")]

    def __str__(self) -> str:
        return f"phase {self.n} of {self.measure}"

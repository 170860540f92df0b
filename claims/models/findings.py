"""Something the desk must explain."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.figures import Figure
from ledger.people import Person

CODES = (
    "falling_total", "jump", "same_date_conflict", "part_larger_than_whole", "counted_twice", "qualifier_lost",
    "changed_along_chain", "same_number_unlike_measures", "single_originator", "undated", "year_unknown",
    "unattributed", "definition_differs", "percent_mismatch", "stale",
)  # fmt: skip


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings, as the desk names them."""

    def standing(self) -> "FindingQuerySet":
        """Findings nobody has explained yet."""
        return self.filter(closed_at__isnull=True)

    def visible_to(self, person: Person) -> "FindingQuerySet":
        """Findings about figures this person may know of, and about none besides."""
        if not person.may("see-desk"):
            return self.none()
        if person.may("see-protected"):
            return self
        return self.about_open_words()

    def about_open_words(self) -> "FindingQuerySet":
        """Findings none of whose figures rests on protected words alone."""
        hidden = FindingFigure.objects.filter(finding=models.OuterRef("pk")).exclude(
            figure__in=Figure.objects.of_open_words()
        )
        return self.filter(~models.Exists(hidden))


class Finding(models.Model):
    """One conflict, fall, gap or doubt, explained in one sentence that names the figures."""

    class Code(models.TextChoices):
        FALLING_TOTAL = "falling_total", "Falling total"
        JUMP = "jump", "Jump"
        SAME_DATE_CONFLICT = "same_date_conflict", "Same date, incompatible values"
        PART_LARGER_THAN_WHOLE = "part_larger_than_whole", "Part larger than whole"
        COUNTED_TWICE = "counted_twice", "Counted twice"
        QUALIFIER_LOST = "qualifier_lost", "Qualifier lost"
        CHANGED_ALONG_CHAIN = "changed_along_chain", "Changed along the chain"
        SAME_NUMBER_UNLIKE_MEASURES = "same_number_unlike_measures", "Same number, unlike measures"
        SINGLE_ORIGINATOR = "single_originator", "Single originator"
        UNDATED = "undated", "Undated"
        YEAR_UNKNOWN = "year_unknown", "Year unknown"
        UNATTRIBUTED = "unattributed", "Unattributed"
        DEFINITION_DIFFERS = "definition_differs", "Definition differs"
        PERCENT_MISMATCH = "percent_mismatch", "Percentages do not add up"
        STALE = "stale", "Stale"

    class Severity(models.TextChoices):
        STRONG = "strong", "strong"
        MEDIUM = "medium", "medium"
        WEAK = "weak", "weak"

    class ClosedBecause(models.TextChoices):
        ERROR = "error", "one of them was an error"
        REVISION = "revision", "the party revised its count"
        NEW_PHASE = "new_phase", "a new phase of counting began"
        DIFFERENT_SCOPE = "different_scope", "they cover different ground"
        DIFFERENT_DEFINITION = "different_definition", "they count different things"
        SOURCE_CORRECTED = "source_corrected", "the source corrected itself"
        ACCEPTED = "accepted", "known, and accepted"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=32, choices=Code.choices)
    key = models.CharField(
        max_length=200, help_text="what the finding is about, the same at every recomputation"
    )
    severity = models.CharField(max_length=8, choices=Severity.choices)
    sentence = models.CharField(max_length=600)
    facts_hash = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    closed_reason = models.CharField(max_length=32, choices=ClosedBecause.choices, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    closed_note = models.CharField(max_length=600, blank=True)

    figures = models.ManyToManyField(Figure, through="claims.FindingFigure", related_name="findings")

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "key"], condition=Q(closed_at__isnull=True), name="finding_open_once"
            ),
            models.CheckConstraint(condition=Q(code__in=list(CODES)), name="finding_code_is_known"),
            models.CheckConstraint(
                condition=Q(severity__in=["strong", "medium", "weak"]), name="finding_severity_is_known"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_reason="")
                | Q(closed_at__isnull=False, closed_reason__in=[
                    "error", "revision", "new_phase", "different_scope", "different_definition", "source_corrected",
                    "accepted",
                ]),
                name="finding_closed_has_reason",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.sentence}"


class FindingFigure(models.Model):
    """A figure a finding names, in the order the sentence names them."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="named")
    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["finding", "position"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "figure"], name="finding_names_a_figure_once")
        ]

    def __str__(self) -> str:
        return f"{self.finding_id} names {self.figure_id}"

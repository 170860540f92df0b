"""What was approved, what was printed, what was corrected, and the numbered run of public changes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models import Figure
from summaries.models.drafts import Revision, Summary


class Approval(models.Model):
    """One publisher's yes to one revision and the statuses it showed. Voided, never edited."""

    class VoidReason(models.TextChoices):
        EDITED = "edited", "a new revision was saved"
        STATUS_CHANGED = "status_changed", "a figure's status changed"
        WITHDRAWN = "withdrawn", "the approver took it back"
        ROLE_ENDED = "role_ended", "the approver is no longer a publisher"
        PUBLISHED = "published", "it was used"

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="approvals")
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="approvals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revision_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    statuses_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=16, choices=VoidReason.choices, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(by=F("revision_by")), name="approval_is_by_somebody_else"),
            models.UniqueConstraint(
                fields=["summary"], condition=Q(voided_at__isnull=True), name="approval_one_live_per_summary"
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="")
                | Q(
                    voided_at__isnull=False,
                    void_reason__in=["edited", "status_changed", "withdrawn", "role_ended", "published"],
                ),
                name="approval_voided_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"approval of revision {self.revision_id}"


class Version(models.Model):
    """One immutable published state of a summary: bytes that never change."""

    class Kind(models.TextChoices):
        FIRST = "first", "first publication"
        UPDATE = "update", "update"
        CORRECTION = "correction", "correction"
        RETRACTION = "retraction", "retraction"

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="versions")
    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="versions")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    bytes = models.BinaryField(help_text="canonical JSON of the version as published, statuses included")
    sha256 = models.CharField(max_length=64)
    change_seq = models.BigIntegerField(unique=True)
    publish_at = models.DateTimeField()
    embargoed_until = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["summary", "n"]
        constraints = [
            models.UniqueConstraint(fields=["summary", "n"], name="version_numbered_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["first", "update", "correction", "retraction"]),
                name="version_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.n} of {self.summary_id}"


class Representation(models.Model):
    """A summary's address in one format: the version's body plus its live block, stored with its ETag."""

    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="representations")
    format = models.CharField(max_length=16)
    bytes = models.BinaryField()
    etag = models.CharField(max_length=64)
    change_seq = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["summary", "format"], name="representation_one_per_format"),
            models.CheckConstraint(
                condition=Q(format__in=["json", "ninjs", "html"]), name="representation_format_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.format} of {self.summary_id}"


class Correction(models.Model):
    """What was printed and no longer stands: due until an editor decides it, then public for good."""

    class State(models.TextChoices):
        DUE = "due", "due"
        DECIDED = "decided", "decided"

    class Reason(models.TextChoices):
        OUR_ERROR = "our_error", "our error"
        SOURCE_ERROR = "source_error", "the source's error"
        REVISION = "revision", "the source revised it"
        STATUS_FELL = "status_fell", "its status fell"
        CLARIFICATION = "clarification", "clarification"
        SAFETY = "safety", "for somebody's safety"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    summary = models.ForeignKey(Summary, on_delete=models.PROTECT, related_name="corrections")
    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, null=True, related_name="corrections")
    from_version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="corrections_from")
    to_version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="corrections_to"
    )
    old = models.CharField(max_length=400, help_text="as printed, status included")
    new = models.CharField(max_length=400, blank=True)
    reason = models.CharField(max_length=16, choices=Reason.choices, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DUE)
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-due_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="due", decided_at__isnull=True, decided_by__isnull=True)
                | Q(
                    state="decided",
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                    reason__in=[
                        "our_error",
                        "source_error",
                        "revision",
                        "status_fell",
                        "clarification",
                        "safety",
                    ],
                ),
                name="correction_decided_has_reason",
            ),
            models.UniqueConstraint(
                fields=["summary", "figure"], condition=Q(state="due"), name="correction_due_once_per_figure"
            ),
        ]

    def __str__(self) -> str:
        return f"correction to {self.summary_id}"


class Counter(models.Model):
    """Where the run of changes stands: one row, locked to take the next number."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    change_seq = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="counter_is_one_row")]

    def __str__(self) -> str:
        return f"change {self.change_seq}"


class Change(models.Model):
    """One public change. Append-only; replayed from zero the changes rebuild what is public."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", "published"
        STATUS = "status", "a figure's status changed"
        CORRECTED = "corrected", "corrected"
        WITHDRAWN = "withdrawn", "withdrawn"
        RETRACTED = "retracted", "retracted"
        RELEASED = "released", "a series was released"

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    subject = models.CharField(max_length=200, help_text="urn of the summary, figure or measure")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, related_name="changes")
    content = models.JSONField(default=dict, help_text="what is public of it after the change")

    class Meta:
        ordering = ["seq"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["published", "status", "corrected", "withdrawn", "retracted", "released"]
                ),
                name="change_kind_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"change {self.seq}: {self.kind}"

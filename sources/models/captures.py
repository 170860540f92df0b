"""The bytes as they arrived: one blob per content, one capture per arrival."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from ledger.people import Person


class Blob(models.Model):
    """Bytes, named by their SHA-256 and never altered. The bytes lie in the store `captures`."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(help_text="bytes")
    type = models.CharField(max_length=100, help_text="media type, decided by content")
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="blob_is_named_by_its_sha256"
            )
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def path(self) -> str:
        """Where the bytes lie in the store: two levels of folders, then the whole hash."""
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}"


class CaptureQuerySet(models.QuerySet["Capture"]):
    """Arrivals, as the desk names them."""

    def visible_to(self, person: Person) -> "CaptureQuerySet":
        """Arrivals this person may know of: none without a role, protected ones only for who may see those."""
        if not person.may("see-desk"):
            return self.none()
        return self if person.may("see-protected") else self.filter(is_protected=False)


class Capture(models.Model):
    """One arrival of some bytes."""

    class How(models.TextChoices):
        PASTE = "paste", "pasted"
        UPLOAD = "upload", "uploaded"
        COMMAND = "command", "by command"
        FEED = "feed", "by feed"
        ADDRESS = "address", "fetched"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="captures")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=16, choices=How.choices)
    file_name = models.CharField(
        max_length=200, blank=True, help_text="as it came, at most 200 bytes; text only"
    )
    address = models.CharField(max_length=2048, blank=True)
    final_address = models.CharField(max_length=2048, blank=True)
    is_protected = models.BooleanField(default=False)

    objects = CaptureQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=["paste", "upload", "command", "feed", "address"]),
                name="capture_how_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"capture {self.uid}"

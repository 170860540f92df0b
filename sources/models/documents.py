"""Texts made of captures, and the documents cut from them. All offsets are absolute in the text."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ledger.people import Person
from sources.dates import BASES, Dated
from sources.models.captures import Blob, Capture


class Text(models.Model):
    """What a parser made of a blob. Immutable: a new parse is a new text."""

    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="texts")
    parser = models.CharField(max_length=32)
    parser_version = models.CharField(max_length=16)
    encoding = models.CharField(max_length=32)
    is_complete = models.BooleanField(default=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    notes = models.JSONField(default=list, help_text="what was removed or replaced, one sentence each")

    class Meta:
        indexes = [
            # sources.capture: the text already made of these bytes by this parser
            models.Index(fields=["blob", "parser", "parser_version"], name="text_by_blob_and_parser")
        ]

    def __str__(self) -> str:
        return f"text {self.sha256[:12]}"


class DatedByCandidates(models.Model):
    """One year, or one reading of a date, that may be meant. The reason says why it was struck or chosen."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        STRUCK = "struck", "struck out"
        CHOSEN = "chosen", "chosen"

    edtf = models.CharField(max_length=64)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.edtf} ({self.state})"


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents, as the desk names them."""

    def visible_to(self, person: Person) -> "DocumentQuerySet":
        """Documents this person may know of."""
        if not person.may("see-desk"):
            return self.none()
        return self if person.may("see-protected") else self.filter(is_protected=False)

    def standing(self) -> "DocumentQuerySet":
        """Documents that were not withdrawn."""
        return self.filter(state=Document.State.IN)


class Document(models.Model):
    """One text that somebody published: a slice of a Text. A listing page yields several, under one parent."""

    class State(models.TextChoices):
        IN = "in", "in"
        WITHDRAWN = "withdrawn", "withdrawn"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="documents")
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="documents")
    start = models.PositiveIntegerField(help_text="first character, absolute in the text")
    end = models.PositiveIntegerField(help_text="one past the last character, absolute in the text")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=8, blank=True)
    published_edtf = models.CharField(max_length=64, blank=True)
    published_earliest = models.DateField(null=True)
    published_latest = models.DateField(null=True)
    published_phrase = models.CharField(max_length=100, blank=True)
    published_anchor = models.CharField(max_length=64, blank=True)
    published_basis = models.CharField(max_length=16, default="none")
    published_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=16, choices=State.choices, default=State.IN)
    is_protected = models.BooleanField(default=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "end"], name="document_one_per_slice"),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="document_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(state__in=["in", "withdrawn"]), name="document_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(published_basis__in=list(BASES)), name="document_published_basis_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"document {self.uid}"

    @property
    def body(self) -> str:
        """The words of this document. Reads its text: select it with the document."""
        return self.text.text[self.start : self.end]

    @property
    def published(self) -> Dated:
        return Dated(
            self.published_edtf,
            self.published_earliest,
            self.published_latest,
            self.published_phrase,
            self.published_anchor,
            self.published_basis,
        )

    @published.setter
    def published(self, when: Dated) -> None:
        self.published_edtf, self.published_earliest, self.published_latest = (
            when.edtf,
            when.earliest,
            when.latest,
        )
        self.published_phrase, self.published_anchor, self.published_basis = (
            when.phrase,
            when.anchor,
            when.basis,
        )


class DocumentDateCandidate(DatedByCandidates):
    """A year the document's date may mean."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="date_candidates")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "edtf"], name="document_date_candidate_once"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(state="chosen"), name="document_one_date_candidate_chosen"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "struck", "chosen"]),
                name="document_date_candidate_state_is_known",
            ),
        ]

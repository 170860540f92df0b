"""What was public and is kept back since, for somebody's safety. The row that is kept back stays as it was."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from summaries.models.drafts import Revision
from summaries.models.published import Change, Correction, Version


class WithholdingQuerySet(models.QuerySet["Withholding"]):
    """What is or was kept back, as the desk names it."""

    def standing(self) -> "WithholdingQuerySet":
        """What is kept back now: not given back since."""
        return self.filter(given_back_at=None)


class Withholding(models.Model):
    """One thing that names somebody protected since it was made: a version, a revision, a change or a correction.

    It says nothing of whom, so that it may be known to anybody. Never deleted, and nothing comes back by itself: what
    was kept back is published anew, or given back by a publisher (`summaries.withheld.give_back`), or not at all.
    """

    ADDED_LATER: ClassVar[tuple[str, ...]] = ("given_back_at",)  # see `ledger.records.columns`

    version = models.OneToOneField(Version, on_delete=models.PROTECT, null=True, related_name="withholding")
    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, null=True, related_name="withholding")
    change = models.OneToOneField(Change, on_delete=models.PROTECT, null=True, related_name="withholding")
    correction = models.OneToOneField(
        Correction, on_delete=models.PROTECT, null=True, related_name="withholding"
    )
    is_in_words = models.BooleanField(
        default=False,
        help_text="of a version: somebody is named in its words, which no label can stand in for",
    )
    at = models.DateTimeField(help_text="since when it is kept back")
    given_back_at = models.DateTimeField(null=True, help_text="null while it is kept back")

    objects = WithholdingQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version__isnull=False, revision=None, change=None, correction=None)
                | Q(version=None, revision__isnull=False, change=None, correction=None)
                | Q(version=None, revision=None, change__isnull=False, correction=None)
                | Q(version=None, revision=None, change=None, correction__isnull=False),
                name="withholding_is_of_exactly_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(is_in_words=False) | Q(version__isnull=False), name="withholding_in_words_of_version"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"withholding {self.pk}"

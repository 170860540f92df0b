"""Who holds a figure for review, and what was signed on which grounds."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models import Figure, FigureState, Mention
from sources.models import Capture, Document


class Assignment(models.Model):
    """A figure held by one person for one kind of signature, until it is signed, given back, or the lease runs out."""

    class Kind(models.TextChoices):
        FIRST = "first", "first signature"
        SECOND = "second", "second signature"
        BLIND = "blind", "blind second reading"

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="assignments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    taken_at = models.DateTimeField()
    lease_until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "kind"],
                condition=Q(ended_at__isnull=True),
                name="assignment_one_open_per_figure_and_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["first", "second", "blind"]), name="assignment_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} holds {self.figure_id}"


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Verdicts, as the desk names them."""

    def live(self) -> "VerdictQuerySet":
        """Verdicts that were not withdrawn and stand on their figure's present state: the only ones that count."""
        return self.filter(withdrawn_at__isnull=True, state__current_of__isnull=False)


class Verdict(models.Model):
    """One reviewer's signed decision on one state of a figure. Never edited, never deleted; may be withdrawn."""

    class Reason(models.TextChoices):
        PRIMARY_RECORD = "primary_record", "a primary record shows it"
        TWO_ORIGINATORS = "two_originators", "two originators say it independently"
        OWN_WORDS = "own_words", "the originator's own words, and it was placed to know"
        PARTIES_CONFLICT = "parties_conflict", "credible parties conflict"
        CONFLICTS_WITH_ITSELF = "conflicts_with_itself", "the party's own statements conflict"
        REPLACED = "replaced", "a later figure replaces it"
        UNTRACEABLE = "untraceable", "could not be traced"
        SHOWN_WRONG = "shown_wrong", "shown to be wrong"

    state = models.ForeignKey(FigureState, on_delete=models.PROTECT, related_name="verdicts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    status = models.CharField(max_length=16, choices=Figure.Status.choices)
    reason = models.CharField(max_length=32, choices=Reason.choices)
    rationale = models.TextField(max_length=2000)
    credibility = models.PositiveSmallIntegerField(help_text="Admiralty 1 to 6; 6 cannot be judged")
    superseded_by = models.ForeignKey(Figure, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["state", "by"], condition=Q(withdrawn_at__isnull=True), name="verdict_one_live_per_person"
            ),
            models.CheckConstraint(
                condition=Q(status__in=[
                    "verified", "attributed", "disputed", "superseded", "unverifiable", "false",
                ]),
                name="verdict_status_is_signed",
            ),
            models.CheckConstraint(
                condition=Q(reason__in=[
                    "primary_record", "two_originators", "own_words", "parties_conflict", "conflicts_with_itself",
                    "replaced", "untraceable", "shown_wrong",
                ]),
                name="verdict_reason_is_known",
            ),
            models.CheckConstraint(
                condition=Q(credibility__gte=1, credibility__lte=6), name="verdict_credibility_is_admiralty"
            ),
            models.CheckConstraint(condition=~Q(rationale=""), name="verdict_has_rationale"),
            models.CheckConstraint(
                condition=Q(status="superseded", superseded_by__isnull=False)
                | ~Q(status="superseded") & Q(superseded_by__isnull=True),
                name="verdict_superseded_names_the_later",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.status} on state {self.state_id}"


class Evidence(models.Model):
    """What a verdict rests on: exactly one of a mention, a document, a capture, another figure's state, or a note."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="evidence")
    position = models.PositiveSmallIntegerField()
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, null=True, related_name="+")
    figure_state = models.ForeignKey(FigureState, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True, max_length=2000)
    is_protected = models.BooleanField(default=False)

    class Meta:
        ordering = ["verdict", "position"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["verdict", "position"], name="evidence_one_per_position"),
            models.CheckConstraint(
                condition=Q(mention__isnull=False, document=None, capture=None, figure_state=None, note="")
                | Q(mention=None, document__isnull=False, capture=None, figure_state=None, note="")
                | Q(mention=None, document=None, capture__isnull=False, figure_state=None, note="")
                | Q(mention=None, document=None, capture=None, figure_state__isnull=False, note="")
                | Q(mention=None, document=None, capture=None, figure_state=None) & ~Q(note=""),
                name="evidence_is_exactly_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.position} of verdict {self.verdict_id}"

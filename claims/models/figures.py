"""The figure itself, once; what it says over time; and whose hands touched it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.measures import Measure, Phase
from claims.models.mentions import Mention
from claims.models.said import Said, said_constraints
from ledger.people import Person
from sources.models import Source


class FigureQuerySet(models.QuerySet["Figure"]):
    """Figures, as the desk names them."""

    def visible_to(self, person: Person) -> "FigureQuerySet":
        """Figures this person may know of at the desk.

        One whose every mention is protected is protected too, and stays so when its last mention is taken away:
        its states still say what the protected words said.
        """
        if not person.may("see-desk"):
            return self.none()
        if person.may("see-protected"):
            return self
        return self.of_open_words()

    def of_open_words(self) -> "FigureQuerySet":
        """Figures that some unprotected document states, or that never rested on a protected one."""
        open_mentions = Mention.objects.filter(figure=models.OuterRef("pk"), document__is_protected=False)
        any_mentions = Mention.objects.filter(figure=models.OuterRef("pk"))
        led = FigureState.objects.filter(
            figure=models.OuterRef("pk"), lead_mention__document__is_protected=True
        )
        was_open = ~models.Exists(any_mentions) & ~models.Exists(led)
        return self.filter(models.Exists(open_mentions) | was_open)

    def public(self) -> "FigureQuerySet":
        """Figures anybody may read of: used in a published version, or released with their series."""
        return self.filter(released_at__isnull=False)

    def with_state(self) -> "FigureQuerySet":
        """Fetch what one printed line needs: state, measure with words, originator."""
        return self.select_related(
            "current_state__measure__topic",
            "current_state__originator__owner",
            "current_state__phase",
            "current_state__lead_mention__document",
            "superseded_by__current_state",
        ).prefetch_related("current_state__measure__wordings")


class Figure(models.Model):
    """What is said, once: measure, value, as-of and originator. What it says lives in its states.

    `status`, the signers and the two counts are written by acts of apps further right; a new state
    resets them here, in `claims`, in the same transaction.
    """

    class Status(models.TextChoices):
        UNREVIEWED = "unreviewed", "unreviewed"
        VERIFIED = "verified", "verified"
        ATTRIBUTED = "attributed", "attributed"
        DISPUTED = "disputed", "disputed"
        SUPERSEDED = "superseded", "superseded"
        UNVERIFIABLE = "unverifiable", "unverifiable"
        FALSE = "false", "false"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    current_state = models.OneToOneField(
        "claims.FigureState", on_delete=models.PROTECT, null=True, related_name="current_of"
    )
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.UNREVIEWED)
    status_since = models.DateTimeField()
    signer_1 = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    signer_2 = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="supersedes")
    is_primary_record = models.BooleanField(
        default=False, help_text="verified by a primary record: printed in place of a count of origins"
    )
    n_draft_uses = models.PositiveIntegerField(default=0)
    n_published_uses = models.PositiveIntegerField(default=0)
    released_at = models.DateTimeField(
        null=True, help_text="since when anybody may read it; null: never public"
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [
            # reviewers.queue: what waits for a signature
            models.Index(fields=["status", "status_since"], name="figure_by_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[
                    "unreviewed", "verified", "attributed", "disputed", "superseded", "unverifiable", "false",
                ]),
                name="figure_status_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["verified", "false"])
                | Q(signer_1__isnull=False, signer_2__isnull=False) & ~Q(signer_1=F("signer_2")),
                name="figure_verified_or_false_has_two_signers",
                violation_error_message="Verified and false need two different reviewers.",
            ),
            models.CheckConstraint(
                condition=Q(status="unreviewed", signer_1__isnull=True, signer_2__isnull=True)
                | ~Q(status="unreviewed") & Q(signer_1__isnull=False),
                name="figure_status_is_signed",
            ),
            models.CheckConstraint(
                condition=~Q(status="superseded") | Q(superseded_by__isnull=False),
                name="figure_superseded_names_the_later",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"figure {self.uid}"

    @property
    def state(self) -> "FigureState":
        """What the figure says now. Every figure has one once its making transaction is over."""
        assert self.current_state is not None
        return self.current_state


class FigureState(Said):
    """What a figure says at one time of the desk. Append-only; a verdict points to the state it saw."""

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="states")
    n = models.PositiveIntegerField()
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, related_name="states")
    phase = models.ForeignKey(Phase, on_delete=models.PROTECT, null=True, related_name="+")
    originator = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="+")
    counted = models.CharField(max_length=200, blank=True, help_text="the source's own word, kept")
    predicate = models.CharField(max_length=300, blank=True)
    valid_until = models.DateField(null=True)
    lead_mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, related_name="+")
    formula = models.CharField(max_length=300, blank=True)
    fingerprint = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.CharField(
        max_length=300, blank=True, help_text="why this state was made, in one sentence"
    )

    class Meta:
        ordering = ["figure", "n"]
        constraints = [
            models.UniqueConstraint(fields=["figure", "n"], name="figure_state_numbered_once"),
            *said_constraints("figure_state"),
        ]

    def __str__(self) -> str:
        return f"state {self.n} of {self.figure_id}: {self.value}"


class StateInput(models.Model):
    """A state that a derived state was worked out from."""

    state = models.ForeignKey(FigureState, on_delete=models.PROTECT, related_name="inputs")
    input_state = models.ForeignKey(FigureState, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["state", "input_state"], name="state_input_once")]

    def __str__(self) -> str:
        return f"{self.input_state_id} into {self.state_id}"


class Hand(models.Model):
    """Who made a figure: added its mention, or set value, date, year, measure or originator otherwise than proposed."""

    class What(models.TextChoices):
        ADDED = "added", "added it by hand"
        VALUE = "value", "set its value"
        DATE = "date", "set its date"
        MEASURE = "measure", "set its measure"
        ORIGINATOR = "originator", "set its originator"

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="hands")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=16, choices=What.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["figure", "person", "what"], name="hand_once_per_kind"),
            models.CheckConstraint(
                condition=Q(what__in=["added", "value", "date", "measure", "originator"]),
                name="hand_what_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.get_what_display()}"

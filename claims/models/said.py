"""The columns that a reading and a figure's state share: a value, as of when, since when."""

from django.db import models
from django.db.models import Q

from claims.fields import ExactField
from claims.values import COMPARATORS, VALUE_STATES, Value
from sources.dates import BASES, Dated


class ValueState(models.TextChoices):
    """Four different things: known zero is `known` 0, not `none_known`."""

    KNOWN = "known", "known"
    NONE_KNOWN = "none_known", "none known"
    UNKNOWN = "unknown", "unknown"
    NOT_APPLICABLE = "not_applicable", "not applicable"


class Comparator(models.TextChoices):
    EXACT = "exact", "exactly"
    MORE_THAN = "more_than", "more than"
    AT_LEAST = "at_least", "at least"
    LESS_THAN = "less_than", "fewer than"
    AT_MOST = "at_most", "at most"
    ABOUT = "about", "about"
    BETWEEN = "between", "between"
    VAGUE = "vague", "vaguely"


class Said(models.Model):
    """A value as an interval, the date it is true of and the start of a running total, both as intervals."""

    value_state = models.CharField(max_length=16, choices=ValueState.choices, default=ValueState.KNOWN)
    comparator = models.CharField(max_length=16, choices=Comparator.choices, default=Comparator.EXACT)
    low = ExactField(null=True, blank=True)
    high = ExactField(null=True, blank=True)

    as_of_edtf = models.CharField(max_length=64, blank=True)
    as_of_earliest = models.DateField(null=True, blank=True)
    as_of_latest = models.DateField(null=True, blank=True)
    as_of_phrase = models.CharField(max_length=200, blank=True)
    as_of_anchor = models.CharField(max_length=64, blank=True)
    as_of_basis = models.CharField(max_length=16, default="none")

    since_edtf = models.CharField(max_length=64, blank=True)
    since_earliest = models.DateField(null=True, blank=True)
    since_latest = models.DateField(null=True, blank=True)
    since_phrase = models.CharField(max_length=200, blank=True)
    since_anchor = models.CharField(max_length=64, blank=True)
    since_basis = models.CharField(max_length=16, default="none")

    class Meta:
        abstract = True

    @property
    def value(self) -> Value:
        return Value(self.comparator, self.low, self.high, self.value_state)

    @value.setter
    def value(self, said: Value) -> None:
        self.value_state, self.comparator, self.low, self.high = (
            said.state,
            said.comparator,
            said.low,
            said.high,
        )

    @property
    def as_of(self) -> Dated:
        return Dated(
            self.as_of_edtf,
            self.as_of_earliest,
            self.as_of_latest,
            self.as_of_phrase,
            self.as_of_anchor,
            self.as_of_basis,
        )

    @as_of.setter
    def as_of(self, when: Dated) -> None:
        self.as_of_edtf, self.as_of_earliest, self.as_of_latest = when.edtf, when.earliest, when.latest
        self.as_of_phrase, self.as_of_anchor, self.as_of_basis = when.phrase[:200], when.anchor, when.basis

    @property
    def since(self) -> Dated:
        return Dated(
            self.since_edtf,
            self.since_earliest,
            self.since_latest,
            self.since_phrase,
            self.since_anchor,
            self.since_basis,
        )

    @since.setter
    def since(self, when: Dated) -> None:
        self.since_edtf, self.since_earliest, self.since_latest = when.edtf, when.earliest, when.latest
        self.since_phrase, self.since_anchor, self.since_basis = when.phrase[:200], when.anchor, when.basis


def said_constraints(prefix: str) -> list[models.BaseConstraint]:
    """Return the checks on the columns of `Said`, their names led by `prefix`."""
    known = Q(value_state="known")
    no_bounds = Q(low__isnull=True, high__isnull=True)
    return [
        models.CheckConstraint(
            condition=Q(value_state__in=list(VALUE_STATES)), name=f"{prefix}_value_state_is_known_word"
        ),
        models.CheckConstraint(
            condition=Q(comparator__in=list(COMPARATORS)), name=f"{prefix}_comparator_is_listed"
        ),
        models.CheckConstraint(
            condition=known | no_bounds,
            name=f"{prefix}_bounds_only_when_known",
            violation_error_message="Only a known value has a number.",
        ),
        models.CheckConstraint(
            condition=~known
            | Q(comparator__in=["exact", "about"], low=models.F("high"))
            | Q(comparator__in=["more_than", "at_least", "vague"], low__isnull=False, high__isnull=True)
            | Q(comparator__in=["less_than", "at_most"], low__isnull=True, high__isnull=False)
            | Q(comparator="between", low__lt=models.F("high")),
            name=f"{prefix}_bounds_fit_comparator",
            violation_error_message="The numbers do not fit the comparator.",
        ),
        models.CheckConstraint(
            condition=Q(as_of_basis__in=list(BASES)) & Q(since_basis__in=list(BASES)),
            name=f"{prefix}_date_bases_are_listed",
        ),
        models.CheckConstraint(
            condition=~Q(as_of_edtf="") | Q(as_of_earliest__isnull=True, as_of_latest__isnull=True),
            name=f"{prefix}_as_of_bounds_need_a_date",
        ),
    ]

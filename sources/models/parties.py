"""Parties that information comes from, and the chain of them behind a document."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from ledger.people import Person
from sources.names import fold


class SourceQuerySet(models.QuerySet["Source"]):
    """Parties, as the desk names them."""

    def visible_to(self, person: Person) -> "SourceQuerySet":
        """Parties this person may know of."""
        if not person.may("see-desk"):
            return self.none()
        return self if person.may("see-protected") else self.filter(is_protected=False)

    def standing(self) -> "SourceQuerySet":
        """Parties that were not merged into another."""
        return self.filter(merged_into=None)

    def named(self, name: str) -> "SourceQuerySet":
        """The party that goes by this name or alias; anonymous parties are never found by name."""
        return self.filter(aliases__folded=fold(name))


class Source(models.Model):
    """A party that information comes from. The same owner means: not independent of each other."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", "organisation"
        OUTLET = "outlet", "outlet"
        OFFICIAL = "official", "official body"
        PERSON = "person", "person"
        ANONYMOUS = "anonymous", "anonymous"

    class Reliability(models.TextChoices):
        """The Admiralty scale (NATO AJP-2.1). F means cannot be judged, not middling."""

        A = "A", "A, reliable"
        B = "B", "B, usually reliable"
        C = "C", "C, fairly reliable"
        D = "D", "D, not usually reliable"
        E = "E", "E, unreliable"
        F = "F", "F, cannot be judged"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    owner = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="owned")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    reliability = models.CharField(max_length=1, choices=Reliability.choices, default=Reliability.F)
    is_protected = models.BooleanField(default=False)
    public_label = models.CharField(
        max_length=200, blank=True, help_text="what is printed in place of a protected name"
    )
    printed_as = models.CharField(
        max_length=200, blank=True, editable=False,
        help_text="of an open party whose name holds that of a protected one: what is printed in its place",
    )  # fmt: skip

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["organisation", "outlet", "official", "person", "anonymous"]),
                name="source_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(reliability__in=list("ABCDEF")), name="source_reliability_is_admiralty"
            ),
            models.CheckConstraint(
                condition=Q(is_protected=False) | ~Q(public_label=""),
                name="source_protected_has_public_label",
                violation_error_message="A protected party needs a public label to be printed by.",
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | ~Q(owner=models.F("id")), name="source_does_not_own_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def printed_name(self) -> str:
        """What anybody at the desk may see: the name, or the public label of a protected party."""
        return self.public_label if self.is_protected else self.name

    @property
    def public_name(self) -> str:
        """What a reader may see: as `printed_name`, and not a name that is a protected party's as well."""
        return self.printed_as or self.printed_name

    def name_for(self, person: Person) -> str:
        """What this person at the desk may see: the name, or the public label of a party protected from them."""
        return self.name if person.may("see-protected") else self.printed_name

    @property
    def is_anonymous(self) -> bool:
        return self.kind == self.Kind.ANONYMOUS


class Alias(models.Model):
    """A name a party goes by. Anonymous parties have none: they belong to one case and are never shared.

    An open party may go by the name of a protected one: were it refused, the refusal would say that there is one.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)  # every party is found by it
    is_hidden = models.BooleanField(default=False, editable=False, help_text="it is a protected party's")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(
                fields=["folded"], condition=Q(is_hidden=False), name="alias_of_one_open_party"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Provenance(models.Model):
    """One step of the chain of parties a document passed through, nearest to the event first."""

    class Role(models.TextChoices):
        SAID = "said", "said by"
        PUBLISHED = "published", "published by"
        PASSED_ON = "passed_on", "passed on by"
        TRANSLATED = "translated", "translated by"
        CITED = "cited", "cited"
        AUTHOR = "author", "written by"

    document = models.ForeignKey("sources.Document", on_delete=models.CASCADE, related_name="provenance")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=16, choices=Role.choices)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True, help_text="the words of the text that say so")
    basis = models.CharField(max_length=32, blank=True, help_text="byline, metadata, typed")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+",
        help_text="who set the party otherwise than proposed",
    )  # fmt: skip

    class Meta:
        ordering = ["document", "position"]
        verbose_name_plural = "provenance"
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="provenance_one_per_position"),
            models.CheckConstraint(
                condition=Q(role__in=["said", "published", "passed_on", "translated", "cited", "author"]),
                name="provenance_role_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.source or self.words}"

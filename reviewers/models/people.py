"""Accounts and the roles they hold. An account by itself may do nothing."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import cached_property

from ledger import clock
from ledger.append import append, urn
from sources.names import clean, fold

MACHINE = "machine"


class ReviewerManager(BaseUserManager["Reviewer"]):
    """Accounts are found by their folded name, so that `Admin` and `admin` are one."""

    def get_by_natural_key(self, username: str | None) -> "Reviewer":
        return self.get(folded=fold(username or ""))

    async def aget_by_natural_key(self, username: str | None) -> "Reviewer":
        return await self.aget(folded=fold(username or ""))

    def machine(self) -> "Reviewer":
        """Return the machine account, made on first use: it holds no role, cannot sign in, and may only bring in."""
        found = self.filter(is_machine=True).first()
        if found is not None:
            return found
        with transaction.atomic():
            account, is_new = self.get_or_create(
                folded=fold(MACHINE),
                defaults={
                    "username": MACHINE,
                    "name": "The machine",
                    "password": make_password(None),
                    "is_machine": True,
                    "joined_at": clock.now(),
                },
            )
            if is_new:
                append(act="reviewers.make_machine", by=account, subject=urn("person", account.uid))
        return account


class Reviewer(AbstractBaseUser):
    """Any account: a person's, or the machine's (which cannot sign in and holds no role)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(max_length=60, unique=True)
    folded = models.CharField(max_length=60, unique=True, editable=False)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120)
    public_name = models.CharField(
        max_length=120, blank=True, help_text="how the person is named in public; empty: “a reviewer”"
    )
    is_active = models.BooleanField(default=True)
    is_machine = models.BooleanField(default=False)
    joined_at = models.DateTimeField()

    objects = ReviewerManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["name"]
        verbose_name = "person"
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.username = clean(self.username)
        self.folded = fold(self.username)
        super().save(*args, **kwargs)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles held now. Reads the grants once per object; empty for a dead or machine account."""
        if not self.is_active or self.is_machine:
            return frozenset()
        return frozenset(self.grants.filter(until__isnull=True).values_list("role", flat=True))

    def may(self, act: str, thing: object = None) -> bool:
        """Say whether the roles table lets this person do `act` to `thing` (None: at all)."""
        from reviewers.roles import may  # the table names acts on models of this app

        return may(self, act, thing)

    @property
    def printed_name(self) -> str:
        """The name a reader may see, or an empty string: print “a reviewer” then."""
        return self.public_name

    @property
    def is_staff(self) -> bool:
        """Whether the admin opens to this person."""
        return self.may("use-admin")

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Answer Django's question from the roles table: who may use the admin may look; acts ask for themselves."""
        return self.is_staff and perm.rpartition(".")[2].startswith("view_")

    def has_perms(self, perms: list[str], obj: object = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff


class RoleGrant(models.Model):
    """A role given to a person, by whom, from when to when. Never deleted."""

    class Role(models.TextChoices):
        CONTRIBUTOR = "contributor", "contributor"
        REVIEWER = "reviewer", "reviewer"
        EDITOR = "editor", "editor"
        PUBLISHER = "publisher", "publisher"
        AUDITOR = "auditor", "auditor"
        ADMINISTRATOR = "administrator", "administrator"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=16, choices=Role.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["person", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(until__isnull=True),
                name="role_grant_one_open_per_role",
            ),
            models.CheckConstraint(
                condition=Q(
                    role__in=["contributor", "reviewer", "editor", "publisher", "auditor", "administrator"]
                ),
                name="role_grant_role_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"

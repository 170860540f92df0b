"""The record: entries that only ever grow, their erasable words, and the head that orders them."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """One editorial decision. Holds codes, ids and commitments only: no words, names, quotes, values or addresses."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=64)
    actor_uid = models.UUIDField()
    subject = models.CharField(max_length=200)
    codes = models.JSONField(default=dict)
    commitments = models.JSONField(default=dict)
    is_protected = models.BooleanField(default=False)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]
        verbose_name_plural = "entries"
        indexes = [
            # ledger.verify: the last entry that commits to a row; the history of one figure on its page
            models.Index(fields=["subject", "seq"], name="entry_by_subject"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(seq__gt=0), name="entry_seq_starts_at_one"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.act} {self.subject}"

    def hashed(self) -> dict[str, object]:
        """Return what the hash is taken over: every column but the hash itself."""
        return {
            "seq": self.seq,
            "at": self.at,
            "act": self.act,
            "actor_uid": self.actor_uid,
            "subject": self.subject,
            "codes": self.codes,
            "commitments": self.commitments,
            "is_protected": self.is_protected,
            "prev": self.prev,
        }


class Detail(models.Model):
    """What an entry says in words, and the salt of its commitments. May be erased; the entry stays sound."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="detail")
    salt = models.BinaryField(max_length=32, null=True)
    words = models.JSONField(null=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True, salt__isnull=False, words__isnull=False)
                | Q(erased_at__isnull=False, salt__isnull=True, words__isnull=True),
                name="detail_is_whole_or_erased",
            ),
        ]

    def __str__(self) -> str:
        return f"detail of entry {self.entry_id}"


class Head(models.Model):
    """The end of the chain: one row, locked to append."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="head_is_one_row")]

    def __str__(self) -> str:
        return f"head at {self.seq}"

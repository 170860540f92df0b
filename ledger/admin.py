"""The record, to read."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from ledger.acting_admin import ActingAdmin
from ledger.models import Entry


@admin.register(Entry)
class EntryAdmin(ActingAdmin):
    """Entries hold no words: acts, ids and commitments only. Those on protected subjects are not for everybody."""

    see_act = "see-ledger"
    list_display = ["seq", "at", "act", "actor_uid", "subject", "is_protected", "hash"]
    list_filter = ["act"]
    search_fields = ["=subject", "=act"]
    ordering = ["-seq"]
    fields: ClassVar[Any] = [
        "seq", "at", "act", "actor_uid", "subject", "codes", "commitments", "is_protected", "prev", "hash",
    ]  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Entry]:
        person: Any = request.user
        sees_all = person.may("see-protected")
        return Entry.objects.all() if sees_all else Entry.objects.filter(is_protected=False)

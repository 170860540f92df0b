"""The record, to read."""

from typing import Any

from django.contrib import admin

from ledger.acting_admin import ActingAdmin
from ledger.models import Entry


@admin.register(Entry)
class EntryAdmin(ActingAdmin):
    """Entries hold no words: acts, ids and commitments only."""

    see_act = "see-ledger"
    list_display = ["seq", "at", "act", "actor_uid", "subject", "is_protected", "hash"]
    list_filter = ["act"]
    search_fields = ["=subject", "=act"]
    ordering = ["-seq"]
    fields: Any = [
        "seq", "at", "act", "actor_uid", "subject", "codes", "commitments", "is_protected", "prev", "hash",
    ]  # fmt: skip
    readonly_fields = fields

"""Delete what broken uploads, killed processes and ended sign-ins left. For a timer, every quarter of an hour."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from sources import leftovers


class Command(BaseCommand):
    help = (
        "Delete unfinished uploads and unfinished blobs that nothing was written to for an hour, and the sessions that "
        "are over with what was kept in them."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("clearsessions")
        self.stdout.write(f"{leftovers.sweep()} unfinished files are gone.")

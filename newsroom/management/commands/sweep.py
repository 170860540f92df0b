"""Delete what uploads and processes that were broken off left behind. For a timer, every quarter of an hour."""

from typing import Any

from django.core.management.base import BaseCommand

from sources import leftovers


class Command(BaseCommand):
    help = "Delete unfinished uploads and unfinished blobs that nothing was written to for an hour."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{leftovers.sweep()} unfinished files are gone.")

"""Recompute the hash of every stored byte and check what was made of it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sources.verify import Check


class Command(BaseCommand):
    help = (
        "Recompute the hash of every capture's bytes, check the texts made of them and the documents cut from those; "
        "print what does not hold, and name the first."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        check, n_problems, first = Check(), 0, ""
        for problem in check.problems():
            n_problems += 1
            first = first or str(problem)
            self.stdout.write(str(problem))
        if n_problems:
            raise CommandError(f"{n_problems} of the captures' promises are broken. The first: {first}")
        erased = f" ({check.n_erased} erased)" if check.n_erased else ""
        self.stdout.write(
            f"{check.n_blobs} captures{erased}, {check.n_texts} texts and {check.n_documents} documents hold."
        )

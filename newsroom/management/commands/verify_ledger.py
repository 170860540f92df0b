"""Recompute every hash of the record and of every row it vouches for."""

from contextlib import closing
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ledger.verify import Record
from newsroom.witnesses import problems


class Command(BaseCommand):
    help = (
        "Recompute every hash of the record and of the rows its entries commit to; print what does not hold."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        n_problems, first = 0, ""
        with closing(Record()) as record:
            for problem in problems(record):
                n_problems += 1
                first = first or str(problem)
                self.stdout.write(str(problem))
            if n_problems:
                raise CommandError(f"{n_problems} of the record's promises are broken. The first: {first}")
            erased = f", the words of {record.n_erased} erased" if record.n_erased else ""
            self.stdout.write(f"{record.n_entries} entries hold, and every row they vouch for{erased}.")

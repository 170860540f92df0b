"""Recompute every hash of the record and of every row it vouches for."""

import re
from argparse import ArgumentTypeError
from contextlib import closing
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ledger.verify import Record
from newsroom.witnesses import problems
from summaries.models import Withholding


class Command(BaseCommand):
    help = (
        "Recompute every hash of the record and of the rows its entries commit to; print what does not hold."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--noted", type=_noted, metavar="SEQ:HASH",
            help="the head as an earlier run printed it and somebody kept elsewhere; that entry must still be there",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        n_problems, first = 0, ""
        with closing(Record(options["noted"])) as record:
            for problem in problems(record):
                n_problems += 1
                first = first or str(problem)
                self.stdout.write(str(problem))
            if n_problems:
                raise CommandError(f"{n_problems} of the record's promises are broken. The first: {first}")
            erased = f", the words of {record.n_erased} erased" if record.n_erased else ""
            self.stdout.write(f"{record.n_entries} entries hold, and every row they vouch for{erased}.")
            n_withheld = Withholding.objects.standing().filter(version__isnull=False).count()
            if n_withheld:
                self.stdout.write(
                    f"Versions withheld for somebody's safety, as they were printed: {n_withheld}."
                )
            self.stdout.write(f"The head, to be kept elsewhere: {record.head[0]}:{record.head[1]}")


def _noted(words: str) -> tuple[int, str]:
    """Read `SEQ:HASH`."""
    found = re.fullmatch(r"([0-9]{1,18}):([0-9a-f]{64})", words.strip())
    if not found:
        raise ArgumentTypeError(
            "must be a number, a colon and 64 hexadecimal digits, as verify_ledger prints them"
        )
    return int(found[1]), found[2]

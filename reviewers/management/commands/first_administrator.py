"""Make the first administrator of a new desk. Everybody after that is added in the admin."""

import getpass
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reviewers.errors import ReviewersError
from reviewers.people import first_administrator


class Command(BaseCommand):
    help = "Make the first administrator. Refused once the desk has had one; administrators add people in the admin."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="the name to sign in by")
        parser.add_argument("--name", default="", help="the person's name; by default the name to sign in by")
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input, one line"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            password = self._password(from_stdin=options["password_stdin"])
            person = first_administrator(
                username=options["username"], name=options["name"] or options["username"], password=password
            )
        except ReviewersError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{person.username} is the first administrator of this desk.")

    def _password(self, *, from_stdin: bool) -> str:
        """Return the password typed twice, or the first line of standard input. Never an argument: others see those."""
        if from_stdin:
            return sys.stdin.readline().rstrip("\r\n")
        try:
            first, second = getpass.getpass("Password: "), getpass.getpass("The same again: ")
        except (EOFError, KeyboardInterrupt) as reason:
            raise CommandError("No password was given.") from reason
        if first != second:
            raise CommandError("The two passwords differ; nobody was added.")
        return first

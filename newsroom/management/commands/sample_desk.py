"""Load the sample newsroom into an empty database, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from newsroom import sample_desk
from newsroom.sample_desk.people import PEOPLE, sign_ins
from reviewers.models import Reviewer


class Command(BaseCommand):
    help = (
        "Load the sample newsroom into an empty database: invented people, documents, figures and summaries."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sign-ins", action="store_true", help="print the sign-ins of the sample people (DEBUG only)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The sample desk has passwords everybody knows. It is loaded with DEBUG=1 only."
            )
        if sample_desk.is_built():
            self.stdout.write("The newsroom has people already; the sample desk was not loaded again.")
        else:
            with transaction.atomic():
                sample_desk.build()
            self.stdout.write("The sample desk is loaded.")
        is_sample = Reviewer.objects.filter(username=PEOPLE[0].username, name=PEOPLE[0].name).exists()
        if options["sign_ins"] and is_sample:
            self.stdout.write(sign_ins())

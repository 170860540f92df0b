"""manage.py reread: run a newer reader over what nobody touched."""

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.ingest import account
from claims.reread import reread
from claims.second_reading import read_again
from sources.errors import SourcesError
from sources.file_names import visible
from sources.models import Document


class Command(BaseCommand):
    help = (
        "Read the documents again: untouched proposals get the newer reading, new ones are added, and nothing that a "
        "person touched is moved. Running it twice changes nothing the second time. Where a second reader is set up, "
        "it is asked afterwards, and the status is 0 only if it answered."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "documents", nargs="*", metavar="UID", help="documents to read; otherwise all that stand"
        )
        parser.add_argument(
            "--by", default="", metavar="NAME", help="account that reads; otherwise the machine"
        )
        parser.add_argument("--json", action="store_true", help="the counts as one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        documents = [_document(uid) for uid in options["documents"]] or None
        try:
            by = account(options["by"])
            done = reread(by=by, documents=documents)
            second = read_again(by=by, documents=documents)
        except SourcesError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(
                json.dumps(asdict(done) | ({"n_second": second.n_added} if second.name else {}))
            )
        else:
            self.stdout.write(
                f"{done.n_documents} documents read: {done.n_replaced} proposals read anew, {done.n_added} added, "
                f"{done.n_gone} set aside." + (f" {second.found()}" if second.n_added else "")
            )
        for warning in second.warnings(by):
            self.stderr.write(warning)
        if second.troubles:
            sys.exit(1)


def _document(uid: str) -> Document:
    try:
        return Document.objects.get(uid=uid)
    except (Document.DoesNotExist, ValidationError) as error:
        raise CommandError(f"There is no document {visible(uid)}.") from error

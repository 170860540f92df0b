"""Bringing files in from a shell, each as the desk's own form would; the site makes it `manage.py ingest`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Count

from claims.bring_in import Arrival
from claims.errors import ClaimsError
from claims.second_reading import SecondReading, read_again
from ledger.people import Person
from sources.errors import SourcesError, TooLarge
from sources.file_names import visible
from sources.kinds import refuse_address
from sources.models import Document


class IngestCommand(BaseCommand):
    """The command; `bring_in` is the act of whoever names it."""

    bring_in: Callable[..., Arrival]
    help = (
        "Bring text and HTML files in: keep the bytes, read, split, date and trace them, and propose their figures. "
        "Prints a line for each document. Ends with 0 only when every path went in, and was read by the second reader "
        "where one is set up; the others go in all the same."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH-or-URL", help="text or HTML file; - is standard input"
        )
        parser.add_argument(
            "--publisher", default="", help="who published it; otherwise what the text itself says"
        )
        parser.add_argument("--published", default="", help="date of publication, EDTF (2031-05-06)")
        parser.add_argument("--language", default="", help="language of the text, as en or ru")
        parser.add_argument(
            "--by", default="", metavar="NAME", help="account that brings it in; otherwise the machine"
        )
        parser.add_argument(
            "--protected", action="store_true", help="close the documents to all who may not see them"
        )
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a document, instead of a line"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        by = account(options["by"])
        n_failed = 0
        for path in options["paths"]:
            try:
                arrival = self._bring(path, by, options)
            except (SourcesError, ClaimsError, OSError) as error:
                n_failed += 1
                self.stderr.write(f"{visible(path)}: {_sentence(error)}")
            else:
                second = (
                    SecondReading()
                    if arrival.already_here
                    else read_again(by=by, documents=arrival.documents)
                )
                self._say(path, arrival, as_json=options["json"])
                n_failed += bool(second.troubles)
                for warning in second.warnings(by):
                    self.stderr.write(f"{visible(path)}: {warning}")
        if n_failed:
            sys.exit(1)

    def _bring(self, path: str, by: Person, options: dict[str, Any]) -> Arrival:
        return self.bring_in(
            by=by,
            content=_content(path),
            how="command",
            file_name="" if path == "-" else Path(path).name,
            publisher=options["publisher"],
            published=options["published"],
            language=options["language"],
            is_protected=options["protected"],
        )

    def _say(self, path: str, arrival: Arrival, *, as_json: bool) -> None:
        ids = [document.pk for document in arrival.documents]
        documents = Document.objects.filter(pk__in=ids).select_related("parent", "text")
        for document in documents.annotate(n_mentions=Count("mentions")).order_by("position", "pk"):
            row = told(path, arrival, document)
            self.stdout.write(json.dumps(row, ensure_ascii=False) if as_json else _line(row))


def account(name: str) -> Any:
    """Return the account of this name, or the machine's. Raises CommandError for an unknown or closed one."""
    people: Any = get_user_model().objects
    if not name:
        return people.machine()
    try:
        found = people.get_by_natural_key(name)
    except get_user_model().DoesNotExist:
        found = None
    if found is None or not found.is_active:
        raise CommandError(f"There is no open account named {visible(name)}.")
    return found


def _content(path: str) -> bytes:
    """Read a file, never more than the desk takes. Raises UnreadableKind for an address, TooLarge, OSError."""
    refuse_address(path)
    limit = settings.UPLOAD_MAX_BYTES
    if path == "-":
        content = sys.stdin.buffer.read(limit + 1)
    else:
        with Path(path).open("rb") as file:
            content = file.read(limit + 1)
    if len(content) > limit:
        raise TooLarge(
            f"This is larger than {limit // 1024 // 1024} MB. Bring it in as several smaller files."
        )
    return content


def told(path: str, arrival: Arrival, document: Any) -> dict[str, Any]:
    """Return what is said of one document. A protected one is named by its uid alone: this may end in a log."""
    is_open = not document.is_protected
    since = arrival.already_here.at.isoformat().replace("+00:00", "Z") if arrival.already_here else None
    return {
        "file": path if is_open else None,
        "capture": str(arrival.capture.uid),
        "document": str(document.uid),
        "parent": str(document.parent.uid) if document.parent else None,
        "title": document.title if is_open else None,
        "published": document.published_edtf or None,
        "language": document.language or None,
        "n_mentions": document.n_mentions,
        "is_complete": document.text.is_complete,
        "already_here_since": since,
        "notes": document.text.notes if document.parent is None and is_open else [],
    }


def _line(row: dict[str, Any]) -> str:
    indent = "  " if row["parent"] else ""
    title = visible(row["title"] or "") or ("(protected)" if row["file"] is None else "(no title)")
    parts = [
        row["document"],
        title,
        row["published"] or "no date",
        "1 figure" if row["n_mentions"] == 1 else f"{row['n_mentions']} figures",
    ]
    if row["already_here_since"]:
        parts.append(f"already here since {row['already_here_since']}")
    if not row["is_complete"]:
        parts.append("incomplete")
    if row["notes"]:
        parts.append("1 note" if len(row["notes"]) == 1 else f"{len(row['notes'])} notes")
    return indent + " · ".join(parts)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return " ".join(str(error).split())

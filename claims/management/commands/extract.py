"""Read files and print every figure, one JSON object per line. Touches no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.extraction import DocumentFacts, Extraction, ReadFigure, read
from claims.extraction.explain import explain
from claims.extraction.readings import plain
from claims.extraction.second import FATAL, SecondReaderFailed, add_second, hear
from claims.second_reading import configured, name_of, sentence
from sources.errors import SourcesError
from sources.parsing import parse


class Input(NamedTuple):
    """One text to read: where it came from, its id in a .jsonl file, its words and what is known of it."""

    file: str
    id: str | None
    text: str
    facts: DocumentFacts


class Command(BaseCommand):
    help = (
        "Print every figure of the given files as JSON lines: offsets, value, comparator, date, who says it."
    )
    requires_system_checks: list[str] = []
    requires_migrations_checks = False
    is_second_lost = False  # a second reader that did not answer is not waited for again

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="text, .html or .jsonl file; - is standard input"
        )
        parser.add_argument("--published", default="", help="date of publication, EDTF (2031-05-06)")
        parser.add_argument("--publisher", default="", help="who published the text")
        parser.add_argument("--title", default="", help="title of the text")
        parser.add_argument(
            "--explain", action="store_true", help="show which pass decided what, instead of JSON"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        facts = DocumentFacts(
            published=options["published"], publisher=options["publisher"], title=options["title"]
        )
        errors: list[str] = []
        for path in options["paths"]:
            try:
                for one in inputs(path, facts):
                    trouble = self._print(one, explained=options["explain"])
                    if trouble:
                        errors.append(f"{path}: {sentence(trouble)}")
            except (OSError, ValueError, KeyError, TypeError, SourcesError) as error:
                errors.append(f"{path}: {_sentence(error)}")
        if errors:
            raise CommandError("extract: " + "; ".join(dict.fromkeys(errors)))

    def _print(self, one: Input, *, explained: bool) -> str:
        """Print the figures of one text; return what went wrong with the second reader, by its code."""
        if explained:
            self.stdout.write(explain(one.text, one.facts))
            return ""
        reading = read(one.text, one.facts)
        trouble = ""
        try:
            second = None if self.is_second_lost else configured()
            if second:
                heard = hear(second, one.text, one.facts, name=name_of(second))
                reading, trouble = add_second(reading, heard.figures), heard.trouble
        except SecondReaderFailed as failure:
            trouble = failure.code
        self.is_second_lost = self.is_second_lost or trouble in FATAL
        self._rows(one, reading)
        return trouble

    def _rows(self, one: Input, reading: Extraction) -> None:
        for figure in reading.figures:
            self.stdout.write(json_line(one.file, one.id, figure))


def inputs(path: str, facts: DocumentFacts) -> Iterator[Input]:
    """Yield the texts of one path. A .jsonl file holds many, each with its own facts."""
    if path == "-":
        yield Input("-", None, decode(sys.stdin.buffer.read()), facts)
        return
    raw = Path(path).read_bytes()
    suffix = Path(path).suffix.lower()
    if suffix == ".jsonl":
        for number, line in enumerate(decode(raw).split("\n"), 1):
            if line.strip():
                yield _json_input(path, number, line, facts)
    elif suffix in (".html", ".htm", ".xhtml"):
        yield Input(path, None, parse(raw, file_name=Path(path).name).text, facts)
    else:
        yield Input(path, None, decode(raw), facts)


def _json_input(path: str, number: int, line: str, facts: DocumentFacts) -> Input:
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError(f"line {number} is not an object with a text")
    known = DocumentFacts(
        published=str(row.get("published") or facts.published),
        publisher=str(row.get("publisher") or facts.publisher),
        title=str(row.get("title") or facts.title),
        language=str(row.get("language") or ""),
    )
    return Input(path, row.get("id"), row["text"], known)


def decode(raw: bytes) -> str:
    """Decode UTF-8 (a byte order mark is dropped; UTF-16 with its mark is known too).

    Raises ValueError for bytes that are no UTF-8: guessing would shift every offset.
    """
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    return raw.decode("utf-8-sig")


def json_line(file: str, id: str | None, figure: ReadFigure) -> str:
    """Write one figure as a JSON object; decimals whole and without exponent."""
    row: dict[str, Any] = {"file": file, "id": id, **figure.as_row()}
    row["low"], row["high"] = figure.low, figure.high
    return "{" + ", ".join(f"{json.dumps(name)}: {_value(value)}" for name, value in row.items()) + "}"


def _value(value: Any) -> str:
    return plain(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _sentence(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start})"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return " ".join(str(error).split()) or type(error).__name__

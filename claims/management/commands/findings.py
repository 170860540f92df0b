"""manage.py findings: what the desk must explain, a line each."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.models import Finding


class Command(BaseCommand):
    help = (
        "Print the open findings, newest first. Findings that name a figure of protected words are left out "
        "unless --with-protected is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object per line")
        parser.add_argument(
            "--with-protected", action="store_true", help="also those that name figures of protected words"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = Finding.objects.standing().prefetch_related("named__figure")
        if not options["with_protected"]:
            found = found.about_open_words()
        for finding in found:
            self.stdout.write(json.dumps(_told(finding)) if options["json"] else _line(finding))
        if not found and not options["json"]:
            self.stdout.write("Nothing to explain.")


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "uid": str(finding.uid),
        "code": finding.code,
        "severity": finding.severity,
        "sentence": finding.sentence,
        "opened_at": finding.opened_at.isoformat().replace("+00:00", "Z"),
        "figures": [str(named.figure.uid) for named in finding.named.all()],
    }


def _line(finding: Finding) -> str:
    return f"{finding.severity:<6} {finding.get_code_display()}: {finding.sentence}"

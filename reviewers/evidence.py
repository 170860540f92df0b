"""What a verdict rests on, before and after it is signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from claims.models import Figure, Mention
from reviewers.errors import BadVerdict
from reviewers.models import Evidence, Verdict
from sources.models import Capture, Document

NOTE_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One thing a reviewer points at: exactly one of a mention, a document, a capture, another figure or a note.

    A figure is pinned in the state it has when the verdict is signed. `is_protected` keeps the item inside the
    newsroom; items in protected documents are kept there by themselves.
    """

    mention: Mention | None = None
    document: Document | None = None
    capture: Capture | None = None
    figure: Figure | None = None
    note: str = ""
    is_protected: bool = False

    @property
    def what(self) -> str:
        """Name the one thing this is. Raises BadVerdict when it is none or several."""
        given = [
            name
            for name in ("mention", "document", "capture", "figure", "note")
            if getattr(self, name) not in (None, "")
        ]
        if len(given) != 1:
            raise BadVerdict(
                _("Each piece of evidence is one thing: a mention, a document, another figure or a note.")
            )
        return given[0]

    def must_stay_inside(self) -> bool:
        """Say whether the item, or what it lies in, is protected. Reads the mention's document and the originator."""
        document = self.mention.document if self.mention else self.document
        party = self.figure.state.originator if self.figure else None
        return bool(
            self.is_protected
            or (document and (document.is_protected or document.capture.is_protected))
            or (self.capture and self.capture.is_protected)
            or (party and party.is_protected)
        )

    def columns(self) -> dict[str, Any]:
        """Return the columns of the stored row, but for verdict and position."""
        return {
            "mention": self.mention,
            "document": self.document,
            "capture": self.capture,
            "figure_state": self.figure.state if self.figure else None,
            "note": self.note.strip(),
            "is_protected": self.must_stay_inside(),
        }


def store(verdict: Verdict, items: Iterable[EvidenceItem]) -> list[Evidence]:
    """Write the evidence of a verdict, in the order given."""
    return [
        Evidence.objects.create(verdict=verdict, position=position, **item.columns())
        for position, item in enumerate(items)
    ]


def is_the_same(verdict: Verdict, items: Sequence[EvidenceItem]) -> bool:
    """Say whether a stored verdict rests on just these items. Reads its evidence."""
    stored = [
        (row.mention_id, row.document_id, row.capture_id, row.figure_state_id, row.note)
        for row in verdict.evidence.all()
    ]
    return stored == [
        (
            item.mention and item.mention.pk,
            item.document and item.document.pk,
            item.capture and item.capture.pk,
            item.figure and item.figure.current_state_id,
            item.note.strip(),
        )
        for item in items
    ]

"""What a figure node says: the figure's value in the language of the summary, from the record."""

from collections.abc import Iterable
from uuid import UUID

from claims.models import Figure
from claims.printing import printed
from summaries.tree import WORDINGS


def node_words(figures: Iterable[Figure], *, language: str) -> dict[tuple[UUID, str], str]:
    """Return what each figure prints in each wording."""
    return {
        (line.uid, wording): line.worded(wording)
        for line in printed(figures, language=language).values()
        for wording in WORDINGS
    }

"""What a figure node says: the figure's value in the language of the summary, from the record."""

from collections.abc import Iterable
from uuid import UUID

from claims.models import Figure, FigureState
from claims.printing import printed
from claims.wording import Forms, in_words
from summaries.tree import WORDINGS


def node_words(figures: Iterable[Figure], *, language: str) -> dict[tuple[UUID, str], str]:
    """Return what each figure prints in each wording."""
    return {
        (line.uid, wording): line.worded(wording)
        for line in printed(figures, language=language).values()
        for wording in WORDINGS
    }


def words_of(state: FigureState, *, wording: str = "full", language: str = "en") -> str:
    """Say a state's value, for a figure's history: "more than 60 people", as a state it no longer is in said it.

    A measure without words in the language keeps the language of those it has. Reads the measure's wordings.
    """
    measure = state.measure
    found = measure.wording(language) if measure else None
    return in_words(
        state.value, noun=found or Forms(other=state.counted), unit=measure.unit if measure else "",
        language=found.language if found else language, wording=wording,
    )  # fmt: skip

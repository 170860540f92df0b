"""The marks “not a figure”: where they stand, and how they travel from revision to revision.

A mark holds a quote and which occurrence of it in the masked plain text of a field (figure nodes are no text).
It is carried on only where the words around the number are still the same, so that no mark ever comes to
cover another number of the same digits.
"""

from typing import NamedTuple, Protocol

from summaries import body
from summaries.models import NotFigure, Revision

REASONS = (
    "date", "time", "age", "law", "name", "address", "identifier", "ordinal", "idiom", "page_mark", "not_a_claim",
    "misread",
)  # fmt: skip
CONTEXT = 24  # characters on each side that must stay


class Place(NamedTuple):
    """A number in a field: its words, and which occurrence of them, from 1."""

    field: str
    quote: str
    nth: int


class Fields(Protocol):
    """Anything with the three fields as kept HTML."""

    @property
    def headline(self) -> str: ...
    @property
    def standfirst(self) -> str: ...
    @property
    def body(self) -> str: ...


def masked(words: Fields) -> dict[str, str]:
    """Return the plain text of each field, figure nodes masked."""
    return {field: body.plain(body.stored(getattr(words, field))) for field in body.FIELDS}


def starts(text: str, quote: str) -> list[int]:
    """Return where `quote` begins in `text`, overlaps counted."""
    found, at = [], text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def place_of(field: str, text: str, start: int, quote: str) -> Place:
    """Return the place of the number that begins at `start`."""
    return Place(field, quote, starts(text, quote).index(start) + 1)


def stands(texts: dict[str, str], place: Place) -> bool:
    """Say whether a place is there."""
    return 1 <= place.nth <= len(starts(texts[place.field], place.quote))


def carried(before: Revision, after: Fields) -> list[NotFigure]:
    """Return copies of the marks of `before` whose numbers stand in `after` among the same words."""
    old, new = masked(before), masked(after)
    kept: dict[Place, NotFigure] = {}
    for mark in before.not_figures.all():
        place = _moved(old[mark.field], new[mark.field], Place(mark.field, mark.quote, mark.nth))
        if place:
            kept[place] = NotFigure(
                field=mark.field, quote=mark.quote, nth=place.nth, reason=mark.reason, note=mark.note, by_id=mark.by_id
            )  # fmt: skip
    return list(kept.values())


def _moved(old: str, new: str, place: Place) -> Place | None:
    """Return where a place of the old text is in the new one; None where its surroundings changed."""
    places = starts(old, place.quote)
    if place.nth > len(places):
        return None
    around = _around(old, places[place.nth - 1], place.quote)
    same = [n for n, at in enumerate(starts(new, place.quote), 1) if _around(new, at, place.quote) == around]
    if len(same) == 1:
        return place._replace(nth=same[0])
    return place if place.nth in same else None


def _around(text: str, at: int, quote: str) -> tuple[str, str]:
    """Return the words of the same paragraph before and after a number."""
    end = at + len(quote)
    before = text[max(0, at - CONTEXT) : at].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    return before, after


def copied(mark: NotFigure, revision: Revision) -> NotFigure:
    """Return the mark as a row of `revision`."""
    mark.pk, mark.revision = None, revision
    return mark

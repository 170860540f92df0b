"""The sentences of a summary and the figure nodes that stand in them. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from summaries import body
from summaries.body import MASK
from summaries.tree import Leaf

_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?$")
# Words whose full stop ends no sentence; single letters are initials.
_SHORT = frozenset(
    "mr mrs ms dr st no prof gen col lt sgt rep sen gov jan feb mar apr jun jul aug sept sep oct nov dec vs approx"
    " гг ул им тыс млн млрд проц см руб коп стр".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one paragraph. `text` has its nodes masked; `positions` names those nodes, over all fields."""

    field: str
    paragraph: int
    start: int  # in the plain text of the field
    text: str
    positions: tuple[int, ...]

    def printed(self, words: Mapping[int, str]) -> str:
        """Return the sentence with each node's words."""
        found = iter(self.positions)
        return "".join(words[next(found)] if letter == MASK else letter for letter in self.text)


def sentences(fields: Mapping[str, str]) -> list[Sentence]:
    """Cut the kept HTML of the fields into sentences, in reading order."""
    out: list[Sentence] = []
    position = count()
    for field in body.FIELDS:
        at = 0
        for paragraph, leaf in enumerate(body.leaves(body.stored(fields[field]))):
            out += _of_leaf(leaf, field, paragraph, at, position)
            at += len(body.plain_leaf(leaf)) + 1  # the line end between paragraphs
    return out


def _of_leaf(leaf: Leaf, field: str, paragraph: int, at: int, position: Iterator[int]) -> Iterator[Sentence]:
    words = body.plain_leaf(leaf)
    for start, end in _cuts(words):
        text = words[start:end]
        yield Sentence(
            field, paragraph, at + start, text, tuple(next(position) for _ in range(text.count(MASK)))
        )


def _cuts(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(words):
        before = _LAST_WORD.search(words[start : end.start()])
        is_short = (
            before and (len(before[1]) == 1 or before[1].casefold() in _SHORT) and words[end.start()] == "."
        )
        if is_short or words[end.end() : end.end() + 1].islower():
            continue
        yield start, end.end()
        start = end.end()
    if words[start:]:
        yield start, len(words)


def paragraph_positions(found: list[Sentence]) -> dict[int, set[int]]:
    """Return for each node the nodes of its paragraph."""
    groups: dict[tuple[str, int], set[int]] = {}
    for sentence in found:
        groups.setdefault((sentence.field, sentence.paragraph), set()).update(sentence.positions)
    return {position: group for group in groups.values() for position in group}

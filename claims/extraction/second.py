"""A second reader behind the same interface; off unless a setting names one. It runs after the grammar.

Any callable that takes a text and its facts and returns figures will do. What it adds is marked as its own
and never replaces what the grammar has read.
"""

from __future__ import annotations

import importlib
import json
import os
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from claims.extraction.readings import COMPARATORS, KINDS, DocumentFacts, Extraction, ReadFigure

Reader = Callable[[str, DocumentFacts], Sequence[ReadFigure]]
MAX_CHARACTERS = 20_000  # what is sent in one request
_ASK = (
    "List every figure in the text: an expression that states how many or how much, as a claim that could be"
    " checked; no dates,"
    " ages, law numbers, addresses, ordinals or names. Answer with JSON only: a list of objects with quote"
    " (exact words of the"
    " text), low, high (number or null), comparator (one of {comparators}), counted, kind (one of {kinds})."
)


def second_reader(name: str | None = None) -> Reader | None:
    """Return the reader that is named ("package.module:callable", or "openai"), or None.

    Without a name the environment variable SECOND_READER decides; empty means none.
    """
    name = os.environ.get("SECOND_READER", "") if name is None else name
    if not name:
        return None
    if name == "openai":
        return OpenAIReader(
            address=os.environ.get("SECOND_READER_URL", "http://127.0.0.1:8080/v1"),
            model=os.environ.get("SECOND_READER_MODEL", "default"),
            key=os.environ.get("SECOND_READER_KEY", ""),
        )
    module, _, attribute = name.partition(":")
    found: Reader = getattr(importlib.import_module(module), attribute)
    return found


def add_second(reading: Extraction, text: str, facts: DocumentFacts, reader: Reader) -> Extraction:
    """Add what the second reader found where the grammar read nothing."""
    taken = [(one.start, one.end) for one in reading.figures]
    added = []
    for one in reader(text, facts):
        exact = 0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.quote
        if exact and not any(start < one.end and one.start < end for start, end in taken):
            added.append(one)
            taken.append((one.start, one.end))
    figures = tuple(sorted((*reading.figures, *added), key=lambda one: one.start))
    covered = [(one.start, one.end) for one in added]
    leftover = tuple(
        one for one in reading.leftover if not any(s <= one.start and one.end <= e for s, e in covered)
    )
    return replace(reading, figures=figures, leftover=leftover)


class OpenAIReader:
    """A language model behind an OpenAI-compatible address. A failed request adds nothing."""

    def __init__(self, *, address: str, model: str, key: str = "", timeout_s: float = 60.0) -> None:
        self.address, self.model, self.key, self.timeout_s = address.rstrip("/"), model, key, timeout_s

    def __call__(self, text: str, facts: DocumentFacts) -> Sequence[ReadFigure]:
        """Ask the model and place its quotes in the text; what does not stand there word for word is dropped."""
        try:
            rows = json.loads(self._answer(text[:MAX_CHARACTERS]))
        except (OSError, ValueError, KeyError, IndexError, TypeError):
            return ()
        found: list[ReadFigure] = []
        at = 0
        for row in rows if isinstance(rows, list) else []:
            figure = self._figure(row, text, at) if isinstance(row, dict) else None
            if figure:
                found.append(figure)
                at = figure.end
        return found

    def _answer(self, text: str) -> str:
        ask = _ASK.format(comparators=", ".join(COMPARATORS), kinds=", ".join(KINDS))
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": ask}, {"role": "user", "content": text}],
        }
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = urllib.request.Request(  # noqa: S310 - the address is set by the newsroom, not by a text
            f"{self.address}/chat/completions", json.dumps(body).encode(), headers
        )
        with urllib.request.urlopen(request, timeout=self.timeout_s) as answer:  # noqa: S310
            words: str = json.load(answer)["choices"][0]["message"]["content"]
        return words.strip().removeprefix("```json").removesuffix("```").strip()

    def _figure(self, row: dict[str, object], text: str, at: int) -> ReadFigure | None:
        quote = str(row.get("quote") or "")
        start = text.find(quote, at) if quote else -1
        comparator, kind = str(row.get("comparator")), str(row.get("kind"))
        if start < 0 or comparator not in COMPARATORS or kind not in KINDS:
            return None
        try:
            low, high = (
                None if row.get(name) is None else Decimal(str(row[name])) for name in ("low", "high")
            )
        except InvalidOperation:
            return None
        if any(
            value is not None and (not value.is_finite() or abs(value) >= 10**20) for value in (low, high)
        ):
            return None
        return ReadFigure(
            start=start,
            end=start + len(quote),
            quote=quote,
            low=low,
            high=high,
            comparator=comparator,
            counted=str(row.get("counted") or ""),
            elided=False,
            kind=kind,
            unit="",
            flags=("second_reader",),
            predicate="",
            as_of=None,
            as_of_phrase="",
            as_of_basis="none",
            as_of_candidates=(),
            since=None,
            attribution=(),
            language="",
            reader=f"model {self.model}"[:60],
            confidence=0.3,
        )

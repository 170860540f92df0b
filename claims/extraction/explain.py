"""Show, for every number of a text, which pass decided what: for editors who ask why."""

from __future__ import annotations

from claims.extraction.pipeline import run
from claims.extraction.readings import DocumentFacts


def explain(text: str, facts: DocumentFacts) -> str:
    """Return one block of lines per figure and one line per number passed over."""
    reading = run(text, facts, explain=True)
    page = reading.page
    blocks: list[tuple[int, str]] = []
    for draft in reading.drafts:
        start, end = page.span(draft.first, draft.end)
        lines = [f"{start}-{end}  {page.words_of(draft.first, draft.end)}  (confidence {draft.confidence})"]
        lines += [f"    {step}: {words}" for step, words in draft.trace or []]
        blocks.append((start, "\n".join(lines)))
    for first, end, why in reading.passed:
        at, until = page.span(first, end)
        blocks.append((at, f"{at}-{until}  {page.words_of(first, end)}  no figure: {why}"))
    return "\n".join(words for _, words in sorted(blocks))

"""What closes a clause, and what stands behind a number."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.page import Page

CLOSERS = frozenset('. , ; : ) ? ! " \n ]'.split(" "))


def after_number(page: Page, draft: Draft) -> str:
    k = max(draft.b, draft.end)
    return page.words[k] if k < len(page.words) else "."

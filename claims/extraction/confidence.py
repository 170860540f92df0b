"""Say how sure a reading is, so that the doubtful ones come first."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.page import Page


def weigh(page: Page, drafts: list[Draft], language: Language) -> None:
    """Fill in the confidence of every draft, between 0.05 and 0.99."""
    for draft in drafts:
        draft.confidence = 0.9

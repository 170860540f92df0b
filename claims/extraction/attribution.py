"""Find who says a figure, nearest first; nobody named is the author's own voice."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts


def attribute(page: Page, drafts: list[Draft], language: Language, facts: DocumentFacts) -> None:
    """Fill in the attribution of every draft."""

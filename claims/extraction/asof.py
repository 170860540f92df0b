"""Work out the day or period a figure is true of, and where a running total begins."""

from __future__ import annotations

from claims.extraction.dates import DateMention, published_day
from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts


def date(page: Page, drafts: list[Draft], found: list[DateMention], language: Language, facts: DocumentFacts) -> None:
    """Fill in as_of, its basis and phrase, and since."""
    published = published_day(facts.published).edtf()
    for draft in drafts:
        if published:
            draft.as_of, draft.as_of_basis = published, "publication"

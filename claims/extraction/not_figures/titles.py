"""Titles with a number: "7 Seconds", "12 Monkeys is on late", "Three Rivers council met"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import is_headline
from claims.extraction.page import Page

_ONE_IS = words_of("licences", "singular_is")
_VERB_ENDS = endings_of("licences", "not_noun_of_title")
_CAPITAL_UNITS = words_of("licences", "capital_units")
_SHORT_UNIT = 3  # letters a unit may have that is written with a capital for itself


def is_title(page: Page, draft: Draft, language: Language) -> str:
    """Pass over a number whose capitalised noun does not agree with the verb or the noun behind it."""
    at, end = draft.noun_at, draft.noun_end
    if language.case or end <= at or draft.low == 1 or not page.capital(at) or not page.capital(end - 1):
        return ""
    words = page.words
    if not words[at].isalpha() or is_headline(page, draft.a):
        return ""
    if words[at] in language.units:
        return "name" if len(words[at]) > _SHORT_UNIT and words[at] not in _CAPITAL_UNITS else ""
    if draft.kind != "count" or end >= len(words):
        return ""
    after = words[end]
    if after in _ONE_IS:
        return "name"
    if not after.isalpha() or page.capital(end) or after in language.stop or after in language.verbs:
        return ""
    if after.endswith(_VERB_ENDS) or is_plural(after, language) or after in language.nouns:
        return ""
    return "name" if draft.form == "words" and page.capital(draft.a) else ""

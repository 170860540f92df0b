"""Stretches of time that say when, not how long: "two weeks ago", "within 60 days"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_BEFORE_OR_AFTER = words_of("not_figures", "before_or_after")
_IN_TIME = words_of("not_figures", "in_time")
_SPENT = words_of("not_figures", "spent")
_LOANS = words_of("not_figures", "loans")
_OVER_TIME = words_of("not_figures", "over_time")
_TERM_UNITS = words_of("not_figures", "term_units")
_AGO = words_of("not_figures", "ago")
_ENDED_AFTER = words_of("not_figures", "ended_after")
_SAVED = words_of("not_figures", "saved")
_OTHER_VERBS = words_of("licences", "other_verbs")
_PAST_ENDS = endings_of("not_figures", "past_ends")
_WITHIN = words_of("not_figures", "within")


def _has_lasted(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "sacked after 22 years" and "ended after four hours of talks": it went on for so long until then."""
    words, k, first = page.words, draft.first - 2, page.sentence(draft.first)[0]
    if language.case or k < first:
        return False
    if words[draft.noun_end : draft.noun_end + 1] == ["of"]:
        return True  # "reopened on Friday after two years of repairs"
    k -= words[k] in _SAVED and k > first  # "dug out after 31 hours"
    return (
        words[k].endswith(_PAST_ENDS)
        and len(words[k]) > 3
        or words[k] in language.verbs
        or words[k] in _OTHER_VERBS
    )


def is_time_location(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "two weeks ago", "the past 24 hours", "within 60 days", "через три дня"."""
    if draft.kind != "duration":
        return ""
    words = page.words
    k = max(draft.noun_end, draft.end)
    after = words[k] if k < len(words) else ""
    before = words[draft.first - 1] if draft.first else ""
    lasting = before in _SPENT and after in _BEFORE_OR_AFTER
    if (
        after in _AGO
        and not lasting
        or (after == "old" or before == "at" and words[draft.noun_at] in _TERM_UNITS)
    ):
        return "age" if after == "old" or before == "at" else "date"
    lasted = before in _ENDED_AFTER and draft.comparator != "between" and _has_lasted(page, draft, language)
    parts = before in _IN_TIME and draft.low != int(draft.low or 0) and draft.noun_end > draft.noun_at
    if before in _WITHIN and not lasted and not parts:
        return "date"
    if draft.hyphened:
        if words[k : k + 2] == ["-", "old"] or words[k : k + 2] in (["-", "olds"], ["-", "old's"]):
            return "age"
        if after in _LOANS:
            return "name"
    if (
        before == "the"
        and not draft.hyphened
        and draft.first > 1
        and words[draft.first - 2] in _OVER_TIME
        and after not in ("of",)
    ):
        return "date"
    if (
        language.case
        and before == ","
        and after in (",", ".")
        and draft.unit == "год"
        and (draft.low or 0) < 110
    ):
        return "age"
    return ""

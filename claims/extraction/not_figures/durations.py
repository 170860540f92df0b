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
_COMPLETING = words_of("not_figures", "completing")
_YET_TO_COME = words_of("not_figures", "yet_to_come")
_BOUNDS = words_of("licences", "bounds_of_age")
_GROUPS = words_of("not_figures", "groups")
_SINGLE_UNITS = words_of("not_figures", "single_units")
_SAVED = words_of("not_figures", "saved")
_OTHER_VERBS = words_of("licences", "other_verbs")
_PAST_ENDS = endings_of("not_figures", "past_ends")
_WITHIN = words_of("not_figures", "within")


_ENDING = words_of("not_figures", "ending")
_OBJECT = 9  # words the object and the place of a verb have at most


def _has_lasted(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "sacked after 22 years" and "ended after four hours of talks": it went on for so long until then."""
    words, k, first = page.words, draft.first - 2, page.sentence(draft.first)[0]
    if language.case:
        return False
    if words[draft.noun_end : draft.noun_end + 1] == ["of"]:
        return True  # "reopened on Friday after two years of repairs"
    if k < first:
        return False
    if _ends(words[max(k - _OBJECT, first) : k + 1]):
        return True  # "closed the file after ten days"
    k -= words[k] in _SAVED and k > first  # "dug out after 31 hours"
    return (
        words[k].endswith(_PAST_ENDS)
        and len(words[k]) > 3
        or words[k] in language.verbs
        or words[k] in _OTHER_VERBS
    )


def _ends(words: list[str]) -> bool:
    """Tell whether a verb of what comes to an end is among the last words, with no comma after it."""
    for word in reversed(words):
        if word in _ENDING or not word.isalpha():
            return word in _ENDING
    return False


_OLD = (["-", "old"], ["-", "olds"], ["-", "old's"])


def _was_done(page: Page, draft: Draft) -> bool:
    """Tell "the crew put it out in two hours" and "finished in six weeks": that is how long it took."""
    first, _ = page.sentence(draft.first)
    near = page.words[max(draft.first - 9, first) : draft.first - 1]
    after = page.words[draft.noun_end : draft.noun_end + 1]
    done = not _COMPLETING.isdisjoint(near) and _YET_TO_COME.isdisjoint(near)
    return done and after != ["'"] and not page.words[draft.noun_at].endswith("'")


def _names_or_ages(page: Page, draft: Draft, before: str, after: str, language: Language) -> str:
    """Read "three-year-old" and "babies under six months" as ages, "10-year bond" and "Studio 54 night" as names."""
    words, i = page.words, draft.first
    k = max(draft.noun_end, draft.end)
    if draft.hyphened and (words[k : k + 2] in _OLD or after in _LOANS):
        return "name" if after in _LOANS else "age"
    if language.case:
        return ""
    if draft.first < draft.a and words[i] in _BOUNDS and before in _GROUPS:
        return "age"
    many = (draft.low or 0) > 1 and draft.form == "digits" and not draft.hyphened and i == draft.a
    single = draft.noun_end - draft.noun_at == 1 and words[draft.noun_at] in _SINGLE_UNITS
    if many and single and before.isalpha() and page.capital(i - 1) and i - 1 > page.sentence(i)[0]:
        return "name"
    return ""


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
    if why := _names_or_ages(page, draft, before, after, language):
        return why
    lasted = before in _ENDED_AFTER and draft.comparator != "between" and _has_lasted(page, draft, language)
    lasted = lasted or before in _IN_TIME and not language.case and _was_done(page, draft)
    parts = before in _IN_TIME and draft.low != int(draft.low or 0) and draft.noun_end > draft.noun_at
    if before in _WITHIN and not lasted and not parts:
        return "date"
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

"""Bare hours told by a hedge or by what is set for them: "began around four this afternoon", "is set for ten"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_HEDGES = words_of("not_figures", "hour_hedges")
_AT_HOUR = words_of("not_figures", "at_hour")
_PARTS_OF_DAY = phrases_of("not_figures", "parts_of_day")
_OPENINGS = words_of("not_figures", "openings")
_HAPPENS = words_of("not_figures", "happens")
_IT = words_of("licences", "it_is")
_IS = words_of("licences", "one_is")
_THEN = words_of("not_figures", "then")
_SET = words_of("not_figures", "set_for_hour")
_FOR_OR_AT = words_of("not_figures", "for_or_at")
_LATER = words_of("not_figures", "later")
_UNTIL = words_of("not_figures", "until_hour")
_FROM = words_of("not_figures", "from_hour")
_TO = words_of("not_figures", "to_hour")
_PAST = words_of("not_figures", "past_or_to")
_MIDNIGHT = words_of("not_figures", "midnight")
_IN_THE = phrases_of("not_figures", "in_the")
_MORNING = words_of("not_figures", "morning")
_PAST_ENDS = endings_of("not_figures", "past_ends")
_BETWEEN = words_of("not_figures", "between_hours")
_EACH = words_of("not_figures", "each_night")
_MANY_DO = words_of("licences", "helping") | words_of("licences", "states") | words_of("licences", "passing")
_HOUR = 60  # minutes
_NOON = 12


def is_hour(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "around four this afternoon", "shuts about six", "it was nearly ten before", "set for ten"."""
    value = draft.low if draft.low is not None else draft.high
    if language.case or draft.scaled or value is None or not 1 <= value <= _NOON or value != int(value):
        return ""
    words, k = page.words, draft.a - 1
    if _is_of_day(page, draft, language):
        return "time"
    hedged = k >= 0 and words[k] in _HEDGES
    k -= hedged
    if k < 1:
        return ""
    behind, after = max(draft.b, draft.end), after_number(page, draft)
    if _is_stretch(page, k, draft, after):
        return "time"
    closed = after in CLOSERS or after in _LATER
    opens = words[k] in _OPENINGS or words[k] in _HAPPENS
    if words[behind : behind + 2] in _PARTS_OF_DAY or words[behind : behind + 1] in _PARTS_OF_DAY:
        return "time" if words[k] in _AT_HOUR or hedged and opens else ""
    if hedged and opens and closed or words[k] in _IS and words[k - 1] in _IT and after in _THEN:
        return "time"
    return "time" if closed and words[k] in _FOR_OR_AT and words[k - 1] in _SET else ""


def _is_of_day(page: Page, draft: Draft, language: Language) -> bool:
    """Read "two in the morning" and "Between nine and ten each night he walks"."""
    words, k, i = page.words, max(draft.b, draft.end), draft.first
    if words[k : k + 2] in _IN_THE and "".join(words[k + 2 : k + 3]) in _MORNING:
        before = words[i - 1] if i > page.sentence(i)[0] else ""
        return before not in language.verbs and not before.endswith(_PAST_ENDS)
    after = words[k] if k < len(words) else "."
    opens = draft.comparator == "between" and words[i] in _BETWEEN and i == page.sentence(i)[0]
    return opens and draft.form == "words" and (after in _EACH or after in language.stop - _MANY_DO)


def _is_stretch(page: Page, k: int, draft: Draft, after: str) -> bool:
    """Read "from two till five" and "runs from ten to five"; `k` is the token before the hour."""
    words, last = page.words, page.memo.get("mask")
    if any(word in _UNTIL for word in words[draft.a : draft.b]):
        return True
    if words[k] in _FROM and (after in _UNTIL or after in _TO and words[k - 1] in _OPENINGS):
        return True
    return words[k] in _TO and last is not None and last[1] == k and last[2] == "time"


def is_past_hour(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "one minute past midnight" and "ten minutes to six"."""
    words, k = page.words, draft.noun_end
    if (
        not language.case
        and draft.unit == "hour"
        and (draft.low or 0) >= 100
        and (draft.low or 0) % 100 < _HOUR
    ):
        return (
            "time" if draft.first and words[draft.first - 1] in _AT_HOUR else ""
        )  # "at sixteen hundred hours"
    if language.case or draft.unit != "minute" or k + 1 >= len(words) or words[k] not in _PAST:
        return ""
    return "time" if words[k + 1] in _MIDNIGHT or words[k + 1] in language.numbers else ""

"""Bare numbers that look like counts and are not: hours, odds, standings, ranks, rows of numbers."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_FROM_OR_TO = words_of("not_figures", "from_or_to")
_BEFORE_OR_AFTER = words_of("not_figures", "before_or_after")
_GOES_ON_AFTER_TIME = words_of("not_figures", "goes_on_after_time", signs=", . ;")
_AND_OR = words_of("not_figures", "and_or")
_POINT_UNITS = words_of("not_figures", "point_units")
_STANDING_OPENERS = words_of("not_figures", "standing_openers")

_JOINS_ROW = words_of("not_figures", "joins_row", signs=",")
_AROUND_CASE = words_of("not_figures", "around_case")
_OF_DEPARTURE = words_of("not_figures", "of_departure")
_SET_FOR = phrases_of("not_figures", "set_for")
_NEAR_HOUR = words_of("not_figures", "near_hour")
_BEFORE_CLOCK = words_of("not_figures", "before_clock")
_HAVE_RANK = words_of("not_figures", "have_rank")
_RANK_MOVES = words_of("not_figures", "rank_moves")
_HAVE_RANK_PLURAL = words_of("not_figures", "have_rank_plural")

_LEVELS = words_of("not_figures", "lookalikes_levels")
_OPENINGS = words_of("not_figures", "openings")
_HEDGES = words_of("not_figures", "hedges")
_LATER = words_of("not_figures", "later")
_CLOCKED = endings_of("not_figures", "clocked")
_NEARED = endings_of("not_figures", "neared")
_RANKS = words_of("not_figures", "ranks")
_STANDING = words_of("not_figures", "standing")


def is_clock(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "sailed at about ten", "close by 11", "8.15, 9.15 and 10.15", "к девяти"."""
    top = draft.high if draft.high is not None else draft.low
    if not draft.elided or draft.scaled or top is None or not 0 < top <= 24:
        return ""
    after, words = after_number(page, draft), page.words
    if _follows_time(page, draft) or _of_departure(page, draft, after):
        return "time"
    if _is_dotted(words[draft.a]) and top < 24 and draft.comparator == "exact":
        first, _ = page.sentence(draft.a)
        if any(word in _TIMETABLE for word in words[max(first, draft.a - 8) : draft.a]):
            return "time"
        if words[draft.a - 2 : draft.a] in _SET_FOR:
            return "time" if after in CLOSERS else ""
    k = draft.a - 1
    while k > 0 and words[k] in _HEDGES:
        k -= 1
    if k < 1 or top != int(top):
        return ""
    first, end = page.sentence(draft.a)
    near = words[max(first, k - 12) : k]
    if language.case:
        return _is_clock_case(words, draft.a - 1, near, after)
    if any(word in _LEVELS for word in words[max(first, k - 8) : k]):
        return ""
    timed = any(word in _OPENINGS for word in near)
    if words[k] == "at" and draft.form == "words" and top <= 12:
        return "time" if after in CLOSERS or after in _LATER else ""
    if words[k] in _BEFORE_OR_AFTER and words[k - 1] in _NEAR_HOUR and top <= 12:
        return "time" if after in CLOSERS else ""
    if words[k] in _BEFORE_CLOCK and timed and near[-1:] != ["with"]:
        return "time" if after in CLOSERS or after in _LATER or after in _AND_OR else ""
    return ""


_TIMETABLE = words_of("not_figures", "timetable")


def _is_clock_case(words: list[str], k: int, near: list[str], after: str) -> str:
    if words[k] == "в" and words[k - 1] == "часов":
        return "time"
    if words[k] == "около" and after in CLOSERS and any(word in _PARTS for word in near):
        return "time"
    if words[k] in _FROM_OR_TO and any(word.startswith(_AT_WORK) for word in near):
        return "time" if after in CLOSERS or after == "до" else ""
    if after not in CLOSERS or any(word.startswith(_NEARED) for word in near):
        return ""
    if words[k] == "к":
        return "time"
    timed = any(word.startswith(_CLOCKED) for word in near)
    return "time" if words[k] in _AROUND_CASE and timed else ""


_PARTS = words_of("not_figures", "parts")
_AT_WORK = endings_of("not_figures", "lookalikes_at_work")


def _follows_time(page: Page, draft: Draft) -> bool:
    """Tell whether the number only goes on a row of times: "at 8.15, 9.15 and 10.15"."""
    last, i = page.memo.get("mask"), draft.first - 1
    if not last or last[2] != "time" or last[1] != i or page.words[i] not in _JOINS_ROW:
        return False
    return _is_dotted(page.words[draft.a]) or after_number(page, draft) in _GOES_ON_AFTER_TIME


def _is_dotted(word: str) -> bool:
    hours, mark, minutes = word.partition(".")
    return (
        bool(mark) and len(minutes) == 2 and hours.isdecimal() and minutes.isdecimal() and int(minutes) < 60
    )


def _of_departure(page: Page, draft: Draft, after: str) -> bool:
    """Read "nor did the 8.15." and "Sundays, 2.15:" as times of day; also "daily, 9 to 12."."""
    words, i = page.words, draft.a
    if i and _is_dotted(words[i]) and words[i - 1] == "the" and after in _OF_DEPARTURE:
        return draft.comparator == "exact"
    if after not in CLOSERS or not i:
        return False
    if draft.comparator == "between" and words[i - 1] == "," and draft.form == "digits":
        return words[i + 1 : i + 2] == ["to"] and draft.low == int(draft.low or 0)
    return (
        _is_dotted(words[i])
        and draft.comparator == "exact"
        and (words[i - 1] == "the" or words[i - 1] == "," and words[i - 2][:3] in _DAYS)
    )


_DAYS = words_of("not_figures", "days")


def is_rank(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "(rated 12)", "odds of 5 to 1", "jurors 1 to 12", "lots numbered 120 to 140 were", "214 for 6"."""
    if not draft.elided or draft.scaled:
        return ""
    words, i, k = page.words, draft.a, max(draft.b, draft.end)
    before, after = words[i - 1] if i else "", after_number(page, draft)
    if before in _RANKS and draft.comparator == "exact":
        return "identifier"
    if before == "numbered" and draft.form == "digits" and after in _HAVE_RANK:
        return "identifier"
    if (
        draft.comparator == "between"
        and draft.form == "digits"
        and draft.low == 1
        and words[i + 1 : i + 2] == ["to"]
    ):
        return "identifier" if before not in _RANK_MOVES else ""
    plural = before.endswith("s") and before.isalpha() and before not in language.stop | language.verbs
    if draft.comparator == "between" and draft.form == "digits" and words[i + 1 : i + 2] == ["to"] and plural:
        return "identifier" if after in _HAVE_RANK_PLURAL else ""
    if (
        words[k : k + 2] == ["to", "1"]
        or words[k : k + 2] == ["to", "one"]
        and words[max(i - 2, 0) : i] == ["odds", "of"]
    ):
        draft.b = draft.end = k + 2
        return "not_a_claim"
    last = page.memo.get("mask")
    if before == "for" and last and last[1] == i - 1 and last[2] == "name" and (draft.low or 0) <= 10:
        return "not_a_claim" if after in CLOSERS or after in ("(", "and") else ""
    return ""


def is_standing(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "fourth on 41 points": a place in a table."""
    words, i = page.words, draft.first
    if draft.unit not in _POINT_UNITS or i < 2 or words[i - 1] not in _STANDING_OPENERS:
        return ""
    return "not_a_claim" if any(word in _STANDING for word in words[max(i - 4, 0) : i - 1]) else ""

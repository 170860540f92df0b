"""Bare numbers that are times of day: "sailed at about ten", "from 2 to 4 p.m.", "к девяти"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.calls import Call
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_FROM_OR_TO = words_of("not_figures", "from_or_to")
_BEFORE_OR_AFTER = words_of("not_figures", "before_or_after")
_GOES_ON_AFTER_TIME = words_of("not_figures", "goes_on_after_time", signs=", . ;")
_AND_OR = words_of("not_figures", "and_or")
_JOINS_ROW = words_of("not_figures", "joins_row", signs=",")
_AROUND_CASE = words_of("not_figures", "around_case")
_OF_DEPARTURE = words_of("not_figures", "of_departure")
_SET_FOR = phrases_of("not_figures", "set_for")
_NEAR_HOUR = words_of("not_figures", "near_hour")
_BEFORE_CLOCK = words_of("not_figures", "before_clock")
_CLOCK_LEVELS = words_of("not_figures", "clock_levels")
_OPENINGS = words_of("not_figures", "openings")
_HEDGES = words_of("not_figures", "hedges")
_OPEN_AT = words_of("not_figures", "open_at")
_LATER = words_of("not_figures", "later")
_CLOCKED = endings_of("not_figures", "clocked")
_NEARED = endings_of("not_figures", "neared")
_TIMETABLE = words_of("not_figures", "timetable")
_PARTS = words_of("not_figures", "parts")
_OPENING_STEMS = endings_of("not_figures", "opening_stems")
_DAYS = words_of("not_figures", "days")
_AFTER_CLOCK_WORD = words_of("not_figures", "after_clock_word")
_BEFORE_HOUR = words_of("not_figures", "before_hour")
_MERIDIEM_TOKENS = phrases_of("not_figures", "meridiem_tokens")
_MERIDIEM_LETTERS = frozenset(tokens[0] for tokens in _MERIDIEM_TOKENS)
_MERIDIEM_WORDS = words_of("not_figures", "meridiem_words")
_AFTER_TIME = _MERIDIEM_WORDS.union(_MERIDIEM_LETTERS, ["sharp"])
_LAST_OF_TIME = frozenset(["p", "sharp"])
_CLOCK_WORD_LEVELS = words_of("not_figures", "clock_word_levels")
CALLS_CLOCK_WORD = Call(before=frozenset(["at"]))
CALLS_TIME = Call(number=_LAST_OF_TIME, behind=_AFTER_TIME)


def is_clock(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "sailed at about ten", "close by 11", "8.15, 9.15 and 10.15", "к девяти"."""
    top = draft.high if draft.high is not None else draft.low
    if not draft.elided or draft.scaled or top is None or not 0 < top <= 24:
        return ""
    after, words = after_number(page, draft), page.words
    if _follows_time(page, draft) or _of_departure(page, draft, after) or _is_opening(page, draft, after):
        return "time"
    if _is_dotted(words[draft.a]) and top < 24 and draft.comparator == "exact":
        first, _ = page.sentence(draft.a)
        if not _TIMETABLE.isdisjoint(words[max(first, draft.a - 8) : draft.a]):
            return "time"
        if words[draft.a - 2 : draft.a] in _SET_FOR:
            return "time" if after in CLOSERS else ""
    return _is_hour(page, draft, language, after) if top == int(top) else ""


def _is_hour(page: Page, draft: Draft, language: Language, after: str) -> str:
    """Read whole hours by the word before: "at ten", "shortly before 9", "opens by 11", "около семи"."""
    words, k = page.words, draft.a - 1
    while k > 0 and words[k] in _HEDGES:
        k -= 1
    if k < 1:
        return ""
    first, _ = page.sentence(draft.a)
    near = words[max(first, k - 12) : k]
    if language.case:
        return _is_clock_case(words, draft.a - 1, near, after)
    if not _CLOCK_LEVELS.isdisjoint(words[max(first, k - 8) : k]):
        return ""
    early = (draft.high if draft.high is not None else draft.low or 0) <= 12
    closed = after in CLOSERS
    if words[k] == "at" and draft.form == "words" and early:
        return "time" if closed or after in _LATER else ""
    if words[k] in _BEFORE_OR_AFTER and words[k - 1] in _NEAR_HOUR and early:
        return "time" if closed else ""
    timed = words[k] in _BEFORE_CLOCK and near[-1:] != ["with"] and not _OPENINGS.isdisjoint(near)
    return "time" if timed and (closed or after in _LATER or after in _AND_OR) else ""


def _is_clock_case(words: list[str], k: int, near: list[str], after: str) -> str:
    if words[k] == "в" and words[k - 1] == "часов":
        return "time"
    if words[k] == "около" and after in CLOSERS and any(word in _PARTS for word in near):
        return "time"
    if words[k] in _FROM_OR_TO and any(word.startswith(_OPENING_STEMS) for word in near):
        return "time" if after in CLOSERS or after == "до" else ""
    if after not in CLOSERS or any(word.startswith(_NEARED) for word in near):
        return ""
    if words[k] == "к":
        return "time"
    timed = any(word.startswith(_CLOCKED) for word in near)
    return "time" if words[k] in _AROUND_CASE and timed else ""


def _follows_time(page: Page, draft: Draft) -> bool:
    """Tell whether the number only goes on a row of times: "at 8.15, 9.15 and 10.15"."""
    last, i = page.memo.get("mask"), draft.first - 1
    if not last or last[2] != "time" or last[1] != i or page.words[i] not in _JOINS_ROW:
        return False
    return _is_dotted(page.words[draft.a]) or after_number(page, draft) in _GOES_ON_AFTER_TIME


def _is_opening(page: Page, draft: Draft, after: str) -> bool:
    """Read "Open 10-4, closed 1-2", "Visiting 3–4 and 7–8": hours, with a dash, behind what opens."""
    words, i = page.words, draft.a
    if (
        draft.comparator != "between"
        or words[i + 1] not in "-–"
        or after not in CLOSERS
        and after not in _AND_OR
    ):
        return False
    if words[i - 1] in _AND_OR:
        return page.memo.get("opening_hours") == i - 1
    told = words[i - 1] in _OPENINGS or words[i - 1] in _OPEN_AT or words[i - 1][:3] in _DAYS
    if told:
        page.memo["opening_hours"] = draft.b
    return told


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


def is_clock_word(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "doors open at seven"."""
    if (
        draft.form != "words"
        or not draft.elided
        or draft.kind != "count"
        or draft.comparator != "exact"
        or not draft.low
        or draft.low > 12
        or draft.a < 2
    ):
        return ""
    words = page.words
    if words[draft.a - 1] != "at" or words[draft.a - 2] in _CLOCK_WORD_LEVELS:
        return ""
    if not _CLOCK_LEVELS.isdisjoint(words[max(page.sentence(draft.a)[0], draft.a - 8) : draft.a - 1]):
        return ""  # "put the crowd at twelve"
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    return "time" if after in CLOSERS or after in _AFTER_CLOCK_WORD else ""


def is_time(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "from 2 to 4 p.m.", "between 9 and 11 am" and "at nine sharp"."""
    words, k = page.words, max(draft.b, draft.end)
    after = words[k] if k < len(words) else ""
    last = words[k - 1] if k <= len(words) else ""  # a unit cut off by the end of the text goes beyond it
    if after not in _AFTER_TIME and last not in _LAST_OF_TIME:
        return ""
    if draft.unit == "GBP" and last == "p":
        return "time" if words[k : k + 2] == [".", "m"] else ""
    if "sharp" in (last, after) and draft.first and words[draft.first - 1] in _BEFORE_HOUR:
        n = words.index("sharp", k - 1)
        return "time" if "".join(words[n + 1 : n + 2]) in ("", *CLOSERS) else ""
    if after in _MERIDIEM_WORDS or after in _MERIDIEM_LETTERS and words[k : k + 3] in _MERIDIEM_TOKENS:
        return "time"
    return ""

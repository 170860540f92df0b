"""Digits that are a time of day."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask, measured, noun_follows
from claims.extraction.page import Page

_COUNTED_TIME = words_of("masks_case", "counted_time")
_NEAR_CLOCK = words_of("masks", "near_clock")
_NOON = words_of("masks", "noon")
_NOON_LETTERS = words_of("masks", "noon_letters")
_FROM_WORDS = words_of("masks", "from_words")
_ABOUT = words_of("masks", "about")
_MERIDIEM = words_of("masks", "meridiem")
_BEFORE_CLOCK = words_of("masks", "before_clock")
_AFTER_CLOCK = words_of("masks", "after_clock", signs=". ,")
_HOUR_WORDS = words_of("masks", "hour_words")
_MINUTES = words_of("masks_case", "minutes")
_BEFORE_DAYTIME = words_of("masks", "before_daytime")
_DAYTIME_CERTAIN = words_of("masks", "daytime_certain")
_OCLOCK = words_of("masks", "oclock")
_DAYTIME = words_of("masks", "daytime")
_DEPARTS = words_of("masks", "departs")
_LEVELS = words_of("masks", "levels")
CALLS_TIME = _OCLOCK | _NOON_LETTERS  # right behind a number that can be a time


def time_of_day(page: Page, i: int, language: Language) -> Mask | None:
    """Read "5 pm", "9 o'clock", "в 7 утра", "с 9 до 18 часов" and "at 7."."""
    words, j = page.words, i + 1
    if j >= len(words):
        return None
    meridiem = _meridiem(page, i, words[j]) if words[j] in _OCLOCK or words[j] in _NOON_LETTERS else None
    if meridiem:
        return meridiem
    if not language.case and (not i or words[i - 1] != "at") or not words[i].isdecimal() or len(words[i]) > 2:
        return None
    timed = _hours_case(page, i, words[j], language) if language.case else None
    return timed or ((i, i + 1, "time") if _is_at_hour(page, i, words[j]) else None)


def _meridiem(page: Page, i: int, word: str) -> Mask | None:
    words, j = page.words, i + 1
    if word in _OCLOCK and (word != "est" or words[i].isdecimal()):
        return i, j + 1, "time"
    if word in _NOON_LETTERS:
        if words[j + 1 : j + 3] == [".", "m"]:
            return i, j + 4 if words[j + 3 : j + 4] == ["."] else j + 3, "time"
        if page.glued(j) and words[j + 1 : j + 2] == ["m"]:
            return i, j + 2, "time"
    return None


def _hours_case(page: Page, i: int, word: str, language: Language) -> Mask | None:
    """Read "с 9 до 18 часов", "в 7 утра", "6 часов вечера"."""
    words, n, j = page.words, len(page.words), i + 1
    if word == "до" and i and words[i - 1] in _FROM_WORDS and j + 2 < n:
        hours = words[j + 2].startswith("час")
        closed = words[j + 2] in ".,;)" and not _changes(page, i, language)
        if words[j + 1].isdecimal() and len(words[j + 1]) <= 2 and (hours or closed):
            return i, j + 3 if hours else j + 2, "time"
    if word in _DAYTIME and i and (words[i - 1] in _BEFORE_DAYTIME or word in _DAYTIME_CERTAIN):
        return i, j + 1, "time"
    if word in _HOUR_WORDS and i > 1 and words[i - 1] in _BEFORE_DAYTIME and words[i - 2] in language.months:
        return i, j + 1, "time"  # "17 сентября около 22 часов"
    if word in _HOUR_WORDS and j + 1 < n:
        lasts = (
            words[j + 2 : j + 3] and words[j + 2] in _MINUTES and (not i or words[i - 1] not in _BEFORE_CLOCK)
        )
        if lasts:
            return None  # "дорога заняла 3 часа 20 минут"
        if words[j + 1] in _DAYTIME or words[j + 1][0].isdecimal() or words[j + 1] == "по":
            return i, j + 2, "time"
    return None


def _changes(page: Page, i: int, language: Language) -> bool:
    """Tell whether something grew or fell right before: "сократилось с 12 до 9"."""
    stems = language.words["changes"]
    back = 20 if i > 1 and page.words[i - 2] in "—–" else 5  # "аварий стало меньше, погибших — с 14 до 9"
    near = page.words[max(i - back, page.sentence(i)[0]) : i]
    return any(word[:5] in stems or word[:4] in stems for word in near)


def _is_at_hour(page: Page, i: int, word: str) -> bool:
    """Read "at 7." and "at 9 in the morning"; "the toll stands at 7" is a level."""
    words = page.words
    if not i or words[i - 1] != "at" or int(words[i]) > 24 or word not in _AFTER_CLOCK:
        return False
    if any(other in _LEVELS for other in words[max(i - 8, 0) : i - 1]):
        return False
    return word != "in" or words[i + 2 : i + 3] == ["the"]


def _opens_entry(page: Page, j: int, language: Language) -> bool:
    """Read the title behind "20.15 100 Ways", "10.30 Court 5", "18.30 Nine Lives" and '20.15 "Ten Angry Cooks"'."""
    if page.words[j] == '"':
        return True
    if page.words[j].isdecimal():
        return j + 1 < len(page.words) and page.capital(j + 1) and not measured(page, j + 1, language)
    named = page.words[j].isalpha() and page.words[j] in language.numbers
    return page.capital(j) and (named or not measured(page, j, language))


def dotted_time(page: Page, i: int, language: Language) -> Mask | None:
    """Read "at 10.30" and "в 17.45" as a time of day."""
    words, n = page.words, len(page.words)
    hours, mark, minutes = words[i].partition(".")
    if (
        not mark
        or len(minutes) != 2
        or not minutes.isdecimal()
        or not hours.isdecimal()
        or int(hours[:3]) > 24
        or int(minutes) > 59
    ):
        return None
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < n else ""
    if before in language.currencies:
        return None  # "₹3.50 a share"
    if page.sentence(i)[0] == i and i + 1 < n and _opens_entry(page, i + 1, language):
        return i, i + 1, "time"
    if (
        before == "the"
        and after.isalpha()
        and (not after.endswith("s") or after in _DEPARTS)
        and not measured(page, i + 1, language)
    ):
        return i, i + 1, "time"
    if before in _ABOUT and i > 1 and words[i - 2] in _NEAR_CLOCK and not measured(page, i + 1, language):
        return i, i + 1, "time"
    if after in _MERIDIEM or (
        before in _BEFORE_CLOCK
        and not measured(page, i + 1, language)
        and (after not in _COUNTED_TIME if language.case else not noun_follows(page, i, language))
    ):
        return i, i + 2 if after in _NOON else i + 1, "time"
    return None

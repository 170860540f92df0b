"""Decide, with the whole phrase read, whether a number states how much of something or does something else."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.ages import is_age
from claims.extraction.not_figures.closers import CLOSERS
from claims.extraction.not_figures.labels import is_label, is_label_case, is_numbered_list, is_secret
from claims.extraction.not_figures.lookalikes import is_clock, is_rank, is_standing
from claims.extraction.not_figures.one import is_one, is_one_time
from claims.extraction.numbers.digits import value_of
from claims.extraction.page import Page

_TIMES = words_of("not_figures", "times")
_MILLIMETRES = words_of("not_figures", "millimetres")
_OUT_OF = phrases_of("not_figures", "out_of")
_BEFORE_OR_AFTER = words_of("not_figures", "before_or_after")
_IN_TIME = words_of("not_figures", "in_time")

_AFTER_CLOCK_WORD = words_of("not_figures", "after_clock_word")
_EACH = words_of("not_figures", "each")
_ARTICLES = words_of("not_figures", "articles")
_RACE_UNITS = words_of("not_figures", "race_units")
_PAST_HOUR = phrases_of("not_figures", "past_hour")
_INTO_DURATION = phrases_of("not_figures", "into_duration")
_HOUR_OF_DAY = words_of("not_figures", "hour_of_day")
_CALIBRE = words_of("not_figures", "calibre")
_ROUNDS_OF = phrases_of("not_figures", "rounds_of")
_BEFORE_HOUR = words_of("not_figures", "before_hour")
_MERIDIEM_TOKENS = phrases_of("not_figures", "meridiem_tokens")
_MERIDIEM_WORDS = phrases_of("not_figures", "meridiem_words")
_SPENT = words_of("not_figures", "spent")
_LOANS = words_of("not_figures", "loans")
_OVER_TIME = words_of("not_figures", "over_time")
_TERM_UNITS = words_of("not_figures", "term_units")
_TURN = phrases_of("not_figures", "turn")


def not_a_figure(page: Page, draft: Draft, language: Language) -> str:
    """Return why the number phrase is no figure, "skip" for what is simply not scored, or ""."""
    if draft.low is None and draft.high is None:
        return "misread"
    words = page.words
    before = words[draft.first - 1] if draft.first else ""
    if before == "no" and draft.form == "words":
        return "idiom"
    if before == "(" and draft.form == "words" and _repeats(page, draft):
        return "skip"
    for look in _LOOKS[draft.kind]:
        why = look(page, draft, language)
        if why:
            draft.note("not a figure", why)
            return why
    return ""


def _repeats(page: Page, draft: Draft) -> bool:
    """Tell whether words in brackets only repeat the digits before them: "60 (sixty)"."""
    words, k = page.words, draft.first - 2
    if (
        k < 0
        or words[max(draft.b, draft.end) : max(draft.b, draft.end) + 1] != [")"]
        or not words[k][0].isdecimal()
    ):
        return False
    value, _ = value_of(words[k], False)
    return value == draft.low


def _is_time_location(page: Page, draft: Draft, language: Language) -> str:
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
    if before in _WITHIN and not (before in _IN_TIME and draft.low != int(draft.low or 0)):
        return "date"
    if draft.hyphened:
        if words[k : k + 2] == ["-", "old"] or words[k : k + 2] == ["-", "olds"]:
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


_AGO = words_of("not_figures", "ago")


_WITHIN = words_of("not_figures", "within")


def _is_frequency(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "three times a week" and "три раза в неделю"."""
    words = page.words
    if draft.counted not in _TIMES or draft.noun_end >= len(words) - 1:
        return ""
    following = words[draft.noun_end : draft.noun_end + 2]
    return "not_a_claim" if following[0] in _EACH and following[1] in language.units else ""


def _is_clock_word(page: Page, draft: Draft, language: Language) -> str:
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
    if words[draft.a - 1] != "at" or words[draft.a - 2] in _LEVELS:
        return ""
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    return "time" if after in CLOSERS or after in _AFTER_CLOCK_WORD else ""


_LEVELS = words_of("not_figures", "decide_levels")


def _is_time(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "from 2 to 4 p.m.", "between 9 and 11 am" and "at nine sharp"."""
    words, k = page.words, max(draft.b, draft.end)
    if draft.unit == "GBP" and words[k - 1 : k] == ["p"]:
        return "time" if words[k : k + 2] == [".", "m"] else ""
    n = next((n for n in (k - 1, k) if words[n : n + 1] == ["sharp"]), None)
    if n is not None and draft.first and words[draft.first - 1] in _BEFORE_HOUR:
        return "time" if "".join(words[n + 1 : n + 2]) in ("", *CLOSERS) else ""
    if words[k : k + 3] in _MERIDIEM_TOKENS or words[k : k + 1] in _MERIDIEM_WORDS:
        return "time"
    return ""


_SET_PHRASES = words_of("not_figures", "set_phrases")


_ALWAYS_SET = words_of("not_figures", "always_set")


_ROUND_THE_CLOCK = words_of("not_figures", "round_the_clock")


def _is_set_phrase(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "five-star", "24-hour shop", "rounds of 9 mm", "like a million dollars", "the top five"."""
    words, k = page.words, max(draft.b, draft.end)
    before = words[draft.first - 1] if draft.first else ""
    following = words[k : k + 3]
    if draft.hyphened and following[1:2] and draft.kind == "count":
        if following[1] in _ALWAYS_SET or (
            draft.low == 1 and draft.form == "words" and following[1] in _SET_PHRASES
        ):
            return "idiom"
    if (
        draft.hyphened
        and draft.low == 24
        and words[draft.noun_end : draft.noun_end + 1] != []
        and words[draft.noun_end] in _ROUND_THE_CLOCK
    ):
        return "name"
    if draft.unit in _MILLIMETRES and (
        before in _CALIBRE or words[draft.first - 2 : draft.first] in _ROUNDS_OF
    ):
        return "name"
    if (
        draft.unit == "percent"
        and draft.form == "words"
        and draft.low == 100
        and (
            before in _WHOLEHEARTED
            or before == "на"
            and words[draft.first - 2] in _WHOLEHEARTED
            or words[k : k + 1]
            and words[k] in _WHOLEHEARTED
        )
    ):
        return "idiom"
    past = words[max(draft.first - 2, 0) : draft.first]
    if past in _PAST_HOUR:
        return "time"
    if (
        before == "like"
        and draft.kind == "money"
        or before == "top"
        and draft.kind == "count"
        and not draft.scaled
        and draft.comparator == "exact"
    ):
        return "idiom"
    if draft.kind == "duration" and words[draft.noun_end : draft.noun_end + 2] in _INTO_DURATION:
        return "date"
    if draft.elided and following[:2] in _OUT_OF and following[2:3] == [words[draft.a]]:
        draft.b = draft.end = k + 3
        return "idiom"
    if words[k : k + 4] == ["-", "to", "-", "one"] and draft.form == "words":
        draft.b = draft.end = k + 4
        return "idiom"
    if (
        draft.unit == "час"
        and words[draft.noun_end : draft.noun_end + 1]
        and words[draft.noun_end] in _HOUR_OF_DAY
    ):
        return "time"
    if words[draft.a : draft.a + 3] == ["9", "to", "5"] and before in _AT_WORK:
        draft.b = draft.end = draft.a + 3
        return "time"
    phrase = f"{before} {words[draft.a]}"
    if draft.first and (phrase in _BACK or f"{phrase} {' '.join(words[draft.a + 1 : draft.a + 2])}" in _BACK):
        return "idiom"
    return ""


_BACK = words_of("not_figures", "back")
_WHOLEHEARTED = words_of("not_figures", "wholehearted")
_AT_WORK = words_of("not_figures", "decide_at_work")


def _is_race(page: Page, draft: Draft, language: Language) -> str:
    """Pass over the name of a race: "ran the 100 metres in 10.98 seconds"."""
    if draft.kind != "measure" or not draft.first or page.words[draft.first - 1] not in _ARTICLES:
        return ""
    first, end = page.sentence(draft.a)
    near = page.words[max(first, draft.a - 25) : min(end, draft.a + 25)]
    k = draft.noun_end
    racing = any(word in _RACES for word in near)
    return (
        "name"
        if racing and page.words[k : k + 1] != ["of"] and not draft.hyphened and draft.unit in _RACE_UNITS
        else ""
    )


_RACES = words_of("not_figures", "races")


def _is_turn(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "turn 180 degrees" and "a 180-degree turn"."""
    if draft.unit.startswith("degree") and page.words[draft.first - 1 : draft.first] in _TURN:
        return "idiom"
    return ""


def _is_negative_count(page: Page, draft: Draft, language: Language) -> str:
    """Refuse a minus before a count: nobody counts minus five people."""
    if draft.sign < 0 and draft.kind == "count" and not draft.elided and draft.low:
        return "misread"
    return ""


# What can make a number of each kind no figure after all; the first answer counts.
_LOOKS = {
    "count": (
        is_numbered_list,
        is_secret,
        _is_set_phrase,
        _is_clock_word,
        is_clock,
        is_rank,
        _is_frequency,
        is_label_case,
        _is_time,
        is_one,
        is_age,
        is_label,
        _is_negative_count,
    ),
    "duration": (is_one_time, _is_set_phrase, _is_time, _is_time_location, is_age),
    "measure": (is_standing, _is_set_phrase, _is_time, _is_race, _is_turn),
    "money": (_is_set_phrase, _is_time),
    "percent": (_is_set_phrase, _is_time),
    "ratio": (_is_set_phrase, _is_time),
}

"""Decide, with the whole phrase read, whether a number states how much of something or does something else."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.ages import is_age
from claims.extraction.not_figures.ages_alone import is_age_alone
from claims.extraction.not_figures.calibres import is_calibre
from claims.extraction.not_figures.calls import Call, Calls
from claims.extraction.not_figures.clocks import (
    CALLS_CLOCK_WORD,
    CALLS_TIME,
    is_clock,
    is_clock_word,
    is_time,
)
from claims.extraction.not_figures.durations import is_time_location
from claims.extraction.not_figures.hours import is_hour, is_past_hour
from claims.extraction.not_figures.hours_case import is_hour_case, is_past_hour_case
from claims.extraction.not_figures.labels import (
    CALLS_LABEL,
    CALLS_LIST,
    CALLS_SECRET,
    is_label,
    is_numbered_list,
    is_secret,
)
from claims.extraction.not_figures.licences import is_unlicensed
from claims.extraction.not_figures.licences_case import is_unlicensed_case
from claims.extraction.not_figures.named import is_named
from claims.extraction.not_figures.one import is_one, is_one_time
from claims.extraction.not_figures.quoted import is_quoted_title
from claims.extraction.not_figures.ranks import (
    CALLS_FREQUENCY,
    CALLS_RANK,
    is_frequency,
    is_rank,
    is_standing,
)
from claims.extraction.not_figures.reckoning import (
    CALLS_RECKONED,
    is_coin,
    is_coupon,
    is_mark,
    is_praise,
    is_reckoned,
)
from claims.extraction.not_figures.set_phrases import (
    CALLS_SET_PHRASE,
    CALLS_TURN,
    is_race,
    is_set_phrase,
    is_turn,
)
from claims.extraction.not_figures.titles import is_title
from claims.extraction.numbers.digits import value_of
from claims.extraction.page import Page

Look = Callable[[Page, Draft, Language], str]


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
    plain = draft.first == draft.a and draft.comparator != "between" and not draft.hyphened and draft.sign > 0
    called = _CALLED.of(words, draft)
    for look in _asked(draft.kind, draft.elided, draft.form, plain, language.case, called):
        why = look(page, draft, language)
        if why:
            draft.note("not a figure", why)
            return why
    why = ""
    if draft.kind == "money" and draft.elided and not language.case:
        why = _of_money_left_unsaid(page, draft, language)
    if not why:
        page.memo["figure"] = draft.a
    return why


def _of_money_left_unsaid(page: Page, draft: Draft, language: Language) -> str:
    """Ask of a bare number that took over a currency what is asked of bare numbers: "$649; Schedule 20 applies"."""
    kind, unit = draft.kind, draft.unit
    draft.kind, draft.unit = "count", ""
    looks = (is_age, is_label, is_named, is_unlicensed)
    why = next((why for look in looks if (why := look(page, draft, language))), "")
    draft.kind, draft.unit = kind, unit
    return why


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


def _is_negative_count(page: Page, draft: Draft, language: Language) -> str:
    """Refuse a minus before a count: nobody counts minus five people. "On level -1" is a storey."""
    if draft.sign < 0 and draft.elided and page.words[draft.first - 1 : draft.first]:
        if page.words[draft.first - 1] in language.heads:
            return "identifier"
    if draft.sign < 0 and draft.kind == "count" and not draft.elided and draft.low:
        return "misread"
    return ""


# What can make a number of each kind no figure after all; the first answer counts.
_LOOKS: dict[str, tuple[Look, ...]] = {
    "count": (
        is_numbered_list,
        is_secret,
        is_set_phrase,
        is_clock_word,
        is_reckoned,
        is_clock,
        is_hour,
        is_rank,
        is_frequency,
        is_time,
        is_one,
        is_age,
        is_label,
        _is_negative_count,
        is_title,
        is_named,
        is_unlicensed,
        is_quoted_title,
        is_hour_case,
        is_age_alone,
        is_unlicensed_case,
    ),
    "duration": (
        is_past_hour,
        is_past_hour_case,
        is_one_time,
        is_set_phrase,
        is_time,
        is_time_location,
        is_age,
        is_age_alone,
        is_quoted_title,
        is_title,
    ),
    "measure": (
        is_standing,
        is_set_phrase,
        is_time,
        is_race,
        is_turn,
        is_praise,
        is_calibre,
        is_quoted_title,
        is_title,
    ),
    "money": (is_set_phrase, is_time, is_coin, is_quoted_title),
    "percent": (is_set_phrase, is_time, is_praise, is_coupon),
    "ratio": (is_past_hour_case, is_set_phrase, is_time, is_mark),
}
# These ask of bare numbers only: no use where the noun is said.
_OF_BARE = frozenset(
    (is_numbered_list, is_secret, is_clock_word, is_clock, is_hour, is_rank, is_hour_case, is_unlicensed_case)
)
# And these of numbers in words only, of languages with or without case only.
_OF_WORDS = frozenset((is_clock_word, is_one, is_one_time))
_OF_CASE = frozenset(
    (is_quoted_title, is_hour_case, is_past_hour_case, is_age_alone, is_unlicensed_case, is_calibre)
)
_WITHOUT_CASE = frozenset(
    (is_numbered_list, is_reckoned, is_hour, is_past_hour, is_label, is_named, is_unlicensed, is_one_time)
    + (is_coin, is_praise, is_title, is_mark)
)
# And these, of a plain number (no range, qualifier, hyphen or minus), only where a word beside it calls for them.
_CALLS = {
    is_numbered_list: CALLS_LIST,
    is_secret: CALLS_SECRET,
    is_set_phrase: CALLS_SET_PHRASE,
    is_clock_word: CALLS_CLOCK_WORD,
    is_reckoned: CALLS_RECKONED,
    is_rank: CALLS_RANK,
    is_frequency: CALLS_FREQUENCY,
    is_time: CALLS_TIME,
    is_label: CALLS_LABEL,
    is_turn: CALLS_TURN,
    _is_negative_count: Call(),
}
_BITS = {look: 1 << n for n, look in enumerate(_CALLS)}
_CALLED = Calls(_CALLS.values())


@lru_cache(maxsize=4096)
def _asked(kind: str, bare: bool, form: str, plain: bool, case: bool, called: int) -> tuple[Look, ...]:
    """Choose the looks that can say something of such a number, in their order."""
    idle = (_WITHOUT_CASE if case else _OF_CASE) | (_OF_WORDS if form == "digits" else frozenset())
    idle |= frozenset() if bare else _OF_BARE
    if not case and not (bare and kind == "count"):
        idle |= {is_age}
    if plain:
        idle |= {look for look, bit in _BITS.items() if not called & bit} - _uncalled(kind, bare, form)
    return tuple(look for look in _LOOKS[kind] if look not in idle)


def _uncalled(kind: str, bare: bool, form: str) -> set[Look]:
    """Name the looks that no word has to call for: at bare labels, and at "behind you one hundred per cent"."""
    return ({is_label} if bare else set()) | (
        {is_set_phrase} if kind == "percent" and form == "words" else set()
    )

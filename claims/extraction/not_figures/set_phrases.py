"""Numbers that only belong to a phrase: "five-star", "24-hour shop", "back to square one", "the 100 metres"."""

from __future__ import annotations

from claims.extraction.counted.phrases_plural import is_plural
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.calls import Call
from claims.extraction.not_figures.closers import CLOSERS
from claims.extraction.page import Page

_LOOKING = words_of("not_figures", "looking")
_OF_CALIBRE = words_of("not_figures", "of_calibre")
_MEMBERS = words_of("not_figures", "members")
_SHAPED = endings_of("not_figures", "shaped")
_ON = phrases_of("not_figures", "years_on")
_HYPHENED_IN = phrases_of("numbers", "hyphened_in")
_CHAINED = phrases_of("not_figures", "chained")
_ONES_BEHIND = phrases_of("not_figures", "ones_behind")
_BIG = words_of("masks", "big")
_DOZEN = 12
_MILLIMETRES = words_of("not_figures", "millimetres")
_OUT_OF = phrases_of("not_figures", "out_of")
_ARTICLES = words_of("not_figures", "articles")
_RACE_UNITS = words_of("not_figures", "race_units")
_WEAPONS = words_of("masks", "weapons")
_PICTURE_UNITS = words_of("not_figures", "picture_units")
_CHANGED_BY = words_of("counted", "rises") | words_of("counted", "shared")
_STATIONS = words_of("not_figures", "stations")
_GOALS = words_of("not_figures", "goals")
_SMALL = words_of("not_figures", "small")
_NIL = words_of("not_figures", "nil")
_SAID_BARE = words_of("not_figures", "said_bare")
_PAST_HOUR = phrases_of("not_figures", "past_hour")
_INTO_DURATION = phrases_of("not_figures", "into_duration")
_HOUR_OF_DAY = words_of("not_figures", "hour_of_day")
_CALIBRE = words_of("not_figures", "calibre")
_ROUNDS_OF = phrases_of("not_figures", "rounds_of")
_TURN = phrases_of("not_figures", "turn")
_SET_PHRASES = words_of("not_figures", "set_phrases")
_ALWAYS_SET = words_of("not_figures", "always_set")
_ROUND_THE_CLOCK = words_of("not_figures", "round_the_clock")
_BACK = words_of("not_figures", "back")
_SURE = words_of("not_figures", "sure")
_ALL, _MOST = 100, 50  # per cent: "на девяносто процентов уверен"
_WHOLEHEARTED = words_of("not_figures", "wholehearted")
_NINE_TO_FIVE = words_of("not_figures", "nine_to_five")
_RACES = words_of("not_figures", "races")
_LEADS = _LOOKING.union(_BIG, ["top"], (phrase[-1] for phrase in _PAST_HOUR))
_SAID_SECOND = frozenset(word for phrase in _BACK for word in phrase.split()[1:])
# What calls for a look at them: the word before, the number itself, the word behind, the unit.
CALLS_SET_PHRASE = Call(
    before=_LEADS | _NINE_TO_FIVE,
    number=_SAID_SECOND,
    behind=_STATIONS.union(["-", "to"], (phrase[0] for phrase in (*_INTO_DURATION, *_OUT_OF))),
    itself=_PICTURE_UNITS.union(_MILLIMETRES, ["час"]),
)
CALLS_TURN = Call(before=frozenset(phrase[-1] for phrase in _TURN))


def is_set_phrase(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "five-star", "24-hour shop", "rounds of 9 mm", "like a million dollars", "the top five"."""
    before = page.words[draft.first - 1] if draft.first else ""
    return (
        _compound(page, draft, before)
        or _led_in(page, draft, before, language)
        or _led_out(page, draft, before)
        or _saying(page, draft, before)
    )


def _compound(page: Page, draft: Draft, before: str) -> str:
    """Read "five-star", "one-way", "24-hour shop" and "9 mm calibre" as names of a kind."""
    words = page.words
    if draft.hyphened:
        k = max(draft.b, draft.end)
        second = "".join(words[k + 1 : k + 2])
        one = draft.low == 1 and draft.form == "words"
        fixed = draft.kind == "count" and (second in _ALWAYS_SET or one and second in _SET_PHRASES)
        if fixed or draft.kind == "duration" and draft.low == 0:
            return "idiom"  # "five-star", "a zero-hours contract"
        if words[k : k + 3] in _HYPHENED_IN or words[k : k + 1] == ["-"] and _is_kind(page, draft, second):
            return "name"  # "a 1-in-5 hill"; a chance is a ratio by now
        if draft.low == 24 and "".join(words[draft.noun_end : draft.noun_end + 1]) in _ROUND_THE_CLOCK:
            return "name"
    if draft.unit in _PICTURE_UNITS:
        return "not_a_claim"
    return "name" if draft.unit in _MILLIMETRES and _is_calibre(page, draft, before) else ""


def _is_calibre(page: Page, draft: Draft, before: str) -> bool:
    """Tell "rounds of 9 mm", "a pistol, 9 mm" and "a 120 mm mortar" from a length."""
    words = page.words
    if not _WEAPONS.isdisjoint(words[max(draft.first - 4, page.sentence(draft.first)[0]) : draft.first]):
        return True
    fired = before in _CALIBRE or words[draft.first - 2 : draft.first] in _ROUNDS_OF
    return fired or _past_unit(page, draft) in _OF_CALIBRE


def _past_unit(page: Page, draft: Draft) -> str:
    k = max(draft.noun_end, draft.end, draft.b)
    return page.words[k] if k < len(page.words) else ""


def _is_kind(page: Page, draft: Draft, second: str) -> bool:
    """Tell "seven-spot ladybird", "two-toed sloth" and "three-judge panel" from "twelve-member jury"."""
    if draft.kind != "count" or second in _MEMBERS or not second.isalpha():
        return False
    return second.endswith(_SHAPED) or (draft.low or _DOZEN + 1) <= _DOZEN


def is_emphasis(page: Page, k: int, language: Language) -> bool:
    """Tell "one hundred per cent nonsense" from "one hundred per cent of them" and "one hundred per cent increase"."""
    word = page.words[k] if k < len(page.words) else "."
    if language.case or not word.isalpha() or word in language.stop or word in language.verbs:
        return False
    return word not in _CHANGED_BY and not is_plural(word, language)


def _led_in(page: Page, draft: Draft, before: str, language: Language) -> str:
    """Read "behind you 100 per cent", "half past six", "like a million dollars" and "the top five"."""
    words = page.words
    if draft.unit == "percent" and draft.low is not None and draft.low >= _MOST:
        k = max(draft.b, draft.end)
        beside = (before, words[draft.first - 2] if before == "на" else "", "".join(words[k : k + 1]))
        whole = draft.form == "words" and draft.low >= _ALL
        if any(word in _SURE or whole and word in _WHOLEHEARTED for word in beside):
            return "idiom"
        if whole and draft.low == _ALL and is_emphasis(page, k, language):
            return "idiom"
    if draft.first < draft.a and before == words[draft.a]:
        return "name"  # "the 30 under 30 list"
    if before not in _LEADS:
        return ""
    if words[max(draft.first - 2, 0) : draft.first] in _PAST_HOUR:
        return "time"
    if before in _LOOKING and draft.kind == "money":
        return "idiom"
    bare = draft.kind == "count" and not draft.scaled and draft.comparator == "exact"
    if before in _BIG and bare and draft.form == "words" and (draft.low or _DOZEN) <= _DOZEN / 2:
        return "name"
    return "idiom" if before == "top" and bare else ""


def _led_out(page: Page, draft: Draft, before: str) -> str:
    """Read "two days on,", "ten out of ten", "ten-to-one", "5 часов утра" and "9 to 5"."""
    words, k = page.words, max(draft.b, draft.end)
    behind = words[draft.noun_end : draft.noun_end + 2]
    if draft.kind == "duration" and (behind in _INTO_DURATION or _is_years_on(behind)):
        return "date"
    if draft.elided and words[k : k + 2] in _OUT_OF and words[k + 2 : k + 3] == [words[draft.a]]:
        draft.b = draft.end = k + 3
        return "idiom"
    if (
        words[k : k + 1] == ["-"]
        and words[k + 1 : k + 3] in _CHAINED
        and words[k + 3 : k + 4] in _ONES_BEHIND
    ):
        draft.b = draft.end = k + 4
        return "idiom"
    if draft.elided and words[k : k + 1] and words[k] in _STATIONS:
        return "name"  # "ninety-four point two FM"
    if _is_score(page, draft):
        return "not_a_claim"
    if draft.unit == "час" and "".join(words[draft.noun_end : draft.noun_end + 1]) in _HOUR_OF_DAY:
        return "time"
    if before in _NINE_TO_FIVE and words[draft.a : draft.a + 3] == ["9", "to", "5"]:
        draft.b = draft.end = draft.a + 3
        return "time"
    return ""


def _is_years_on(behind: list[str]) -> bool:
    """Tell "one year on" at the end of a line or clause."""
    return behind[:1] in _ON and (len(behind) == 1 or behind[1] in CLOSERS)


def _is_score(page: Page, draft: Draft) -> bool:
    """Take the second number to "the score was 21 to 14" and "by three goals to one"."""
    words, k = page.words, max(draft.b, draft.end)
    goals = not draft.elided and "".join(words[draft.noun_at : draft.noun_at + 1]) in _GOALS
    k = draft.noun_end if goals else k
    if words[k : k + 1] != ["to"] or not words[k + 1 : k + 2] or draft.kind != "count":
        return False
    if not goals and not (draft.elided and "score" in words[max(draft.first - 4, 0) : draft.first]):
        return False
    if not words[k + 1].isdecimal() and words[k + 1] not in _SMALL | _NIL:
        return False
    draft.b = draft.end = k + 2
    return True


def _saying(page: Page, draft: Draft, before: str) -> str:
    """Read "ground zero", "cloud nine" and "his two cents": known by the word before."""
    words = page.words
    if draft.first != draft.a or not draft.first or words[draft.a] not in _SAID_SECOND:
        return ""
    if before in _SAID_BARE and not draft.elided:
        return ""  # "took five prisoners"
    phrase = f"{before} {words[draft.a]}"
    longer = f"{phrase} {' '.join(words[draft.a + 1 : draft.a + 2])}"
    earlier = f"{' '.join(words[max(draft.first - 2, 0) : draft.first - 1])} {phrase}"
    return "idiom" if any(one in _BACK for one in (phrase, longer, earlier)) else ""


def is_race(page: Page, draft: Draft, language: Language) -> str:
    """Pass over the name of a race: "ran the 100 metres in 10.98 seconds"."""
    if draft.kind != "measure" or not draft.first or page.words[draft.first - 1] not in _ARTICLES:
        return ""
    first, end = page.sentence(draft.a)
    near = page.words[max(first, draft.a - 25) : min(end, draft.a + 25)]
    k = draft.noun_end
    racing = not _RACES.isdisjoint(near)
    return (
        "name"
        if racing and page.words[k : k + 1] != ["of"] and not draft.hyphened and draft.unit in _RACE_UNITS
        else ""
    )


def is_turn(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "turn 180 degrees" and "a 180-degree turn"."""
    if draft.unit.startswith("degree") and page.words[draft.first - 1 : draft.first] in _TURN:
        return "idiom"
    return ""

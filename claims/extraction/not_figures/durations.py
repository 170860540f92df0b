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
_EACH = words_of("not_figures", "each")
_BOUNDS = words_of("licences", "bounds_of_age")
_GROUPS = words_of("not_figures", "groups")
_SINGLE_UNITS = words_of("not_figures", "single_units")
_SAVED = words_of("not_figures", "saved")
_OTHER_VERBS = words_of("licences", "other_verbs")
_PAST_ENDS = endings_of("not_figures", "past_ends")
_WITHIN = words_of("not_figures", "within")


_ENDING = words_of("not_figures", "ending")
_NOT_DONE = words_of("not_figures", "not_done")
_FLOODING = words_of("not_figures", "doing_so_much")
_OVER_BY_THEN = words_of("not_figures", "over_by_then")
_SAME = words_of("not_figures", "same")
_UNTIL = words_of("not_figures", "until_day")
_DAY = 24  # hours
# How many of a unit fill another: "seven days a week" is all the time, not how long.
_WHOLES = {
    ("minute", "hour"): 60, ("hour", "day"): 24, ("day", "week"): 7, ("week", "year"): 52,
    ("month", "year"): 12, ("day", "year"): 365,
}  # fmt: skip
_STATES = words_of("not_figures", "states")
_STATE_IN = words_of("not_figures", "state_in")
_PAST = words_of("dates", "past")
_NOT_TAKEN = words_of("not_figures", "not_taken") | words_of("masks", "ordinal_words")
_PASSIVE = words_of("not_figures", "have_rank") | words_of("licences", "helping")
_HOURS = frozenset(("second", "minute", "hour"))
_SHORT_UNITS = frozenset(("second", "minute", "hour", "day", "week"))
_OBJECT = 9  # words the object and the place of a verb have at most


def _has_lasted(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "sacked after 22 years" and "ended after four hours of talks": it went on for so long until then."""
    words, k, first = page.words, draft.first - 2, page.sentence(draft.first)[0]
    if language.case:
        return False
    behind = words[draft.noun_end : draft.noun_end + 2]
    if behind[:1] == ["of"]:
        return True  # "reopened on Friday after two years of repairs"
    if _is_state(behind, language):
        return True
    if k < first:  # "After nine nights the sit-in is over"
        return not _OVER_BY_THEN.isdisjoint(
            words[draft.noun_end : min(draft.noun_end + _OBJECT, page.sentence(first)[1])]
        )
    if _ends(words[max(k - _OBJECT, first) : k + 1]):
        return True  # "closed the file after ten days"
    k -= words[k] in _SAVED and k > first  # "dug out after 31 hours"
    return (
        words[k].endswith(_PAST_ENDS)
        and len(words[k]) > 3
        or words[k] in language.verbs
        or words[k] in _OTHER_VERBS
    )


def _is_state(behind: list[str], language: Language) -> bool:
    """Tell "picked up after seven hours adrift" and "home after nine days in hospital": the state that lasted."""
    if behind[:1] and behind[0] in _STATES:
        return True
    if len(behind) < 2 or behind[0] not in _STATE_IN or not behind[1].isalpha():
        return False
    return (
        behind[1] not in language.months
        and behind[1] not in language.weekdays
        and behind[1] not in _NOT_TAKEN
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
    done = _took(page, draft, first)
    done = (
        done
        or not _COMPLETING.isdisjoint(near)
        and _YET_TO_COME.isdisjoint(near)
        or _is_feat(page, draft, first)
    )
    return done and after != ["'"] and not page.words[draft.noun_at].endswith("'")


def _took(page: Page, draft: Draft, first: int) -> bool:
    """Tell "read the verdict in eleven minutes": told of the past, minutes and hours are how long it took."""
    words, end = page.words, draft.first - 1
    if draft.unit not in _HOURS or (draft.low or 0) % _DAY == 0 and draft.unit == "hour":
        return False
    k = end
    while k > max(first, end - _OBJECT) and words[k - 1] not in ",;:":
        k -= 1
    near = words[k:end]
    told = any(word in _PAST or word.endswith(_PAST_ENDS) and len(word) > 4 for word in near)
    return told and _NOT_TAKEN.isdisjoint(near) and _YET_TO_COME.isdisjoint(set(near) - _PAST)


def _answered(page: Page, draft: Draft) -> bool:
    """Tell "they answered within 90 minutes" from "must be answered within 90 minutes", a limit."""
    words, k = page.words, draft.first - 2
    active = k > 1 and words[k].endswith(_PAST_ENDS) and words[k - 1] not in _PASSIVE
    return active and draft.unit in _HOURS and _took(page, draft, page.sentence(draft.first)[0])


def _is_feat(page: Page, draft: Draft, first: int) -> bool:
    """Tell "dropped three hundred sandbags in two hours": so much was done, and that is how long it took."""
    words, last = page.words, page.memo.get("figure", -1)
    if last <= max(first, draft.first - _OBJECT) or draft.unit not in _SHORT_UNITS or draft.low == _DAY:
        return False  # "in 24 hours" is a day long, whatever was done
    object_, verbs = words[last : draft.first - 1], words[max(last - 4, first) : last]
    if "," in object_ or not _NOT_DONE.isdisjoint(object_) or not _NOT_DONE.isdisjoint(verbs):
        return False
    told = _OTHER_VERBS | _FLOODING | _PAST
    return any(word.endswith(_PAST_ENDS) or word in told for word in verbs)


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
    named = before.isalpha() and page.capital(i - 1)
    if many and single and named and (i - 1 > page.sentence(i)[0] or before in language.heads):
        return "name"
    return ""


def _is_day(page: Page, k: int, language: Language) -> bool:
    """Tell whether a day of a month begins at token k: "30 June", "June 30"."""
    day = page.words[k : k + 2]
    return len(day) == 2 and (
        day[0].isdecimal() and day[1] in language.months or day[0] in language.months and day[1].isdecimal()
    )


def _fills(page: Page, draft: Draft, k: int) -> str:
    """Tell "seven days a week" and "24 hours a day", which is all the time."""
    each, whole = [*page.words[k : k + 2], "", ""][:2]
    return "idiom" if each in _EACH and _WHOLES.get((draft.unit, whole)) == draft.low else ""


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
    if why := _fills(page, draft, k) or _names_or_ages(page, draft, before, after, language):
        return why
    lasted = before in _ENDED_AFTER and draft.comparator != "between" and _has_lasted(page, draft, language)
    lasted = lasted or before in _IN_TIME and not language.case and _was_done(page, draft)
    parts = before in _IN_TIME and draft.low != int(draft.low or 0) and draft.noun_end > draft.noun_at
    lasted = lasted or before == "within" and _answered(page, draft)
    if before in _WITHIN and not lasted and not parts:
        return "date"
    the = draft.first - (before in _SAME and draft.first > 1)
    if (
        words[the - 1] == "the"
        and not draft.hyphened
        and the > 1
        and words[the - 2] in _OVER_TIME
        and after not in ("of",)
    ):
        return "date"
    if after in _UNTIL and _is_day(page, k + 1, language):
        return "date"  # "six months to 30 June 2032"
    if (
        language.case
        and before == ","
        and after in (",", ".")
        and draft.unit == "год"
        and (draft.low or 0) < 110
    ):
        return "age"
    return ""

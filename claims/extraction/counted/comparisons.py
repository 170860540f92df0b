"""Bare numbers that have the unit of one beside them: "208 pounds to 193", "fell to 38 per cent from 41"."""

from __future__ import annotations

from claims.extraction.counted import clauses_plural, nouns_case, nouns_plural
from claims.extraction.counted.phrases_plural import unqualified
from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.digits import value_of
from claims.extraction.page import Page

_TO_OR_AT = words_of("counted", "to_or_at")
_INDEX_UNITS = words_of("counted", "index_units")
_AGE_OPENERS = words_of("counted", "age_openers")
_AFTER_MONEY = words_of("counted", "after_money")
_BEFORE_MONEY_CHANGE = words_of("counted", "before_money_change")
_MAKING = words_of("counted", "making")
_CHANGED_FROM = phrases_of("counted", "changed_from")
_ECHOES = words_of("counted", "echoes")
_STAND_INS = words_of("counted", "stand_ins")
_BEING = words_of("counted", "being")
_DIMENSIONS = words_of("numbers", "dimensions")
_AND = words_of("counted", "and", signs=", ;")
_IN = phrases_of("counted", "spent_on")
_AGAINST = words_of("counted", "against")
_FROM = words_of("counted", "from")
_JOINS_SHARES = words_of("counted", "joins_shares", signs=",")
_TAKING_TIME = words_of("counted", "taking_time")
_ON = words_of("counted", "on")
_INDICES = words_of("counted", "indices")
_OF_WHAT = (["of"], [","])
_MEASURED = frozenset(("measure", "duration"))
MILLION = 1_000_000
MAX_SUMS = 4  # figures back in which a sum of money is looked for
MAX_AGAIN = 15  # tokens from a sum of money to one that leaves out its currency


def money_again(page: Page, draft: Draft, earlier: list[Draft]) -> Draft | None:
    """Read the "m" of "roads 4.0m crowns, schools 2.4m" and "it made 310m" as million, multiply, return that sum."""
    glued = page.words[draft.b - 1] == "m" and page.glued(draft.b - 1)
    last = next((one for one in reversed(earlier[-MAX_SUMS:]) if one.kind == "money" and one.scaled), None)
    if not glued or last is None or draft.low is None or draft.low != draft.high:
        return None
    near = last is earlier[-1] and draft.a - last.b <= MAX_AGAIN
    if not near and page.words[unqualified(page, draft.first) - 1] not in _MAKING:
        return None
    draft.low = draft.high = draft.low * MILLION
    draft.scaled = True
    draft.flags.append("scale_taken_over")
    return last


def level_of_index(page: Page, draft: Draft, earlier: list[Draft]) -> None:
    """Read the level of "the index lost 118 points to 16,369" in points, too."""
    last = earlier[-1] if earlier else None
    if not last or last.a < page.sentence(draft.a)[0] or page.words[draft.first - 1] not in _TO_OR_AT:
        return
    moved = last.unit in _INDEX_UNITS or (
        last.kind == "percent" and draft.low is not None and draft.low >= 100
    )
    if (
        moved
        and draft.manner == "exact"
        and any(word in _INDICES for word in page.words[page.sentence(draft.a)[0] : draft.first])
    ):
        draft.kind, draft.unit, draft.counted = "measure", "point", "points"


def same_measure(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let a bare number be money where the number before it was: "1,950 francs; they want at least 2,400"."""
    if not earlier or nouns_plural.is_partitive(page, draft.b) or nouns_case.is_partitive(page, draft.b):
        return
    last = earlier[-1]
    start, _ = page.paragraph(draft.a)
    first, _ = page.sentence(draft.a)
    if page.words[draft.first - 1] in _AGE_OPENERS or page.words[draft.a] in language.words.get(
        "collective", ()
    ):
        return  # an age between commas, people
    near = last.a >= first or (draft.scaled and draft.form == "digits" and draft.a - last.a < 40)
    if (
        last.kind == "money"
        and near
        and (draft.scaled or last.a >= max(first, start))
        and draft.manner == "exact"
    ):
        after = page.words[draft.b] if draft.b < len(page.words) else "."
        if not after.isalpha() or after in language.stop and after not in _AFTER_MONEY:
            draft.kind, draft.unit, draft.counted = "money", last.unit, last.counted
            _same_scale(page, draft, last, language)


def same_share(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let a bare number be per cent where it is compared with one: "fell to 38 per cent from 41"."""
    last = earlier[-1] if earlier else None
    if not last or last.kind != "percent" or draft.manner != "exact" or draft.scaled or draft.kind != "count":
        return
    words, k = page.words, max(draft.b, draft.end)
    ends = words[k] if k < len(words) else "."
    joined = words[last.end : draft.first]
    here = not language.case and last.a >= page.sentence(draft.a)[0]
    if joined[-2:-1] and joined[-2] in _STAND_INS and joined[-1] in _BEING and not ends.isalpha():
        joined = ["to"]  # "among women it was 44"
    elif here and (joined[-2:] in _CHANGED_FROM or ends in _ECHOES):
        joined, ends = (
            ["from"],
            ".",
        )  # "62 per cent in May, down from 71", "52 per cent were for it, 31 were not"
    elif here and joined and joined[-1] in _AGAINST and (ends.endswith("ly") or ends in language.stop):
        joined, ends = joined[-1:], "."  # "41 per cent of girls are at school, against 78 nationally"
    if ends.isalpha() and ends not in _AND:
        return
    if joined and joined[-1] in _FROM and all(word in _JOINS_SHARES for word in joined):
        draft.kind, draft.unit, draft.counted = "percent", "percent", last.counted
    elif here and ";" not in joined and draft.low is not None and draft.low < 100:
        gap = clauses_plural.gap(page, draft.first, last.end, language)
        if gap:  # "prices rose 4.1 per cent, wages 5.2"
            draft.kind, draft.unit, draft.counted = "percent", "percent", gap


def _is_parallel(page: Page, draft: Draft, joined: list[str]) -> bool:
    """Tell whether a number stands to its place as the one before: "90 cm fell in Orme, 40 in Vell"."""
    k = max(draft.b, draft.end)
    following = page.words[k : k + 1]
    if joined[-2:] == [",", "with"] and following[:1] in _IN:
        return True  # "80 mm of rain, with 120 on hills"
    return bool(joined) and joined[-1] in _AND and following[:1] in _IN and following[0] in joined


def same_unit(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let a bare number have the unit it is compared in: "dropped from 208 pounds to 193"."""
    last = earlier[-1] if earlier else None
    if not last or last.kind not in _MEASURED or draft.kind != "count" or draft.manner != "exact":
        return
    words, k = page.words, max(draft.b, draft.end)
    joined = words[last.noun_end : draft.first]
    ends = words[k] if k < len(words) else "."
    compared = joined[-2:] in _CHANGED_FROM and last.a >= page.sentence(draft.a)[0]
    wide = ends in _DIMENSIONS and last.a >= page.sentence(draft.a)[0]  # "400 metres long and 12 wide"
    if (
        compared
        or wide
        or _is_parallel(page, draft, joined)
        or joined
        and joined[-1] in _FROM
        and all(word in _JOINS_SHARES for word in joined)
    ):
        if wide or not ends.isalpha() or ends in language.stop:
            draft.noun_at = draft.noun_end = k
            draft.kind, draft.unit, draft.counted = "measure", last.unit, last.counted


def same_time(page: Page, draft: Draft, earlier: list[Draft]) -> None:
    """Let a bare number have the unit before: "it took 40 minutes; the bus took 35", "40 miles, six of them paved"."""
    last = earlier[-1] if earlier else None
    if not last or last.kind not in _MEASURED or draft.kind != "count" or draft.a - last.b > MAX_AGAIN * 2:
        return
    words, k = page.words, max(draft.b, draft.end)
    before, after = words[unqualified(page, draft.first) - 1], words[k] if k < len(words) else "."
    between = words[last.noun_end : draft.first]
    part = between[-1:] == [","] and between[:1] in _OF_WHAT and nouns_plural.is_partitive(page, k)
    quoted = before == '"' and words[k : k + 2] in ([",", '"'], [".", '"'])
    timed = before in _TAKING_TIME and (not after.isalpha() or after in _ON)
    if part or last.kind == "duration" and (quoted or timed):
        draft.kind, draft.unit, draft.counted = last.kind, last.unit, last.counted
        draft.noun_at = draft.noun_end = k


def _same_scale(page: Page, draft: Draft, last: Draft, language: Language) -> None:
    """Let "120 million euros, up from 98" be 98 million, and say that the scale was taken over."""
    if (
        draft.scaled
        or not last.scaled
        or draft.form != "digits"
        or last.form != "digits"
        or last.low is None
        or not draft.low
    ):
        return
    bare, _ = value_of(page.words[last.a], language.case)
    compared = language.case or page.words[draft.first - 1] in _BEFORE_MONEY_CHANGE
    if bare and compared and draft.low < 1000:
        scale = last.low / bare
        if scale >= 1000 and draft.low < 10 * bare:
            draft.low = draft.high = draft.low * scale
            draft.scaled = True
            draft.flags.append("scale_taken_over")

"""Find the earlier figure that a bare number takes up: "the 33", "last year it was 13", "12 had faults"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.counted.nouns_plural import (
    CASUALTIES,
    PEOPLE,
    does_people,
    is_person,
    is_plural,
    phrase,
)
from claims.extraction.counted.phrases_plural import unqualified
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_DEFINITE = words_of("counted", "definite")
_TOTALS = words_of("counted", "totals")
_REACHING = words_of("counted", "reaching")
_STAND_INS = words_of("counted", "stand_ins")
_BEING = words_of("counted", "being")
_ENDS = frozenset(". ; , ) \n".split(" "))
_OF_THEM = words_of("not_figures", "of_them")
_AGAINST = words_of("counted", "from")
_STILL = words_of("counted", "still")
_COORDINATED = words_of("counted", "coordinated")
_PLACING = words_of("counted", "placing")
_DOING = words_of("counted", "doing")
_AT = words_of("counted", "at")
_FOLD_TIMES = words_of("not_figures", "times")
_HUMAN_ACTS = words_of("counted", "human_acts")
MAX_BACK = 12  # figures looked back over


def nearest(page: Page, draft: Draft, earlier: list[Draft], *, shares: bool = False) -> Iterator[Draft]:
    """Yield the figures with a noun before this one in its paragraph, the last first."""
    start, _ = page.paragraph(draft.a)
    for other in reversed(earlier[-MAX_BACK:]):
        if other.a < start:
            return
        if other.counted and (other.kind == "count" or shares and other.kind in ("percent", "ratio")):
            yield other


def taken_up(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the noun of the earlier figure that a bare number stands for or is a part of, or ""."""
    words, k = page.words, max(draft.b, draft.end)
    first = unqualified(page, draft.first)
    before = words[first - 1] if first else ""
    if words[k : k + 1] and words[k] in CASUALTIES:
        return ""
    shared = _shared(page, k, language) or _of_pair(page, draft, before, k, earlier)
    if not shared and before in _OF_THEM and words[max(first - 2, 0)] == "of":
        shared = _whole(page, draft, earlier)
    if shared:
        return shared
    if before in _DEFINITE:
        same = next((other for other in nearest(page, draft, earlier) if _same(other, draft)), None)
        if same:
            return same.counted
    if before in _REACHING and _is_total(page, first):
        return _head_of_sentence(page, draft, earlier)
    if before in _BEING and first > 1 and words[first - 2] in _STAND_INS:
        return _topic(page, draft, earlier)
    if before == "(" and first > 1 and is_plural(words[first - 2], language):
        return words[first - 2]  # "AA cells (four needed)"
    if before == ":":
        return _topic(page, draft, earlier)
    return _part_of(page, draft, language, earlier)


def _whole(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    """Return the sailors of "132 sailors were held in 11 ports, of them 94 in Sarn": no part exceeds its whole."""
    part = draft.low or 0
    return next((other.counted for other in nearest(page, draft, earlier) if (other.low or 0) >= part), "")


def _of_pair(page: Page, draft: Draft, before: str, k: int, earlier: list[Draft]) -> str:
    """Return the noun of "312 cases and 14 deaths, against 190 and six the year before": each as the one two before."""
    words = page.words
    if len(earlier) < 2 or earlier[-2].a < page.sentence(draft.a)[0] or earlier[-2].kind != "count":
        return ""
    last = earlier[-1]
    opens = before in _AGAINST and words[k : k + 1] == ["and"] and not last.elided
    goes_on = before == "and" and last.elided and last.first > 0 and words[last.first - 1] in _AGAINST
    return earlier[-2].counted if opens or goes_on and len(earlier) > 2 else ""


def _shared(page: Page, k: int, language: Language) -> str:
    """Return the noun two numbers share: "they hold 61 and 48 seats"."""
    words = page.words
    if k + 2 >= len(words) or words[k] not in _COORDINATED:
        return ""
    i = k + 1
    while i < len(words) and (words[i][0].isdecimal() or words[i] in language.numbers) and i < k + 4:
        i += 1
    if i == k + 1:
        return ""
    at, end = phrase(page, i, language, single=False)
    return page.words_of(at, end) if at == i and not any(w in CASUALTIES for w in words[at:end]) else ""


def _same(other: Draft, draft: Draft) -> bool:
    value = other.low if other.low is not None else other.high
    return value is not None and value == draft.low


def _is_total(page: Page, first: int) -> bool:
    """Tell whether "the total" or "the tally" reaches the number and does not say of what."""
    start, _ = page.sentence(first)
    near = range(first - 2, max(start, first - 10) - 1, -1)
    return any(page.words[i] in _TOTALS and page.words[i + 1] != "of" for i in near)


def _head_of_sentence(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    """Return what the first figure of the sentence counts, else the figure before."""
    start, _ = page.sentence(draft.a)
    found = list(nearest(page, draft, earlier))
    here = [other for other in found if other.a >= start]
    return here[-1].counted if here else found[0].counted if found else ""


def _topic(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    """Return what the first figure of the last sentence with one counts: the others are mostly its parts."""
    found = list(nearest(page, draft, earlier))
    begin = page.sentence(found[0].a)[0] if found else 0
    return next((other.counted for other in reversed(found) if other.a >= begin), "")


def _part_of(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the noun of the larger figure before, where this one does something or is where something is done.

    Only people die, vote or are charged; what else a number does, the things counted last may do.
    """
    words, k = page.words, max(draft.b, draft.end)
    following = words[k] if k < len(words) else "."
    first = unqualified(page, draft.first)
    placed = first > 0 and words[first - 1] in _PLACING
    does = following in _DOING or following in language.verbs or following.endswith("ed")
    human = does_people(page, k, language) or any(word in _HUMAN_ACTS for word in words[k : k + 3])
    taken = _is_taken(page, draft, following, language)
    if not placed and not does and not taken or placed and following == "of":
        return ""
    for other in nearest(page, draft, earlier):
        larger = other.low is None or draft.low is None or other.low > draft.low
        if not (larger or taken) or page.sentence(other.a)[0] < _sentence_before(page, draft.a):
            return ""
        if is_person(other.counted) or not human:
            return other.counted if _is_alone(page, other, earlier) else PEOPLE
    return ""


def _is_taken(page: Page, draft: Draft, following: str, language: Language) -> bool:
    """Tell whether a number is the object of a verb and says no more: "they still hold at least 30."."""
    i = unqualified(page, draft.first) - 1
    before = page.words[i] if i >= 0 else ""
    acts = before in language.verbs or before.endswith("ed")
    closed = following in _ENDS or following in _STILL or following.endswith("ing")
    return acts and closed and before not in CASUALTIES


def _is_alone(page: Page, one: Draft, earlier: list[Draft]) -> bool:
    """Tell whether no other people are counted beside these: of "three men and two women" one is a person."""
    start, end = page.sentence(one.a)
    if not is_person(one.counted):
        return True
    return not any(
        other.a >= start
        and other.a < end
        and other.kind == "count"
        and other.counted != one.counted
        and is_person(other.counted)
        for other in earlier[-MAX_BACK:]
    )


def _sentence_before(page: Page, i: int) -> int:
    first, _ = page.sentence(i)
    return page.sentence(first - 1)[0] if first else 0


def of_share_left(page: Page, draft: Draft, first: int, earlier: list[Draft]) -> str:
    """Return the whole of a share without its noun: "makes it 61 per cent", "found errors in more than half"."""
    words, k = page.words, max(draft.b, draft.end)
    before, after = words[max(first - 2, 0) : first], words[k] if k < len(words) else "."
    begin = page.sentence(draft.a)[0]
    if "it" in before[-1:] or before[:1] == ["it"] and before[-1] in _AT:
        return of_share(page, draft, earlier)
    that = draft.kind == "ratio" and words[k : k + 1] == ["that"] and words[k - 1] in _FOLD_TIMES
    if that or before[-1:] and before[-1] in _PLACING and after in _ENDS:
        whole = next(nearest(page, draft, earlier), None)
        return whole.counted if whole and whole.a >= begin and not whole.elided else ""
    return ""


def of_share(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    """Return what the figure before counts, for a share that opens its clause: "said 73 per cent came by sea"."""
    found = next(nearest(page, draft, earlier, shares=True), None)
    return found.counted if found and found.counted != PEOPLE or found and not found.elided else ""

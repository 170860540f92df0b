"""Flag the numbers of a sentence that cannot all be true: a part larger than its whole, parts that come to another sum.

Intervals are compared, never points: "more than 60, including 75" may be right, "about 12, including 13" too. Only
counts of the same kind of thing are, and where more than one whole may be meant, the part must be too large for all
of them together. What may overlap (women and Syrians, after "including") is never summed. Nothing is put right here,
and no reading is made surer or less sure: a person is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claims.extraction.counted.nouns_plural import is_person
from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.page import Page

_INCLUDING = phrases_of("reading", "including")  # the part stands right behind
_OF_THEM = phrases_of(
    "reading", "of_them"
)  # the part stands on either side, or behind what is set between commas
_LAST = frozenset(phrase[-1] for phrase in (*_INCLUDING, *_OF_THEM))
_FIRST = frozenset(phrase[0] for phrase in _OF_THEM)
_EITHER = (*_INCLUDING, *_OF_THEM)
_STANDS_OFF = frozenset(",:—–")  # "of them, 15", "из них — 15"
_PEOPLE = words_of("reading", "parted_people")
_GROUPS = words_of("reading", "parted_groups")
_PLACES = words_of("reading", "parted_by_place")
_AND = words_of("reading", "last_part")
_JOINED = words_of("licences", "and")
_MARKS = frozenset(":–—-")
_CLOSES = frozenset(".;)!?\n–—-")
_ASIDE = 10  # tokens looked back over for "of them, as the police said, 15"
_BACK = 2  # sentences before the last in which the whole may stand, for "of them" at the beginning
_PLACE = 4  # tokens of "in the north" behind a part
_Bounds = tuple[Decimal | None, bool]  # an end of an interval, None for open, and whether it is inside


def compare(page: Page, drafts: list[Draft]) -> None:
    """Flag what does not add up. Drafts are in the order of the text."""
    if not _LAST.isdisjoint(page.words):
        for n, draft in enumerate(drafts):
            opened = _opened(page, draft) if n else None
            if opened is not None and _is_count(draft) and draft.comparator != "vague":
                _against_wholes(page, drafts, n, opened)
    for n in range(len(drafts) - 2):
        mark = drafts[n + 1].first - 1
        if page.words[mark] in _MARKS and (page.words[mark] != "-" or not page.glued(mark)):
            _breakdown(page, drafts, n)


# --- a part and its whole --------------------------------------------------------------------------------


def _against_wholes(page: Page, drafts: list[Draft], n: int, opened: int) -> None:
    """Hold a part that is opened as one at token `opened` against what it can be part of."""
    part = drafts[n]
    first, _ = page.sentence(part.first)
    near, far = _before(drafts, n, opened, first), []
    if not near and opened - first <= 1 and first:
        above, _ = page.sentence(first - 1)
        near = _before(drafts, n, opened, above)
        for _ in range(_BACK):
            above, _ = page.sentence(above - 1) if above else (0, 0)
        far = [draft for draft in _before(drafts, n, opened, above) if draft not in near]
    wholes = [draft for draft in near if _is_kin(draft, part)]
    if not wholes or any(_head(draft) in _GROUPS for draft in (*near, *far)):
        return
    others = [draft for draft in (*near, *far) if draft not in wholes]
    if _exceeds(part, wholes) and all(_exceeds(part, [draft]) for draft in others):
        _flag([part, max(wholes, key=lambda draft: draft.high or 0)])


def _opened(page: Page, part: Draft) -> int | None:
    """Return the token at which a number is opened as part of something, None where it is not."""
    words, at = page.words, part.first
    before = words[at - 1] if at else ""
    if before in _LAST:
        return _phrase_before(words, at, _EITHER)
    if before in _STANDS_OFF and not _LAST.isdisjoint(words[max(at - _ASIDE, 0) : at - 1]):
        for end in _asides(page, at):
            begins = _phrase_before(words, end, _OF_THEM)
            if begins is not None:
                return begins
    if before in _JOINED:
        return None  # "36 and 41 of them": side by side
    for end in (part.end, part.noun_end):
        if end < len(words) and words[end] in _FIRST:
            if any(words[end : end + len(phrase)] == phrase for phrase in _OF_THEM):
                return part.first
    return None


def _asides(page: Page, at: int) -> Iterator[int]:
    """Yield where "of them" can end that opens the number at token `at`: before its comma, or before an aside."""
    words = page.words
    yield at - 1
    if words[at - 1] == ",":
        first, _ = page.sentence(at)
        yield from (k for k in range(max(first, at - _ASIDE) + 1, at - 1) if words[k] == ",")


def _phrase_before(words: list[str], end: int, phrases: Iterable[list[str]]) -> int | None:
    for phrase in phrases:
        if end >= len(phrase) and words[end - len(phrase) : end] == phrase:
            return end - len(phrase)
    return None


def _before(drafts: list[Draft], n: int, opened: int, first: int) -> list[Draft]:
    """Return the counts from token `first` to where the part is opened."""
    found = []
    for k in range(n - 1, -1, -1):
        if drafts[k].first < first:
            break
        if drafts[k].first < opened and _is_count(drafts[k]):
            found.append(drafts[k])
    return found


def _exceeds(part: Draft, wholes: list[Draft]) -> bool:
    """Say whether the least a part can be is more than the most its wholes can be together."""
    least, least_in = _least(part)
    most, most_in = Decimal(0), True
    for whole in wholes:
        end, is_in = _most(whole)
        if end is None:
            return False
        most, most_in = most + end, most_in and is_in
    return least is not None and (least > most or (least == most and not (least_in and most_in)))


def _least(draft: Draft) -> _Bounds:
    if draft.comparator == "vague" or draft.low is None:
        return None, True
    return draft.low - _slack(draft, draft.low), draft.comparator != "more_than"


def _most(draft: Draft) -> _Bounds:
    if draft.comparator == "vague" or draft.high is None:
        return None, True
    return draft.high + _slack(draft, draft.high), draft.comparator != "less_than"


def _slack(draft: Draft, value: Decimal) -> Decimal:
    """About n is n ± 10 %, at least ± 1, as the desk holds it."""
    return max(Decimal(1), abs(value) / 10) if draft.comparator == "about" else Decimal(0)


# --- a whole and its parts -------------------------------------------------------------------------------


def _breakdown(page: Page, drafts: list[Draft], n: int) -> None:
    """Read "12 people: five women, four men and four children", every part a number with its noun or its place."""
    whole, words = drafts[n], page.words
    first, end = page.sentence(whole.first)
    if not _is_exact(whole) or (n and drafts[n - 1].first >= first and _is_count(drafts[n - 1])):
        return
    parts: list[Draft] = []
    is_closed = False
    at = drafts[n + 1].first
    for part in drafts[n + 1 :]:
        if part.first != at or part.first >= end or not _is_exact(part):
            return
        parts.append(part)
        at = _past_place(page, max(part.end, part.noun_end), end)
        if is_closed or at >= end or words[at] in _CLOSES:
            break
        at = at + 1 if words[at] == "," else at
        if at < end and words[at] in _AND:
            at, is_closed = at + 1, True
    is_over = at >= end or words[at] in _CLOSES
    if is_closed and is_over and len(parts) > 1 and all(_is_kin(whole, part) for part in parts):
        if sum((part.low or Decimal(0) for part in parts), Decimal(0)) != whole.low:
            _flag([whole, *parts])


def _past_place(page: Page, at: int, end: int) -> int:
    """Step over a place behind a part: "in Marsk", "in the north"."""
    words = page.words
    if at < end and words[at] in _PLACES:
        until = min(at + 1 + _PLACE, end)
        while at < until and words[at] not in _CLOSES and words[at] not in _AND and words[at] != ",":
            at += 1
    return at


# --- what can be compared --------------------------------------------------------------------------------


def _is_count(draft: Draft) -> bool:
    return draft.kind == "count" and not draft.unit and not draft.ratio


def _is_exact(draft: Draft) -> bool:
    return _is_count(draft) and draft.comparator == "exact" and draft.low is not None


def _is_kin(whole: Draft, part: Draft) -> bool:
    """Say whether two counts are of the same kind of thing: one noun, or both people."""
    return _head(whole) == _head(part) or (_is_people(whole) and _is_people(part))


def _is_people(draft: Draft) -> bool:
    return is_person(draft.counted) or not _PEOPLE.isdisjoint(draft.counted.lower().replace("ё", "е").split())


def _head(draft: Draft) -> str:
    words = draft.counted.lower().replace("ё", "е").split(" of ")[0].split()
    return words[-1] if words else ""


def _flag(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if "inconsistent" not in draft.flags:
            draft.flags.append("inconsistent")
            draft.note("parts", "does not add up with what stands beside it")

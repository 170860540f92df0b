"""Join two numbers that state one range: "between 30 and 40", "2–3 million", "two or three"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.draft import Draft
from claims.extraction.languages import mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.bare import bare_number
from claims.extraction.numbers.phrase import Core
from claims.extraction.numbers.units import measure
from claims.extraction.page import Page

_OR_WORDS = words_of("numbers", "or_words")
_TO_WORDS = words_of("numbers", "to_words")
_TO_NUMBER = words_of("numbers", "to_number")
_RANGE_JOINS = words_of("numbers", "range_joins")
_RANGE_OPENERS = words_of("numbers", "range_openers")
_RANGE_FROM = words_of("numbers", "range_from")
_HYPHENED_TO = phrases_of("numbers", "hyphened_to")
_BY = words_of("numbers", "by")
_PAIRED = mapping_of("numbers", "paired")
_DASHES = frozenset("-–—−~")
_SYMBOLS = frozenset("$£€¥₽₹₴")
# Every word that can stand between the two numbers, or begin what stands between them.
_JOINTS = _DASHES.union(_OR_WORDS, _TO_WORDS, _TO_NUMBER, _PAIRED, (phrase[0] for phrase in _HYPHENED_TO))


def join(page: Page, draft: Draft, language: Language) -> None:
    """Extend the draft over a second number, where the words between them make a range."""
    if draft.manner == "vague" or draft.kind == "ratio":
        return
    words, n = page.words, len(page.words)
    p = draft.b
    if p >= n - 1 or words[p] not in _JOINTS:
        return
    opener = words[draft.first - 1] if draft.first else ""
    q = _connector(page, p, opener, draft, language)
    if not q or q >= n:
        _inherit(page, draft, p, opener, language)
        return
    start = q
    if words[q] == "us" and q + 1 < n and words[q + 1] in _SYMBOLS:
        q += 1
    if words[q] in _SYMBOLS and q + 1 < n:
        q += 1
    second = bare_number(page, q, language)
    if second is None or second.manner != "exact" or second.kind == "ratio" or second.start >= 0:
        return
    if draft.kind == "money" and not second.scaled:
        second = _scaled_as_money(page, second, language)
    _close(page, draft, second, start, q, p, opener, language)


def _scaled_as_money(page: Page, second: Core, language: Language) -> Core:
    """Read the "m" of "€2-3m" as million: the currency before the first number holds for the second."""
    k = second.end
    scale = language.suffixes.get(page.words[k]) if k < len(page.words) and page.glued(k) else None
    return second._replace(end=k + 1, value=second.value * scale, scaled=True) if scale else second


def _inherit(page: Page, draft: Draft, p: int, opener: str, language: Language) -> None:
    """Give the first number of "rose from 30 to 40 per cent" the unit of the second."""
    words = page.words
    if draft.unit or opener not in _RANGE_FROM or words[p] not in _TO_NUMBER or p + 1 >= len(words):
        return
    second = bare_number(page, p + 1, language)
    if second is None or second.manner != "exact" or second.start >= 0:
        return
    later = Draft(p + 1, second.end, second.value)
    measure(page, later, language)
    if second.scaled and not draft.scaled and draft.low is not None and draft.low < 1000:
        scale = _scale(page, p + 1, second.end, language)
        draft.low = draft.high = draft.low * scale if draft.low * scale < 20 * second.value else draft.low
    if later.unit:
        draft.kind, draft.unit = later.kind, later.unit
        draft.noun_at, draft.noun_end = later.noun_at, later.noun_end
        draft.doubts.append("inherited")


def _close(
    page: Page, draft: Draft, second: Core, start: int, q: int, p: int, opener: str, language: Language
) -> None:
    low, high = draft.low, second.value
    if low is None:
        return
    high *= _scale_first(page, draft, p, language) if low > high else 1
    if not draft.scaled and (second.scaled or _is_shared_hundred(page, draft, second, p, language)):
        scale = _scale(page, q, second.end, language)
        if low * scale < high:
            low *= scale
    if low >= high or _is_apart(page.words[p], opener, low, high, draft):
        return
    if page.words[p] in _DASHES and _is_years_or_code(page, draft, second, p, q):
        return
    later = Draft(q, second.end, high)
    later.scaled = second.scaled
    measure(page, later, language)
    if draft.unit and later.unit and draft.unit != later.unit and draft.kind != later.kind:
        return
    if draft.unit and not later.unit and draft.kind in ("percent",) and page.words[p] in _RANGE_JOINS:
        return
    draft.low, draft.high, draft.comparator = low, high, "between"
    draft.b, draft.end = later.b, max(later.end, later.b)
    draft.scaled = draft.scaled or second.scaled
    draft.hyphened = later.hyphened
    if later.unit:
        draft.kind, draft.unit = later.kind, later.unit
        draft.noun_at, draft.noun_end = later.noun_at, later.noun_end
    else:
        draft.noun_at = draft.noun_end = draft.b
    if opener in _RANGE_OPENERS and page.words[p] not in _DASHES:
        draft.first -= 1
    draft.note("ranges", f"from {low} to {high}")


def _is_shared_hundred(page: Page, draft: Draft, second: Core, p: int, language: Language) -> bool:
    """Tell "two or three hundred": the hundred, which is in no table of scales, goes with both numbers."""
    words = page.words
    hundred = language.numbers.get(words[second.end - 1], ("",))[0] == "h"
    return hundred and second.end - 2 > p and (draft.low or 0) < 10 and words[p] not in _PAIRED


def _scale_first(page: Page, draft: Draft, p: int, language: Language) -> Decimal:
    """Return the scale of "тысяч пятнадцать-двадцать", which stands before both numbers."""
    if not language.case or draft.manner != "about" or page.words[p] not in _DASHES:
        return Decimal(1)
    kind, scale = language.numbers.get(page.words[draft.a], ("", Decimal(1)))
    return scale if kind in ("s", "p") else Decimal(1)


def _is_apart(joint: str, opener: str, low: Decimal, high: Decimal, draft: Draft) -> bool:
    """Tell two figures from a range: "two or 30", and "cut by 5 to 40", a step and a level."""
    if joint in _OR_WORDS:
        return high > 3 * low + 1
    return opener in _BY and joint in _TO_NUMBER and (bool(draft.unit) or high > 2 * low)


def _connector(page: Page, p: int, opener: str, draft: Draft, language: Language) -> int:
    """Return the token after the word or dash that joins two numbers, or 0."""
    words = page.words
    word = words[p]
    if words[p : p + 3] in _HYPHENED_TO:
        return p + 3
    if word in _DASHES:
        spaced = word in "-—" and (not page.glued(p) or not page.glued(p + 1))
        money = draft.kind == "money" and (words[p + 1] in _SYMBOLS or words[p + 1] == "us")
        return p + 1 if money or not spaced else 0
    if word in _OR_WORDS:
        return p + 1
    if word in _TO_WORDS:
        return 0 if _is_change(page, opener, draft, language) else p + 1
    if opener and opener == _PAIRED.get(word):
        return p + 1 if word != "до" or not changes(page, draft.first - 1, language) else 0
    return 0


def _is_change(page: Page, opener: str, draft: Draft, language: Language) -> bool:
    """Tell "slid $85 to $9,120" and "rose from 30 to 40", a change and a level, from a range."""
    if opener == "from":
        return changes(page, draft.first - 1, language)
    return bool(draft.first) and opener in language.words["changes"]


def changes(page: Page, at: int, language: Language) -> bool:
    """Tell whether a verb of change stands shortly before token `at`: "rose from 30 to 40"."""
    stems = language.words.get("changes", frozenset())
    first, _ = page.sentence(at)
    for i in range(at - 1, max(first, at - 12) - 1, -1):
        word = page.words[i]
        if word in stems or (language.case and (word[:5] in stems or word[:4] in stems)):
            return True
    return False


def _scale(page: Page, first: int, end: int, language: Language) -> Decimal:
    scale = Decimal(1)
    for i in range(first, end):
        word = page.words[i]
        kind, value = language.numbers.get(word, ("", Decimal(1)))
        if kind and kind in "hsp":
            scale *= value
        elif word in language.suffixes and i > first:
            scale *= language.suffixes[word]
    return scale


def _is_years_or_code(page: Page, draft: Draft, second: Core, p: int, q: int) -> bool:
    """Tell "2014–2017" and "12-345" from a range of counts."""
    a, b = page.words[draft.a], page.words[q]
    if len(a) == 4 and a.isdecimal() and len(b) in (2, 4) and b.isdecimal() and 1000 <= int(a) <= 2200:
        return True
    follows = page.words[second.end] if second.end < len(page.words) else ""
    return (
        follows == "-"
        and page.glued(second.end)
        and page.words[second.end + 1 : second.end + 2] != []
        and page.words[second.end + 1][0].isdecimal()
    )

"""The passes in their order: level, cut, mask, number, qualify, count, date, attribute, weigh, compare."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Context, Decimal
from itertools import compress, count
from operator import attrgetter, itemgetter
from typing import TypeVar

from claims.extraction.attribution.attribute import attribute
from claims.extraction.characters import flags_of
from claims.extraction.confidence import weigh
from claims.extraction.dates import asof
from claims.extraction.dates.mentions import DateMention, Day, find_date
from claims.extraction.draft import Draft
from claims.extraction.languages import LANGUAGES, detect, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.others import NUMBER_WORDS, is_number_word, may_compose
from claims.extraction.masks.digits import beside_digits
from claims.extraction.masks.idioms import idiom
from claims.extraction.masks.lookalikes import beside_words
from claims.extraction.masks.names import words_in_name
from claims.extraction.neighbours import Mask
from claims.extraction.not_figures.decide import not_a_figure
from claims.extraction.numbers.fractions import VULGAR
from claims.extraction.numbers.quantities import is_single, quantity
from claims.extraction.page import Page
from claims.extraction.parts import compare
from claims.extraction.predicate import predicate
from claims.extraction.readings import READER, DocumentFacts, Extraction, PassedNumber, ReadFigure

_AGO = phrases_of("reading", "ago")
_EVERY = words_of("reading", "every")
_LEFT_OPEN = words_of("reading", "left_open")
_WIDE = Context(prec=60)  # 20 digits before the point and 10 after stay exact
_LIMIT = Decimal(10) ** 20  # what the desk can hold
_DIGITS = re.compile(r"\d+")
_ONE = Decimal(1)
_FIRST = frozenset("0123456789") | VULGAR.keys()  # what a number in digits begins with
_OPENERS = {  # every word at which a number can begin, by language
    code: language.words["single_units"].union(language.numbers, _EVERY, NUMBER_WORDS)
    for code, language in LANGUAGES.items()
}
_START = attrgetter("start")
_Record = TypeVar("_Record", ReadFigure, PassedNumber)


class Reading:
    """One run over one text: what was found, before it is turned into records."""

    __slots__ = ("page", "language", "facts", "drafts", "dates", "passed", "leftover", "explain")

    def __init__(self, text: str, facts: DocumentFacts, explain: bool) -> None:
        self.language = detect(text, facts.language)
        self.page = Page(text, self.language.abbreviations)
        self.facts = facts
        self.drafts: list[Draft] = []
        self.dates: list[DateMention] = []
        self.passed: list[Mask] = []
        self.leftover: list[Mask] = []
        self.explain = explain


def run(text: str, facts: DocumentFacts, explain: bool = False) -> Reading:
    """Read a text from beginning to end; `explain` keeps what each pass decided."""
    reading = Reading(text, facts, explain)
    _numerals(reading)
    asof.date(reading.page, reading.drafts, reading.dates, reading.language, facts)
    attribute(reading.page, reading.drafts, reading.language, facts)
    for draft in reading.drafts:
        draft.predicate = predicate(reading.page, draft, reading.language)
        draft.note("predicate", draft.predicate)
    weigh(reading.page, reading.drafts, reading.language)
    compare(reading.page, reading.drafts)
    return reading


def _numerals(reading: Reading) -> None:
    """Walk over every numeral once, left to right, and give it to the first pass that knows it."""
    words, numbers, done = reading.page.words, reading.language.numbers, 0
    for i in _openings(reading.page, reading.language):
        word = words[i]
        opens = i >= done and (word[0] in _FIRST or word in numbers or word in _EVERY)
        if opens or is_single(reading.page, i, reading.language):
            done = max(done, _one(reading, i))
        elif is_number_word(word):
            reading.leftover.append((i, i + 1, "misread"))


def _openings(page: Page, language: Language) -> list[int]:
    """Return the tokens at which a number can begin, sifted without a step of Python for each."""
    words = page.words
    worded = compress(count(), map(_OPENERS[language.code].__contains__, words))
    digits = compress(count(), map(_FIRST.__contains__, map(itemgetter(0), words)))
    composed = compress(count(), map(is_number_word, words)) if may_compose(page.lowered) else ()
    return sorted({*worded, *digits, *composed})


def _one(reading: Reading, i: int) -> int:
    """Settle the numeral at token i; return the token to go on from."""
    page, language = reading.page, reading.language
    mask = _mask(reading, i)
    if mask:
        page.memo["mask"] = mask
        (reading.leftover if mask[2] == "misread" else reading.passed).append(mask)
        return max(mask[1], i + 1)
    draft = quantity(page, i, language, reading.drafts, explain=reading.explain)
    if draft is None:
        _not_a_number(reading, i)
        return i + 1
    if _is_unreadable(page, draft):
        reading.leftover.append((draft.a, draft.b, "misread"))
        return max(draft.b, i + 1)
    if reading.drafts and draft.first < reading.drafts[-1].end:
        draft.first = max(reading.drafts[-1].end, min(draft.first, draft.a))
    draft.why = not_a_figure(page, draft, language)
    if draft.why:
        _pass_over(reading, draft)
    else:
        reading.drafts.append(draft)
    return max(draft.b, draft.end, i + 1)


def _mask(reading: Reading, i: int) -> Mask | None:
    """Return what the numeral at token i is by what stands beside it: an idiom, a date, a name; None if nothing."""
    page, language = reading.page, reading.language
    word = page.words[i]
    mask = idiom(page, i, language) if word in language.idioms else None
    if mask:
        return mask
    if not "0" <= word[0] <= "9":
        return words_in_name(page, i, language) or beside_words(page, i, language)
    date = find_date(page, i, language)
    if date:
        if date.why == "date" and date.day != (0, 0, 0):
            reading.dates.append(date)
        return date.first, date.end, date.why
    mask = beside_digits(page, i, language)
    if mask and mask[2] == "date" and len(word) == 4:
        reading.dates.append(DateMention(mask[0], mask[1], Day(int(word))))
    return mask


def _pass_over(reading: Reading, draft: Draft) -> None:
    """Keep why a number phrase is no figure; "two weeks ago" also dates the figures beside it."""
    page = reading.page
    passed = (draft.a, draft.b, draft.why)
    if draft.why == "misread":
        reading.leftover.append(passed)
    elif draft.why != "skip":
        reading.passed.append(passed)
        page.memo["mask"] = passed
        ago = page.words[draft.noun_end : draft.noun_end + 1] in _AGO
        if draft.why == "date" and ago and draft.low:
            back = (int(min(draft.low or 0, 10_000)), draft.unit)
            mention = DateMention(draft.first, draft.noun_end + 1, Day(0), basis="relative", back=back)
            reading.dates.append(mention)


def _is_unreadable(page: Page, draft: Draft) -> bool:
    """Tell what is not read by itself: digits of two scripts in one number, and more than the desk can hold."""
    low, high = draft.low, draft.high
    if low is not None and not -_LIMIT < low < _LIMIT:
        return True
    if high is not None and high is not low and not -_LIMIT < high < _LIMIT:
        return True
    if not page.is_odd:
        return False
    start, end = page.span(draft.first, draft.end)
    return "mixed_digits" in flags_of(page.text[start:end])


def _not_a_number(reading: Reading, i: int) -> None:
    word = reading.page.words[i]
    if word[0].isdecimal():
        reading.leftover.append((i, i + 1, "misread"))
    elif word in _LEFT_OPEN:
        reading.passed.append((i, i + 1, "ordinal"))


def extraction(reading: Reading, start: int, end: int) -> Extraction:
    """Turn a finished run into records, those that lie within [start, end) of the text."""
    page = reading.page
    figures = _within(start, end, [_figure(reading, draft) for draft in reading.drafts])
    passed = [_passed(page, mask) for mask in reading.passed]
    leftover = [_passed(page, mask) for mask in reading.leftover]
    leftover += _uncovered(page.text, figures, passed, leftover)
    return Extraction(
        figures=tuple(figures),
        passed=tuple(_within(start, end, passed)),
        leftover=tuple(_within(start, end, leftover)),
        language=reading.language.code,
    )


def _within(start: int, end: int, records: list[_Record]) -> list[_Record]:
    return sorted([one for one in records if start <= one.start and one.end <= end], key=_START)


def _passed(page: Page, mask: Mask) -> PassedNumber:
    start, end = page.span(mask[0], mask[1])
    return PassedNumber(start, end, page.text[start:end], mask[2])


def _uncovered(text: str, *found: list) -> list[PassedNumber]:
    """Return the runs of digits that no record covers."""
    spans = sorted((one.start, one.end) for group in found for one in group)
    starts = [span[0] for span in spans]
    rest = []
    for run_of_digits in _DIGITS.finditer(text):
        at, until = run_of_digits.span()
        k = bisect_right(starts, at)  # spans may overlap, but never more than three
        if k and spans[k - 1][1] >= until:
            continue
        if not any(end >= until for _, end in spans[max(k - 3, 0) : k]):
            rest.append(PassedNumber(at, until, run_of_digits[0], "misread"))
    return rest


def _figure(reading: Reading, draft: Draft) -> ReadFigure:
    page = reading.page
    start, end = page.span(draft.first, draft.end)
    quote = page.text[start:end]
    low = _exact(draft.low)
    flags = flags_of(quote, page.text[max(start - 1, 0) : end + 1]) if page.is_odd else ()
    return ReadFigure(
        start=start,
        end=end,
        quote=quote,
        low=low,
        high=low if draft.high is draft.low else _exact(draft.high),
        comparator=draft.comparator,
        counted=draft.counted,
        elided=draft.elided,
        kind=draft.kind,
        unit=draft.unit,
        flags=(*draft.flags, *flags),
        predicate=draft.predicate,
        as_of=draft.as_of,
        as_of_phrase=draft.as_of_phrase,
        as_of_basis=draft.as_of_basis,
        as_of_candidates=draft.as_of_candidates,
        since=draft.since,
        attribution=draft.attribution,
        language=reading.language.code,
        reader=READER,
        confidence=draft.confidence,
    )


def _exact(value: Decimal | None) -> Decimal | None:
    """Drop idle zeros so that equal values are written alike."""
    if value is None:
        return None
    if not value:
        return Decimal(0)
    if value.same_quantum(_ONE):
        return value  # an exponent of zero: nothing idle
    value = value.normalize(_WIDE)
    return value.quantize(Decimal(1), context=_WIDE) if value.as_tuple().exponent > 0 else value  # type: ignore[operator]

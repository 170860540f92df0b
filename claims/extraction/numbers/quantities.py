"""Assemble one number phrase: the number, its unit, its range, its qualifier, what it counts."""

from __future__ import annotations

from claims.extraction import comparators
from claims.extraction.counted.count import count
from claims.extraction.counted.wholes import count_whole
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers import compounds, ranges, ratios, units
from claims.extraction.numbers.bare import bare_number
from claims.extraction.numbers.phrase import ONE, Core, share
from claims.extraction.page import Page

_ARTICLES = words_of("numbers", "articles")
_MINUS = words_of("numbers", "minus")
_BEFORE_ZERO = words_of("numbers", "before_zero")
_EVERY = words_of("numbers", "every")
_FOLD_ENDS = words_of("numbers", "fold_ends")
_RATIO_WORDS = words_of("numbers", "ratio_words")
_SIGNS = _MINUS.union("-–−.+±")


def quantity(page: Page, i: int, language: Language, earlier: list[Draft], *, explain: bool) -> Draft | None:
    """Return the number phrase at token i with value, comparator, kind, unit and noun, or None."""
    draft = _number(page, i, language)
    if draft is None:
        return None
    if explain:
        draft.trace = []
        draft.note(
            "numbers", f"{draft.low} ({draft.manner}, {draft.form}): {page.words_of(draft.first, draft.b)}"
        )
    _sign(page, draft)
    _none(page, draft)
    if draft.kind != "ratio":
        ratios.extend(page, draft, language)
    elif language.case:
        _lessened(page, draft, i)
    units.measure(page, draft, language)
    compounds.add_part(page, draft, language)
    measured = draft.first, draft.b
    ranges.join(page, draft, language)
    if draft.kind == "count" and draft.manner == "vague":
        _vague_money(page, draft, language)
    if draft.sign < 0 and draft.low is not None and draft.high is not None:
        draft.low, draft.high = draft.high.copy_negate(), draft.low.copy_negate()
    if draft.noun_end == draft.noun_at:
        comparators.behind(page, draft, language)
        if draft.kind == "count" and not draft.unit and measured != (draft.first, draft.b):
            units.measure(page, draft, language)
    count(page, draft, language, earlier)
    if draft.flags:
        count_whole(page, draft)
    ratios.per_many(page, draft, language)
    comparators.qualify(page, draft, language)
    return draft


def _number(page: Page, i: int, language: Language) -> Draft | None:
    """Read the number at token i, and nothing around it."""
    if page.words[i] in _EVERY:
        return ratios.every(page, i, language)
    found = bare_number(page, i, language)
    return _draft(found, i) if found else _single(page, i, language)


def is_single(page: Page, i: int, language: Language) -> bool:
    """Tell whether the unit at token i is counted by nothing but its qualifier: "more than a year", "более года"."""
    words, sets = page.words, language.words
    if i < 1 + (not language.case) or words[i] not in sets["single_units"]:
        return False
    if language.case:
        return words[i - 1] in sets["single_after"]
    return words[i - 1] in _ARTICLES and words[i - 2] in sets["single_after"]


def _single(page: Page, i: int, language: Language) -> Draft | None:
    if not is_single(page, i, language):
        return None
    draft = Draft(i if language.case else i - 1, i + 1 if language.case else i, ONE)
    draft.form = "words"
    if language.case:
        draft.kind, draft.unit = language.units[page.words[i]]
        draft.noun_at, draft.noun_end = i, i + 1
    return draft


def _draft(found: Core, i: int) -> Draft:
    start = found.start if found.start >= 0 else i
    draft = Draft(start, found.end, found.value, found.manner, found.kind)
    draft.form, draft.scaled = found.form, found.scaled
    if found.flag:
        draft.flags.append(found.flag)
    return draft


def _sign(page: Page, draft: Draft) -> None:
    """Keep a written minus: "−5", "minus 5"; a hyphen between words or numbers is none."""
    words, a = page.words, draft.a
    before = words[a - 1] if a else ""
    if before not in _SIGNS:
        return
    if before in _MINUS:
        draft.sign, draft.first = -1, a - 1
    elif before in "-–" and a > 1 and words[a - 2] in _MINUS and page.glued(a) and page.glued(a - 1):
        draft.sign, draft.first = -1, a - 2
    elif before == "." and _is_point(page, a) and draft.low is not None:
        draft.low = draft.high = draft.low.scaleb(-len(words[a]))
        draft.first = a - 1
    elif before in ("−", "-", "–") and page.glued(a):
        if a == 1 or not page.glued(a - 1) or words[a - 2] in "([$£€":
            draft.sign, draft.first = -1, a - 1
    elif before in ("+", "±") and page.glued(a):
        draft.first = a - 1
        if before == "±":
            draft.flags.append("plus_or_minus")


def _is_point(page: Page, a: int) -> bool:
    """Tell the point of ".5 per cent" from a full stop."""
    return (
        page.words[a].isdecimal()
        and page.glued(a)
        and (a == 1 or not page.glued(a - 1) or page.words[a - 2] in "([$£€")
    )


def _lessened(page: Page, draft: Draft, i: int) -> None:
    """Read "уменьшился вдвое" as the share that is left."""
    folds = page.words[i][-2:] in _FOLD_ENDS and ratios.lessens(page, draft.a, draft.b)
    if folds and draft.low and draft.low > 1:
        draft.low = draft.high = share(ONE, draft.low)


def _none(page: Page, draft: Draft) -> None:
    """Read "not one" and "ни одного" as zero."""
    words, a = page.words, draft.a
    if draft.form != "words" or draft.low is None or draft.low != ONE or not a:
        return
    back = a - 1
    if words[back] in _BEFORE_ZERO and back:
        back -= 1
    if words[back] == "not" and back == a - 1 or words[back] == "ни":
        draft.low = draft.high = draft.low - 1
        draft.first = back


def _vague_money(page: Page, draft: Draft, language: Language) -> None:
    """Read "hundreds of millions of dollars" as money and "dozens of kilometres" as a measure."""
    words, k = page.words, draft.b
    if k < len(words) and words[k] == "of":
        k += 1
    if k >= len(words):
        return
    word = words[k]
    if word in language.currencies and word.isalpha() and len(word) > 3:
        draft.kind, draft.unit, draft.b = "money", language.currencies[word], k + 1
        draft.end = k + 1
    elif word in language.units and len(word) > 2:
        draft.kind, draft.unit = language.units[word]
        draft.noun_at, draft.noun_end = k, k + 1

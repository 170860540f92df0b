"""Numbers that are reckoned with or bid, not counted: "two plus two", "the six of clubs", "50 not out"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.calls import Call
from claims.extraction.not_figures.closers import CLOSERS
from claims.extraction.not_figures.set_phrases import is_emphasis
from claims.extraction.page import Page

_PLUS = words_of("not_figures", "plus", signs="+ × = ÷ *")
_OF_CARDS = phrases_of("not_figures", "of_cards")
_COINS = words_of("not_figures", "coins")
_MARGINS = words_of("not_figures", "margins")
_PRAISED = words_of("not_figures", "praised")
_HUNDRED_OR_MORE = (100, 110, 1000)
_FEW_OR_MOST = (1, 99)
_ARTICLE = words_of("licences", "article")
_FOR = phrases_of("not_figures", "bowled_for")
_WICKETS = 10
_OR = words_of("not_figures", "or_two")
_ARTICLES = words_of("masks", "articles")
_BALLOT = words_of("masks", "ballot")
_BELOW = words_of("not_figures", "below_zero")
_TO_ONE = phrases_of("not_figures", "to_one")
_BETTER = words_of("not_figures", "better")
_PURITY = words_of("not_figures", "purity")
_FULL_MARKS = words_of("not_figures", "full_marks")
_MARKED_FOR = words_of("not_figures", "marked_for")
_MARKING = words_of("not_figures", "marking")
_COUNTED_YEARS = words_of("masks", "counted_not_year")
_QUESTION = words_of("not_figures", "question")
CALLS_RECKONED = Call(
    before=_PLUS | _OR,
    number=_BETTER | _BELOW,
    behind=_PLUS.union(*_FOR, (phrase[0] for phrase in (*_OF_CARDS, *_TO_ONE))),
)


def is_reckoned(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "two plus two", "the six of clubs" and "50 not out"."""
    if language.case:
        return ""
    words, k = page.words, draft.b
    if words[k : k + 2] in _OF_CARDS or draft.low == 1 and words[draft.first] in _BETTER:
        return "idiom"
    if (
        _is_or_two(page, draft)
        or not (draft.low or draft.high)
        and draft.elided
        and words[draft.first] in _BELOW
    ):
        return "idiom"
    if (
        words[k : k + 2] in _TO_ONE
        and draft.elided
        and (draft.low or 0) >= _WICKETS
        and not _is_vote(page, draft)
    ):
        return "not_a_claim"
    if words[k : k + 1] in _FOR and words[k + 1 : k + 2] and words[k + 1].isdecimal() and draft.elided:
        closed = k + 2 >= len(words) or words[k + 2] in CLOSERS
        return "not_a_claim" if closed and (draft.low or 0) <= _WICKETS else ""
    for other, sign in ((k + 1, k), (draft.first - 2, draft.first - 1)):
        if not 0 <= other < len(words) or sign < 0 or words[sign] not in _PLUS:
            continue
        if words[other][0].isdecimal() or words[other] in language.numbers:
            return "not_a_claim"
    return ""


def _is_or_two(page: Page, draft: Draft) -> bool:
    """Read "a word or two" and "a day or two"."""
    words, i = page.words, draft.first
    return i > 2 and words[i - 1] in _OR and words[i - 3] in _ARTICLES


def _is_vote(page: Page, draft: Draft) -> bool:
    first, end = page.sentence(draft.a)
    near = page.words[max(first, draft.a - 12) : min(end, draft.a + 12)]
    return any(word in _BALLOT for word in near)


def is_coin(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "a £20 note", "the 50p piece" and "the $64,000 question"."""
    k = max(draft.noun_end, draft.end, draft.b)
    words = page.words
    if k >= len(words) or language.case:
        return ""
    if words[k] in _COINS and (draft.low or 0) <= 1000:
        return "name"
    if words[k] in _QUESTION:
        return "idiom"
    last = draft.end - 1
    alone = words[last] in language.currencies and words[last].isalpha() and page.capital(last)
    return "name" if alone and words[last] == "cent" and draft.low != 1 else ""


def is_mark(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "eight out of ten for effort" and "gives it seven out of ten"."""
    words, k = page.words, max(draft.b, draft.end)
    if language.case or words[k - 2 : k - 1] != ["of"] or words[k - 1] not in _FULL_MARKS:
        return ""
    first, _ = page.sentence(draft.first)
    after = words[k] if k < len(words) else "."
    if after not in CLOSERS and after not in _MARKED_FOR:
        return ""
    alone = (
        after in _MARKED_FOR and draft.first == first or words[draft.first - 1] == ":" and after in CLOSERS
    )
    return (
        "idiom"
        if alone or any(word in _MARKING for word in words[max(draft.first - 2, first) : draft.first])
        else ""
    )


def is_coupon(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "the 4½% 2041" and "the 3.25 per cent 2036 gilt": a bond by its rate and the year it runs to."""
    words, k = page.words, max(draft.b, draft.end)
    year = words[k] if k < len(words) else ""
    if draft.kind != "percent" or not year.isdecimal() or len(year) != 4 or year[0] not in "12":
        return ""
    return "name" if draft.first == draft.a and "".join(words[k + 1 : k + 2]) not in _COUNTED_YEARS else ""


def is_praise(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "he is 110 per cent fit" and "a three-point turn", but not "a three-point lead"."""
    if language.case:
        return ""
    words, k = page.words, max(draft.noun_end, draft.end, draft.b)
    after = words[k] if k < len(words) else "."
    if draft.kind == "percent" and draft.low in _FEW_OR_MOST and words[draft.first - 1] in _ARTICLE:
        return "name" if draft.elided and (after in CLOSERS or after in language.verbs) else ""
    if draft.kind == "percent" and draft.low in _HUNDRED_OR_MORE:
        if draft.low != 100 and is_emphasis(page, k, language):
            return "idiom"  # "110 per cent effort"
        return "idiom" if after in _PRAISED or words[draft.first - 1] in _PRAISED else ""
    if draft.unit in _PURITY and draft.hyphened:
        return "name"  # "a nine-carat ring"
    if draft.kind == "measure" and draft.unit == "point" and draft.hyphened and after.isalpha():
        return "" if after in _MARGINS or after in language.stop else "name"
    return ""

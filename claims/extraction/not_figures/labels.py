"""Bare numbers that only tell one thing from another: "day 3", "socket 7", "life-rafts 2 and 5"."""

from __future__ import annotations

from claims.extraction.counted import nouns_plural
from claims.extraction.draft import Draft
from claims.extraction.gaps import is_gap
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import is_headline
from claims.extraction.not_figures.calls import Call
from claims.extraction.not_figures.closers import CLOSERS
from claims.extraction.not_figures.licences_behind import leads
from claims.extraction.not_figures.licences_rows import is_of_vote
from claims.extraction.not_figures.objects import is_object
from claims.extraction.page import Page

_NOT_LABEL = words_of("not_figures", "not_label")
_FIRST = words_of("licences", "first")
_CLOSING_TIME = words_of("licences", "closing_time")
_AMOUNTS = words_of("licences", "amounts")
_SIDES = words_of("licences", "sides")
_PRAISE = words_of("masks", "praise")
_MANY_DO = words_of("licences", "helping")
_CHOOSING = words_of("licences", "choosing")
_ROW_JOINS = words_of("not_figures", "row_joins", signs=",")
_INTRODUCES_SECRET = words_of("not_figures", "introduces_secret", signs=":")
_NOT_NOUN_ENDS = endings_of("not_figures", "not_noun_ends")
_DETERMINERS = words_of("not_figures", "determiners")
_NUMBERED_PERIODS = words_of("not_figures", "numbered_periods")
_LISTED_AFTER = phrases_of("not_figures", "listed_after")
_SETTLED = words_of("not_figures", "settled")
_OF_MANY = words_of("not_figures", "of_many")
_PLACE = words_of("not_figures", "place")
_SIGNING = words_of("not_figures", "signing")
_SIGN_PLACES = words_of("not_figures", "sign_places")
_SIGN_APART = 8  # tokens between two such signs
_SECRETS = words_of("not_figures", "secrets")
_OF_AMOUNT = words_of("not_figures", "of_amount")
CALLS_LIST = Call(before=_ROW_JOINS.union(["and", ","]), behind=frozenset(["and", "or", ","]))
CALLS_SECRET = Call(before=_INTRODUCES_SECRET)
CALLS_LABEL = Call(behind=frozenset(["of"]))  # of a number with a noun; a bare one is asked in any case


def _may_be_label(page: Page, draft: Draft, language: Language) -> bool:
    """Tell a number that stands for itself, without noun, qualifier or scale."""
    words, i = page.words, draft.a
    if language.case or draft.kind != "count" or draft.comparator != "exact" or draft.first != i or not i:
        return False
    if not draft.elided and words[draft.b : draft.b + 1] != ["of"] or draft.scaled:
        return False
    return draft.form != "digits" or words[i].isdecimal() and len(words[i]) <= 4


def _counts_here(page: Page, i: int, after: str, language: Language) -> bool:
    """Tell "the other three", "by noon 40 had", "officials list 12" and "took 11 seats, Labour 12" from labels."""
    word = page.words[i - 1]
    if word in _CHOOSING or word in _FIRST or word in _CLOSING_TIME and word not in language.units:
        return True
    if word not in language.heads and _is_subject(page, i, after, language):
        return True
    return is_gap(page, i, after, language) or i > 1 and is_object(page, i - 1, page.sentence(i)[0], language)


def _is_subject(page: Page, i: int, after: str, language: Language) -> bool:
    """Tell "On the left bank 12 died": behind a phrase of place that opens the clause, before a plural's verb."""
    does = after in _MANY_DO or after in language.verbs and not after.endswith("s") or after.endswith("ed")
    return does and leads(page, i, page.sentence(i)[0], language)


def _is_sign(page: Page, i: int, word: str, after: str) -> bool:
    """Tell "write 1 beside your first choice, 2 beside your second": what is written or pressed is a sign."""
    last, second = page.memo.get("sign", (-1, ""))
    if not page.words[i].isdecimal() or after not in _SIGN_PLACES and after not in CLOSERS:
        return False
    goes_on = word in _ROW_JOINS and after == second and 0 < i - last <= _SIGN_APART
    if not goes_on and word not in _SIGNING:
        return False
    page.memo["sign"] = (i, after)
    return True


def is_label(page: Page, draft: Draft, language: Language) -> str:
    """Pass over a bare number behind a noun in the singular: "on day 3", "socket 7", "cloud nine"."""
    if not _may_be_label(page, draft, language):
        return ""
    i, words = draft.a, page.words
    word = words[i - 1]
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    sign = _is_sign(page, i, word, after)
    if not sign and (_counts_here(page, i, after, language) or is_of_vote(page, draft)):
        return ""
    if (
        sign
        or word in _NUMBERED_PERIODS
        and (page.capital(i - 1) or after == "of" or words[i - 2 : i - 1] in _LISTED_AFTER)
        or word in _NOT_LABEL
    ):
        return "identifier"
    if not _is_singular_noun(page, i - 1, language) or after == "of":
        return ""
    capital = page.capital(i - 1)
    before = words[i - 2] if i > 1 else "."
    counts = before in _PLACE or draft.form == "words" and not page.capital(i)
    if capital and counts and after not in CLOSERS:
        return ""
    if not capital and before in _DETERMINERS and after in _OF_MANY:
        return ""
    if _is_of_amount(page, i, word, before) or nouns_plural.is_person(word):
        return ""
    return "name" if capital else "identifier"


def _is_of_amount(page: Page, i: int, word: str, before: str) -> bool:
    """Tell nouns whose number says how much: "a toll of 12", "in favour 41", "a record 412", "Capacity 900"."""
    if word in _SETTLED or word in _SIDES or word in _PRAISE and before in _DETERMINERS:
        return True
    return word in _AMOUNTS and i - 1 == page.sentence(i)[0]


def _is_singular_noun(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    if (
        not word.isalpha()
        or len(word) < 2
        or word in language.stop
        or word in language.verbs
        or word in language.said
        or word in language.numbers
    ):
        return False
    if (
        word in language.months
        or word in language.weekdays
        or word in language.before
        or word in language.units
        or word in language.currencies
    ):
        return False
    if (
        len(word) > 3
        and word.endswith(_NOT_NOUN_ENDS)
        or word in language.words["changes"]
        or nouns_plural.is_plural(word, language)
    ):
        return False
    return not is_headline(page, i)


def _is_string(page: Page, i: int) -> bool:
    """Tell whether the digits at token i stand in a row of four or more, as lottery numbers do."""
    words, n = page.words, 1
    k = i
    while (
        words[k + 1 : k + 2] in ([","], ["and"])
        and words[k + 2 : k + 3]
        and words[k + 2].isdecimal()
        and n < 4
    ):
        k, n = k + 2, n + 1
    k = i
    while k > 1 and words[k - 1] in (",", "and") and words[k - 2].isdecimal() and n < 4:
        k, n = k - 2, n + 1
    return n >= 4


def is_secret(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "the password is 4821" and "Lucky number: 7"; "Total number: 7" counts."""
    words, i = page.words, draft.a
    if draft.form != "digits" or not draft.elided or i < 2 or words[i - 1] not in _INTRODUCES_SECRET:
        return ""
    if words[i - 2] in _SECRETS:
        return "identifier"
    numbered = words[i - 1] == ":" and words[i - 2] in _NOT_LABEL and i - 2 > page.sentence(i - 2)[0]
    named = numbered and words[i - 3].isalpha() and words[i - 3] not in _OF_AMOUNT | language.stop
    return "identifier" if named and page.sentence(i)[0] <= i - 2 else ""


def is_numbered_list(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "life-rafts 2 and 5": a plural noun, bare digits, and more of them."""
    i, words = draft.a, page.words
    if (
        language.case
        or draft.form != "digits"
        or not draft.elided
        or draft.kind != "count"
        or draft.comparator != "exact"
        or i < 1
        or not words[i].isdecimal()
    ):
        return ""
    k = draft.b
    forward = (
        words[k : k + 1] in (["and"], [","], ["or"])
        and words[k + 1 : k + 2] != []
        and words[k + 1].isdecimal()
    )
    if _is_string(page, i):
        page.memo["listed"] = k
        return "identifier"
    plural = (
        words[i - 1].isalpha()
        and nouns_plural.is_plural(words[i - 1], language)
        and words[i - 1] not in language.verbs
        and not nouns_plural.is_person(words[i - 1])
    )
    last = page.memo.get("listed")
    if plural and forward or last == i - 1 and words[i - 1] in _ROW_JOINS:
        page.memo["listed"] = k
        return "identifier"
    return ""

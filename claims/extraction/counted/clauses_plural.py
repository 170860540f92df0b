"""The clause a number stands in, in languages without case: what it opens, and lists that leave out their verb."""

from __future__ import annotations

from claims.extraction.counted.phrases_plural import phrase, unqualified
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_BOUNDARIES = words_of("counted", "boundaries", signs=', ; : ( " — – \n |')
_GAP_JOINTS = words_of("counted", "gap_joints", signs="( +")
_ARTICLES = words_of("counted", "determiners")
_TIMES = words_of("counted", "times_of_day")
_DOING = words_of("counted", "doing")
_REMAINING = words_of("counted", "remaining")
_PLACES = words_of("counted", "places")
_ADVERBS = words_of("counted", "verb_adverbs")
_BY_OR_OF = words_of("counted", "by_or_of")
_WINNING = words_of("counted", "winning")
_VOTING = words_of("counted", "voting")
_VOTES = "votes"
MAX_GAP = 5  # tokens of a noun phrase in a list


def opens_clause(page: Page, first: int, k: int, language: Language) -> bool:
    """Tell whether a number phrase is the subject: it stands first in its clause and a verb follows."""
    words = page.words
    begin, _ = page.sentence(first)
    first = max(unqualified(page, first), begin)
    while first > begin and words[first - 1] in _REMAINING:
        first -= 1
    while first > begin and words[first - 1] in _GAP_JOINTS and words[first - 1] not in _PLACES:
        first -= 1
    if not _is_open(page, first, begin, language):
        return False
    while k < len(words) and words[k] in _ADVERBS:
        k += 1
    following = words[k] if k < len(words) else "."
    return following in _DOING or following in language.verbs or following.endswith("ed")


def _is_open(page: Page, first: int, begin: int, language: Language) -> bool:
    """Tell whether token `first` opens its clause, or only a place stands before it: "in the south 32% did"."""
    words = page.words
    if first == begin or words[first - 1] in _BOUNDARIES or words[first - 1] in language.said:
        return True
    for i in range(first - 1, max(begin, first - MAX_GAP) - 1, -1):
        if words[i] in _PLACES:
            return i == begin or words[i - 1] in _BOUNDARIES
        if not words[i].isalpha() or words[i] in language.verbs:
            return False
    return False


def gap(page: Page, first: int, floor: int, language: Language) -> str:
    """Return the noun of "the Union on 31%" and "clothing, down 1.2%", parts of a list that leaves out its verb."""
    words, i = page.words, max(unqualified(page, first), floor)
    while i > floor and words[i - 1] in _GAP_JOINTS:
        i -= 1
    loose = i > floor + 1 and words[i - 1] == ","
    if loose:
        i -= 1
    end = i
    while i > floor and end - i < MAX_GAP and _in_name(page, i - 1, language):
        i -= 1
    begin = i
    if i > floor and words[i - 1] in _ARTICLES:
        i -= 1
    if begin < end and words[begin] in _REMAINING:
        return ""
    if begin == end or words[end - 1] in _TIMES or words[end - 1] in language.weekdays:
        return ""
    opener = words[i - 1] if i > floor else ""
    if opener not in _BOUNDARIES or loose and opener not in (";", ":"):
        return ""
    return page.words_of(begin, end)


def _in_name(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    if word == "-":
        return page.glued(i) and page.glued(i + 1)
    return (
        word.isalpha()
        and (word not in language.stop or page.capital(i) and not page.capital(i - 1))
        and word not in language.verbs
        and word not in language.said
        and word not in language.numbers
        and word not in language.months
        and word not in _BOUNDARIES
        and not word.endswith("ed")
    )


def whole(page: Page, first: int, language: Language) -> str:
    """Return the noun of "of these families, a third had children": what the sentence tells the parts of."""
    begin, end = page.sentence(first)
    words = page.words
    begin += words[begin] == '"'
    if first - begin > 12 or words[begin : begin + 1] != ["of"] or "," not in words[begin:first]:
        return ""
    at, stop = phrase(page, begin, language, single=False)
    return page.words_of(at, stop) if stop < first and words[stop] == "," else ""


def votes(page: Page, first: int) -> str:
    """Return the votes of "leads by 4,180" and "a majority of 312" in a text about a vote."""
    before = page.words[max(first - 2, 0) : first]
    if len(before) < 2 or before[1] not in _BY_OR_OF or before[0] not in _WINNING:
        return ""
    return _VOTES if is_of_vote(page) else ""


def is_of_vote(page: Page) -> bool:
    """Tell whether a text is about a vote, so that a share that says nothing else is of it."""
    known = page.memo.get("votes")
    if known is None:
        known = page.memo["votes"] = not _VOTING.isdisjoint(page.words)
    return bool(known)

"""Noun phrases of languages that show the plural on the head and put it last, such as English."""

from __future__ import annotations

from claims.extraction.counted.phrases_plural import (
    CASUALTIES,
    after_determiner,
    is_attribute,
    is_one_more,
    is_plural,
    phrase,
)
from claims.extraction.counted.phrases_plural import is_partitive as is_partitive
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.phrase import ONE
from claims.extraction.page import Page

_ABOUT_NUMBER = words_of("counted", "about_number")
_COMPARISONS = words_of("counted", "comparisons")
_THE_ROWS = phrases_of("counted", "the_rows")
_COMPARED_WITH = phrases_of("counted", "compared_with")
_DONE_TO_PEOPLE = words_of("counted", "done_to_people")
_ARE_WORDS = words_of("counted", "are_words")
_ENDS_PREDICATE = words_of("counted", "ends_predicate")
_PERSON_ENDS = endings_of("counted", "person_ends")
_PERSONS = words_of("counted", "persons")
_NOT_PERSONS = words_of("counted", "not_persons")
_SUFFERED = words_of("counted", "suffered")
_OF_WEALTH = words_of("counted", "of_wealth")
PEOPLE = "people"
_AS_MANY = phrases_of("counted", "as_many_of")
_SHARE_ENDS = phrases_of("counted", "share_ends")
_OF_THOSE = phrases_of("counted", "of_those")
_COLLECTIVES = words_of("counted", "collectives")
_ANOTHER = words_of("counted", "another")
_OWNERS = words_of("counted", "owners")
_ACTS_ON = words_of("counted", "acts_on")
_DEAD_OR_SO = CASUALTIES | words_of("counted", "said_to_be")
_STRONG = phrases_of("counted", "strong")
_IN_OR_OF = phrases_of("counted", "in_or_of")
_RISES = words_of("counted", "rises")
_SHARED = words_of("counted", "shared")
_BEFORE_ATTRIBUTE = words_of("counted", "before_attribute")
_EVERY = words_of("reading", "every")
_NUMBER_OF = words_of("counted", "number_words")


def is_person(noun: str) -> bool:
    """Tell whether a counted noun names people."""
    head = noun.lower().split(" of ")[0].split()[-1] if noun else ""
    return head in _PERSONS or (head.endswith(_PERSON_ENDS) and head not in _NOT_PERSONS)


def does_people(page: Page, k: int, language: Language) -> bool:
    """Tell whether what follows a bare number happens to people: "were killed", "drowned", "fled"."""
    words = page.words
    while k < len(words) and words[k] in _DONE_TO_PEOPLE:
        k += 1
    return k < len(words) and (words[k] in CASUALTIES or words[k] in _SUFFERED)


def after(page: Page, draft: Draft, language: Language, *, share: bool) -> str:
    """Return the noun phrase that follows the number, or "" where the noun is left unsaid."""
    words, n = page.words, len(page.words)
    k = max(draft.b, draft.end)
    if words[k : k + 1] == ["-"] and draft.hyphened or words[k : k + 2] == ['"', "of"]:
        k += 1  # '"a good quarter" of their trade'
    if k < n and words[k] == "to":
        k = _past_second(page, k, draft, language)
    single = draft.hyphened or draft.low == ONE and draft.high == ONE
    word = words[k] if k < n else ""
    if word == "of" and words[k : k + 2] in _OF_THOSE and _is_asked("".join(words[k + 2 : k + 3]), language):
        return PEOPLE
    if word in language.numbers and not draft.hyphened and words[k + 1 : k + 2] != ["-"]:
        return ""  # "against 640 five years ago"
    if word in language.verbs and draft.first and words[draft.first - 1] in _ANOTHER:
        return ""  # "another 120 face delays"
    if draft.hyphened and words[k : k + 1] in _STRONG:
        k += 1
    if single and word == "of" and is_one_more(page, draft.a, k):
        return ""  # "three counts of fraud and one of theft"
    if share:
        said, k, single = _behind_share(page, draft, k, language)
        if said is not None:
            return said
    at, end = phrase(page, k, language, single=single)
    if end <= at and is_attribute(page, draft.first, k, language):
        at, end = k, phrase(page, k + 1, language, single=False)[1]
    if end <= at:
        return ""
    if _DEAD_OR_SO.issuperset(words[at:end]) and words[end - 1] in CASUALTIES:
        draft.noun_end = at
        return predicate_noun(page, at, language) or PEOPLE if words[k : k + 1] == ["of"] else ""
    if draft.hyphened and end - at > 1 and not is_plural(words[at], language):
        end = at + 1
    if not share and not single and not is_plural(words[end - 1], language):
        if _is_part(page, draft) or draft.first > 1 and words[draft.first - 2] in _COLLECTIVES:
            return ""
    if share and words[draft.a] in _EVERY and end - at > 1 and words[end - 1].endswith("s"):
        end -= 1  # "every second tent leaks": the noun is single, the word in -s is its verb
    if share and words[at] in _NUMBER_OF:
        if words[at + 1 : at + 2] != ["of"]:
            return ""
        at, end = phrase(page, at + 1, language, single=False)
        if end <= at:
            return ""
    if share and (words[end - 1] in _OF_WEALTH or (not single and not is_plural(words[end - 1], language))):
        return ""
    if (
        not share
        and words[end - 1] in language.currencies
        and len(words[end - 1]) > 3
        and words[k : k + 1] == ["of"]
    ):
        draft.kind, draft.unit = "money", language.currencies[words[end - 1]]
    draft.noun_at, draft.noun_end = at, end
    return page.words_of(at, end)


def _behind_share(page: Page, draft: Draft, k: int, language: Language) -> tuple[str | None, int, bool]:
    """Return the noun of a share where that is settled, else where its phrase begins and whether one is enough."""
    words, n = page.words, len(page.words)
    direct = _attributed(page, draft, k, language)
    if draft.kind == "ratio" and words[k : k + 1] and words[k] in _OWNERS and words[draft.a] not in _ACTS_ON:
        direct = after_determiner(page, k + 1, language)  # "half its members"
    elif words[k : k + 2] in _AS_MANY and k + 2 < n and is_plural(words[k + 2], language):
        direct = words[k + 2]  # "twice as many women as men"
    ends = words[k : k + 2] in _AS_MANY or words[k : k + 1] in _SHARE_ENDS or _acts(page, k, language)
    if direct or ends or k < n and (words[k][0].isdecimal() or words[k] in language.numbers):
        return direct, k, False  # a number that follows is another: "71 per cent four years ago"
    start = k
    while k < n and words[k] in _COMPARISONS:
        k += 1
    if k > start and words[k : k + 1] and words[k] in language.verbs and words[k] not in language.stop:
        return after_determiner(page, k, language), k, False  # "7% more pay"
    single = k > start and words[k : k + 1] != ["than"] or words[k : k + 1] in _THE_ROWS
    if words[k : k + 1] == ["the"]:
        if words[k + 1 : k + 2] in _COMPARED_WITH:
            return "", k, False
        k += 1
    return None, k, single or words[draft.a] in _EVERY


def _is_asked(word: str, language: Language) -> bool:
    """Tell "half of those questioned" from "half of those houses"."""
    return word.endswith("ed") and word not in language.nouns and word not in language.adjectives


def _attributed(page: Page, draft: Draft, k: int, language: Language) -> str:
    """Return the noun a percentage stands before: "a 25% tariff", and the rents of "a 7% rise in rents"."""
    words, i = page.words, draft.first
    if draft.kind != "percent" or k >= len(words) or not words[k].isalpha() or words[k] in language.stop:
        return ""
    if words[k] in _RISES:
        at, end = phrase(page, k + 2, language, single=True)
        return page.words_of(at, end) if words[k + 1 : k + 2] in _IN_OR_OF else ""
    led = i > 0 and words[i - 1] in _BEFORE_ATTRIBUTE and not words[k].endswith(("ed", "ly", "er"))
    return words[k] if words[k] in _SHARED or led and words[k] not in language.verbs else ""


def _is_part(page: Page, draft: Draft) -> bool:
    """Tell whether a number tells parts of a whole: "of 112 complaints, 40 concerned noise, 31 litter"."""
    first, _ = page.sentence(draft.first)
    words = page.words[first : min(draft.first, first + 8)]
    return words[:1] == ["of"] and "," in words


def _acts(page: Page, k: int, language: Language) -> bool:
    """Tell whether a verb in -s follows a share: "one in six relies on it"."""
    following = page.words[k + 1 : k + 2]
    word = page.words[k] if following else ""
    return word in language.verbs and word.endswith("s") and following[0] in language.stop


def _past_second(page: Page, k: int, draft: Draft, language: Language) -> int:
    """Step over the second number of "from 30 to 40 people"."""
    words, n = page.words, len(page.words)
    if k + 1 < n and words[k] == "to" and draft.first and words[draft.first - 1] == "from":
        j = k + 1
        while j < n and (
            words[j][0].isdecimal() or words[j] in language.numbers or words[j] in _ABOUT_NUMBER
        ):
            j += 1
        return j if j > k + 1 else k
    return k


def predicate_noun(page: Page, k: int, language: Language) -> str:
    """Return the noun of "nine of the dead were children": what the part is said to be."""
    words = page.words
    for i in range(k, min(k + 5, len(words) - 2)):
        if words[i] in _ARE_WORDS:
            at, end = phrase(page, i + 1, language, single=False)
            if (
                end > at
                and end - at <= 2
                and at == i + 1
                and is_plural(words[end - 1], language)
                and not _is_passive(words[at], language)
                and (end >= len(words) or words[end] in ".,;\n" or words[end] in _ENDS_PREDICATE)
            ):
                return "" if all(word in CASUALTIES for word in words[at:end]) else page.words_of(at, end)
            return ""
        if not words[i].isalpha():
            return ""
    return ""


def _is_passive(word: str, language: Language) -> bool:
    """Tell "were granted protection" and "were carrying migrants" from "were masked men"."""
    return word.endswith(("ed", "ing")) and word not in language.adjectives and word not in language.nouns

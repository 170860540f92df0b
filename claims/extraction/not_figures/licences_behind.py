"""What stands behind a bare number and makes it count: "12 were held", "nine dead", "30 of them"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_STATES = words_of("licences", "states")
_WHO = words_of("licences", "who")
_AND = words_of("licences", "and", signs=",")
_SET_BEHIND = phrases_of("licences", "set_behind")
_OF = words_of("licences", "of")
_PASSING = words_of("licences", "passing")
_HELPING = words_of("licences", "helping")
_PLACING = words_of("licences", "placing")
_OPENING = words_of("licences", "opening", signs=', ; : — – - " ( \n | • * …')
_CLOSING_TIME = words_of("licences", "closing_time")
_LEADING = words_of("licences", "leading")
_ADVERB_ENDS = endings_of("licences", "adverb_ends")
_VERB_ENDS = endings_of("licences", "verb_ends")
_TAKING_IN = words_of("licences", "taking_in")
_PERHAPS = words_of("licences", "hedged_pair")
_FOCUS = words_of("licences", "focus")
_EACH = words_of("licences", "each")
_PHRASE = 7  # tokens a phrase such as "In the north of Arland" may have before the number


def is_said_of(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether what follows is said of the number, as of those it counts."""
    words, n = page.words, len(page.words)
    k = _past_adverbs(page, max(draft.b, draft.end))
    if k + 1 < n and words[k] in _AND and (words[k + 1][0].isdecimal() or words[k + 1] in language.numbers):
        k += 2  # "nine and 12 of them"
    elif k + 1 < n and words[k][0].isdecimal() and words[k + 1] == "-":
        return page.glued(k + 1)  # "two 19-year-olds"
    if k >= n:
        return False
    word = words[k]
    if word == "(" and draft.form == "words" and ")" in words[k : k + _PHRASE]:
        k = words.index(")", k) + 1  # "Thirty (nine of them children) died"
        return k < n and opens_clause(page, draft.first, language) and _is_predicate(page, k, draft, language)
    if word == "," and k + 1 < n and words[k + 1] in _TAKING_IN:
        return opens_clause(page, draft.first, language)  # "Twelve, all men, were held"
    if word in _OF:
        return not (k + 1 < n and page.capital(k + 1) and page.capital(draft.a))
    if (
        words[k : k + 2] in _SET_BEHIND
        or _is_hedged_pair(words, k, language)
        or word in CASUALTIES
        or word in _STATES
        or word in _WHO
    ):
        return True
    if word in _EACH and k + 1 < n and words[k + 1] in language.units:
        return True
    return opens_clause(page, draft.first, language) and _is_predicate(page, k, draft, language)


def _is_hedged_pair(words: list[str], k: int, language: Language) -> bool:
    """Tell whether a second guess follows: "Eighty, perhaps ninety, came"."""
    if words[k] != "," or k + 2 >= len(words) or words[k + 1] not in _PERHAPS:
        return False
    return words[k + 2][0].isdecimal() or words[k + 2] in language.numbers


def _past_adverbs(page: Page, k: int) -> int:
    """Return the token after at most two adverbs such as "also" and "reportedly"."""
    words, end = page.words, min(k + 2, len(page.words))
    while k < end and (words[k] in _PASSING or words[k].endswith(_ADVERB_ENDS)):
        k += 1
    return k


def _is_predicate(page: Page, k: int, draft: Draft, language: Language) -> bool:
    """Tell what can be the verb of those counted, or the place of those counted in words."""
    word = page.words[k]
    if word in _HELPING or word in language.verbs and not word.endswith("s"):
        return True
    if word.endswith(_VERB_ENDS) and len(word) > 4 and not page.glued(k):
        return True
    return word in _PLACING and draft.form == "words"


def is_apposed(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "The club lost members, 40 in March alone": the number takes up the plural before the comma."""
    words, k = page.words, max(draft.b, draft.end)
    following = words[k : k + 1]
    return bool(following) and (following[0] in _PLACING or following[0] in _AND)


def opens_clause(page: Page, i: int, language: Language) -> bool:
    """Tell whether token i can be the subject of its clause: it opens it, or a phrase of place or time does."""
    words = page.words
    first, _ = page.sentence(i)
    while i > first and words[i - 1] in _FOCUS:
        i -= 1  # "Exactly 40 came"
    if i <= first:
        return True
    before = words[i - 1]
    if before in _OPENING or before in _CLOSING_TIME or before in language.said:
        return True
    if before in language.weekdays or before in language.months:
        return True
    return leads(page, i, first, language)


def leads(page: Page, i: int, first: int, language: Language) -> bool:
    """Tell whether a phrase that opens the clause closes right before token i: "In the north of Arland 12 died"."""
    words = page.words
    for k in range(i - 1, max(first - 1, i - 1 - _PHRASE), -1):
        word = words[k]
        if k > first and word in _OPENING:
            return words[k + 1] in _LEADING and k + 2 < i
        if k == first:
            return (word in _LEADING or word in '"(•-*' and words[k + 1] in _LEADING) and k + 1 < i
        if word in language.verbs and word not in language.nouns:
            return False
    return False

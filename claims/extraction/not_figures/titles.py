"""Titles with a number: "7 Seconds", "12 Monkeys is on late", "Three Rivers council met"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import is_headline
from claims.extraction.page import Page

_ONE_IS = words_of("licences", "singular_is")
_NAME_NOUNS = words_of("licences", "name_nouns")
_VERB_ENDS = endings_of("licences", "not_noun_of_title")
_CAPITAL_UNITS = words_of("licences", "capital_units")
_ARTICLES = words_of("licences", "owners")
_PEOPLES = endings_of("licences", "peoples")
_PEOPLES_SHORT = words_of("licences", "peoples_short")
_ACTS = words_of("licences", "acts_alone")

_SMALL = words_of("masks", "before_place") | words_of("not_figures", "small_in_title")
_LONGEST = 9  # tokens of a title

_LISTS = frozenset(":0123456789")
_ENDS = frozenset("(),.;:\n")
_SHORT_UNIT = 3  # letters a unit may have that is written with a capital for itself


def _is_listed(page: Page, draft: Draft, after: str) -> bool:
    """Read "Channel 5: Twelve Angry Cooks (rated 12)." and "Ten Little Tigers (15)": capitals alone in a list.

    They stand behind a colon or a time, or open their sentence, and what follows is no verb.
    """
    before = page.words[draft.a - 1] if draft.a else ""
    last = page.memo.get("mask")
    timed = last is not None and last[1] == draft.a - 1  # "8pm: Three Widows (12A)"
    if before[:1] in _LISTS and before and _is_capital_throughout(page, draft):
        return True
    whole = (timed or draft.noun_end - draft.noun_at > 1) and all(
        page.capital(k) for k in range(draft.noun_at, draft.noun_end)
    )
    opens = (
        before[:1] in _LISTS
        or before == "the"
        and page.words[draft.a - 2] in _LISTS
        or page.sentence(draft.a)[0] == draft.a
    )
    return whole and opens and (after in _ENDS or after.isdecimal())


def _is_capital_throughout(page: Page, draft: Draft) -> bool:
    """Tell "Ten Questions on Bail (leaflet)" and "Three Elms, Ford Lane.": no word of it could be a verb."""
    words, k, capitals = page.words, draft.noun_at, 0
    while k < len(words) and k - draft.noun_at < _LONGEST and words[k] not in "(.;:)\n":
        if words[k].isalpha() and not page.capital(k) and words[k] not in _SMALL:
            return False
        capitals += page.capital(k)
        k += 1
    return capitals > 1 and k < len(words) and words[k] in "(.;:)\n"


def _is_timed(page: Page, draft: Draft) -> bool:
    """Read "20.15 101 Uses for a Ferret": right behind a time of day, where a line begins."""
    last, i = page.memo.get("mask"), draft.a
    return last is not None and last[1] == i and last[2] == "time" and page.sentence(i)[0] == last[0]


def _is_of_article(page: Page, draft: Draft, language: Language) -> bool:
    """Read "the 500 Words contest": a common noun that has a capital only as a name, before another noun."""
    at, after = draft.noun_at, page.words[draft.noun_end]
    if (
        not after.isalpha()
        or page.capital(draft.noun_end)
        or after in language.stop
        or after in language.verbs
    ):
        return False
    if draft.form != "digits" or draft.noun_end != at + 1 or page.words[draft.first - 1] not in _ARTICLES:
        return False
    noun = page.words[at]
    people = noun.endswith(_PEOPLES) or noun in _PEOPLES_SHORT  # "the 12 Syrians held there"
    return noun.endswith("s") and not people and not after.endswith("ed")


def _is_in_quotes(page: Page, draft: Draft) -> bool:
    """Read 'wrote "The Thirty-Nine Steps"': capitals alone between quotation marks."""
    words, i = page.words, draft.a - 1
    if i > 0 and words[i] == "the" and page.capital(i):
        i -= 1
    return i >= 0 and words[i] == '"' and words[draft.noun_end : draft.noun_end + 1] == ['"']


def is_title(page: Page, draft: Draft, language: Language) -> str:
    """Pass over a number whose capitalised noun does not agree with the verb or the noun behind it."""
    at, end = draft.noun_at, draft.noun_end
    if end <= at or language.case or not page.capital(at) or not page.capital(end - 1) or draft.low == 1:
        return ""
    words = page.words
    if _is_in_quotes(page, draft):
        return "name"
    if _is_timed(page, draft):
        return "name"
    if not words[at].isalpha() or is_headline(page, draft.a):
        return ""
    if draft.form == "words" and page.capital(draft.a) and words[end - 1] in _NAME_NOUNS:
        return "name"
    if words[at] in language.units:
        return "name" if len(words[at]) > _SHORT_UNIT and words[at] not in _CAPITAL_UNITS else ""
    if draft.kind != "count" or end >= len(words):
        return ""
    return "name" if _disagrees(page, draft, language) or _is_of_article(page, draft, language) else ""


def _disagrees(page: Page, draft: Draft, language: Language) -> bool:
    """Tell that what follows a capitalised plural does not go with it: "12 Monkeys is", "Three Rivers council"."""
    words, end = page.words, draft.noun_end
    after, spelt = words[end], draft.form == "words" and page.capital(draft.a)
    if after in _ONE_IS or spelt and _is_listed(page, draft, after):
        return True
    if after in _ENDS and page.words[draft.a - 2 : draft.a] == [":", "the"] and page.capital(draft.a - 1):
        return True  # "Screen 2: The 39 Lamps, part one"
    if spelt and after in _ACTS:
        return True  # "Ten Tors begins on Friday"
    if not after.isalpha() or page.capital(end) or after in language.stop or after in language.verbs:
        return False
    return spelt and not (after.endswith(_VERB_ENDS) or is_plural(after, language) or after in language.nouns)

"""Numbers that only tell one of its kind: "Article 5", "Room 12", "page 3", "ст. 228 ч. 2"."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import noun_lemma
from claims.extraction.neighbours import Mask, noun_follows
from claims.extraction.page import Page

_NUMBER_SHORT = words_of("masks", "number_short")
_VERB_OR_NOUN = words_of("masks", "verb_or_noun")
_JOINS_NUMBERED = words_of("masks", "joins_numbered", signs=", - – /")
_NUMBERED_MARKS = words_of("masks", "numbered_marks", signs=". ( № #")
_NUMBER_MARKS = words_of("masks", "number_marks", signs="№ #")
_DETERMINERS = words_of("masks", "determiners")
_PEOPLE_ACT = words_of("masks", "people_act")
_SHORT_HEADS = words_of("masks", "short_heads")
_SHORT_PAGES = words_of("masks", "short_pages")
_STRONG = frozenset(("law", "page_mark"))
_IN_PLURAL = words_of("masks", "in_plural")
_CATALOGUED = words_of("masks", "catalogued")
_ALWAYS_CAPITAL = words_of("masks", "always_capital")
_ALWAYS = words_of("masks", "always")
# Words that are heads of a name only when written with a capital: "Team 5" but "the team 5".
_COMMON = words_of("masks", "common")


def named_by(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Article 5", "Room 12", "page 3", "ст. 228 ч. 2": a number that only names one thing."""
    words = page.words
    k = i - 1
    last = page.memo.get("mask")
    if (
        last
        and k > 0
        and words[k] in _JOINS_NUMBERED
        and last[1] == k
        and (
            last[2] in ("law", "page_mark", "address", "identifier")
            or last[2] == "name"
            and words[last[0]].endswith("s")
        )
    ):
        if last[2] == "law" or not noun_follows(page, i, language):
            return i, i + 1, last[2]
    marked = False
    while k >= 0 and words[k] in _NUMBERED_MARKS and i - k <= 3:
        if words[k] in _NUMBER_MARKS and not (
            words[k] == "no" and words[k + 1] != "." and not page.capital(k)
        ):
            marked = True
        elif words[k] in _NUMBER_SHORT:
            return None
        if words[k] == "." and not page.glued(k):
            return None
        k -= 1
    head = words[k] if k >= 0 else ""
    if (
        head not in language.heads
        and head.endswith("s")
        and head[:-1] in _IN_PLURAL
        and head[:-1] in language.heads
    ):
        head = head[:-1]
    if language.case and head not in language.heads and noun_lemma(head) in language.heads:
        head = noun_lemma(head)
    if head in language.heads and head != "no":
        why = language.heads[head]
        if words[k] in ("may",) or (words[k + 1] == "(" and not marked and why != "law"):
            return None
        if (
            k == i - 1
            and k
            and words[k - 1] in _DETERMINERS
            and not page.capital(k)
            and words[i + 1 : i + 2]
            and words[i + 1] in _PEOPLE_ACT
        ):
            return None
        if (
            len(words[k]) <= 2
            and words[k + 1] != "."
            and words[k] in _SHORT_HEADS
            and words[k] not in _SHORT_PAGES
        ):
            return None
        if (
            head in _ALWAYS
            and words[k + 1] not in "("
            or head in _ALWAYS_CAPITAL
            and page.capital(k)
            and k == i - 1
            and words[i].isdecimal()
            and len(words[i]) <= (3 if head in _CATALOGUED else 2)
        ):
            return k, i + 1, why
        if (
            marked
            or why in _STRONG
            and words[k + 1] != "("
            or (not noun_follows(page, i, language) and not _verbish(page, k))
        ):
            if words[k] in _COMMON and not page.capital(k) and not marked:
                return None
            return k, i + 1, why
    if marked:
        return k + 1, i + 1, "identifier"
    return None


def _verbish(page: Page, k: int) -> bool:
    return page.words[k] in _VERB_OR_NOUN and not page.capital(k)

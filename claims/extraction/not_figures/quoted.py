"""Numbers in quoted titles: «Группа семи», магазин «24 часа», фильм «8½»."""

from __future__ import annotations

from claims.extraction.counted import nouns_case
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_SPEECH_STEMS = endings_of("quoted", "speech_stems")
_LOSES_NOTHING = words_of("quoted", "loses_nothing")
_SINGULAR_PAST = endings_of("quoted", "singular_past")
_STOPS = frozenset(",.!?:;—–")
_SPOKEN = frozenset(",—–")  # behind a quotation: who said it
_LONGEST = 5  # tokens of a title on either side of its number


def is_quoted_title(page: Page, draft: Draft, language: Language) -> str:
    """Pass over a number in a short quotation that has no verb, no stop and a thing it names before it."""
    if not language.case or not draft.first:
        return ""
    words = page.words
    begins, ends = page.sentence(draft.first)
    if '"' not in words[max(begins, draft.first - _LONGEST - 1) : draft.first]:
        return ""
    k, e = max(draft.b, draft.end, draft.noun_end), draft.first - 1
    while e >= begins and draft.first - e <= _LONGEST and words[e] != '"':
        e -= 1
    while k < ends and k - draft.b <= _LONGEST and words[k] != '"':
        k += 1
    if e < begins or k >= ends or words[e] != '"' or words[k] != '"' or not _opens(page, e):
        return ""
    inside = words[e + 1 : k]
    if _is_type(page, e, k, draft):
        return "name"
    if any(word in _STOPS or word in language.verbs or nouns_case.is_verb(word) for word in inside):
        return ""
    if e + 1 == draft.first and k == max(draft.b, draft.end) and draft.kind != "money":
        return "name"
    if words[k + 1 : k + 2] and words[k + 1] in _SPOKEN:
        return ""
    return "name" if _names(page, e, begins, language) else ""


def _is_type(page: Page, e: int, k: int, draft: Draft) -> bool:
    """Read «Урал 750»: a name and digits alone; what so many did would stand in the plural: «Погибли 12»."""
    words = page.words
    alone = e + 2 == draft.first == draft.a and k == draft.a + 1 and draft.form == "digits"
    return alone and page.capital(e + 1) and words[e + 1].endswith(_SINGULAR_PAST)


def _opens(page: Page, e: int) -> bool:
    return page.glued(e + 1) and not (e > 0 and page.glued(e) and page.words[e - 1].isalpha())


def _names(page: Page, e: int, begins: int, language: Language) -> bool:
    """Tell whether the word before the quotation is what it names, or governs it: "кафе «…", "из «…"."""
    words = page.words
    if e == begins:
        return page.capital(e + 1)
    word = words[e - 1]
    if word in _STOPS or word.startswith(_SPEECH_STEMS):
        return False
    if word in _LOSES_NOTHING or word in language.stop:
        return page.capital(e + 1)
    return word.isalpha() and (
        page.capital(e + 1) or not nouns_case.is_verb(word) and word not in language.verbs
    )

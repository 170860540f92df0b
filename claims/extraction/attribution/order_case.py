"""Which noun before a verb is its subject, in languages whose order of words is free: "ущерб мэрия оценила в 9 млн"."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in
from claims.extraction.attribution.speaker import PRONOUNS, WALL
from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_AMOUNTS = words_of("attribution", "amounts")
_GENITIVE_ENDS = endings_of("attribution", "genitive_ends")
_ACCUSATIVE_ENDS = endings_of("attribution", "accusative_ends")
_QUALIFYING_SUBJECT = endings_of("attribution", "qualifying_subject")
# What a verb ends in, and what a noun that agrees with it can end in.
_PLURAL_VERB = endings_of("attribution", "verb_plural")
_AGREEING = (
    (endings_of("attribution", "verb_feminine"), endings_of("attribution", "noun_feminine")),
    (endings_of("attribution", "verb_neuter"), endings_of("attribution", "noun_neuter")),
    (_PLURAL_VERB, endings_of("attribution", "noun_plural")),
)
MAX_OPENING = 7  # tokens of a subject before its verb
_VOWELS = "аеиоуыэюя"


def subject_start(page: Page, start: int, end: int, verb: str) -> int:
    """Return where the subject of a verb begins within tokens [start, end); `end` where its object stands there."""
    words = page.words
    if words[end - 1] in PRONOUNS:
        return end - 1
    if not _is_object(page, start, end, verb):
        return start
    k = end - 1
    if k == start or not agrees(page, k, verb):
        return end
    while k - 1 > start and (
        page.capital(k) and page.capital(k - 1) or words[k - 1].endswith(_QUALIFYING_SUBJECT)
    ):
        k -= 1
    return k


def opening_case(page: Page, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the body a sentence begins with as its subject: "Береговая охрана подняла"; () for none."""
    words, k = page.words, first
    while k < end and k - first < MAX_OPENING and (words[k] not in WALL or words[k] == '"'):
        if k > first and is_verb(words[k]) and (agrees(page, k - 1, words[k]) or words[k - 1] == '"'):
            return () if words[first] in language.stop else names_in(page, first, k, language)
        k += 1
    return ()


def agrees(page: Page, i: int, verb: str) -> bool:
    """Tell whether the noun at token i can be the subject of a verb, by gender and number."""
    noun = page.words[i]
    if not noun.isalpha() and "-" not in noun or noun.endswith(_GENITIVE_ENDS):
        return False
    if page.level[page.starts[i] : page.ends[i]].isupper():
        return True
    for verb_ends, noun_ends in _AGREEING:
        if verb.endswith(verb_ends):
            return noun.endswith(noun_ends)
    return not verb.endswith("л") or noun[-1] not in _VOWELS


def _is_object(page: Page, start: int, end: int, verb: str) -> bool:
    """Tell whether the words before a verb are what it says something of: "ремонт оценили", "сумму назвали"."""
    word = page.words[start]
    if page.capital(end - 1) and end - 1 > start or not word.isalpha():
        return False
    if word in _AMOUNTS:
        return True
    if len(word) < 4 or page.level[page.starts[start] : page.ends[start]].isupper():
        return False
    if word.endswith(_ACCUSATIVE_ENDS):
        return True
    return end - start == 1 and verb.endswith(_PLURAL_VERB) and word[-1] not in _VOWELS

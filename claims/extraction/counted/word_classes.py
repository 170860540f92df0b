"""Tell by its ending whether a Russian word is an adjective or a verb, and by the tables whether it names anything."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language

_ADJECTIVE_ENDS = endings_of("counted", "adjective_ends")
_ADJECTIVE_NOMINATIVE_ENDS = endings_of("counted", "adjective_nominative_ends")
_NOT_ADJECTIVES = words_of("counted", "not_adjectives")
_NOT_VERBS = words_of("counted", "not_verbs")
_NOUN_ENDS_LIKE_VERB = endings_of("counted", "noun_ends_like_verb")
_NOUN_IE = endings_of("counted", "noun_ie")
_VERB_ENDS = endings_of("counted", "verb_ends")


def is_adjective(word: str) -> bool:
    """Tell by its ending whether a word qualifies a noun."""
    if len(word) < 4 or word in _NOT_ADJECTIVES or word.endswith(_NOUN_IE):
        return False
    if word.endswith("ий"):
        return word.endswith(_ADJECTIVE_NOMINATIVE_ENDS)
    return word.endswith(_ADJECTIVE_ENDS)


def is_verb(word: str) -> bool:
    """Tell by its ending whether a word says what happened."""
    if word.endswith("ана") and word[:-1] in _NOT_VERBS:
        return False  # "плана", "ресторана"
    return word.endswith(_VERB_ENDS) and word not in _NOT_VERBS and not word.endswith(_NOUN_ENDS_LIKE_VERB)


def names_something(word: str, language: Language) -> bool:
    """Tell whether a word can be a noun at all: no number, unit, qualifier, date word, verb or word of grammar."""
    tables = (
        language.stop, language.verbs, language.numbers, language.units, language.before, language.months,
        language.weekdays,
    )  # fmt: skip
    return word.isalpha() and not any(word in table for table in tables)

"""Whether Russian digits belong to the noun before them, although the word behind would agree: "ордер 88 выписан"."""

from __future__ import annotations

from claims.extraction.counted.word_classes import is_adjective, is_verb, names_something
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import known_lemma
from claims.extraction.page import Page

_VERB_LIKE = endings_of("belonging", "verb_like")
_GENITIVE_ENDS = endings_of("belonging", "genitive_ends")
_OBLIQUE = words_of("belonging", "oblique_prepositions")
_ALWAYS_COUNTED = words_of("belonging", "always_counted")
_VERBS_TOO = words_of("belonging", "verbs_too")
_SURELY_COUNTED = endings_of("belonging", "surely_counted")
_CLAUSE = frozenset(', ; : — – ( . ! ? " \n | • )'.split(" "))
_PLURAL_ENDS = endings_of("belonging", "plural_ends")
_FEW_ENDS = ("а", "я", "и", "ы")


def belongs_before(page: Page, number: int, at: int, language: Language) -> bool:
    """Tell whether digits at token `number` are the number of the thing before them, not of the noun at token `at`.

    "Ордер 88 выписан" and "лот 14 снят": a participle ends as a noun does. "Из 3 палаты", "жильцы 2 подъезда": behind
    a genitive the noun of a count would stand in the plural.
    """
    words = page.words
    if not number or not words[number].isdecimal() or at != number + 1:
        return False
    word, before = words[at], words[number - 1]
    singular = words[number][-1] in "234" and word.endswith(_FEW_ENDS) and word not in _ALWAYS_COUNTED
    singular = singular and not word.endswith(_PLURAL_ENDS)  # "с 44 пассажирами"
    if singular and before in _OBLIQUE:
        return True
    if not is_thing(page, number - 1, language):
        return False
    if word in _VERBS_TOO:
        return True
    if known_lemma(word) and not singular:
        return False
    opens = number < 2 or words[number - 2] in _CLAUSE or page.sentence(number)[0] == number - 1
    return (
        word.endswith(_VERB_LIKE)
        and not known_lemma(word)
        or opens
        and (singular or not word.endswith(_SURELY_COUNTED))
    )


def is_thing(page: Page, i: int, language: Language) -> bool:
    """Tell whether token i is a noun that digits may name: no count, no verb, no word of relation."""
    word = page.words[i]
    if len(word) < 3 or not names_something(word, language) or is_verb(word) or is_adjective(word):
        return False
    return not word.endswith(_GENITIVE_ENDS)

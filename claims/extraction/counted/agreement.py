"""Whether a word can be what a number counts, by the form a Russian number asks of its noun.

After 2, 3 and 4 a noun stands in the genitive singular, after 5 and more in the genitive plural; behind a number in
another case it stands in that case of the plural. What ends otherwise is a verb, an adverb, or a noun of its own.
"""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import known_lemma
from claims.extraction.languages.ru.lemmas import SAME_IN_PLURAL
from claims.extraction.page import Page

_WITH_ONE = words_of("counted", "with_one")
_INSTRUMENTAL_NOUN = endings_of("counted", "instrumental_noun")
_FEW = words_of("counted", "asks_few")
_SLANT = endings_of("counted", "asks_slant_ends")
_UNCHANGING = words_of("counted", "unchanging")
_NOUNS_IN_T = words_of("counted", "nouns_in_t")
_NEVER_COUNTED = words_of("counted", "never_counted")
_SLANT_ENDS = endings_of("counted", "slant_ends")
_SINGULAR_ADJECTIVES = endings_of("counted", "singular_adjectives")
_INFINITIVE = endings_of("counted", "infinitive_ends")
_THIRD_PERSON = endings_of("counted", "third_person_ends")
_FEW_VERB_LIKE = endings_of("counted", "few_verb_like")
_FEW_ENDS = ("а", "я", "и", "ы")
_MANY_ENDS = tuple("бвгджзйклмнпрстфхцчшщь")


def agrees(page: Page, number: int, at: int, language: Language) -> bool:
    """Tell whether the noun at token `at` goes with the number whose last word stands at token `number`."""
    asked = asked_by(page.words[number], language)
    word = page.words[at]
    if asked == "one" or not word.isalpha() or is_abbreviation(page, at) or word in _UNCHANGING:
        return word not in _NEVER_COUNTED and not (word.isascii() and asked != "one")
    if word in _NEVER_COUNTED or word.endswith(_INFINITIVE):
        return False
    if word.endswith(_THIRD_PERSON) and word not in _NOUNS_IN_T:
        return False
    if known_lemma(word) == word and word[-1] not in "аеиоуыэюяь" and word not in SAME_IN_PLURAL:
        return False  # "4 класс": the nominative makes the digits an ordinal
    few, many = word.endswith(_FEW_ENDS), word.endswith(_MANY_ENDS)
    if asked == "few":
        return few
    if asked == "many":
        return many
    return many or not asked or word.endswith(_SLANT_ENDS) or asked == "few_digits" and few


def is_noun_form(page: Page, number: int, at: int, language: Language) -> bool:
    """Tell "три минерала" and "2 сарая", which end as a verb or an adjective does, for nouns by the number before."""
    word = page.words[at]
    asked = asked_by(page.words[number], language)
    if page.words[number] in _WITH_ONE and word.endswith(_INSTRUMENTAL_NOUN):
        return True  # "с одним чемоданом": an adjective would end in -ым or -им
    if word.endswith(_FEW_VERB_LIKE):
        return asked in ("few", "few_digits")
    return asked in ("few", "few_digits") and word.endswith("ая") and len(word) < 8


def qualifies(page: Page, number: int, at: int, language: Language) -> bool:
    """Tell whether the adjective at token `at` can stand before the noun: "12 новых", not "12 новая"."""
    asked = asked_by(page.words[number], language)
    return asked in ("one", "") or not page.words[at].endswith(_SINGULAR_ADJECTIVES)


def asked_by(word: str, language: Language) -> str:
    """Return what a number asks of its noun: one, few, many, the same of digits (whose case is unseen), slant or ""."""
    if word[0].isdecimal():
        return _asked_by_digits(word)
    if word in _FEW:
        return "few"
    kind, value = language.numbers.get(word, ("", 0))
    if not kind or kind in "fHr":
        return ""
    if kind == "n" and value == 1:
        return "one"
    return "slant" if word.endswith(_SLANT) or kind == "v" else "many"


def _asked_by_digits(word: str) -> str:
    if "," in word or "." in word:
        return "few_digits"
    last = word[-2:]
    if not last.isdecimal() or len(last) == 2 and last[0] == "1":
        return "many_digits"
    return {"1": "one", "2": "few_digits", "3": "few_digits", "4": "few_digits"}.get(last[-1], "many_digits")


def is_abbreviation(page: Page, i: int) -> bool:
    """Tell "БПЛА" and "ДТП", which stand unchanged behind any number, from a line that is all in capitals."""
    if not 1 < page.ends[i] - page.starts[i] < 7 or not page.level[page.starts[i] : page.ends[i]].isupper():
        return False
    begins, ends = page.sentence(i)
    return any(
        page.words[k].isalpha() and not page.level[page.starts[k] : page.ends[k]].isupper()
        for k in range(max(begins, i - 6), min(ends, i + 6))
    )

"""The dictionary form of a Russian noun in its place on the page, with the ё the text writes."""

from __future__ import annotations

from claims.extraction.counted.agreement import asked_by, is_abbreviation
from claims.extraction.counted.word_classes import is_adjective
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, mapping_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import adjective_lemma, nominative_lemma, noun_lemma
from claims.extraction.languages.ru.lemmas import counted_lemma
from claims.extraction.page import Page

_EACH_AS_ONE = mapping_of("counted", "each_as_one")
# What "один" would be, by the preposition before the digits and the last letter of the noun behind.
_CASES_OF_ONE = {
    (preposition, letter): numeral
    for numeral, (prepositions, letters) in mapping_of("counted", "cases_of_one").items()
    for preposition in prepositions.split()
    for letter in letters
}
_DOUBLED = endings_of("counted", "doubled_ends")
_HOMOGRAPHS = {
    form: (other, tuple(stems.split()))
    for forms, (other, stems) in mapping_of("counted", "homographs").items()
    for form in forms.split()
}
MAX_FIELD = 10  # tokens on either side in which a field is spoken of
_VOWELS = frozenset("аеиоуыэюяй")
_WITH_YO = words_of("counted", "with_yo")


def lemma(page: Page, i: int) -> str:
    """Return the dictionary form of the noun at token i, with the ё the text writes."""
    return with_yo(page, i, noun_lemma(page.words[i]))


def lemma_behind(page: Page, i: int, number: int, draft: Draft, language: Language) -> str:
    """Return the dictionary form of the noun at token i behind the number word at token `number` (-1: a share)."""
    word = page.words[i]
    if word in _HOMOGRAPHS and (other := _other_word(page, i)):
        return other
    if number >= 0:
        numeral = page.words[number]
        if numeral[-1] == "1" and numeral[-2:] != "11" and draft.first:
            numeral = _CASES_OF_ONE.get((page.words[draft.first - 1], word[-1]), numeral)  # "из 31 завода"
        return with_yo(page, i, counted_lemma(word, asked_by(numeral, language), numeral))
    numeral = _EACH_AS_ONE.get(page.words[draft.a], "")
    if draft.kind == "ratio" and page.words[draft.a].endswith(_DOUBLED):
        return with_yo(page, i, nominative_lemma(word))  # "утроить выпуск"
    if numeral:
        return with_yo(page, i, counted_lemma(word, "one", numeral))
    bare = word[-1] not in _VOWELS  # a genitive without an ending is a plural: "половина изб"
    return with_yo(page, i, counted_lemma(word, "many")) if bare else lemma(page, i)


def _other_word(page: Page, i: int) -> str:
    """Return the rarer of two nouns with one form where its field is spoken of: "14 голов" of goals, not of cattle."""
    other, stems = _HOMOGRAPHS[page.words[i]]
    begins, ends = page.sentence(i)
    near = page.words[max(begins, i - MAX_FIELD) : min(ends, i + MAX_FIELD)]
    return other if any(word.startswith(stems) for word in near) else ""


def with_yo(page: Page, i: int, found: str) -> str:
    written = page.original(i)
    if len(written) < 6 and is_abbreviation(page, i):
        return written.upper()  # an abbreviation is its own dictionary form
    if "ё" not in written or "ё" in found:
        return found
    letters = list(found)
    for k, letter in enumerate(written[: len(letters)]):
        if letter == "ё" and letters[k] == "е":
            letters[k] = "ё"
    restored = "".join(letters)
    return found if found in _WITH_YO else restored


def plural_lemma(page: Page, i: int) -> str:
    """Return the dictionary form of a noun or participle in the genitive plural: "врачей осталось четверо"."""
    word = page.words[i]
    if is_adjective(word):
        return with_yo(page, i, adjective_lemma(word))
    return with_yo(page, i, counted_lemma(word, "many"))

"""Noun phrases of languages that mark case and put qualifiers first, such as Russian: the lemma is what is counted."""

from __future__ import annotations

from claims.extraction.counted import inversions
from claims.extraction.counted.agreement import agrees, is_noun_form, qualifies
from claims.extraction.counted.belonging import belongs_before
from claims.extraction.counted.lemmas_case import lemma_behind, plural_lemma, with_yo
from claims.extraction.counted.word_classes import is_adjective, is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import (
    adjective_lemma,
    is_person_lemma,
    known_lemma,
    nominative_lemma,
)
from claims.extraction.page import Page

_FROM_WORDS = words_of("counted", "from_words")
_ABOUT_WORDS = words_of("counted", "about_words")
_NOT_NOUNS_CASE = words_of("counted", "not_nouns_case")
_OF_ALL = words_of("counted", "of_all")
_END_OF_PHRASE_CASE = words_of("counted", "end_of_phrase_case")
_GENITIVE_PARTICIPLE_ENDS = endings_of("counted", "genitive_participle_ends")
_COMPARED = words_of("counted", "compared_more")
_INSTRUMENTAL = endings_of("counted", "instrumental_ends")
_SUBSTANTIVE = words_of("counted", "substantive")
_FEMININE = endings_of("counted", "feminine_adjectives")
_LIKE_ADJECTIVES = words_of("counted", "like_adjectives")
_PARTITIVE_PRONOUNS = words_of("counted", "partitive_pronouns")
_SKIP = words_of("counted", "nouns_case_skip")
_SUBSTANTIVES = words_of("counted", "substantives")
_YEARLY = words_of("counted", "yearly")
_WHOSE = words_of("counted", "whose")
_THIRD_PERSON = endings_of("counted", "share_does_ends")
_NOUNS_IN_T = words_of("counted", "nouns_in_t")
_FEW = words_of("counted", "asks_few")
_PLURAL_FEMININE = endings_of("counted", "plural_feminine")
_SINGULAR_ENDS = tuple("аяыи")
_EARLIER = words_of("counted", "earlier_by")
PEOPLE = "человек"


def is_partitive(page: Page, k: int) -> bool:
    """Tell whether "из них", "из которых" follows."""
    words = page.words
    return words[k : k + 1] == ["из"] and k + 1 < len(words) and words[k + 1] in _PARTITIVE_PRONOUNS


def is_person(noun: str) -> bool:
    return is_person_lemma(noun)


def does_people(page: Page, k: int, language: Language) -> bool:
    """A bare number after a verb counts people, unless the sentence has counted something before."""
    return False


def after(page: Page, draft: Draft, language: Language, *, share: bool) -> str:
    """Return the lemma of the noun after the number, or "" where it is left unsaid."""
    words, n = page.words, len(page.words)
    k = max(draft.b, draft.end)
    draft.noun_at = draft.noun_end = k
    if k + 1 < n and words[k] == "-" and draft.hyphened:
        k += 1
    k = _past_second(page, k, draft, language)
    number = -1 if share or not (words[k - 1][0].isdecimal() or words[k - 1] in language.numbers) else k - 1
    while k < n and words[k] in _SKIP:
        k += 1
    if share and k + 1 < n and words[k] in _YEARLY and inversions.genitive_plural(page, k + 1, language):
        k += 1  # "две пятых годовых доходов"
    if share and (_is_year_on_year(words, k, language) or k < n and _compares_alone(page, k, language)):
        return ""
    if share and k + 1 < n and words[k] in _COMPARED and inversions.genitive_plural(page, k + 1, language):
        draft.noun_at, draft.noun_end = k + 1, k + 2
        return plural_lemma(page, k + 1)
    if k < n and words[k] in _OF_ALL:
        if is_partitive(page, k) or not share and words[k] == "из" and _is_of_one(page, k, language):
            return ""
        k, number = k + 1, -1
        while (
            k < n
            and (words[k] in language.stop or words[k][0].isdecimal() or words[k] in language.numbers)
            and words[k] not in _END_OF_PHRASE_CASE
        ):
            k += 1
    return _scan(page, k, draft, language, number, share=share)


def _is_year_on_year(words: list[str], k: int, language: Language) -> bool:
    """Tell "11,4 % год к году" and "2 % к прошлому году" from a share of something."""
    return words[k + 1 : k + 2] == ["к"] and words[k] in language.units and words[k + 2 : k + 3] != []


def _compares_alone(page: Page, k: int, language: Language) -> bool:
    """Tell "вдвое меньше прошлогодних": an adjective alone takes up what stands before the share."""
    words = page.words
    if words[k] not in _COMPARED or k + 1 >= len(words) or not is_adjective(words[k + 1]):
        return False
    closed = not words[k + 2 : k + 3] or not words[k + 2].isalpha()
    return closed and words[k + 1] not in _SUBSTANTIVES


def _is_of_one(page: Page, k: int, language: Language) -> bool:
    """Tell "двое из камеры 14", a place that people are from, from "двое из задержанных"."""
    word = "".join(page.words[k + 1 : k + 2])
    known = word in language.stop or word in language.numbers
    return word.endswith(_SINGULAR_ENDS) and word.isalpha() and not known and not is_adjective(word)


def _past_second(page: Page, k: int, draft: Draft, language: Language) -> int:
    words, n = page.words, len(page.words)
    if k + 1 < n and words[k] == "до" and draft.first and words[draft.first - 1] in _FROM_WORDS:
        j = k + 1
        while j < n and (words[j][0].isdecimal() or words[j] in language.numbers or words[j] in _ABOUT_WORDS):
            j += 1
        return j if j > k + 1 else k
    return k


def _scan(
    page: Page, k: int, draft: Draft, language: Language, number: int = -1, *, share: bool = False
) -> str:
    """Return the lemma of the noun phrase at token k, which has to go with the number at token `number`, if given."""
    words, last = page.words, -1
    for i in range(k, min(len(words), k + 6)):
        word = words[i]
        if word == "-" and page.glued(i):
            continue
        if (
            not word.isalpha()
            or word in language.numbers
            or (word in language.stop and word not in language.nouns)
        ):
            break
        noun = number >= 0 and is_noun_form(page, number, i, language) or word in _LIKE_ADJECTIVES
        if is_adjective(word) and not noun:
            if number >= 0 and not qualifies(page, number, i, language):
                break
            last = i
            alone = word in _SUBSTANTIVE or word.endswith(_GENITIVE_PARTICIPLE_ENDS)
            if (word in _SUBSTANTIVES or share and alone) and _stands_alone(page, i, number, language):
                break
            continue
        if not _can_be_noun(page, i, number, language, sure=noun):
            break
        if share and word in _NOT_NOUNS_CASE or words[i + 1 : i + 2] and words[i + 1] in _EARLIER:
            return ""  # "с 9,3% месяцем ранее"
        draft.noun_at, draft.noun_end = k, i + 1
        return lemma_behind(page, i, number, draft, language)
    if last < 0 or not _can_stand_for_noun(page, last, number, language):
        return ""
    draft.noun_at, draft.noun_end = k, last + 1
    return with_yo(page, last, _alone_lemma(words[last], words[number] if number >= 0 else ""))


def _alone_lemma(word: str, numeral: str) -> str:
    """Return the dictionary form of an adjective that stands for a noun: "две столовые" and "пять раненых"."""
    if numeral in _FEW and word.endswith(_PLURAL_FEMININE):
        return word[:-2] + "ая"
    return adjective_lemma(word)


def _is_owner(page: Page, i: int, number: int) -> bool:
    """Tell "три мастерские Союза", a thing and whose it is, from "три новых цеха": only women's nouns take -ие here."""
    few = number >= 0 and page.words[number] in _FEW
    return few and page.words[i - 1].endswith(_PLURAL_FEMININE) and page.words[i].endswith(("а", "я"))


def _can_stand_for_noun(page: Page, i: int, number: int, language: Language) -> bool:
    """Tell "двое раненых" from "шесть жёлтых карточек и одну красную", whose noun is the one before."""
    word = page.words[i]
    if word in _SUBSTANTIVES:
        return True
    return not (number >= 0 and word.endswith(_FEMININE)) and not _number_follows(page, i, language)


def _can_be_noun(page: Page, i: int, number: int, language: Language, *, sure: bool) -> bool:
    """Tell a noun that goes with the number from a verb and from a noun of its own."""
    word = page.words[i]
    if not sure and (is_verb(word) or word in language.verbs):
        return False
    if number < 0:
        return not _does(word)
    belongs = _is_owner(page, i, number) or belongs_before(page, number, i, language)
    return agrees(page, number, i, language) and not belongs


def _does(word: str) -> bool:
    """Tell "каждый четвёртый тратит", what one of a share does, from "каждый четвёртый билет"."""
    return word.endswith(_THIRD_PERSON) and word not in _NOUNS_IN_T and not known_lemma(word)


def _stands_alone(page: Page, i: int, number: int, language: Language) -> bool:
    """Tell "40 раненых привезли" and "40 больных туберкулёзом" from "40 раненых солдат"."""
    following = page.words[i + 1] if i + 1 < len(page.words) else "."
    if not following.isalpha() or following[-1] in "аяуюиыеоь" or following.endswith(_INSTRUMENTAL):
        return True
    return number >= 0 and not is_adjective(following) and not agrees(page, number, i + 1, language)


def _number_follows(page: Page, i: int, language: Language) -> bool:
    following = page.words[i + 1] if i + 1 < len(page.words) else "."
    return following[0].isdecimal() or following in language.numbers


def predicate_noun(page: Page, k: int, language: Language) -> str:
    """Return the noun of "из них 14 — дети": what the part is said to be."""
    words = page.words
    if words[k : k + 1] not in (["—"], ["–"]):
        return ""
    k += 1
    while k + 2 < len(words) and (words[k] in _WHOSE or is_adjective(words[k]) and words[k].endswith("е")):
        k += 1
    if k + 1 >= len(words) or words[k + 1] not in ',.;")»':
        return ""
    word = words[k]
    if not word.isalpha() or word in language.numbers or word in language.stop or word[-1] in "оу":
        return ""
    return "" if is_adjective(word) or is_verb(word) else with_yo(page, k, nominative_lemma(word))

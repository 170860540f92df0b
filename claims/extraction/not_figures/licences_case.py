"""In Russian, too, a bare number must be licensed by what surrounds it, else it is left open.

"Погибли 12", "двенадцать ранены", "из них 14", "ещё 15", "врачей осталось четверо" and "Погибших: 14" say themselves
what they count. A noun right before digits makes them its label ("электрички 6511", "на пике 5642"), whatever follows;
a number that nothing calls for is not understood.
"""

from __future__ import annotations

from claims.extraction.counted import inversions, nouns_case
from claims.extraction.counted.word_classes import names_something
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.not_figures.licences_rows_case import (
    figure_since,
    goes_on,
    has_verb,
    is_acting,
    is_difference,
    is_in_brackets,
    is_level,
    is_object,
    is_row,
)
from claims.extraction.page import Page

_PASSING = words_of("licences_case", "passing")
_CHOOSING = words_of("licences_case", "choosing")
_PRONOUNS = words_of("licences_case", "pronouns")
_OF_THOSE = words_of("licences_case", "of_those")
_AMONG = words_of("licences_case", "among")
_IN_TIME = words_of("licences_case", "in_time")
_LEVEL = words_of("licences_case", "level")
_LOCATIVE_PLURAL = endings_of("licences_case", "locative_plural")
_REFLEXIVE = endings_of("licences_case", "reflexive_ends")
_PREPOSITIONS = words_of("licences_case", "prepositions")
_AMOUNTS = words_of("licences_case", "amounts")
_LEVEL_STEMS = endings_of("licences_case", "level_stems")
_SINGULAR_PAST = endings_of("licences_case", "singular_past")
_VERBS = words_of("licences_case", "verbs")
_LOOSE = words_of("licences_case", "loose")
_STANDING = words_of("licences_case", "standing")
_AND = words_of("licences_case", "and")
_SINGULAR_ENDS = endings_of("licences_case", "singular_ends")
_DIALLED_STEMS = endings_of("licences_case", "dialled_stems")
_NAMING = frozenset(("identifier", "name", "address", "law", "page_mark"))
_LIST_ENDS = CLOSERS | _AND
_A_TEN = words_of("licences_case", "a_ten")
_BY_TWOS = words_of("licences_case", "by_twos")
_DASHES = frozenset("-–—")
_MANY_ENDS = endings_of("licences_case", "many_ends")
_MINUS = words_of("licences_case", "minus")
_VOTES = words_of("licences_case", "votes")
_OF_PEOPLE = words_of("licences_case", "of_people")
_ROW = frozenset(": — – |".split())
_RATINGS = frozenset((6, 12, 16, 18))  # ages from which shows are let in
_NEAR = 14  # tokens looked back over


def is_unlicensed_case(page: Page, draft: Draft, language: Language) -> str:
    """Return "identifier" for a label, "misread" for a bare number that nothing calls for, "" for a figure."""
    if not language.case or not draft.elided or draft.unit or draft.ratio:
        return ""
    if draft.low == 1 and draft.form == "words":
        return ""  # `one` has judged it
    if (
        is_labelled(page, draft, language)
        or _names_what_follows(page, draft, language)
        or _goes_on_naming(page, draft)
    ):
        return "identifier"
    if language.numbers.get(page.words[draft.a], ("",))[0] == "k":
        return "not_a_claim"  # "супружеская пара", "работают на пару"
    if draft.low == 0 and _is_zero_level(page, draft) or _is_rating(page, draft):
        return "idiom"  # "выше нуля", "скатился к нулю", "(18+)"
    if (
        draft.scaled
        and not _is_a_ten(page, draft)
        or draft.manner != "exact"
        or _is_qualified(page, draft)
        or _is_grouped(page, draft)
    ):
        return ""
    if page.words[draft.a] in language.words["collective"]:
        return "not_a_claim" if draft.first and page.words[draft.first - 1] in _BY_TWOS else ""
    return "" if _is_called_for(page, draft, language) else "misread"


def _is_zero_level(page: Page, draft: Draft) -> bool:
    """Tell "выше нуля" and "скатился к нулю" from "с двенадцати до нуля"."""
    if draft.comparator != "exact":
        return True
    begins, before = page.sentence(draft.first)[0], page.words[draft.first - 1] if draft.first else ""
    return before in _LEVEL and not figure_since(page, begins)


def _is_rating(page: Page, draft: Draft) -> bool:
    """Read the "12+" that says for whom a show is, in brackets or closing a line: an age, no count."""
    words, k = page.words, draft.a + 1
    if draft.low not in _RATINGS or words[k : k + 1] != ["+"] or not page.glued(k):
        return False
    return words[k + 1 : k + 2] == [")"] or (draft.a == 0 or words[draft.a - 1] in '(,."')


def is_labelled(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether a noun right before bare digits makes them its label: "в отделе 4", "электрички 6511 и"."""
    words, i = page.words, draft.a
    if draft.form != "digits" or draft.scaled or not i or draft.first != draft.a or _is_grouped(page, draft):
        return False
    word = words[i - 1]
    if (
        not _is_noun(page, i - 1, language)
        or word in _PASSING
        or word in _CHOOSING
        or word in _OF_PEOPLE
        or word in _AMOUNTS
        or word.endswith(_LOCATIVE_PLURAL)
    ):
        return False  # "размещены в школах 800"
    if is_object(page, i - 1, draft, language):
        return False
    if inversions.genitive_plural(page, i - 1, language):
        return not _is_free(page, draft, language)
    if (
        words[i - 2 : i - 1]
        and words[i - 2] in _PREPOSITIONS
        and inversions.head_before(page, i, language) >= 0
    ):
        return False  # "семей в списке 214"
    if page.capital(i - 1) and i - 1 > page.sentence(i)[0]:
        return not (figure_since(page, max(page.sentence(i)[0], i - _NEAR)) or _acts(page, draft, language))
    return True


def _names_what_follows(page: Page, draft: Draft, language: Language) -> bool:
    """Read "на 3 курсе": a noun in the singular behind digits makes them an ordinal; also "набрал 112"."""
    words, k = page.words, draft.b
    if not words[draft.a].isdecimal() or draft.scaled or draft.first != draft.a or len(words[draft.a]) > 4:
        return False
    before = words[draft.a - 1] if draft.a else ""
    if before.startswith(_DIALLED_STEMS) and not before.endswith(_REFLEXIVE) and len(words[draft.a]) < 4:
        return True
    if k >= len(words) or page.capital(k) or not words[k].endswith(_SINGULAR_ENDS):
        return False
    return _is_noun(page, k, language) and words[k] not in _PASSING and words[k] not in language.before


def _goes_on_naming(page: Page, draft: Draft) -> bool:
    """Read the rest of "школы №№ 3, 4 и 12" and "электрички 6511 и 6514"."""
    words, i, last = page.words, draft.first, page.memo.get("mask")
    if not last or i < 1 or last[1] != i - 1 or last[2] not in _NAMING or not words[draft.a].isdecimal():
        return False
    if not words[last[1] - 1].isdecimal():
        return False
    joined = words[i - 1] in _AND or words[i - 1] in _DASHES and page.glued(i)
    many = last[1] - last[0] == 2 and words[last[0]].endswith(_MANY_ENDS)
    return joined or words[i - 1] == "," and (many or after_number(page, draft) in _LIST_ENDS)


def _is_noun(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    if len(word) < 2 or not names_something(word, language):
        return False
    if word in language.currencies or is_acting(word) or word in _STANDING:
        return False
    return not nouns_case.is_adjective(word) or inversions.genitive_plural(page, i, language)


def _is_free(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "погибших 14" and "из пассажиров 12 ранены" from "мандаты округов 4 и 9"."""
    words, i = page.words, draft.a - 1
    if inversions.head_before(page, draft.first, language) >= 0:
        return True
    return i > 0 and words[i - 1] in _AMONG or figure_since(page, max(page.sentence(i)[0], i - _NEAR))


def _is_a_ten(page: Page, draft: Draft) -> bool:
    """Tell "попал в десятку" from "десяток": the noun for ten of a kind, alone and in the singular."""
    return draft.low == 10 and page.words[draft.a] in _A_TEN


def _is_qualified(page: Page, draft: Draft) -> bool:
    """Tell "не менее 12" and "14 с лишним"; "до пяти" and "около семи" may be a time."""
    if draft.comparator in ("", "exact", "between"):
        return False
    if draft.first == draft.a or draft.a - draft.first > 1:
        return True
    return page.words[draft.first] not in _LOOSE


def _is_grouped(page: Page, draft: Draft) -> bool:
    """Tell "8 412": what only names a thing is not written with spaces between thousands."""
    word = page.words[draft.a]
    return word[0].isdecimal() and any(mark in word for mark in " \xa0'") and len(word) < 12


def _is_called_for(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether a neighbour of a bare number wants a count there."""
    first = draft.first
    if nouns_case.is_partitive(page, max(draft.b, draft.end)) or _acts(page, draft, language):
        return True
    if is_difference(page, draft) or is_in_brackets(page, draft, language):
        return True
    if (
        inversions.head_before(page, first, language) >= 0
        or inversions.asked_for(page, first, language) != -1
    ):
        return True
    return _is_below_zero(page, draft) or _is_wanted(page, page.sentence(first)[0], draft, language)


def _is_below_zero(page: Page, draft: Draft) -> bool:
    """Tell "−12" with a true minus; a hyphen or a dash may belong to a code."""
    return draft.sign < 0 and (page.words[draft.first] == "−" or page.words[draft.first] in _MINUS)


def _is_wanted(page: Page, begins: int, draft: Draft, language: Language) -> bool:
    """Tell whether the word before a bare number wants a count, words that say nothing of it left aside."""
    words, k = page.words, draft.first - 1
    while k >= begins and words[k] in _PASSING and words[k] not in _CHOOSING:
        if words[k] in _VERBS:
            return True
        k -= 1
    if k - 2 >= begins and words[k] in language.units and words[k - 1] in _IN_TIME:
        k -= 2  # "выписали за сутки 212"
    if k < begins or words[k] in language.units:
        return False
    word = words[k]
    if (
        word in _CHOOSING
        or word in _PRONOUNS
        or word in _OF_PEOPLE
        or words[k - 1 : k] == ["из"]
        and word in _OF_THOSE
    ):
        return True
    if is_acting(word) or word in language.verbs or word.startswith(_LEVEL_STEMS):
        return True
    if word in _ROW:
        return is_row(page, k, begins, draft, language)
    if word in _PREPOSITIONS:
        return is_level(page, k, begins, draft, language)
    return goes_on(page, draft, begins) or has_verb(page, k, begins, draft, language)


def _acts(page: Page, draft: Draft, language: Language) -> bool:
    """Read "двенадцать ранены", "14 из них погибли", "девять, по его словам, вернулись"."""
    words = page.words
    k = max(draft.b, draft.end)
    if words[k : k + 1] and words[k] in _DASHES and words[k + 1 : k + 2] and words[k + 1] in _VOTES:
        return True
    for i in range(k, min(k + 3, len(words))):
        word = words[i]
        if word in language.verbs or word in _VOTES or is_acting(word) and not word.endswith(_SINGULAR_PAST):
            return True
        if word not in _PASSING:
            return False
    return False

"""Ages that a Russian text gives without "лет" or turned round: "Мне сорок, дочке пять с половиной", "с семи лет"."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.ages_case import changes
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_DATIVE_ENDS = endings_of("ages_alone", "dative_ends")
_PLURAL_ENDS = endings_of("ages_alone", "plural_ends")
_YEAR = words_of("ages_alone", "year")
_DATIVE_PRONOUNS = words_of("ages_alone", "dative_pronouns")
_SAID_OF_AGE = words_of("ages_alone", "said_of_age")
_GOES_ON = words_of("ages_alone", "goes_on", signs="— –")
_SINCE = words_of("ages_alone", "since")
_YEARS = words_of("ages_alone", "years")
_NOT_YET = words_of("ages_alone", "not_yet")
_GENITIVE_ENDS = endings_of("ages_alone", "genitive_ends")
_NOT_DATIVE = words_of("ages_alone", "not_dative")
_SENTENCE_STEMS = endings_of("ages_alone", "sentence_stems")
_LIMIT_STEMS = endings_of("ages_alone", "limit_stems")
_LEARNT_STEMS = endings_of("ages_alone", "learnt_stems")
_GAVE = words_of("not_figures", "gave")
_ELDER = words_of("not_figures", "elder")
_WHOSE = words_of("ages_alone", "whose")
_OF_BIRTH = phrases_of("ages_alone", "of_birth")
_STRETCHES = endings_of("ages_alone", "stretches")
_DASHES = frozenset("—–")
_CLAUSE = frozenset(', ; : — – ( . ! ? " \n'.split(" "))
OLDEST = 115


def is_age_alone(page: Page, draft: Draft, language: Language) -> str:
    """Pass over the age of somebody named in the dative, over "с семи лет" and over "лет десяти"."""
    value = draft.low if draft.low is not None else draft.high
    if not language.case or value is None or not draft.first:
        return ""
    if draft.kind == "duration":
        return "age" if draft.unit in _YEAR and _of_years(page, draft, value, language) else ""
    if value > OLDEST or draft.scaled or page.words[draft.a] in language.words["collective"]:
        return ""
    if _is_turned_round(page, draft):
        return "age"
    if not draft.elided or draft.manner != "exact":
        return ""
    return "age" if _of_someone(page, draft, language) or _not_yet(page, draft) else ""


def _of_years(page: Page, draft: Draft, value: Decimal, language: Language) -> bool:
    """Read "с семи лет", "в семь лет он пошёл", "Городу триста лет" and "лет десяти"."""
    words, first = page.words, draft.first
    begins, _ = page.sentence(first)
    near = words[max(begins, first - 8) : first]
    if any(word.startswith(_SENTENCE_STEMS) or word in _GAVE for word in near):
        return False
    if value > OLDEST:
        return _dative_before(page, first, language)
    behind = words[draft.noun_end : draft.noun_end + 1]
    if words[draft.noun_end : draft.noun_end + 2] in _OF_BIRTH or _of_that_age(page, draft, language):
        return True
    if words[first] in _SINCE or words[first - 1] in _SINCE:
        return behind != ["до"] and not changes(near, language)
    if words[first] in _YEARS:
        return _dative_before(page, first, language) or words[draft.a].endswith(_GENITIVE_ENDS)
    if words[first - 1] in _DASHES and first > 1:
        return words[first - 2] in _ELDER
    if words[first - 1] == "в" and behind:
        return any(word.startswith(_LEARNT_STEMS) for word in words[draft.noun_end : draft.noun_end + 4])
    return _dative_before(page, first, language) and after_number(page, draft) not in ("до", "с")


def _of_that_age(page: Page, draft: Draft, language: Language) -> bool:
    """Read "парень двадцати двух лет": years in the genitive that nothing but a noun governs."""
    words, k = page.words, draft.first - 1
    word = words[k]
    if draft.first != draft.a or draft.form != "words" or not words[draft.a].endswith(_GENITIVE_ENDS):
        return False
    if not word.isalpha() or word in language.stop or word in language.before or word.startswith(_STRETCHES):
        return False
    return not is_verb(word) and word not in language.verbs and word not in language.numbers


def _of_someone(page: Page, draft: Draft, language: Language) -> bool:
    """Read "Хозяйке восемьдесят с хвостиком" and "Мне сорок, дочке пять"."""
    after = after_number(page, draft)
    if after not in CLOSERS and after not in _GOES_ON:
        return False
    return _dative_before(page, draft.first, language)


def _is_turned_round(page: Page, draft: Draft) -> bool:
    """Read "мальчик лет десяти" and "лет с двенадцати"."""
    words, first = page.words, draft.first
    if words[first - 1] in _YEARS or first > 1 and words[first - 1] in _SINCE and words[first - 2] in _YEARS:
        return words[draft.a].endswith(_GENITIVE_ENDS)
    return False


def _not_yet(page: Page, draft: Draft) -> bool:
    """Read "мастеру нет и тридцати" and "не было ещё сорока"."""
    words, k = page.words, draft.first - 1
    begins, _ = page.sentence(draft.first)
    while k >= begins and words[k] in _SAID_OF_AGE and words[k] not in _NOT_YET:
        k -= 1
    return k > begins and words[k] in _NOT_YET and words[draft.a].endswith(_GENITIVE_ENDS)


def _dative_before(page: Page, first: int, language: Language) -> bool:
    """Tell whether the clause before the number is only somebody in the dative: "Анне Павловне", "а дочке уже"."""
    words = page.words
    begins, _ = page.sentence(first)
    k = first - 1
    while k >= begins and words[k] in _SAID_OF_AGE:
        k -= 1
    if k >= begins and words[k] in _DATIVE_PRONOUNS:
        return True
    end = k
    while k >= begins and end - k < 4 and words[k] not in _CLAUSE and _is_dative(words[k], language):
        k -= 1
    if k == end:
        return False
    if k >= begins and words[k] in ("а", "и", "но"):
        k -= 1
    if k >= begins and words[k] not in _CLAUSE:
        return False
    return k < begins or words[k] in '.!?:\n"—–' or page.memo.get("age", -1) > begins


def _is_dative(word: str, language: Language) -> bool:
    if (
        not word.isalpha()
        or len(word) < 3
        or word in language.numbers
        or word in language.stop
        and word not in _WHOSE
    ):
        return False
    if word in _ELDER or word in _WHOSE:
        return True
    if word in language.verbs or word in _NOT_DATIVE or word in language.months or word in language.units:
        return False
    if is_verb(word) or word.endswith(_PLURAL_ENDS):
        return False
    return word.endswith(_DATIVE_ENDS) and not word.startswith(_LIMIT_STEMS)

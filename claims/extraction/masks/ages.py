"""Digits that are the age of somebody."""

from __future__ import annotations

from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

_AT_PLACES = words_of("masks", "at_places")
_REST = words_of("masks", "rest")
_AGED = words_of("masks", "aged")
_YEARS_COUNTED = words_of("masks", "years_counted")
_UNDER_OR_OVER = words_of("masks", "under_or_over")
_AGE_OR_AGES = words_of("masks", "age_or_ages")
_PLACED = words_of("licences", "of_place")
_AT_PLACES = words_of("masks", "at_places")
_YEARS_OLD = words_of("masks", "years_old")
_OF_AGE = phrases_of("masks", "of_age")
_YEAR_OR_YEARS = words_of("masks", "year_or_years")
_TURNING_JOINT = words_of("masks", "turning_joint", signs=".")
_PLURAL_ENDS = endings_of("masks", "plural_ends")
_JOINS_AGES = words_of("masks", "joins_ages", signs="- –")
_AGE_UNITS = words_of("masks", "age_units")
_BEFORE_AGE = words_of("masks", "before_age")
_AGES = words_of("masks", "ages")
_OLD = phrases_of("masks", "old")
_YEARS_OF_AGE = words_of("masks", "years_of_age")
_PERSON_BEFORE_AGE = words_of("masks", "person_before_age")
_YEARS_CASE = words_of("masks", "years_case")
_AGE_BOUND_FAR = words_of("masks", "age_bound_far")
_AGE_BOUND = words_of("masks", "age_bound")
_TURNED = words_of("masks", "turned")
_AFTER_TURNING = words_of("masks", "after_turning", signs=". ,")
_ABOUT_AGE = words_of("masks", "about_age")
_CLOSES_AGE = words_of("masks", "closes_age", signs=", . ; ) — –")
_CLOSES_AGED = words_of("masks", "closes_aged", signs=". ,")
_AGED_GROUPS = words_of("masks", "aged_groups")
_DATIVE_ENDS = endings_of("masks", "dative_ends")
_TURNED_CASE = words_of("masks", "turned_case")
_DATIVE_PERSON_ENDS = endings_of("masks", "dative_person_ends")
_YOUNG_STEMS = endings_of("masks", "young_stems")
_SENTENCE_STEMS = endings_of("masks", "sentence_stems")


# An age stands beside one of these. Where the case tells, more words can be before it.
CALLS_AGE = (
    _AGED.union(_BEFORE_AGE, _ABOUT_AGE, _UNDER_OR_OVER, _TURNED, ["age", "of", "возрасте", "(", ","]),
    _YEARS_OLD.union(_YEAR_OR_YEARS, ["-"]),
)


def age(page: Page, i: int, language: Language) -> Mask | None:
    """Read "aged 46", "a 12-year-old", "Ida Roe, 36,", "мальчик 11 лет" and "boys under 16,"."""
    words, j = page.words, i + 1
    before, after = words[i - 1] if i else "", words[j] if j < len(words) else ""
    if _is_named_age(page, i, before):
        return i, _age_end(page, j), "age"
    said = _years_old(page, i, after)
    if said:
        return said
    if words[i].isdecimal() and len(words[i]) <= 3 and 0 < int(words[i]) < 120:
        set_off = _set_off(page, i, before, after, language)
        if set_off:
            return set_off
    if language.case:
        if _is_age_case(page, i, before, after):
            return i, j + 1, "age"
    elif before in _UNDER_OR_OVER and words[i].isdecimal() and len(words[i]) <= 2:
        if after in _CLOSES_AGED and i > 1 and words[i - 2] in _AGED_GROUPS:
            return i, _age_end(page, j), "age"
    if before in _TURNED and after in _AFTER_TURNING and len(words[i]) <= 2:
        return i, i + 1, "age"
    return None


def _is_named_age(page: Page, i: int, before: str) -> bool:
    """Read "aged 46", "age 46", "of age 46", "ages 5 to 9", "в возрасте 46"."""
    words = page.words
    second = words[i - 2] if i > 1 else ""
    return (
        before in _AGED
        or (before == "age" and words[i].isdecimal())
        or (before == "of" and second in _AGE_OR_AGES)
        or (before in _BEFORE_AGE and second in _AGES)
        or before == "возрасте"
        or (second == "возрасте" and before in _ABOUT_AGE)
    )


def _years_old(page: Page, i: int, after: str) -> Mask | None:
    """Read "46 years old", "46 years of age" and "46-year-old"."""
    words, j = page.words, i + 1
    if after in _YEARS_OLD and words[j + 1 : j + 3] in _OF_AGE:
        return i, j + 2, "age"
    if after in _YEAR_OR_YEARS and words[j + 1 : j + 2] == ["old"]:
        return i, j + 2, "age"
    if after == "-" and words[j + 1 : j + 3] == ["year", "-"] and words[j + 3 : j + 4] in _OLD:
        return i, j + 4, "age"
    return None


def _set_off(page: Page, i: int, before: str, after: str, language: Language) -> Mask | None:
    """Read an age set off behind a person: "Ida Roe, 36,", "Ida Roe (36)", "the skipper, 41, and"."""
    words, j = page.words, i + 1
    if i < 2 or before not in ("(", ",") or not words[i - 2].isalpha():
        return None
    gap = i > 3 and words[i - 3] in _PLACED and words[i - 4] in ";," and after in ".;"
    named = page.capital(i - 2) and words[i - 2] not in language.months and not gap  # "; in Vell, 12."
    if before == "(":
        place = i > 2 and words[i - 3] in _AT_PLACES  # "больше всего в Лугове (40)"
        return (i, j, "age") if after == ")" and named and not place else None
    if named and after in _CLOSES_AGE:
        if after in _TURNING_JOINT and words[i - 2] in language.weekdays:
            return None
        if after not in _YEARS_OF_AGE:
            return i, j, "age"
        closed = j + 1 < len(words) and words[j + 1] in (",", ".", ";", ")")
        return (i, j + 1, "age") if closed else None
    adverb = language.case and words[i - 2].endswith("о")  # "пострадало, предположительно, 40"
    if adverb or words[i - 2] in language.stop or _is_time_word(words[i - 2], language):
        return None
    if after == "and" and words[j + 1 : j + 2] != [] and words[j + 1].isdecimal():
        if words[j + 2 : j + 3] in ([","], ["."], [";"]):
            return i, j + 2, "age"
    person = not page.capital(i - 2) and not words[i - 2].endswith(_PLURAL_ENDS)
    return (i, j, "age") if after in (",", ".", ";") and person and 10 <= int(words[i]) < 100 else None


def _is_time_word(word: str, language: Language) -> bool:
    """Tell the words of time and of a rest: "last year it was 40; this year, 12"."""
    return word in language.weekdays or word in language.months or word in language.units or word in _REST


def _is_age_case(page: Page, i: int, before: str, after: str) -> bool:
    """Read "мальчику 11 лет,", "житель 46 лет", "старше 75 лет" and "подросткам до 16 лет"."""
    words, second = page.words, page.words[i - 2] if i > 1 else ""
    if after in _YEARS_OF_AGE and len(words[i]) <= 2 and _ends_clause(page, i + 2):
        if before.endswith(_DATIVE_ENDS) and len(before) > 3:
            return True
        if before in _TURNED_CASE and second.endswith(_DATIVE_PERSON_ENDS):
            return True
    if after in _YEARS_COUNTED and before in _PERSON_BEFORE_AGE:
        return True
    if after not in _YEARS_CASE or before not in _AGE_BOUND_FAR or len(words[i]) > 2:
        return False
    if before in _AGE_BOUND or second.startswith(_YOUNG_STEMS):
        return True
    of_age = i > 1 and before == "до" and int(words[i]) in (14, 16, 18)
    return of_age and not second.startswith(_SENTENCE_STEMS)


def _ends_clause(page: Page, k: int) -> bool:
    """Tell whether token k closes a clause, or joins it to anything but a number."""
    words = page.words
    if k >= len(words) or words[k] not in (",", ".", ";", "и"):
        return False
    return not (words[k] == "и" and words[k + 1 : k + 2] and words[k + 1].isdecimal())


def _age_end(page: Page, j: int) -> int:
    words = page.words
    if j < len(words) and words[j] in _JOINS_AGES and j + 1 < len(words) and words[j + 1].isdecimal():
        j += 2
    if j < len(words) and words[j] in _AGE_UNITS:
        j += 1
    return j

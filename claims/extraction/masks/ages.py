"""Digits that are the age of somebody."""

from __future__ import annotations

from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import Mask
from claims.extraction.page import Page

_AGED = words_of("masks", "aged")
_YEARS_COUNTED = words_of("masks", "years_counted")
_UNDER_OR_OVER = words_of("masks", "under_or_over")
_AGE_OR_AGES = words_of("masks", "age_or_ages")
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


def age(page: Page, i: int, language: Language) -> Mask | None:
    words, n = page.words, len(page.words)
    before = words[i - 1] if i else ""
    j = i + 1
    after = words[j] if j < n else ""
    if (
        before in _AGED
        or (before == "age" and words[i].isdecimal())
        or (before == "of" and i > 1 and words[i - 2] in _AGE_OR_AGES)
    ):
        return i, _age_end(page, j), "age"
    if before in _BEFORE_AGE and i > 1 and words[i - 2] in _AGES:
        return i, _age_end(page, j), "age"
    if before in ("возрасте",) or (i > 1 and words[i - 2] == "возрасте" and before in _ABOUT_AGE):
        return i, _age_end(page, j), "age"
    if (
        after in _YEARS_OLD
        and words[j + 1 : j + 3] in _OF_AGE
        or (after in _YEAR_OR_YEARS and words[j + 1 : j + 2] == ["old"])
    ):
        return i, j + 2, "age"
    if (
        after == "-"
        and words[j + 1 : j + 2] == ["year"]
        and words[j + 2 : j + 3] == ["-"]
        and words[j + 3 : j + 4] in _OLD
    ):
        return i, j + 4, "age"
    if words[i].isdecimal() and len(words[i]) <= 3 and 0 < int(words[i]) < 120:
        named = (
            i > 1 and page.capital(i - 2) and words[i - 2].isalpha() and words[i - 2] not in language.months
        )
        if before == "," and named and after in _CLOSES_AGE and language.code:
            if after in _TURNING_JOINT and words[i - 2] in language.weekdays:
                return None
            if after in _YEARS_OF_AGE and not (j + 1 < n and words[j + 1] in (",", ".", ";", ")")):
                return None
            return i, j if after not in _YEARS_OF_AGE else j + 1, "age"
        if before == "(" and after == ")" and named:
            return i, j, "age"
        if (
            before == ","
            and i > 1
            and words[i - 2].isalpha()
            and words[i - 2] not in language.stop
            and words[i - 2] not in language.weekdays
            and words[i - 2] not in language.months
        ):
            if (
                after == "and"
                and words[j + 1 : j + 2] != []
                and words[j + 1].isdecimal()
                and words[j + 2 : j + 3] in ([","], ["."], [";"])
            ):
                return i, j + 2, "age"
            if (
                after in (",", ".", ";")
                and not page.capital(i - 2)
                and not words[i - 2].endswith(_PLURAL_ENDS)
                and 10 <= int(words[i]) < 100
            ):
                return i, j, "age"
    if (
        language.case
        and after in _YEARS_OF_AGE
        and j + 1 < n
        and words[j + 1] in (",", ".", ";", "и")
        and not (words[j + 1] == "и" and words[j + 2 : j + 3] and words[j + 2].isdecimal())
        and len(words[i]) <= 2
        and (
            before.endswith(_DATIVE_ENDS)
            and len(before) > 3
            or before in _TURNED_CASE
            and i > 1
            and words[i - 2].endswith(_DATIVE_PERSON_ENDS)
        )
    ):
        return i, j + 1, "age"
    if language.case and after in _YEARS_COUNTED and before in _PERSON_BEFORE_AGE:
        return i, j + 1, "age"
    if language.case and after in _YEARS_CASE and before in _AGE_BOUND_FAR and len(words[i]) <= 2:
        if before in _AGE_BOUND:
            return i, j + 1, "age"
        if i > 1 and (
            words[i - 2].startswith(_YOUNG_STEMS)
            or before == "до"
            and int(words[i]) in (14, 16, 18)
            and not words[i - 2].startswith(_SENTENCE_STEMS)
        ):
            return i, j + 1, "age"
    if before in _UNDER_OR_OVER and not language.case and words[i].isdecimal() and len(words[i]) <= 2:
        if after in _CLOSES_AGED and i > 1 and words[i - 2] in _AGED_GROUPS:
            return i, _age_end(page, j), "age"
    if before in _TURNED and after in _AFTER_TURNING and len(words[i]) <= 2:
        return i, i + 1, "age"
    return None


def _age_end(page: Page, j: int) -> int:
    words = page.words
    if j < len(words) and words[j] in _JOINS_AGES and j + 1 < len(words) and words[j + 1].isdecimal():
        j += 2
    if j < len(words) and words[j] in _AGE_UNITS:
        j += 1
    return j

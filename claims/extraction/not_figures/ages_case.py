"""Ages in languages with cases: "(46 лет)", "мальчик одиннадцати лет", "мне девятнадцать"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import is_person_lemma, nominative_lemma, noun_lemma
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_YEARS = words_of("not_figures", "years")
_JOINS_ROW_CASE = words_of("not_figures", "joins_row_case", signs=",")
_NUMERAL_ENDS = endings_of("not_figures", "numeral_ends")
_HE_OR_SHE_DATIVE = words_of("not_figures", "he_or_she_dative")
_WAS_OR_WILL_BE = words_of("not_figures", "was_or_will_be")
_FROM_OR_TO = words_of("not_figures", "from_or_to")
_REACHED_STEMS = endings_of("not_figures", "reached_stems")
_YEARS_COUNTED = words_of("not_figures", "years_counted")
_LIVED_STEMS = endings_of("not_figures", "lived_stems")
_REACHED_AGE = endings_of("not_figures", "reached_age_stems")
_WHICH_DATIVE = words_of("not_figures", "which_dative")
_PLURAL_DATIVE = endings_of("not_figures", "plural_dative")
_YEARS_ROWS = phrases_of("not_figures", "years_rows")
_BEYOND = words_of("not_figures", "beyond")
_THEN_OR_NOW = words_of("not_figures", "then_or_now")
_ADJECTIVE_DATIVE_ENDS = endings_of("not_figures", "adjective_dative_ends")
_DATIVE_ENDS = endings_of("not_figures", "dative_ends")
_GENITIVE_ENDS = endings_of("not_figures", "genitive_ends")
_ALREADY = words_of("not_figures", "already")
_YEARS_BEFORE = words_of("not_figures", "years_before")
_WAS_ONE_YEAR = words_of("not_figures", "was_one_year")
_ONE_YEAR = words_of("not_figures", "one_year")
_GAVE = words_of("not_figures", "gave")
_ELDER = words_of("not_figures", "elder")
_HE_OR_SHE_CASE = words_of("not_figures", "he_or_she_case")
_WAS_CASE = words_of("not_figures", "was_case")
_TURNED_OWN = words_of("not_figures", "turned_own")
_KIN_DATIVE_ENDS = endings_of("not_figures", "kin_dative_ends")
_PLURAL_DATIVE_ENDS = endings_of("not_figures", "plural_dative_ends")
_POSSESSIVE_CASE = words_of("not_figures", "possessive_case")
_TURNED_STRONG = words_of("not_figures", "turned_strong")
_PARTICIPLE_DATIVE_ENDS = endings_of("not_figures", "participle_dative_ends")
_PERSON_DATIVE_ENDS = endings_of("not_figures", "person_dative_ends")
_BABIES = words_of("not_figures", "babies")
_PEOPLE = words_of("not_figures", "people")
_KIN_DATIVE = words_of("not_figures", "kin_dative")
_DATIVE = words_of("not_figures", "dative")
_OLDER = words_of("not_figures", "older")
_WOMEN = endings_of("not_figures", "women")
_KINSMEN = words_of("not_figures", "kinsmen")
_GROUP_DATIVE = words_of("not_figures", "group_dative")
_SOON = words_of("not_figures", "soon")
_SENTENCED = endings_of("not_figures", "sentenced")
_AFTER_SET_OFF = frozenset(", . ) — – ; :".split())


def _before_years(page: Page, draft: Draft) -> bool:
    """Tell whether a row of numbers that ends in "лет" begins here: "19, 22 и 25 лет"."""
    words, k = page.words, max(draft.b, draft.end)
    for i in range(k, min(k + 7, len(words))):
        if words[i] in _YEARS:
            return i > k
        if (
            words[i] not in _JOINS_ROW_CASE
            and not words[i].isdecimal()
            and not words[i].endswith(_NUMERAL_ENDS)
        ):
            return False
    return False


def _is_someone(word: str) -> bool:
    """Tell whether a Russian word in the singular names a person."""
    if word in _KINSMEN or word.endswith(_WOMEN):
        return True
    return (
        is_person_lemma(word)
        or is_person_lemma(nominative_lemma(word))
        or is_person_lemma(noun_lemma(word))
        and not word.endswith(_GENITIVE_ENDS)
    )


def is_age_case(page: Page, draft: Draft, language: Language) -> bool:
    """Read "(46 лет)", "мальчик одиннадцати лет", "мне девятнадцать", "ему за пятьдесят", "людям старше 75"."""
    words, first = page.words, draft.first
    if not first:
        return False
    before, second = words[first - 1], words[first - 2] if first > 1 else ""
    if before in _OLDER or words[first] in _OLDER:
        return True
    if before.startswith(_LIVED_STEMS) or second.startswith(_LIVED_STEMS):
        return True
    if draft.unit == "год" and (before.startswith(_REACHED_AGE) or second.startswith(_REACHED_AGE)):
        return True  # "достигла 60 лет"; "число погибших достигло 21" is a count
    if draft.kind == "duration" and draft.unit == "месяц":
        return before in _BABIES or is_dative_person(before)
    if draft.kind == "duration" and draft.unit == "год":
        k = max(draft.noun_end, draft.end)
        lived = _years_of_life(page, draft, before, second, words[k] if k < len(words) else ".", language)
        return lived and not draft.elided  # "получил восемь лет, сообщник — пять"
    if draft.kind != "count" or not draft.elided:
        return False
    return (
        _of_somebody(page, draft, before, second)
        or _in_row(page, draft, before)
        or _reaches(page, draft, before, second)
    )


def _of_somebody(page: Page, draft: Draft, before: str, second: str) -> bool:
    """Read "старшему 7,", "к 20 он", "сыну скоро 12", "моему брату 30": a person in the dative, and a number alone."""
    first, after = draft.first, after_number(page, draft)
    closed = after in CLOSERS
    if before in _ELDER and closed or before in "—–" and second in _ELDER:
        return True
    if closed and page.sentence(first)[0] == first - 1 and is_dative_person(before):
        return True
    if before == "к" and after in _HE_OR_SHE_CASE and (draft.low or 0) >= 15:
        return True
    if draft.comparator in ("between", "at_least") and before in _GROUP_DATIVE:
        return True
    if closed and draft.comparator == "exact" and _kin_ahead(page, draft):
        return True
    if before in _WHICH_DATIVE or before in _KIN_DATIVE:
        return True
    return closed and before.endswith(_DATIVE_ENDS) and second in _POSSESSIVE_CASE


def _in_row(page: Page, draft: Draft, before: str) -> bool:
    """Read "мальчики 19, 22 и 25 лет" and "(12 и 15 лет)": a row of numbers that ends in years."""
    words, k = page.words, max(draft.b, draft.end)
    if before == "," and after_number(page, draft) == "и" and words[k + 2 : k + 3] in _YEARS_ROWS:
        return True
    if not _before_years(page, draft):
        return False
    return before == "(" or before.endswith(_PLURAL_DATIVE_ENDS) or _is_someone(before) or before in _PEOPLE


def _reaches(page: Page, draft: Draft, before: str, second: str) -> bool:
    """Read "исполнилось 18", "выглядит на 40", "ему за пятьдесят" and "было тогда двадцать"."""
    words, first, after = page.words, draft.first, after_number(page, draft)
    closed, tens = after in CLOSERS, (draft.low or 0) % 10 == 0
    if before == "на" and second.startswith("выгляд") or _reached(page, draft):
        return True
    if before in _WAS_CASE and (second in _DATIVE or second.endswith(_ADJECTIVE_DATIVE_ENDS)):
        return True
    if before == "за" and second.endswith(_PLURAL_DATIVE) and tens:
        return True
    if before in _TURNED_OWN and (closed or before in _TURNED_STRONG):
        return True
    if before in _BEYOND or words[first] == "под":
        return tens and (draft.low or 0) >= 30 and (closed or after in "—–")
    if not closed or draft.comparator != "exact":
        return False
    if draft.form == "words" and (before.endswith(_KIN_DATIVE_ENDS) or before in _THEN_OR_NOW):
        return True
    return before == "было" and "тогда" in words[max(first - 4, 0) : first]


def _kin_ahead(page: Page, draft: Draft) -> bool:
    """Read "Мужу на будущей неделе 70" and "сыну скоро 12": kin in the dative opens the clause, no verb between."""
    words, i = page.words, draft.a
    first, _ = page.sentence(i)
    for k in range(i - 1, max(first, i - 5) - 1, -1):
        if words[k] in _KIN_DATIVE or words[k] in _HE_OR_SHE_DATIVE and k == first:
            return (
                i - k < 3
                and words[i - 1] in _SOON
                or words[i - 1].startswith("недел")
                or words[i - 1] in _SOON
            )
        if not words[k].isalpha():
            return False
    return False


def _reached(page: Page, draft: Draft) -> bool:
    """Read "не исполнилось и 18" and "девочке было четыре": somebody in the dative, and a number alone."""
    words, i = page.words, draft.first
    first, _ = page.sentence(i)
    near = words[max(first, i - 5) : i]
    if any(word.startswith(_REACHED_STEMS) for word in near):
        return True
    k = i - 1
    while k > first and words[k] in _ALREADY:
        k -= 1
    if words[k] not in _WAS_OR_WILL_BE or after_number(page, draft) not in CLOSERS:
        return False
    return any(is_dative_person(word) for word in words[max(first, k - 4) : k])


def is_dative_person(word: str) -> bool:
    """Tell whether a word is a person in the dative: "мальчику", "девочке", "потерпевшей"."""
    if word in _KIN_DATIVE or word.endswith(_PARTICIPLE_DATIVE_ENDS):
        return True
    if word.endswith("у") and len(word) > 4:
        return _is_someone(word[:-1]) or _is_someone(word[:-1] + "ь")
    return word.endswith(_PERSON_DATIVE_ENDS) and _is_someone(word[:-1] + "а")


def _years_of_life(
    page: Page, draft: Draft, before: str, second: str, after: str, language: Language
) -> bool:
    """Tell years of somebody's life from a sentence or a stretch of time."""
    words, first = page.words, draft.first
    start, end = page.sentence(first)
    near = words[max(start, first - 12) : min(end, first + 5)]
    changed = before in _FROM_OR_TO and changes(words[max(start, first - 8) : first], language)
    if changed or any(word.startswith(_SENTENCED) or word in _GAVE for word in near):
        return False  # "срок вырос с 4,7 до 5,3 года"
    if _is_dative_age(page, draft, before, after):
        return True
    if before in (",", "—", "–") and after in _AFTER_SET_OFF and draft.comparator == "exact":
        someone = words[first - 2].isalpha() and (page.capital(first - 2) or _is_someone(second))
        return someone and not second.startswith("срок")
    if _is_aged(page, draft, before, near) or _is_row_end(page, draft, before, language):
        return True
    if before == "с" and draft.form == "digits" and after in CLOSERS:
        return True
    if second[:1].isdecimal() or second in language.numbers:
        return False
    if page.capital(first - 1) and before.isalpha() and before not in language.stop and first - 1 > start:
        return True
    return _is_someone(before) and before not in _YEARS_COUNTED and before not in language.units


def changes(near: list[str], language: Language) -> bool:
    """Tell whether something is said to grow or fall."""
    stems = language.words["changes"]
    return any(word[:5] in stems or word[:4] in stems for word in near)


def _is_dative_age(page: Page, draft: Draft, before: str, after: str) -> bool:
    """Read "(46 лет)", "ему 46 лет", "к 46 годам", "жене 46 лет", "дети 6 лет"."""
    if before in _WAS_ONE_YEAR:
        # "брату был 21 год", but "директором он был 27 лет"
        return page.words[draft.noun_end - 1] in _ONE_YEAR
    if before == "(" and after == ")" or before in _DATIVE or before in _YEARS_BEFORE:
        return True
    if after == "годам" or page.words[draft.noun_at : draft.noun_at + 1] == ["годам"] and before == "к":
        return True
    if before in _PEOPLE and (draft.form == "digits" or page.words[draft.a].endswith("и")):
        return True
    return before in _KIN_DATIVE or is_dative_person(before)


def _is_aged(page: Page, draft: Draft, before: str, near: list[str]) -> bool:
    """Read "исполнилось 46 лет", "на 3 года старше", "в возрасте до 46 лет"."""
    if _reached(page, draft) or before == "на" and any(word in _OLDER for word in near):
        return True
    aged = any(word.startswith("возраст") for word in near)
    return aged and not any(word.startswith("средн") for word in near)


def _is_row_end(page: Page, draft: Draft, before: str, language: Language) -> bool:
    """Read the last number of "19, 22 и 25 лет"."""
    words, first = page.words, draft.first
    if before != "и" or first < 3 or words[first - 3] != ",":
        return False
    return words[first - 2][0].isdecimal() or words[first - 2] in language.numbers

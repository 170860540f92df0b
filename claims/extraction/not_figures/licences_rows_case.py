"""Bare Russian numbers in rows and levels: "Погибших: 14", "выросло до 14", "12 женщин и 30", "погибли 12"."""

from __future__ import annotations

from claims.extraction.counted import inversions
from claims.extraction.counted.agreement import asked_by
from claims.extraction.counted.nouns_case import PEOPLE
from claims.extraction.counted.word_classes import is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_PASSIVE = endings_of("licences_case", "passive_ends")
_LEVEL = words_of("licences_case", "level")
_GOVERNING = words_of("licences_case", "governing")
_BY = words_of("counted", "by_so_many")
_COMPARED = words_of("counted", "compared_more")
_ROW_ENDS = CLOSERS | words_of("licences_case", "closed_by") | {"("}
_BY_WHOM = words_of("counted", "for_each")
_WHOSE_DATA = words_of("licences_case", "whose_data")
_OUT_OF = words_of("counted", "out_of_case")
_PLURAL_VERBS = endings_of("shares_case", "plural_verbs")
_NUMBERED_THINGS = endings_of("licences_case", "numbered_things")
_OPENING = words_of("licences_case", "light_heads")
_AMOUNTS = words_of("licences_case", "amounts")
_VERBS = words_of("licences_case", "verbs")
_CLOSED_BY = words_of("licences_case", "closed_by")
_PLACING = words_of("counted", "placing")
_VOTES = words_of("licences_case", "votes")
_PLURAL_ENDS = endings_of("licences_case", "plural_ends")
_NEAR = 14  # tokens looked back over


def is_acting(word: str) -> bool:
    """Tell by its ending whether a word says what happens to those that are counted."""
    return is_verb(word) or word in _VERBS


def figure_since(page: Page, first: int) -> bool:
    """Tell whether a figure was read at token `first` or after it."""
    last = page.memo.get("figure", -1)
    return isinstance(last, int) and last >= first


def is_difference(page: Page, draft: Draft) -> bool:
    """Read "это на 14 больше, чем неделей ранее"."""
    words, k = page.words, max(draft.b, draft.end)
    return words[draft.first - 1] in _BY and k < len(words) and words[k] in _COMPARED


def is_in_brackets(page: Page, draft: Draft, language: Language) -> bool:
    """Read "о подвозе избирателей (402) и об удалении наблюдателей (287)": one number behind each thing."""
    words, k = page.words, draft.first - 1
    if words[k] != "(" or after_number(page, draft) != ")" or k < 2:
        return False
    if page.capital(k - 1):
        return words[k - 2] in _PLACING  # "больше всего в Лугове (140)"
    begins, ends = page.sentence(k)
    pairs = sum(
        words[i] == "(" and words[i + 1][0].isdecimal() for i in range(begins, min(ends, begins + 60) - 1)
    )
    return pairs > 1 and inversions.genitive_plural(page, k - 1, language)


def is_object(page: Page, i: int, draft: Draft, language: Language) -> bool:
    """Tell "получили отказ 31" and "остались без крова 40 из 60": a plural verb opens the clause, so many did it.

    Where somebody stands before the verb, the noun at token i has its own number: "жильцы покинули дом 12".
    """
    words, begins = page.words, page.sentence(i)[0]
    after = after_number(page, draft)
    if (
        after not in CLOSERS
        and after not in _OUT_OF
        or page.capital(i)
        or words[i].startswith(_NUMBERED_THINGS)
    ):
        return False
    if draft.low is not None and draft.low != int(draft.low):
        return False
    k = i - 1
    while k > begins and i - k < 3 and not words[k].endswith(_PLURAL_VERBS):
        k -= 1
    if (
        k < begins
        or not words[k].endswith(_PLURAL_VERBS)
        or not (is_acting(words[k]) or words[k] in language.verbs)
    ):
        return False
    before = words[k - 1] if k > begins else "."
    return not before.isalpha() or before in language.units or before in _OPENING


def is_row(page: Page, k: int, begins: int, draft: Draft, language: Language) -> bool:
    """Read "Погибших: 14", "В январе — 12,", "— Четырнадцать." but not "код: 4471"."""
    words = page.words
    if goes_on(page, draft, begins):
        return True
    if k == begins or not words[k - 1].isalpha() and words[k - 1] not in ')"':
        return False
    vote = words[k - 1] in _VOTES or words[k - 1] == '"' and words[k - 2] in _VOTES
    closed = after_number(page, draft) in _ROW_ENDS
    if words[k] == "|":
        return True
    head = words[k - 1]
    line = words[k] == ":" and k - begins < 4 and head.endswith(_PLURAL_ENDS)
    counted = line or vote or inversions.genitive_plural(page, k - 1, language) or head in _AMOUNTS
    counted = counted or words[k] in "—–" and is_acting(head) and head.endswith(_PASSIVE)  # "осуждено — 14"
    named = any(word in _AMOUNTS for word in words[max(begins, k - 5) : k])
    named = named or words[k] == ":" and k - begins < 5 and figure_since(page, max(begins - 10, 0))
    named = (
        named
        or words[k] in "—–"
        and words[begins] in _BY_WHOM
        and not _WHOSE_DATA.isdisjoint(words[begins:k])
    )
    named = named or k - begins < 5 and inversions.genitive_plural(page, begins, language)
    return closed and (counted or named or words[k] in "—–" and figure_since(page, max(begins - 40, 0)))


def is_level(page: Page, k: int, begins: int, draft: Draft, language: Language) -> bool:
    """Read "число выросло до 14", "с 12 до 14", "12 против 9", "о 12 погибших"."""
    words = page.words
    near = words[max(begins, k - _NEAR) : k]
    stems = language.words["changes"]
    if words[k] in _PLACING and draft.counted != PEOPLE and _is_slant(page, draft, language):
        return True  # "в трёх нет воды"
    if words[k] in _LEVEL and any(
        word in _AMOUNTS or word[:5] in stems or word[:4] in stems for word in near
    ):
        return True
    if words[k] in _GOVERNING and (
        figure_since(page, max(begins, k - _NEAR)) or has_verb(page, k - 1, begins, draft, language)
    ):
        return True
    near_figure = max(begins, k - 6) if k > begins else max(begins - 30, 0)
    return words[k] in _LEVEL and figure_since(page, near_figure)


def _is_slant(page: Page, draft: Draft, language: Language) -> bool:
    return bool(draft.counted) and asked_by(page.words[draft.b - 1], language) == "slant"


def goes_on(page: Page, draft: Draft, begins: int) -> bool:
    """Read "12 женщин и 30", "в Марске трое, в Орме двое": it goes on from a figure of its sentence."""
    if not figure_since(page, max(begins, draft.first - 2 * _NEAR)):
        return False
    after = after_number(page, draft)
    return after in CLOSERS or not after.isalpha() or after in _CLOSED_BY or draft.form == "words"


def has_verb(page: Page, k: int, begins: int, draft: Draft, language: Language) -> bool:
    """Tell whether the clause has a verb a few words before, as in "погибли, по словам властей, 12"."""
    closed = after_number(page, draft)
    if closed not in CLOSERS and closed not in _CLOSED_BY:
        return False
    near = page.words[max(begins, k - 6) : k + 1]
    return any(word in language.verbs or is_acting(word) for word in near)

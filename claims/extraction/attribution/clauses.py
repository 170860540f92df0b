"""What stands around a speaker's name: its apposition, what is told of it, and clauses that leave the verb out."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.speaker import SPEAKING, WALL, Speaker
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_RELATIVES = words_of("attribution", "relatives")
_BEFORE_RELATIVE = words_of("attribution", "before_relative")
_GAP_JOINTS = words_of("attribution", "gap_joints")
_JOINS_CLAUSES = words_of("attribution", "joins_clauses", signs="; ,")
_AGED = endings_of("attribution", "aged")
_SIGNS = frozenset("№-,")
_DASHES = frozenset("—–")
_THEN = words_of("attribution", "then")
_AT_PLACE = words_of("attribution", "ends_name_at_place")
MAX_AT_PLACE = 4  # words of a place
MAX_GAPPED = 6  # tokens of a subject whose verb is left out


def apposed_name(page: Page, comma: int, end: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the person named behind an office, "said the ombudsman, Rita Vell", and the token after the name."""
    words, stop = page.words, comma + 1
    if words[comma : comma + 1] != [","]:
        return comma, ()
    while stop < end and page.capital(stop) and words[stop].isalpha() and not words[stop].endswith("'s"):
        stop += 1
    closed = stop >= end or words[stop] in WALL or words[stop] in _RELATIVES or words[stop][0].isdecimal()
    if not closed or not 2 <= stop - comma - 1 <= 4 or words[comma + 1] in language.weekdays:
        return comma, ()
    return stop, names_in(page, comma + 1, stop, language)


def person_behind(
    page: Page, stop: int, end: int, language: Language, *, oblique: bool = False
) -> tuple[int, tuple[str, ...]]:
    """Return the person named behind a number: "начальник части № 9 Кирилл Лунин", "лидер 21-летняя Кира Лунина"."""
    words, k = page.words, stop
    while k < min(end, stop + 5) and (
        words[k][0].isdecimal() or words[k] in _SIGNS or words[k].startswith(_AGED)
    ):
        k += 1
    aged = k > stop and words[k - 1].startswith(_AGED)
    if k == stop or not (k < end and page.capital(k) and words[k].isalpha()):
        return stop, ()
    if not aged and not (k + 1 < end and page.capital(k + 1)):
        return stop, ()
    last = noun_phrase(page, k, end, language)
    return last, names_in(page, k, last, language, oblique=oblique)


def person_at_place(page: Page, stop: int, end: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the person named behind the place of an office: "посол в Тарне Марк Ольсен"."""
    words = page.words
    if stop >= end or words[stop] not in _AT_PLACE:
        return stop, ()
    k = stop + 1
    while k < min(end, stop + MAX_AT_PLACE) and words[k].isalpha() and not page.capital(k):
        k += 1
    last = k
    while last < end and page.capital(last) and words[last].isalpha():
        last += 1
    if last - k < 2 or k == stop + 1 and last - k < 3:
        return stop, ()
    return last, names_in(page, last - 2, last, language)


def told_of(page: Page, stop: int, end: int, *, spoken: bool) -> int:
    """Return where the words about a speaker end that stand behind its name, which the author says.

    ", which had four teams" always is; behind a quotation (`spoken`) so is ", a driver for 19 years".
    """
    words = page.words
    if words[stop : stop + 1] != [","] or stop + 1 >= end:
        return stop
    k = stop + 1 + (words[stop + 1] in _BEFORE_RELATIVE)
    if not spoken and not (k < end and words[k] in _RELATIVES):
        return stop
    return next((i for i in range(k, end) if words[i] in ('"', ";", ":")), end)


def gapped(page: Page, one: Speaker, language: Language) -> list[Speaker]:
    """Return the speakers of "organisers spoke of 9,000; the police of 4,000" and "— полиция — 4000" behind `one`."""
    if one.at < one.noun[0] or one.noun == (0, 0) or one.first != one.at and one.first != one.noun[0]:
        return []  # the speech stands before its verb
    words, found = page.words, []
    for i in range(one.at + 2, one.end - 2):
        if words[i] not in _JOINS_CLAUSES:
            continue
        k = i + 1 + (words[i + 1] in _JOINS_CLAUSES)
        stop = _left_out(page, one, k, language)
        if stop <= k or words[k] in _THEN:
            continue
        names = names_in(page, k, stop, language)
        if names:
            found.append(Speaker(names, k, i, one.end, noun=(k, stop)))
    return found


def _left_out(page: Page, one: Speaker, k: int, language: Language) -> int:
    """Return where the verb would stand behind the subject at token k, before a number: a dash, a preposition."""
    words = page.words
    counts = _is_number(words[one.at + 1], language)
    for stop in range(k + 1, min(k + MAX_GAPPED, one.end)):
        if counts and not language.case and words[stop - 1] in SPEAKING and _is_number(words[stop], language):
            return stop  # "organisers claimed 9,000, the police 4,000"
        if language.case and words[stop] in _DASHES:
            return stop if _number_near(page, stop + 1, language) else k
        if (
            words[stop] in _GAP_JOINTS
            and words[stop] in words[one.at + 1 : one.at + 2 if words[stop] == "of" else k]
        ):
            return stop if _number_near(page, stop + 1, language) else k
        if not words[stop].isalpha() or words[stop] in language.numbers:
            break
    return k


def _number_near(page: Page, i: int, language: Language) -> bool:
    return any(_is_number(word, language) for word in page.words[i : i + 4])


def _is_number(word: str, language: Language) -> bool:
    return word[0].isdecimal() or word in language.numbers

"""Where the subject of a verb of saying stands, in languages with cases: past times, places and those addressed."""

from __future__ import annotations

from claims.extraction.attribution.clauses import person_at_place
from claims.extraction.attribution.names import name_in_quotes, noun_phrase
from claims.extraction.attribution.speaker import BARE, CLAUSE, PERSONS, WALL
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_IN_WORDS = words_of("attribution", "in_words")
_OPENS_PLACE_CASE = words_of("attribution", "opens_place_case")
_ENDS_ADVERB_CASE = words_of("attribution", "ends_adverb_case")
_IN_OR_ON = words_of("attribution", "in_or_on")
_OBLIQUE_ENDS = endings_of("attribution", "oblique_ends")
_ACCUSATIVE_ENDS = endings_of("attribution", "accusative_ends")
_RU_SKIP = words_of("attribution", "ru_skip")
MAX_ADDRESSEE = 6  # tokens between a verb of saying and its subject that say when and to whom
MAX_PLACE = 10  # tokens that say where it was said
_WAYS_OF_SAYING = words_of("attribution", "ways_of_saying")
_OPENS_ADVERB_CASE = words_of("attribution", "opens_adverb_case")
_TIMES = words_of("attribution", "times")
_PLURAL_ENDS = endings_of("attribution", "plural_ends")
_DATIVE_ENDS = endings_of("attribution", "dative_ends")


def past_addressee(page: Page, k: int, end: int, language: Language) -> int:
    """Skip when and to whom it was said, "в среду агентству «Полюс»", from the token behind the verb."""
    words, stop = page.words, min(k + MAX_ADDRESSEE, end)
    while k < stop and (
        words[k] in _RU_SKIP
        and words[k] not in _IN_OR_ON
        or words[k] in language.weekdays
        or (words[k] in _IN_WORDS and k + 1 < end and words[k + 1] in language.weekdays)
        or words[k][0].isdecimal()
        and k + 1 < end
        and words[k + 1] in language.months
        or words[k] in language.months
    ):
        k += 1
    if k + 1 < end and words[k].endswith(_DATIVE_ENDS) and not page.capital(k):
        if words[k + 1] in PERSONS or words[k + 1] in BARE or page.capital(k + 1):
            k += 1  # "рассказал депутатам глава МЧС"
    if k + 2 < end and words[k] == '"' and '"' in words[k + 1 : k + 6]:
        close = words.index('"', k + 1) + 1
        k = close if close < end and words[close] not in WALL else k  # told «the paper»
    return k


def past_place(page: Page, k: int, end: int) -> int:
    """Skip "в интервью «Заре»" and "в своём канале" between a verb and the office or full name that is its subject."""
    words = page.words
    if words[k] not in _OPENS_PLACE_CASE:
        return k
    for i in range(k + 2, min(k + MAX_PLACE, end)):
        if words[i] in WALL and words[i] != '"' or words[i] in CLAUSE:
            break
        if (
            words[i] in PERSONS
            or words[i] in BARE
            or page.capital(i)
            and is_full_name(page, i, min(i + 2, end))
        ):
            return i
    return k


def office_at(page: Page, start: int, v: int, language: Language) -> int:
    """Return where "в МЧС" stands before a plural verb without a subject, "вечером в МЧС сообщили"; -1 for none."""
    words = page.words
    at = next(
        (
            i
            for i in range(v - 2, start - 1, -1)
            if words[i] in _IN_WORDS and not is_time(page, i + 1, language)
        ),
        -1,
    )
    if at < 0 or words[at + 1] in _WAYS_OF_SAYING:
        return -1
    if any(
        words[i].endswith(_PLURAL_ENDS) and words[i - 1] not in _OPENS_PLACE_CASE for i in range(start, at)
    ):
        return -1  # "жители в посёлке сообщили"
    stop = noun_phrase(page, at + 1, v, language)
    rest = words[stop:v]
    told = rest and rest[0].endswith(_PLURAL_ENDS) and rest[0] not in _RU_SKIP
    return -1 if told else at


def office_end(page: Page, k: int, v: int, language: Language) -> int:
    """Return where the body at token k ends, before those addressed: "в МЧС «Заре» сообщили"."""
    words, stop = page.words, noun_phrase(page, k, v, language)
    for i in range(k + 1, stop):
        told = words[i] == '"' and page.level[page.starts[i - 1] : page.ends[i - 1]].isupper()
        if told or words[i] in _RU_SKIP or words[i] in _ENDS_ADVERB_CASE:
            return i
    return stop


def is_time(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    return word in language.weekdays or word[0].isdecimal() or word in _TIMES


def past_date(page: Page, start: int, v: int, language: Language) -> int:
    """Skip "5 мая" and the hour of a live report before a subject."""
    words, k = page.words, start
    while k < v and (words[k][0].isdecimal() or k > start and words[k] in language.months):
        k += 1
    dated = k == start + 1 and ":" in words[start] or k > start and words[k - 1] in language.months
    return k if k < v and dated else start


def past_adverbs(page: Page, start: int, v: int) -> int:
    """Skip "однако", "тем временем" and the like before a subject."""
    words = page.words
    while start < v and words[start] in _OPENS_ADVERB_CASE:
        start += 1
    return start


def subject_end(page: Page, start: int, v: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return where a subject before its verb ends, and the person named behind a place: "посол в Тарне Марк Ольсен"."""
    words, stop = page.words, v
    while stop > start and words[stop - 1] in _ENDS_ADVERB_CASE:
        stop -= 1
    while stop - 1 > start and words[stop - 1].endswith(_ACCUSATIVE_ENDS) and not page.capital(stop - 1):
        stop -= 1  # "Гай вину не признал"
    place = noun_phrase(page, start, stop, language)
    if not start < place < stop or words[place] not in _OPENS_PLACE_CASE:
        return stop, ()
    return place, person_at_place(page, place, stop, language)[1]


def clause_start(page: Page, v: int, first: int) -> int:
    """Return where the clause of the verb at token v begins, at most twelve tokens before it."""
    words, start = page.words, v
    while start > first and v - start < 12:
        word = words[start - 1]
        if word == "." and start - 1 > first and len(words[start - 2]) == 1 and page.capital(start - 2):
            start -= 1  # "Гай Н. П. доложила"
            continue
        if (
            word in WALL
            and not (word == '"' and name_in_quotes(page, start - 1, v))
            or word in CLAUSE
            or word == "\n"
        ):
            break
        start -= 1
    return start


def behind_place(page: Page, start: int, v: int, language: Language) -> int:
    """Return where the subject begins behind "на встрече" or "в среду", -1 where none does."""
    words = page.words
    for i in range(start + 1, v):
        if page.capital(i) or words[i] in language.weekdays:
            return i + (words[i] in language.weekdays)
    return v - 1 if _is_subject_behind_place(page, start, v, language) else -1


def _is_subject_behind_place(page: Page, start: int, v: int, language: Language) -> bool:
    words = page.words
    alpha = [i for i in range(start + 1, v) if words[i].isalpha()]
    if len(alpha) < 2 or alpha[-1] != v - 1 or any(words[i] in language.numbers for i in alpha):
        return False
    return words[v - 1] not in language.stop and not words[v - 1].endswith(_OBLIQUE_ENDS)


def is_full_name(page: Page, first: int, end: int) -> bool:
    return end - first >= 2 and all(page.capital(i) and page.words[i].isalpha() for i in (end - 1, end - 2))

"""Verbs of saying in languages with cases and a free order of words, such as Russian."""

from __future__ import annotations

from claims.extraction.attribution.clauses import apposed_name, person_behind, told_of
from claims.extraction.attribution.names import name_in_quotes, names_in, noun_phrase
from claims.extraction.attribution.speaker import CLAUSE, PERSON_PRONOUNS, PERSONS, PRONOUNS, WALL, Speaker
from claims.extraction.attribution.subjects import apposed
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_VERB_ENDS_CASE = endings_of("attribution", "verb_ends_case")
_IN_WORDS = words_of("attribution", "in_words")
_OPENS_SPEECH_CASE = words_of("attribution", "opens_speech_case")
_OPENS_PLACE_CASE = words_of("attribution", "opens_place_case")
_OPENS_ADVERB_CASE = words_of("attribution", "opens_adverb_case")
_ENDS_ADVERB_CASE = words_of("attribution", "ends_adverb_case")
_IN_OR_ON = words_of("attribution", "in_or_on")
_WAYS_OF_SAYING = words_of("attribution", "ways_of_saying")
_FOUND_STEMS = endings_of("attribution", "found_stems")
_FOUND_ENDS = endings_of("attribution", "found_ends")
_NEEDS_THAT_CASE = words_of("attribution", "needs_that_case")
_OPENS_SAID_CASE = words_of("attribution", "opens_said_case")
_OBLIQUE_ENDS = endings_of("attribution", "oblique_ends")
_ABOUT_THIS = phrases_of("attribution", "about_this")
_CALLING = words_of("attribution", "calling")
_SUMS = words_of("attribution", "sums")
_EXPECTING = words_of("attribution", "expecting")
_EXPECTED = words_of("attribution", "expected")
_SIGNS = frozenset("№-,")
_RU_SKIP = words_of("attribution", "ru_skip")


def saying_case(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "сообщил глава МЧС Иван Петров", "сообщили в полиции" and "МЧС сообщило"."""
    words = page.words
    if words[v].startswith(_FOUND_STEMS) and v + 1 < end and words[v + 1].endswith(_FOUND_ENDS):
        return None  # "признали виновными"
    k = v + 1
    plural = words[v].endswith(_VERB_ENDS_CASE)
    steps = 0
    while (
        k < end
        and steps < 6
        and (
            words[k] in _RU_SKIP
            and words[k] not in _IN_OR_ON
            or words[k] in language.weekdays
            or (words[k] in _IN_WORDS and k + 1 < end and words[k + 1] in language.weekdays)
            or words[k][0].isdecimal()
            and k + 1 < end
            and words[k + 1] in language.months
            or words[k] in language.months
        )
    ):
        k, steps = k + 1, steps + 1
    if k + 2 < end and words[k] == '"' and '"' in words[k + 1 : k + 6]:
        close = words.index('"', k + 1) + 1
        k = close if close < end and words[close] not in WALL else k  # told «the paper»
    behind = v > first and words[v - 1] in (",", '"', "—", "–", "как") or v == first
    if behind and words[v - 1 : v] == ['"'] and _closes_name(page, v - 1, first):
        behind = False  # «Контроль» зафиксировал
    if words[first:v] in _ABOUT_THIS:
        behind = True  # "об этом сообщил мэр"
    if words[v] in _CALLING and _SUMS.isdisjoint(words[v + 1 : v + 3]):
        return None
    if words[v] in _EXPECTING and _EXPECTED.isdisjoint(words[v + 1 : v + 3]):
        return None
    if words[v] in _NEEDS_THAT_CASE and not behind and not _opens_speech(page, v + 1, end):
        return None
    if plural and k < end and words[k] in _IN_WORDS and not (k + 1 < end and words[k + 1] in _WAYS_OF_SAYING):
        stop = noun_phrase(page, k + 1, end, language)
        names = names_in(page, k + 1, stop, language, oblique=True)
        if names:
            return Speaker(names, v, first if behind or _is_behind_ru(page, stop, end) else v, end)
    if (
        (behind or v == first)
        and k < end
        and (words[k] not in WALL or words[k] == '"' and name_in_quotes(page, k, end))
        and words[k] not in _OPENS_SPEECH_CASE
        and words[k] not in language.before
    ):
        stop = noun_phrase(page, k, end, language)
        names = names_in(page, k, stop, language)
        stop, person = person_behind(page, stop, end, language)
        if not person:
            stop, person = apposed_name(page, stop, end, language)  # "один из жителей, Пётр Седов"
        if names or person or words[k] in PRONOUNS:
            spoken = '"' in words[max(v - 3, first) : v]
            return Speaker(
                person + names if words[k] not in PRONOUNS else (),
                v,
                first,
                end,
                leans=words[k] in PRONOUNS,
                person=words[k] in PERSON_PRONOUNS | PERSONS or bool(person) or _is_full_name(page, k, stop),
                noun=(k, told_of(page, stop, end, spoken=spoken)),
            )
    start = verb = v
    bracket = range(v - 2, max(first, v - 7), -1) if words[v - 1] == ")" else ()
    opened = next((i for i in bracket if words[i] == "("), -1)
    if opened > first:
        start = v = opened  # "врач Ева Лис (38 лет) подсчитала"
    while start > first and v - start < 12:
        word = words[start - 1]
        if (
            word in WALL
            and not (word == '"' and name_in_quotes(page, start - 1, v))
            or word in CLAUSE
            or word == "\n"
        ):
            break
        start -= 1
    start0 = start
    if start < v and words[start] in _OPENS_PLACE_CASE:
        place = words[start] in _IN_WORDS and plural
        if place:
            names = names_in(page, start + 1, v, language, oblique=True)
            return Speaker(names, v, v, end) if names else None
        for i in range(start + 1, v):
            if page.capital(i) or words[i] in language.weekdays:
                start = i + (words[i] in language.weekdays)
                break
        else:
            if not _is_subject_behind_place(page, start, v, language):
                return None
            start = v - 1  # "на встрече тренер сказал"
    while start < v and words[start] in _OPENS_ADVERB_CASE:
        start += 1
    stop = v
    while stop > start and words[stop - 1] in _ENDS_ADVERB_CASE:
        stop -= 1
    if stop <= start:
        if v > first and words[v - 1] == "," and start0 == v:
            _, _, names = apposed(page, v - 1, first, language)
            if names:
                return Speaker(names, verb, verb, end, person=True)
        return None
    number = next((i for i in range(stop - 1, start, -1) if words[i][0].isdecimal()), start)
    if number > start and number + 2 < stop and page.capital(number + 1) and words[number - 1] in _SIGNS:
        start = number + 1  # "директор школы № 5 Вера Лунина"
    names = names_in(page, start, stop, language)
    pronoun = words[start] in PRONOUNS
    if not names and not pronoun:
        return None
    return Speaker(
        () if pronoun else names,
        verb,
        first if _is_behind_ru(page, verb + 1, end) else start,
        end,
        leans=pronoun,
        person=words[start] in PERSON_PRONOUNS | PERSONS or _is_full_name(page, start, stop),
        noun=(start, stop),
    )


def _closes_name(page: Page, mark: int, first: int) -> bool:
    """Tell whether the quotation mark closes a name of a word or two and no speech: движение «Контроль»."""
    words = page.words
    opened = next((i for i in range(mark - 1, max(first, mark - 5) - 1, -1) if words[i] == '"'), -1)
    return opened >= 0 and words[mark - 1] not in ",.!?…" and (opened == first or words[opened - 1].isalpha())


def _is_subject_behind_place(page: Page, start: int, v: int, language: Language) -> bool:
    words = page.words
    alpha = [i for i in range(start + 1, v) if words[i].isalpha()]
    if len(alpha) < 2 or alpha[-1] != v - 1 or any(words[i] in language.numbers for i in alpha):
        return False
    return words[v - 1] not in language.stop and not words[v - 1].endswith(_OBLIQUE_ENDS)


def _opens_speech(page: Page, k: int, end: int) -> bool:
    """Tell whether what is said follows a verb that also takes things: "заметил, что", "пишет о"."""
    words = page.words
    k += k < end and words[k] == ","
    return k < end and (words[k] in _OPENS_SAID_CASE or words[k] in (":", '"'))


def _is_full_name(page: Page, first: int, end: int) -> bool:
    return end - first >= 2 and all(page.capital(i) and page.words[i].isalpha() for i in (end - 1, end - 2))


def _is_behind_ru(page: Page, k: int, end: int) -> bool:
    rest = [word for word in page.words[k:end] if word not in ".\"'!?)\n"]
    return len(rest) <= 1 and not any(word[0].isdecimal() for word in rest)

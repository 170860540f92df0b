"""Verbs of saying in languages with cases and a free order of words, such as Russian."""

from __future__ import annotations

from claims.extraction.attribution.clauses import apposed_name, person_at_place, person_behind, told_of
from claims.extraction.attribution.names import name_in_quotes, names_in, noun_phrase
from claims.extraction.attribution.order_case import subject_start
from claims.extraction.attribution.places_case import (
    behind_place,
    clause_start,
    is_full_name,
    office_at,
    office_end,
    past_addressee,
    past_adverbs,
    past_date,
    past_place,
    subject_end,
)
from claims.extraction.attribution.speaker import (
    BARE,
    FIRST_PERSON,
    PAPERS,
    PERSON_PRONOUNS,
    PERSONS,
    PRONOUNS,
    WALL,
    Speaker,
)
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
_WAYS_OF_SAYING = words_of("attribution", "ways_of_saying")
_FOUND_STEMS = endings_of("attribution", "found_stems")
_FOUND_ENDS = endings_of("attribution", "found_ends")
_NEEDS_THAT_CASE = words_of("attribution", "needs_that_case")
_OPENS_SAID_CASE = words_of("attribution", "opens_said_case")
_ABOUT_THIS = phrases_of("attribution", "about_this")
_CALLING = words_of("attribution", "calling")
_SUMS = words_of("attribution", "sums")
_EXPECTING = words_of("attribution", "expecting")
_EXPECTED = words_of("attribution", "expected")
_RU_SKIP = words_of("attribution", "ru_skip")
_OF_THOSE = words_of("attribution", "of_those")
_AS = words_of("attribution", "before_behind")
_ACCUSATIVE_ENDS = endings_of("attribution", "accusative_ends")
_ACCUSING = words_of("attribution", "accusing")
MAX_ACCUSED = 6  # tokens from "обвинил" to "в"
_SIGNS = frozenset("№-,")
_ADDRESSED = words_of("attribution", "addressed")
_NOBODY = words_of("attribution", "nobody")
_THUS = words_of("attribution", "thus")
_BEFORE_BEHIND = words_of("attribution", "before_behind", signs=', " — –')
FOUND_NEAR = 5  # tokens behind "признал" within which the verdict stands
MAX_ADDRESSEE = 6  # tokens between a verb of saying and its subject that say when and to whom
MAX_PAPER = 4  # tokens of a paper's name before its verb


def saying_case(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "сообщил глава МЧС Иван Петров", "сообщили в полиции" and "МЧС сообщило"."""
    if _is_other_verb(page, v, first, end):
        return None
    behind = _is_behind_speech(page, v, first)
    if page.words[v] in _NEEDS_THAT_CASE and not behind and not _opens_speech(page, v, first, end):
        return None
    k = past_addressee(page, v + 1, end, language)
    return (
        _in_office(page, v, k, first, end, language, behind=behind)
        or (_after_verb(page, v, k, first, end, language) if behind and k < end else None)
        or subject(page, v, first, end, language)
        or _left_out(page, v, first, end)
    )


def _left_out(page: Page, v: int, first: int, end: int) -> Speaker | None:
    """Read "Говорит, что ждал девять дней.": the sentence goes on with whoever the one before is about."""
    words = page.words
    if v > first or v + 2 >= end or words[v + 1] != "," or words[v].endswith(_VERB_ENDS_CASE):
        return None
    return Speaker((), v, v, end, leans=True, person=True) if words[v + 2] in _OPENS_SAID_CASE else None


def _is_other_verb(page: Page, v: int, first: int, end: int) -> bool:
    """Tell "суд признал Лунина виновным", "назвали улицу" and "ждёт гостей" from speech."""
    words = page.words
    if words[v].startswith(_FOUND_STEMS) and any(
        word.endswith(_FOUND_ENDS) for word in words[v + 1 : min(v + FOUND_NEAR, end)]
    ):
        return True
    if words[v] in _CALLING and words[v + 1 : end].count(":") == 1:
        return words[words.index(":", v) + 1 : words.index(":", v) + 2] != [
            '"'
        ]  # "назвал бюджет дырявым: «…»"
    if words[v] in _CALLING and _SUMS.isdisjoint(words[max(v - 2, first) : v + 3]):
        return True
    return words[v] in _EXPECTING and _EXPECTED.isdisjoint(words[v + 1 : v + 3])


def _is_behind_speech(page: Page, v: int, first: int) -> bool:
    """Tell whether what is said stands before the verb, so that its subject can follow it."""
    words = page.words
    if v == first or words[first:v] in _ABOUT_THIS:
        return True
    if v - first <= MAX_ADDRESSEE and words[first : first + 2] in _ABOUT_THIS:
        return True  # "об этом в четверг сообщил мэр"
    if words[v - 1] in _ENDS_ADVERB_CASE and not _AS.isdisjoint(words[max(v - 3, first) : v]):
        return True  # "как ранее сообщил мэр"
    if (
        words[v - 1] in _THUS
        or words[v - 1] in _ADDRESSED
        or words[v] in _CALLING
        and not _SUMS.isdisjoint(words[max(v - 2, first) : v])
    ):
        return True  # "— так говорят старики", "такие данные приводит мэрия"
    return words[v - 1] in _BEFORE_BEHIND and not (words[v - 1] == '"' and _closes_name(page, v - 1, first))


def _in_office(
    page: Page, v: int, k: int, first: int, end: int, language: Language, *, behind: bool
) -> Speaker | None:
    """Read "сообщили в полиции": a plural verb without a subject, and the body it was said in."""
    words = page.words
    if not (k < end and words[k] in _IN_WORDS and words[v].endswith(_VERB_ENDS_CASE)):
        return None
    if k + 1 < end and words[k + 1] in _WAYS_OF_SAYING:
        return None
    stop = noun_phrase(page, k + 1, end, language)
    names = names_in(page, k + 1, stop, language, oblique=True)
    scope = first if behind or _is_behind_ru(page, stop, end) else v
    return Speaker(names, v, scope, end, leans=leans(names), noun=(k + 1, k + 1)) if names else None


def _after_verb(page: Page, v: int, k: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read the subject behind its verb: "сообщил (в интервью «Заре») министр Олег Лисов"."""
    words = page.words
    if not words[v].endswith(_VERB_ENDS_CASE):
        k = past_place(page, k, end)
    if (
        words[k] in WALL
        and not (words[k] == '"' and name_in_quotes(page, k, end))
        or words[k] in _OPENS_SPEECH_CASE
        or words[k] in language.before
    ):
        return None
    if words[k].endswith(_ACCUSATIVE_ENDS) and not page.capital(k) and words[k] not in PERSONS:
        return None  # ", назвал сумму"
    stop = noun_phrase(page, k, end, language)
    while stop > k + 1 and words[stop - 1] in _RU_SKIP:
        stop -= 1  # "заявил мэр журналистам"
    names = names_in(page, k, stop, language)
    stop, person = person_behind(page, k if words[k][0].isdecimal() else stop, end, language)
    if k + 2 < end and words[k + 1] in _OF_THOSE and words[k] in language.numbers:
        stop = noun_phrase(page, k + 2, end, language)
        names = (page.typed(k, stop),)  # "рассказал один из жителей"
    if not person:
        stop, person = person_at_place(page, stop, end, language)
    if not person:
        stop, person = apposed_name(page, stop, end, language)  # "один из жителей, Пётр Седов"
    if not (names or person or words[k] in PRONOUNS):
        return None
    spoken = '"' in words[max(v - 3, first) : v]
    return Speaker(
        person + names if words[k] not in PRONOUNS else (),
        v,
        first,
        end,
        leans=words[k] in PRONOUNS or leans(person + names),
        own=words[k] in FIRST_PERSON,
        person=words[k] in PERSON_PRONOUNS | PERSONS or bool(person) or is_full_name(page, k, stop),
        noun=(k, told_of(page, stop, end, spoken=spoken)),
    )


def subject(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read the subject in front of its verb, or the body: "мэр Олег Лисов сообщил", "в полиции сообщили"."""
    words, verb = page.words, v
    bracket = range(v - 2, max(first, v - 7), -1) if words[v - 1] == ")" else ()
    opened = next((i for i in bracket if words[i] == "("), -1)
    if opened > first:
        v = opened  # "врач Ева Лис (38 лет) подсчитала"
    begin = start = clause_start(page, v, first)
    if words[verb].endswith(_VERB_ENDS_CASE):
        at = office_at(page, start, v, language)
        if at >= 0:
            names = names_in(page, at + 1, office_end(page, at + 1, v, language), language, oblique=True)
            return Speaker(names, verb, verb, end, leans=leans(names), noun=(start, start)) if names else None
    start = past_date(page, start, v, language)
    if start < v and words[start] in _OPENS_PLACE_CASE:
        start = behind_place(page, start, v, language)
        if start < 0:
            return None
    start = past_adverbs(page, start, v)
    stop, person = subject_end(page, start, v, language)
    if stop <= start:
        if v > first and words[v - 1] == "," and begin == v:
            _, _, names = apposed(page, v - 1, first, language)
            if names:
                return Speaker(names, verb, verb, end, person=True)
        return None
    start = subject_start(page, start, stop, words[verb])
    if start >= stop:
        return None
    one = _subject(page, verb, start, stop, first, end, language)
    return one._replace(names=person + one.names, person=True, leans=False) if one and person else one


def _subject(
    page: Page, verb: int, start: int, stop: int, first: int, end: int, language: Language
) -> Speaker | None:
    words = page.words
    number = next((i for i in range(stop - 1, start, -1) if words[i][0].isdecimal()), start)
    if number > start and number + 2 < stop and page.capital(number + 1) and words[number - 1] in _SIGNS:
        start = number + 1  # "директор школы № 5 Вера Лунина"
    names = names_in(page, start, stop, language)
    pronoun = words[start] in PRONOUNS
    if not names and not pronoun or words[start] in _NOBODY:
        return None
    return Speaker(
        () if pronoun else names,
        verb,
        first if _is_behind_ru(page, verb + 1, end) else start,
        end,
        leans=pronoun or leans(names),
        own=words[start] in FIRST_PERSON,
        person=words[start] in PERSON_PRONOUNS | PERSONS or is_full_name(page, start, stop),
        noun=(start, stop),
    )


def leans(names: tuple[str, ...]) -> bool:
    """Tell whether a speaker is a bare office or body, "ведомство", that may stand for one named before."""
    return len(names) == 1 and names[0].casefold() in BARE


def _closes_name(page: Page, mark: int, first: int) -> bool:
    """Tell whether the quotation mark closes a name of a word or two and no speech: движение «Контроль»."""
    words = page.words
    opened = next((i for i in range(mark - 1, max(first, mark - 5) - 1, -1) if words[i] == '"'), -1)
    return opened >= 0 and words[mark - 1] not in ",.!?…" and (opened == first or words[opened - 1].isalpha())


def _opens_speech(page: Page, v: int, first: int, end: int) -> bool:
    """Tell whether what is said follows a verb that also takes things: "заметил, что", "пишет о", "отчёт показал"."""
    words, k = page.words, v + 1
    k += k < end and words[k] == ","
    if k < end and (words[k] in _OPENS_SAID_CASE or words[k] in _EXPECTED or words[k] in (":", '"')):
        return True
    if words[v] in _ACCUSING and not _IN_WORDS.isdisjoint(words[v + 1 : min(v + MAX_ACCUSED, end)]):
        return True  # "обвинила министерство в краже"
    if not PAPERS.isdisjoint(words[max(v - MAX_PAPER, first) : v]):
        return True
    comma = next((i for i in range(k, min(k + MAX_ADDRESSEE, end - 1)) if words[i] in ",:"), -1)
    return comma > 0 and (words[comma] == ":" or words[comma + 1] in _OPENS_SAID_CASE)


def _is_behind_ru(page: Page, k: int, end: int) -> bool:
    rest = [word for word in page.words[k:end] if word not in ".\"'!?)\n"]
    return len(rest) <= 1 and not any(word[0].isdecimal() for word in rest)

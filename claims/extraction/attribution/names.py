"""Cut names out of a sentence: the noun phrase, and the names in it."""

from __future__ import annotations

import re

from claims.extraction.attribution.speaker import CLAUSE, PRONOUNS, WALL
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.names import nominative, titled
from claims.extraction.page import Page

_OPENS_PERSON = words_of("attribution", "opens_person", signs='"')
_OBJECT_PRONOUNS = words_of("attribution", "object_pronouns")
_BEFORE_PHRASE = words_of("attribution", "before_phrase")
_JOINS_NAMES = words_of("attribution", "joins_names", signs="&")
_INSIDE_NAME = words_of("attribution", "inside_name", signs="- '")
_ENDS_NAME = words_of("attribution", "ends_name")
_ENDS_NAME_SMALL = words_of("attribution", "ends_name_small")
_ARTICLES = words_of("attribution", "articles")
_PAST_ENDS = endings_of("attribution", "past_ends")
_ENDS_NAME_AT_PLACE = words_of("attribution", "ends_name_at_place")
_CLOSES_SPEECH = frozenset(",.!?…")
_BODY_STARTS = endings_of("attribution", "body_starts")
_MARKS_INSIDE = frozenset("'-&/")
MAX_PHRASE = 14  # tokens of a noun phrase
_QUOTED = re.compile('[«“„"]([^»”“"]{2,60})')
_NO_QUOTES = dict.fromkeys(map(ord, '«»“”„"'))


def noun_phrase(page: Page, k: int, end: int, language: Language) -> int:
    """Return the token after the noun phrase that begins at token k, going right."""
    i = k
    while i < end and i - k < MAX_PHRASE:
        if not _is_inside(page, i, end) and (
            _bounds_any(page, i, end, language) or i > k and _bounds(page, i, k, end, language)
        ):
            break
        i += 1
    while i > k and page.words[i - 1] in _INSIDE_NAME:
        i -= 1
    return i


def _is_inside(page: Page, i: int, end: int) -> bool:
    """Tell whether token i is a mark within a name: "O'Dea", "П. Седов", the "Blue Door" centre."""
    word = page.words[i]
    if word == ".":
        return i + 1 < end and (page.glued(i + 1) or _is_initial(page, i)) and page.words[i + 1].isalpha()
    return word in _MARKS_INSIDE or word == '"' and name_in_quotes(page, i, end)


def _bounds_any(page: Page, i: int, end: int, language: Language) -> bool:
    """Tell whether no noun phrase goes on with token i, nor begins with it."""
    word = page.words[i]
    return (
        word in WALL
        or word in CLAUSE
        or word == "\n"
        or word in _ENDS_NAME
        or word in language.weekdays
        or word == "and"
        and not (i + 1 < end and page.capital(i + 1))
    )


def _bounds(page: Page, i: int, k: int, end: int, language: Language) -> bool:
    """Tell whether token i ends the noun phrase begun at token k: a number, a verb, a place, a month."""
    word = page.words[i]
    if word[0].isdecimal() and not page.glued(i):
        return True
    if word in language.months and i > k + 1:
        return True
    if word in _ENDS_NAME_AT_PLACE and not _keeps(page, i, end, language):
        if not (page.capital(i) and page.words[i + 1 : i + 2] == ["."]):  # "П. С. Седов"
            return True
    if page.capital(i):
        return False
    if word in _ENDS_NAME_SMALL or language.case and word.endswith(_PAST_ENDS) and word != "или":
        return True
    says = word in language.said or word in language.verbs and not language.case
    return says and (i > k + 1 or page.words[k] not in _ARTICLES)  # "the lead author"


def _is_initial(page: Page, i: int) -> bool:
    """Tell whether the full stop at token i closes an initial before a name: "П. Седов"."""
    return i > 0 and len(page.words[i - 1]) == 1 and page.capital(i - 1) and page.capital(i + 1)


def _keeps(page: Page, i: int, end: int, language: Language) -> bool:
    """Tell whether a preposition joins a place to a name: "officials in the city", "police from Harrow"."""
    return (
        not language.case
        and i + 1 < end
        and (page.capital(i + 1) or page.words[i + 1] == "the")
        and page.words[i + 1] not in language.months
        and page.words[i + 1] not in language.weekdays
    )


def name_in_quotes(page: Page, i: int, end: int) -> bool:
    """Tell a name in quotation marks, one at token i, from a short quotation: "We have three," she says."""
    words = page.words
    close = next((k for k in range(i + 1, min(i + 7, end)) if words[k] == '"'), -1)
    if close > 0:
        return words[close - 1] not in _CLOSES_SPEECH
    return words[i - 1] not in _CLOSES_SPEECH and '"' in words[max(i - 6, 0) : i]


def names_in(
    page: Page, first: int, end: int, language: Language, *, oblique: bool = False
) -> tuple[str, ...]:
    """Return the names in a noun phrase: two where "and" joins two, else the phrase without its article."""
    words = page.words
    while first < end and words[first] in _OPENS_PERSON:
        first += 1
    if first >= end:
        return ()
    if words[first] in _OBJECT_PRONOUNS or words[first] in PRONOUNS:
        return ()
    joint = _joint(page, first, end)
    if joint > 0:
        left = names_in(page, first, joint, language, oblique=oblique)
        return left + names_in(page, joint + 1, end, language, oblique=oblique)
    if words[first] in _BEFORE_PHRASE or words[first][0].isdecimal():
        return ()
    if language.case and words[first] in language.numbers and not page.capital(first):
        return ()  # "написала четыреста статей"
    end = _before_number(page, first, end, language)
    if language.case and "со" in words[first:end]:
        end = words.index("со", first)
    return _names_of(page, first, end, language, oblique=oblique) if end > first else ()


def _joint(page: Page, first: int, end: int) -> int:
    """Return the "and" that joins two names in tokens [first, end), -1 where there is none."""
    words = page.words
    for i in range(first + 1, end - 1):
        if (
            words[i] in _JOINS_NAMES
            and page.capital(first)
            and page.capital(i + 1)
            and words[i + 1] not in ("human",)
        ):
            if not (i + 2 == end and i - first == 1) or words[i] == "&":
                return i
    return -1


def _names_of(page: Page, first: int, end: int, language: Language, *, oblique: bool) -> tuple[str, ...]:
    """Return the phrase of tokens [first, end), and with it the title in its quotation marks or its body."""
    typed = page.typed(first, end)
    inner = _QUOTED.search(typed) if language.case else None
    title_at = inner.start() if inner else 0
    phrase = typed.partition(" (")[0].strip("\"'«»“”„ ,№")
    if oblique or any(one in phrase for one in '«“„"'):
        phrase = phrase.translate(_NO_QUOTES)
    if oblique and title_at:  # "по данным центра «Лампа»": the title keeps its form
        phrase = nominative(typed[:title_at]) + " " + typed[title_at:].translate(_NO_QUOTES).strip()
    elif oblique:
        phrase = nominative(phrase)
    if not phrase:
        return ()
    if inner and inner[1] != phrase:
        title = nominative(inner[1]) if oblique and not title_at else titled(inner[1])
        return phrase.removesuffix("'s"), title
    return (phrase.removesuffix("'s"), *_body_of(page, first, end, language))


def _body_of(page: Page, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the body that ends a phrase in the genitive, "региональное управление Роспотребнадзора"."""
    last = page.words[end - 1]
    if not language.case or end - first < 2 or page.capital(end - 2) or not page.capital(end - 1):
        return ()
    typed = page.typed(end - 1, end)
    return (
        (nominative(typed),)
        if last.startswith(_BODY_STARTS) and not typed.isupper() and nominative(typed) != typed
        else ()
    )


def _before_number(page: Page, first: int, end: int, language: Language) -> int:
    """Return where a name ends before a number in it: "Radio 3" keeps its own, "a man of 80" is a man."""
    words = page.words
    for i in range(first, end):
        if i > first + 1 and words[i - 1] == "-" and page.glued(i) and page.capital(i - 2):
            continue  # «Солидарность-80»
        if words[i][0].isdecimal() and not (i > first and page.capital(i - 1) and len(words[i]) < 3):
            if language.case:
                return i - 1 if i - 1 > first and words[i - 1] == "№" else first
            return next((k for k in range(first + 1, i) if words[k] in _BEFORE_PHRASE), first)
    return end

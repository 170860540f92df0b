"""Cut the name of a speaker out of a sentence: the noun phrase, its apposition, the body it speaks for."""

from __future__ import annotations

import re

from claims.extraction.attribution.speaker import AUX, BARE, CLAUSE, NOUNY, PRONOUNS, WALL
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.names import nominative
from claims.extraction.page import Page

_OPENS_DATE = words_of("attribution", "opens_date")
_PERIOD_WORDS = words_of("attribution", "period_words")
_OPENS_NAME_AFTER_DATE = words_of("attribution", "opens_name_after_date")
_BODY_JOINTS = words_of("attribution", "body_joints")
_ARTICLES = words_of("attribution", "articles")
_CLAUSE_OPENERS = words_of("attribution", "clause_openers")
_POSSESSIVES = words_of("attribution", "possessives")
_OPENS_BODY = words_of("attribution", "opens_body")
_IS_OR_WAS = words_of("attribution", "is_or_was")
_OPENS_PERSON = words_of("attribution", "opens_person", signs='"')
_OBJECT_PRONOUNS = words_of("attribution", "object_pronouns")
_BEFORE_PHRASE = words_of("attribution", "before_phrase")
_JOINS_NAMES = words_of("attribution", "joins_names", signs="&")
_INSIDE_NAME = words_of("attribution", "inside_name", signs="- '")
_ENDS_NAME = words_of("attribution", "ends_name")
_PAST_ENDS = endings_of("attribution", "past_ends")
_ENDS_NAME_AT_PLACE = words_of("attribution", "ends_name_at_place")
_DAY_WORDS = words_of("attribution", "day_words")
_HELPERS = words_of("attribution", "helpers")
_JOINS_SUBJECTS = words_of("attribution", "joins_subjects")


def noun_phrase(page: Page, k: int, end: int, language: Language) -> int:
    """Return the token after the noun phrase that begins at token k, going right."""
    words = page.words
    i = k
    while i < end and i - k < 14:
        word = words[i]
        if (
            word in ("'", "-", "&", "/")
            or (word == "." and i + 1 < end and page.glued(i + 1) and words[i + 1].isalpha())
            or (word == '"' and name_in_quotes(page, i, end))
        ):
            i += 1
            continue
        if (
            word in WALL
            or word in CLAUSE
            or word == "\n"
            or word[0].isdecimal()
            and i > k
            and not page.glued(i)
        ):
            break
        if (
            i > k
            and not page.capital(i)
            and (word in language.said or (word in language.verbs and not language.case))
            or word in _ENDS_NAME
        ):
            break
        if word in language.weekdays or (
            word in _ENDS_NAME_AT_PLACE and i > k and not _keeps(page, i, end, language)
        ):
            break
        if (
            i > k
            and language.case
            and page.words[i].endswith(_PAST_ENDS)
            and not page.capital(i)
            and word not in ("или",)
        ):
            break
        if word == "and" and not (i + 1 < end and page.capital(i + 1)):
            break
        if i > k + 1 and word in language.months:
            break
        i += 1
    while i > k and words[i - 1] in _INSIDE_NAME:
        i -= 1
    return i


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
    words = page.words
    for k in range(i + 1, min(i + 7, end)):
        if words[k] == '"':
            return True
    return any(words[k] == '"' for k in range(max(i - 6, 0), i))


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
    for i in range(first + 1, end - 1):
        if (
            words[i] in _JOINS_NAMES
            and page.capital(first)
            and page.capital(i + 1)
            and words[i + 1] not in ("human",)
        ):
            if not (i + 2 == end and i - first == 1) or words[i] == "&":
                left = names_in(page, first, i, language, oblique=oblique)
                return left + names_in(page, i + 1, end, language, oblique=oblique)
    if words[first] in _BEFORE_PHRASE or words[first][0].isdecimal():
        return ()
    if any(words[i][0].isdecimal() for i in range(first, end)):
        return ()
    if language.case and "со" in words[first:end]:
        end = words.index("со", first)
        if end <= first:
            return ()
    phrase = page.typed(first, end).strip("\"'«»“”„ ,")
    if any(one in phrase for one in '«“„"') and not oblique or oblique:
        phrase = phrase.translate(_NO_QUOTES)
    if oblique:
        phrase = nominative(phrase)
    if not phrase:
        return ()
    inner = _QUOTED.search(page.typed(first, end)) if language.case else None
    if inner and inner[1] != phrase:
        return phrase.removesuffix("'s"), nominative(inner[1])
    return (phrase.removesuffix("'s"),)


_QUOTED = re.compile('[«“„"]([^»”“"]{2,60})')


_NO_QUOTES = dict.fromkeys(map(ord, '«»“”„"'))


def subject_of(page: Page, v: int, first: int, language: Language) -> tuple[int, int, tuple[str, ...]]:
    """Return the token range and names of the subject left of the verb at token v."""
    words = page.words
    end = v
    while end > first and (
        words[end - 1] in AUX
        or words[end - 1].endswith("ly")
        and len(words[end - 1]) > 5
        or words[end - 1] in language.weekdays
        or words[end - 1] in _DAY_WORDS
    ):
        end -= 1
    if end == first:
        return first, first, ()
    if words[end - 1] in (",", ")", "—", "–"):
        return apposed(page, end - 1, first, language)
    k = end
    while k > first and end - k < 16:
        word = words[k - 1]
        if (
            word in WALL
            and not (word == "." and page.glued(k - 1) and k - 1 > first and len(words[k - 2]) <= 3)
            and not (word == '"' and name_in_quotes(page, k - 1, end) and end - k < 5)
        ):
            break
        if (
            word in CLAUSE
            or (word in language.verbs and k < end)
            or word in language.said
            and word not in NOUNY
            or word in _JOINS_SUBJECTS
            and not (k - 2 >= first and page.capital(k - 2) and page.capital(k))
            and not _joins_two(page, k - 1, first, language)
        ):
            break
        if word == "\n" or word in _HELPERS:
            if word != "who":
                break
            k -= 1
            break
        k -= 1
    k = _after_date(page, k, end, language)
    return k, end, names_in(page, k, end, language)


def _joins_two(page: Page, i: int, first: int, language: Language) -> bool:
    """Tell whether the "and" at token i joins two speakers: ", a local official and two residents told"."""
    words = page.words
    for k in range(i - 1, max(first, i - 7) - 1, -1):
        word = words[k]
        if word in (",", '"') or k == first and word in _ARTICLES:
            return i - k > 1
        if (
            word in language.verbs
            or word in language.said
            or word.endswith("ed")
            or word in WALL
            or word[0].isdecimal()
        ):
            return False
    return False


def _after_date(page: Page, k: int, end: int, language: Language) -> int:
    """Skip "On Monday" and "In May 2017" in front of a subject."""
    words = page.words
    if k < end and words[k] in _OPENS_DATE:
        last = k
        for i in range(k, end):
            if (
                words[i] in language.weekdays
                or words[i] in language.months
                or words[i][0].isdecimal()
                or words[i] in _PERIOD_WORDS
            ):
                last = i + 1
        if last > k:
            return last
        for i in range(k + 1, end):
            if words[i] in _OPENS_NAME_AFTER_DATE or (page.capital(i) and i > k + 2):
                return i
    return k


def apposed(page: Page, close: int, first: int, language: Language) -> tuple[int, int, tuple[str, ...]]:
    """Read "Ivan Petrov, head of the rescue service, said": the name and the body it speaks for."""
    words = page.words
    begin = close
    while (
        begin > first
        and words[begin - 1] not in ('"', ";", ":", "\n", "—")
        and words[begin - 1] not in _CLAUSE_OPENERS
        and close - begin < 45
    ):
        begin -= 1
    cuts = [begin - 1] + [i for i in range(begin, close) if words[i] == ","] + [close]
    pieces = [(a + 1, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a + 1]
    named = next(
        (
            (a, b)
            for a, b in pieces
            if page.capital(a)
            and words[a].isalpha()
            and words[a] not in language.stop
            and words[a] not in language.weekdays
            and b - a <= 6
            and words[a] not in language.months
        ),
        None,
    )
    if (
        named
        and pieces[0] != named
        and words[pieces[0][0]] in _POSSESSIVES
        and pieces.index(named) == 1
        and pieces[0][1] - pieces[0][0] <= 9
    ):
        return named[0], named[1], names_in(page, *named, language) + _bodies(page, *pieces[0], language)
    for n, (a, b) in enumerate(pieces):
        if words[a] in language.stop and words[a] not in _POSSESSIVES or not words[a].isalpha():
            continue
        if not page.capital(a) and words[a] not in _OPENS_BODY:
            continue
        if any(words[i] in _IS_OR_WAS for i in range(a, b)) or b - a > 9:
            continue
        if n + 1 == len(pieces) and pieces[0] != (a, b) and not page.capital(a):
            continue
        names = names_in(page, a, b, language)
        bare = names and names[0].split()[-1].lower() in BARE and n + 1 < len(pieces)
        later: tuple[str, ...] = ()
        for c, d in pieces[n + 1 :]:
            if bare and page.capital(c):
                later += names_in(page, c, min(d, c + 5), language)
            later += _bodies(page, c, d, language)
        return a, b, (later + names) if bare and later else names + later
    return close, close, ()


def _bodies(page: Page, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the body named in "the head of the Marsk Rescue Service"."""
    words = page.words
    for i in range(first, end - 1):
        if words[i] in _BODY_JOINTS:
            k = i + 1
            while k < end and words[k] in _ARTICLES:
                k += 1
            stop = noun_phrase(page, k, end, language)
            if stop > k and (page.capital(k) or stop - k >= 2):
                return names_in(page, k, stop, language)
    for i in range(first, end - 1):
        if page.words[i].endswith("'s") and page.capital(i):
            return (page.words_of(first, i + 1).removesuffix("'s").removeprefix("the "),)
    return ()

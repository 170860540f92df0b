"""The subject of a verb of saying, with its apposition: "Ivan Petrov, head of the rescue service, said"."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.attribution.names import name_in_quotes, names_in, noun_phrase
from claims.extraction.attribution.speaker import AUX, BARE, CLAUSE, NOUNY, WALL
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_OPENS_DATE = words_of("attribution", "opens_date")
_PERIOD_WORDS = words_of("attribution", "period_words")
_OPENS_NAME_AFTER_DATE = words_of("attribution", "opens_name_after_date")
_BODY_JOINTS = words_of("attribution", "body_joints")
_ARTICLES = words_of("attribution", "articles")
_CLAUSE_OPENERS = words_of("attribution", "clause_openers")
_POSSESSIVES = words_of("attribution", "possessives")
_OPENS_BODY = words_of("attribution", "opens_body")
_BEFORE_NOUN = _ARTICLES | _POSSESSIVES  # "the talks", "the accused"
_NOT_ADVERBS = words_of("attribution", "not_adverbs")
_IS_OR_WAS = words_of("attribution", "is_or_was")
MAX_SUBJECT = 16  # tokens of a subject
MAX_RELATIVE = 12  # tokens of a relative clause between a subject and its verb
MAX_APPOSED = 45  # tokens of a subject with all that is set apart in it
MAX_PIECE = 9  # tokens between two of its commas
_WHO = words_of("attribution", "who")
_PUBLISHED_IN = words_of("attribution", "published_in")
_IN_PAPER = words_of("dates", "in_time")
_AGENT = words_of("attribution", "agent")
_ENDS_NAME_AT_PLACE = words_of("attribution", "ends_name_at_place")
_DAY_WORDS = words_of("attribution", "day_words")
_HELPERS = words_of("attribution", "helpers")
_JOINS_SUBJECTS = words_of("attribution", "joins_subjects")


def subject_of(page: Page, v: int, first: int, language: Language) -> tuple[int, int, tuple[str, ...]]:
    """Return the token range and names of the subject left of the verb at token v."""
    words = page.words
    end = _before_adverbs(page, v, first, language)
    if end == first:
        return first, first, ()
    if words[end - 1] in (",", ")", "—", "–"):
        return apposed(page, end - 1, first, language)
    k = end
    while k > first and end - k < MAX_SUBJECT and not _ends_subject(page, k - 1, end, first, language):
        k -= 1
        if words[k] in _HELPERS:
            break  # "who"
    k = _after_date(page, k, end, language)
    if not language.case:
        return _past_relative(page, k, end, first, language)
    return k, end, names_in(page, k, end, language)


def _before_adverbs(page: Page, v: int, first: int, language: Language) -> int:
    """Return where a subject ends before "had", "quietly" and "on Monday" in front of its verb at token v."""
    words = page.words
    end = v
    while end > first and (
        words[end - 1] in AUX
        or words[end - 1].endswith("ly")
        and len(words[end - 1]) > 5
        and words[end - 1] not in _NOT_ADVERBS
        or words[end - 1] in language.weekdays
        or words[end - 1] in _DAY_WORDS
    ):
        end -= 1
    return end


def _ends_subject(page: Page, i: int, end: int, first: int, language: Language) -> bool:
    """Tell whether token i stands before the subject that ends before token `end`, and is no part of it."""
    word = page.words[i]
    if word in WALL:
        initial = word == "." and page.glued(i) and i > first and len(page.words[i - 1]) <= 3
        if not initial and not (word == '"' and name_in_quotes(page, i, end) and end - i <= 5):
            return True
    if word in CLAUSE or word == "\n" or word in _HELPERS and word != "who":
        return True
    if word in language.verbs and i + 1 < end:
        return True
    if word in language.said and word not in NOUNY:
        if not (i > first and page.words[i - 1] in _BEFORE_NOUN):
            return True
    return (
        word in _JOINS_SUBJECTS
        and not (i - 1 >= first and page.capital(i - 1) and page.capital(i + 1))
        and not _joins_two(page, i, first, language)
    )


def _past_relative(
    page: Page, k: int, end: int, first: int, language: Language
) -> tuple[int, int, tuple[str, ...]]:
    """Read past what is said of a subject: "residents reached by phone", "a report published by the Audit Court"."""
    words = page.words
    paper = next((i for i in range(max(first, end - MAX_RELATIVE), end - 2) if words[i] in _PUBLISHED_IN), -1)
    if paper >= 0 and words[paper + 1] in _IN_PAPER and words[paper + 2] not in language.weekdays:
        stop = noun_phrase(page, paper + 2, end, language)
        if any(page.capital(i) for i in range(paper + 2, stop)):
            return paper + 2, stop, names_in(page, paper + 2, stop, language)
    who = next(
        (
            i
            for i in range(end - 1, max(first, end - MAX_RELATIVE), -1)
            if words[i] in _WHO or words[i] in WALL
        ),
        -1,
    )
    if who > first and words[who] in _WHO and words[who - 1] not in WALL:
        start = who
        while start > max(first, who - MAX_RELATIVE) and _is_of_subject(page, start - 1, language):
            start -= 1
        return start, who, names_in(page, start, who, language)
    agent = next((i for i in range(end - 2, k - 1, -1) if words[i] in _AGENT), -1)
    if agent >= 0:
        names = names_in(page, agent + 1, end, language)
        if names and any(page.capital(i) for i in range(agent + 1, end)):
            return agent + 1, end, names
    if words[k] in _AGENT or words[k] in _ENDS_NAME_AT_PLACE:
        close = k - 1 if k > first and _is_participle(page, k - 1, language) else -1
    else:
        close = next((i for i in range(k + 1, end) if _is_participle(page, i, language)), -1)
        close = close if close >= 0 and not names_in(page, k, end, language) else -1
    if close < 0:
        return k, end, names_in(page, k, end, language)
    start = close
    while start > max(first, close - MAX_RELATIVE) and _is_of_subject(page, start - 1, language):
        start -= 1
    return start, close, names_in(page, start, close, language)


def _is_participle(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    return not page.capital(i) and (word.endswith("ed") or word in language.verbs or word in language.said)


def _is_of_subject(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    return word.isalpha() and (word in _ARTICLES or word not in language.stop and word not in language.verbs)


def opening(page: Page, first: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the name that opens a sentence as its subject: "Aurelia Air carried 3m passengers"."""
    k = first + (page.words[first] in _ARTICLES)
    stop = noun_phrase(page, first, end, language)
    while stop > k and not page.capital(stop - 1) and _is_participle(page, stop - 1, language):
        stop -= 1
    if stop - k == 1 and page.words[k] in language.verbs | language.said:
        return ()  # "Asked about the cost, he said"
    if (
        stop <= k
        or not (page.capital(k) and page.words[k] not in language.stop)
        and page.words[stop - 1] not in BARE
    ):
        return ()
    return names_in(page, first, stop, language)


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
    """Skip "On Monday", "In May 2017" and the hour of a live report in front of a subject."""
    words = page.words
    if k + 1 < end and words[k][0].isdecimal() and not words[k].isdecimal():
        k += 1
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
    pieces = _pieces(page, close, first)
    named = next((piece for piece in pieces if _is_named(page, *piece, language)), None)
    if named and pieces.index(named) == 1:
        a, b = pieces[0]
        if page.words[a] in _POSSESSIVES and b - a <= MAX_PIECE:  # "Its chair, Ivan Petrov, said"
            return *named, names_in(page, *named, language) + _bodies(page, a, b, language)
    for n, (a, b) in enumerate(pieces):
        if not _can_speak(page, a, b, language):
            continue
        if n + 1 == len(pieces) and pieces[0] != (a, b) and not page.capital(a):
            continue
        names = names_in(page, a, b, language)
        bare = bool(names) and names[0].split()[-1].lower() in BARE and n + 1 < len(pieces)
        later = _names_behind(page, pieces[n + 1 :], language, bare=bare)
        return a, b, (later + names) if later and (bare or not page.capital(b - 1)) else names + later
    return close, close, ()


def _pieces(page: Page, close: int, first: int) -> list[tuple[int, int]]:
    """Return what the commas of a clause set apart, up to the comma at token `close`."""
    words = page.words
    begin = close
    while (
        begin > first
        and words[begin - 1] not in ('"', ";", ":", "\n", "—")
        and words[begin - 1] not in _CLAUSE_OPENERS
        and close - begin < MAX_APPOSED
    ):
        begin -= 1
    cuts = [begin - 1] + [i for i in range(begin, close) if words[i] == ","] + [close]
    return [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]


def _is_named(page: Page, a: int, b: int, language: Language) -> bool:
    """Tell whether tokens [a, b) between two commas can be a name, so no day or month begins them."""
    word = page.words[a]
    return (
        page.capital(a)
        and word.isalpha()
        and word not in language.stop
        and word not in language.weekdays
        and b - a <= 6
        and word not in language.months
    )


def _can_speak(page: Page, a: int, b: int, language: Language) -> bool:
    """Tell whether tokens [a, b) between two commas can be who speaks: a name, "the head of the service"."""
    word = page.words[a]
    if word in language.stop and word not in _POSSESSIVES or not word.isalpha():
        return False
    if not page.capital(a) and word not in _OPENS_BODY:
        return False
    return b - a <= MAX_PIECE and _IS_OR_WAS.isdisjoint(page.words[a:b])


def _names_behind(
    page: Page, pieces: list[tuple[int, int]], language: Language, *, bare: bool
) -> tuple[str, ...]:
    """Return the names and bodies behind a speaker; of one word only where that is a bare office."""
    later: tuple[str, ...] = ()
    for c, d in pieces:
        if page.capital(c) and (bare or d - c > 1 and all(page.capital(j) for j in range(c, d))):
            later += names_in(page, c, min(d, c + 5), language)
        later += _bodies(page, c, d, language)
    return later


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

"""Verbs of saying with their subjects, before the verb or behind it."""

from __future__ import annotations

from claims.extraction.attribution.clauses import apposed_name, told_of
from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.other_verbs import closes, is_behind, is_other_verb, puts_at
from claims.extraction.attribution.participles import participle
from claims.extraction.attribution.saying_case import saying_case
from claims.extraction.attribution.speaker import (
    BARE,
    FIRST_PERSON,
    NOUNY,
    PERSON_PRONOUNS,
    PERSONS,
    PRONOUNS,
    WALL,
    Speaker,
)
from claims.extraction.attribution.subjects import opening, subject_of
from claims.extraction.attribution.unsaid import is_no_verb, lacks_that, says_nothing, word_behind
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_OPENS_SET_OFF = words_of("attribution", "opens_set_off")
_SAYING_FORMS = words_of("attribution", "saying_forms")
_PUT_FORMS = words_of("attribution", "put_forms")
_SAID_OR_SAYS = words_of("attribution", "said_or_says")
_LONE_SPEAKERS = words_of("attribution", "lone_speakers")
_POSSESSIVES = words_of("attribution", "possessives") - words_of("attribution", "articles")
_WANTING = words_of("attribution", "wanting")
_JOINS_VERBS = words_of("attribution", "joins_verbs")
_INVERTED = words_of("attribution", "inverted")  # verbs whose subject can follow them: '"…", said the mayor'
_BEHIND_SPEECH = frozenset(',"—–?!')  # a mark between what is said and its verb
_OPENS_NAME = words_of("attribution", "opens_name")


def saying(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Return the speaker of the verb of saying at token v, in either order."""
    if language.case:
        return saying_case(page, v, first, end, language)
    word = page.words[v]
    if is_no_verb(page, v, first, end) or is_other_verb(page, v, end, language):
        return None
    before, after = page.words[v - 1] if v > first else "", word_behind(page, v, end)
    behind = before in _BEHIND_SPEECH or (v == first and word in _SAID_OR_SAYS)
    if not behind and lacks_that(page, v, first, end, after) and not is_behind(page, v, end, language):
        return None
    found = _inverted(page, v, first, end, after, language) if behind and word in _INVERTED else None
    if found:
        return found
    if word in _SAYING_FORMS:
        return participle(page, v, first, end, language)
    start, stop, names = subject_of(page, v, first, language)
    if stop <= start and before in _JOINS_VERBS and word not in NOUNY:
        start, stop, names = _shared(page, v, first, language)
    if stop <= start or says_nothing(page, v, start, stop, language):
        return None
    if word in _PUT_FORMS and not puts_at(page, v, end, language):
        return None
    whole = is_behind(page, v, end, language) or _has_number_before(page, start, first, language)
    return _speaker(page, v, start, stop, names, first, end, language, whole=whole)


def _inverted(page: Page, v: int, first: int, end: int, after: str, language: Language) -> Speaker | None:
    """Return the speaker behind its verb, '"…", said harbour master Ida Lund', None where none stands there."""
    words = page.words
    if v + 1 >= end or after in WALL:
        return None
    if not (page.capital(v + 1) or after in _OPENS_NAME or _names_ahead(page, v + 1, end, language)):
        return None
    if v > first and words[v - 1] == "," and _is_set_off(page, v - 1, first, language):
        return None
    stop = noun_phrase(page, v + 1, end, language)
    names = names_in(page, v + 1, stop, language)
    if words[stop - 1].endswith("ed") and not page.capital(stop - 1):
        names = ()  # "says the chief executive earned 140 times the wage"
    if stop <= v + 1 or not (names or words[v + 1] in PRONOUNS and closes(page, v + 2, end)):
        return None
    comma, person = apposed_name(page, stop, end, language)
    found = _speaker(page, v, v + 1, stop, names, first, end, language, whole=True)
    spoken = words[v - 1] == '"' or words[v - 2] == '"'
    found = found._replace(noun=(v + 1, told_of(page, comma, end, spoken=spoken)))
    return found._replace(names=person + names, leans=False, person=True) if person else found


def _has_number_before(page: Page, start: int, first: int, language: Language) -> bool:
    """Tell whether a number is told before the speaker: "Twelve are missing, the mayor said"."""
    words = page.words
    return (
        start > first
        and words[start - 1] in (",", '"')
        and any(w[0].isdecimal() or w in language.numbers for w in words[first:start])
    )


def _shared(page: Page, v: int, first: int, language: Language) -> tuple[int, int, tuple[str, ...]]:
    """Return the subject of the sentence for its second verb: "The bank kept its rate and said prices would rise"."""
    k = first if page.words[first] in PRONOUNS or page.words[first] in _LONE_SPEAKERS else -1
    if k == first:
        return first, first + 1, names_in(page, first, first + 1, language)
    names = opening(page, first, v, language)
    return (first, noun_phrase(page, first, v, language), names) if names else (v, v, ())


def _names_ahead(page: Page, i: int, end: int, language: Language) -> bool:
    """Tell whether a name in capitals follows an office: "said harbour master Ida Lund"."""
    for k in range(i, min(i + 5, end)):
        if page.capital(k):
            return k > i
        if not page.words[k].isalpha() or page.words[k] in language.stop:
            return False
    return False


def _is_proper(page: Page, first: int, end: int) -> bool:
    """Tell whether tokens are two to four names and numbers, the first a name."""
    words = page.words
    capitals = all(page.capital(i) and words[i].isalpha() or words[i].isdecimal() for i in range(first, end))
    return 2 <= end - first <= 4 and capitals and page.capital(first)


def _is_set_off(page: Page, close: int, first: int, language: Language) -> bool:
    """Tell whether the comma at token `close` ends an apposition: "Amnesty Watch, a rights group, says"."""
    words = page.words
    comma = next((k for k in range(close - 2, max(first, close - 6), -1) if words[k] == ","), -1)
    if comma > first and words[comma - 1].isalpha() and _is_proper(page, comma + 1, close):
        return True  # "the duty officer, Ewan Lisk, said", "the union, Local 417, says"
    for k in range(close - 1, max(first, close - 12), -1):
        if (
            words[k] in language.verbs
            or words[k] in language.said
            or words[k] == '"'
            or words[k][0].isdecimal()
        ):
            age = k == close - 1 and words[k].isdecimal() and words[k - 1] == ","
            return age or words[k + 1 : k + 2] == ["who"]
        if words[k] == ",":
            return words[k + 1] in _OPENS_SET_OFF and (
                page.capital(k - 1) and k - 2 >= first - 1 and (page.capital(first) and k - first <= 6)
            )
    return False


def _speaker(
    page: Page,
    v: int,
    start: int,
    stop: int,
    names: tuple[str, ...],
    first: int,
    end: int,
    language: Language,
    *,
    whole: bool,
) -> Speaker:
    words = page.words
    pronoun = words[start] in PRONOUNS
    bare = (
        bool(names)
        and len(names) == 1
        and names[0].lower().split()[-1] in BARE
        and not any(page.capital(i) for i in range(start + 1, stop))
    )
    if pronoun:
        names = ()
    person = (
        pronoun
        and words[start] in PERSON_PRONOUNS
        or words[stop - 1] in PERSONS
        or sum(page.capital(i) for i in range(start, stop)) >= 2
    )
    scope = first if whole else v
    if whole and start - 1 > first and words[start - 1] == "," and words[start - 2] in _JOINS_VERBS:
        scope = start - 2  # "He has three sons and, he claimed, …"
    elif not whole:
        end = _own_clause(page, v, end, language)
    if words[v] in _WANTING and ";" in words[v:end]:
        end = words.index(";", v)
    own = words[start] in FIRST_PERSON
    bare = bare or words[start] in _POSSESSIVES  # "its survey"
    return Speaker(names, v, scope, end, leans=pronoun or bare, person=person, noun=(start, stop), own=own)


def _own_clause(page: Page, v: int, end: int, language: Language) -> int:
    """Return where what is reported ends, before a second verb: "reported four deaths and closed the file"."""
    words = page.words
    if not (words[v + 1 : v + 2] and (words[v + 1][0].isdecimal() or words[v + 1] in language.numbers)):
        return end
    for i in range(v + 2, end - 1):
        if words[i] in _JOINS_VERBS and _is_past(words[i + 1], language):
            return i
        if _is_past(words[i], language) or words[i] in WALL:
            break
    return end


def _is_past(word: str, language: Language) -> bool:
    return word in language.verbs or word.endswith("ed") and len(word) > 4

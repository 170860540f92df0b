"""Phrases that name whose word a figure is: "according to", "the commission's figure", "по данным"."""

from __future__ import annotations

from claims.extraction.attribution.clauses import apposed_name, person_behind, told_of
from claims.extraction.attribution.documents_case import STATED
from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.speaker import BARE, PAPERS, SPEAKING, Speaker
from claims.extraction.attribution.subjects import subject_of
from claims.extraction.languages import endings_of, mapping_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_REACHING = words_of("attribution", "reaching")
_WHOSE_WORDS = words_of("attribution", "whose_words")
_WHOM_WORDS = words_of("attribution", "whom_words")
_WHOM_OR_THEM = words_of("attribution", "whom_or_them")
_OF_OR_THE = words_of("attribution", "of_or_the")
_WORDS_OF_PERSON = words_of("attribution", "words_of_person")
_PERIOD_WORDS = words_of("attribution", "period_words")
_OUR_WORDS = words_of("attribution", "our_words")
_QUALIFIED_ENDS = endings_of("attribution", "qualified_ends")
_AGENT = words_of("attribution", "agent")
_ONE_OF = mapping_of("attribution", "one_of")
_OF_THOSE = words_of("attribution", "of_those")
_ON = words_of("attribution", "on_whose")
_POSSESSIVES = words_of("attribution", "possessives")
_OWN_BEFORE = 3  # tokens from "its" to "forecast": "its own inflation forecast"


def according(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "according to the harbour master, Ott Lind" and "по предварительным данным мэрии" from token i."""
    words = page.words
    k, parts = _phrase(page, i, end, language)
    if not parts:
        return None
    if k - i > len(parts) and words[i + 1] in _OUR_WORDS:
        return Speaker((), i, i, end, reaches=False, own=True)  # "по нашим подсчётам"
    if len(parts) == 3 and parts[1] in _WHOSE_WORDS:
        return Speaker((), i, first, end, leans=True, person=parts[2] in _WORDS_OF_PERSON)
    if words[k] in STATED:
        return None  # "в докладе приводятся цифры"
    if parts == ("per",) or (parts == ("данные",) and not page.capital(k)):
        return None
    stop = noun_phrase(page, k, end, language)
    if language.case:
        behind, person = person_behind(page, stop, end, language, oblique=True)
    else:
        behind, person = stop, ()
    if behind == k:
        return None
    names = person + names_in(page, k, stop, language, oblique=language.case)
    stop = behind
    if words[k] in _ONE_OF and words[k + 1 : k + 2] and words[k + 1] in _OF_THOSE:
        stop = noun_phrase(page, k + 2, end, language)
        names = (
            (f"{_ONE_OF[words[k]]} {page.typed(k + 1, stop)}",) if stop > k + 2 else ()
        )  # "по словам одного из жителей"
    if not language.case and words[stop - 1] in PAPERS:
        names = _agent(page, stop, end, language) or names
    return (
        _source(page, i, k, stop, names, first, end, language, reaches=parts[0] in _REACHING)
        if names
        else None
    )


def _phrase(page: Page, i: int, end: int, language: Language) -> tuple[int, tuple[str, ...]]:
    """Return the token behind the phrase that begins at token i, and its words; an adjective may stand within."""
    words = page.words
    qualified = language.case and i + 3 < end and words[i + 1].endswith(_QUALIFIED_ENDS)
    for parts in language.according[words[i]]:
        k = i + len(parts)
        if tuple(words[i:k]) == parts and k < end:
            return k, parts
        if qualified and len(parts) == 2 and parts[1] == words[i + 2]:
            return i + 3, parts  # "по предварительной оценке мэрии"
    return i, ()


def _source(
    page: Page,
    i: int,
    k: int,
    stop: int,
    names: tuple[str, ...],
    first: int,
    end: int,
    language: Language,
    *,
    reaches: bool,
) -> Speaker:
    """Return the source named at tokens [k, stop), with the name set off behind its office."""
    words = page.words
    comma, person = (stop, ()) if language.case else apposed_name(page, stop, end, language)
    about = told_of(page, comma, end, spoken=False)
    if i == first and "," in words[comma + 1 : about]:
        about = words.index(",", comma + 1)
    office = any(page.capital(j) for j in range(k + 1, stop))
    bare = not person and len(names) == 1 and names[0].split()[-1].lower() in BARE and not office
    return Speaker(
        names + person,
        i,
        first,
        end,
        leans=bare or words[k] in _WHOM_OR_THEM,
        person=words[k] in _WHOM_WORDS or bool(person) or _is_person(page, k, stop),
        reaches=reaches,
        noun=(k, about) if about > comma else (0, 0),
    )


def possessive(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "the commission's figure of 88 per cent" as the commission's word."""
    start = i
    while (
        start > first
        and i - start < 5
        and (
            page.capital(start - 1)
            and page.words[start - 1] not in language.stop
            or page.words[start - 1] in _OF_OR_THE
        )
        and page.words[start - 1].isalpha()
    ):
        start -= 1
    names = names_in(page, start, i + 1, language)
    if page.words[i].removesuffix("'s") in _PERIOD_WORDS:
        return None  # "last year's survey"
    if (
        names
        and start > first
        and (page.words[start - 1] in _AGENT or start - 1 == first and page.words[first] in _ON)
    ):
        return Speaker(names, i, first, end, reaches=False)  # "9,000, by the union's count"
    return Speaker(names, i, i, end, reaches=False, noun=(start, i + 1)) if names else None


def own_count(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "the ministry cut its estimate to 29 million": whoever changes a count of its own says the new one."""
    words = page.words
    its = next(
        (k for k in range(i - 1, max(first + 1, i - _OWN_BEFORE - 1), -1) if words[k] in _POSSESSIVES), -1
    )
    if its < 0 or not any(word[0].isdecimal() or word in language.numbers for word in words[i + 1 : end]):
        return None
    verb = words[its - 1]
    if not (verb in language.verbs or verb.endswith("ed") or verb in language.words["changes"]):
        return None
    start, stop, names = subject_of(page, its - 1, first, language)
    return Speaker(names, its - 1, its, end, reaches=False, noun=(start, stop)) if names else None


def counted_by(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "4,000 marchers by police estimates" and "on the union's count" by the count at token i."""
    words = page.words
    at = next((k for k in range(i - 1, max(first, i - _OWN_BEFORE - 1), -1) if words[k] in _ON), -1)
    if at < first + 1 or not any(words[k] in SPEAKING or page.capital(k) for k in range(at + 1, i)):
        return None
    names = names_in(page, at + 1, i, language)
    return Speaker(names, i, first, end, reaches=False) if names else None


def giving(page: Page, v: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "the ministry gave a figure of 94"."""
    start, stop, names = subject_of(page, v, first, language)
    return Speaker(names, v, v, end, noun=(start, stop)) if names else None


def _is_person(page: Page, first: int, end: int) -> bool:
    """Tell whether a noun phrase ends with two words in capitals, as "Colonel Ivan Petrov" does."""
    return end - first >= 2 and all(page.capital(i) and page.words[i].isalpha() for i in (end - 1, end - 2))


def _agent(page: Page, i: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the name of "figures seen by the Morning Post" from the token after the figures."""
    for k in range(i, min(i + 4, end - 1)):
        if page.words[k] in _AGENT:
            return names_in(page, k + 1, noun_phrase(page, k + 1, end, language), language)
    return ()

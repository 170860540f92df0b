"""Find the speakers of one sentence: verbs of saying with their subjects, and "according to"."""

from __future__ import annotations

from itertools import compress

from claims.extraction.attribution import quoted, saying_case
from claims.extraction.attribution.according import according, counted_by, giving, own_count, possessive
from claims.extraction.attribution.clauses import gapped
from claims.extraction.attribution.documents_case import SOURCES, STATED, source, stated
from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.saying import saying
from claims.extraction.attribution.speaker import BE, Speaker
from claims.extraction.attribution.unsaid import LISTING, POINTING
from claims.extraction.languages import LANGUAGES, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

REVISED = words_of("attribution", "revised")
REVISING = words_of("attribution", "revising")
_JOINS_CLAUSES = words_of("attribution", "joins_clauses", signs="; ,")
_SAYING_FORMS = words_of("attribution", "saying_forms")
_PUT_FORMS = words_of("attribution", "put_forms")
_GIVING = words_of("attribution", "giving")
_MAKING = words_of("attribution", "making")
_AGENT = words_of("attribution", "agent")
_COUNTS = words_of("attribution", "counts")


def find(page: Page, first: int, end: int, language: Language) -> list[Speaker]:
    """Return the speakers of the sentence [first, end), in their order."""
    words, openers = page.words, _OPENERS[language.code]
    near: list[str] = words[first:end]
    found: list[Speaker] = []
    if openers.isdisjoint(near):
        one = quoted.beside(page, first, end, language)
        return [one] if one else found
    opens = list(compress(range(first, end), map(openers.__contains__, near)))
    if not _COUNTS.isdisjoint(near):
        owners = {k for i in opens if words[i] in _COUNTS for k in (i - 2, i - 1) if k >= first}
        opens = sorted(owners.union(opens))
    for i in opens:
        one = _of_phrase(page, i, first, end, language)
        if one:
            found.append(one)
        elif words[i] in STATED:
            one = stated(page, i, first, end, language)
            if one and not (found and found[-1].at == one.noun[0]):
                found.append(one)
        elif (
            words[i] in language.said
            or words[i] in LISTING
            or words[i] in POINTING
            and words[i + 1 : i + 2] == ["out"]
        ):
            found += _of_verb(page, i, first, end, language, found)
    if not found:
        one = quoted.beside(page, first, end, language)
        return [one] if one else found
    return _share(page, found)


def _of_phrase(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Return the speaker whom a phrase at token i names without a verb of saying."""
    words, word = page.words, page.words[i]
    if word in language.according:
        one = according(page, i, first, end, language)
        if one:
            return one
    if word.endswith("'s") and i + 2 < end and not _COUNTS.isdisjoint(words[i + 1 : i + 3]):
        return possessive(page, i, first, end, language)
    if word in REVISED and i > first and words[i - 1] in REVISING:
        return saying_case.subject(page, i - 1, first, end, language)  # "ЦБ повысил прогноз до 9 %"
    if word in SOURCES:
        return source(page, i, first, end, language)
    if word in _COUNTS:
        if i - 2 > first and words[i - 2] in _GIVING:
            return giving(page, i - 2, first, end, language)
        return own_count(page, i, first, end, language) or counted_by(page, i, first, end, language)
    if word in _MAKING and words[i + 1 : i + 2] == ["it"] and i > first:
        return giving(page, i, first, end, language)  # "the regulator makes it 61 per cent"
    return None


def _of_verb(
    page: Page, v: int, first: int, end: int, language: Language, found: list[Speaker]
) -> list[Speaker]:
    """Return the speaker of a verb of saying; of "adding" and "warning" it is the one who has just spoken."""
    if found and page.words[v] in _SAYING_FORMS:
        return [found[-1]._replace(at=v, first=v, end=end)]
    if page.words[v] in _PUT_FORMS and v > first and page.words[v - 1] in BE:
        return _passive(page, v, end, language)
    speaker = saying(page, v, first, end, language)
    if not speaker:
        return []
    others = gapped(page, speaker, language)
    if others:
        speaker = speaker._replace(end=others[0].first)
        others = [
            one._replace(end=other.first) for one, other in zip(others, others[1:], strict=False)
        ] + others[-1:]
    return [speaker, *others]


_OPENERS = {  # every word by which a speaker can be found, by language
    code: language.said.union(
        language.according, _COUNTS, LISTING, POINTING, _MAKING, REVISED, SOURCES, STATED
    )
    for code, language in LANGUAGES.items()
}


def _passive(page: Page, v: int, end: int, language: Language) -> list[Speaker]:
    """Read "was put at 52 by the union and at 31 by the company": each number is its own speaker's."""
    found, begin = [], v
    for i in range(v + 2, end):
        if page.words[i] in _AGENT and page.words[i + 1 : i + 2]:
            stop = noun_phrase(page, i + 1, end, language)
            names = names_in(page, i + 1, stop, language)
            if names:
                found.append(Speaker(names, i, begin, i, noun=(i + 1, stop)))
            begin = stop
    return found


def _share(page: Page, found: list[Speaker]) -> list[Speaker]:
    """Where a speaker stands behind what it says and another before, let each keep its own part."""
    kept: list[Speaker] = []
    for one in found:
        if kept and one.names == kept[-1].names and one.first >= kept[-1].first and one.end <= kept[-1].end:
            continue
        last = kept[-1] if kept else None
        cut = _cut(page, last, one) if last else -1
        if last and last.at == last.first == one.first and last.end == one.end and _begins_clause(page, one):
            cut = one.at - 1  # "by the police's estimate 12,000 came, by the union's 40,000"
        if last and cut >= 0:
            kept[-1] = last._replace(end=min(last.end, cut))
            one = one._replace(first=max(one.first, cut + 1))
        elif (
            last
            and last.first == last.at
            and one.first == one.at
            and one.noun[0] > last.at
            and page.words[one.noun[0] - 1] in _JOINS_CLAUSES
        ):
            kept[-1] = last._replace(end=one.noun[0])
        kept.append(one)
    return kept


def _begins_clause(page: Page, one: Speaker) -> bool:
    """Tell whether "according to" opens a clause of its own with a number in it."""
    words = page.words
    own = words[one.at + 1 : one.end]
    return words[one.at - 1] in _JOINS_CLAUSES and any(word[0].isdecimal() for word in own)


def _cut(page: Page, last: Speaker, one: Speaker) -> int:
    """Return the semicolon between two speakers, -1 for none: each speaks for its own side."""
    words = page.words
    return next((i for i in range(max(one.at, last.at), min(one.at, last.at), -1) if words[i] == ";"), -1)

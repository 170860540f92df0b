"""Find the speakers of one sentence: verbs of saying with their subjects, and "according to"."""

from __future__ import annotations

from itertools import compress

from claims.extraction.attribution.clauses import apposed_name, gapped, person_behind, told_of
from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.saying import saying
from claims.extraction.attribution.speaker import BARE, BE, PAPERS, Speaker
from claims.extraction.attribution.subjects import subject_of
from claims.extraction.languages import LANGUAGES, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_REACHING = words_of("attribution", "reaching")
_WHOSE_WORDS = words_of("attribution", "whose_words")
_WHOM_WORDS = words_of("attribution", "whom_words")
_WHOM_OR_THEM = words_of("attribution", "whom_or_them")
_OF_OR_THE = words_of("attribution", "of_or_the")
_WORDS_OF_PERSON = words_of("attribution", "words_of_person")
_PERIOD_WORDS = words_of("attribution", "period_words")
_JOINS_CLAUSES = words_of("attribution", "joins_clauses", signs="; ,")
_SAYING_FORMS = words_of("attribution", "saying_forms")
_PUT_FORMS = words_of("attribution", "put_forms")
_GIVING = words_of("attribution", "giving")
_AGENT = words_of("attribution", "agent")
_COUNTS = words_of("attribution", "counts")


def find(page: Page, first: int, end: int, language: Language) -> list[Speaker]:
    """Return the speakers of the sentence [first, end), in their order."""
    words, openers = page.words, _OPENERS[language.code]
    near, found = words[first:end], []
    if openers.isdisjoint(near):
        return []
    starts, said = language.according, language.said
    opens = list(compress(range(first, end), map(openers.__contains__, near)))
    owners = {k for i in opens if words[i] in _COUNTS for k in (i - 2, i - 1) if k >= first}
    for i in sorted(owners.union(opens)):
        if words[i] in starts:
            speaker = _according(page, i, first, end, language)
            if speaker:
                found.append(speaker)
                continue
        if words[i].endswith("'s") and i + 2 < end and not _COUNTS.isdisjoint(words[i + 1 : i + 3]):
            speaker = _possessive(page, i, first, end, language)
            if speaker:
                found.append(speaker)
                continue
        if words[i] in _COUNTS and i - 2 > first and words[i - 2] in _GIVING:
            found += _giving(page, i - 2, first, end, language)
        elif words[i] in said:
            found += _of_verb(page, i, first, end, language, found)
    return _share(page, found)


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
    code: language.said.union(language.according, _COUNTS) for code, language in LANGUAGES.items()
}


def _giving(page: Page, v: int, first: int, end: int, language: Language) -> list[Speaker]:
    """Read "the ministry gave a figure of 94"."""
    start, stop, names = subject_of(page, v, first, language)
    return [Speaker(names, v, v, end, noun=(start, stop))] if names else []


def _possessive(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    """Read "the commission's figure of 88 per cent" as the commission's word."""
    start = i
    while (
        start > first
        and i - start < 5
        and (page.capital(start - 1) or page.words[start - 1] in _OF_OR_THE)
        and page.words[start - 1].isalpha()
    ):
        start -= 1
    names = names_in(page, start, i + 1, language)
    if page.words[i].removesuffix("'s") in _PERIOD_WORDS:
        return None  # "last year's survey"
    if names and start > first and page.words[start - 1] in _AGENT:
        return Speaker(names, i, first, end, reaches=False)  # "9,000, by the union's count"
    return Speaker(names, i, i, end, reaches=False, noun=(start, i + 1)) if names else None


def _is_person(page: Page, first: int, end: int) -> bool:
    """Tell whether a noun phrase ends with two words in capitals, as "Colonel Ivan Petrov" does."""
    return end - first >= 2 and all(page.capital(i) and page.words[i].isalpha() for i in (end - 1, end - 2))


def _agent(page: Page, i: int, end: int, language: Language) -> tuple[str, ...]:
    """Return the name of "figures seen by the Morning Post" from the token after the figures."""
    for k in range(i, min(i + 4, end - 1)):
        if page.words[k] in _AGENT:
            return names_in(page, k + 1, noun_phrase(page, k + 1, end, language), language)
    return ()


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


def _according(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    words = page.words
    for parts in language.according[words[i]]:
        k = i + len(parts)
        if tuple(words[i:k]) != parts or k >= end:
            continue
        if len(parts) == 3 and parts[1] in _WHOSE_WORDS:
            return Speaker((), i, first, end, leans=True, person=parts[2] in _WORDS_OF_PERSON)
        if parts == ("per",) or (parts == ("данные",) and not (k < end and page.capital(k))):
            return None
        stop = noun_phrase(page, k, end, language)
        behind, person = (
            person_behind(page, stop, end, language, oblique=True) if language.case else (stop, ())
        )
        if behind == k:
            return None
        names = person + names_in(page, k, stop, language, oblique=language.case)
        stop = behind
        if not language.case and words[stop - 1] in PAPERS:
            names = _agent(page, stop, end, language) or names
        if not names:
            return None
        comma, person = (stop, ()) if language.case else apposed_name(page, stop, end, language)
        names += person
        about = told_of(page, comma, end, spoken=False)
        if i == first and "," in words[comma + 1 : about]:
            about = words.index(",", comma + 1)
        office = any(page.capital(j) for j in range(k + 1, stop))
        bare = len(names) == 1 and names[0].split()[-1].lower() in BARE and not office
        reach = parts[0] in _REACHING
        start = first
        if parts in (("figures", "from"), ("data", "from")):
            start = first
        return Speaker(
            names,
            i,
            start,
            end,
            leans=bare or words[k] in _WHOM_OR_THEM,
            person=words[k] in _WHOM_WORDS or _is_person(page, k, stop),
            reaches=reach,
            noun=(k, about) if about > comma else (0, 0),
        )
    return None

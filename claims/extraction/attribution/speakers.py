"""Find the speakers of one sentence: verbs of saying with their subjects, and "according to"."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in, noun_phrase
from claims.extraction.attribution.saying import saying
from claims.extraction.attribution.speaker import BARE, Speaker
from claims.extraction.languages import LANGUAGES, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_REACHING = words_of("attribution", "reaching")
_WHOSE_WORDS = words_of("attribution", "whose_words")
_WHOM_WORDS = words_of("attribution", "whom_words")
_WHOM_OR_THEM = words_of("attribution", "whom_or_them")
_OF_OR_THE = words_of("attribution", "of_or_the")
_JOINS_CLAUSES = words_of("attribution", "joins_clauses", signs="; ,")
_COUNTS = words_of("attribution", "counts")


def find(page: Page, first: int, end: int, language: Language) -> list[Speaker]:
    """Return the speakers of the sentence [first, end), in their order."""
    words, openers = page.words, _OPENERS[language.code]
    near, found = words[first:end], []
    if openers.isdisjoint(near):
        return []
    starts, said = language.according, language.said
    opens = [i for i, word in enumerate(near, first) if word in openers or word[-2:] == "'s"]
    for i in opens:
        word = words[i]
        if word in starts:
            speaker = _according(page, i, first, end, language)
            if speaker:
                found.append(speaker)
                continue
        if word.endswith("'s") and i + 2 < end and (words[i + 1] in _COUNTS or words[i + 2] in _COUNTS):
            speaker = _possessive(page, i, first, end, language)
            if speaker:
                found.append(speaker)
                continue
        if word in said:
            speaker = saying(page, i, first, end, language)
            if speaker:
                found.append(speaker)
    return _share(page, found)


_OPENERS = {  # every word by which a speaker can be found, by language
    code: language.said.union(language.according, _COUNTS) for code, language in LANGUAGES.items()
}


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
    return Speaker(names, i, i, end, reaches=False, noun=(start, i + 1)) if names else None


def _share(page: Page, found: list[Speaker]) -> list[Speaker]:
    """Where a speaker stands behind what it says and another before, let each keep its own part."""
    kept: list[Speaker] = []
    for one in found:
        if kept and one.names == kept[-1].names:
            continue
        last = kept[-1] if kept else None
        if (
            last
            and last.first == last.at
            and one.first == one.at
            and one.noun[0] > last.at
            and page.words[one.noun[0] - 1] in _JOINS_CLAUSES
        ):
            kept[-1] = last._replace(end=one.noun[0])
        kept.append(one)
    return kept


def _according(page: Page, i: int, first: int, end: int, language: Language) -> Speaker | None:
    words = page.words
    for parts in language.according[words[i]]:
        k = i + len(parts)
        if tuple(words[i:k]) != parts or k >= end:
            continue
        if len(parts) == 3 and parts[1] in _WHOSE_WORDS:
            return Speaker((), i, first, end, leans=True, person=parts[1] != "их")
        if parts == ("per",) or (parts == ("данные",) and not (k < end and page.capital(k))):
            return None
        stop = noun_phrase(page, k, end, language)
        if stop == k:
            return None
        names = names_in(page, k, stop, language, oblique=language.case)
        if not names:
            return None
        bare = len(names) == 1 and names[0].split()[-1].lower() in BARE
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
            person=words[k] in _WHOM_WORDS,
            reaches=reach,
        )
    return None

"""Names in front of a line's colon: whoever speaks the line, in an interview, a log or a list of papers."""

from __future__ import annotations

from claims.extraction.attribution.names import names_in
from claims.extraction.attribution.speaker import BARE
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_NOT_A_LABEL = words_of("attribution", "not_a_label")
_SMALL_WORDS = words_of("attribution", "small_words", signs="- ' & .")
_OFFICES = words_of("attribution", "offices")
_BULLETS = frozenset("•▪●■◦*-–—·")
MAX_LABEL = 12  # tokens before the colon


def label_of(page: Page, i: int, language: Language) -> tuple[str, ...]:
    """Return who speaks the line of token i by the name before its colon: "Ida Lund, foreman: we are twelve".

    That name is a person's, that of an office or a body, or any name in front of a quotation; other words
    before a colon ("Turnout in Cape Lowe: 71 per cent") speak of the figure, not for it.
    """
    words = page.words
    first, _ = page.paragraph(i)
    if ":" not in words[first : min(i, first + MAX_LABEL + 2)]:
        return ()
    start = first + (words[first] in _BULLETS)
    if page.words[start][0].isdecimal() and not page.words[start].isdecimal():
        start += 1  # the hour of a live report
    until = min(i, start + MAX_LABEL, page.sentence(start)[1])
    line = words[start:until]
    if ":" not in line:
        return ()
    k = start + line.index(":")
    if k <= start or words[k - 1] in _NOT_A_LABEL or not page.capital(start):
        return ()
    if i == k + 1 and not _is_person(page, start, k):
        return ()  # "Province of Vell: 12 dead"
    comma = next((j for j in range(start, k) if words[j] == ","), k)
    quoted = words[k + 1] == '"' and '"' not in words[k + 2 : i]
    if comma < k and words[comma + 1][0].isdecimal() and not quoted:
        return ()  # "Tom Fisk, 51: speeding"
    pieces = [(start, comma)] if comma == k else [(start, comma), (comma + 1, k)]
    for begin, end in pieces:
        if _is_person(page, begin, end) or quoted and page.capital(begin) and _is_name(page, begin, end):
            return names_in(page, begin, end, language)
    if words[comma - 1] in BARE or words[comma - 1] in _OFFICES or quoted and comma == k:
        return names_in(page, start, comma, language)
    return ()


def _is_person(page: Page, first: int, end: int) -> bool:
    """Tell whether tokens are two to four words, all with capitals."""
    alpha = [j for j in range(first, end) if page.words[j].isalpha() and page.words[j] not in _SMALL_WORDS]
    return 2 <= len(alpha) <= 4 and all(page.capital(j) for j in alpha) and _is_name(page, first, end)


def _is_name(page: Page, first: int, end: int) -> bool:
    return first < end and all(
        page.capital(j) or page.words[j] in _SMALL_WORDS or not page.words[j].isalpha()
        for j in range(first, end)
    )

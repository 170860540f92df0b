"""What goes on from a figure just read with its verb or noun left out; `masks` and `not_figures` ask both."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_ARTICLE = words_of("licences", "article")
_OTHERS = words_of("licences", "others")
_JOINS = words_of("licences", "joins", signs=", ; (")
_GAP_ENDS = words_of("licences", "joins").union(
    words_of("licences", "gap_ends"), '. , ; : ) ? ! " \n ]'.split(" ")
)
_PLACES = words_of("licences", "of_place")
_WHOSE = words_of("licences", "whose_gap")
_NEAR = 18  # tokens looked back over for the figure


def figure_since(page: Page, first: int) -> bool:
    """Tell whether a figure was read at token `first` or after it."""
    last = page.memo.get("figure", -1)
    return isinstance(last, int) and last >= first


def is_gap(page: Page, i: int, after: str, language: Language) -> bool:
    """Read "took 11 seats, Labour seven and the Greens 12": the verb is left out before the number at token i."""
    words, k = page.words, i - 1
    first, _ = page.sentence(i)
    if k <= first or words[k] in language.heads or after not in _GAP_ENDS:
        return False
    if not figure_since(page, max(first, k - _NEAR)):
        return False
    if words[k] in _WHOSE or words[k].endswith("'s"):
        return words[k - 1] in _JOINS  # "her list won 14 seats, his nine"
    if not words[k].isalpha() or words[k] in language.stop:
        return False
    begins = k - 1
    while begins > first and k - begins < 3 and page.capital(begins) and words[begins].isalpha():
        begins -= 1
    if words[begins] in _PLACES and begins > first:
        return words[begins - 1] in _JOINS  # ", on Tuesday 12"
    if words[begins] in _ARTICLE and words[k] not in _OTHERS:
        begins -= 1
    elif not page.capital(k) and not is_plural(words[k], language) or words[k] in _OTHERS:
        return False
    return words[begins] in _JOINS

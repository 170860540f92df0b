"""What goes on from a figure just read with its verb or noun left out; `masks` and `not_figures` ask both."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_plural
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.lists import is_of_list, is_of_rows
from claims.extraction.page import Page

_ARTICLE = words_of("licences", "article")
_OTHERS = words_of("licences", "others")
_JOINS = words_of("licences", "joins", signs=", ; (")
_GAP_ENDS = words_of("licences", "joins").union(
    words_of("licences", "gap_ends"), '. , ; : ) ? ! " \n ] ('.split(" ")
)
_PLACES = words_of("licences", "of_place")
_WHOSE = words_of("licences", "whose_gap")
_AGAINST = words_of("licences", "against")
_TALLIED = words_of("licences", "tallied") | words_of("licences", "results")
_TALLIED_OTHERS = words_of("licences", "tallied_others")
_BETWEEN = words_of("licences", "and", signs=", ;")
_ROW_CLOSES = frozenset(".;\n)")
_NAME = 4  # words a name has at most
_PAIRS = 8  # names with their numbers looked at
_NEAR = 18  # tokens looked back over for the figure


def figure_since(page: Page, first: int) -> bool:
    """Tell whether a figure was read at token `first` or after it."""
    last = page.memo.get("figure", -1)
    return isinstance(last, int) and last >= first


def is_result(page: Page, i: int, after: str, language: Language) -> bool:
    """Read "Seats: Union 61, Reform 22" and "Labour 40, Greens 12, Liberals 7": names, each with its number."""
    words, (first, end) = page.words, page.sentence(i)
    k, pairs = _name_starts(page, i - 1, first, language), 1
    if k < 0 or after not in _GAP_ENDS:
        return False
    while (
        pairs < _PAIRS and k - 2 > first and words[k - 1] in _BETWEEN and _is_amount(words[k - 2], language)
    ):
        begins = _name_starts(page, k - 3, first, language)
        if begins < 0:
            break
        k, pairs = begins, pairs + 1
    if k > first and words[k - 1] == ":":
        head = words[max(page.sentence(k - 1)[0], k - 6) : k - 1]
        return not _TALLIED.isdisjoint(head)
    numbers = [words[i]]
    j = i + 1
    while pairs < _PAIRS and j + 2 < end and words[j] in _BETWEEN:
        at = next((n for n in range(j + 2, min(j + 5, end)) if _is_amount(words[n], language)), -1)
        if at < 0 or _name_starts(page, at - 1, j, language) != j + 1:
            break
        numbers.append(words[at])
        j, pairs = at + 1, pairs + 1
    large = any(word.isdecimal() and len(word) > 1 for word in (*numbers, *words[k:i]))
    return pairs > 2 and k == first and large and (j >= end or words[j] in _ROW_CLOSES)


def _name_starts(page: Page, at: int, first: int, language: Language) -> int:
    """Return where the name that ends at token `at` begins, -1 where none does."""
    words, k = page.words, at
    if at < first:
        return -1
    if words[at] in _TALLIED_OTHERS:
        return at
    while k >= first and at - k < _NAME and words[k].isalpha() and page.capital(k):
        if words[k] in language.heads or words[k] in language.months or words[k] in language.weekdays:
            return -1
        k -= 1
    return k + 1 if k < at else -1


def _is_amount(word: str, language: Language) -> bool:
    return word.isdecimal() and len(word) < 8 or language.numbers.get(word, ("",))[0] == "n"


def is_gap(page: Page, i: int, after: str, language: Language) -> bool:
    """Read "took 11 seats, Labour seven and the Greens 12": the verb is left out before the number at token i."""
    words, k = page.words, i - 1
    first, _ = page.sentence(i)
    if is_result(page, i, after, language) or is_of_list(page, i, language) or is_of_rows(page, i, language):
        return True
    if k <= first or words[k] in language.heads or after not in _GAP_ENDS:
        return False
    if not figure_since(page, max(first, k - _NEAR)):
        return False
    if words[k] in _WHOSE or words[k].endswith("'s"):
        return words[k - 1] in _JOINS or words[k - 1] in _AGAINST  # "her list won 14 seats, his nine"
    if not words[k].isalpha() or words[k] in language.stop:
        return False
    begins = k - 1
    while begins > first and k - begins < 3 and page.capital(begins) and words[begins].isalpha():
        begins -= 1
    begins -= words[begins] in _ARTICLE and begins - 1 > first and words[begins - 1] in _PLACES
    if words[begins] in _PLACES and begins > first:
        return words[begins - 1] in _JOINS  # ", on Tuesday 12"
    if words[begins] in _ARTICLE and words[k] not in _OTHERS:
        begins -= 1
    elif not page.capital(k) and not is_plural(words[k], language) or words[k] in _OTHERS:
        return False
    return words[begins] in _JOINS

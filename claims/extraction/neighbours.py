"""What stands beside a token: the small questions that `masks` and `not_figures` share."""

from __future__ import annotations

from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_MEASURED = words_of("reading", "measured")
_VERB_ENDS = endings_of("reading", "verb_ends")
Mask = tuple[int, int, str]  # tokens [first, end) and the reason


DASHES = frozenset("-–—")


def code_end(page: Page, i: int) -> int:
    """Return the token after a code: digits, letters and dashes that run on without a space."""
    words, j = page.words, i + 1
    while (
        j < len(words)
        and page.glued(j)
        and (
            words[j][0].isalnum()
            or (
                words[j] in "-–/._" and j + 1 < len(words) and page.glued(j + 1) and words[j + 1][0].isalnum()
            )
        )
    ):
        j += 1
    return j


def noun_follows(page: Page, i: int, language: Language) -> bool:
    """Tell whether a counted noun stands after the digits, so that they count it."""
    j = i + 1
    if j >= len(page.words):
        return False
    word = page.words[j]
    if (
        not word.isalpha()
        or word in language.stop
        or word in language.verbs
        or page.capital(j)
        or word in language.months
    ):
        return False
    if word.endswith(_VERB_ENDS):
        return False
    if language.case:
        return not is_verb(word)
    return not word.endswith("ed") or word in language.nouns


def counted_group(page: Page, end: int, language: Language) -> bool:
    return noun_follows(page, end - 1, language) or (
        end < len(page.words) and (page.words[end] in language.units or page.words[end] in "%$€£₽")
    )


def measured(page: Page, j: int, language: Language) -> bool:
    word = page.words[j] if j < len(page.words) else ""
    return (
        word in language.units
        or word in "%$€£₽"
        and bool(word)
        or word in language.numbers
        or word in language.suffixes
        or word in _MEASURED
        or word in language.currencies
    )


def is_decimal(page: Page, i: int, language: Language) -> bool:
    """Tell whether bare digits behind a point are its places and measured: ".5 per cent", not the ".45" of a pistol."""
    return (
        page.words[i].isdecimal()
        and page.glued(i)
        and not (i > 1 and page.glued(i - 1))
        and measured(page, i + 1, language)
    )


def is_headline(page: Page, i: int) -> bool:
    """Tell whether most words of the line are capitals, so that a capital says nothing.

    A sentence of many names is no headline: it has small words, and it ends in a full stop.
    """
    first, end = page.sentence(i)
    known: bool | None = page.memo.get(("headline", first))
    if known is None:
        known = page.memo["headline", first] = not _stops(page, first, end) and _mostly_capitals(
            page, first, min(end, first + 60)
        )
    return known


def _stops(page: Page, first: int, end: int) -> bool:
    """Tell whether a sentence ends in a full stop, behind which a quotation mark can stand, and is not all capitals."""
    words, last = page.words, end - 1
    while last > first and words[last] in '\n"':
        last -= 1
    return words[last] == "." and not page.level[page.starts[first] : page.ends[last]].isupper()


def _mostly_capitals(page: Page, first: int, end: int) -> bool:
    """Tell whether there are more than three words of three letters or more, over 0.8 of them with a capital."""
    capitals = small = 0
    for k in range(first, end):
        word = page.words[k]
        if len(word) > 2 and word.isalpha():
            if page.capital(k):
                capitals += 1
            else:
                small += 1
                if small > (end - first) // 5:
                    return False  # too many already, whatever follows
    return capitals + small > 3 and capitals > 0.8 * (capitals + small)

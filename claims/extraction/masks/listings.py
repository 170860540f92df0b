"""Numbers of lists and notations: "Sat 14: Jazz", "RA 3h 12m", "12.Nf3", "nil-nil"."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES, Mask, noun_follows
from claims.extraction.page import Page

ASCENSION = words_of("masks", "ascension")
_HALF = words_of("masks", "half")
_AT_HALF = words_of("masks", "at_half")
_DECADES = words_of("masks", "decades")
_DAYS_OF_MONTH = 31
_AFTER_DAY = frozenset(":–—|")
_DOTS = frozenset(".…")
_PIECES = frozenset("kqrbnxabcdefgh")
_HOURS = frozenset("hms")


def day_of_listing(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Sat 14: Jazz" and "Fri 9, Sat 10:" as dates."""
    words, n = page.words, len(page.words)
    if not i or words[i - 1] not in language.weekdays or not words[i].isdecimal() or len(words[i]) > 2:
        return None
    if not 0 < int(words[i]) <= _DAYS_OF_MONTH or i + 1 >= n:
        return None
    row = words[i + 1] == "," and i + 2 < n
    row = row and (words[i + 2] in language.weekdays or words[i + 2][0].isdecimal() and "." in words[i + 2])
    return (i - 1, i + 1, "date") if row or words[i + 1] in _AFTER_DAY else None


def ascension(page: Page, i: int, language: Language) -> Mask | None:
    """Read "RA 3h 12m" as a place in the sky."""
    words, n = page.words, len(page.words)
    if not i or words[i - 1] not in ASCENSION or not page.capital(i - 1):
        return None
    k = i
    while k + 1 < n and k - i < 6 and words[k][0].isdecimal() and words[k + 1] in _HOURS:
        k += 2
    return (i, k, "address") if k > i else None


def chess_move(page: Page, i: int, language: Language) -> Mask | None:
    """Read "12.Nf3" and "24...Rxh2"."""
    words, n, k = page.words, len(page.words), i + 1
    while k < n and k - i < 4 and words[k] in _DOTS and page.glued(k):
        k += 1
    if k == i + 1 or k + 1 >= n or not page.glued(k + 1):
        return None
    piece = words[k]
    if not page.glued(k) and page.capital(k) and len(piece) == 1:
        return None  # "lost 40. A4 paper is dear"; "1. e4" and "3. Nf3" are moves
    if len(piece) > 3 or not _PIECES.issuperset(piece) or not words[k + 1].isdecimal():
        return None
    return (i, k + 2, "name") if len(words[k + 1]) == 1 else None


def score_in_words(page: Page, i: int, language: Language) -> Mask | None:
    """Read "nil-nil" and "two-one to Rovers" as scores; "two-three days" is a range."""
    words, numbers = page.words, language.numbers
    if language.case or i + 2 >= len(words) or words[i + 1] not in DASHES:
        return None
    if not (page.glued(i + 1) and page.glued(i + 2)):
        return None
    kind, value = numbers.get(words[i], ("", 0))
    if words[i + 2] in _DECADES and kind == "n":
        return i, i + 3, "date"  # "the nineteen-fifties"
    second, goals = numbers.get(words[i + 2], ("", 0))
    if (kind, second) != ("n", "n") or value >= 20 or goals >= 60 or noun_follows(page, i + 2, language):
        return None
    after = words[i + 3] if i + 3 < len(words) else "."
    if 1 <= value <= 12 and 10 < goals < 60 and not goals % 5:
        return i, i + 3, "time"  # "the six-thirty"
    scored = goals < 20 and after not in DASHES and after not in language.units
    return (i, i + 3, "not_a_claim") if scored else None


def half_hour(page: Page, i: int, language: Language) -> Mask | None:
    """Read "at half five" as a time."""
    words = page.words
    if words[i] not in _HALF or i + 1 >= len(words) or not i or words[i - 1] not in _AT_HALF:
        return None
    kind, hour = language.numbers.get(words[i + 1], ("", 0))
    return (i, i + 2, "time") if kind == "n" and 1 <= hour <= 12 else None


def titled_digits(page: Page, i: int, language: Language) -> Mask | None:
    """Read '"99 Ways"' as a title: digits and capitals alone between quotation marks."""
    words = page.words
    if not i or words[i - 1] != '"' or not page.glued(i):
        return None
    close = next((k for k in range(i + 1, min(i + 7, len(words))) if words[k] == '"'), -1)
    inside = range(i + 1, close)
    if close < i + 2 or not all(words[k].isalpha() and page.capital(k) for k in inside):
        return None
    return i, close, "name"


def law_report(page: Page, i: int, language: Language) -> Mask | None:
    """Read "[2031] 2 CR 118" as the place of a judgment in the reports."""
    words = page.words
    if i < 3 or words[i - 1] != "]" or words[i - 3] != "[" or len(words[i - 2]) != 4:
        return None
    k = i + 1
    while k < len(words) and k - i < 6 and (words[k] == "." or words[k].isalpha() and page.capital(k)):
        k += 1
    return (i, k + 1, "law") if k > i + 1 and k < len(words) and words[k].isdecimal() else None

"""Telephone numbers."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.lists import is_of_rows
from claims.extraction.neighbours import Mask, counted_group, noun_follows
from claims.extraction.page import Page

_EXTENSIONS = words_of("masks", "extensions")
_PHONE = words_of("masks", "phone")


def telephone(page: Page, i: int, language: Language) -> Mask | None:
    """Read telephone numbers: groups of digits after "call", after "+", or one after the other."""
    words, end = page.words, i + 1
    if end < len(words) and (words[end] in "-()" or words[end][0].isdecimal()):
        end = _groups_end(page, i)
    elif words[i][0] != "0" and not _has_phone(page):
        return None
    if words[i][0] == "0" and words[i][1:2].isdecimal():
        return i, end, "identifier"
    if not words[i].replace(" ", "").replace("\xa0", "").isdecimal():
        return None
    if i and words[i - 1] in _EXTENSIONS:
        return i, end, "identifier"
    near = not _PHONE.isdisjoint(words[max(page.sentence(i)[0], i - 6) : i])
    groups = sum(word[0].isdecimal() for word in words[i:end]) if end > i + 1 else 1
    if groups > 1 and (near or _dialled(page, i)) and words[end - 1][0].isdecimal():
        return i, end, "identifier"
    if near and len(words[i]) >= 3 and not noun_follows(page, i, language):
        if words[i - 1] not in language.currencies:
            return i, end, "identifier"
    if (
        groups > 1
        and i + 1 < len(words)
        and words[i + 1][0].isdecimal()
        and not counted_group(page, end, language)
        and not is_of_rows(page, i, language)
    ):
        return i, end, "identifier"
    return None


def _has_phone(page: Page) -> bool:
    """Tell whether anything in the text speaks of telephones."""
    known: bool | None = page.memo.get("phone")
    if known is None:
        known = page.memo["phone"] = not _PHONE.isdisjoint(page.words)
    return known


def _groups_end(page: Page, i: int) -> int:
    """Return the token after the groups of digits that begin at token i."""
    words, n, end = page.words, len(page.words), i + 1
    while (
        end < n
        and end - i < 9
        and (
            words[end][0].isdecimal()
            or (words[end] in "-()" and end + 1 < n and words[end + 1][0].isdecimal())
        )
    ):
        end += 1
    return end


def _dialled(page: Page, i: int) -> bool:
    """Tell whether "+" stands before, or a bracket that goes on with a number or the word for one."""
    words = page.words
    if not i or words[i - 1] not in "+(":
        return False
    return words[i - 1] == "+" or (i > 1 and (words[i - 2] in _PHONE or words[i - 2][0].isdecimal()))

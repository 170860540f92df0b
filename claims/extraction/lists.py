"""Lists of labels, each with its number, side by side: "sold 412; left 488", "Orme 412, Vell 190, Sarn 144"."""

from __future__ import annotations

from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_BETWEEN = words_of("licences", "and", signs=", ; / |")
_BARE_HEADS = words_of("licences", "always_numbered")
_OPENS = frozenset(':;.\n"(•·–—-*|')
_ENDS = frozenset('.;)\n"')
_IN_LABEL = frozenset("()-'&.")
_SIDES = words_of("licences", "sides")
_ROW = 20  # tokens of a line that can be a row
_LABEL = 4  # words a label has at most
_PAIRS = 8  # pairs looked at to either side
_MANY = 3  # pairs that make a list
_LARGE = 100  # from which a number is no hour, age or score


def is_of_list(page: Page, i: int, language: Language) -> bool:
    """Tell "sold 412; left 488; lost 12" and "Orme 412, Vell 190, Sarn 144": three labels or more, each with a number.

    The number is the single token i.
    """
    words, k, (first, end) = page.words, i + 1, page.sentence(i)
    size, at = _number_at(page, i, language)
    if at < 0 or k < len(words) and words[k] not in _ENDS and words[k] not in _BETWEEN:
        return False
    begin = _label_before(page, i, first, language)
    if begin < 0:
        return False
    sizes, lasts = [size], {words[i - 1]}
    while len(sizes) < _PAIRS and begin - 2 >= first and words[begin - 1] in _BETWEEN:
        value, at = _number_at(page, begin - 2, language)
        start = _label_before(page, at, first, language) if at >= 0 else -1
        if start < 0:
            break
        sizes.append(value)
        lasts.add(words[at - 1])
        begin = start
    while len(sizes) < 2 * _PAIRS and k + 2 < end and words[k] in _BETWEEN:
        at = next(
            (j for j in range(k + 2, min(k + 2 + _LABEL, end)) if _number_at(page, j, language)[1] >= 0), -1
        )
        if at < 0 or _label_before(page, at, k + 1, language) != k + 1:
            break
        sizes.append(_number_at(page, at, language)[0])
        lasts.add(words[at - 1])
        k = at + 1
    opens = begin == first or words[begin - 1] in _OPENS
    many = len(sizes) >= _MANY and max(sizes) >= _LARGE
    return opens and (many or len(lasts) > 1 and lasts <= _SIDES)  # "ayes 41, noes 38"


def is_of_rows(page: Page, i: int, language: Language) -> bool:
    """Tell "Orme 412 14" above "Vell 190 6": lines that are a label and bare numbers, as many in each."""
    here = _row(page, i, language)
    if not here:
        return False
    first, end = page.paragraph(i)
    above = _row(page, first - 1, language) if first else []
    below = _row(page, end, language) if end < len(page.words) else []
    beside = [row for row in (above, below) if len(row) == len(here)]
    return bool(beside) and (len(here) > 1 or max(*here, *beside[0]) >= _LARGE)


def numbers_of_row(page: Page, first: int, end: int) -> int:
    """Return the token of the first of the bare numbers that close the line [first, end), -1 where none do."""
    words = page.words
    while end > first and words[end - 1] == "\n":
        end -= 1
    k = end
    while k > first and words[k - 1].replace(",", "").isdecimal() and not page.glued(k - 1):
        k -= 1
    return k if first < k < end else -1


def _row(page: Page, i: int, language: Language) -> list[int]:
    """Return the numbers of the line of token i where it is a label and bare numbers, else none."""
    first, end = page.paragraph(i)
    known: list[int] | None = page.memo.get(("row", first))
    if known is not None:
        return known
    k = numbers_of_row(page, first, end) if end - first <= _ROW else -1
    label = page.words[first:k] if k > first else []
    last = next((word for word in reversed(label) if word.isalpha()), "")
    names = last in language.heads or last in language.months or last in _BARE_HEADS or last in language.stop
    named = bool(last) and not names and all(word.isalpha() or word in _IN_LABEL for word in label)
    numbers = [int(word.replace(",", "")[:15]) for word in page.words[k:end] if word != "\n"] if named else []
    page.memo["row", first] = numbers
    return numbers


def _label_before(page: Page, i: int, first: int, language: Language) -> int:
    """Return where the label that ends before token i begins, -1 where there is none."""
    words, k = page.words, i - (i > first and page.words[i - 1] in ",:–—")
    end = k
    while k > first and end - k < _LABEL and words[k - 1].isalpha() and words[k - 1] not in language.numbers:
        k -= 1
    last = words[end - 1] if k < end else ""
    if (
        not last
        or last in language.heads
        or last in language.months
        or last in language.weekdays
        or last in _BARE_HEADS
    ):
        return -1
    if last in language.stop and last not in _SIDES or last in language.units or last in _BETWEEN:
        return -1
    return k + 1 if words[k] in _BETWEEN else k


def _number_at(page: Page, i: int, language: Language) -> tuple[int, int]:
    """Return the value of the bare number at token i, roughly, and i; (0, -1) where there is none."""
    word = page.words[i] if i < len(page.words) else ""
    digits = word.replace(",", "")
    if digits.isdecimal() and len(digits) < 12:
        return int(digits), i
    kind, value = language.numbers.get(word, ("", 0))
    return (int(value), i) if kind == "n" else (0, -1)

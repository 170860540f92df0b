"""Four digits that are a year."""

from __future__ import annotations

from claims.extraction.dates.mentions import YEARS
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES, Mask, noun_follows
from claims.extraction.page import Page

_PER_WORDS = words_of("masks", "per_words", signs="%")
_ONE_OR_TWO = words_of("masks", "one_or_two")
_SHORT_YEAR_NOUNS = words_of("masks", "short_year_nouns")
_COUNTED_NOT_YEAR = words_of("masks", "counted_not_year")
_BEFORE_YEAR_CERTAIN = words_of("masks", "before_year_certain")
_BEFORE_COUNT = words_of("masks", "before_count")
_BEFORE_YEAR_NOUN = words_of("masks", "before_year_noun")
_BEFORE_YEAR_OR_COUNT = words_of("masks", "before_year_or_count")
_YEAR_BEFORE = words_of("masks", "year_before", signs="– - ( , /")
_YEAR_NOUN = words_of("masks", "year_noun")


def year(page: Page, i: int, language: Language) -> Mask | None:
    """Read four bare digits as a year, unless they count something that follows."""
    words, n = page.words, len(page.words)
    word = words[i]
    j = i + 1
    after = words[j] if j < n else ""
    if (
        len(word) in (4, 2)
        and word.isdecimal()
        and after in _YEAR_NOUN
        and (len(word) == 4 and YEARS[0] <= int(word) <= YEARS[1])
    ):
        return (
            i,
            j + 2
            if words[j + 1 : j + 2] == ["."]
            and after in _SHORT_YEAR_NOUNS
            and not page.capital(min(j + 2, n - 1))
            else j + 1,
            "date",
        )
    if len(word) != 4 or not word.isdecimal() or not YEARS[0] <= int(word) <= YEARS[1]:
        return None
    if i and (page.words[i - 1] in "$£€¥₽₹" or words[i - 1] in _BEFORE_COUNT):
        if words[i - 1] != "to" and not (
            words[i - 1] in _BEFORE_YEAR_OR_COUNT and not noun_follows(page, i, language)
        ):
            return None
    if page.glued(j) if j < n else False:
        if after in DASHES and j + 1 < n and words[j + 1].isdecimal() and len(words[j + 1]) in (2, 4):
            return i, j + 2, "date"
        if after not in (
            ",",
            ".",
            ";",
            ":",
            ")",
            "?",
            "!",
            '"',
            "'",
            "-",
            "–",
            "—",
            "]",
            "/",
        ) and not after.startswith("'"):
            return None
    if (
        after in language.units
        or after in _PER_WORDS
        or after in language.currencies
        or after in language.numbers
        and after not in _ONE_OR_TWO
    ):
        return None
    before = words[i - 1] if i else ""
    if before in _BEFORE_YEAR_CERTAIN or before in language.months:
        if before in _BEFORE_YEAR_NOUN or not noun_follows(page, i, language):
            return i, j, "date"
    if (
        noun_follows(page, i, language)
        and (after in language.nouns or after.endswith("s") or language.case)
        and not 1900 <= int(word) <= 2100
    ):
        return None
    if after in _COUNTED_NOT_YEAR:
        return None
    if (
        noun_follows(page, i, language)
        and int(word) % 100 == 0
        and before not in _YEAR_BEFORE
        and after.endswith("s")
    ):
        return None
    return i, j, "date"

"""Four digits that are a year."""

from __future__ import annotations

from claims.extraction.dates.mentions import YEARS
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import DASHES, Mask, noun_follows
from claims.extraction.page import Page

_OF = words_of("counted", "of")
_TOTALS_OF = words_of("masks", "totals_of")
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
_HOLDING = endings_of("masks", "holding_stems")
_COUNTED_ENDS = endings_of("masks", "counted_ends")
# Signs that can stand right behind a year.
_GLUED = frozenset([*", . ; : ) ? ! \" ' - – — ] /".split(), "\n"])


def year(page: Page, i: int, language: Language) -> Mask | None:
    """Read four bare digits as a year, unless they count something that follows."""
    words, n = page.words, len(page.words)
    word, j = words[i], i + 1
    if len(word) != 4 or not word.isdecimal() or not YEARS[0] <= int(word) <= YEARS[1]:
        return None
    after = words[j] if j < n else ""
    if after in _YEAR_NOUN:
        short = words[j + 1 : j + 2] == ["."] and after in _SHORT_YEAR_NOUNS
        return i, j + 2 if short and not page.capital(min(j + 2, n - 1)) else j + 1, "date"
    if i and _is_qualified(page, i, language):
        return None
    if j < n and page.glued(j):
        if after in DASHES and j + 1 < n and words[j + 1].isdecimal() and len(words[j + 1]) in (2, 4):
            return i, j + 2, "date"
        if after not in _GLUED and not after.startswith("'"):
            return None
    if _is_measured(after, language):
        return None
    before = words[i - 1] if i else ""
    follows = noun_follows(page, i, language)
    if before in _BEFORE_YEAR_CERTAIN or before in language.months:
        if before in _BEFORE_YEAR_NOUN or not follows:
            return i, j, "date"
    return None if _counts(int(word), before, after, follows, language) else (i, j, "date")


def _is_qualified(page: Page, i: int, language: Language) -> bool:
    """Tell that a currency or a comparator stands before: "$2031", "more than 2031 people"."""
    before = page.words[i - 1]
    if i > 1 and page.words[i - 2].startswith(_HOLDING):
        return True  # "лагерь рассчитан на 2000"
    if before in _OF and i > 1 and page.words[i - 2] in _TOTALS_OF:
        return True
    if before not in "$£€¥₽₹" and before not in _BEFORE_COUNT or before == "to":
        return False
    return not (before in _BEFORE_YEAR_OR_COUNT and not noun_follows(page, i, language))


def _is_measured(after: str, language: Language) -> bool:
    """Tell that a unit, a currency or a scale follows: "1900 metres", "2000 million"."""
    return (
        after in language.units
        or after in _PER_WORDS
        or after in language.currencies
        or after in language.numbers
        and after not in _ONE_OR_TWO
    )


def _counts(value: int, before: str, after: str, follows: bool, language: Language) -> bool:
    """Tell that the digits count what follows: "1800 houses", "2031 people", "2000 tents"."""
    if after in _COUNTED_NOT_YEAR:
        return True
    plural = after.endswith("s")
    if follows and (after in language.nouns or plural or language.case) and not 1900 <= value <= 2100:
        return True
    if follows and language.case and after.endswith(_COUNTED_ENDS) and value % 100 == 0:
        return True  # "один врач на 2000 жителей"
    return follows and value % 100 == 0 and before not in _YEAR_BEFORE and plural

"""Numbers that the reader does not take for numbers, but a person reading the page does. Pure.

The reader reads documents as they were written and guesses at nothing (HOSTILE Q03). Print is stricter: a circled
digit, a superscript, a number word of another language, or one in letters that only look like its own would be seen,
and nobody signed it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

from claims.extraction import DocumentFacts, read

# Ideographs that count are ordinary words in these languages.
_IDEOGRAPHIC = ("zh", "ja", "ko", "yue")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# Cyrillic and Greek letters drawn like Latin ones, by https://www.unicode.org/reports/tr39/ (confusables).
_LOOKALIKES = str.maketrans("аеорсухіѕјһոνοτ", "aeopcyxisjhnvot")


class Spot(NamedTuple):
    """A number in a text: offsets in code points, and its words."""

    start: int
    end: int
    quote: str


def disguised(text: str, *, read_already: Collection[tuple[int, int]], language: str) -> Iterator[Spot]:
    """Yield what prints as a number in `text` outside the spans the reader has dealt with."""

    def is_new(start: int, end: int) -> bool:
        return not any(start < to and at < end for at, to in read_already)

    is_ideographic = language.split("-")[0].lower() in _IDEOGRAPHIC
    for at, letter in enumerate(text):
        counts = unicodedata.numeric(letter, None) is not None or letter == "🔟"
        if counts and not (is_ideographic and letter.isalpha()) and is_new(at, at + 1):
            yield Spot(at, at + 1, letter)
    for word in _WORD.finditer(text):
        plain = _undisguised(word[0])
        tongue = "ru" if _CYRILLIC.search(plain) else "en" if plain.isascii() else language
        is_foreign = tongue != language.split("-")[0].lower()
        if (plain != word[0] or is_foreign) and is_new(*word.span()) and _counts(plain, tongue):
            yield Spot(*word.span(), word[0])


def _counts(word: str, language: str) -> bool:
    seen = read(word, DocumentFacts(language=language))
    return bool(seen.figures or seen.leftover)


def _undisguised(word: str) -> str:
    """Return a word in ordinary letters: compatibility forms undone, look-alikes beside Latin letters replaced."""
    plain = unicodedata.normalize("NFKC", word)
    is_mixed = any(letter.isascii() for letter in plain) and not plain.isascii()
    return plain.translate(_LOOKALIKES) if is_mixed else plain

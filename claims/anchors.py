"""Where words stand in a text: found exactly, kept with what stands around them, never moved to a look-alike. Pure.

Offsets count Unicode code points from the start of the Text, as everywhere.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from claims.errors import WordsNotThere

AROUND = 32  # characters of prefix and suffix (W3C Web Annotation, text quote selector)
QUOTE_MAX = 300
PLACES_MAX = 50
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """Words as they stand: offsets into the Text, the exact characters, what stands before and after."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def place(text: str, start: int, quote: str, *, within: tuple[int, int]) -> Place:
    """Return the place of `quote` at `start`. `within` is the slice of the text that may be quoted from.

    Raises WordsNotThere where the characters at that place are any others: a different digit, a different space.
    """
    end = start + len(quote)
    if not quote.strip() or len(quote) > QUOTE_MAX:
        raise WordsNotThere(_("Quote the number with its words: between 1 and 300 characters."))
    if start < within[0] or end > within[1] or text[start:end] != quote:
        raise WordsNotThere(
            _("These words do not stand at that place. Quote them exactly as the document has them.")
        )
    return Place(
        start,
        end,
        quote,
        text[max(within[0], start - AROUND) : start],
        text[end : min(within[1], end + AROUND)],
    )


def places(text: str, words: str, *, within: tuple[int, int]) -> list[Place]:
    """Find typed words: every place where they stand, letter by letter and digit by digit, at most 50.

    Only white space may differ, since nobody can type a no-break space or a line break into a field. Never in the
    middle of a word or number: "9" is not found in "19".
    """
    typed = words.strip()
    if not typed or len(typed) > QUOTE_MAX:
        return []
    pattern = r"\s+".join(re.escape(part) for part in _SPACE.split(typed))
    opening = r"(?<!\w)" if typed[0].isalnum() else ""
    closing = r"(?!\w)" if typed[-1].isalnum() else ""
    found = re.compile(f"{opening}{pattern}{closing}").finditer(text, *within)
    some = [match for match, _n in zip(found, range(PLACES_MAX), strict=False)]
    return [
        place(text, match.start(), match[0], within=within) for match in some if len(match[0]) <= QUOTE_MAX
    ]


def same_place(text: str, was: Place, *, within: tuple[int, int]) -> int | None:
    """Find a mention again in a newer text of the same bytes: the start of its words, or None to orphan it.

    The quote and everything that stood around it must stand there again, character by character, and in one place
    only. A look-alike with other neighbours is another mention.
    """
    whole = was.prefix + was.quote + was.suffix
    first = text.find(whole, *within)
    if first < 0 or text.find(whole, first + 1, within[1]) >= 0:
        return None
    return first + len(was.prefix)

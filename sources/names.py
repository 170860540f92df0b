"""Names of parties: one folding, so that the same name is found however it was typed."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_INVISIBLE = {ord(character): None for character in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"}


# Controls, overrides and isolates of direction, half characters, noncharacters: none of them may stand in XML (1.0,
# section 2.2), or none is seen in print.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)


def printable(words: str) -> str:
    """Return one line of words as it may go out: single spaces, and without what cannot be printed."""
    return _UNPRINTABLE.sub("", _SPACE.sub(" ", words)).strip()


def clean(name: str) -> str:
    """Return `name` as it is kept: composed, without invisible characters, single spaces."""
    return printable(unicodedata.normalize("NFC", name).translate(_INVISIBLE))


def fold(name: str) -> str:
    """Return the form under which names are compared, the same on every database.

    Compatibility forms are joined (NFKC), case is folded, invisible characters and quotation marks go:
    `fold("Harbour  WATCH") == fold("harbour watch")`, but `fold("Ельна") != fold("Elna")`.
    """
    folded = unicodedata.normalize("NFKC", clean(name)).casefold()
    folded = unicodedata.normalize("NFKC", folded)
    # U+0640: the stroke that stretches an Arabic word on the line, and is no letter of it.
    return _SPACE.sub(" ", re.sub("[\"'“”„«»‘’`\u0640]", "", folded)).strip()

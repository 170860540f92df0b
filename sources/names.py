"""Names of parties: one folding, so that the same name is found however it was typed."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_INVISIBLE = {ord(character): None for character in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"}


def clean(name: str) -> str:
    """Return `name` as it is kept: composed, without invisible characters, single spaces."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", name).translate(_INVISIBLE)).strip()


def fold(name: str) -> str:
    """Return the form under which names are compared, the same on every database.

    Compatibility forms are joined (NFKC), case is folded, invisible characters and quotation marks go:
    `fold("Harbour  WATCH") == fold("harbour watch")`, but `fold("Ельна") != fold("Elna")`.
    """
    folded = unicodedata.normalize("NFKC", clean(name)).casefold()
    folded = unicodedata.normalize("NFKC", folded)
    return _SPACE.sub(" ", re.sub("[\"'“”„«»‘’`]", "", folded)).strip()

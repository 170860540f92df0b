"""The day a dispatch was sent from, and the day or period that a title gives to the whole text."""

from __future__ import annotations

from claims.extraction.dates.mentions import DateMention
from claims.extraction.page import Page

MAX_PLACE = 6  # tokens of the place before the day of a dispatch
MAX_AGENCY = 6  # tokens of the agency in brackets behind it
_SIGNS_OF_PLACE = frozenset(",.()-")
_DASHES = (["—"], ["–"], ["-"])


def opens_dispatch(page: Page, mention: DateMention) -> bool:
    """Tell the day a dispatch was sent: "PORT SELMA, March 4 (Meridian News) – At least 31 drowned"."""
    words, i = page.words, mention.first
    first = page.sentence(i)[0]
    if not mention.day.day or mention.until or not 1 < i - first <= MAX_PLACE or words[i - 1] != ",":
        return False
    if not all(page.capital(k) or words[k] in _SIGNS_OF_PLACE for k in range(first, i)):
        return False
    end = mention.end
    if words[end : end + 1] == ["("]:
        end = next((k + 1 for k in range(end, min(end + MAX_AGENCY, len(words))) if words[k] == ")"), end)
    return words[end : end + 1] in _DASHES

"""Where a running total begins: "since 3 March 40 people have drowned, nine of them children"."""

from __future__ import annotations

from bisect import bisect_left

from claims.extraction.dates.mentions import DateMention
from claims.extraction.dates.timeline import Timeline
from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of

_NOW = words_of("dates", "now")
_SINCE_THEN = phrases_of("dates", "since_then")
_PARTS = phrases_of("dates", "parts_of_total")
_OPENERS = frozenset(phrase[0] for phrase in (*_PARTS, *_SINCE_THEN) if phrase)
MAX_OPENING = 5  # tokens before a date with which a sentence opens
MAX_BACK = 2  # sentences back in which the total can be told
AROUND = 7  # tokens around a figure in which "of them" makes it a part


def start_of_total(
    draft: Draft, own: DateMention | None, mentions: list[DateMention], dates: Timeline, first: int
) -> DateMention | None:
    """Return the date since which a figure is counted: of its own sentence, or of the total it is a part of."""
    for since in mentions:
        if since.role == "since":
            return since if _governs(since, draft, own, dates, first) else None
    return _of_whole(draft, own, dates, first)


def _governs(since: DateMention, draft: Draft, own: DateMention | None, dates: Timeline, first: int) -> bool:
    """Tell whether a figure stands in the clause of its "since": not past a semicolon, nor nearer to another date."""
    words = dates.page.words
    low, high = sorted((since.first, draft.first))
    between = words[low:high]
    if ";" in between or own is not None and low <= own.first <= high:
        return False
    opens = since.first - first <= MAX_OPENING and "," not in words[first : since.first]
    opens = opens and since.first < draft.first
    return opens or "," not in between or _is_part(draft, dates, first)


def _is_part(draft: Draft, dates: Timeline, first: int) -> bool:
    """Tell a part of a total: "of these, 14", "nine of them", "40 in that time"."""
    near = dates.page.words[max(first, draft.first - AROUND) : draft.end + AROUND]
    return _holds(near, _PARTS)


def _holds(words: list[str], phrases: tuple[list[str], ...]) -> bool:
    if _OPENERS.isdisjoint(words):
        return False
    return any(words[k : k + 2] in phrases or words[k : k + 3] in phrases for k in range(len(words) - 1))


def _of_whole(draft: Draft, own: DateMention | None, dates: Timeline, first: int) -> DateMention | None:
    """Return the start of the total told in the sentences before, of which the figure is a part."""
    if draft.kind not in ("count", "ratio", "percent") or own is not None:
        return None
    page = dates.page
    start, at = page.paragraph(first)[0], bisect_left(page.sentences, first) - 1
    near = [k for k in range(at, max(at - MAX_BACK, -1), -1) if page.sentences[k] in dates.dated]
    if not near or page.sentences[near[0]] < start:
        return None
    words = page.words[first : page.sentence(first)[1]]
    then = _holds(words, _SINCE_THEN)
    elided = draft.elided and _NOW.isdisjoint(words)
    if not (elided or then or _is_part(draft, dates, first)):
        return None
    for k in near:
        if page.sentences[k] < start:
            return None
        for mention in dates.of(page.sentences[k], page.sentences[k + 1]):
            if mention.role == "since" or then and mention.role in ("on", "event"):
                return mention
    return None

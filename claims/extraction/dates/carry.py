"""Which date reaches into a clause from a sentence before: the day of an event, of a report, of a heading."""

from __future__ import annotations

from bisect import bisect_left

from claims.extraction.counted import tables
from claims.extraction.dates import lead
from claims.extraction.dates.mentions import DateMention, Day
from claims.extraction.dates.roles import is_of_statement
from claims.extraction.dates.tense import is_present, is_told
from claims.extraction.dates.timeline import Nearest, Timeline
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_HAS = words_of("dates", "has")
_PERFECT_ENDS = endings_of("dates", "perfect_ends")
_NOW = words_of("dates", "now")
_PARTICIPLES = endings_of("dates", "participles")
_WAS = words_of("dates", "passive")
_COMPARED_WITH = words_of("dates", "compared_with")
_PRESUMED = words_of("dates", "presumed")
_CLAUSES = words_of("dates", "clauses", signs="; : — – ( )")
_RELATIVES = words_of("dates", "relatives")
_PASSING = ("season", "now")
_STOPS = frozenset(".!?")
MAX_HEADING = 16  # tokens of a heading
MAX_CARRY = 12  # sentences a date is carried along a text
RECENT = 6  # months before the day the text leans on in which a period still goes on in the next sentence
OF_LEAD = 14  # the same for the period of the sentence that leads a text: what is told is mostly of that year


def reaching(i: int, first: int, dates: Timeline) -> DateMention | None:
    """Return the date that reaches into the clause of token i, in the sentence at token `first`, from one before."""
    if first not in dates.nearest:
        dates.nearest[first] = _from_before(first, dates)
    nearest = dates.nearest[first]
    top = None if nearest else lead.date_of_text(dates)
    if nearest is None and top is None:
        return None
    clause = _clause(dates.page, i, dates.language)
    if nearest:
        return nearest[0] if _carries(nearest[0], clause, *nearest[1:], dates) else None
    return top[0] if top and not _is_now(clause, dates) and lead.reaches(*top, clause, dates) else None


def _clause(page: Page, i: int, language: Language) -> tuple[int, int]:
    """Return the token range of the clause around token i; the whole sentence in languages with case."""
    first, end = page.sentence(i)
    if language.case or _CLAUSES.isdisjoint(page.words[first:end]):
        return first, end
    begin, stop = i, i
    while begin > first and page.words[begin - 1] not in _CLAUSES:
        begin -= 1
    while stop < end and page.words[stop] not in _CLAUSES:
        stop += 1
    return begin, stop


def _from_before(first: int, dates: Timeline) -> Nearest | None:
    """Return the nearest date in the sentences before the one at token `first`, with its sentence and distance."""
    page = dates.page
    at = bisect_left(page.sentences, first) - 1
    start = page.block(first) if at >= 0 else 0
    row, bottom = page.paragraph(first)
    if not dates.language.case and "|" in page.words[row : min(bottom, row + tables.MAX_LINE)]:
        top = tables.head(page, row)  # what dates a table stands over it
        at = bisect_left(page.sentences, top) if top < row else at
        start = page.block(max(start - 2, 0))
    steps = 0
    period: Nearest | None = None
    while at >= 0 and steps < MAX_CARRY and page.sentences[at] >= start:
        begin = page.sentences[at]
        if begin not in dates.dated:
            at, steps = at - 1, steps + 1
            continue
        end = page.sentences[at + 1]
        event = _event(begin, end, dates)
        if event and (dates.language.case or not _is_background(event, dates)):
            found = event, begin, end, steps
            if found[0].day.day or found[0].until and period is None:
                return found
            period = period or found  # a month told in passing: the day of the report before it goes on
        at, steps = at - 1, steps + 1
    if period is None and at >= 0 and page.sentences[at] < start:
        return _from_heading(at, steps, dates)
    return period


def _from_heading(at: int, steps: int, dates: Timeline) -> Nearest | None:
    """Return the date of the heading over a block, "Road casualties, year to 31 March 2031", past an empty line."""
    page = dates.page
    begin, end = page.sentences[at], page.sentences[at + 1]
    if (
        page.paragraph(begin)[0] != begin
        or end - begin > MAX_HEADING
        or _is_item(page, begin, end, dates.language)
    ):
        return None
    event = _event(begin, end, dates)
    return (event, begin, end, steps) if event else None


def _is_set_off(mention: DateMention, page: Page) -> bool:
    """Tell whether a date stands in a clause between commas: "the firm, which made 310m last year, will appeal"."""
    for k in range(mention.first - 1, max(mention.first - 12, 0), -1):
        if page.words[k] == ",":
            opens = page.words[k + 1] in _RELATIVES or page.words[k + 1].endswith(_PARTICIPLES)
            return opens and page.words[mention.end : mention.end + 1] == [","]
    return False


def _event(begin: int, end: int, dates: Timeline) -> DateMention | None:
    """Return the date of a sentence that can go on: its last, or the latest where that is a month or a year."""
    if begin not in dates.events:
        mentions = dates.of(begin, end)
        dates.events[begin] = _last_event(mentions, begin, end, dates) if mentions else None
    return dates.events[begin]


def _last_event(mentions: list[DateMention], begin: int, end: int, dates: Timeline) -> DateMention | None:
    page, said, today = dates.page, dates.language.said, dates.reference.year
    on = [one for one in mentions if one.role == "on" and not one.step[0] and one.why not in _PASSING]
    on = [one for one in on if not _is_set_off(one, page)]
    on = [one for one in on if one.day.day or not one.back[0] and (not today or one.day.year <= today)]
    if any(not one.day.day for one in on) and _compares(page.words[begin:end]):
        on = [one for one in on if one.day.day]  # "in 2030 the share was lower"
    on = [one for one in on if not is_of_statement(page, one, said)] or on
    on = on or [one for one in mentions if one.role == "event" and one.day.day and not one.until]
    if not on or on[-1].day.day:
        return on[-1] if on else None
    days = [one for one in on if one.day.day and not one.until]
    return days[-1] if days else max(on, key=lambda one: one.until or one.day)


def _compares(near: list[str]) -> bool:
    """Tell a sentence that only sets an earlier month or year against what the text tells of."""
    if _COMPARED_WITH.isdisjoint(near):
        return False
    return any(
        word in _WAS and following in _COMPARED_WITH for word, following in zip(near, near[1:], strict=False)
    )


def _is_background(mention: DateMention, dates: Timeline) -> bool:
    """Tell whether a month or year lies so far back that it is only told of in passing."""
    return not mention.day.day and not _is_recent(mention, dates)


def _carries(
    mention: DateMention, clause: tuple[int, int], begin: int, end: int, steps: int, dates: Timeline
) -> bool:
    """Tell whether a date reaches into a later clause: the day of a report does, of an event where the tense allows.

    A recent month or year reaches into the next sentence; a list takes the date of its heading.
    """
    page, case = dates.page, dates.language.case
    reported = mention.first - begin <= 3 and not dates.language.said.isdisjoint(page.words[begin:end])
    if reported and mention.day.day:
        return True
    if page.paragraph(begin)[0] != page.paragraph(clause[0])[0]:
        heads = not _is_item(page, begin, end, dates.language)
        if heads or not case:
            return heads
    if not mention.day.day:
        near = mention.first - begin <= 3 and steps <= 2
        if not near and (case or steps):
            return False
    own = page.words[clause[0] : clause[1]]
    if _tells_now(own) and _PRESUMED.isdisjoint(own):
        return False
    if case:
        return _HAS.isdisjoint(own) or not any(
            word in _HAS and not following.endswith(_PERFECT_ENDS)
            for word, following in zip(own, own[1:], strict=False)
        )
    return _HAS.isdisjoint(own) and not is_present(own, dates.language)


def _is_now(clause: tuple[int, int], dates: Timeline) -> bool:
    """Tell a clause in the present or the perfect."""
    own = dates.page.words[clause[0] : clause[1]]
    if _tells_now(own) or not _HAS.isdisjoint(own):
        return True
    return not dates.language.case and is_present(own, dates.language)


def _tells_now(own: list[str]) -> bool:
    """Tell a word of the present; in "costs rose" and "plans failed" it is a noun."""
    if _NOW.isdisjoint(own):
        return False
    return any(
        word in _NOW and not (word[-1] == "s" and len(word) > 3 and is_told(own[k : k + 1]))
        for k, word in enumerate(own, 1)
    )


def _is_item(page: Page, begin: int, end: int, language: Language) -> bool:
    """Tell whether the sentence before is an item of a list and no heading: a sentence with its verb and full stop."""
    breaks = 0
    while page.words[end - 1 - breaks] == "\n" and breaks < min(4, end - begin - 1):
        breaks += 1
    if page.words[end - 1 - breaks] not in _STOPS:
        return False
    near = page.words[begin:end]
    return (
        language.case
        or len(near) > MAX_HEADING
        or any(word in language.verbs or word[-2:] == "ed" or word in _NOW for word in near)
    )


def _is_recent(mention: DateMention, dates: Timeline) -> bool:
    """Tell whether a month or year is of late, so that the text can go on in it."""
    reference, day = dates.reference, mention.until or mention.day
    if not reference.year or not day.year:
        return True
    most = OF_LEAD if _leads(mention, dates) else RECENT
    return _months(reference) - _months(Day(day.year, day.month or 12)) <= most


def _leads(mention: DateMention, dates: Timeline) -> bool:
    """Tell whether a date stands in the first sentence of a text, below its headline."""
    ends = dates.page.sentences[1:3]
    if len(ends) > 1 and not _is_item(dates.page, 0, ends[0], dates.language):
        return mention.first < ends[1]
    return not ends or mention.first < ends[0]


def _months(day: Day) -> int:
    return day.year * 12 + (day.month or 12)

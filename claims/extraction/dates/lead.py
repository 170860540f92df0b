"""The date that the titles or the first sentence of a text give to what stands below, and how far it reaches.

News prose names the day of an event once, at the top: what the paragraphs below tell in the past tense happened then.
A report names its day or period in its title, and that dates its tables and clauses without a verb too."""

from __future__ import annotations

from bisect import bisect_left

from claims.extraction.dates.mentions import DateMention
from claims.extraction.dates.roles import is_of_statement
from claims.extraction.dates.tense import has_present, is_told
from claims.extraction.dates.timeline import Timeline
from claims.extraction.languages import words_of

_PARTS_OF_DAY = words_of("dates", "parts_of_day")
_STOPS = frozenset(".!?")
MAX_TITLES = 8  # sentences over the first that has its full stop
MAX_REACH = 24  # sentences the date is carried down a text
Span = tuple[int, int]


def date_of_text(dates: Timeline) -> tuple[DateMention, bool] | None:
    """Return the date of the titles or the lead, and whether it is that of a title; None where there is not one."""
    memo = dates.page.memo
    if "lead" not in memo:
        titles, lead = _top(dates)
        title = _of_titles(titles, dates)
        memo["lead"] = (title, True) if title else _of_lead(titles, lead, dates)
    found: tuple[DateMention, bool] | None = memo["lead"]
    return found


def reaches(main: DateMention, titled: bool, clause: Span, dates: Timeline) -> bool:
    """Tell whether the date of a text dates a clause further down; not where another day stands between."""
    own = dates.page.words[clause[0] : clause[1]]
    if clause[0] < main.end or not titled and not is_told(own):
        return False
    if dates.language.case and titled and has_present(own, dates.language):
        return False
    if dates.language.case and not titled and not (_is_next(main, clause, dates) or _has_hour(own)):
        return False  # its one past tense is the perfect too: further down an hour must tell that the day goes on
    sentences = dates.page.sentences
    at, top = bisect_left(sentences, clause[0] + 1) - 1, bisect_left(sentences, main.first + 1) - 1
    between = zip(sentences[top + 1 : at], sentences[top + 2 : at + 1], strict=True)
    return at - top <= MAX_REACH and not any(_is_other_day(span, main, dates) for span in between)


def _has_hour(words: list[str]) -> bool:
    return any(":" in word[1:] or word in _PARTS_OF_DAY for word in words)


def _is_next(main: DateMention, clause: Span, dates: Timeline) -> bool:
    """Tell the paragraph right below that of a date."""
    paragraphs = dates.page.paragraphs
    return bisect_left(paragraphs, clause[0] + 1) - bisect_left(paragraphs, main.first + 1) <= 1


def _is_other_day(span: Span, main: DateMention, dates: Timeline) -> bool:
    days = [one for one in dates.of(*span) if one.day.day and one.role == "on"]
    return any(one.day not in (main.day, dates.reference) for one in days)  # "the group reports today"


def _top(dates: Timeline) -> tuple[list[Span], list[Span]]:
    """Return the token ranges of the titles of a text, and of the first sentence below them."""
    page = dates.page
    titles: list[Span] = []
    for span in zip(page.sentences[:MAX_TITLES], page.sentences[1 : MAX_TITLES + 1], strict=False):
        if not _STOPS.isdisjoint(page.words[max(span[1] - 3, span[0]) : span[1]]):
            return titles, [span]
        titles.append(span)
    return titles, []


def _of_titles(titles: list[Span], dates: Timeline) -> DateMention | None:
    """Return the one day or period of the titles: "Asylum statistics, May 2033", "Report for 2032"."""
    found = [one for span in titles for one in dates.of(*span) if _is_of_title(one, dates)]
    if len(found) != 1 or found[0].basis != "explicit" or found[0].day == dates.reference:
        return None
    day = found[0].day
    return found[0] if day.month or day.year == dates.reference.year - 1 else None  # "Expo 2033" is a name


def _is_of_title(mention: DateMention, dates: Timeline) -> bool:
    if mention.role == "modifier":  # "minutes of the meeting of 12 June"
        return bool(mention.day.day) and dates.page.words[mention.first - 1] == "of"
    return mention.role in ("on", "event")


def _of_lead(titles: list[Span], lead: list[Span], dates: Timeline) -> tuple[DateMention, bool] | None:
    """Return the one day of the titles and the first sentence of a text, if it is not that of publication."""
    days = [one for span in (*titles, *lead) for one in dates.of(*span) if _is_of_event(one, dates)]
    one_day = len({one.day for one in days}) == 1 and days[0].day != dates.reference
    return (days[0], False) if one_day else None


def _is_of_event(mention: DateMention, dates: Timeline) -> bool:
    if (
        mention.role not in ("on", "event")
        or not mention.day.day
        or mention.until
        or mention.step[0]
        or mention.why == "now"
    ):
        return False
    return not is_of_statement(dates.page, mention, dates.language.said)

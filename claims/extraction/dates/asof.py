"""Work out the day or period a figure is true of, and where a running total begins.

A date in the figure's own sentence comes first, then one carried along the paragraph, then the date line
or the day of publication. A date without a year and without a day to lean on gives candidates, no guess."""

from __future__ import annotations

from bisect import bisect_left

from claims.extraction.dates import forecasts, spans
from claims.extraction.dates.carry import reaching
from claims.extraction.dates.columns import of_column
from claims.extraction.dates.mentions import DateMention, Day, is_day
from claims.extraction.dates.roles import is_of_statement
from claims.extraction.dates.tense import is_told
from claims.extraction.dates.timeline import Timeline
from claims.extraction.dates.totals import start_of_total
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts

_RUNNING_NOW = words_of("dates", "running_now")
_RUNNING_PERIOD = words_of("dates", "running_period")
_END_OF_PERIOD = phrases_of("dates", "end_of_period")
_START_OF_PERIOD = phrases_of("dates", "start_of_period")
_SIGNS = frozenset(",;:")
_COMPARED = words_of("dates", "compared")
_WHEN = words_of("dates", "when")
OF_STATEMENT = 8  # tokens the day on which somebody says a thing counts as farther than the day it happened
OTHER_CLAUSE = 10  # tokens a date behind a semicolon counts as farther
_BEFORE_STEP = words_of("dates", "before_step", signs=", ; ( —")
_BEFORE_FIGURE = (["—"], ["–"])
_TO = words_of("dates", "to_amount")
_PARTICIPLES = endings_of("dates", "participles")
_IN = words_of("dates", "in_time")
_BEGINNING = words_of("dates", "beginning")
_RELATIVES = words_of("dates", "relatives")
MAX_TOLD = 5  # tokens from "which" to the figure of which it tells
MAX_ASIDE = 16  # tokens of a relative clause between commas
_JOINS = words_of("dates", "joins", signs="(")


def date(
    page: Page, drafts: list[Draft], found: list[DateMention], language: Language, facts: DocumentFacts
) -> None:
    """Fill in as_of, its basis and phrase, and since, for every draft."""
    if not drafts:
        return
    found.sort(key=lambda one: one.first)
    dates = Timeline(page, found, language, facts)
    starts = [draft.first for draft in drafts]
    for draft in drafts:
        if dates.is_empty:
            _lean(draft, dates)
        else:
            _date_one(draft, drafts, starts, dates)
        if draft.trace is not None:
            phrase = draft.as_of_phrase or "no phrase"
            draft.note("as-of", f"{draft.as_of} ({draft.as_of_basis}: {phrase}), since {draft.since}")


def _date_one(draft: Draft, drafts: list[Draft], starts: list[int], dates: Timeline) -> None:
    page = dates.page
    first, end = page.sentence(draft.first)
    mentions = dates.of(first, end)
    own = None
    if mentions:
        mentions = [one for one in mentions if not _in_aside(one, draft, page, first, end)]
        own = _nearest(draft, _happened(mentions, dates), drafts, starts, dates)
        own = forecasts.told_of(draft, mentions, page, first) or _when(draft, mentions, page) or own
    column = None if own else of_column(draft, dates)
    if own is not None:
        _set(draft, own, own.basis, dates)
        _running(draft, own, dates)
    elif column is not None:
        _set(draft, column, "context", dates)
    else:
        _carry(draft, first, dates)
    since = start_of_total(draft, own, mentions, dates, first)
    if since is not None and since.day.year:
        begins = dates.page.words[since.first - 1] in _BEGINNING
        draft.since = (spans.first_day(since.day) if begins else since.day).edtf()


def _happened(mentions: list[DateMention], dates: Timeline) -> list[DateMention]:
    """Choose the dates that can be a figure's own: "at Saturday's march, it said on Sunday" is of Saturday."""
    said = dates.language.said
    on = [one for one in mentions if one.role in ("on", "soon")]
    events = [one for one in mentions if one.role == "event"]
    if all(is_of_statement(dates.page, one, said) for one in on):
        on += [one for one in events if one.day.day]
    return on or events


def _belongs_to_later(
    mention: DateMention, draft: Draft, drafts: list[Draft], starts: list[int], words: list[str]
) -> bool:
    """Tell whether a date hangs on a later figure: "rose to 40, up from 30 in April" says nothing of 40."""
    at = bisect_left(starts, mention.first) - 1
    if (mention.step[0] or mention.back[0] or mention.why == "now") and words[
        mention.first - 1
    ] in _BEFORE_STEP:
        return True  # "96 attacks; a year earlier, 48"
    if mention.first >= draft.end and words[mention.end : mention.end + 1] in _BEFORE_FIGURE:
        return True  # "вчера — четверо"
    if mention.first >= draft.end and ";" in words[max(mention.first - 3, draft.end) : mention.first]:
        return True  # "3 per cent failed; last year twice as many did"
    if at >= 0 and drafts[at].first > draft.first and ";" in words[draft.end : drafts[at].first]:
        return True  # "300 have come; 40 came on Monday"
    if _in_brackets(mention, draft, words):
        return True
    if at < 0 or drafts[at] is draft or drafts[at].first <= draft.first:
        return False
    if _TO.issuperset(words[draft.end : drafts[at].first]):
        return False  # "climbed 11.5% to £86m in May"
    return all(word in _JOINS for word in words[drafts[at].end : mention.first])


def _in_brackets(mention: DateMention, draft: Draft, words: list[str]) -> bool:
    """Tell whether a date stands in brackets with a number of its own: "up 6 per cent (Q3 2031: 299m)"."""
    low = max(mention.first - 9, draft.b - 1)
    opens = next((k for k in range(mention.first - 1, low, -1) if words[k] == "("), -1)
    close = next((k for k in range(mention.end, min(mention.end + 12, len(words))) if words[k] == ")"), -1)
    if opens < 0 or close < 0:
        return False
    return any(word[0].isdecimal() for word in words[opens + 1 : mention.first] + words[mention.end : close])


def _nearest(
    draft: Draft,
    mentions: list[DateMention],
    drafts: list[Draft],
    starts: list[int],
    dates: Timeline,
) -> DateMention | None:
    """Choose the date that belongs to a figure: the nearest, one across another figure counting as far."""
    page, said = dates.page, dates.language.said
    page_words = page.words
    best: DateMention | None = None
    least = 10_000.0
    for mention in mentions:
        if mention.first >= draft.end:
            distance: float = mention.first - draft.end
            if _belongs_to_later(mention, draft, drafts, starts, page_words):
                continue
            between = bisect_left(starts, mention.first) - bisect_left(starts, draft.end)
            distance += 12 * between
        else:
            distance = draft.first - mention.end + 1.5
            between = bisect_left(starts, draft.first) - bisect_left(starts, mention.end)
            distance += 4 * between
            before = bisect_left(starts, mention.first) - 1
            if before >= 0 and page_words[drafts[before].first - 1] in _COMPARED:
                if _JOINS.issuperset(page_words[drafts[before].end : mention.first]):
                    continue  # "rose from 12 on Monday to 40"
                distance += OTHER_CLAUSE
        low, high = sorted((mention.first, draft.first))
        if ";" in page_words[low:high]:
            distance += OTHER_CLAUSE
        if is_of_statement(page, mention, said):
            distance += OF_STATEMENT
        if distance < least:
            best, least = mention, distance
    return best


def _in_aside(mention: DateMention, draft: Draft, page: Page, first: int, end: int) -> bool:
    """Tell whether a month or year stands in a clause between commas without the figure: ", which lost in 2030,"."""
    words = page.words
    if mention.day.day:
        return False  # ", which broke out on Sunday," tells when it happened
    for k in range(mention.first - 1, max(first, mention.first - MAX_ASIDE), -1):
        if words[k] == ",":
            close = next(
                (i for i in range(mention.end, min(end, mention.end + MAX_ASIDE)) if words[i] == ","), -1
            )
            opens = words[k + 1] in _RELATIVES or words[k + 1].endswith(_PARTICIPLES)
            return opens and close >= 0 and not k < draft.first < close
    return False


def _when(draft: Draft, mentions: list[DateMention], page: Page) -> DateMention | None:
    """Return the date of "the worst crash since 2004, when 29 people died"."""
    words = page.words
    for mention in mentions:
        k = mention.end + (words[mention.end : mention.end + 1] == [","])
        if (
            k < draft.first
            and (words[k] in _WHEN or _tells_of(words, k, draft))
            and _SIGNS.isdisjoint(words[k : draft.first])
        ):
            return mention
    return None


def _tells_of(words: list[str], k: int, draft: Draft) -> bool:
    """Tell "the fire of 2029, which killed 40" from "the firm of 2029, which employs 40"."""
    k += words[k] in _IN
    return words[k] in _RELATIVES and draft.first - k <= MAX_TOLD and is_told(words[k : draft.first])


def _running(draft: Draft, mention: DateMention, dates: Timeline) -> None:
    """Let "this year" be the start of a running total that ends on the day of publication."""
    words = dates.page.words[mention.first : mention.end]
    now = words[0] in _RUNNING_NOW and words[-1] in _RUNNING_PERIOD
    if now and dates.reference.day and mention.day.year:
        draft.since = mention.day.edtf()
        draft.as_of, draft.as_of_basis = dates.leaning(), "relative"


def _set(draft: Draft, mention: DateMention, basis: str, dates: Timeline) -> None:
    draft.as_of_phrase = dates.page.words_of(mention.first, mention.end)
    draft.as_of_basis = basis
    before = dates.page.words[max(mention.first - 2, 0) : mention.first]
    if mention.either:
        draft.as_of, draft.as_of_candidates = None, mention.either
    elif mention.day.year and not mention.day.day and not mention.until and before in _END_OF_PERIOD:
        draft.as_of = spans.last_day(mention.day).edtf()
    elif mention.day.year and before in _START_OF_PERIOD:
        draft.as_of = spans.first_day(mention.day).edtf()
    elif mention.day.year:
        draft.as_of = mention.day.edtf()
        if mention.until and mention.until != mention.day:
            draft.as_of += "/" + mention.until.edtf()
    elif mention.day.month:
        draft.as_of, draft.as_of_candidates = None, candidates(mention.day, dates.years)
    else:
        draft.as_of = None


def candidates(day: Day, years: list[int]) -> tuple[str, ...]:
    """Return the dates a day without a year can be: from the last year the text names, three years on."""
    if not years:
        return ()
    last = years[-1]
    return tuple(
        day._replace(year=year).edtf() for year in range(last, last + 3) if is_day(day._replace(year=year))
    )


def _carry(draft: Draft, first: int, dates: Timeline) -> None:
    """Take the date from the sentences before, else the day the text leans on."""
    carried = reaching(draft.a, first, dates)
    if carried is not None:
        _set(draft, carried, "context", dates)
        since = draft.since
        _running(draft, carried, dates)
        draft.since = since
    else:
        _lean(draft, dates)


def _lean(draft: Draft, dates: Timeline) -> None:
    """Take the day of publication, else what the first dated event of the text tells."""
    if dates.reference.year:
        draft.as_of, draft.as_of_basis, draft.as_of_phrase = dates.leaning(), "publication", dates.phrase
    else:
        _lean_on_head(draft, dates)


def _lean_on_head(draft: Draft, dates: Timeline) -> None:
    """Without any day of publication, lean on the first dated event of the text, as candidates."""
    first = dates.head()
    if first is None:
        return
    if first.day.year:
        return
    _set(draft, first, "context", dates)

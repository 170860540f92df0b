"""The dates of one text by sentence, resolved on the day they lean on, each with its role."""

from __future__ import annotations

import datetime
from bisect import bisect_left

from claims.extraction.dates import relative
from claims.extraction.dates.mentions import DateMention, Day, as_date, from_date, parse_edtf
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts

_YEARS = words_of("dates", "years")
_MONTHS = words_of("dates", "months")
_WEEKS = words_of("dates", "weeks")
_TODAY = words_of("dates", "today")
_REACHING_AHEAD = words_of("dates", "reaching_ahead")
_BETWEEN = words_of("dates", "between")
_AFTER = words_of("dates", "after")
_UP_TO = words_of("dates", "up_to")
_THAN = words_of("dates", "than")

_WEEKLY_UNITS = words_of("dates", "weekly_units")
_DATE_LINE_OPENERS = words_of("dates", "date_line_openers")
_JOINS_PERIODS = words_of("dates", "joins_periods", signs="- –")
_ENDS_PERIOD = words_of("dates", "ends_period", signs="- –")
_BEFORE_DATE = words_of("dates", "before_date", signs="-")
_UNTIL = words_of("dates", "until")
_IN_TIME = words_of("dates", "in_time")
_THAN_IN = phrases_of("dates", "than_in")
_CHANGED_FROM = words_of("dates", "changed_from")

_SINCE = words_of("dates", "since")


_AGE_OF_THINGS = words_of("dates", "age_of_things")


_PARTS_OF_TIME = words_of("dates", "parts_of_time")


_EVENTS = words_of("dates", "events")


_SUPERLATIVES = words_of("dates", "superlatives")


_HEAD_LINES = 14  # where a date line can stand


MAX_HEAD = 50  # dates looked through for the first event


class Timeline:
    """The dates of one text, by sentence, with the day they lean on."""

    def __init__(
        self, page: Page, found: list[DateMention], language: Language, facts: DocumentFacts
    ) -> None:
        self.page, self.language = page, language
        self.found = found
        self.firsts = [mention.first for mention in found]
        self.reference = parse_edtf(facts.published) or Day(0)
        self.period = facts.published if "/" in facts.published else ""
        self.basis = "publication"
        self.phrase = ""
        self._date_line()
        self._leaning = self.period or self.reference.edtf()
        self.years = sorted({mention.day.year for mention in found if mention.day.year})
        self._by_sentence: dict[int, list[DateMention]] = {}
        self._anchors: list[DateMention] | None = None
        self._head: list[DateMention | None] = []

    def _date_line(self) -> None:
        """Let a line that is nothing but a date near the top of the text stand for publication."""
        page = self.page
        for mention in self.found[:8]:
            first, end = page.paragraph(mention.first)
            if (
                page.paragraphs.index(first) >= _HEAD_LINES
                if first in page.paragraphs[:_HEAD_LINES]
                else True
            ):
                return
            if not mention.day.day or not mention.day.year:
                continue
            others = [
                word
                for word in page.words[first : mention.first] + page.words[mention.end : end]
                if word.isalnum()
            ]
            if all(word in self.language.weekdays for word in others):
                self._lean_on(mention)
                return
            if not self.reference.year and others[:1] and others[0] in _DATE_LINE_OPENERS:
                self._lean_on(mention)

    def _lean_on(self, line: DateMention) -> None:
        self.reference, self.period, self.phrase = line.day, "", self.page.words_of(line.first, line.end)

    def leaning(self) -> str:
        """Return what an undated figure is true of: the day of publication, or the whole of a longer date."""
        return self._leaning

    def head(self) -> DateMention | None:
        """Return the first dated event of the text that is not the start of a running total."""
        if not self._head:
            self._head = [
                next(
                    (
                        one
                        for one in self.found[:MAX_HEAD]
                        if one.day.month and not dates_role_since(one, self)
                    ),
                    None,
                )
            ]
        return self._head[0]

    def _anchor(self, i: int) -> Day:
        """Return the nearest full date that the text itself calls today: "Today, on 25 May 2031, …"."""
        if self._anchors is None:
            words = self.page.words
            self._anchors = [
                one
                for one in self.found
                if one.day.day
                and one.day.year
                and any(word in _TODAY for word in words[max(one.first - 4, 0) : one.first])
            ]
        at = bisect_left([one.first for one in self._anchors[:MAX_HEAD]], i)
        near = min(self._anchors[max(at - 1, 0) : at + 1], key=lambda one: abs(one.first - i), default=None)
        return near.day if near else Day(0)

    def of(self, first: int, end: int) -> list[DateMention]:
        """Return the dates of the sentence [first, end), resolved, in their order."""
        known = self._by_sentence.get(first)
        if known is not None:
            return known
        page, openers = self.page, relative.OPENERS[self.language.code]
        at = bisect_left(self.firsts, first)
        mentions: list[DateMention] = []
        taken: set[int] = set()
        while at < len(self.found) and self.found[at].first < end:
            mentions.append(self.found[at])
            taken.update(range(self.found[at].first, self.found[at].end))
            at += 1
        opens = [
            i
            for i, word in enumerate(page.words[first:end], first)
            if word in openers or word[-2:] == "'s" and word[:-2] in openers
        ]
        for i in opens:
            if i not in taken:
                mention = relative.find(page, i, self.language, self.reference)
                if mention and mention.first not in taken:
                    mentions.append(mention)
                    taken.update(range(mention.first, mention.end))
        if mentions:
            mentions.sort(key=lambda one: one.first)
            self._resolve(mentions, first)
        self._by_sentence[first] = mentions
        return mentions

    def _ago(self, mention: DateMention) -> None:
        """Count back from the day the text leans on: "two years ago" is that year, "three days ago" that day."""
        day, (number, unit) = as_date(self.reference), mention.back
        if not day or number > 400:
            return
        if unit in _YEARS:
            mention.day = Day(day.year - number)
        elif unit in _MONTHS:
            months = day.year * 12 + day.month - 1 - number
            mention.day = Day(months // 12, months % 12 + 1)
        elif unit in _WEEKLY_UNITS:
            days = number * 7 if unit in _WEEKS else number
            mention.day = from_date(day - datetime.timedelta(days))

    def _resolve(self, mentions: list[DateMention], first: int) -> None:
        words = self.page.words
        for mention in mentions:
            if mention.back[0]:
                self._ago(mention)
            mention.role = self._role(mention, first)
            if not mention.day.year and mention.day.month:
                leans = self.reference if self.reference.year else self._anchor(mention.first)
                year = relative.month_year(mention.day.month, mention.day.day, leans)
                if year and not self.reference.year:
                    mention.basis = "relative"
                beside = [
                    other.day.year
                    for other in mentions
                    if other.day.year
                    and other is not mention
                    and abs(other.first - mention.end) < 6
                    and other.day.day
                ]
                year = beside[0] if beside and not self.reference.year else year
                mention.day = mention.day._replace(year=year)
                if mention.until:
                    mention.until = mention.until._replace(year=year)
        for one, other in zip(mentions, mentions[1:], strict=False):
            between = words[one.end : other.first]
            if len(between) == 1 and between[0] in _JOINS_PERIODS and not one.until and one.role == "on":
                one.role = "since"
            if (
                one.role in ("since", "between")
                and between
                and between[-1] in _ENDS_PERIOD
                and len(between) <= 2
            ):
                if (between[-1] == "and") == (one.role == "between") or between[-1] != "and":
                    one.until, one.role, other.role = other.until or other.day, "on", "part"
                    if not one.day.year or (one.day.year, one.day.month or 0) > (
                        one.until.year,
                        one.until.month or 12,
                    ):
                        one.day = one.day._replace(year=one.until.year)

    def _role(self, mention: DateMention, first: int) -> str:
        words, i = self.page.words, mention.first
        if mention.role == "since":
            return "since"
        if self._is_future(mention):
            return "future"
        before = words[i - 1] if i > first else ""
        back = i - 1
        while back > first and words[back] in _BEFORE_DATE:
            back -= 1
        if (
            any(word in _SUPERLATIVES for word in words[max(first, back - 5) : back])
            and words[max(back, first)] in _SINCE
        ):
            return "other"
        if self._governed_by_since(mention, first):
            return "since"
        if (
            back >= first
            and words[back] in _SINCE
            and not (words[back] == "from" and back and words[back - 1] in _CHANGED_FROM)
        ):
            return "since"
        if before in _BETWEEN:
            return "on" if mention.until else "between"
        if before in _UNTIL or words[max(back, first)] in _UP_TO:
            return "until"
        if back > first and words[back] in _IN_TIME and words[back - 1] in _AGE_OF_THINGS:
            if not mention.day.day or (mention.day.year and mention.day.year != self.reference.year):
                return "other"
        if before in _AFTER:
            return "other"
        if words[max(i - 2, first) : i] in _THAN_IN or before in _THAN:
            return "other"
        if (
            before == "of"
            and back >= first
            and (mention.day.day or mention.day.month == 0)
            and words[i - 2] not in _PARTS_OF_TIME
        ):
            return "event" if words[i - 2] in _EVENTS else "modifier"
        following = words[mention.end] if mention.end < len(words) else ""
        if (
            before == "the"
            and not mention.day.month
            and following.isalpha()
            and following not in self.language.stop
        ):
            return "event" if following in _EVENTS else "modifier"
        if before == "on" and not mention.day.month and not mention.either:
            return "other"  # "up 3.1% on 2028"
        return "on"

    def _is_future(self, mention: DateMention) -> bool:
        """Tell whether a date lies after the day the text leans on; what will be is said on that day."""
        day, reference = mention.day, self.reference
        before = self.page.words[mention.first - 1] if mention.first else ""
        if not day.year or not reference.year or (before in _REACHING_AHEAD and not day.month):
            return False
        return day[: len([part for part in day if part])] > reference[: len([part for part in day if part])]

    def _governed_by_since(self, mention: DateMention, first: int) -> bool:
        """Read "Since the border closed on 2 February" as the start of what follows."""
        words = self.page.words
        for i in range(mention.first - 2, max(first - 1, mention.first - 10), -1):
            if words[i] in (",", ";", ":", '"'):
                return False
            if words[i] == "since":
                return True
        return words[first] == "с" and mention.first - first < 8 and "," not in words[first : mention.first]


def dates_role_since(mention: DateMention, dates: Timeline) -> bool:
    begin, end = dates.page.sentence(mention.first)
    dates.of(begin, end)
    return mention.role == "since"

"""The dates of one text by sentence, resolved on the day they lean on, each with its role."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from itertools import compress, count

from claims.extraction.dates import headings, joints, relative, shifts, spans
from claims.extraction.dates.mentions import DateMention, Day, as_date, from_date, parse_edtf
from claims.extraction.dates.roles import role_of
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts

_YEARS = words_of("dates", "years")
_MONTHS = words_of("dates", "months")
_WEEKS = words_of("dates", "weeks")
_TODAY = words_of("dates", "today")
_WEEKLY_UNITS = words_of("dates", "weekly_units")
_DATE_LINE_OPENERS = words_of("dates", "date_line_openers")
_HEAD_LINES = 14  # where a date line can stand


MAX_HEAD = 50  # dates looked through for the first event
# A date with the tokens of its sentence, and how many sentences back that is.
Nearest = tuple[DateMention, int, int, int]


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
        # Most sentences, and many texts, are without any date: nothing has to be looked for in them.
        self._openers = list(compress(count(), map(relative.OPENERS[language.code].__contains__, page.words)))
        self.dated = frozenset([page.sentence(i)[0] for i in (*self._openers, *self.firsts)])
        self.is_empty = not self.dated
        self._by_sentence: dict[int, list[DateMention]] = {}
        # The date nearest before each sentence, once known.
        self.nearest: dict[int, Nearest | None] = {}
        self.events: dict[int, DateMention | None] = {}  # the date of a sentence that can go on
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
            if headings.opens_dispatch(page, mention):
                self._send(mention)
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

    def _send(self, mention: DateMention) -> None:
        """Let the day of a dispatch stand for publication, the last such day before it where no year is given."""
        day = mention.day
        year = day.year or relative.month_year(day.month, day.day, self.reference)
        if year:
            mention.day, mention.role = day._replace(year=year), "dispatch"
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
        if first not in self.dated:
            return []
        known = self._by_sentence.get(first)
        if known is not None:
            return known
        page = self.page
        at = bisect_left(self.firsts, first)
        mentions: list[DateMention] = []
        taken: set[int] = set()
        while at < len(self.found) and self.found[at].first < end:
            mentions.append(self.found[at])
            taken.update(range(self.found[at].first, self.found[at].end))
            at += 1
        for i in self._openers[bisect_left(self._openers, first) : bisect_left(self._openers, end)]:
            if i not in taken:
                mention = relative.find(page, i, self.language, self.reference)
                if mention and mention.first not in taken:
                    inside = range(mention.first, mention.end)
                    mentions = [
                        one for one in mentions if one.first not in inside
                    ]  # "first quarter of [2031]"
                    mentions.append(mention)
                    taken.update(range(mention.first, mention.end))
        if mentions:
            mentions.sort(key=lambda one: one.first)
            joints.take_weekdays(mentions, page, self.language)
            self._resolve(mentions, first)
        self._by_sentence[first] = mentions
        return mentions

    def _ago(self, mention: DateMention) -> None:
        """Count back from the day the text leans on: "two years ago" is that year, "three days ago" that day."""
        day, (number, unit) = as_date(self.reference), mention.back
        if not day or not 0 < number <= 400:
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
        base, length = self._before(first) if any(one.step[0] for one in mentions) else (self.reference, None)
        joints.take_years(mentions)
        for mention in mentions:
            if mention.back[1]:
                self._ago(mention)
                if not mention.day.year:
                    mention.role = "other"  # half a year ago
                    continue
            elif mention.step[0]:
                shifts.take(mention, base, length)
                if not mention.day.year:
                    mention.role = "other"  # a day later than some month
                    continue
            mention.role = role_of(self.page, mention, first, self.reference, self.language)
            if not mention.day.year and mention.day.month:
                self._give_year(mention, mentions)
            if mention.role == "future":
                self._put_ahead(mention)
            spans.lengthen(self.page, mention, first, self.language)
            if mention.day.year and mention.role == "on" and mention.why != "now":
                base, length = mention.day, mention.until
        for one, other in zip(mentions, mentions[1:], strict=False):
            joints.join(one, other, self.page, first)

    def _put_ahead(self, mention: DateMention) -> None:
        """Give a day or month to come that was told without its year the next such year."""
        day, today = mention.day, self.reference
        known = 3 if day.day else 2
        if day.month and day.year and day[:known] < today[:known] and mention.basis == "explicit":
            if not any(
                len(word) == 4 and word.isdecimal() for word in self.page.words[mention.first : mention.end]
            ):
                mention.day = day._replace(year=day.year + 1)

    def _before(self, first: int) -> tuple[Day, Day | None]:
        """Return the date of the sentence before, where it is known, else the day the text leans on."""
        at = bisect_left(self.page.sentences, first) - 1
        begin = self.page.sentences[at] if at >= 0 else first
        near = self.page.words[begin:first]
        if begin < first and shifts.STEPPING.isdisjoint(near):  # a chain of steps is not followed back
            self.of(begin, first)
        known = self._by_sentence.get(begin, []) if begin < first else []
        on = [one for one in known if one.role == "on" and one.day.year and one.why != "now"]
        return (on[-1].day, on[-1].until) if on else (self.reference, None)

    def _give_year(self, mention: DateMention, mentions: list[DateMention]) -> None:
        """Take the year of a day from the day the text leans on, or from a full date beside it."""
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


def dates_role_since(mention: DateMention, dates: Timeline) -> bool:
    begin, end = dates.page.sentence(mention.first)
    dates.of(begin, end)
    return mention.role == "since"

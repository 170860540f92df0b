"""The speakers of a text, whom a pronoun or a bare office stands for, and where quotations begin and end."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count
from typing import NamedTuple

from claims.extraction.attribution import headlines, speakers, subjects
from claims.extraction.attribution.order_case import opening_case
from claims.extraction.attribution.speaker import Speaker, may_be_person
from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page
from claims.extraction.readings import DocumentFacts

SENTENCES_BACK = 9  # sentences before a pronoun in which its name is looked for, its own among them
LONG_QUOTE = 6  # tokens from which words in quotation marks are speech, not a name
_DASHES = frozenset("—–")
_WEAK = words_of("attribution", "weak")
_STANDS_FOR = words_of("attribution", "stands_for")
_BEFORE_SENTENCE = frozenset(".!?:\n")
_OPENING, _CLOSING = frozenset("«“„"), frozenset("»”")
MAX_LONG = 600  # tokens of a quotation over several lines
_OURSELVES = words_of("attribution", "ourselves")
_OWNERS = words_of("attribution", "whose_words")


class Quote(NamedTuple):
    first: int
    end: int


class Voices:
    """The speakers of one text, found sentence by sentence as they are asked for."""

    def __init__(self, page: Page, language: Language, facts: DocumentFacts) -> None:
        self.page, self.language, self.facts = page, language, facts
        self.known: dict[int, list[Speaker]] = {}
        self.carried: dict[int, tuple[str, ...]] = {}  # who goes on speaking in a sentence, once known
        self.marks = list(compress(count(), map('"'.__eq__, page.words)))
        self._quotes: dict[int, list[Quote]] = {}
        self._linking = False
        # Most texts have no line with a name before a colon, and nobody who answers behind a dash.
        self.has_colon = ":" in page.words
        self.has_answers = self.has_colon or not _DASHES.isdisjoint(page.words)

    def of(self, first: int, end: int) -> list[Speaker]:
        """Return the speakers of the sentence [first, end)."""
        found = self.known.get(first)
        if found is None:
            found = self.known[first] = speakers.find(self.page, first, end, self.language)
        return found

    def names(self, speaker: Speaker, first: int) -> tuple[str, ...]:
        """Return the names of a speaker; a pronoun or "the ministry" also gets the one it stands for."""
        names = list(speaker.names)
        if speaker.leans and not speaker.own:
            names += [name for name in self._earlier(speaker, first) if name not in names]
        return tuple(name for name in names if name)

    def _earlier(self, speaker: Speaker, first: int) -> tuple[str, ...]:
        """Return whom a pronoun or a bare office stands for: who spoke before, else whom the text tells of."""
        page, of_person = self.page, speaker.person and not speaker.names
        for other in reversed(self.known.get(first, [])):
            if other.at < speaker.at and self._can_be(other, speaker):
                return self._linked(other, first)
        told = headlines.last_person(page, first, speaker.at, self.language) if of_person else ""
        at = bisect_left(page.sentences, first)
        for back in range(at - 1, max(at - SENTENCES_BACK, -1), -1):
            if told:
                return (told,)
            begin, end = page.sentence(page.sentences[back])
            for other in reversed(self.of(begin, end)):
                if self._can_be(other, speaker):
                    return self._linked(other, begin)
            told = headlines.person_told_of(page, begin, end, self.language) if of_person else ""
        return (told,) if told else self._told_of(speaker, first)

    def _linked(self, other: Speaker, begin: int) -> tuple[str, ...]:
        """Return the names of an earlier speaker, and whom that one stands for: "it" for "its survey" for the union."""
        if self._linking or not (other.leans and other.names):
            return other.names[:2]
        self._linking = True
        names = self.names(other, begin)[:3]
        self._linking = False
        return names

    def _told_of(self, speaker: Speaker, first: int) -> tuple[str, ...]:
        """Return what the sentences before begin with, where nobody has spoken yet."""
        if not self.language.case:
            weak = speaker.names or self.page.words[speaker.at] in _WEAK
            return () if weak else self._opening(first, speaker.at)
        if not speaker.names:
            return self._subject_before(first)
        return self._owner(speaker, first) if self.page.words[speaker.noun[0]] in _OWNERS else ()

    def _subject_before(self, first: int) -> tuple[str, ...]:
        """Return the person or body the sentence before is about: "Айша, 31 год, идёт с детьми."""
        page = self.page
        begin = page.sentences[max(bisect_left(page.sentences, first) - 1, 0)]
        if begin >= first:
            return ()
        stop = page.sentence(begin)[1]
        told = headlines.person_told_of(page, begin, stop, self.language)
        if not told and page.words[begin + 1] == "," and page.words[begin] not in self.language.stop:
            told = page.typed(begin, begin + 1)
        return (told,) if told else opening_case(page, begin, stop, self.language)

    def _can_be(self, other: Speaker, speaker: Speaker) -> bool:
        """Tell whether a pronoun or bare role can stand for a speaker: "it" for "the union", which is not "police"."""
        if not other.names:
            return False
        if self.language.case:
            return not speaker.names or not other.leans and _stands_for(speaker, other)
        if not speaker.names:
            return not speaker.person or may_be_person(other, self.language)
        common = " " not in other.names[0] and other.names[0].lower() in self.language.nouns
        return not other.leans and not common

    def _owner(self, speaker: Speaker, first: int) -> tuple[str, ...]:
        """Return the body that opens the sentence or the one before, whose "её представитель" speaks."""
        page = self.page
        before = bisect_left(page.sentences, first) - 1
        for begin in (first, page.sentences[before] if before >= 0 else first):
            names = opening_case(page, begin, min(speaker.at, page.sentence(begin)[1]), self.language)
            if names:
                return names
        return ()

    def _opening(self, first: int, at: int) -> tuple[str, ...]:
        """Return the name that opens the sentence or the one before, for "it said" where nobody has spoken yet."""
        page = self.page
        start, _ = page.paragraph(first)
        before = bisect_left(page.sentences, first) - 1
        for begin in (first, page.sentences[before] if before >= 0 else first):
            if begin < start:
                break
            names = subjects.opening(page, begin, at, self.language)
            if names:
                return names
        return ()

    def _is_speech(self, a: int, b: int) -> bool:
        """Tell words spoken from a name in quotation marks: long, or closed by a comma or full stop."""
        words = self.page.words
        return (
            b - a > LONG_QUOTE
            or (b - a > 2 and words[b - 1] in ",.!?…")
            or (
                b - a > 2
                and self.page.capital(a + 1)
                and words[b + 1 : b + 2] == ["."]
                and self._is_sentence(a, b)
            )
            or (b - a > 2 and words[b + 1 : b + 2] == [","] and words[b + 2 : b + 3] in (["—"], ["–"], ["-"]))
        )

    def _is_sentence(self, a: int, b: int) -> bool:
        """Tell whether a quotation with the full stop behind it stands by itself: "Он вздохнул. «Осталось три»."."""
        words = self.page.words
        return a > 0 and words[a - 1] in _BEFORE_SENTENCE and any(map(is_verb, words[a + 1 : b]))

    def is_quoted(self, one: Speaker) -> bool:
        """Tell whether a verb of saying stands within a quotation, so that it reaches no farther than that."""
        return self.page.words[one.at - 1] not in _DASHES and self.quote(one.at) is not None

    def is_letter(self, start: int, first: int) -> bool:
        """Tell whether the paragraph of a sentence is somebody's letter: "Ida Lund writes: I waited 55 minutes."""
        page = self.page
        _, end = page.sentence(start)
        spoken = self.of(start, end)
        if not spoken or not (spoken[0].names and spoken[0].at + 3 > start):
            return False
        behind = page.words[spoken[0].at + 1 : min(spoken[0].at + 4, end)]
        rest = page.words[spoken[0].at + 1 : page.paragraph(start)[1]]
        return ":" in behind and '"' not in rest and not _OURSELVES.isdisjoint(rest)

    def quote(self, i: int) -> Quote | None:
        """Return the quotation in which token i stands, if it is speech."""
        if not self.marks:
            return None
        first, end = self.page.paragraph(i)
        quotes = self._quotes.get(first)
        if quotes is None:
            marks = self.marks[bisect_left(self.marks, first) : bisect_left(self.marks, end)]
            quotes = [
                Quote(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if self._is_speech(a, b)
            ]
            if len(marks) % 2 and end - marks[-1] > LONG_QUOTE:
                quotes.append(Quote(marks[-1], end))
            self._quotes[first] = quotes
        for known in (self._long(), quotes):
            at = bisect_left(known, (i,)) - 1
            if at >= 0 and known[at].first < i < known[at].end:
                return known[at]
        return None

    def _long(self) -> list[Quote]:
        """Return the quotations that go on over several lines, by the marks that show which way they face."""
        known: list[Quote] | None = self.page.memo.get("long")
        if known is not None:
            return known
        page, known, opened = self.page, [], -1
        for i in self.marks:
            mark = page.typed(i, i + 1)
            if mark in _OPENING:
                opened = i if opened < 0 or page.paragraph(i) != page.paragraph(opened) else opened
            elif mark in _CLOSING and opened >= 0:
                if page.paragraph(i) != page.paragraph(opened) and i - opened < MAX_LONG:
                    known.append(Quote(opened, i))
                opened = -1
        page.memo["long"] = known
        return known


def _stands_for(speaker: Speaker, other: Speaker) -> bool:
    """Tell whether a bare office or body, "ведомство", can be the speaker named before."""
    bare = speaker.names[0].casefold()
    if any(bare in name.casefold() for name in other.names):
        return True
    return bare in _STANDS_FOR and any(not name.islower() for name in other.names)

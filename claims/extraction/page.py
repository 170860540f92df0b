"""Cut a levelled text into tokens, sentences and paragraphs: the ground every later pass stands on."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, chain, compress, pairwise
from operator import itemgetter
from typing import Any

from claims.extraction.characters import is_odd, level, lower
from claims.extraction.languages import words_of

_SHORT_BEFORE_STOP = words_of("reading", "short_before_stop")
_BEFORE_SHORT_STOP = words_of("reading", "before_short_stop")
_UNIT_ENDS = words_of("reading", "unit_ends")
# No line of a list or table ends in one of these: the sentence goes on in the next line.
_HANGING = words_of("reading", "hanging")
# One alternative per kind of token, the commonest first; every repeat is possessive or bounded, so a scan is linear.
_DIGITS = (
    r"\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?z?)?(?![\d-])"
    r"|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?![\d.,/]\d|\d)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|\d++(?:[.,'/:\-]\d++){8,}[.,]?"
    r"|\d{1,3}(?:[ \xa0]\d{3}){1,6}(?![\d]|\xa0\d)(?:[.,]\d{1,10}(?![\d.,]\d|\d))?"
    r"|\d{1,3}(?:'\d{3}){1,6}(?!\d)(?:[.,]\d{1,10}(?!\d))?"
    r"|\d{1,3}(?:,\d{3}){1,6}(?![,\d]\d|\d)(?:\.\d{1,10}(?!\d))?"
    r"|\d{1,2}(?:,\d\d){1,5},\d{3}(?!\d)(?:\.\d{1,10}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3}){2,6}(?![.\d]\d|\d)(?:,\d{1,10}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3})(?:,\d{1,10})(?!\d)"
    r"|\d++(?:[.,]\d++)?"
)
_APOSTROPHES = r"(?:'[^\W\d_]++){0,3}"
TOKEN = re.compile(
    r"[a-gi-vx-z][a-z]*+(?=[ .,\n-])|[а-я]++(?=[ .,\n-])"  # most words, with nothing of the below about them
    rf"|(?![hw](?:ttps?://|ww\.))[a-zа-я]++[^\W\d_]*+{_APOSTROPHES}"
    r"|[.,]|\n"
    rf"|(?=\d)(?:{_DIGITS})"
    r"|[^\w\s]"
    r"|(?:https?://|www\.)[^\s<>\"]{1,2000}+"
    rf"|[^\W\d_]++{_APOSTROPHES}"
    r"|_"
)
# Tokens and the space before each cover the whole text, so that their lengths alone tell where each stands. The end of
# the text counts as an empty token: else every space of a long run at the end would be tried as a beginning.
_SPACE_AND_TOKEN = re.compile(rf"([^\S\n]*+)({TOKEN.pattern}|\Z)")

_BREAKS = frozenset(".!?…\n•▪●■◦")
_BULLETS = frozenset("•▪●■◦*-–—·")
_CLOSING = "\"')].!?…"
MAX_SENTENCE = 200  # tokens


class Page:
    """A text with its tokens. Token i is `words[i]`, the stretch `starts[i]:ends[i]` of `lowered` (and of `level`)."""

    __slots__ = (
        "text",
        "level",
        "offsets",
        "lowered",
        "is_odd",
        "words",
        "starts",
        "ends",
        "sentences",
        "paragraphs",
        "memo",
        "_sentence_of",
        "_paragraph_of",
        "_wrapped",
    )

    def __init__(self, text: str, abbreviations: frozenset[str]) -> None:
        self.text = text
        self.level, self.offsets = level(text)
        self.lowered = lower(self.level)
        self.is_odd = is_odd(text)  # a character somewhere that an editor should know about
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.memo: dict[object, Any] = {}  # what a pass found out, kept for the next number
        self._cut()
        self._wrapped = _is_wrapped(self.level)
        self._drop_soft_breaks()
        self.sentences: list[int] = [0]  # index of the first token of each sentence
        self.paragraphs: list[int] = [0]
        self._break(abbreviations)
        self._cap()
        self._sentence_of = self._spans(self.sentences)
        self._paragraph_of = self._spans(self.paragraphs)

    def _spans(self, begins: list[int]) -> list[tuple[int, int]]:
        """Note the span of every token and of the end of the text: each figure asks for it many times."""
        spans = list(pairwise([*begins, len(self.words)]))
        return [*chain.from_iterable([span] * (span[1] - span[0]) for span in spans), spans[-1]]

    def _cut(self) -> None:
        pieces = _SPACE_AND_TOKEN.findall(self.lowered)
        while pieces and not pieces[-1][1]:
            pieces.pop()
        bounds = list(accumulate(map(len, chain.from_iterable(pieces))))
        self.words = list(map(itemgetter(1), pieces))
        self.starts, self.ends = bounds[0::2], bounds[1::2]

    def _drop_soft_breaks(self) -> None:
        """Forget the line breaks that are only spaces, so that no pass has to step over them."""
        words = self.words
        if "\n" not in words:
            return
        last = len(words) - 1
        soft = {
            i
            for i, word in enumerate(words)
            if word == "\n" and 0 < i < last and words[i - 1] != "\n" and not self._newline(i)
        }
        if soft:
            kept = [i for i in range(len(words)) if i not in soft]
            self.words = [words[i] for i in kept]
            self.starts = [self.starts[i] for i in kept]
            self.ends = [self.ends[i] for i in kept]

    def _break(self, abbreviations: frozenset[str]) -> None:
        """Note where sentences and paragraphs begin, by one walk over the tokens that can end one."""
        words, last = self.words, len(self.words) - 1
        for i in compress(range(last), map(_BREAKS.__contains__, words)):
            if i < self.sentences[-1]:
                continue
            if words[i] == "\n":
                self._begin_line(i)
            elif words[i] in _BULLETS:
                if i > self.sentences[-1]:
                    self.sentences.append(i)
            elif self._ends(i, abbreviations):
                j = self._past_closing(i + 1)
                if j <= last and j > self.sentences[-1]:
                    self.sentences.append(j)

    def _begin_line(self, i: int) -> None:
        """Begin a sentence and a paragraph after the line break at token i, unless it is only a space."""
        if not self._newline(i):
            return
        words, last, j = self.words, len(self.words) - 1, i + 1
        while j < last and words[j] == "\n":
            j += 1
        if j > self.sentences[-1]:
            self.sentences.append(j)
        if j > self.paragraphs[-1]:
            self.paragraphs.append(j)

    def _past_closing(self, j: int) -> int:
        """Step over what closes a sentence; a closing quotation mark stays with it, an opening one does not."""
        words, starts, ends, last = self.words, self.starts, self.ends, len(self.words) - 1
        while j < last and words[j] in _CLOSING:
            opens = starts[j] > ends[j - 1] and self.level[ends[j] : ends[j] + 1].strip()
            if words[j] == '"' and opens:
                break
            j += 1
        return j

    def _cap(self) -> None:
        """Cut what has no full stop for hundreds of tokens, so that no pass looks further than that."""
        starts, last = self.sentences, len(self.words)
        if last <= MAX_SENTENCE or all(
            b - a <= MAX_SENTENCE for a, b in zip(starts, [*starts[1:], last], strict=True)
        ):
            return
        self.sentences = [
            at
            for a, b in zip(starts, [*starts[1:], last], strict=True)
            for at in range(a, max(b, a + 1), MAX_SENTENCE)
        ]

    def _ends(self, i: int, abbreviations: frozenset[str]) -> bool:
        """Tell whether the full stop, question or exclamation mark at token i ends a sentence."""
        words, starts, ends, text = self.words, self.starts, self.ends, self.level
        j = i + 1
        while j < len(words) and words[j] in "\"')]":
            j += 1
        if j < len(words) and starts[j] == ends[i]:
            return False
        following = text[starts[j]] if j < len(words) else ""
        if words[i] != ".":
            return not following.islower()
        if i and ends[i - 1] == starts[i]:
            before = words[i - 1]
            named = i > 2 and words[i - 2] == "-" and words[i - 3].isdecimal()  # "в 2030-м."
            if before in abbreviations and not named:
                return before in _UNIT_ENDS and following.isupper() and i > 1 and words[i - 2][0].isdecimal()
            if len(before) == 1 and before.isalpha() and text[starts[i - 1]].isupper():
                return False  # an initial: "J. Smith", "U.S. troops"
            if before in _SHORT_BEFORE_STOP:
                return following.isupper() and not (i > 1 and words[i - 2] in _BEFORE_SHORT_STOP)
        return not following.islower()

    def _newline(self, i: int) -> str:
        """Tell what the line break at token i is: "" a space, else the end of a sentence and paragraph."""
        words, starts, text = self.words, self.starts, self.level
        if i + 1 < len(words) and words[i + 1] == "\n":
            return "paragraph"
        following = text[starts[i + 1]]
        before = words[i - 1] if i else ""
        if following.islower() and before not in (".", ":", "!", "?") or before in _HANGING:
            return ""
        if (
            self._wrapped
            and before not in _BREAKS
            and before not in (":", ";")
            and words[i + 1] not in _BULLETS
        ):
            return ""
        return "line"

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range [first, end) of the sentence that holds token i."""
        return self._sentence_of[i]

    def paragraph(self, i: int) -> tuple[int, int]:
        """Return the token range [first, end) of the paragraph that holds token i."""
        return self._paragraph_of[i]

    def block(self, i: int) -> int:
        """Return the first token of the lines around token i that no empty line divides, at most forty lines up."""
        at = bisect_right(self.paragraphs, i) - 1
        for _ in range(40):
            if not at:
                break
            first = self.paragraphs[at]
            if first > 1 and self.words[first - 1] == "\n" and self.words[first - 2] == "\n":
                break
            at -= 1
        return self.paragraphs[at]

    def capital(self, i: int) -> bool:
        """Tell whether token i is written with a capital first letter."""
        return self.level[self.starts[i]].isupper()

    def proper(self, i: int) -> bool:
        """Tell whether token i has a capital anywhere: "Volta", but also "iPhone"."""
        return (
            not self.level[self.starts[i] : self.ends[i]].islower() and self.level[self.starts[i]].isalpha()
        )

    def typed(self, first: int, end: int) -> str:
        """Return tokens [first, end) as they were typed, white space levelled."""
        at, until = self.span(first, end)
        return " ".join(self.text[at:until].split())

    def original(self, i: int) -> str:
        """Return token i as it was typed, in lower case (ё kept)."""
        first, end = self.span(i, i + 1)
        return self.text[first:end].lower()

    def glued(self, i: int) -> bool:
        """Tell whether token i stands right against the token before it."""
        return i > 0 and self.ends[i - 1] == self.starts[i]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original text of the tokens [first, end)."""
        at, until = self.starts[first], self.ends[end - 1]
        if self.offsets is not None:
            return self.offsets[at], self.offsets[until - 1] + 1
        return at, until

    def words_of(self, first: int, end: int) -> str:
        """Return the levelled words of tokens [first, end), line breaks as spaces."""
        if first >= end:
            return ""
        return " ".join(self.level[self.starts[first] : self.ends[end - 1]].split())


def _is_wrapped(text: str) -> bool:
    """Tell whether lines are broken at a fixed width, so that a line break is only a space."""
    joined = broken = 0
    at = text.find("\n")
    while at >= 0:
        following = text[at + 1 : at + 2]
        if following and following != "\n" and text[at - 1 : at] != "\n":
            if following.islower():
                joined += 1
            else:
                broken += 1
        at = text.find("\n", at + 1)
    return joined >= 2 and joined * 3 >= broken

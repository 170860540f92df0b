"""Lines that begin with a dash or a bullet: turns of a talk, and points of a statement that its heading introduces."""

from __future__ import annotations

from bisect import bisect_right

from claims.extraction.attribution import labels
from claims.extraction.attribution.voices import Voices

_DASHES = frozenset("—–")
_MARKS = _DASHES | frozenset("-•*▪·●■")
MAX_LINES = 12  # lines looked back over to the heading
MAX_NAME = 5  # tokens from the dash to the verb of saying
MAX_SENTENCES = 12  # of one line


def turn(i: int, voices: Voices) -> tuple[str, ...]:
    """Return who speaks the line of token i: by "— говорит Анна." in it, else by its heading "Мэр заявил:"."""
    page = voices.page
    first = page.paragraph(i)[0]
    if page.words[first] not in _MARKS and not _is_headed(first, voices):
        return ()
    known: tuple[str, ...] | None = page.memo.get(("turn", first))
    if known is None:
        known = page.memo["turn", first] = _line(first, voices)
    return known


def _is_headed(first: int, voices: Voices) -> bool:
    """Tell whether the line before ends with a colon."""
    words, k = voices.page.words, first - 1
    while k > 0 and words[k] == "\n":
        k -= 1
    return k > 0 and words[k] == ":"


def _line(first: int, voices: Voices) -> tuple[str, ...]:
    page = voices.page
    talk = page.words[first] in _DASHES and voices.language.case
    at = bisect_right(page.paragraphs, first) - 1
    for begin in reversed(page.paragraphs[max(at - MAX_LINES, 0) : at + 1]):
        if page.words[begin] not in _MARKS and begin < first:
            return _heading(begin, voices)
        spoken = _inserted(begin, voices) if talk else ()
        if spoken:
            return spoken
    return ()


def _inserted(first: int, voices: Voices) -> tuple[str, ...]:
    """Return who speaks a line by the words set into it: "— Жить негде, — говорит Анна. — Сгорело всё"."""
    page = voices.page
    end = page.paragraph(first)[1]
    begin = first
    for _ in range(MAX_SENTENCES):
        if begin >= end:
            break
        stop = page.sentence(begin)[1]
        for one in voices.of(begin, stop):
            if not _DASHES.isdisjoint(page.words[max(one.at - MAX_NAME, first + 1) : one.at]):
                return voices.names(one, begin)
        begin = stop
    return ()


def _heading(begin: int, voices: Voices) -> tuple[str, ...]:
    """Return who is named in a line that ends with a colon: "Мэр заявил:", "По данным МЧС:", "The mayor said:"."""
    page = voices.page
    last = page.paragraph(begin)[1] - 1
    while last > begin and page.words[last] == "\n":
        last -= 1
    if page.words[last] != ":":
        return ()
    start = page.sentence(last)[0]
    spoken = voices.of(*page.sentence(last))
    return voices.names(spoken[-1], start) if spoken else labels.heading(page, start, last, voices.language)

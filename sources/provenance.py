"""Propose the chain of parties a document passed through, from its byline, source lines and credits. Pure.

A step is only a proposal with the words it rests on; it is tied to a party when one of that name is known already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources import limits
from sources.written_dates import WRITTEN

_TAIL = 500  # characters at the end of a document, where credits stand
_CITED_MAX = 6

_LINE_START, _LINE_END = r"(?:^|(?<=[\r\n]))[ \t\xa0]*+", r"[ \t\xa0]*+(?=[\r\n]|$)"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞА-ЯЁ][\w.’'-]{0,30}|[A-ZА-ЯЁ]\.)"
_JOIN = r"(?:of|the|for|and|de|van|von|da|al)"
_NAME = rf"(?:the[ \xa0])?{_WORD}(?:[ \xa0](?:{_JOIN}[ \xa0]){{0,2}}{_WORD}){{0,5}}"
_BY = re.compile(
    rf"{_LINE_START}(?:By|Written by|Text by|Автор:|Авторы:)[ \xa0]([^\r\n]{{3,120}}?){_LINE_END}"
)
_SOURCE = re.compile(
    rf"{_LINE_START}(?:Source|Via|Источник):[ \xa0]*([^\r\n\[\]]{{2,120}}?)"
    rf"(?:[ \xa0]*\[original source:[ \xa0]*([^\r\n\[\]]{{2,120}})\])?{_LINE_END}",
    re.IGNORECASE,
)
_FIRST_IN = re.compile(
    rf"{_LINE_START}(?:This \w{{3,20}} was )?(?:originally|first) (?:published|appeared) (?:by|in|on|at)[ \xa0]"
    r"([^\r\n.]{2,100})",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"{_LINE_START}(?:posted|published)(?:[ \xa0]on)?[ \xa0]{WRITTEN}[^\r\n\[]{{0,30}}?[ \xa0]by[ \xa0]"
    r"([^\r\n\[]{2,100}?)(?=[ \t\xa0]{2,}|[ \t\xa0]*(?:[\[\r\n]|$))",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    rf"{_LINE_START}[(\[]?(?:Translated(?: from(?: the)? \w{{3,20}})? by|Translation by|Translation:|Перевод:|"
    r"Перевёл|Перевела)[ \xa0]+([^\r\n)\].]{3,100})"
)
_AGENCY = re.compile(rf"{_LINE_START}[A-ZА-ЯЁ][\w .,'’-]{{1,60}}\(({_NAME})\)[ \xa0]*[—–-]")
_SIGNED = re.compile(rf"{_LINE_START}({_NAME}),[ \xa0](?i:{WRITTEN})(?:[ \xa0](?:г\.|года))?{_LINE_END}")
_SAID = r"(?:reported|reports|said|says|wrote|writes|told)"
_CITING = (
    re.compile(rf"({_NAME})(?:[ \xa0]{_SAID})?,?[ \xa0](?:citing|quoting)[ \xa0]({_NAME})"),
    re.compile(
        rf"(?:Citing|Quoting)[ \xa0](?P<cited>{_NAME}),[ \xa0](?:on[ \xa0](?i:{WRITTEN}),?[ \xa0])?"
        rf"(?P<teller>{_NAME})[ \xa0]{_SAID}"
    ),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the chain. `name` is the party's name as read, `words` the words of the text that say so."""

    role: str
    name: str
    words: str
    basis: str  # byline, metadata or typed


def propose(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    publisher: str = "",
    site: str = "",
    authors: tuple[str, ...] = (),
) -> list[Step]:
    """Propose the steps behind the document between two offsets, nearest to the event first.

    `publisher` was typed by a person and stands; `site` and `authors` come from the page's own metadata. Who posted
    a text that names another source passed it on; who posted one that does not published it.
    """
    end = len(text) if end is None else end
    head = text[start : min(end, start + limits.HEAD_CHARACTERS)]
    tail = text[max(start, end - _TAIL) : end]
    steps = _cited(text[start:end][: limits.HEAD_CHARACTERS * 4])
    steps += _authors(head, authors)
    published = _published(head, tail, publisher, site)
    translated = _TRANSLATED.search(head) or _TRANSLATED.search(tail)
    if translated:
        # The translator comes after the text that was translated and before whoever passed the translation on.
        at = 2 if len(published) > 2 else 1
        published.insert(at, _step("translated", translated[1], translated[0]))
    return _once(steps + published)


def _step(role: str, name: str, words: str, basis: str = "byline") -> Step:
    return Step(role, name.strip(" ,;\xa0\t"), re.sub(r"\s+", " ", words).strip()[:300], basis)


def _published(head: str, tail: str, publisher: str, site: str) -> list[Step]:
    """Return who published and who passed on, in that order. What a person typed is the publisher, whatever else."""
    found = []
    source = _SOURCE.search(head) or _SOURCE.search(tail)
    if source:
        found += [(name, source[0], "byline") for name in (source[2], source[1]) if name]
    else:
        first = _FIRST_IN.search(head) or _FIRST_IN.search(tail) or _AGENCY.search(head) or _signed(head)
        found += [(first[1], first[0], "byline")] if first else []
    posted = _POSTED.search(head)
    if posted:
        found.append((posted[posted.lastindex or 0], posted[0], "byline"))
    if site:
        found.append((site, site, "metadata"))
    if publisher:
        found = [(publisher, publisher, "typed"), *(each for each in found if each[0].strip() != publisher)]
    return [
        _step("passed_on" if n else "published", name, words, basis)
        for n, (name, words, basis) in enumerate(found)
    ]


def _signed(head: str) -> re.Match[str] | None:
    """Return the line under the headline that names who published it, and when: "The Courier, 17 May 2031"."""
    lines = [found for found in re.finditer(r"[^\r\n]+", head[:1000]) if found[0].strip()][1:4]
    return next(filter(None, (_SIGNED.match(head, line.start()) for line in lines)), None)


def _authors(head: str, authors: tuple[str, ...]) -> list[Step]:
    byline = _BY.search(head)
    if byline:
        names = [name for name in re.split(r",[ \xa0]*|[ \xa0](?:and|и)[ \xa0]", byline[1]) if name.strip()]
        if 0 < len(names) <= 6 and all(re.fullmatch(_NAME, name.strip()) for name in names):
            return [_step("author", name, byline[0]) for name in names]
    return [_step("author", name, name, "metadata") for name in authors]


def _cited(text: str) -> list[Step]:
    found = []
    for pattern in _CITING:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            cited, teller = parts.get("cited") or match[2], parts.get("teller") or match[1]
            found += [_step("cited", cited, match[0]), _step("cited", teller, match[0])]
    return found[:_CITED_MAX]


def _once(steps: list[Step]) -> list[Step]:
    """Drop a party that stands in the same role already; the order stays."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for step in steps:
        key = (step.role, step.name.removeprefix("the ").casefold())
        if step.name and key not in seen:
            seen.add(key)
            kept.append(step)
    return kept

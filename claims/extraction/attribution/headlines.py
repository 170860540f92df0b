"""Names that stand outside sentences: before a headline's colon, behind its bar, in an interview."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, pairwise

from claims.extraction.attribution.names import names_in
from claims.extraction.attribution.speaker import NUMBERED, PERSONS, speaks
from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.names import talked_with
from claims.extraction.page import Page

_ANSWER = words_of("attribution", "answer")
_ASKED = words_of("attribution", "asked") | _ANSWER
_ARTICLES = words_of("attribution", "articles")
MAX_OFFICE = 3  # words of an office without a name: "the deputy mine captain"
_SETS_OFF = frozenset(":-–—")
MAX_HEADLINE = 40  # tokens of a line that can be a headline
MAX_WITH_STOP = 12  # … where it ends with a full stop
MAX_TAIL = 6  # tokens of a speaker that opens or closes a headline
MAX_BEHIND_BAR = 7  # tokens from its bar or dash on
MAX_BRACKET = 12  # tokens from the bracket behind its quotation on
MAX_BEHIND_COMMA = 10  # tokens from its comma on
MAX_ANSWER = 150  # tokens of one answer
_NOT_A_LABEL = words_of("attribution", "not_a_label")
_SMALL_WORDS = words_of("attribution", "small_words")
_WITH = words_of("attribution", "with")
_NOT_PERSON = words_of("attribution", "not_person")
_MARKS = frozenset("|–—(,")  # before a name behind a headline


def last_person(page: Page, first: int, end: int, language: Language) -> str:
    """Return the person a sentence begins with, else its last: "he" is whom the sentence before is about."""
    lead = first + 1 if first + 1 < end else first
    near = [k for k in range(lead, min(first + 4, end)) if _is_name(page, k, language)]
    if near:
        at = near[0]
        while at + 1 in near:
            at += 1  # "Farmer Ole Dunn mowed": the office is no part of the name
        return _name(page, at, language)
    return next(
        (_name(page, k, language) for k in range(end - 1, first, -1) if _is_name(page, k, language)), ""
    )


def person_told_of(page: Page, first: int, end: int, language: Language) -> str:
    """Return the person a sentence tells of by name, else by what it begins with: "The woman at the desk"."""
    person = last_person(page, first, end, language)
    if person:
        return person
    office = next(
        (i for i in range(first, end - 1) if page.words[i] in PERSONS and _is_surname(page, i + 1, language)),
        -1,
    )
    if office >= 0 or language.case:
        return page.typed(office, office + 2) if office >= 0 else ""
    k = first + (page.words[first] in _ARTICLES)
    at = next((i for i in range(k, min(k + MAX_OFFICE, end)) if page.words[i] in PERSONS), -1)
    return (
        "" if at < 0 or any(page.words[i] in language.stop for i in range(k, at)) else page.typed(k, at + 1)
    )


def _is_surname(page: Page, k: int, language: Language) -> bool:
    return page.capital(k) and page.words[k].isalpha() and page.words[k] not in language.months


def _is_name(page: Page, k: int, language: Language) -> bool:
    """Tell whether tokens k-1 and k are the two names of a person."""
    words = page.words
    return (
        page.capital(k)
        and page.capital(k - 1)
        and words[k].isalpha()
        and words[k - 1].isalpha()
        and words[k] not in language.months
        and words[k] not in _NOT_PERSON
        and words[k - 1] not in language.stop
        and words[k - 1] not in PERSONS  # "Farmer Ole Dunn": the office is no part of the name
        and not (k > 1 and words[k - 2] in _ARTICLES)  # "the Blue Kestrel"
        and words[k - 1] not in language.numbers
        and words[k] not in language.numbers
        and words[k] not in NUMBERED
    )


def _name(page: Page, k: int, language: Language) -> str:
    name = page.typed(k - 1, k + 1)
    if language.case and not _WITH.isdisjoint(page.words[max(k - 4, 0) : k - 1]):
        return talked_with(name)
    return name.removesuffix("'s")


def answers(page: Page, i: int, language: Language) -> str:
    """Return the person interviewed, for words behind "Answer:" or in reply to a question after a dash."""
    words = page.words
    first, _ = page.paragraph(i)
    talk = _talk(page)
    if not (_asked(page, first) and (words[first] in "—–" or _is_asking(page)) or 0 <= talk < first):
        marks = _marks(page)
        at = bisect_right(marks, i) - 1
        if at < 0 or words[marks[at]] not in _ANSWER or i - marks[at] > MAX_ANSWER:
            return ""
        first = marks[0] if marks[0] > 3 else marks[at]
    known: str | None = page.memo.get(("person", first))
    if known is None:
        known = page.memo["person", first] = _first_person(page, first, language)
    return known


def interviewed(page: Page, mark: int, language: Language) -> str:
    """Return the person interviewed, for a quotation opening at token `mark` right behind a question."""
    k = mark - 1
    while k > 0 and page.words[k] == "\n":
        k -= 1
    return _first_person(page, mark, language) if k > 0 and page.words[k] == "?" else ""


def _first_person(page: Page, end: int, language: Language) -> str:
    """Return the first full name (two capitals in a row) of at most 400 tokens before token `end`."""
    k = next((k for k in range(max(end - 400, 1), end) if _is_name(page, k, language)), 0)
    if not k:
        return ""
    return _name(page, k, language)


def _marks(page: Page) -> list[int]:
    """Return where "Q:", "A:", "Question:" and "Answer:" stand, in order."""
    known = page.memo.get("answers")
    if known is None:
        words = page.words
        asked = compress(range(len(words) - 1), map(_ASKED.__contains__, words))
        known = page.memo["answers"] = [i for i in asked if words[i + 1] == ":" and page.capital(i)]
    marks: list[int] = known
    return marks


def _talk(page: Page) -> int:
    """Return the first question of an interview whose turns begin with dashes, -1 where there are not two of them."""
    known: int | None = page.memo.get("talk")
    if known is None:
        words, asked = page.words, []
        for begin, end in pairwise([*page.paragraphs, len(words)]):
            if words[begin] in "—–" and "?" in words[max(begin, end - 3) : end]:
                asked.append(begin)
        known = page.memo["talk"] = asked[0] if len(asked) > 1 else -1
    return known


def _is_asking(page: Page) -> bool:
    """Tell whether a text goes from question to answer: two lines or more are each one question."""
    known: bool | None = page.memo.get("asking")
    if known is None:
        lines = 0
        for begin in page.paragraphs:
            stop = page.sentence(begin)[1]
            lines += page.words[stop - 1] == "?" or page.words[stop - 2 : stop] == ["?", "\n"]
        known = page.memo["asking"] = lines > 1
    return known


def _asked(page: Page, first: int) -> bool:
    """Tell whether the paragraph before ends with a question mark."""
    k = first - 1
    while k > 0 and page.words[k] == "\n":
        k -= 1
    return page.words[k] == "?"


def _speaks(page: Page, first: int, end: int, language: Language) -> bool:
    """Tell whether tokens [first, end) are nothing but an office or a body: "hospital officials", "МЧС"."""
    words = page.words
    if not all(words[j].isalpha() and words[j] not in language.stop for j in range(first, end)):
        return False
    return speaks(words[end - 1])


def _lists(page: Page, first: int, end: int, language: Language) -> bool:
    """Tell "Present: the mayor and thirteen councillors", where nothing is said, from a name and its words."""
    words = page.words
    return words[first : first + 1] != ['"'] and not any(
        words[j] in language.verbs
        or words[j] in language.said
        or words[j].endswith("ed")
        or is_verb(words[j])
        for j in range(first, end)
    )


def label(page: Page, i: int, language: Language) -> tuple[str, ...]:
    """Return the name a headline carries: "Name: words" in front, or "words | Name & Name" behind."""
    words = page.words
    first, end = page.paragraph(i)
    if end - first > MAX_HEADLINE:
        return ()
    while end > first and words[end - 1] == "\n":
        end -= 1
    if words[end - 1] in (".", "!", "?") and end - first > MAX_WITH_STOP:
        return ()
    found = (
        _closing(page, i, end, language)
        or _behind(page, i, end, language)
        or _in_front(page, i, first, end, language)
    )
    return names_in(page, *found, language) if found else ()


def _closing(page: Page, i: int, end: int, language: Language) -> tuple[int, int] | None:
    """Return the tokens of an office or body that closes a headline: "40 dead: officials"."""
    tail = next((k for k in range(end - 2, max(i, end - MAX_TAIL), -1) if page.words[k] in _SETS_OFF), -1)
    if tail > i and not page.glued(tail + 1) and _speaks(page, tail + 1, end, language):
        return tail + 1, end
    return None


def _behind(page: Page, i: int, end: int, language: Language) -> tuple[int, int] | None:
    """Return the tokens of the last name behind a bar, a dash, a quotation's bracket or a comma, with its year."""
    words = page.words
    if _MARKS.isdisjoint(words[i + 1 : end]):
        return None
    for k in range(end - 2, i, -1):
        if words[k] not in _MARKS or not page.capital(k + 1):
            continue
        if words[k] in ("|", "–", "—") and _is_title(page, k, end):
            return k + 1, end
        if words[k] == "(" and end - k <= MAX_BRACKET and words[k - 1] == '"':
            return k + 1, _before(page, k + 1, end, (",", ")"))
        if words[k] == "," and _has_year(page, k, end):
            stop = _before(page, k + 1, end, (",",))
            if stop < end and not words[k + 1][0].isdecimal() and words[k + 1] not in language.months:
                return k + 1, stop
    return None


def _before(page: Page, k: int, end: int, marks: tuple[str, ...]) -> int:
    """Return the first of some marks from token k on, `end` where there is none."""
    return next((j for j in range(k, end) if page.words[j] in marks), end)


def _is_title(page: Page, k: int, end: int) -> bool:
    """Tell whether nothing but names in capitals stands behind the bar or dash at token k."""
    words = page.words
    return (
        not page.glued(k)
        and end - k <= MAX_BEHIND_BAR
        and words[k + 1].isalpha()
        and all(
            page.capital(j) or not words[j].isalpha() or words[j] in _SMALL_WORDS for j in range(k + 1, end)
        )
    )


def _has_year(page: Page, k: int, end: int) -> bool:
    """Tell whether a year stands in the few words behind the comma at token k: ", Ida Lund, 2031"."""
    return end - k <= MAX_BEHIND_COMMA and any(
        word.isdecimal() and len(word) == 4 for word in page.words[k + 1 : end]
    )


def _in_front(page: Page, i: int, first: int, end: int, language: Language) -> tuple[int, int] | None:
    """Return the tokens of a name that stands before a headline's colon."""
    words = page.words
    for k in range(first + 1, min(i, first + MAX_TAIL)):
        if (
            words[k] == ":"
            and i > k + 1
            and not words[k + 1][0].isdecimal()
            and all(page.capital(j) for j in range(first, k))
            and (k - first > 1 or _speaks(page, first, k, language) or not _lists(page, k + 1, end, language))
            and words[k - 1] not in _NOT_A_LABEL
            and not any(words[j] in language.numbers for j in range(first, k))
            and any(word.isalpha() for word in words[k + 1 : i] + words[i + 1 : end])
            and not page.level[page.starts[first] : page.ends[k - 1]].isupper()
        ):
            return first, k
    return None

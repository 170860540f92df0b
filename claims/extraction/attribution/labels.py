"""Names in front of a line's colon: whoever speaks the line, in an interview, a log or a list of papers."""

from __future__ import annotations

from collections import Counter

from claims.extraction.attribution.names import names_in
from claims.extraction.attribution.speaker import PAPERS, SPEAKING, speaks
from claims.extraction.counted.nouns_case import is_verb
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_NOT_A_LABEL = words_of("attribution", "not_a_label")
_SMALL_WORDS = words_of("attribution", "small_words", signs="- ' & .")
_OFFICES = words_of("attribution", "offices")
_BULLETS = frozenset("•▪●■◦*-–—·")
_FRONT_BODIES = words_of("attribution", "front_bodies")
_PLACES = words_of("attribution", "ends_name_at_place", signs="— –")
_FROM = words_of("attribution", "on_whose")
MAX_SIGNS = 4  # bullets and pictures before a label
MAX_ROW = 2  # words behind the number of a table's row
MAX_LABEL = 12  # tokens before the colon


def label_of(page: Page, i: int, language: Language) -> tuple[str, ...]:
    """Return who speaks the line of token i by the name before its colon: "Ida Lund, foreman: we are twelve".

    That name is a person's, that of an office or a body, or any name in front of a quotation; other words
    before a colon ("Turnout in Cape Lowe: 71 per cent") speak of the figure, not for it.
    """
    words, start, colon = page.words, *_before_colon(page, i)
    if colon <= start or words[colon - 1] in _NOT_A_LABEL:
        return ()
    quoted = words[colon + 1] == '"' and '"' not in words[colon + 2 : i]
    start, k = _named(page, start, colon, language) if quoted else (start, colon)
    if k <= start or _says(page, start, k, language):
        return ()
    if not (page.capital(start) or words[start] in SPEAKING and page.capital(k - 1)):
        return ()
    comma = next((j for j in range(start, k) if words[j] == ","), k)
    if not quoted and not _can_speak(page, start, comma, k, i):
        return ()
    return _speaker(page, i, start, comma, k, language, quoted=quoted)


def _speaker(
    page: Page, i: int, start: int, comma: int, k: int, language: Language, *, quoted: bool
) -> tuple[str, ...]:
    """Return the person, office, body or paper named at tokens [start, k) before a colon."""
    words = page.words
    pieces = [(start, comma)] if comma == k else [(start, comma), (comma + 1, k)]
    for begin, end in pieces:
        if any(words[j] in language.numbers for j in range(begin, end)):
            continue  # "Sky One" is no person
        if _is_person(page, begin, end) or quoted and page.capital(begin) and _is_name(page, begin, end):
            return names_in(page, begin, end, language)
    if comma == k and i > k + 1 and _is_person(page, k - 2, k) and _is_office(page, start, k - 2, language):
        return names_in(page, start, k, language)
    if speaks(words[comma - 1]) or quoted and comma == k:
        return names_in(page, start, comma, language)
    if (
        k - start == 1
        and words[start] not in language.stop
        and page.capital(k + 1)
        and _speaks_again(page, start, k)
    ):
        return names_in(page, start, k, language)  # "Гай: Занято сорок коек.", a turn of a talk
    if comma < k and words[comma - 1] in PAPERS and words[comma + 1] in _FROM:
        return names_in(page, comma + 2, k, language)  # "First exit poll, from Veris:"
    if words[comma - 1] in PAPERS and not words[comma - 1].endswith("s") and i < page.sentence(start)[1]:
        return names_in(page, start, comma, language)  # "Study: one in five nurses plan to quit"
    return ()


def _tells(page: Page, start: int, k: int, i: int) -> bool:
    """Tell "Police: 12 held after riot" from the row of a table, "Police: 12"."""
    words = page.words
    if not speaks(words[k - 1]) and words[k - 1] not in PAPERS:
        return "," in words[start:k]
    return sum(word.isalpha() for word in words[i + 1 : page.sentence(i)[1]]) > MAX_ROW


def _named(page: Page, start: int, k: int, language: Language) -> tuple[int, int]:
    """Return the tokens of the name within a label: "Выступил мэр Олег Лисов:", "Нина Гай развела руками:"."""
    words = page.words
    if not language.case:
        small = (
            j
            for j in range(start, k)
            if not page.capital(j) and words[j] not in _SMALL_WORDS and words[j] != ","
        )
        end = next(small, k)
        return start, end if _is_person(page, start, end) else k
    if words[start] in _PLACES:
        return start, start  # "Из сообщения штаба: «…»"
    while start < k and is_verb(words[start]):
        start += 1
    return start, next((j for j in range(start + 1, k) if is_verb(words[j]) or words[j] in _PLACES), k)


def heading(page: Page, start: int, k: int, language: Language) -> tuple[str, ...]:
    """Return the person or office that is all there is before the colon at token k: "Министр Лисов:"."""
    start = _past_signs(page, start, k)
    comma = next((j for j in range(start, k) if page.words[j] == ","), k)
    if k - start > MAX_LABEL or not (_is_person(page, start, comma) or page.words[start] in SPEAKING):
        return ()
    return names_in(page, start, comma, language)


def _past_signs(page: Page, start: int, end: int) -> int:
    """Skip bullets and pictures at the head of a line."""
    stop = min(end, start + MAX_SIGNS)
    while start < stop and not page.words[start][0].isalnum() and page.words[start] != '"':
        start += 1
    return start


def _before_colon(page: Page, i: int) -> tuple[int, int]:
    """Return the tokens before the colon of token i's line, or of its entry in a live report; (0, 0) for none."""
    words = page.words
    first, begin = page.paragraph(i)[0], page.sentence(i)[0]
    if begin != first and _is_hour(page, begin):
        first = begin
    if ":" not in words[first : min(i, first + MAX_LABEL + 2)]:
        return 0, 0
    start = _past_signs(page, first, i)
    if _is_hour(page, start):
        start += 1
        start += words[start] in _BULLETS
    until = min(i, start + MAX_LABEL, page.sentence(start)[1])
    line = words[start:until]
    return (start, start + line.index(":")) if ":" in line else (0, 0)


def _is_office(page: Page, first: int, end: int, language: Language) -> bool:
    """Tell an office before a name, "Fire chief Tam Ekker:", from "Turnout in Cape Lowe:"."""
    words = page.words
    return first < end and all(
        words[j].isalpha() and words[j] not in language.stop for j in range(first, end)
    )


def _says(page: Page, first: int, end: int, language: Language) -> bool:
    """Tell a sentence that says who speaks, "This was said by the mayor:", from a name."""
    return any(page.words[j] in language.said and not page.capital(j) for j in range(first, end))


def _can_speak(page: Page, start: int, comma: int, k: int, i: int) -> bool:
    """Tell a speaker from a place, a person in the dock and a heading, where no quotation follows the colon."""
    words = page.words
    if i == k + 1 and not _is_person(page, start, k) and not _tells(page, start, k, i):
        return False  # "Province of Vell: 12 dead"
    if comma < k and words[comma + 1][0].isdecimal():
        return False  # "Tam Fisk, 51: speeding"
    capitals = page.level[page.starts[start] : page.ends[k - 1]].isupper()
    return not capitals or _speaks_again(page, start, k)  # "GOLD BAY: Boat capsizes with 33 aboard"


def _is_person(page: Page, first: int, end: int) -> bool:
    """Tell whether tokens are two to four words, all with capitals."""
    alpha = [j for j in range(first, end) if page.words[j].isalpha() and page.words[j] not in _SMALL_WORDS]
    return 2 <= len(alpha) <= 4 and all(page.capital(j) for j in alpha) and _is_name(page, first, end)


def _is_hour(page: Page, i: int) -> bool:
    """Tell the hour of a live report at its entry's head."""
    return page.words[i][0].isdecimal() and not page.words[i].isdecimal()


def _speaks_again(page: Page, first: int, k: int) -> bool:
    """Tell whether words in capitals before a colon are a speaker's: an office, or standing there more than once."""
    if k - first == 1 and (page.words[first] in _OFFICES or page.words[first] in _FRONT_BODIES):
        return True
    counts: Counter[str] | None = page.memo.get("labels")
    if counts is None:
        words = page.words
        counts = Counter(words[j - 1] for j in range(1, len(words)) if words[j] == ":")
        page.memo["labels"] = counts
    return counts[page.words[k - 1]] > 1


def _is_name(page: Page, first: int, end: int) -> bool:
    return first < end and all(
        page.capital(j) or page.words[j] in _SMALL_WORDS or not page.words[j].isalpha()
        for j in range(first, end)
    )

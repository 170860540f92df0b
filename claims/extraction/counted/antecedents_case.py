"""What a Russian pronoun before a number takes up: "принято из них менее ста", "истцов прибавилось, их 1112"."""

from __future__ import annotations

from claims.extraction.counted.agreement import asked_by
from claims.extraction.counted.word_classes import is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import is_person_lemma
from claims.extraction.page import Page

_OF = words_of("counted", "out_of_case")
_THOSE = words_of("counted", "those_case")
_COLLECTIVE = words_of("counted", "collective_objects")
_VICTIMS = words_of("counted", "victims")
_THEIR = words_of("counted", "their_number")
_COPULAS = words_of("licences_case", "passing") | words_of("licences_case", "copulas")
_PLACING = words_of("counted", "placing")
_PAST_PLURAL = endings_of("counted", "past_plural_ends")
_TO_PEOPLE = endings_of("counted", "to_people")
_THIS = words_of("counted", "this")
_BY = words_of("counted", "by_so_many")
_COMPARED = words_of("counted", "compared_more")
_COMMON_COUNTS = words_of("counted", "common_counts")
_CLAUSE = frozenset(", ; : — – ( ) . ! ? \n |".split(" "))
MAX_BACK = 8  # tokens looked back over for the pronoun
MAX_WHOLE = 14  # tokens looked back over for the whole: "из 48 школ тепло дали в тридцати"
MAX_FIGURES = 6  # figures back in which its noun is looked for


def of_those(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    """Return the noun of the figure that "из них" or "их" before a number takes up, "" where neither stands there."""
    words, first = page.words, draft.first
    if not first:
        return ""
    begins = page.sentence(first)[0]
    last = earlier[-1] if earlier else None
    if first == begins and words[first] in _COLLECTIVE and last and last.kind == "count":
        near = last.a >= page.paragraph(first)[0] and is_person_lemma(last.counted)
        return last.counted if near and last.counted not in _VICTIMS else ""  # "четверых продержали до утра"
    k = max(draft.b, draft.end)
    compared = words[begins] in _THIS and words[first - 1] in _BY and "".join(words[k : k + 1]) in _COMPARED
    if not compared and not _stands_before(words, first, begins):
        return ""
    start = page.paragraph(first)[0]
    for other in reversed(earlier[-MAX_FIGURES:]):
        if other.a < start:
            return ""
        if other.kind in ("count", "ratio") and other.counted:
            return other.counted
    return ""


def in_places(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return what was counted last where "в девяти нашли бактерии" is said of it: nobody is in a number of people."""
    words, first = page.words, draft.first
    begins = page.sentence(first)[0]
    if first <= begins or words[first - 1] not in _PLACING or words[first - 2] in _COMMON_COUNTS:
        return ""
    of_whole = words[begins] in _OF or not _OF.isdisjoint(words[max(begins, first - MAX_WHOLE) : first])
    if asked_by(words[draft.b - 1], language) != "slant" and not of_whole:
        return ""  # "в 12" may be an hour
    start = page.paragraph(first)[0]
    for other in reversed(earlier[-MAX_FIGURES:]):
        if other.a < start:
            return ""
        if other.kind == "ratio" and other.a >= begins and other.counted:
            return other.counted  # "тепло вернули в половину домов, в трёх воду сливают"
        if other.kind == "count" and other.counted and not is_person_lemma(other.counted):
            larger = other.high is None or draft.low is None or other.high > draft.low
            return other.counted if larger else ""
    return ""


def is_place(page: Page, other: Draft, draft: Draft) -> bool:
    """Tell "в шести комнатах — восемьдесят семь": a clause that opens with a place counts who is there, not places."""
    words = page.words
    placed = other.first > page.sentence(other.first)[0] and words[other.first - 1] in _PLACING
    between = words[max(other.noun_end, other.end) : draft.first]
    return placed and "," not in between and _OF.isdisjoint(between)


def done_to(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return what the sentence before counts most of, for "снесли 18" behind "в реестре 512 объектов".

    A verb of what befalls people, and a collective number, say that people are meant.
    """
    words, first = page.words, draft.first
    begins = page.sentence(first)[0]
    if not begins or not earlier or earlier[-1].a >= begins or words[draft.a] in language.words["collective"]:
        return ""
    verb = words[first - 1] if first > begins else ""
    if not verb.endswith(_PAST_PLURAL) or verb.startswith(_TO_PEOPLE) or not is_verb(verb):
        return ""
    start = page.sentence(begins - 1)[0]
    found = [one for one in earlier[-MAX_FIGURES:] if start <= one.a < begins and one.kind == "count"]
    if not found or start < page.paragraph(first)[0]:
        return ""
    whole = max(found, key=lambda one: one.low or one.high or 0)
    larger = (whole.low or whole.high or 0) > (draft.low or draft.high or 0)
    return whole.counted if larger and not is_person_lemma(whole.counted) else ""


def _stands_before(words: list[str], first: int, begins: int) -> bool:
    at = first - 1
    while at > begins and words[at] in _COPULAS:
        at -= 1
    if words[at] in _THEIR and at >= begins:
        return True  # "истцов прибавилось, их 1112", "всего с начала года их было семь"
    start = first - 2 if words[first - 1] in "—–" else first - 1  # "из них ложных — 40"
    for k in range(start, max(first - MAX_BACK, begins), -1):
        if words[k] in _THOSE and words[k - 1] in _OF:
            return True
        if words[k] in _CLAUSE:
            return False
    return False

"""What a bare number counts by its place: in a row, after a colon, with "in all", in "the eldest of nine"."""

from __future__ import annotations

from claims.extraction.counted import subjects_plural, tables
from claims.extraction.counted.nouns_plural import CASUALTIES, PEOPLE, is_person, is_plural, phrase
from claims.extraction.draft import Draft
from claims.extraction.languages import phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_IN_ALL = phrases_of("counted", "in_all")
_OF_WHICH = phrases_of("counted", "of_which")
_VENUES = words_of("counted", "venues")
_HOLDING = words_of("counted", "holding")
_SEATING = words_of("counted", "seating")
_COMPANIES = words_of("counted", "companies")
_OF_CHILDREN = words_of("counted", "of_children")
_CHILDREN = words_of("counted", "children")
_ENDS = frozenset('. ; , ) \n " ('.split(" "))
_LABELS = frozenset(":–—")
_TRADING = words_of("counted", "trading")
_TO_OR_AT = words_of("counted", "to_or_at")
_SIDES = words_of("licences", "sides")
_VOTES = "votes"
_NONE = words_of("licences", "none")
_NEAR = 5  # tokens of "of which allowed"
MAX_LABEL = 12  # tokens of the label of a row


def known_by_place(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the noun that the place of a bare number tells, "" where it tells none."""
    words, first, k = page.words, draft.first, max(draft.b, draft.end)
    if not first:
        return ""
    before = words[first - 1]
    if words[draft.a] in _NONE and earlier and earlier[-1].kind == "count":
        return earlier[-1].counted
    if column := tables.spaced_column(page, draft):
        return column
    if words[k : k + 2] in _IN_ALL:
        return _of_those_named(page, draft, language)
    if before in _LABELS:
        return _of_row(page, draft, language, earlier)
    if before == "(" and page.capital(first - 2) and words[k : k + 1] == [")"]:
        return _of_places(page, draft, language, earlier)
    return _of_holder(page, draft, before, k, language) or _of_heading(page, draft, k, language, earlier)


def _of_heading(page: Page, draft: Draft, k: int, language: Language, earlier: list[Draft]) -> str:
    """Return the licences of "Licences: the board received 64, granted 51": a plural names the matter."""
    words, (first, end) = page.words, page.sentence(draft.first)
    colon = next((i for i in range(first + 1, min(first + _NEAR, draft.first)) if words[i] == ":"), -1)
    if colon < 0 or k < end and words[k] not in _ENDS and words[k] not in language.stop:
        return ""
    noun = words[colon - 1]
    if not is_plural(noun, language) or is_person(noun) or noun in CASUALTIES or noun in language.said:
        return ""
    label = subjects_plural.ending_at(page, colon, language)
    last = earlier[-1] if earlier and earlier[-1].a > colon else None
    return "" if last is not None and last.counted != label else label


def _of_holder(page: Page, draft: Draft, before: str, k: int, language: Language) -> str:
    """Return the people a hall holds, the children somebody is the eldest of, the index that closed at so much."""
    words, first = page.words, draft.first
    if before in _TO_OR_AT and first > 1 and words[first - 2] in _TRADING:
        return subjects_plural.subject(page, draft, language)  # "the index closed at 4,417"
    if before == "of" and first > 1 and words[first - 2] in _OF_CHILDREN:
        return next(iter(_CHILDREN))
    if before == "of" and first > 1 and words[first - 2] in _COMPANIES and words[k : k + 1] != ["of"]:
        return words[first - 2]  # "a crew of five"
    holds = before in _HOLDING and words[k : k + 1] and (words[k] in _ENDS or words[k] in language.stop)
    if holds and (before in _SEATING or not _VENUES.isdisjoint(words[max(first - 4, 0) : first - 1])):
        return PEOPLE
    return ""


def _of_those_named(page: Page, draft: Draft, language: Language) -> str:
    """Return the observers of "observers from 17 organisations came, 1,960 in total": the plural that opens it."""
    first, _ = page.sentence(draft.first)
    at, end = phrase(page, first, language, single=False)
    governs = (
        end < draft.first and page.words[end] in language.stop and is_plural(page.words[end - 1], language)
    )
    return page.words_of(at, end) if at < end and governs else ""


def _of_row(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return what the label of a row names, else its heading, else what the row above counts."""
    words, i = page.words, draft.first - 1
    line, _ = page.paragraph(i)
    if line < i and i - line <= MAX_LABEL:
        near = range(max(line, i - _NEAR), i - 1)
        if earlier and any(words[k : k + 2] in _OF_WHICH for k in near):
            return earlier[-1].counted
        label = "" if words[i - 1] in CASUALTIES else subjects_plural.ending_at(page, i, language)
        if label and is_plural(label.split()[-1].lower(), language):
            return label
        above = tables.row_above(page, i, earlier)
        found = tables.heading(page, i, language) or _of_row_above(page, above)
        if found and words[i - 1] not in CASUALTIES:
            return found
    if words[i] == ":" and words[i - 1] in _SIDES:
        return _VOTES
    return "" if words[i] != ":" else _before_colon(page, draft, language, earlier)


def _of_row_above(page: Page, above: Draft | None) -> str:
    """Return what the row above counts, unless that is only its own label."""
    if above is None or above.counted == PEOPLE and above.elided:
        return ""
    own = above.elided and page.words[above.first - 2] == above.counted.split()[-1].lower()
    return "" if own or above.kind != "count" else above.counted


def _before_colon(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the names of "the names of the fallen are read: nineteen from the first war, seven from the second"."""
    first, _ = page.sentence(draft.first)
    if earlier and earlier[-1].a >= first:
        return ""
    at, end = phrase(page, _past_determiners(page, first, draft.first, language), language, single=False)
    return (
        page.words_of(at, end) if at < end < draft.first and is_plural(page.words[end - 1], language) else ""
    )


def _past_determiners(page: Page, k: int, end: int, language: Language) -> int:
    words = page.words
    while k < end and (words[k] in language.stop or words[k] in language.weekdays or not words[k].isalpha()):
        k += 1
    return k


def _of_places(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the applicants of "most applicants came from Quarran (612)": the plural said before, or counted before."""
    first, _ = page.sentence(draft.first)
    last = earlier[-1] if earlier else None
    if last and last.a >= first and last.kind == "count":
        return last.counted
    return next(
        (
            word
            for k, word in enumerate(page.words[first : draft.first - 2], first)
            if is_plural(word, language)
            and word not in language.verbs
            and (k == first or not page.capital(k))
        ),
        "",
    )

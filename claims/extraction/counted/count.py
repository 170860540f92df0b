"""Find what a number counts: the noun after it, the noun it leans on, or the one left unsaid.

How a noun phrase is built differs between languages that mark the plural (`nouns_plural`) and those that
mark case (`nouns_case`); everything else is common.
"""

from __future__ import annotations

from claims.extraction.counted import (
    antecedents,
    antecedents_case,
    clauses_plural,
    comparisons,
    money_case,
    nouns_case,
    nouns_plural,
    parallels_case,
    rows_plural,
    shares,
    subjects_case,
    subjects_plural,
    tables,
)
from claims.extraction.counted.lemmas_case import lemma
from claims.extraction.counted.nouns_plural import CASUALTIES
from claims.extraction.draft import Draft
from claims.extraction.languages import mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_OUT_OF_THOSE = phrases_of("counted", "out_of_those")
_DEGREE_WORDS = words_of("counted", "degree_words", signs="°")
_POINT_UNITS = words_of("counted", "point_units")
# Units that are printed short, with the word that says them whole.
_LONG = mapping_of("counted", "long")
_POWERS = words_of("counted", "powers")
_DEATHS = words_of("counted", "deaths")
_ACTING = words_of("counted", "acting")
_AN_HOUR = tuple(map(" ".join, phrases_of("numbers", "an_hour")))
_OPENS_PART = words_of("counted", "opens_part")
_COINS = words_of("numbers", "small")
MAX_BACK = 12  # figures looked back over for a noun
_HEDGES = 4  # words of a hedge between a label and its number
_LABELS = frozenset(": | — –".split())


def count(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Fill in `counted`, `noun_at`, `noun_end` and `elided`."""
    nouns = nouns_case if language.case else nouns_plural
    if draft.counted:
        return
    if draft.kind == "money":
        draft.counted = _money_word(page, draft, language)
        draft.noun_at = draft.noun_end = max(draft.end, draft.b)
    elif draft.unit == "metre" and (last := comparisons.money_again(page, draft, earlier)):
        draft.kind, draft.unit, draft.counted = "money", last.unit, last.counted
        draft.noun_at = draft.noun_end = draft.b
    elif draft.kind in ("measure", "duration"):
        draft.counted = _unit_word(page, draft, language)
    else:
        share = draft.kind in ("percent", "ratio")
        found = nouns.after(page, draft, language, share=share)
        if found:
            draft.counted = found if language.case else _without_state(draft, found)
            if language.case and not share:
                parallels_case.turned_round(page, draft, language)
        elif share:
            draft.elided = True
            draft.counted = shares.of_share(page, draft, language, earlier)
        else:
            draft.elided = True
            draft.counted = _left_unsaid(page, draft, language, earlier)
            if language.case:
                money_case.by_heading(page, draft, language)
                money_case.scale_taken_over(page, draft, earlier)
                money_case.sum_of_money(page, draft, language, earlier)
                parallels_case.carry_unit(page, draft, language, earlier)
            comparisons.same_measure(page, draft, language, earlier)
            comparisons.same_share(page, draft, language, earlier)
            comparisons.same_unit(page, draft, language, earlier)
            comparisons.level_of_index(page, draft, earlier)
            comparisons.same_time(page, draft, earlier)
    if draft.trace is not None:
        draft.note("counted", f"{draft.counted}{' (left unsaid)' if draft.elided else ''}")


def _without_state(draft: Draft, found: str) -> str:
    """Return the key of "one key missing" and the man of "one man dead"."""
    noun, _, state = found.rpartition(" ")
    if not noun or draft.low != 1 or state not in CASUALTIES:
        return found
    draft.noun_end -= 1
    return noun


def _money_word(page: Page, draft: Draft, language: Language) -> str:
    names = language.money
    for i in range(draft.b - 1, draft.first - 1, -1):
        word = page.words[i]
        if word == "p":
            return "pence"
        if word in _COINS and draft.unit != "cent":
            continue  # "2 рубля 40 копеек" are roubles
        if word in language.currencies and word.isalpha() and len(word) > 3:
            return lemma(page, i) if language.case else word
    return names.get(draft.unit, draft.unit)


def _unit_word(page: Page, draft: Draft, language: Language) -> str:
    if draft.unit == "degrees" and draft.noun_end <= draft.noun_at:
        return "градус" if language.case else "degrees"
    if draft.unit == "magnitude":
        return "магнитуда" if language.case else "magnitude"
    if draft.noun_end <= draft.noun_at:
        if language.case and draft.unit in language.units:
            return draft.unit
        if draft.unit in _POINT_UNITS:
            return "пункт" if language.case else draft.unit + "s"
        return draft.unit if draft.unit == "per mille" else draft.unit + "s"
    if language.case and (area := _area(draft, language)):
        return area
    words = page.words_of(draft.noun_at, draft.noun_end)
    if page.words[draft.noun_at] in _DEGREE_WORDS:
        return "градус" if language.case else "degrees"
    first = page.words[draft.noun_at]
    if not language.case and draft.unit.partition(" ")[0] in _POWERS and first in _LONG:
        return draft.unit + "s"
    rate = next((one for one in _AN_HOUR if f" {one}" in words), "")
    if rate and not language.case:
        words = words.split(f" {rate}")[0]
    if language.case:
        unit = draft.unit.split("/")[0].split(" per ")[0]
        return _LONG.get(unit, unit)
    if "/" in words:
        return _LONG.get(first) or words.split("/")[0]
    return _LONG.get(words, words)


def _area(draft: Draft, language: Language) -> str:
    """Return "квадратный метр" for a unit of two words in any case, "" for others."""
    first, _, second = draft.unit.lower().replace(".", "").partition(" ")
    if first not in language.units or second not in language.units:
        return ""
    return f"{language.units[first][1]} {language.units[second][1]}"


def _left_unsaid(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the noun of a bare number: a label before it, "the number of …", or the one counted last."""
    nouns = nouns_case if language.case else nouns_plural
    subjects = subjects_case if language.case else subjects_plural
    k = max(draft.b, draft.end)
    partitive = nouns.is_partitive(page, k)
    found = nouns.predicate_noun(page, k, language) or _taken_up(page, draft, language, earlier)
    if not found and not partitive:
        found = _named(page, draft, language)
    if found:
        return found
    if page.words[k : k + 2] == ["of", "us"]:
        return "people"
    if draft.low is not None and draft.low != int(draft.low) and not draft.scaled:
        found = subjects.subject(page, draft, language)
    if not found and not partitive and not language.case:
        found = antecedents.taken_up(page, draft, language, earlier)
    return found or _counted_last(page, draft, language, earlier, partitive=partitive)


def _taken_up(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the noun of the figure that a number is a part of, stands in the place of, or is done to."""
    last = earlier[-1] if earlier else None
    if (
        last
        and last.kind == "count"
        and last.counted
        and page.words[last.noun_end : draft.first] in _OUT_OF_THOSE
    ):
        return last.counted
    if not language.case:
        return rows_plural.known_by_place(page, draft, language, earlier)
    return (
        antecedents_case.of_those(page, draft, earlier)
        or antecedents_case.in_places(page, draft, language, earlier)
        or antecedents_case.done_to(page, draft, language, earlier)
    )


def _named(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun that a column, a label, "the number of" or a noun turned round gives a bare number."""
    subjects = subjects_case if language.case else subjects_plural
    k = max(draft.b, draft.end)
    return (
        tables.column(page, draft, language)
        or ("" if language.case else tables.list_head(page, draft, language))
        or ("" if page.words[k : k + 1] and page.words[k] in CASUALTIES else _label(page, draft, language))
        or ("" if language.case else clauses_plural.votes(page, draft.first))
        or subjects.number_of(page, draft, language)
        or subjects.before(page, draft, language)
    )


def _counted_last(
    page: Page, draft: Draft, language: Language, earlier: list[Draft], *, partitive: bool
) -> str:
    """Return what the figures before count, where the number can be of the same; else people."""
    nouns = nouns_case if language.case else nouns_plural
    k = max(draft.b, draft.end)
    same = _in_sentence(page, draft, language, earlier)
    if page.words[draft.a] in language.words.get("collective", ()) and not nouns.is_person(same):
        return nouns.PEOPLE
    suffered = nouns.does_people(page, k, language)
    if suffered and same in _DEATHS:
        return nouns.PEOPLE
    if same and (nouns.is_person(same) or not suffered):
        return same
    following = page.words[k] if k < len(page.words) else "."
    acts = following in language.verbs or following in _ACTING or following.endswith("ed")
    if (language.case or suffered or not acts) and not partitive:
        return nouns.PEOPLE
    for other in reversed(earlier[-MAX_BACK:]):
        if other.a < page.paragraph(draft.a)[0]:
            break
        if other.kind == "count" and other.counted and (partitive or nouns.is_person(other.counted)):
            return other.counted
    return nouns.PEOPLE


def _in_sentence(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    first, _ = page.sentence(draft.a)
    for other in reversed(earlier[-MAX_BACK:]):
        if other.a < first:
            return ""
        passed = (
            _is_smaller_part(page, other, draft)
            or language.case
            and antecedents_case.is_place(page, other, draft)
        )
        if other.kind == "count" and other.counted and not passed:
            return other.counted
    return ""


def _is_smaller_part(page: Page, other: Draft, draft: Draft) -> bool:
    """Tell "70 участников, в том числе 12 подростков; отпустили 40": these are not of the part, but of the whole."""
    value, part = draft.low or draft.high or 0, other.high or other.low or 0
    return part < value and other.first > 0 and page.words[other.first - 1] in _OPENS_PART


def _label(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun of a table row or list: "Tents: 1,450", "Applications | 4,218"."""
    subjects = subjects_case if language.case else subjects_plural
    i = draft.first - 1
    while language.case and i > draft.first - _HEDGES and page.words[i] in language.before:
        i -= 1  # "палатки: не менее 30"
    hedged = i < draft.first - 1 and page.words[i] != ":"
    if i < 1 or hedged or page.words[i] not in _LABELS:
        return ""
    return subjects.ending_at(page, i, language)

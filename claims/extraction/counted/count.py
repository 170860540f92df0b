"""Find what a number counts: the noun after it, the noun it leans on, or the one left unsaid.

How a noun phrase is built differs between languages that mark the plural (`nouns_plural`) and those that
mark case (`nouns_case`); everything else is common.
"""

from __future__ import annotations

from claims.extraction.counted import (
    antecedents,
    clauses_plural,
    nouns_case,
    nouns_plural,
    shares,
    subjects_plural,
    tables,
)
from claims.extraction.counted.nouns_plural import CASUALTIES
from claims.extraction.draft import Draft
from claims.extraction.languages import mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.digits import value_of
from claims.extraction.page import Page

_OUT_OF_THOSE = phrases_of("counted", "out_of_those")
_TO_OR_AT = words_of("counted", "to_or_at")
_INDEX_UNITS = words_of("counted", "index_units")
_AGE_OPENERS = words_of("counted", "age_openers")
_AFTER_MONEY = words_of("counted", "after_money")
_BEFORE_MONEY_CHANGE = words_of("counted", "before_money_change")
_DEGREE_WORDS = words_of("counted", "degree_words", signs="°")
_POINT_UNITS = words_of("counted", "point_units")
# Units that are printed short, with the word that says them whole.
_LONG = mapping_of("counted", "long")
_AGAINST = words_of("counted", "against")
_FROM = words_of("counted", "from")
_JOINS_SHARES = words_of("counted", "joins_shares", signs=",")
_POWERS = words_of("counted", "powers")
_DEATHS = words_of("counted", "deaths")
_ACTING = words_of("counted", "acting")
_INDICES = words_of("counted", "indices")
_AN_HOUR = tuple(map(" ".join, phrases_of("numbers", "an_hour")))
MILLION = 1_000_000
MAX_AGAIN = 15  # tokens from a sum of money to one that leaves out its currency
MAX_BACK = 12  # figures looked back over for a noun
_LABELS = frozenset(": | — –".split())


def count(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Fill in `counted`, `noun_at`, `noun_end` and `elided`."""
    nouns = nouns_case if language.case else nouns_plural
    if draft.counted:
        return
    if draft.kind == "money":
        draft.counted = _money_word(page, draft, language)
        draft.noun_at = draft.noun_end = max(draft.end, draft.b)
    elif draft.unit == "metre" and earlier and _is_money_again(page, draft, earlier[-1]):
        draft.kind, draft.unit, draft.counted = "money", earlier[-1].unit, earlier[-1].counted
        draft.noun_at = draft.noun_end = draft.b
    elif draft.kind in ("measure", "duration"):
        draft.counted = _unit_word(page, draft, language)
    else:
        share = draft.kind in ("percent", "ratio")
        found = nouns.after(page, draft, language, share=share)
        if found:
            draft.counted = found
        elif share:
            draft.elided = True
            draft.counted = shares.of_share(page, draft, language, earlier)
        else:
            draft.elided = True
            draft.counted = _left_unsaid(page, draft, language, earlier)
            _same_measure(page, draft, language, earlier)
            _same_share(page, draft, language, earlier)
            _same_unit(page, draft, language, earlier)
            _level_of_index(page, draft, earlier)
    if draft.trace is not None:
        draft.note("counted", f"{draft.counted}{' (left unsaid)' if draft.elided else ''}")


def _is_money_again(page: Page, draft: Draft, last: Draft) -> bool:
    """Read the "m" of "roads 4.0m crowns, schools 2.4m" as million, and multiply."""
    glued = page.words[draft.b - 1] == "m" and page.glued(draft.b - 1)
    if (
        not glued
        or last.kind != "money"
        or not last.scaled
        or draft.a - last.b > MAX_AGAIN
        or draft.low != draft.high
    ):
        return False
    if draft.low is None:
        return False
    draft.low = draft.high = draft.low * MILLION
    draft.scaled = True
    draft.flags.append("scale_taken_over")
    return True


def _money_word(page: Page, draft: Draft, language: Language) -> str:
    names = language.money
    for i in range(draft.b - 1, draft.first - 1, -1):
        word = page.words[i]
        if word == "p":
            return "pence"
        if word in language.currencies and word.isalpha() and len(word) > 3:
            return nouns_case.lemma(page, i) if language.case else word
    return names.get(draft.unit, draft.unit)


def _unit_word(page: Page, draft: Draft, language: Language) -> str:
    if draft.unit == "degrees" and draft.noun_end <= draft.noun_at:
        return "градус" if language.case else "degrees"
    if draft.unit == "magnitude":
        return "магнитуда" if language.case else "magnitude"
    if draft.noun_end <= draft.noun_at:
        if draft.unit in _POINT_UNITS:
            return "пункт" if language.case else draft.unit + "s"
        return draft.unit if draft.unit == "per mille" else draft.unit + "s"
    words = page.words_of(draft.noun_at, draft.noun_end)
    if page.words[draft.noun_at] in _DEGREE_WORDS:
        return "градус" if language.case else "degrees"
    first = page.words[draft.noun_at]
    if not language.case and draft.unit.partition(" ")[0] in _POWERS and first in _LONG:
        return draft.unit + "s"
    rate = next((one for one in _AN_HOUR if f" {one}" in words), "")
    if rate and not language.case:
        words = words.split(f" {rate}")[0]
    if "/" in words or language.case:
        return _LONG.get(first) or (draft.unit.split("/")[0] if language.case else words.split("/")[0])
    return _LONG.get(words, words)


def _left_unsaid(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return the noun of a bare number: a label before it, "the number of …", or the one counted last."""
    nouns = nouns_case if language.case else nouns_plural
    subjects = nouns_case if language.case else subjects_plural
    k = max(draft.b, draft.end)
    said = nouns.predicate_noun(page, k, language)
    if said:
        return said
    last = earlier[-1] if earlier else None
    if (
        last
        and last.kind == "count"
        and last.counted
        and page.words[last.noun_end : draft.first] in _OUT_OF_THOSE
    ):
        return last.counted
    partitive = nouns.is_partitive(page, k)
    if not partitive:
        named = (
            tables.column(page, draft, language)
            or ("" if language.case else tables.list_head(page, draft, language))
            or (
                "" if page.words[k : k + 1] and page.words[k] in CASUALTIES else _label(page, draft, language)
            )
            or ("" if language.case else clauses_plural.votes(page, draft.first))
            or subjects.number_of(page, draft, language)
            or subjects.before(page, draft, language)
        )
        if named:
            return named
    if page.words[k : k + 2] == ["of", "us"]:
        return "people"
    if draft.low is not None and draft.low != int(draft.low) and not draft.scaled:
        named = subjects.subject(page, draft, language)
        if named:
            return named
    if not partitive and not language.case:
        taken = antecedents.taken_up(page, draft, language, earlier)
        if taken:
            return taken
    same = _in_sentence(page, draft, earlier)
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


def _in_sentence(page: Page, draft: Draft, earlier: list[Draft]) -> str:
    first, _ = page.sentence(draft.a)
    for other in reversed(earlier[-MAX_BACK:]):
        if other.a < first:
            return ""
        if other.kind == "count" and other.counted:
            return other.counted
    return ""


def _label(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun of a table row or list: "Tents: 1,450", "Applications | 4,218"."""
    subjects = nouns_case if language.case else subjects_plural
    i = draft.first - 1
    if i < 1 or page.words[i] not in _LABELS:
        return ""
    return subjects.ending_at(page, i, language)


def _level_of_index(page: Page, draft: Draft, earlier: list[Draft]) -> None:
    """Read the level of "the index lost 118 points to 16,369" in points, too."""
    last = earlier[-1] if earlier else None
    if not last or last.a < page.sentence(draft.a)[0] or page.words[draft.first - 1] not in _TO_OR_AT:
        return
    moved = last.unit in _INDEX_UNITS or (
        last.kind == "percent" and draft.low is not None and draft.low >= 100
    )
    if (
        moved
        and draft.manner == "exact"
        and any(word in _INDICES for word in page.words[page.sentence(draft.a)[0] : draft.first])
    ):
        draft.kind, draft.unit, draft.counted = "measure", "point", "points"


def _same_measure(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let a bare number be money where the number before it was: "1,950 francs; they want at least 2,400"."""
    if not earlier or nouns_plural.is_partitive(page, draft.b) or nouns_case.is_partitive(page, draft.b):
        return
    last = earlier[-1]
    start, _ = page.paragraph(draft.a)
    first, _ = page.sentence(draft.a)
    if page.words[draft.first - 1] in _AGE_OPENERS:
        return  # an age between commas
    near = last.a >= first or (draft.scaled and draft.form == "digits" and draft.a - last.a < 40)
    if (
        last.kind == "money"
        and near
        and (draft.scaled or last.a >= max(first, start))
        and draft.manner == "exact"
    ):
        after = page.words[draft.b] if draft.b < len(page.words) else "."
        if not after.isalpha() or after in language.stop and after not in _AFTER_MONEY:
            draft.kind, draft.unit, draft.counted = "money", last.unit, last.counted
            _same_scale(page, draft, last, language)


def _same_share(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let a bare number be per cent where it is compared with one: "fell to 38 per cent from 41"."""
    last = earlier[-1] if earlier else None
    if not last or last.kind != "percent" or draft.manner != "exact" or draft.scaled or draft.kind != "count":
        return
    words, k = page.words, max(draft.b, draft.end)
    ends = words[k] if k < len(words) else "."
    joined = words[last.end : draft.first]
    here = not language.case and last.a >= page.sentence(draft.a)[0]
    if here and joined and joined[-1] in _AGAINST and (ends.endswith("ly") or ends in language.stop):
        joined, ends = joined[-1:], "."  # "41 per cent of girls are at school, against 78 nationally"
    if ends.isalpha():
        return
    if joined and joined[-1] in _FROM and all(word in _JOINS_SHARES for word in joined):
        draft.kind, draft.unit, draft.counted = "percent", "percent", last.counted
    elif here and ";" not in joined and draft.low is not None and draft.low < 100:
        gap = clauses_plural.gap(page, draft.first, last.end, language)
        if gap:  # "prices rose 4.1 per cent, wages 5.2"
            draft.kind, draft.unit, draft.counted = "percent", "percent", gap


def _same_unit(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let a bare number have the unit it is compared in: "dropped from 208 pounds to 193"."""
    last = earlier[-1] if earlier else None
    if not last or last.kind != "measure" or draft.kind != "count" or draft.manner != "exact" or draft.scaled:
        return
    words, k = page.words, max(draft.b, draft.end)
    joined = words[last.noun_end : draft.first]
    ends = words[k] if k < len(words) else "."
    if joined and joined[-1] in _FROM and all(word in _JOINS_SHARES for word in joined):
        if not ends.isalpha() or ends in language.stop:
            draft.kind, draft.unit, draft.counted = "measure", last.unit, last.counted


def _same_scale(page: Page, draft: Draft, last: Draft, language: Language) -> None:
    """Let "120 million euros, up from 98" be 98 million, and say that the scale was taken over."""
    if (
        draft.scaled
        or not last.scaled
        or draft.form != "digits"
        or last.form != "digits"
        or last.low is None
        or not draft.low
    ):
        return
    bare, _ = value_of(page.words[last.a], language.case)
    if bare and page.words[draft.first - 1] in _BEFORE_MONEY_CHANGE and draft.low < 1000:
        scale = last.low / bare
        if scale >= 1000 and draft.low < 10 * bare:
            draft.low = draft.high = draft.low * scale
            draft.scaled = True
            draft.flags.append("scale_taken_over")

"""Russian numbers that leave out the unit of the clause before: "длина 300 метров, ширина — 12", "получил восемь лет,
сообщник — пять"."""

from __future__ import annotations

from claims.extraction.counted.lemmas_case import plural_lemma
from claims.extraction.counted.nouns_case import PEOPLE
from claims.extraction.counted.word_classes import is_adjective
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import nominative_lemma
from claims.extraction.page import Page

_COUNTED_FIRST = words_of("counted", "counted_first")
_LEANING = words_of("counted", "leaning")
_SENTENCING = endings_of("counted", "sentencing")
_WARMTH = endings_of("counted", "warmth")
_MINUS = words_of("licences_case", "minus")
_EARLIER = words_of("counted", "earlier_by")
_WAS = words_of("counted", "was")
_THOSE = words_of("counted", "those_case")
_OF = words_of("counted", "out_of_case")
_ON = words_of("counted", "by_so_many")
_DIMENSIONS = endings_of("counted", "dimension_stems")
_UP_TO = words_of("masks_case", "up_to")
_ON_OR_IN = words_of("counted", "placing") | words_of("counted", "prepositions")
_COMPARED = words_of("counted", "compared_more")
_BRACKET_ENDS = frozenset(") , ;".split(" "))
_ENDS = frozenset(", ; . ! ? ) : \n".split(" ")) | {'"'}
_DASHES = frozenset("—–")
_CARRIED = frozenset(("measure", "duration", "percent"))
MAX_BACK = 10  # tokens looked back over for a word of temperature


def turned_round(page: Page, draft: Draft, language: Language) -> None:
    """Read "человек тридцать добровольцев" and "ящиков десять перчаток" as about so many."""
    words, i = page.words, draft.first - 1
    if draft.form != "words" or i < page.sentence(draft.first)[0] or words[i] not in _COUNTED_FIRST:
        return
    before = words[i - 1] if i else "."
    if before in language.numbers or before[0].isdecimal():
        return  # "300 человек, двадцать детей"
    draft.first, draft.manner = i, "about"
    if words[i] != PEOPLE:
        draft.counted = plural_lemma(page, i)


def _was_so_many(page: Page, draft: Draft, last: Draft) -> bool:
    """Tell whether brackets say how much it was before: "7,4 процента (месяцем ранее — 7,1)", "14 % (была 16)"."""
    words, k = page.words, max(draft.b, draft.end)
    opens = max(last.end, last.noun_end)
    if words[opens : opens + 1] != ["("] or k >= len(words) or words[k] not in _BRACKET_ENDS:
        return False
    inside = words[opens + 1 : draft.first]
    return len(inside) <= MAX_BACK and any(word in _EARLIER or word in _WAS for word in inside)


def _is_part_or_less(page: Page, draft: Draft, last: Draft) -> bool:
    """Tell a part of the measure before and a difference from it: "из них двести", "182 грамма — на 20 меньше"."""
    if last.kind not in _CARRIED and last.kind != "money" or last.scaled and not draft.scaled:
        return False
    words, k, at = page.words, max(draft.b, draft.end), draft.first - 1
    if words[at].startswith(_DIMENSIONS) or words[at] in _UP_TO and words[at - 1].startswith(_DIMENSIONS):
        return True  # "длиной 300 метров и шириной 40", "порывы до 35"
    if words[at] in _ON and words[k : k + 1] and words[k] in _COMPARED:
        return at - max(last.end, last.noun_end) < MAX_BACK
    while at > last.end and words[at] in _LEANING:
        at -= 1
    closed = k >= len(words) or not words[k].isalpha() or words[k] in _ON_OR_IN
    return words[at] in _THOSE and words[at - 1] in _OF and closed


def carry_unit(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Give a bare number behind a dash the unit of the figure before it in the sentence, and a frost its degrees."""
    if draft.kind != "count":
        return
    words, begins = page.words, page.sentence(draft.first)[0]
    last = earlier[-1] if earlier and earlier[-1].a >= begins else None
    if last and (_was_so_many(page, draft, last) or _is_part_or_less(page, draft, last)):
        draft.kind, draft.unit, draft.counted = last.kind, last.unit, last.counted
        return
    if draft.counted != PEOPLE:
        return
    k = max(draft.b, draft.end)
    closed = k >= len(words) or words[k] in _ENDS
    near = words[max(begins, draft.first - MAX_BACK) : draft.first]
    minus = closed and words[draft.first] in _MINUS
    if draft.sign < 0 and (minus or any(word.startswith(_WARMTH) for word in near)):
        draft.kind, draft.unit, draft.counted = "measure", "degrees", "градус"
        return
    if not last or last.kind not in _CARRIED or not closed:
        return
    if last.scaled and not draft.scaled and last.form == draft.form:
        return
    at = draft.first - 1
    while at > last.b and (words[at] in _LEANING or words[at] in language.before):
        at -= 1
    years = last.unit == "год" and words[at].startswith(_SENTENCING)
    if words[at] not in _DASHES and not years or words[at + 1 : at + 2] == ["из"]:
        return
    draft.kind, draft.unit, draft.counted = last.kind, last.unit, last.counted
    word = words[at - 1]
    named = word.isalpha() and not is_adjective(word) and word not in language.stop and word[-1] not in "муе"
    if draft.kind == "percent" and named and not page.capital(at - 1) and draft.counted != "голос":
        draft.counted = nominative_lemma(word)

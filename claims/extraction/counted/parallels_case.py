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


def carry_unit(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Give a bare number behind a dash the unit of the figure before it in the sentence, and a frost its degrees."""
    if draft.kind != "count" or draft.counted != PEOPLE:
        return
    words, begins = page.words, page.sentence(draft.first)[0]
    near = words[max(begins, draft.first - MAX_BACK) : draft.first]
    if draft.sign < 0 and any(word.startswith(_WARMTH) for word in near):
        draft.kind, draft.unit, draft.counted = "measure", "degrees", "градус"
        return
    last = earlier[-1] if earlier else None
    k = max(draft.b, draft.end)
    if not last or last.kind not in _CARRIED or last.a < begins or k < len(words) and words[k] not in _ENDS:
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

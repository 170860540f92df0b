"""Russian sums of money that leave out currency or scale: "доходы — 119,4 миллиарда, расходы — 120,1"."""

from __future__ import annotations

from claims.extraction.counted.nouns_case import PEOPLE
from claims.extraction.counted.word_classes import is_adjective
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import noun_lemma
from claims.extraction.numbers.digits import value_of
from claims.extraction.page import Page

_MONEY_STEMS = endings_of("counted", "money_stems")
_SUMS = endings_of("counted", "sums")
_NOT_MONEY = words_of("counted", "not_money")
_EACH = words_of("counted", "for_each")
_SUM = "сумма"
MAX_BACK = 8  # tokens before the number in which a word of money is looked for
MAX_BESIDE = 3  # tokens before the number in which a word of money says what it is: "зарплата учителей —"
MAX_HEADING = 12  # tokens of a heading that names a currency
BILLION = 1_000_000_000  # nobody is counted in billions: without a noun they are money
MAX_FIGURES = 12  # figures back in which the currency is looked for


def sum_of_money(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Let thousands beside a word of money have the currency the text counts in, or at least be no people."""
    if not draft.scaled or draft.kind != "count" or (draft.high or draft.low or 0) < 1000:
        return
    begins = page.sentence(draft.first)[0]
    near = page.words[max(begins, draft.first - MAX_BACK) : draft.first]
    beside = any(_is_of_money(one) for one in near[-MAX_BESIDE:])
    each = draft.counted == PEOPLE and near[-1:] != [] and near[-1] in _EACH  # "за каждого — по пять тысяч"
    if draft.counted != PEOPLE and not beside and not draft.counted.startswith(_MONEY_STEMS):
        return
    told = next((one for one in reversed(near) if _is_of_money(one)), "")
    billions = (draft.high or draft.low or 0) >= BILLION
    if not told and not billions and not each:
        return
    last = next((one for one in reversed(earlier[-MAX_FIGURES:]) if one.kind == "money" and one.unit), None)
    currency = last.unit if last else only_currency(page, language)
    if currency:
        draft.kind, draft.unit = "money", currency
        draft.counted = last.counted if last else language.money.get(currency, currency)
    elif told.startswith(_SUMS):
        draft.counted = noun_lemma(told)
    elif draft.counted == PEOPLE:
        draft.counted = _SUM


def _is_of_money(word: str) -> bool:
    return word.startswith(_MONEY_STEMS) and word not in _NOT_MONEY and not is_adjective(word)


def only_currency(page: Page, language: Language) -> str:
    """Return the currency a text counts in, where it names one only, else ""."""
    known: str | None = page.memo.get("currency")
    if known is None:
        found = {
            language.currencies[word] for word in page.words if word in language.currencies and len(word) > 2
        }
        known = page.memo["currency"] = found.pop() if len(found) == 1 else ""
    return known


def scale_taken_over(page: Page, draft: Draft, earlier: list[Draft]) -> None:
    """Read "доходы — 7,8 миллиарда, расходы — 8,2" in billions: what has places after the point counts no things."""
    last = earlier[-1] if earlier else None
    if (
        not last
        or not last.scaled
        or draft.scaled
        or draft.kind not in ("count", "money")
        or draft.form != "digits"
    ):
        return
    if draft.low is None or draft.low != draft.high or draft.low == int(draft.low) or draft.low >= 1000:
        return
    if last.a < page.sentence(draft.a)[0] or last.form != "digits" or last.kind not in ("count", "money"):
        return
    bare, _ = value_of(page.words[last.a], True)
    told = last.low if last.low is not None else last.high
    if not bare or not told or told / bare < 1000:
        return
    draft.low = draft.high = draft.low * (told / bare)
    draft.scaled = True
    draft.flags.append("scale_taken_over")
    if last.kind == "money":
        draft.kind, draft.unit, draft.counted = "money", last.unit, last.counted


def by_heading(page: Page, draft: Draft, language: Language) -> None:
    """Read "Дефицит, млрд руб.: 2029 — 12,4; 2030 — 9,8": the heading names scale and currency for what follows."""
    if draft.kind != "count" or draft.scaled or draft.low is None or draft.low != draft.high:
        return
    words, begins = page.words, page.sentence(draft.first)[0]
    colon = next((i for i in range(begins, min(begins + MAX_HEADING, draft.first)) if words[i] == ":"), 0)
    at = next((i for i in range(begins, colon) if words[i] in language.currencies and len(words[i]) > 1), 0)
    if not at or not begins < at or any(words[i][0].isdecimal() for i in range(begins, at)):
        return
    scale = next(
        (
            language.suffixes[words[i]]
            for i in range(max(begins, at - 2), at)
            if words[i] in language.suffixes
        ),
        1,
    )
    draft.low = draft.high = draft.low * scale
    draft.scaled = scale != 1
    draft.kind, draft.unit = "money", language.currencies[words[at]]
    draft.counted = language.money.get(draft.unit, draft.unit)

"""Russian sums of money that leave out their currency: "расходы — 119 миллиардов" behind a sum in roubles."""

from __future__ import annotations

from claims.extraction.counted.nouns_case import PEOPLE
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.ru.forms import noun_lemma
from claims.extraction.page import Page

_MONEY_STEMS = endings_of("counted", "money_stems")
_SUMS = endings_of("counted", "sums")
_NOT_MONEY = words_of("counted", "not_money")
_SUM = "сумма"
MAX_BACK = 8  # tokens before the number in which a word of money is looked for
MAX_FIGURES = 12  # figures back in which the currency is looked for


def sum_of_money(page: Page, draft: Draft, earlier: list[Draft]) -> None:
    """Let thousands beside a word of money have the currency the text counts in, or at least be no people."""
    if not draft.scaled or draft.kind != "count" or (draft.high or draft.low or 0) < 1000:
        return
    if draft.counted != PEOPLE and not draft.counted.startswith(_MONEY_STEMS):
        return
    begins = page.sentence(draft.first)[0]
    near = page.words[max(begins, draft.first - MAX_BACK) : draft.first]
    told = next((one for one in reversed(near) if one.startswith(_MONEY_STEMS) and one not in _NOT_MONEY), "")
    if not told:
        return
    last = next((one for one in reversed(earlier[-MAX_FIGURES:]) if one.kind == "money" and one.unit), None)
    if last:
        draft.kind, draft.unit, draft.counted = "money", last.unit, last.counted
    elif told.startswith(_SUMS):
        draft.counted = noun_lemma(told)
    else:
        draft.counted = _SUM

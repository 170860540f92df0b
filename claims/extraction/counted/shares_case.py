"""The whole of a Russian share that stands before it: "прибыль на две пятых", "покупателей стало втрое меньше"."""

from __future__ import annotations

from claims.extraction.counted import inversions
from claims.extraction.counted.word_classes import is_adjective, is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import nominative_lemma
from claims.extraction.languages.ru.lemmas import counted_lemma
from claims.extraction.page import Page

_STEPS = words_of("shares_case", "steps")
_GOVERNING = words_of("shares_case", "governing")
_TOLD_OF = words_of("shares_case", "told_of")
_NOT_WHOLES = words_of("shares_case", "not_wholes")
_DASHES = frozenset("—–")
MAX_STEPS = 5  # words of qualification between a whole and its share


def whole(page: Page, draft: Draft, language: Language) -> str:
    """Return the dictionary form of the noun a share is of, by the word before it; "" where that says nothing."""
    head = inversions.head_before(page, draft.first, language)
    if head >= 0:
        return _lemma(page.words[head], "many")
    words = page.words
    begins, _ = page.sentence(draft.first)
    k = draft.first - 1
    while k > begins and draft.first - k <= MAX_STEPS and (words[k] in _STEPS or words[k] in _DASHES):
        k -= 1
    if k <= begins or not _is_noun(page, k, language) or page.capital(k):
        return ""
    before = words[k - 1]
    if before in _TOLD_OF:
        return _lemma(words[k], "one")
    return "" if before in _GOVERNING or is_adjective(before) else nominative_lemma(words[k])


def _is_noun(page: Page, k: int, language: Language) -> bool:
    word = page.words[k]
    if not word.isalpha() or len(word) < 4 or word in language.stop or word in language.verbs:
        return False
    if word in language.months or word in language.weekdays or word in language.units or word in _NOT_WHOLES:
        return False
    if word in language.numbers or word in language.before or inversions.genitive_plural(page, k, language):
        return False
    return not is_verb(word) and not is_adjective(word) and word[:5] not in language.words["changes"]


def _lemma(word: str, asked: str) -> str:
    return counted_lemma(word, asked, "одной" if asked == "one" and word.endswith("е") else "")

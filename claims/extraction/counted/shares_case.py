"""The whole of a Russian share that stands before it: "прибыль на две пятых", "покупателей стало втрое меньше"."""

from __future__ import annotations

from claims.extraction.counted import inversions
from claims.extraction.counted.nouns_case import PEOPLE
from claims.extraction.counted.word_classes import is_adjective, is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import is_person_lemma, known_lemma, nominative_lemma
from claims.extraction.languages.ru.lemmas import counted_lemma
from claims.extraction.page import Page

_STEPS = words_of("shares_case", "steps")
_GOVERNING = words_of("shares_case", "governing")
_TOLD_OF = words_of("shares_case", "told_of")
_NOT_WHOLES = words_of("shares_case", "not_wholes")
_DASHES = frozenset("—–")
_GAINING = endings_of("shares_case", "gaining")
_TAKING = endings_of("shares_case", "taking")
_RUNNING = endings_of("shares_case", "running")
_MORE_OR_LESS = words_of("shares_case", "more_or_less")
_CHANGING = endings_of("shares_case", "changing")
_PAST = endings_of("shares_case", "past")
_DATIVE = ("у", "ю")
_GENITIVE = ("а", "я", "ы", "и")
_CLAUSE = frozenset(", ; : — – ( ) . ! ? \n".split(" "))
_THIS = words_of("counted", "this")
_BALLOT = endings_of("shares_case", "ballot")
_EXCEEDING = endings_of("shares_case", "exceeding")
_HAVING = endings_of("shares_case", "having")
_PLURAL_VERBS = endings_of("shares_case", "plural_verbs")
_BY = words_of("counted", "by_so_many")
MAX_FIGURES = 6  # figures back in which people are looked for
_VOTE = "голос"
MAX_CLAUSE = 14  # tokens of a clause looked back over
MAX_STEPS = 5  # words of qualification between a whole and its share


def of_vote(page: Page, draft: Draft, last: Draft | None) -> str:
    """Return "голос" for the share that a candidate or a party takes: "набрал 61 %, соперник — 20 %"."""
    if draft.kind != "percent":
        return ""
    words, begins = page.words, page.sentence(draft.first)[0]
    near = words[max(begins, draft.first - MAX_CLAUSE) : draft.first]
    won = any(word.startswith(_GAINING) for word in near[-MAX_STEPS:])
    taken = any(word.startswith(_TAKING) for word in near[-MAX_STEPS:])
    if won or taken and any(word.startswith(_RUNNING) for word in near):
        return _VOTE
    named = words[draft.first - 1] in _DASHES and words[draft.first - 2] == '"'
    if named and _is_of_vote(page):
        return _VOTE  # "«Союз» — 41,2 %"
    if (
        last
        and last.counted == _VOTE
        and not _DASHES.isdisjoint(words[max(last.end, draft.first - 3) : draft.first])
    ):
        return _VOTE
    return ""


def _is_of_vote(page: Page) -> bool:
    """Tell whether a text speaks of a vote."""
    known: bool | None = page.memo.get("ballot")
    if known is None:
        known = page.memo["ballot"] = any(word.startswith(_BALLOT) for word in page.words)
    return known


def compared(page: Page, draft: Draft, last: Draft | None) -> str:
    """Return what "22 удара, гости — вдвое меньше" compares: the noun of the count before the dash."""
    words, k = page.words, max(draft.b, draft.end)
    if draft.kind != "ratio" or not last or last.kind != "count" or not last.counted:
        return ""
    if words[k : k + 1] and words[k] in _MORE_OR_LESS and words[draft.first - 1] in _DASHES:
        return last.counted
    return ""


def of_doers(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> str:
    """Return who was counted where a share does something itself: "прививку сделали 48 %", "не справились 3 %"."""
    words, begins = page.words, page.sentence(draft.first)[0]
    k = draft.first - 1
    while k > begins and (words[k] in _STEPS or words[k] in language.before) and words[k] not in _BY:
        k -= 1
    word, after = words[k], words[max(draft.b, draft.end) : max(draft.b, draft.end) + 1]
    if after and after[0] in _MORE_OR_LESS:
        return ""
    if (
        word in language.stop
        or k < begins
        or not word.endswith(_PLURAL_VERBS)
        or word.startswith(_HAVING)
        or not is_verb(word)
    ):
        return ""
    for i in range(k - 1, max(begins - 1, k - MAX_STEPS), -1):
        if words[i] in _CLAUSE:
            break
        if _is_noun(page, i, language) and words[i - 1] not in _GOVERNING and words[i].endswith(_GENITIVE):
            return ""  # a noun in the plural is the subject: "акции потеряли 5 %"
    start = page.paragraph(draft.first)[0]
    for other in reversed(earlier[-MAX_FIGURES:]):
        if other.a < start:
            break
        if other.kind in ("count", "percent", "ratio") and is_person_lemma(other.counted):
            return other.counted
    return PEOPLE


def of_this(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> Draft | None:
    """Return the figure that "Это на треть дороже" takes up: the last of the sentence before."""
    begins = page.sentence(draft.first)[0]
    last = earlier[-1] if earlier else None
    near = last is not None and page.sentence(begins - 1)[0] <= last.a < begins
    return last if near and page.words[begins] in _THIS else None


def of_change(page: Page, draft: Draft, language: Language) -> str:
    """Return the object of a verb of change: "снизил ставку на 50 пунктов, до 14,5 %"."""
    words, begins = page.words, page.sentence(draft.first)[0]
    for i in range(max(begins, draft.first - MAX_CLAUSE), draft.first - 1):
        if words[i].startswith(_CHANGING) and words[i].endswith(_PAST):
            object_at = i + 1 + is_adjective(words[i + 1])
            if object_at < draft.first and _is_noun(page, object_at, language):
                return nominative_lemma(words[object_at])
    return ""


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
    if words[k].endswith(_DATIVE) and known_lemma(words[k]) == words[k][:-1]:
        return ""  # "обошлись городу втрое дороже"
    if before.startswith(_EXCEEDING) or before in _MORE_OR_LESS:
        return ""  # "концентрация превысила норму впятеро"
    if words[k].endswith(_GENITIVE) and k - 1 >= begins and _is_noun(page, k - 1, language):
        return ""  # "запасы угля вдвое": what is governed is not the whole
    return "" if before in _GOVERNING or is_adjective(before) else nominative_lemma(words[k])


def _is_noun(page: Page, k: int, language: Language) -> bool:
    word = page.words[k]
    if not word.isalpha() or len(word) < 3 or word in language.stop or word in language.verbs:
        return False
    if word in language.months or word in language.weekdays or word in language.units or word in _NOT_WHOLES:
        return False
    if word in language.numbers or word in language.before or inversions.genitive_plural(page, k, language):
        return False
    changes = language.words["changes"]
    if word[:5] in changes or word[:4] in changes:
        return False
    return not is_verb(word) and not is_adjective(word)


def _lemma(word: str, asked: str) -> str:
    return counted_lemma(word, asked, "одной" if asked == "one" and word.endswith("е") else "")

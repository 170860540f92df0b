"""Find what a number counts: the noun after it, the noun it leans on, or the one left unsaid."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru_forms import adjective_lemma, noun_lemma
from claims.extraction.page import Page

_SKIP = frozenset("more other additional further extra fewer less such or so of the another new еще другие других дополнительных новых".split())
_DETERMINERS = frozenset("the these those its their his her our all some those them this that any my your each".split())
_PRONOUNS = frozenset("whom which them us these those whose you".split())
_CASUALTIES = frozenset("killed wounded injured dead missing hurt hospitalised hospitalized arrested detained displaced infected rescued evacuated homeless"
    " unaccounted jailed dying released saved freed burned treated trapped stranded critically seriously severely badly slightly lightly".split())
_MONEY = {
    "en": {"USD": "dollars", "EUR": "euros", "GBP": "pounds", "RUB": "roubles", "JPY": "yen", "INR": "rupees", "UAH": "hryvnias", "CHF": "francs",
           "CNY": "yuan", "KRW": "won", "TRY": "liras", "ILS": "shekels", "KZT": "tenge", "cent": "cents"},
    "ru": {"USD": "доллар", "EUR": "евро", "GBP": "фунт", "RUB": "рубль", "JPY": "иена", "UAH": "гривна", "CHF": "франк", "CNY": "юань", "KZT": "тенге",
           "TRY": "лира", "INR": "рупия", "cent": "цент"},
}  # fmt: skip
MAX_PHRASE = 9


def count(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Fill in `counted`, `noun_at`, `noun_end` and `elided`."""
    if draft.kind == "money":
        draft.counted = _money_word(page, draft, language)
        draft.noun_at = draft.noun_end = max(draft.end, draft.b)
    elif draft.kind in ("measure", "duration") and draft.noun_end > draft.noun_at:
        words = page.words_of(draft.noun_at, draft.noun_end)
        draft.counted = noun_lemma(words.lower()) if language.code == "ru" and " " not in words else words
        if language.code == "ru" and draft.unit:
            draft.counted = draft.unit if " " not in draft.unit else draft.counted
    elif draft.kind == "measure":
        draft.counted = draft.unit + "s"
    elif draft.kind in ("percent", "ratio"):
        _of_share(page, draft, language, earlier)
    else:
        _of_count(page, draft, language, earlier)
    draft.note("counted", f"{draft.counted}{' (left unsaid)' if draft.elided else ''}")


def _money_word(page: Page, draft: Draft, language: Language) -> str:
    names = _MONEY[language.code]
    for i in range(draft.b - 1, draft.first - 1, -1):
        word = page.words[i]
        if word in language.currencies and word.isalpha() and len(word) > 3:
            return noun_lemma(word) if language.code == "ru" else word
    return names.get(draft.unit, draft.unit)


def _of_count(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    k = max(draft.b, draft.end)
    words, n = page.words, len(page.words)
    if draft.hyphened and k < n and words[k] == "-":
        k += 1
    if language.code == "ru":
        _russian(page, draft, k, earlier, language)
        return
    at, end = phrase(page, k, language, single=draft.low == 1 and draft.high == 1)
    if end > at:
        draft.noun_at, draft.noun_end = at, end
        draft.counted = page.words_of(at, end)
        if all(word in _CASUALTIES or word in ("others",) for word in words[at:end]):
            draft.elided = True
            draft.noun_end = at
            draft.counted = _antecedent(page, draft, earlier, people=True) or "people"
        return
    draft.elided = True
    draft.noun_at = draft.noun_end = k
    draft.counted = _unsaid(page, draft, k, language, earlier)


def _unsaid(page: Page, draft: Draft, k: int, language: Language, earlier: list[Draft]) -> str:
    return _number_of(page, draft, language) or _antecedent(page, draft, earlier) or "people"


def _number_of(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun of "the number of refugees rose to 300"."""
    words = page.words
    first, _ = page.sentence(draft.first)
    for i in range(draft.first - 1, max(first, draft.first - 16), -1):
        if words[i] == "of" and words[i - 1] in ("number", "total", "numbers", "count", "tally") and i + 1 < draft.first:
            at, end = phrase(page, i + 1, language, single=False)
            return page.words_of(at, end)
    return ""


def _antecedent(page: Page, draft: Draft, earlier: list[Draft], *, people: bool = False) -> str:
    """Return the noun of the nearest earlier count in this paragraph."""
    first, _ = page.paragraph(draft.first)
    for other in reversed(earlier):
        if other.a < first:
            return ""
        if other.kind == "count" and other.counted and not other.hyphened:
            return other.counted
    return ""


def phrase(page: Page, k: int, language: Language, *, single: bool) -> tuple[int, int]:
    """Return the token range of the English noun phrase at token k; empty where there is none."""
    words, n = page.words, len(page.words)
    if k < n and words[k] == "of":
        k += 1
        if k < n and words[k] in _PRONOUNS and not (k + 1 < n and words[k] in ("these", "those") and _nounlike(page, k + 1, language)):
            return k, k
        while k < n and words[k] in _DETERMINERS:
            k += 1
        if k < n and (words[k][0].isdecimal() or words[k] in language.numbers):
            k += 1
    while k < n and words[k] in _SKIP and words[k] not in ("of", "the"):
        k += 1
    head = end = k
    seen = False
    limit = min(n, k + MAX_PHRASE)
    i = k
    while i < limit:
        word = words[i]
        if word == "-" and page.glued(i) and i + 1 < limit and page.glued(i + 1):
            i += 1
            continue
        if not word[0].isalpha() or (word in language.stop and word not in language.nouns):
            break
        if i > k and (word in language.verbs and word not in language.adjectives) and (seen or not _plural_ahead(page, i + 1, language)):
            break
        if i == k and word in language.verbs and not _plural_ahead(page, i + 1, language, near=1):
            break
        plural = is_plural(word, language)
        if seen and (word.endswith(("ed", "ing")) or not (plural or word in language.nouns)):
            break
        if plural or single and word in language.nouns:
            seen, end = True, i + 1
        elif not seen and not word.endswith("ly"):
            head = i + 1
        i += 1
    if seen:
        return k, end
    if head > k and (single or words[head - 1] in language.nouns or not words[head - 1].endswith(("ed", "ing"))):
        return k, head
    return (k, head) if head > k and words[head - 1] in _CASUALTIES else (k, k)


def is_plural(word: str, language: Language) -> bool:
    """Tell whether an English word can be the plural head of a noun phrase."""
    word = word.removesuffix("'")
    if word in language.adjectives:
        return False
    if word in language.nouns:
        return True
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "'s")) and word not in language.verbs


def _plural_ahead(page: Page, i: int, language: Language, near: int = 3) -> bool:
    for word in page.words[i : i + near]:
        if not word.isalpha() or word in language.stop:
            return False
        if is_plural(word, language):
            return True
    return False


def _nounlike(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    return word.isalpha() and word not in language.stop and word not in language.verbs


def _of_share(page: Page, draft: Draft, language: Language, earlier: list[Draft]) -> None:
    """Find the whole a percentage or ratio is a share of, or the subject it describes."""
    k = max(draft.b, draft.end)
    words, n = page.words, len(page.words)
    if draft.hyphened and k < n and words[k] == "-":
        k += 1
    if language.code == "ru":
        _russian(page, draft, k, earlier, language)
        if draft.elided:
            draft.counted = _subject(page, draft, language) or draft.counted
        return
    while k < n and words[k] in ("more", "fewer", "less", "higher", "lower", "as", "many", "the", "all", "its", "their"):
        k += 1
    at, end = phrase(page, k, language, single=False)
    if end > at:
        draft.noun_at, draft.noun_end = at, end
        draft.counted = page.words_of(at, end)
        return
    draft.elided = True
    draft.counted = _subject(page, draft, language) or _antecedent(page, draft, earlier)


def _subject(page: Page, draft: Draft, language: Language) -> str:
    """Return the nearest noun to the left that can carry the number: "turnout was 45 per cent"."""
    words = page.words
    first, _ = page.sentence(draft.first)
    for i in range(draft.first - 1, max(first, draft.first - 14) - 1, -1):
        word = words[i]
        if not word.isalpha() or word in language.stop or word in language.verbs or word in language.numbers:
            continue
        if word.endswith(("ed", "ly", "ing")) or word in language.months or word in language.weekdays:
            continue
        if language.code == "ru":
            if _is_verb_ru(word) or _is_adjective(word):
                continue
            return noun_lemma(word)
        if i - 2 >= first and words[i - 1] in ("of", "in", "for") and words[i - 2].isalpha() and words[i - 2] not in language.stop:
            return words[i - 2]
        return word
    return ""


_ADJECTIVE_ENDS = ("ых", "их", "ого", "его", "ыми", "ими", "ому", "ему", "ые", "ие", "ая", "яя", "ую", "юю", "ой", "ихся", "ыми", "ое", "ее", "егося", "иеся", "ый")
_VERB_ENDS = ("ли", "лись", "ло", "лось", "лся", "лась", "ют", "ует", "ает", "яет", "ены", "аны", "яны", "ено", "ано", "ит", "ят", "ется", "утся", "ются", "ится", "атся", "ятся", "ет", "ут", "ены", "ты")


def _is_adjective(word: str) -> bool:
    return word.endswith(_ADJECTIVE_ENDS) and len(word) > 3 and word not in ("людей",)


def _is_verb_ru(word: str) -> bool:
    return word.endswith(_VERB_ENDS) and word not in ("лет", "бюджет", "кредит", "билет", "пакет", "дефицит", "лимит", "комитет", "самолет", "вертолет", "студенты", "совет", "паритет")


def _russian(page: Page, draft: Draft, k: int, earlier: list[Draft], language: Language) -> None:
    """Read the noun in the case its number demands; "человек пять" has it in front."""
    words, n = page.words, len(page.words)
    draft.noun_at = draft.noun_end = k
    while k < n and words[k] in ("еще", "других", "другие", "новых", "дополнительных", "таких"):
        k += 1
    if k < n and words[k] == "из" or k < n and words[k] in ("от", "всех", "всего"):
        k += 1
        if k < n and words[k] in ("них", "которых", "этих", "тех") and not (k + 1 < n and words[k] in ("этих", "тех") and words[k + 1].isalpha() and words[k + 1] not in language.stop):
            draft.elided, draft.counted = True, _antecedent(page, draft, earlier) or "человек"
            return
        while k < n and (words[k] in language.stop or words[k][0].isdecimal() or words[k] in language.numbers) and words[k] not in ("и", "в"):
            k += 1
    last = -1
    i = k
    while i < min(n, k + 6):
        word = words[i]
        if word == "-" and page.glued(i):
            i += 1
            continue
        if not word.isalpha() or (word in language.stop and word not in language.nouns):
            break
        if (_is_verb_ru(word) or word in language.verbs) and not _is_adjective(word):
            break
        if not _is_adjective(word):
            draft.noun_at, draft.noun_end = k, i + 1
            draft.counted = noun_lemma(word)
            return
        last = i
        i += 1
    if last >= 0:
        draft.noun_at, draft.noun_end = k, last + 1
        draft.counted = adjective_lemma(words[last])
        return
    draft.elided = True
    draft.counted = _antecedent(page, draft, earlier) or "человек"

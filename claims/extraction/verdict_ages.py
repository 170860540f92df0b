"""Numbers, in digits or words, that are somebody's age by what is said around them."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru_forms import is_person_lemma, noun_lemma
from claims.extraction.page import Page

CLOSERS = frozenset('. , ; : ) ? ! " \n ]'.split(" "))


_AGE_WORDS = frozenset("age aged youngest oldest eldest younger older born retirement rated".split())


_CHILDREN = frozenset(
    "children child people those anyone women men adults girls boys youths patients everyone workers kids"
    " players whom minors pupils them".split()
)


def is_age(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "children under five", "508 are under eighteen", "the youngest was 19"."""
    if draft.kind != "duration" and _is_said_of_one(page, draft):
        return "age"
    if language.case and _is_age_ru(page, draft, language):
        return "age"
    if draft.kind != "count" or not draft.elided or (draft.low is not None and draft.low > 115):
        return ""
    words = page.words
    word = words[draft.first]
    before = words[draft.first - 1] if draft.first else ""
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if word in ("under", "over", "below", "above") and (
        before in _CHILDREN
        or word == "under"
        and before in ("are", "is", "was", "were")
        and (draft.high or 0) <= 21
    ):
        return "age"
    if word == "старше" or before in ("старше", "младше", "моложе"):
        return "age"
    if words[k : k + 2] in (["-", "something"], ["-", "somethings"]):
        return "age"
    first, _ = page.sentence(draft.a)
    if (
        draft.comparator == "exact"
        and (after in CLOSERS or after in ("when", "and", "at"))
        and draft.low
        and draft.low < 115
    ):
        if any(other in _AGE_WORDS for other in words[max(first, draft.a - 12) : draft.a]) and before in (
            "was",
            "is",
            "were",
            "now",
            "at",
            "rated",
            "are",
            "reaches",
            "turned",
            "to",
        ):
            return "age"
        if (
            before in ("was", "is")
            and draft.first > 1
            and words[draft.first - 2] in ("he", "she", "who", "son", "daughter")
        ):
            return "age"
        if before == "now" and draft.first > 1 and words[draft.first - 2] == ",":
            return "age"
    return ""


_KIN = frozenset(
    "he she i who son daughter brother sister wife husband mother father grandson granddaughter boy girl twins"
    " both".split()
)


_ONES = frozenset(
    "boy girl man woman child teenager son daughter youth student baby toddler pensioner infant".split()
)


def _is_said_of_one(page: Page, draft: Draft) -> bool:
    """Tell an age by its neighbours: "aged forty-six", "a boy of 11", "who was 58", "I am nineteen"."""
    words, first = page.words, draft.first
    if not draft.elided or not first or (draft.low or 0) > 115:
        return False
    before, second = words[first - 1], words[first - 2] if first > 1 else ""
    k = max(draft.b, draft.end)
    after = words[k] if k < len(words) else "."
    if (
        before in ("aged", "age", "ages")
        or (before == "of" and (second in ("age", "ages") or second in _ONES))
        or before == "both"
    ):
        return True
    if before in ("is", "was", "am", "be", "turned", "turns", "'m") and (
        after in CLOSERS or after in ("when", "and", "or", "at", "but", "last", "this")
    ):
        return (
            second in _KIN
            or before in ("am", "turned", "turns")
            or (before == "be" and words[first - 3 : first - 1] == ["believed", "to"])
        )
    return False


_DATIVE = frozenset("мне тебе ему ей нам вам им исполнилось исполнится".split())


def _is_age_ru(page: Page, draft: Draft, language: Language) -> bool:
    """Tell an age: "(46 лет)", "мальчик одиннадцати лет", "мне девятнадцать", "ему за пятьдесят"."""
    words, first = page.words, draft.first
    before = words[first - 1] if first else ""
    k = max(draft.noun_end, draft.end)
    after = words[k] if k < len(words) else "."
    if (draft.low or draft.high or 0) > 115 or not first:
        return False
    if draft.kind == "duration" and draft.unit == "год":
        if (
            before == "("
            and after == ")"
            or before in _DATIVE
            or before in ("вид", "возрасте", "которым", "которому", "которой")
        ):
            return True
        if before in ("был", "было"):
            before = words[first - 2]
        if before == "," and after in CLOSERS:
            return True
        return (
            is_person_lemma(noun_lemma(before))
            and not before.endswith(("ов", "ев"))
            and before not in ("лет",)
            and not words[first - 2].isdecimal()
            and words[first - 2] not in language.numbers
        )
    if draft.kind != "count" or not draft.elided:
        return False
    if before in _DATIVE and after in CLOSERS:
        return True
    if (
        before == "за"
        and draft.low is not None
        and draft.low % 10 == 0
        and 30 <= draft.low <= 100
        and after in CLOSERS
    ):
        return True
    return (
        after in CLOSERS
        and first > 1
        and draft.form == "words"
        and before.endswith(("ату", "тре", "ери", "ыну", "ену", "ери"))
        and draft.comparator == "exact"
    )

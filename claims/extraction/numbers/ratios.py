"""Read shares and folds made of a number and the words after it: one in five, 41 per 10,000, three times."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.counted import inversions
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.bare import bare_number
from claims.extraction.numbers.phrase import ONE, share
from claims.extraction.page import Page

_EACH = words_of("numbers", "each")
_RATIOS_TIMES = words_of("numbers", "ratios_times")
_OUT_OF = words_of("numbers", "out_of")
_PER = words_of("numbers", "per")
_TIMES_CASE = words_of("numbers", "times_case")
_FOLD_OR_X = words_of("numbers", "fold_or_x")
_SHARE_SCALES = words_of("numbers", "share_scales")
_PER_EACH = words_of("numbers", "per_each")
_LESSENED = words_of("numbers", "lessened")
_BEFORE_FOLD = words_of("numbers", "before_fold")
_HYPHENED_IN = phrases_of("numbers", "hyphened_in")
_SLOPES = words_of("numbers", "slopes")
_PER_MANY = phrases_of("numbers", "per_many")
_ORDINALS = mapping_of("numbers", "ordinals")
_TIMES = words_of("numbers", "times")
_ORDINAL_ENDS = endings_of("numbers", "ordinal_ends")
_SHORT_ORDINAL_ENDS = words_of("masks_case", "short_ordinal_ends")
_FOLDS_FIRST = phrases_of("numbers", "folds_first")
_PER_CASE = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 1_000_000)))
_LESS = endings_of("numbers", "less")
_KILLING = words_of("numbers", "killing")
_ROUND = frozenset(
    map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10000, 100000))
)


def extend(page: Page, draft: Draft, language: Language) -> None:
    """Turn the draft into a ratio where the next words say so; extend it over them."""
    words, k = page.words, draft.b
    if language.case and _folds_about(page, draft, language):
        return
    if k >= len(words) - 1 or draft.manner != "exact" or draft.low is None:
        return
    word = words[k]
    if language.case:
        _extend_case(page, draft, language)
    elif word == "-" and words[k : k + 3] in _HYPHENED_IN:
        _one_in_hyphened(page, draft, k + 3, language)
    elif word in _OUT_OF:
        _one_in(page, draft, language)
    elif word in _PER:
        _per(page, draft, k + 1, language)
    elif draft.form == "words" and draft.low == ONE and word.isalpha():
        _one_noun_in(page, draft, language)
    elif word == "times" or word in _FOLD_OR_X or (word == "-" and words[k + 1] == "fold"):
        _times(page, draft, k)


def _extend_case(page: Page, draft: Draft, language: Language) -> None:
    words, k = page.words, draft.b
    if words[k] == "из":
        _one_of(page, draft, language)
    elif words[k] == "на":
        _per(page, draft, k + 1, language)
    elif words[k] in _TIMES_CASE and draft.first and words[draft.first - 1] in _BEFORE_FOLD:
        _fold(page, draft, k)


def _ratio(draft: Draft, value: Decimal, end: int) -> None:
    draft.low = draft.high = value
    draft.kind, draft.unit = "ratio", ""
    draft.b = draft.end = draft.noun_at = draft.noun_end = end
    draft.hyphened = False
    draft.note("ratios", f"{value}")


def _one_in(page: Page, draft: Draft, language: Language) -> None:
    words, k = page.words, draft.b
    out = words[k] == "out"
    q = k + 1
    if out:
        if words[q] != "of":
            return
        q += 1
    if q < len(words) and words[q] == "every":
        q += 1
    second = bare_number(page, q, language) if q < len(words) else None
    if second is None or second.manner != "exact" or draft.low is None or draft.low >= second.value:
        return
    if not out:
        unit = language.units.get(words[second.end] if second.end < len(words) else "", ("",))[0]
        before = words[draft.first - 1] if draft.first else ""
        some = draft.low == 1 and draft.form == "words" and second.value <= 1000
        if (
            unit
            or (second.value not in _ROUND and not some)
            or draft.low > 99
            or before in _KILLING
            or (len(words[q]) == 4 and words[q][:2] in ("19", "20"))
        ):
            return
    _ratio(draft, share(draft.low, second.value), second.end)


def _one_in_hyphened(page: Page, draft: Draft, q: int, language: Language) -> None:
    """Read "a one-in-five chance"; "a 1-in-5 hill" tells how steep it is."""
    words = page.words
    second = bare_number(page, q, language) if q < len(words) and page.glued(q) else None
    if second is None or second.manner != "exact" or draft.low is None or draft.low >= second.value:
        return
    if "".join(words[second.end : second.end + 1]) not in _SLOPES:
        _ratio(draft, share(draft.low, second.value), second.end)


def _one_noun_in(page: Page, draft: Draft, language: Language) -> None:
    """Read "one voter in six" as a share of voters."""
    words, k = page.words, draft.b
    for q in (k + 1, k + 2):
        if q + 1 < len(words) and words[q] in _OUT_OF and words[q - 1].isalpha():
            q += 2 if words[q + 1] == "of" else 1
            q += words[q] == "every"
            second = bare_number(page, q, language) if q < len(words) else None
            if (
                second
                and second.manner == "exact"
                and 1 < second.value <= 1000
                and not language.units.get(words[second.end] if second.end < len(words) else "")
            ):
                if (
                    words[second.end : second.end + 1]
                    and words[second.end].isalpha()
                    and words[second.end].endswith("s")
                    and words[second.end] not in language.verbs
                ):
                    return
                _ratio(draft, share(ONE, second.value), second.end)
                draft.noun_at, draft.noun_end = k, second.end
                draft.counted = page.words_of(k, k + 1)
            return


def _one_of(page: Page, draft: Draft, language: Language) -> None:
    """Read "трое из пяти" and "один из десяти" as a share."""
    q = draft.b + 1
    if page.words[q] in _EACH:
        q += 1
    second = bare_number(page, q, language) if q < len(page.words) else None
    if second and second.manner == "vague" and page.words[q] in _SHARE_SCALES:
        second = second._replace(value=second.value / 2, manner="exact")
    if second is None or second.manner != "exact" or draft.low is None or draft.low >= second.value:
        return
    if (
        second.value in (3, 4, 5, 10, 100, 1000)
        and draft.low < 10
        and second.form == "words"
        or q > draft.b + 1
        or draft.low == 1
        and draft.form == second.form == "words"
        and second.value > 2
        and not inversions.genitive_plural(page, min(second.end, len(page.words) - 1), language)
    ):
        _ratio(draft, share(draft.low, second.value), second.end)


def _per(page: Page, draft: Draft, q: int, language: Language) -> None:
    words = page.words
    if q < len(words) and words[q] in _PER_EACH:
        q += 1
    second = bare_number(page, q, language) if q < len(words) else None
    if (
        second is None
        or second.manner != "exact"
        or second.value < 100
        or draft.low is None
        or draft.kind != "count"
    ):
        return
    if words[q - 1] == "for" or second.value % 100 or draft.low >= second.value:
        return
    _ratio(draft, share(draft.low, second.value), second.end)


def per_many(page: Page, draft: Draft, language: Language) -> None:
    """Read "3.2 doctors per 1,000 people" as the ratio it is."""
    words, k = page.words, draft.noun_end
    if draft.kind != "count" or draft.elided or draft.manner != "exact" or words[k : k + 1] not in _PER_MANY:
        return
    q = k + 2 if words[k + 1 : k + 2] == ["every"] else k + 1
    second = bare_number(page, q, language) if q < len(words) else None
    if (
        second is None
        or second.manner != "exact"
        or second.value < 100
        or second.value % 100
        or (words[q - 1] == "for" and f"{second.value:f}".strip("0") != "1")  # "for 31,000"
        or draft.low is None
        or language.case
        and second.value not in _PER_CASE
    ):
        return
    if (
        draft.low < second.value
        and words[second.end : second.end + 1]
        and language.units.get(words[second.end], ("",))[0] == ""
    ):
        noun = draft.counted
        _ratio(draft, share(draft.low, second.value), second.end)
        draft.counted = noun


def _times(page: Page, draft: Draft, k: int) -> None:
    words = page.words
    if words[k] == "-" or words[k] == "fold":
        _ratio(draft, draft.low or ONE, k + 2 if words[k] == "-" else k + 1)
    elif words[k] == "x" and page.glued(k):
        draft.noun_at = draft.noun_end = k + 1
        draft.kind = "ratio"
    elif words[k] == "times" and k + 1 < len(words) and words[k + 1] in _TIMES:
        value = draft.low or ONE
        if words[k + 1] in _LESSENED:
            value = share(ONE, value)
        _ratio(draft, value, k)
        draft.noun_at = draft.noun_end = k + 1


def _fold(page: Page, draft: Draft, k: int) -> None:
    value = draft.low or ONE
    if lessens(page, draft.first, k + 1):
        value = share(ONE, value)
    _ratio(draft, value, k)
    draft.noun_at = draft.noun_end = k + 1
    if draft.first and page.words[draft.first - 1] == "в":
        draft.doubts.append("fold")


def _folds_about(page: Page, draft: Draft, language: Language) -> bool:
    """Read "раза в четыре больше" as about four times; "раз в два года" is how often."""
    if page.words[max(draft.first - 2, 0) : draft.first] not in _FOLDS_FIRST:
        return False
    if draft.b < len(page.words) and page.words[draft.b] in language.units:
        return False
    if language.numbers.get(page.words[draft.a], ("",))[0] == "u":
        return False  # "раз в полгода"
    value = draft.low or ONE
    if lessens(page, draft.first, draft.b):
        value = share(ONE, value)
    _ratio(draft, value, draft.b)
    draft.first, draft.manner = draft.first - 2, "about"
    return True


def lessens(page: Page, first: int, end: int) -> bool:
    """Tell whether a change named beside a fold goes down: "вдвое меньше", "сократилось в три раза"."""
    start, until = page.sentence(first)
    back = 14 if page.words[first - 1] in "—–" else 5  # "экспорт сократился на четверть, импорт — вдвое"
    near = page.words[max(start, first - back) : first] + page.words[end : min(until, end + 2)]
    return any(word.startswith(_LESS) for word in near)


def _ordinal_case(page: Page, k: int, language: Language) -> tuple[int, int]:
    """Return the value of the ordinal at token k, and the token after it: "пятый", "сто двадцатый", "40-й"."""
    words, value = page.words, 0
    if k + 2 < len(words) and words[k].isdecimal() and len(words[k]) < 5 and words[k + 1] == "-":
        glued = page.glued(k + 1) and page.glued(k + 2) and words[k + 2] in _SHORT_ORDINAL_ENDS
        return (int(words[k]), k + 3) if glued else (0, k)
    while k < len(words) and language.numbers.get(words[k], ("",))[0] in ("c", "n") and value < 1000:
        value += int(language.numbers[words[k]][1])
        k += 1
    ordinal = words[k] if k < len(words) else ""
    ending = next((one for one in _ORDINAL_ENDS if ordinal.endswith(one)), "")
    number = _ORDINALS.get(ordinal.removesuffix(ending), 0) if ending else 0
    return (value + number, k + 1) if number and (not value or value >= 20) else (0, k)


def every(page: Page, i: int, language: Language) -> Draft | None:
    """Read "every tenth voter" and "каждый пятый" as a share; "every second day" is a rhythm."""
    words = page.words
    if i + 2 > len(words) - 1 and not language.case:
        return None
    ordinal = words[i + 1] if i + 1 < len(words) else ""
    number = _ORDINALS.get(ordinal) if not language.case else None
    k = i + 2
    if language.case:
        number, k = _ordinal_case(page, i + 1, language)
    if not number:
        return None
    following = words[k] if k < len(words) else ""
    if (
        language.units.get(following, ("",))[0]
        or following in _RATIOS_TIMES
        or following in language.weekdays
    ):
        return None
    draft = Draft(i, k, share(ONE, Decimal(number)), kind="ratio")
    draft.form = "words"
    return draft

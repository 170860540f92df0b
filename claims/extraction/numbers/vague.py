"""Numbers that do not say how many exactly: dozens, several, a few, a couple."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.phrase import ONE, Core
from claims.extraction.numbers.words import composed
from claims.extraction.page import Page

_ONE_THOUSAND = words_of("numbers", "one_thousand")
_GENITIVE_NUMERALS = endings_of("numbers", "genitive_numerals")
_FEW = words_of("numbers", "few")
_BEFORE_FEW = words_of("numbers", "before_few")
_PLURAL_SCALES = words_of("numbers", "plural_scales")
_COMPARED = words_of("numbers", "compared")
_NOT_SCORES = words_of("numbers", "not_scores")
_BEFORE_NONE = words_of("numbers", "before_none")
_NONE_DID = words_of("numbers", "none_did")
_HAD_NONE = words_of("numbers", "had_none")
_PARTICIPLE_ENDS = endings_of("licences", "participle_ends")
_OPENS_NONE = frozenset('. , ; : — – " ( \n'.split(" "))
_ENDS_NONE = frozenset('. , ; ) ! " \n'.split(" "))
_AFTER_SCORES = words_of("numbers", "after_scores")


def plural_scale(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "dozens", "tens of thousands", "сотни тысяч": low 2 of the scale, but a dozen's is 24."""
    words, n = page.words, len(page.words)
    genitive = language.words.get("genitive", frozenset())
    if (
        language.case
        and words[i] in _ONE_THOUSAND
        and i + 1 < n
        and words[i + 1].endswith(_GENITIVE_NUMERALS)
    ):
        rest = composed(page, i + 1, language, ONE)
        if rest and rest.kind == "count" and rest.value < value:
            return Core(rest.end, value + rest.value, scaled=True)  # "тысячи двухсот": 1,200 in the genitive
    if language.case and words[i] in _PLURAL_SCALES and i and _governs(page, i, genitive):
        return Core(i + 1, value, scaled=True)  # "более тысячи" is more than one thousand
    j = i + 1
    total = value
    k = j + 1 if j < n and words[j] == "of" else j
    if k < n:
        kind, scale = language.numbers.get(words[k], ("", ONE))
        if kind == "p" and scale > value:
            total, j = total * scale, k + 1
            return Core(j, total * 2, manner="vague", scaled=True)
        if words[j : j + 2] == ["and", words[i]]:
            j += 2
    if words[i] == "tens" and j == i + 1 and not (j < n and words[j] == "of"):
        return None
    if words[i] in ("scores",) and (
        not (j < n and words[j] in _AFTER_SCORES) or (i and words[i - 1] in _NOT_SCORES)
    ):
        return None
    return Core(j, total * 2, manner="vague", scaled=True)


def _governs(page: Page, i: int, genitive: frozenset[str]) -> bool:
    return page.words[i - 1] in genitive


def vague(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "several", "a few thousand", "несколько сотен"; bare "few" is no number."""
    words, n = page.words, len(page.words)
    word = words[i]
    start = i
    if words[i + 1 : i + 2] and words[i + 1] in _COMPARED:
        return None  # "несколько больше" is no number
    if word == "none":
        return (
            Core(i + 1, Decimal(0)) if words[i + 1 : i + 2] == ["of"] or _is_none_of_those(page, i) else None
        )
    if word in _FEW:
        if not i or words[i - 1] not in _BEFORE_FEW:
            return None
        start = i - 1 if words[i - 1] == "a" else i
    j = i + 1
    if word == "handful":
        return Core(j, value, manner="vague", start=start)
    if j < n:
        kind, scale = language.numbers.get(words[j], ("", ONE))
        if kind in ("h", "s", "p") and word != "handful" and words[j] != "score":
            above, larger = (
                language.numbers.get(words[j + 1], ("", ONE)) if language.case and j + 1 < n else ("", ONE)
            )
            if above == "p" and larger > scale:
                scale, j = scale * larger, j + 1  # "несколько десятков тысяч"
            return Core(j + 1, value * scale, manner="vague", scaled=True, start=start)
        if words[j] in language.suffixes and len(words[j]) > 1:
            return Core(j + 1, value * language.suffixes[words[j]], manner="vague", scaled=True, start=start)
    return Core(j, value, manner="vague", start=start)


def _is_none_of_those(page: Page, i: int) -> bool:
    """Read "41 came and none was upheld", "it tested 60 wells and found none": of what was counted before."""
    words, (first, _) = page.words, page.sentence(i)
    last = page.memo.get("figure", -1)
    if words[i - 1 : i] != [":"] and last < (page.sentence(first - 1)[0] if first else 0):
        return False
    before, after = words[i - 1] if i > first else ".", words[i + 1] if i + 1 < len(words) else "."
    if before == ":" and after in _ENDS_NONE:
        return True  # "Injuries: none."
    if before in _BEFORE_NONE or before in _OPENS_NONE:
        return after in _NONE_DID or after.endswith(_PARTICIPLE_ENDS)
    return (after in _ENDS_NONE or after in _NONE_DID) and (
        before in _HAD_NONE or before.endswith(_PARTICIPLE_ENDS)
    )


def couple(page: Page, i: int, language: Language, value: Decimal) -> Core | None:
    """Read "a couple of hundred" and "пара десятков"; a married couple is no number."""
    words, n = page.words, len(page.words)
    j, start = i + 1, i
    if not language.case:
        if not i or words[i - 1] not in _BEFORE_FEW or words[j : j + 1] != ["of"]:
            if not (
                i and words[i - 1] == "a" and j < n and language.numbers.get(words[j], ("",))[0] in ("h", "s")
            ):
                return None
            j -= 1
        start, j = i - 1, j + 1
    if j < n:
        kind, scale = language.numbers.get(words[j], ("", ONE))
        if kind in ("h", "s", "p"):
            return Core(j + 1, 2 * scale, manner="about", scaled=True, start=start)
    return Core(i + 1, Decimal(2), manner="about", start=start)

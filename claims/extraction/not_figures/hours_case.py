"""Hours in Russian words and digits: "назначили на шесть", "часы пробили двенадцать", "в шесть тридцать"."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.not_figures.closers import CLOSERS, after_number
from claims.extraction.page import Page

_SET_STEMS = endings_of("hours_case", "set_stems")
_STRUCK_STEMS = endings_of("hours_case", "struck_stems")
_CLOCKS = words_of("hours_case", "clocks")
_AT = words_of("hours_case", "at")
_ON = words_of("hours_case", "on")
_MINUTE_WORDS = words_of("hours_case", "minute_words")
_AGO = words_of("not_figures", "ago")
_OF_HOUR = words_of("hours_case", "of_hour")
_MINUTES = words_of("hours_case", "minutes")
_MARK_STEMS = endings_of("hours_case", "mark_stems")
_NEARED = endings_of("not_figures", "neared")
_TOWARDS = words_of("hours_case", "towards")
_CLOSED = CLOSERS | {"—", "–"}
_LAST_HOUR = 24


def is_hour_case(page: Page, draft: Draft, language: Language) -> str:
    """Pass over the hour that something is set for, that a clock strikes, or that is said with its minutes."""
    value = draft.low if draft.low is not None else draft.high
    if (
        not language.case
        or not draft.elided
        or draft.scaled
        or value is None
        or value > _LAST_HOUR
        or not draft.a
    ):
        return ""
    words, first = page.words, draft.first
    begins, _ = page.sentence(first)
    near = words[max(begins, first - 6) : first]
    if draft.form == "words" and _minutes(page, draft, language):
        return "time"
    if words[draft.a] in language.words["collective"]:
        return ""  # "к девятерым вызвали врача"
    if words[draft.a - 1] in _ON and after_number(page, draft) in CLOSERS:
        if any(word.startswith(_MARK_STEMS) for word in near):
            return "not_a_claim"
        return "time" if any(word.startswith(_SET_STEMS) for word in near) else ""
    opens = draft.a - 1 == begins or words[draft.a - 2] in CLOSERS
    if words[draft.a - 1] in _TOWARDS and (opens or after_number(page, draft) in _CLOSED):
        return "" if _nears(near, language) else "time"
    struck = any(word.startswith(_STRUCK_STEMS) for word in near)
    return "time" if struck and any(word in _CLOCKS for word in near) else ""


def _nears(near: list[str], language: Language) -> bool:
    """Tell "число раненых приблизилось к девяти" from "вернулись к девяти"."""
    stems = language.words["changes"]
    return any(word[:5] in stems or word[:4] in stems or word.startswith(_NEARED) for word in near)


def is_past_hour_case(page: Page, draft: Draft, language: Language) -> str:
    """Pass over "пять минут третьего", "в четверть седьмого" and "четверть века назад"."""
    if draft.kind == "ratio":
        behind = page.words[draft.b : draft.b + 2]
        if behind[1:] and behind[0] in language.units and behind[1] in _AGO:
            return "date"
        return "time" if "".join(page.words[draft.b : draft.b + 1]) in _OF_HOUR else ""
    k = draft.noun_end
    timed = draft.unit in _MINUTES and k < len(page.words) and page.words[k] in _OF_HOUR
    return "time" if timed else ""


def _minutes(page: Page, draft: Draft, language: Language) -> bool:
    """Read "в шесть тридцать" and "двадцать два ноль-ноль": another number word that does not go on with the first."""
    words, k = page.words, max(draft.b, draft.end)
    if k >= len(words) or words[k] not in language.numbers or language.numbers[words[k]][0] != "n":
        return False
    if words[draft.a - 1] not in _AT and words[k] not in _MINUTE_WORDS:
        return False
    while k < len(words) and (words[k] == "-" or language.numbers.get(words[k], ("",))[0] == "n"):
        k += 1
    draft.b = draft.end = draft.noun_at = draft.noun_end = k
    return True

"""Hours in Russian that stand beside no figure: "в 21-30", "к 15 часам", "с пяти до семи", "ноль часов пять минут"."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import known_lemma
from claims.extraction.neighbours import Mask, measured
from claims.extraction.page import Page

_AT_TIME = words_of("masks_case", "at_time")
_COUNTED_TIME = words_of("masks_case", "counted_time")
_PLACE_ENDS = endings_of("masks_case", "place_ends")
HOURS = words_of("masks_case", "hours")
_HOURS_AT = words_of("masks_case", "hours_at")
_COUNTED_ENDS = endings_of("masks_case", "counted_ends")
_FROM = words_of("masks_case", "from")
UP_TO = words_of("masks_case", "up_to")
_BREAKS = frozenset(".,;:—–()!?\n")
TOWARDS = words_of("masks_case", "towards")
_AT_HOURS = words_of("masks_case", "at_hours")
_MINUTES = words_of("masks_case", "minutes")
_COUNTING = words_of("masks_case", "counting")


def hyphened(page: Page, i: int, language: Language) -> Mask | None:
    """Read "в 21-30"; "в 20-25 домах" and "в 20-30 километрах" are ranges."""
    words, j = page.words, i + 2
    if j >= len(words) or words[i + 1] != "-" or not page.glued(i + 1) or not page.glued(j):
        return None
    if not i or words[i - 1] not in _AT_TIME or len(words[j]) != 2 or not words[j].isdecimal():
        return None
    if not words[i].isdecimal() or int(words[i][:4]) > 23 or int(words[j]) > 59 or int(words[j]) % 5:
        return None
    after = words[j + 1] if j + 1 < len(words) else "."
    if after.endswith(_PLACE_ENDS) or after in _COUNTED_TIME or measured(page, j + 1, language):
        return None
    return i, j + 1, "time"


def towards(page: Page, i: int, language: Language) -> Mask | None:
    """Read "часам к двум", "часов в пять" and "ближе к шести"."""
    words = page.words
    if i and words[i - 1] in TOWARDS and "".join(words[i + 1 : i + 2]) in _AT_HOURS:
        return i, i + 2, "time"
    if i < 2 or words[i - 1] not in _AT_TIME or words[i - 2] not in _HOURS_AT:
        return None
    return None if measured(page, i + 1, language) else (i, i + 1, "time")


def from_to(page: Page, i: int, language: Language) -> Mask | None:
    """Read "С пяти до семи приём" as hours; "с пяти до семи процентов" and "выросло с пяти до семи" are not."""
    words, numbers, k = page.words, language.numbers, i + 2
    if not i or words[i - 1] not in _FROM or k >= len(words) or words[i + 1] not in UP_TO:
        return None
    (kind, value), (second, end) = numbers.get(words[i], ("", 0)), numbers.get(words[k], ("", 0))
    if (kind, second) != ("n", "n") or value > 24 or end > 24 or measured(page, k + 1, language):
        return None
    stems = language.words["changes"]
    near = words[max(page.sentence(i)[0], i - 8) : i]
    if any(word[:5] in stems or word[:4] in stems for word in near):
        return None
    after = words[k + 1] if k + 1 < len(words) else "."
    counted = after.endswith(_COUNTED_ENDS) or known_lemma(after) not in ("", after)
    return (
        None if counted or not (i == 1 or words[i - 2] in _BREAKS or after in _BREAKS) else (i, k + 1, "time")
    )


def hours(page: Page, i: int, language: Language) -> Mask | None:
    """Read "в ноль часов пять минут"; "раз-два" is counting aloud."""
    words, numbers, j = page.words, language.numbers, i + 1
    if i > 1 and words[i - 1] == "-" and words[i - 2] in _COUNTING:
        return i - 2, j, "idiom"
    kind, value = numbers[words[i]]
    if kind != "n" or value > 23 or words[j : j + 1] == [] or words[j] not in HOURS:
        return None
    k = j + 1
    while k < len(words) and k - j < 4 and numbers.get(words[k], ("",))[0] == "n":
        k += 1
    timed = k > j + 1 and words[k : k + 1] != [] and words[k] in _MINUTES
    if timed and (value == 0 or i > 0 and words[i - 1] in _AT_TIME):
        return i, k + 1, "time"
    return (i, j + 1, "time") if value == 0 else None

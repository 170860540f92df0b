"""Read the qualifier of a number: more than, at least, less than, at most, about, between, vague."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import LANGUAGES, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_IN_OR_WERE = words_of("reading", "in_or_were")
_ABOUT = words_of("reading", "about")
_INSIDE_ONLY = words_of("reading", "inside_only", signs="+")
_NEEDS_NO_NUMBER = words_of("reading", "needs_no_number")
_OR_MORE = words_of("reading", "or_more")
_EXTENDED = words_of("reading", "extended")
_HEDGED = words_of("reading", "hedged")
_MAY_BE_NOUN = words_of("reading", "may_be_noun")
_COLLECTIVE_SCALES = words_of("reading", "collective_scales")
_CHARGED = words_of("reading", "charged")
_TOLD = words_of("reading", "told")
_FROM = words_of("numbers", "range_from")
_PLACES = words_of("reading", "places_too")
_COMPARED = words_of("reading", "compared")
_BOUNDS = frozenset(("more_than", "at_least", "less_than", "at_most"))


def qualify(page: Page, draft: Draft, language: Language) -> None:
    """Find the comparator on either side and set the interval; extend the span over its words."""
    found = _before(page, draft, language) or draft.comparator
    if not found and draft.noun_end > draft.end and "inherited" not in draft.doubts:
        found = _after(page, draft, draft.noun_end, language, inside=False)
    if draft.comparator == "between":
        return
    name = found or draft.manner
    if draft.manner == "vague":
        name = "vague"
    set_interval(draft, name)
    if draft.trace is not None:
        draft.note("comparators", f"{name}: {page.words_of(draft.first, draft.end)}")


def behind(page: Page, draft: Draft, language: Language) -> None:
    """Read a comparator that is part of the number phrase: "60-plus", "60 or more", "50 с лишним"."""
    if draft.comparator or draft.kind == "ratio":
        return
    name = _after(page, draft, max(draft.end, draft.b), language, inside=True)
    if name:
        draft.comparator = name
        draft.b = max(draft.b, draft.end)
        _scale_behind(page, draft, language)
        if draft.noun_at < draft.b:
            draft.noun_at = draft.noun_end = draft.b


def _scale_behind(page: Page, draft: Draft, language: Language) -> None:
    """Read "сто с лишним тысяч" as more than 100,000."""
    if not language.case or draft.scaled or draft.b >= len(page.words) or draft.low is None:
        return
    kind, scale = language.numbers.get(page.words[draft.b], ("", draft.low))
    if kind and kind in "sp" and scale >= 1000:
        draft.low = draft.high = draft.low * scale
        draft.scaled, draft.b = True, draft.b + 1
        draft.end = draft.noun_at = draft.noun_end = draft.b


def set_interval(draft: Draft, name: str) -> None:
    """Give the draft this comparator and the interval that goes with it."""
    draft.comparator = name
    value = draft.low if draft.low is not None else draft.high
    draft.low = None if name in ("less_than", "at_most") else value
    draft.high = None if name in ("more_than", "at_least", "vague") else value


def _match(page: Page, end: int, language: Language) -> tuple[int, str]:
    """Return where the comparator that ends at token `end` begins, and its name; (end, "") if none."""
    words = page.words
    if end <= 0 or words[end - 1] not in language.before:
        return end, ""
    names = _NAMES[language.code]
    for length in _LENGTHS[language.code][words[end - 1]]:
        name = names.get(tuple(words[end - length : end])) if length <= end else None
        if name:
            return end - length, name
    return end, ""


# By language: the comparators by all their words, and how long those can be that end in a word, longest first.
_NAMES = {
    code: {parts: name for phrases in language.before.values() for parts, name in phrases}
    for code, language in LANGUAGES.items()
}
_LENGTHS = {
    code: {
        word: sorted({len(parts) for parts, _ in phrases}, reverse=True)
        for word, phrases in language.before.items()
    }
    for code, language in LANGUAGES.items()
}


def _before(page: Page, draft: Draft, language: Language) -> str:
    start = draft.first
    at, name = _match(page, start, language)
    if not name or _belongs_elsewhere(page, at, start, draft, language):
        return ""
    again, outer = _match(page, at, language)
    if outer in _BOUNDS and name == "about" and not _belongs_elsewhere(page, again, at, draft, language):
        at, name = again, outer
    elif outer == "about" and name in _BOUNDS and page.words[again] in _HEDGED:
        at = again
    while at and page.words[at - 1] in language.extenders and page.words[at] in _EXTENDED:
        at -= 1
    draft.first = at
    return name


def _belongs_elsewhere(page: Page, at: int, end: int, draft: Draft, language: Language) -> bool:
    """Tell whether the word only looks like a comparator: "told us about", "protest over", "до 5 мая"."""
    words = page.words
    word, previous = words[at], words[at - 1] if at else ""
    if end - at > 1:
        return _is_place_or_fold(page, at, end, draft)
    sets = language.words
    if word in _ABOUT:
        return previous in sets.get("topics", ()) or (at > 1 and words[at - 2] in _TOLD)
    if word == "over":
        lasts = draft.kind != "duration" or previous in sets.get("lasting", ())
        return not lasts or previous in sets.get("disputes", ())
    if word in _MAY_BE_NOUN:
        return word == "under" and previous in _CHARGED
    if word == "до":
        return _reaches(page, at, language)
    if word == "с":
        return words[end] not in _COLLECTIVE_SCALES
    if word == "под":
        return draft.low is None or draft.low < 20 or draft.low % 10 != 0
    return word == "от"


def _is_place_or_fold(page: Page, at: int, end: int, draft: Draft) -> bool:
    """Tell "В районе 40 школ" and "выше в три раза" from qualifiers of more than one word."""
    words = page.words
    if words[end - 1] in _PLACES:
        return at == page.sentence(at)[0]
    return draft.kind == "ratio" and end - at == 2 and words[end - 1] == "в" and words[at] in _COMPARED


def _reaches(page: Page, at: int, language: Language) -> bool:
    """Tell whether "до" closes a change: "снизилась до 148", "с 5 до 7", so that the value is exact."""
    words, stems = page.words, language.words.get("changes", frozenset())
    first, _ = page.sentence(at)
    if at - 2 >= first and words[at - 2] in _FROM:
        return True  # "погибших — с 14 до 9"
    for i in range(at - 1, max(first, at - 9) - 1, -1):
        word = words[i]
        if word[:5] in stems or word[:4] in stems:
            return True
        if word in ";:" or word == "чем":
            return False
    return False


def _after(page: Page, draft: Draft, end: int, language: Language, *, inside: bool) -> str:
    words = page.words
    if end >= len(words):
        return ""
    for parts, name in language.after.get(words[end], ()):
        until = end + len(parts)
        if tuple(words[end:until]) != parts or _goes_elsewhere(page, parts, until, language, inside=inside):
            continue
        if inside or parts[0] in _OR_MORE:
            draft.end = until if inside else draft.end
            draft.noun_end = max(draft.noun_end, until)
            return name
    return ""


def _goes_elsewhere(
    page: Page, parts: tuple[str, ...], until: int, language: Language, *, inside: bool
) -> bool:
    """Tell whether words behind a number qualify the next one: "12 and at least 30", "5 + 3"."""
    if parts[0] in _INSIDE_ONLY and not inside:
        return True
    if until >= len(page.words):
        return False
    following = page.words[until]
    if parts == ("at", "least") and following.isalpha() and following not in _IN_OR_WERE:
        return True
    digits = following[0].isdecimal()
    if not inside and (digits or following in language.numbers or following in language.currencies):
        return True
    if parts == ("+",) and digits:
        return True
    return parts[0] in _NEEDS_NO_NUMBER and (digits or following in language.numbers)

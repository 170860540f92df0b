"""Read what a number is measured in: money, per cent, a measure, a duration, or nothing of these."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import LANGUAGES, endings_of, mapping_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.numbers.money import money_after, money_before
from claims.extraction.page import Page

_POINTS = words_of("numbers", "points")
_MAGNITUDE = words_of("numbers", "magnitude")
_DEGREE_LETTERS = words_of("numbers", "degree_letters")
_HOURS_AFTER = words_of("numbers", "hours_after")
_POUND_WORDS = words_of("numbers", "pound_words")
_BASIS_POINTS = words_of("numbers", "basis_points")
_POINT_PHRASES = phrases_of("numbers", "point_phrases")
_SHORT_AREAS = words_of("numbers", "short_areas")
_DEGREES = words_of("numbers", "degrees")
_DEGREE_SCALES = words_of("numbers", "degree_scales")
_AMBIGUOUS_COINS = words_of("numbers", "ambiguous_coins")
_SECOND_MEASURES = words_of("numbers", "second_measures")
_BEFORE_CURRENCY = words_of("numbers", "before_currency", signs=".")
_PERCENT = words_of("numbers", "percent")
_PERCENTAGE = words_of("numbers", "percentage")
_BASIS = words_of("numbers", "basis")
_SHORT_UNITS = words_of("numbers", "short_units")
_UNIT_OPENERS = words_of("numbers", "unit_openers")
_PER_TIME = words_of("numbers", "per_time")
_AN_HOUR = phrases_of("numbers", "an_hour")
_RATES = phrases_of("numbers", "rates")
_ADJECTIVES = mapping_of("numbers", "adjectives")
_ADJECTIVE_UNITS = mapping_of("numbers", "adjective_units")
_CASED = words_of("numbers", "cased_units")
_HALVES = mapping_of("numbers", "halves")
_OF_A = phrases_of("numbers", "of_a")
_LENGTHS = words_of("numbers", "lengths")
_POINT_STEMS = endings_of("numbers", "point_stems")
_INDEX_STEMS = endings_of("numbers", "index_stems")
_FIELD = 12  # tokens on either side of points in which an index is looked for
_GENITIVE_ENDS = tuple("аяыи")
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}  # as in "32m2" and "4 km²"
_SPACED = phrases_of("numbers", "spaced_units")
_PLACES = words_of("numbers", "place_units")
_HOURS = words_of("numbers", "hours")
_OPENERS = {  # every word behind a number that can begin its unit, by language
    code: _PERCENT.union(
        *(language.units, language.currencies, _PERCENTAGE, _BASIS, _BASIS_POINTS, _POUND_WORDS),
        *(_ADJECTIVES, _BEFORE_CURRENCY, _DEGREES, _DEGREE_LETTERS),
        ("%", "per", "‰", "промилле", "percentage", "pp", "п", "б", "basis", "°"),
    )
    for code, language in LANGUAGES.items()
}


def measure(page: Page, draft: Draft, language: Language) -> None:
    """Set kind and unit from the tokens on either side; spread the span over symbols and "per cent"."""
    money_before(page, draft, language)
    if draft.kind == "ratio":
        _part_of_unit(page, draft, language)
        return
    half = _HALVES.get(page.words[draft.b - 1]) if language.case else None
    if half:
        draft.kind, draft.unit = language.units.get(half, ("percent", "percent"))
        draft.noun_at = draft.noun_end = draft.b
        return
    _after(page, draft, language)
    if (
        draft.kind == "money"
        and "ambiguous_separator" in draft.flags
        and not draft.scaled
        and draft.unit not in ("USD", "GBP")
        and draft.low == draft.high
        and draft.low is not None
    ):
        whole = draft.low * 1000
        if "." in page.words[draft.a] and whole == int(whole) and draft.low < 1000 and not language.case:
            draft.low = draft.high = whole  # nobody prices in thousandths: €7.500 is 7,500, and flagged
    if draft.unit and draft.trace is not None:
        draft.note("units", f"{draft.kind} in {draft.unit}")


def _part_of_unit(page: Page, draft: Draft, language: Language) -> None:
    """Read "three-quarters of a tonne" and "a quarter of an hour" as so much of the unit."""
    k = draft.b + 2
    if page.words[draft.b : k] not in _OF_A or k >= len(page.words):
        return
    kind, unit = language.units.get(page.words[k], ("", ""))
    if kind:
        draft.kind, draft.unit = kind, unit
        draft.noun_at, draft.noun_end = k, k + 1


def _after(page: Page, draft: Draft, language: Language) -> None:
    words, n, k = page.words, len(page.words), draft.b
    hyphen = (
        k + 1 < n and words[k] == "-" and page.glued(k) and page.glued(k + 1) and words[k + 1][0].isalpha()
    )
    if hyphen:
        k += 1
        draft.hyphened = True
    if k >= n or hyphen and language.case and _adjective_unit(draft, words[k], k):
        return
    if words[k] in _OPENERS[language.code]:
        _named(page, draft, k, hyphen, language)
    elif draft.kind != "money":
        _magnitude(page, draft)


def _named(page: Page, draft: Draft, k: int, hyphen: bool, language: Language) -> None:
    """Read the unit that token k names."""
    word = page.words[k]
    percent = _percent(page, k, language)
    if percent:
        draft.kind, (draft.unit, until) = percent[0], percent[1:]
        draft.end = draft.b = max(draft.end, min(until, len(page.words)))  # "50 базисных" can end a text
        return
    if draft.kind == "money":
        if word in language.currencies and not (hyphen or word in _AMBIGUOUS_COINS):
            draft.end = draft.b = k + 1  # "$5 US"
        return
    money = money_after(page, k, language)
    if money:
        draft.kind, draft.unit = "money", money[0]
        draft.end = draft.b = max(draft.end, money[1])
    elif not _degrees(page, draft, k):
        _plain_unit(page, draft, k, language)


def _degrees(page: Page, draft: Draft, k: int) -> bool:
    """Read "12°", "12 degrees Celsius", "12C" and "magnitude 6.1"; tell whether one was there."""
    words = page.words
    word = words[k]
    if word == "°" or word in _DEGREES:
        draft.kind, draft.unit = "measure", "degrees"
        until = k + 2 if "".join(words[k + 1 : k + 2]) in _DEGREE_SCALES else k + 1
        draft.noun_at, draft.noun_end = k, until
        if word == "°":
            draft.end = until
        return True
    if _magnitude(page, draft):
        return True
    if word in _DEGREE_LETTERS and page.capital(k) and (page.glued(k) or draft.sign < 0):
        draft.kind, draft.unit, draft.end, draft.b = "measure", "degrees", k + 1, k + 1
        return True
    return False


def _magnitude(page: Page, draft: Draft) -> bool:
    if not draft.first or page.words[draft.first - 1] not in _MAGNITUDE:
        return False
    draft.kind, draft.unit = "measure", "magnitude"
    return True


def _percent(page: Page, k: int, language: Language) -> tuple[str, str, int] | None:
    """Return kind, unit and the token after "%", "per cent", "percentage points", "basis points", "‰" at token k."""
    words = page.words
    word, following = words[k], words[k + 1] if k + 1 < len(words) else ""
    hyphened = words[k + 2 : k + 3] if following == "-" else []
    if word == "%" or word in _PERCENT:
        if following in _POINTS or word == "%" and hyphened in _POINT_PHRASES:
            return "measure", "percentage point", k + 2
        return "percent", "percent", k + 1
    if word == "per":
        if following == "cent" or hyphened == ["cent"]:
            return "percent", "percent", k + 2 if following == "cent" else k + 3
        return ("measure", "per mille", k + 2) if following == "mille" else None
    if word in ("‰", "промилле"):
        return "measure", "per mille", k + 1
    return _points(words, k, following)


def _points(words: list[str], k: int, following: str) -> tuple[str, str, int] | None:
    """Read percentage points and basis points, written out or short: "pp", "п. п.", "bps"."""
    word = words[k]
    if word == "percentage" and following in _POINTS or word in _PERCENTAGE:
        return "measure", "percentage point", k + 2
    if word == "pp":
        return "measure", "percentage point", k + 1
    if word == "б" and words[k + 1 : k + 3] == [".", "п"]:
        return "measure", "basis point", k + 4 if words[k + 3 : k + 4] == ["."] else k + 3
    if word == "п" and words[k + 1 : k + 3] == [".", "п"]:
        return "measure", "percentage point", k + 4 if words[k + 3 : k + 4] == ["."] else k + 3
    if word == "basis" and following in _POINTS or word in _BASIS:
        return "measure", "basis point", k + 2
    return ("measure", "basis point", k + 1) if word in _BASIS_POINTS else None


def _adjective_unit(draft: Draft, word: str, k: int) -> bool:
    """Read "12-дневный" and "5-процентный": the unit is part of an adjective."""
    for stem, (kind, unit) in _ADJECTIVE_UNITS.items():
        if word.startswith(stem):
            draft.kind, draft.unit = kind, unit
            draft.noun_at, draft.noun_end = k, k + 1
            draft.hyphened = kind == "percent"
            if kind == "percent":
                draft.b = k + 1
            return True
    return False


def _compound(page: Page, k: int, until: int, unit: str, language: Language) -> tuple[int, str]:
    """Read "pound-feet", "lb-ft" and "kilowatt hours" as one unit."""
    words, n = page.words, len(page.words)
    if until + 1 < n and words[until] == "-" and page.glued(until) and page.glued(until + 1):
        if words[until + 1] in _SECOND_MEASURES:
            return until + 2, page.words_of(k, until + 2)
    if until < n and unit in _HOURS and words[until] in _HOURS_AFTER:
        return until + 1, f"{unit} hour"
    raised = until < n and page.glued(until) and words[k] in _LENGTHS
    if raised and page.typed(until, until + 1) in _POWERS:
        return until + 1, f"{_POWERS[page.typed(until, until + 1)]} {unit}"
    if word_is_rate(page, until):
        return until + 2, f"{unit}/{words[until + 1]}"
    return until, unit


def word_is_rate(page: Page, until: int) -> bool:
    """Tell whether "/km" follows a unit: "117g/km"."""
    return page.words[until : until + 1] == ["/"] and page.words[until + 1 : until + 2] in _RATES


def _dotted(page: Page, k: int) -> tuple[str, int]:
    """Return the unit word at token k and the token after it, "mph" for "m.p.h."."""
    words, until = page.words, k + 1
    while until < k + 7 and words[until : until + 1] == ["."] and _is_letter(page, until + 1):
        if not page.glued(until + 1) and words[k : until + 2] not in _SPACED:
            break
        until += 2
    if until == k + 1 or not _is_letter(page, k):
        return words[k], k + 1
    return "".join(words[k:until:2]), until


def _is_letter(page: Page, i: int) -> bool:
    """Tell whether token i is a single letter."""
    return i < len(page.words) and len(page.words[i]) == 1 and page.words[i].isalpha()


def _is_place(page: Page, k: int, until: int, language: Language) -> bool:
    """Tell whether a noun in the genitive behind points or quarters makes them places: "пункта питания".

    Points are those of an index where something that moves or is ahead stands beside them; else they are of a list.
    """
    if page.words[k].startswith(_POINT_STEMS):
        begins, ends = page.sentence(k)
        near = page.words[max(begins, k - _FIELD) : min(ends, k + _FIELD)]
        if not any(word.startswith(_INDEX_STEMS) for word in near):
            return True  # "ни один из 14 пунктов плана"
    word = "".join(page.words[until : until + 1])
    known = (
        word in language.stop or word in language.verbs or word in language.before or word in language.units
    )
    return word.endswith(_GENITIVE_ENDS) and word.isalpha() and len(word) > 3 and not known


def _plain_unit(page: Page, draft: Draft, k: int, language: Language) -> None:
    """Read metres, tonnes and years. The word itself stays outside the span unless it is glued on."""
    words, n = page.words, len(page.words)
    word, until = _dotted(page, k)
    kind, unit = language.units.get(word, ("", ""))
    if not kind or word in _CASED and not page.level[page.starts[k] : page.ends[k]].isupper():
        return
    if word == "г" and not page.glued(k) and words[k + 1 : k + 2] in ([], ["."], ["/"]):
        return  # "в 2031 г." is a year
    if word == "г":
        kind, unit = language.units["гр"]  # "400 г и"
    if unit in _UNIT_OPENERS and until < n:
        until += words[until] == "." and until + 1 < n
        if words[until] in language.units:
            unit, until = page.words_of(k, until + 1), until + 1
    if unit in _SHORT_AREAS or unit in _PLACES and _is_place(page, k, until, language):
        return  # "12 sq", "12 пунктов обогрева"
    until, unit = _compound(page, k, until, unit, language)
    if until + 1 < n and words[until] == "/" and words[until + 1] in _PER_TIME:
        unit, until = unit + "/" + words[until + 1], until + 2
    elif words[until : until + 2] in _AN_HOUR and kind == "measure":
        unit, until = unit + " per hour", until + 2
    draft.kind, draft.unit = kind, unit
    draft.noun_at, draft.noun_end = k, until
    if page.glued(k) and words[k - 1] != "-":
        draft.end = draft.b = until

"""A value and a date in words: "more than 60 people", "20 June to 31 July 2031". Pure.

Numbers, months and plural forms come from CLDR through Babel; every digit that is kept is printed.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from typing import Protocol

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name, is_currency

from claims.numbers import WIDTH
from claims.phrases import Phrases, phrases, printing_language
from claims.values import Value
from sources.dates import Dated

MONEY_FRACTION = re.compile(r"0\.0+")
EVERY_DIGIT = "0.##########"


class Noun(Protocol):
    """What is counted, by CLDR plural form; empty where a language has no such form or nobody wrote it."""

    @property
    def one(self) -> str: ...
    @property
    def few(self) -> str: ...
    @property
    def many(self) -> str: ...
    @property
    def other(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Forms:
    """A noun typed in place, where no measure gives one."""

    one: str = ""
    few: str = ""
    many: str = ""
    other: str = ""


NO_NOUN = Forms()


def in_words(
    value: Value,
    *,
    noun: Noun | None = None,
    one: str = "",
    few: str = "",
    many: str = "",
    other: str = "",
    unit: str = "",
    language: str = "en",
    wording: str = "full",
) -> str:
    """Say a value with its comparator and, in `full` wording, with what is counted.

    >>> from claims.values import checked
    >>> in_words(checked(comparator="more_than", low=60), one="person", other="people")
    'more than 60 people'

    `noun` is a measure's wording (or anything with its four forms); `one` … `other` stand in for it. `unit` is the
    measure's: empty for counts, `percent`, an ISO 4217 code, or a unit's word. `wording="number"` leaves the noun
    out, not the unit. Zero, "none known", "unknown" and "not applicable" are four phrases.
    """
    said = phrases(language)
    forms = noun or Forms(one, few, many, other)
    if not value.is_known:
        return said.states[value.state]
    is_bare = wording == "number"
    if value.is_vague and not unit:
        return _vague(value, said, NO_NOUN if is_bare else forms, language)
    if value.comparator == "exact" and value.low == 0 and not unit:
        phrase, last = said.zero, Decimal(0)
    else:
        phrase, last = _counted(value, said, unit, language)
    if is_bare:
        return phrase
    word = _form(forms, last, language, is_genitive=value.comparator != "exact")
    return f"{phrase} {word}" if word else phrase


def _counted(value: Value, said: Phrases, unit: str, language: str) -> tuple[str, Decimal]:
    comparator = "at_least" if value.is_vague else value.comparator
    pattern = said.measured.get(comparator) if unit else None
    ends = {
        "low": "" if value.low is None else number(value.low, unit=unit, language=language),
        "high": "" if value.high is None else number(value.high, unit=unit, language=language),
    }
    last = value.high if value.high is not None else value.low
    assert last is not None  # a known value has a bound (checked by the database too)
    pattern = pattern or said.comparators[comparator]
    return pattern.format(n=ends["low"] or ends["high"], **ends), last


def _vague(value: Value, said: Phrases, forms: Noun, language: str) -> str:
    assert value.low is not None
    plural = _form(forms, Decimal(5), language, is_genitive=True)
    if value.low not in said.vague:
        phrase = said.vague_other.format(n=number(value.low, language=language))
        return f"{phrase} {plural}".strip()
    alone, with_noun = said.vague[value.low]
    return with_noun.format(noun=plural) if plural else alone


def _form(forms: Noun, n: Decimal, language: str, *, is_genitive: bool) -> str:
    """Pick the noun's form for a number; after "более", "около" and the like Russian takes the genitive.

    The genitive singular ("более 1 человека", "более 21 человека") is the form of 2 (`few`), the genitive
    plural ("более 2 человек") the form of 5 (`many`).
    """
    locale = Locale(printing_language(language))
    category = locale.plural_form(abs(n))
    if is_genitive and locale.language == "ru" and category in ("one", "few", "many"):
        category = "few" if category == "one" else "many"
    fallbacks = (category, "other", "many", "few", "one")
    return next((form for name in fallbacks if (form := getattr(forms, name, ""))), "")


def number(n: Decimal, *, unit: str = "", language: str = "en") -> str:
    """Write a number as the language groups and points it, with its unit; no digit is lost or added."""
    locale = Locale(printing_language(language))
    with localcontext() as context:
        context.prec = 2 * WIDTH  # Babel computes in the present context; 28 digits would round
        if unit == "percent":
            return format_percent(n / 100, locale=locale, decimal_quantization=False)
        if len(unit) == 3 and unit.isupper() and is_currency(unit):
            pattern = MONEY_FRACTION.sub(EVERY_DIGIT, locale.currency_formats["standard"].pattern, count=1)
            return format_currency(
                n, unit, format=pattern, locale=locale, currency_digits=False, decimal_quantization=False
            )
        digits = format_decimal(n, locale=locale, decimal_quantization=False)
    return f"{digits} {unit}" if unit else digits


def unit_in_words(unit: str, *, language: str = "en") -> str:
    """Name a unit for a heading: "euros", "percent", "nautical miles"; empty for counts."""
    if len(unit) == 3 and unit.isupper() and is_currency(unit):
        return str(get_currency_name(unit, count=2, locale=Locale(printing_language(language))))
    return unit


# --- dates ---------------------------------------------------------------------------------------

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_TIMED = re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})(?::\d{2})?Z?")


def date_in_words(when: Dated, language: str = "en") -> str:
    """Say a date or an interval in words; the empty string when no date is known.

    >>> from sources.dates import dated
    >>> date_in_words(dated("2031-06-20/2031-07-31"))
    '20 June to 31 July 2031'

    An open end is "or later" or "or earlier". A time of day is UTC.
    """
    if not when.is_known:
        return ""
    said, code = phrases(language), printing_language(language)
    edtf, mark = (when.edtf[:-1], when.edtf[-1]) if when.edtf[-1] in "~?%" else (when.edtf, "")
    words = _point(edtf, when, code, said) if "/" not in edtf else _interval(edtf, when, code, said)
    if mark in ("~", "%"):
        words = said.about.format(date=words)
    return said.doubtful.format(date=words) if mark in ("?", "%") else words


def as_of_in_words(when: Dated, language: str = "en") -> str:
    """Say when a figure was so, with its preposition: "as of 17 May 2031", "undated"."""
    said = phrases(language)
    if not when.is_known:
        return said.undated
    is_span = "/" in when.edtf and when.earliest is not None and when.latest is not None
    return (said.as_of_span if is_span else said.as_of_day).format(date=date_in_words(when, language))


def _point(edtf: str, when: Dated, code: str, said: Phrases) -> str:
    season = _SEASON.fullmatch(edtf)
    if season:
        return said.seasons[int(season[2]) - 21].format(year=season[1])
    if len(edtf) == 4 and edtf.isdigit():
        return f"{edtf} год" if code == "ru" else edtf
    if when.earliest is None or when.latest is None:
        return edtf
    if _MONTH.fullmatch(edtf):
        return _written(when.earliest, "LLLL y", code)
    if when.earliest != when.latest:
        return _from_to(when.earliest, when.latest, code, said)
    timed = _TIMED.fullmatch(edtf)
    day = _written(when.earliest, "d MMMM y", code)
    return f"{day}, {timed[1]}" if timed else day


def _interval(edtf: str, when: Dated, code: str, said: Phrases) -> str:
    if when.earliest is None and when.latest is not None:
        return said.open_before.format(date=_written(when.latest, "d MMMM y", code))
    if when.latest is None and when.earliest is not None:
        return said.open_after.format(date=_written(when.earliest, "d MMMM y", code))
    if when.earliest is None or when.latest is None:
        return edtf
    if when.earliest == when.latest:
        return _written(when.earliest, "d MMMM y", code)
    first, _, last = edtf.partition("/")
    if code != "ru" and _MONTH.fullmatch(first) and _MONTH.fullmatch(last):
        opening = "LLLL" if when.earliest.year == when.latest.year else "LLLL y"
        return said.span.format(
            first=_written(when.earliest, opening, code), last=_written(when.latest, "LLLL y", code)
        )
    return _from_to(when.earliest, when.latest, code, said)


def _from_to(first: date, last: date, code: str, said: Phrases) -> str:
    """Two days, the year said once where it is one; Russian repeats the month: "с 20 июня по 31 июля 2031 года"."""
    opening = "d MMMM" if first.year == last.year else "d MMMM y"
    if first.year == last.year and first.month == last.month and code != "ru":
        opening = "d"
    return said.span.format(first=_written(first, opening, code), last=_written(last, "d MMMM y", code))


def _written(day: date, pattern: str, code: str) -> str:
    words = format_date(day, pattern, locale=code)
    return f"{words} года" if code == "ru" and pattern.endswith("y") else words

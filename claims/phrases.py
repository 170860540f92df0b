"""The words a number is printed in, by language. These follow the language of the summary, not of the reader's screen.

Each language says how a comparator opens, which vague words stand for which number, and what the four kinds
of "no number" are called. A language without words of its own is printed in English.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language. `{n}` is the number, `{low}` and `{high}` the ends of a range, `{noun}` what is counted."""

    comparators: dict[str, str]
    measured: dict[str, str]
    vague: dict[Decimal, tuple[str, str]]
    vague_other: str
    zero: str
    states: dict[str, str]
    statuses: dict[str, str]
    as_of_day: str
    as_of_span: str
    undated: str
    span: str
    open_after: str
    open_before: str
    about: str
    doubtful: str
    seasons: tuple[str, str, str, str]
    origins: dict[str, str]
    no_origin: str
    primary_record: str
    fell: str


ENGLISH = Phrases(
    comparators={
        "more_than": "more than {n}", "at_least": "at least {n}", "less_than": "fewer than {n}",
        "at_most": "at most {n}", "about": "about {n}", "between": "between {low} and {high}", "exact": "{n}",
    },
    # Money, percentages and amounts are less, not fewer.
    measured={"less_than": "less than {n}"},
    vague={
        Decimal(3): ("several", "several {noun}"), Decimal(20): ("tens", "tens of {noun}"),
        Decimal(24): ("dozens", "dozens of {noun}"), Decimal(40): ("scores", "scores of {noun}"),
        Decimal(200): ("hundreds", "hundreds of {noun}"), Decimal(2000): ("thousands", "thousands of {noun}"),
        Decimal(3000): ("several thousand", "several thousand {noun}"),
        Decimal(20000): ("tens of thousands", "tens of thousands of {noun}"),
        Decimal(200000): ("hundreds of thousands", "hundreds of thousands of {noun}"),
        Decimal(2000000): ("millions", "millions of {noun}"),
    },
    vague_other="an uncertain number, put at {n} or more",
    zero="zero",
    states={"none_known": "none known", "unknown": "number unknown", "not_applicable": "not applicable"},
    statuses={
        "unreviewed": "unreviewed", "verified": "verified", "attributed": "attributed", "disputed": "disputed",
        "superseded": "superseded", "unverifiable": "unverifiable", "false": "false",
    },
    as_of_day="as of {date}", as_of_span="as of {date}", undated="undated", span="{first} to {last}",
    open_after="{date} or later", open_before="{date} or earlier", about="about {date}", doubtful="{date}, uncertain",
    seasons=("spring {year}", "summer {year}", "autumn {year}", "winter {year}"),
    origins={"one": "{n} origin", "other": "{n} origins"}, no_origin="no origin named", primary_record="primary record",
    fell="not signed since {date}; was {status}",
)  # fmt: skip

RUSSIAN = Phrases(
    comparators={
        "more_than": "более {n}", "at_least": "не менее {n}", "less_than": "менее {n}", "at_most": "не более {n}",
        "about": "около {n}", "between": "от {low} до {high}", "exact": "{n}",
    },
    measured={},
    vague={
        Decimal(3): ("несколько", "несколько {noun}"), Decimal(20): ("десятки", "десятки {noun}"),
        Decimal(24): ("десятки", "десятки {noun}"), Decimal(40): ("десятки", "десятки {noun}"),
        Decimal(200): ("сотни", "сотни {noun}"), Decimal(2000): ("тысячи", "тысячи {noun}"),
        Decimal(3000): ("несколько тысяч", "несколько тысяч {noun}"),
        Decimal(20000): ("десятки тысяч", "десятки тысяч {noun}"),
        Decimal(200000): ("сотни тысяч", "сотни тысяч {noun}"), Decimal(2000000): ("миллионы", "миллионы {noun}"),
    },
    vague_other="неопределённое число, от {n} и больше",
    zero="ноль",
    states={"none_known": "ни одного известного", "unknown": "число неизвестно", "not_applicable": "неприменимо"},
    statuses={
        "unreviewed": "не подписано", "verified": "проверено", "attributed": "со слов источника",
        "disputed": "оспаривается", "superseded": "заменено более поздним", "unverifiable": "не поддаётся проверке",
        "false": "неверно",
    },
    as_of_day="на {date}", as_of_span="за период {date}", undated="дата не указана", span="с {first} по {last}",
    open_after="{date} или позже", open_before="{date} или раньше", about="{date}, примерно",
    doubtful="{date}, дата под вопросом",
    seasons=("весна {year} года", "лето {year} года", "осень {year} года", "зима {year} года"),
    origins={"one": "{n} первоисточник", "few": "{n} первоисточника", "many": "{n} первоисточников",
             "other": "{n} первоисточника"},
    no_origin="первоисточник не назван", primary_record="первичный документ",
    fell="подписи нет с {date}; было: {status}",
)  # fmt: skip

BY_LANGUAGE = {"en": ENGLISH, "ru": RUSSIAN}


def phrases(language: str) -> Phrases:
    """Return the words of a language: `ru`, `ru-RU` and `RU` are one; an unknown language is printed in English."""
    return BY_LANGUAGE.get(printing_language(language), ENGLISH)


def printing_language(language: str) -> str:
    """Return the language a number is really printed in, for Babel and for `lang` attributes."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return code if code in BY_LANGUAGE else "en"

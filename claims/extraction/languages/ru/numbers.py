"""Russian words for `numbers`: numbers, units and ratios. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # numbers/core
    "inverted": "тысяч тысячи десятка десятков сотен сотни миллиона миллионов",
    # numbers/ratios
    "ordinals": {
        "втор": 2,
        "трет": 3,
        "четверт": 4,
        "пят": 5,
        "шест": 6,
        "седьм": 7,
        "восьм": 8,
        "девят": 9,
        "десят": 10,
        "двадцат": 20,
        "сот": 100,
    },
    "less": "меньш ниже сниз сократ умень упал урезал реже дешев снижа сокращ паде",
    # numbers/units
    "small": "цент цента центов копейка копейки копеек",
    "adjectives": {
        "американских": "USD",
        "белорусских": "BYN",
        "российских": "RUB",
        "канадских": "CAD",
        "австралийских": "AUD",
        "британских": "GBP",
        "швейцарских": "CHF",
    },
    "adjective_units": {
        "дневн": ("duration", "день"),
        "часов": ("duration", "час"),
        "месячн": ("duration", "месяц"),
        "минутн": ("duration", "минута"),
        "недельн": ("duration", "неделя"),
        "метров": ("measure", "метр"),
        "километров": ("measure", "километр"),
        "литров": ("measure", "литр"),
        "тонн": ("measure", "тонна"),
        "процентн": ("percent", "percent"),
        "градусн": ("measure", "градус"),
        "секундн": ("duration", "секунда"),
    },
}

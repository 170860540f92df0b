"""Russian words for `numbers`: numbers, units and ratios. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # numbers/core
    "inverted": "тысяч тысячи десятка десятков сотен сотни миллиона миллионов",
    "share_words": "треть трети третью четверть четверти четвертью",
    "ordinal_fraction_ends": "ая ой ую",
    "which_half": "первая вторая первой второй первую вторую",
    "scale_letters": "к",
    "plural_scales": "тысячи сотни десятки",
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
    "share_scales": "тысячи сотни миллиона",
    "per_each": "каждые каждую",
    "before_fold": "в чем более почти около примерно",
    "per_many": "на|",
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
    "degrees": "градусов градуса градус",
    "degree_scales": "с цельсия",
    "ambiguous_currencies": "р лей",
    "short_currencies": "руб долл р грн",
    "percent": "процент процента процентов процентам процентами проц",
    "percentage": "процентных процентный процентного",
    "basis": "базисных базисный базисного",
    "short_units": "г м т л",
    "unit_openers": "квадратный кубический кв куб",
    "per_time": "ч с час",
    "an_hour": "в час|",
    # numbers/quantities
    "before_zero": "на в у с о от из к",
    "every": "каждый каждая каждое каждого каждую каждом каждой",
    "fold_ends": "ое ро ды",
    # numbers/ranges
    "range_joins": "до и",
    "range_openers": "от с между",
    "range_from": "с со",
}

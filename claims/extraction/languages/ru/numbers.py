"""Russian words for `numbers`: numbers, units and ratios. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # numbers/digits
    "scale_letters": "к",
    # numbers/fractions
    "share_words": "треть трети третью четверть четверти четвертью",
    "which_half": "первая вторая первой второй первую вторую",
    "part_nouns": "часть|доля",
    # numbers/quantities
    "before_zero": "на в у с о от из к",
    "every": "каждый каждая каждое каждого каждую каждом каждой",
    "fold_ends": "ое ро ды",
    "minus": "минус",
    # numbers/ranges
    "range_joins": "до и",
    "range_openers": "от с между",
    "range_from": "с со",
    "or_words": "или",
    "to_number": "до",
    # What opens a range, by the word that joins its two numbers.
    "paired": {"до": "от", "и": "между"},
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
    "each": "каждых каждого",
    "ratios_times": "раз",
    "times_case": "раза раз",
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
        "миллиметров": ("measure", "миллиметр"),
        "сантиметров": ("measure", "сантиметр"),
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
    "magnitude": "магнитудой",
    # numbers/vague
    "compared": "больше меньше более менее выше ниже чаще реже лучше хуже дороже дешевле раньше позже",
    "inverted_large": "тысяч миллионов",
    "fold_words": "дважды трижды",
    "after_fold": "больше меньше выше ниже дороже дешевле чаще реже быстрее медленнее сильнее превысил превысила превысило превысили",
    "one_thousand": "тысячи",
    # Numerals that go on "тысячи" in the genitive: "тысячи двухсот".
    "genitive_numerals": "сот ста сорока девяноста десяти дцати",
    "plural_scales": "тысячи сотни десятки",
    # numbers/words
    "inverted": "тысяч тысячи десятка десятков сотен сотни миллиона миллионов",
    "ordinal_fraction_ends": "ая ой ую",
}

"""Russian words for `numbers`: numbers, units and ratios. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table
from claims.extraction.languages.ru.units import HALVES

_FOLD_ADVERBS = "2 вдвое дважды; 3 втрое трижды; 4 вчетверо; 5 впятеро; 6 вшестеро; 7 всемеро; 8 ввосьмеро; 9 вдевятеро; 10 вдесятеро; 0.5 вполовину"
_FOLD_STEMS = {
    "1.5": "полутора", "2": "дву двух", "3": "трех трое", "4": "четырех", "5": "пяти", "6": "шести", "7": "семи",
    "8": "восьми", "9": "девяти", "10": "десяти", "20": "двадцати", "50": "пятидесяти", "100": "сто", "1000": "тысяче",
}  # fmt: skip
_FOLD_ENDS = "о ый ая ое ого ому ой ую ым ом".split()
_DOUBLING = {"2": "удво удваива", "3": "утро утраива", "4": "учетвер"}
_DOUBLING_ENDS = {
    "а": "ть ться ет ется ют ются л ла ло ли лся лась лось лись",
    "": "ить иться ил ила ило или илась илось ились ился ит ится ят ятся ив",
}


def _folds() -> str:
    """Return the words for so many times as much: "вдвое", "двукратный", "удвоится"."""
    lines = [_FOLD_ADVERBS]
    for value, stems in _FOLD_STEMS.items():
        lines.append(
            " ".join([value, *(f"{stem}кратн{end}" for stem in stems.split() for end in _FOLD_ENDS)])
        )
    for value, stems in _DOUBLING.items():
        for stem in stems.split():
            ends = _DOUBLING_ENDS["а" if stem.endswith("а") else ""].split()
            lines.append(" ".join([value, *(stem + end for end in ends)]))
    return ";".join(lines)


FOLDS = _folds()

TABLE: Table = {
    # numbers/compounds
    "parts": {
        "год месяц": 12,
        "час минута": 60,
        "минута секунда": 60,
        "сутки час": 24,
        "день час": 24,
        "метр сантиметр": 100,
        "километр метр": 1000,
        "килограмм грамм": 1000,
        "тонна килограмм": 1000,
    },
    "parts_joined": "и",
    # numbers/digits
    "scale_letters": "к",
    "halves": HALVES,
    # numbers/fractions
    "terms": "четверть",
    "term_openers": "за",
    "share_words": "треть трети третью четверть четверти четвертью",
    "which_half": "первая вторая первой второй первую вторую",
    "part_nouns": "часть|части|частью|доля|доли|долю|долей",
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
        "треть": 3,
        "четверт": 4,
        "пят": 5,
        "шест": 6,
        "седьм": 7,
        "восьм": 8,
        "девят": 9,
        "десят": 10,
        "одиннадцат": 11,
        "двенадцат": 12,
        "тринадцат": 13,
        "четырнадцат": 14,
        "пятнадцат": 15,
        "шестнадцат": 16,
        "восемнадцат": 18,
        "двадцат": 20,
        "тридцат": 30,
        "сороков": 40,
        "пятидесят": 50,
        "сот": 100,
        "тысячн": 1000,
    },
    "ordinal_ends": "ого его ому ему ый ой ий ая ое ую ым им ом ем ей ья ье ью я е ю",
    "folds_first": "раза в|раз в",
    "genitive_scales": "а",
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
    "spaced_units": "л . с|",
    "point_stems": "пункт",
    "index_stems": (
        "индекс рейтинг ставк бирж торг котиров приба потер теря вырос возрос рост подн упал паде пада сниз опуст разниц разрыв "
        "опереж отста уступ закры откры доход акци процент довери явк позици курс подорож подешев балл базисн отметк"
    ),
    "place_units": "пункт квартал узел",
    "an_hour": "в час|",
    "magnitude": "магнитудой",
    # numbers/vague
    "compared": "больше меньше более менее выше ниже чаще реже лучше хуже дороже дешевле раньше позже",
    "inverted_large": "тысяч миллионов",
    "fold_words": "дважды трижды",
    "champions": "чемпион победител обладател призер олимпи лауреат рекордс",
    "after_fold": "больше меньше выше ниже дороже дешевле чаще реже быстрее медленнее сильнее превысил превысила превысило превысили",
    "one_thousand": "тысячи",
    # Numerals that go on "тысячи" in the genitive: "тысячи двухсот".
    "genitive_numerals": "сот ста сорока девяноста десяти дцати",
    "plural_scales": "тысячи сотни десятки",
    # numbers/words
    "inverted": "тысяч тысячи десятка десятков сотен сотни миллиона миллионов",
    "ordinal_fraction_ends": "ая ой ую",
}

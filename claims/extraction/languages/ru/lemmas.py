"""Russian nouns brought back to the dictionary by the form their number asks for.

After two, three and four a noun stands in the genitive singular, after five and more in the genitive plural, and
one leaves it in the singular: knowing which, an ending says far more of the dictionary form than it does alone.
"""

from __future__ import annotations

from functools import lru_cache

from claims.extraction.languages.ru.forms import known_lemma, noun_lemma
from claims.extraction.languages.ru.nouns import WORDS_KEPT

_VOWELS = "аеиоуыэюя"
# Consonants before "к" between which a vowel comes back: "витка" from "виток", but "танка" from "танк".
_FLEETING = "тбмчвпджшнлз"
_KEEPS_K = frozenset(
    "обыск поиск отпуск выпуск пропуск запуск спуск прииск всплеск толк щелк танк банк ранг цинк франк фланг бутик маяк пункт знак штык волк полк шелк парк диск риск иск".split()
)
# Genitive plurals without an ending that are masculine: "шесть раз", "двести солдат".
SAME_IN_PLURAL = frozenset(
    (
        "раз солдат партизан глаз сапог чулок грамм килограмм вольт ватт ампер рентген гусар драгун кадет гренадер"
        " румын башкир осетин человек чел лет ботинок погон волос зуб"
    ).split()
)
_BEHIND_DATIVE = {"у": "", "ю": "ь"}
_ACCUSATIVE = {"у": "а", "ю": "я"}
_NEUTER = ("ние", "тие", "вие", "ье", "це", "ще")
_ZERO = (
    ("еств", "ество"), ("ств", "ство"), ("лищ", "лище"), ("ищ", "ище"), ("дей", "дь"), ("чек", "чка"), ("шек", "шка"), ("жек", "жка"),
    ("аек", "айка"), ("оек", "ойка"), ("еек", "ейка"), ("уек", "уйка"), ("янок", "янка"), ("анок", "анка"), ("енок", "енка"), ("инок", "инка"),
    ("онок", "онка"), ("унок", "унка"), ("сен", "сня"), ("шен", "шня"), ("жен", "жня"), ("рен", "рня"), ("вен", "вня"), ("тен", "тня"),
    ("пель", "пля"), ("вель", "вля"), ("бель", "бля"), ("тель", "тля"), ("ель", "еля"), ("евень", "евня"), ("ень", "ня"),
    ("ань", "аня"), ("онь", "оня"), ("унь", "уня"), ("ынь", "ыня"), ("ль", "ля"), ("рь", "ря"),
    ("ьм", "ьма"), ("сем", "сьмо"), ("сел", "сло"), ("тер", "тра"), ("дер", "дро"), ("тол", "тло"),
)  # fmt: skip
_FEW = (
    ("ели", "ель"), ("ени", "ень"), ("ища", "ище"), ("дия", "дие"), ("ции", "ция"), ("сии", "сия"), ("ии", "ия"), ("ьи", "ья"), ("ости", "ость"), ("сти", "сть"), ("ти", "ть"), ("ди", "дь"), ("ри", "рь"),
    ("си", "сь"), ("зи", "зь"), ("пи", "пь"), ("ви", "вь"), ("ли", "ля"), ("ни", "ня"), ("ки", "ка"), ("ги", "га"), ("хи", "ха"), ("чи", "ча"),
    ("ши", "ша"), ("жи", "жа"), ("щи", "ща"), ("ы", "а"), ("ства", "ство"), ("ния", "ние"), ("тия", "тие"), ("вия", "вие"), ("ья", "ье"),
    ("ая", "ай"), ("ея", "ей"), ("оя", "ой"), ("уя", "уй"), ("ия", "ий"), ("я", "ь"),
)  # fmt: skip


@lru_cache(maxsize=WORDS_KEPT)
def counted_lemma(word: str, asked: str, numeral: str = "") -> str:
    """Return the dictionary form of a noun behind a number that asks one, few, many or slant (`counted.agreement`)."""
    known = known_lemma(word)
    if asked == "few" and known and word[-1] in "ыи" and known[-1] not in "аеиоуыэюяьй":
        return word[:-1] + "а"  # "две банки" are no banks
    if known or len(word) < 3:
        return known or word
    if asked == "one":
        return _singular(word, numeral)
    if asked in ("few", "few_digits") and word[-1] in "аяыи":
        return _genitive_singular(word)
    if asked and not word.endswith(("ам", "ами", "ах", "ям", "ями", "ях")):
        return _genitive_plural(word)
    if word.endswith(("ам", "ами", "ах")):
        return _oblique_hard(word)
    if word.endswith(("ям", "ями", "ях")):
        return _oblique_soft(word)
    return noun_lemma(word)


def _singular(word: str, numeral: str) -> str:
    """Return the nominative of a singular: behind "один", "одна" and "одно" the word is it already."""
    if numeral in ("один", "одна", "одно"):
        return word
    if word[-1] in "ую":
        return (
            word[:-1] + _BEHIND_DATIVE[word[-1]] if numeral == "одному" else word[:-1] + _ACCUSATIVE[word[-1]]
        )
    if numeral in ("одной", "одну"):
        return word[:-1] + "а" if word[-1] == "е" else _genitive_singular(word)
    if numeral.isalpha() and word[-1] in "ая":
        return _genitive_singular(word)
    if numeral.isalpha() and word.endswith(("ом", "ем")):
        return _masculine(word[:-2])
    # "на 71 участке"
    return _masculine(word[:-1]) if word.endswith("е") and not word.endswith(_NEUTER) else word


def _genitive_singular(word: str) -> str:
    """Return "продавец" for "продавца", "виток" for "витка", "новость" for "новости", "случай" for "случая"."""
    if word.endswith("ца"):
        return word[:-1] if word[-3] in _VOWELS else _with_ec(word[:-2])
    if word.endswith("а") and not word.endswith("ства"):
        return _masculine(word[:-1])
    for ending, instead in _FEW:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    return word


def _masculine(stem: str) -> str:
    """Give a masculine stem back the vowel that falls out before its ending: "витк" is "виток"."""
    if len(stem) > 3 and stem[-1] == "к" and stem[-2] in _FLEETING and stem not in _KEEPS_K:
        return stem[:-1] + "ок"
    if len(stem) > 3 and stem[-1] == "ц" and stem[-2] not in _VOWELS:
        return _with_ec(stem[:-1])
    return stem


def _with_ec(stem: str) -> str:
    if stem.endswith("ь"):
        stem = stem[:-1]
    return stem[:-1] + "ец" if stem.endswith("й") else stem + "ец"


def _genitive_plural(word: str) -> str:
    """Return "виток" for "витков", "коза" for "коз", "крыша" for "крыш"."""
    if word in SAME_IN_PLURAL:
        return word
    if word.endswith(("ов", "ев")):
        return _with_ending(word, word[:-2])
    return noun_lemma(word) if word[-1] in _VOWELS + "й" else _without_ending(word)


def _with_ending(word: str, stem: str) -> str:
    """Return "продавец" for "продавцов", "месяц" for "месяцев" and "случай" for "случаев"."""
    if stem.endswith("ц"):
        return stem if stem[-2] in _VOWELS else _with_ec(stem[:-1])
    if word.endswith("ев"):
        return stem + "й" if stem[-1] in _VOWELS else noun_lemma(word)
    return _masculine(stem)


def _without_ending(word: str) -> str:
    """Return "коза" for "коз", "лодка" for "лодок" and "песня" for "песен"."""
    if len(word) > 5 and word.endswith(("жан", "чан", "ян")):
        return word + "ин"
    for ending, instead in _ZERO:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)] + instead
    if word.endswith("ек") or word.endswith("ок") and word[-3] not in _VOWELS:
        if len(word) > 4 and word[-3] in "рл" and word[-4] not in _VOWELS:
            return (
                word + "а"
            )  # no vowel comes in where three consonants would meet without it: "строк", "склок"
        return word[:-2] + "ка" if len(word) > 3 else word
    return noun_lemma(word) if word[-1] == "ь" else word + "а"


def _oblique_hard(word: str) -> str:
    """Return "теплица" for "теплицах", "делец" for "дельцами", "агентство" for "агентствах"; others by their ending."""
    stem = word[: -3 if word.endswith("ами") else -2]
    if stem.endswith("иц"):
        return stem + "а"
    if stem.endswith(("ств", "лищ")):
        return stem + ("о" if stem.endswith("в") else "е")
    if stem.endswith("ц") and len(stem) > 3 and stem[-2] not in _VOWELS:
        return _with_ec(stem[:-1])
    if stem.endswith("к") and len(stem) > 3:
        return stem + ("" if stem[-2] in _VOWELS or stem in _KEEPS_K else "а")
    return noun_lemma(word)


def _oblique_soft(word: str) -> str:
    """Return "случай" for "случаях", "станция" for "станциями"."""
    stem = word[: -3 if word.endswith("ями") else -2]
    if stem.endswith("и"):
        neuter = (
            stem.endswith(("ени", "ани", "ви", "сли", "ди")) or stem.endswith("ти") and stem[-3] in _VOWELS
        )
        return stem + ("е" if neuter else "я")
    if stem.endswith("ь"):
        return stem + "я"
    if stem.endswith("н") and stem[-2] not in _VOWELS + "ь":
        return stem + "я"
    if stem[-1] not in _VOWELS:
        return noun_lemma(word)
    return stem + "й"


@lru_cache(maxsize=WORDS_KEPT)
def label_lemma(word: str) -> str:
    """Return the dictionary form of a noun that heads a row in the plural: "бинты: 90", "фонари: 12", "шины: 16"."""
    known = known_lemma(word)
    if known or len(word) < 5:
        return known or noun_lemma(word)
    for ending, instead in _HEADS_OF_ROWS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word[:-1] if word.endswith(_MASCULINE_HEADS) else noun_lemma(word)


# Nominative plurals: what stands before -ы tells most masculine nouns ("насосы") from feminine ones ("шины").
_HEADS_OF_ROWS = (
    ("ари", "арь"), ("тели", "тель"), ("ники", "ник"), ("чики", "чик"), ("щики", "щик"), ("ченки", "ченка"),
    ("льцы", "лец"), ("нцы", "нец"), ("вцы", "вец"), ("рцы", "рец"), ("ения", "ение"), ("ания", "ание"), ("ства", "ство"),
    ("еяла", "еяло"), ("ла", "ло"), ("ва", "во"),
)  # fmt: skip
_MASCULINE_HEADS = (
    "оры", "еры", "ары", "ктры", "аты", "иты", "нты", "сты", "кты", "рты", "еты", "осы", "асы", "усы", "исы", "нсы",
    "аны", "оны", "рны", "оды", "ады", "иды", "азы", "озы", "алы", "олы", "умы", "змы", "омы", "афы", "ифы", "роги", "логи",
)  # fmt: skip

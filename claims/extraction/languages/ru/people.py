"""Names of persons brought back to the nominative: "Ильи Мороза" is "Илья Мороз", "Марии Белой" is "Мария Белая"."""

from __future__ import annotations

# First names that no rule of endings brings back, by a form a text uses.
_FIRST = {
    "ильи": "илья", "илье": "илья", "никиты": "никита", "никите": "никита", "льва": "лев", "льву": "лев", "павла": "павел", "павлу": "павел",
    "луки": "лука", "луке": "лука", "фомы": "фома", "кузьмы": "кузьма", "саввы": "савва", "данилы": "данила", "миши": "миша", "саши": "саша",
    "любови": "любовь", "зои": "зоя", "майи": "майя", "раи": "рая", "пети": "петя", "коли": "коля", "вани": "ваня", "инги": "инга", "ольги": "ольга",
    "петра": "петр", "петру": "петр",
}  # fmt: skip
_MEN_IN_A = frozenset("илья никита лука фома кузьма савва данила миша саша петя коля ваня".split())
_WOMAN_SURNAMES = ("овой", "евой", "ёвой", "иной", "ской", "цкой")
_BACK_VOWELS = "кгхжшщч"
_FIRST_ENDS = (
    ("ии", "ия"), ("ьи", "ья"), ("ия", "ий"), ("ея", "ей"), ("ая", "ай"), ("ря", "рь"), ("ля", "ль"), ("ию", "ий"), ("ею", "ей"), ("аю", "ай"),
    ("рю", "рь"), ("лю", "ль"), ("ке", "ка"), ("ге", "га"), ("не", "на"), ("ре", "ра"), ("ле", "ла"), ("те", "та"), ("де", "да"), ("ве", "ва"),
    ("се", "са"), ("ме", "ма"), ("ы", "а"), ("а", ""), ("у", ""),
)  # fmt: skip
_MAN_ENDS = (
    ("ского", "ский"), ("цкого", "цкий"), ("ому", "ый"), ("ему", "ий"), ("седого", "седой"), ("рстого", "рстой"), ("лстого", "лстой"), ("ого", "ый"), ("его", "ий"),
    ("вца", "вец"), ("нца", "нец"), ("льца", "лец"), ("рца", "рец"), ("ча", "ч"), ("ича", "ич"), ("ичу", "ич"), ("ея", "ей"), ("ая", "ай"), ("ия", "ий"), ("эя", "эй"), ("оя", "ой"), ("уя", "уй"), ("бья", "бей"), ("вья", "вей"), ("я", "ь"), ("ю", "ь"), ("ы", "а"), ("а", ""), ("у", ""),
)  # fmt: skip
_WOMAN_ENDS = (
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"), ("вны", "вна"), ("чны", "чна"), ("вне", "вна"), ("чне", "чна"),
    ("ней", "няя"), ("ой", "ая"), ("ы", "а"),
)  # fmt: skip


def full_name(words: list[str]) -> list[str]:
    """Return a first name and what follows it, of a person, in the nominative; the words are in an oblique case."""
    first = _first(words[0])
    low = first.casefold()
    woman = (
        low.endswith(("а", "я", "ь"))
        and low not in _MEN_IN_A
        and not words[0].casefold().endswith(("я", "ю"))
        or low == "любовь"
    )
    if low.endswith("ь") and low != "любовь":
        woman = False  # "Игоря"
    if len(first) == 1:
        return [first, *map(surname, words[1:])]
    woman = woman or words[-1].casefold().endswith(_WOMAN_SURNAMES)
    return [first, *(_surname(word, woman=woman) for word in words[1:])]


def surname(word: str) -> str:
    """Return a surname without a first name in the nominative: "Лисовой" is a woman's, "Лисова" a man's."""
    return _surname(word, woman=word.casefold().endswith(_WOMAN_SURNAMES))


def _first(word: str) -> str:
    low = word.casefold().replace("ё", "е")
    if low in _FIRST:
        known = _FIRST[low].capitalize()
        return known.replace("Петр", "Пётр") if known == "Петр" else known
    if low.endswith("и") and len(low) > 3 and not low.endswith(("ии", "ьи")):
        return word[:-1] + ("а" if low[-2] in _BACK_VOWELS else "я")
    return _changed(word, _FIRST_ENDS)


def _surname(word: str, *, woman: bool) -> str:
    low = word.casefold()
    if len(word) < 3 or word.isupper() or "." in word or low.endswith(("их", "ых", "ко")):
        return word
    if low.endswith("и"):
        return word[:-1] + "а" if low[-2] in _BACK_VOWELS else word
    return _changed(word, _WOMAN_ENDS if woman else _MAN_ENDS)


def _changed(word: str, ends: tuple[tuple[str, str], ...]) -> str:
    low = word.casefold()
    for ending, instead in ends:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return word[: len(word) - len(ending)] + instead
    return word

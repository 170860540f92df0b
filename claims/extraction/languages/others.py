"""Number words of languages that are not read: they are not guessed at, but nobody shall overlook them."""

from __future__ import annotations

# Only words that mean nothing in English or Russian; short ones that do ("once", "due", "sept") are left out.
NUMBER_WORDS = frozenset(
    (
        "deux trois quatre cinq huit neuf onze douze treize quatorze quinze vingt trente quarante cinquante soixante"
        " septante octante nonante cents mille zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
        " hundert tausend zwanzig dreißig dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte"
        " treinta cuarenta cincuenta sesenta setenta ochenta noventa ciento cien doscientos trescientos quinientos quattro"
        " cinque sette otto nove dieci undici dodici tredici venti trenta quaranta cinquanta cento duemila чотири п'ять шість"
        " сім вісім дев'ять десять одинадцять дванадцять тринадцять двадцять тридцять п'ятдесят двісті тисяча тисяч дваццать"
        " iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin"
    ).split()
) - frozenset("elf bin elli cents cento acht dos quince otto venti mille nove iki".split())
_STEMS = ("dert", "zig", "ißig", "veinti")  # one of these is in every numeral that only its ending tells
_LONGEST = 7  # letters up to which a word can only be a numeral if it is one of these
_ENDINGS = (
    "undzwanzig",
    "unddreißig",
    "undvierzig",
    "undfünfzig",
    "undsechzig",
    "undsiebzig",
    "undachtzig",
    "undneunzig",
    "hundert",
)


def is_number_word(word: str) -> bool:
    """Tell whether a lower-case word is a numeral of a language that is not read."""
    if word in NUMBER_WORDS:
        return True
    return len(word) > _LONGEST and (word.endswith(_ENDINGS) or word.startswith("veinti"))


def may_compose(text: str) -> bool:
    """Tell whether a lower-case text can hold a numeral that only its beginning or ending tells; nearly none does."""
    return any(stem in text for stem in _STEMS)

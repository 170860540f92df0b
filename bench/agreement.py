"""When a prediction agrees with a gold row: value, head noun, days, names; by the conventions of the gold set."""

import calendar
import datetime as dt
import re
import unicodedata
from typing import Any

Row = dict[str, Any]
VALUE_TOLERANCE = 1e-6
RATIO_TOLERANCE = 0.01

# One spelling for nouns that the regular plural rule gets wrong, and for units and currencies.
SPELLINGS = {
    word: base
    for base, words in {
        "person": "people persons", "man": "men", "woman": "women", "child": "children", "life": "lives",
        "staff": "staff", "series": "series", "premises": "premises", "gdp": "gdp", "death": "deaths",
        "policeman": "policemen", "fireman": "firemen", "fisherman": "fishermen", "watch": "watches",
        "dollar": "$ us$ usd", "pound": "£ gbp sterling", "euro": "€ eur", "rouble": "rub rur ruble rubles ₽",
        "rupee": "₹ inr rs", "franc": "chf", "yen": "¥ jpy", "kilometre": "km kilometer kilometers",
        "metre": "m meter meters", "centimetre": "cm", "kilogram": "kg kilo kilos", "tonne": "ton tons t",
        "litre": "l liter liters", "hour": "mph km/h", "celsius": "°c degree degrees",
        "milligram": "mg", "megabyte": "mb", "gigabyte": "gb", "horsepower": "hp bhp",
        "virus": "viruses", "bus": "buses", "campus": "campuses", "gas": "gases",
        "hectare": "ha", "millimetre": "mm",
        "percent": "% per-cent", "человек": "люди",
        "ребенок": "дети", "год": "лет",
    }.items()
    for word in words.split()
}  # fmt: skip
# The head noun stands before the first of these words.
AFTER_HEAD_WORDS = (
    "of in on at by from with without who that which for per to under aged killed injured "
    "в во на из от с со для без по у к под о об при после среди"
)
AFTER_HEAD = frozenset(AFTER_HEAD_WORDS.split())
GENERAL_WORDS = (
    "the a an of for and to in on by its his her their our local state national regional central city county "
    "district federal ministry minister ministers department office officials official agency authority "
    "authorities administration service services press committee commission council group network "
    "organisation organization union centre center project spokesman spokeswoman spokesperson head chief "
    "director police company court trust fund desk data report survey statement"
)
TELLING_NOTHING = frozenset(GENERAL_WORDS.split())


def same_number(a: Any, b: Any, tolerance: float) -> bool:
    if a is None or b is None:
        return a is b
    try:
        a, b = float(a), float(b)
    except (TypeError, ValueError):
        return False
    return a == b or abs(a - b) <= tolerance * max(abs(a), abs(b))


def same_value(gold: Row, predicted: Row) -> bool:
    """Whether both ends agree with the gold value or with one that is also fair."""
    tolerance = RATIO_TOLERANCE if gold["kind"] == "ratio" else VALUE_TOLERANCE
    fair = [(gold["value_low"], gold["value_high"]), *map(tuple, gold.get("value_alt", []))]
    return any(
        same_number(low, predicted.get("low"), tolerance)
        and same_number(high, predicted.get("high"), tolerance)
        for low, high in fair
    )


def singular(word: str) -> str:
    if word in SPELLINGS:
        return SPELLINGS[word]
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def head(phrase: object) -> str:
    """The head noun of a phrase: singular, lower case; empty when there is none."""
    text = unicodedata.normalize("NFKC", str(phrase or "")).casefold().replace("’", "'").replace("ё", "е")
    words = [w.strip(".,;:()\"'«»") for w in re.split(r"[\s,;]+", text)]
    words = [w for w in words if w]
    cut = next((n for n, w in enumerate(words) if n and w in AFTER_HEAD), len(words))
    return singular(words[cut - 1]) if words else ""


def same_counted(gold: Row, predicted: Row) -> bool:
    fair = {head(noun) for noun in [gold["counted"], *gold.get("counted_alt", [])]} - {""}
    return head(predicted.get("counted")) in fair


def days(edtf: object) -> tuple[dt.date, dt.date] | str | None:
    """First and last day of an ISO date, month, year or interval; the text itself when it is none of these."""
    if not edtf:
        return None
    ends = str(edtf).split("/")
    try:
        if len(ends) > 2:
            raise ValueError(edtf)
        return day(ends[0], last=False), day(ends[-1], last=True)
    except ValueError:
        return str(edtf).strip()


def day(text: str, *, last: bool) -> dt.date:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?", text.strip())
    if not found:
        raise ValueError(text)
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    return dt.date(year, month, int(found[3] or (calendar.monthrange(year, month)[1] if last else 1)))


def same_as_of(gold: Row, predicted: Row) -> bool:
    return days(predicted.get("as_of")) in [days(d) for d in [gold["as_of"], *gold.get("as_of_alt", [])]]


def name_words(name: object) -> set[str]:
    text = unicodedata.normalize("NFKC", str(name)).casefold().replace("’", "'").replace("ё", "е")
    return {
        w
        for w in re.findall(r"\w+", re.sub(r"'s\b|'\B", "", text))
        if w not in ("the", "a", "an", "of", "and")
    }


def same_name(one: object, other: object) -> bool:
    """Equal, one inside the other, or sharing a word that tells somebody apart."""
    a, b = name_words(one), name_words(other)
    return bool(a and b) and (a <= b or b <= a or bool((a & b) - TELLING_NOTHING))


def same_attribution(gold: Row, predicted: Row) -> bool:
    wanted, got = gold["attribution"] or [], predicted.get("attribution") or []
    got = [got] if isinstance(got, str) else got
    if not wanted or not got:
        return not wanted and not got
    return any(same_name(w, g) for w in wanted for g in got)


def judge(gold: Row, predicted: Row) -> dict[str, bool]:
    """What is right about a pair; a comparator or kind only counts where the gold is not vague about it."""
    value = same_value(gold, predicted)
    return {
        "value": value,
        "value_comparator": value and str(predicted.get("comparator") or "").lower() == gold["comparator"],
        "counted": same_counted(gold, predicted),
        "kind": gold["kind"] == "vague" or predicted.get("kind") in [gold["kind"], *gold.get("kind_alt", [])],
        "as_of": same_as_of(gold, predicted),
        "attribution": same_attribution(gold, predicted),
    }

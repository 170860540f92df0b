"""The shape of a language table: what the grammar must be told to read one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

Phrase = tuple[tuple[str, ...], str]
# What one pass asks of a language: words separated by spaces, phrases by |, or what each word stands for.
Table = dict[str, str | dict]


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Words are lower-case and levelled (straight quotes, ё as е).

    `numbers` maps a word to its class and value; the classes are
    n small number, h "hundred", c fixed hundreds, s scale (multiplies), p scale in the plural (vague
    on its own), v vague, f fraction, H half, k couple, e one and a half, r times or folds, a article,
    u half of the unit it names.
    """

    code: str
    numbers: dict[str, tuple[str, Decimal]]
    before: dict[str, tuple[Phrase, ...]]  # comparators, by their last word
    after: dict[str, tuple[Phrase, ...]]  # comparators that follow, by their first word
    extenders: frozenset[str]  # words that join a comparator on its left: "just", "well"
    months: dict[str, int]
    weekdays: dict[str, int]
    abbreviations: frozenset[str]
    suffixes: dict[str, Decimal]  # scale letters glued or set beside digits
    units: dict[str, tuple[str, str]]  # word: (kind, unit)
    currencies: dict[str, str]
    money: dict[str, str]  # what an amount is counted in, by currency
    stop: frozenset[str]  # words that end a noun phrase
    verbs: frozenset[str]  # words that end a noun phrase because they say what happened
    nouns: frozenset[str]  # plural nouns without a plural ending, and collectives
    adjectives: frozenset[str]  # words in plural or participle form that qualify a noun
    heads: dict[str, str]  # words that turn a following number into a name, law …: word -> reason
    idioms: dict[str, tuple[tuple[str, ...], ...]]  # phrases with a number word, by first word
    said: frozenset[str]  # speech verbs
    according: dict[str, tuple[tuple[str, ...], ...]]  # phrases before a speaker's name, by first word
    words: dict[str, frozenset[str]] = field(default_factory=dict)  # further small sets, by name
    tables: dict[str, Table] = field(default_factory=dict)  # words of each pass, by package and name
    decimal_comma: bool = False  # "1,5" is one and a half
    slash_either_way: bool = False  # "3/4/2031" is written day first by some, month first by others
    case: bool = False  # nouns are counted in an oblique case and named by their dictionary form


def phrases(table: dict[str, str], *, last: bool) -> dict[str, tuple[Phrase, ...]]:
    """Index "more than|over" lists by their last (or first) word, longest phrase first."""
    index: dict[str, list[Phrase]] = {}
    for name, alternatives in table.items():
        for alternative in alternatives.split("|"):
            parts = tuple(alternative.split())
            index.setdefault(parts[-1] if last else parts[0], []).append((parts, name))
    return {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in index.items()}


def numerals(table: dict[str, str]) -> dict[str, tuple[str, Decimal]]:
    """Read "value: word word" lines under each class letter: {"n": "1 one; 2 two"}."""
    found: dict[str, tuple[str, Decimal]] = {}
    for kind, lines in table.items():
        for line in lines.split(";"):
            parts = line.split()
            for word in parts[1:]:
                found[word] = (kind, Decimal(parts[0]))
    return found


def groups(table: dict[str, str]) -> dict[str, str]:
    """Turn {"law": "article section"} into {"article": "law", "section": "law"}."""
    return {word: name for name, words in table.items() for word in words.split()}


def by_first(lines: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Index phrases separated by | by their first word, longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for line in lines.split("|"):
        parts = tuple(line.split())
        index.setdefault(parts[0], []).append(parts)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in index.items()}

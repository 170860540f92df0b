"""Numbers that are part of a name: laws, rooms, streets, products, titles, ordinals in words, idioms."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import noun_lemma
from claims.extraction.neighbours import Mask, is_headline, noun_follows
from claims.extraction.page import Page

_TYPE_ARTICLES = words_of("masks", "type_articles")
_NUMBER_SHORT = words_of("masks", "number_short")
_RATES = words_of("masks", "rates")
_NUMBER_WORDS = words_of("masks", "number_words")
_PARTICIPLE_ENDS = endings_of("masks", "participle_ends")

_VERB_OR_NOUN = words_of("masks", "verb_or_noun")
_JOINS_NUMBERED = words_of("masks", "joins_numbered", signs=", - – /")
_NUMBERED_MARKS = words_of("masks", "numbered_marks", signs=". ( № #")
_NUMBER_MARKS = words_of("masks", "number_marks", signs="№ #")
_DETERMINERS = words_of("masks", "determiners")
_PEOPLE_ACT = words_of("masks", "people_act")
_SHORT_HEADS = words_of("masks", "short_heads")
_SHORT_PAGES = words_of("masks", "short_pages")
_VEHICLES = words_of("masks", "vehicles")
_BEFORE_PLACE = words_of("masks", "before_place")
_NOT_A_PRODUCT = words_of("masks", "not_a_product")
_PRODUCT_ENDS = words_of("masks", "product_ends")
_BEFORE_PRODUCT = words_of("masks", "before_product")

_STRONG = frozenset(("law", "page_mark"))


def named_by(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Article 5", "Room 12", "page 3", "ст. 228 ч. 2": a number that only names one thing."""
    words = page.words
    k = i - 1
    last = page.memo.get("mask")
    if (
        last
        and k > 0
        and words[k] in _JOINS_NUMBERED
        and last[1] == k
        and (
            last[2] in ("law", "page_mark", "address", "identifier")
            or last[2] == "name"
            and words[last[0]].endswith("s")
        )
    ):
        if last[2] == "law" or not noun_follows(page, i, language):
            return i, i + 1, last[2]
    marked = False
    while k >= 0 and words[k] in _NUMBERED_MARKS and i - k <= 3:
        if words[k] in _NUMBER_MARKS and not (
            words[k] == "no" and words[k + 1] != "." and not page.capital(k)
        ):
            marked = True
        elif words[k] in _NUMBER_SHORT:
            return None
        if words[k] == "." and not page.glued(k):
            return None
        k -= 1
    head = words[k] if k >= 0 else ""
    if (
        head not in language.heads
        and head.endswith("s")
        and head[:-1] in _IN_PLURAL
        and head[:-1] in language.heads
    ):
        head = head[:-1]
    if language.case and head not in language.heads and noun_lemma(head) in language.heads:
        head = noun_lemma(head)
    if head in language.heads and head != "no":
        why = language.heads[head]
        if words[k] in ("may",) or (words[k + 1] == "(" and not marked and why != "law"):
            return None
        if (
            k == i - 1
            and k
            and words[k - 1] in _DETERMINERS
            and not page.capital(k)
            and words[i + 1 : i + 2]
            and words[i + 1] in _PEOPLE_ACT
        ):
            return None
        if (
            len(words[k]) <= 2
            and words[k + 1] != "."
            and words[k] in _SHORT_HEADS
            and words[k] not in _SHORT_PAGES
        ):
            return None
        if (
            head in _ALWAYS
            and words[k + 1] not in "("
            or head in _ALWAYS_CAPITAL
            and page.capital(k)
            and k == i - 1
            and words[i].isdecimal()
            and len(words[i]) <= (3 if head in _CATALOGUED else 2)
        ):
            return k, i + 1, why
        if (
            marked
            or why in _STRONG
            and words[k + 1] != "("
            or (not noun_follows(page, i, language) and not _verbish(page, k))
        ):
            if words[k] in _COMMON and not page.capital(k) and not marked:
                return None
            return k, i + 1, why
    if marked:
        return k + 1, i + 1, "identifier"
    return None


_LISTED = ("law", "page_mark", "address", "identifier")
_IN_PLURAL = words_of("masks", "in_plural")
_CATALOGUED = words_of("masks", "catalogued")
_ALWAYS_CAPITAL = words_of("masks", "always_capital")
_ALWAYS = words_of("masks", "always")


# Words that are heads of a name only when written with a capital: "Team 5" but "the team 5".
_COMMON = words_of("masks", "common")


def _verbish(page: Page, k: int) -> bool:
    return page.words[k] in _VERB_OR_NOUN and not page.capital(k)


_STREETS_RU = words_of("masks", "streets_ru")
_STREETS = words_of("masks", "streets")


def address(page: Page, i: int, language: Language) -> Mask | None:
    """Read "16 Tollgate Road" and "Parliament Square 1"."""
    words, n = page.words, len(page.words)
    if not words[i].isdecimal() or len(words[i]) > 4:
        return None
    j = i + 1
    while j < n and j - i <= 4 and page.capital(j) and words[j].isalpha():
        if words[j] in _STREETS and j > i + 1:
            return i, i + 1, "address"
        j += 1
    near = words[max(i - 7, 0) : i]
    if language.case and words[i - 1] == "," and any(word in _STREETS_RU for word in near):
        if i + 1 >= n or words[i + 1] in (".", ",", ";", ")", "\n"):
            return i, i + 1, "address"
    if (
        i > 1
        and words[i - 1] in _STREETS
        and page.capital(i - 1)
        and page.capital(i - 2)
        and not noun_follows(page, i, language)
    ):
        return i, i + 1, "address"
    return None


def _type_number(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the 787 Dreamliner" as the name of a type."""
    words, n = page.words, len(page.words)
    if i and words[i - 1] in _TYPE_ARTICLES and len(words[i]) == 3 and words[i].isdecimal() and i + 1 < n:
        name = words[i + 1]
        other = not name.endswith("s") and name not in language.months
        if other and page.capital(i + 1) and name.isalpha() and not page.glued(i + 1):
            return i, i + 2, "name"
    return None


def product(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a Volta 308", "the Nordex 30" and "Nova 9 Pro": a number that is part of a proper name."""
    words, n = page.words, len(page.words)
    typed = _type_number(page, i, language)
    if typed:
        return typed
    if i < 1 or not page.proper(i - 1) or not words[i - 1].isalpha() or page.glued(i):
        return None
    name = words[i - 1]
    if not page.capital(i - 1) and words[i].isdecimal():
        return i - 1, i + 1, "name"  # "iPhone 11 Pro"
    if (
        name in language.months
        or name in language.weekdays
        or name in language.currencies
        or name in language.stop
        or name in language.verbs
    ):
        return None
    if not words[i].replace(".", "").isdecimal() or len(words[i]) > 5 or is_headline(page, i):
        return None
    if name.endswith("ed") or name in language.said or name in _NOT_A_PRODUCT:
        return None
    before = words[i - 2] if i > 1 else "."
    after = words[i + 1] if i + 1 < n else "."
    first, _ = page.sentence(i)
    if before in _VEHICLES:
        return i - 2, i + 1, "address"
    placed = before in _BEFORE_PLACE
    if (
        placed
        and after not in (".", ",", ";", ":", ")", "?", "!")
        or i - 1 == first
        and after not in _PRODUCT_ENDS
        and not page.capital(min(i + 1, n - 1))
    ):
        return None
    if noun_follows(page, i, language) and not (before in _BEFORE_PRODUCT and after.endswith("ed")):
        return None
    if (
        after in language.units
        or after in "%-–"
        or after in language.numbers
        or after in _RATES
        or after in language.currencies
    ):
        return None
    return i - 1, i + 1, "name"


def words_in_name(page: Page, i: int, language: Language) -> Mask | None:
    """Read "the Three Bells" and «Двенадцать стульев» as names, "twenty-first" as an ordinal."""
    words, n = page.words, len(page.words)
    k = i
    while (
        k < n
        and k - i < 6
        and (
            words[k] in language.numbers
            and language.numbers[words[k]][0] in "nchs"
            or words[k] == "-"
            and page.glued(k)
        )
    ):
        k += 1
    if (
        k > i + 1
        and language.numbers[words[i]][0] == "n"
        and 10 <= language.numbers[words[i]][1] <= 20
        and language.numbers.get(words[i + 1], ("", 0))[0] == "n"
        and language.numbers[words[i + 1]][1] >= 10
    ):
        return i, k, "date"  # "nineteen eighty-four"
    if i > 1 and words[i - 1] == "-" and words[i - 2] in _NUMBER_WORDS:
        return i - 2, k, "ordinal"
    if i and words[i - 1] in _READ_OUT and k - i == 1:
        named = named_by(page, i, language)
        if named:
            return named
    tens = k > i and language.numbers.get(words[k - 2 if words[k - 1] == "-" else k - 1], ("", 0))[1] >= 20
    if k < n and tens and words[k] in _ORDINAL_WORDS:
        return i, k + 1, "ordinal"
    if i and words[i - 1] == '"' and page.glued(i) and '"' in words[k : min(n, i + 6)]:
        close = words.index('"', k)
        if (
            not any(word in language.verbs or word.endswith(_PARTICIPLE_ENDS) for word in words[i:close])
            and close < n - 1
            and words[close - 1] not in ".,!?"
        ):
            return i, close, "name"
    first, _ = page.sentence(i)
    if (
        page.capital(i)
        and i > first + 1
        and page.capital(i - 1)
        and words[i - 1].isalpha()
        and words[i - 1] not in language.stop
        and page.capital(i)
        and not is_headline(page, i)
        and words[i - 1] not in language.verbs
    ):
        return i - 1, k, "name"
    if (
        page.capital(i)
        and i
        and words[i - 1].endswith("'s")
        and page.capital(i - 1)
        and not is_headline(page, i)
    ):
        return i - 1, k, "name"
    if i > 1 and words[i - 1] == "of" and words[i - 2] == "group" and page.capital(i - 2):
        return i - 2, k, "name"
    if not page.capital(i) or k >= n or not page.capital(k) or not words[k].isalpha():
        return None
    if i == first or words[i - 1] in "\"':—–(." or is_headline(page, i):
        return None
    return i, k + 1, "name"


_READ_OUT = words_of("masks", "read_out")


_ORDINAL_WORDS = words_of("masks", "ordinal_words")


def idiom(page: Page, i: int, language: Language) -> Mask | None:
    """Return the idiom that begins at token i, if there is one."""
    words = page.words
    for parts in language.idioms.get(words[i], ()):
        if tuple(words[i : i + len(parts)]) == parts:
            return i, i + len(parts), "idiom"
    return None

"""Numbers in Russian texts that what is glued to them or stands beside them gives away as no figures."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import known_lemma
from claims.extraction.masks.hours_case import HOURS, TOWARDS, UP_TO, from_to, hours, hyphened, towards
from claims.extraction.masks.rows import Row
from claims.extraction.masks.sayings import saying
from claims.extraction.neighbours import DASHES, Mask, is_headline, measured
from claims.extraction.page import Page

Look = Callable[[Page, int, Language], Mask | None]

_AT_TIME = words_of("masks_case", "at_time")
_ORDINAL_STEMS = endings_of("masks_case", "ordinal_stems")
_ORDINAL_ENDS = endings_of("masks_case", "ordinal_ends")
_SHORT_ORDINAL_ENDS = words_of("masks_case", "short_ordinal_ends")
_ACCUSATIVE_ENDS = endings_of("masks_case", "accusative_ends")
_FRACTION_ENDS = endings_of("masks_case", "fraction_ends")
_UNTIL_ORDINAL = words_of("masks_case", "until_ordinal")
_PARTS = words_of("masks_case", "parts")
_SECOND_OF_NAME = words_of("masks_case", "second_of_name")
_FAMILY = words_of("masks_case", "family")
_BEFORE_FAMILY = words_of("masks_case", "before_family")
_OF_THOSE = words_of("counted", "partitive_pronouns")
_WITH_SEVEN = words_of("masks_case", "with_seven")
_INSTRUMENTAL_ENDS = endings_of("masks_case", "instrumental_ends")
_COUNTED_ENDS = endings_of("masks_case", "counted_ends")
_MATCH = words_of("masks", "match")
_FLOOR = words_of("masks_case", "floor")
_ACROSS = words_of("masks_case", "across")
_ENDS = frozenset('.,;:!?)\n"')
_BIRD = words_of("masks_case", "bird")
_BEFORE_FORTY = words_of("masks_case", "before_forty")
_DECADE = words_of("masks_case", "decade")
_APERTURE = words_of("masks_case", "aperture")
_LONG = 9  # digits without a mark between them, from which on they are an account
_FORMS_AT_SCHOOL = endings_of("masks_case", "forms_at_school")
_LAST_FORM = 11  # of a school
_VOWELS = frozenset("аеиоуыэюя")
_LAST_ITEM = 40  # the highest mark of a list


def words_case(page: Page, i: int, language: Language) -> Mask | None:
    """Read sayings, "сто сорок первые", "третью линию", "ноль часов пять минут" and "раз-два"."""
    words = page.words
    word = words[i]
    if word not in language.numbers:
        return None
    found = saying(page, i, language) or _ordinal(page, i, language)
    if found:
        return found
    before, behind = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    for look in (*_BY_WORD.get(word, ()), *_BY_BEHIND.get(behind, ()), *_BY_BEFORE.get(before, ())):
        found = look(page, i, language)
        if found:
            return found
    return _capital(page, i, language) if page.capital(i) else None


def _list_mark(page: Page, i: int, language: Language) -> Mask | None:
    """Read the marks of a list that runs on in one line; "Сколько? 12." is an answer."""
    words, j = page.words, i + 1
    if not words[i].isdecimal() or int(words[i][:4]) > _LAST_ITEM or words[j : j + 1] not in (["."], [")"]):
        return None
    if not page.glued(j) or j + 1 >= len(words) or page.glued(j + 1) or not page.capital(j + 1):
        return None
    before = words[i - 1] if i else "."
    if page.sentence(i)[0] == i and before in '.!;\n")' or before == ":" and words[i] == "1":
        return i, j + 1, "page_mark"
    return None


def _lettered(page: Page, i: int, language: Language) -> Mask | None:
    """Read "44-ФЗ" and "77-Б": digits and capitals joined by a hyphen."""
    words, j = page.words, i + 2
    if j >= len(words) or words[i + 1] != "-" or not page.glued(i + 1) or not page.glued(j):
        return None
    word = words[j]
    capitals = page.level[page.starts[j] : page.ends[j]].isupper()
    letter = word.isalpha() and len(word) == 1
    named = word not in language.units and word not in _SHORT_ORDINAL_ENDS
    if word in _SECOND_OF_NAME or letter and (capitals or named):
        return i, j + 1, "identifier"
    if not word.isalpha() or len(word) > 4 or word in language.units or word in language.suffixes:
        return None
    return (i, j + 1, "identifier") if capitals and word not in language.currencies else None


def _ordinal_range(page: Page, i: int, language: Language) -> Mask | None:
    """Read "5–9-х классов" and "в 3-4-м подъездах"."""
    words, j = page.words, i + 1
    if j + 3 >= len(words) or words[j] not in DASHES or not words[j + 1].isdecimal():
        return None
    if words[j + 2].startswith(_FORMS_AT_SCHOOL) and int(words[j + 1][:3]) <= _LAST_FORM:
        return i, j + 2, "ordinal"
    if (
        words[j + 2] == "-"
        and page.glued(j + 2)
        and page.glued(j + 3)
        and words[j + 3] in _SHORT_ORDINAL_ENDS
    ):
        return i, j + 4, "ordinal"
    return None


def _plate(page: Page, i: int, language: Language) -> Mask | None:
    """Read "К 415 ОР" as the plate of a car, and "о 318 кх" where no word has such letters."""
    words = page.words
    if not i or i + 1 >= len(words) or len(words[i]) != 3 or not words[i].isdecimal():
        return None
    if len(words[i - 1]) != 1 or not words[i - 1].isalpha() or len(words[i + 1]) != 2:
        return None
    letters = page.level[page.starts[i - 1] : page.ends[i + 1]].replace(words[i], "").replace(" ", "")
    plate = letters.isupper() or _VOWELS.isdisjoint(words[i + 1]) and words[i + 1] not in language.units
    return (i - 1, i + 2, "identifier") if letters.isalpha() and plate else None


def _aperture(page: Page, i: int, language: Language) -> Mask | None:
    """Read "f/2.8"."""
    words = page.words
    return (
        (i - 2, i + 1, "identifier") if i > 1 and words[i - 1] == "/" and words[i - 2] in _APERTURE else None
    )


def _account(page: Page, i: int, language: Language) -> Mask | None:
    """Read "40703810900000004411" and "2200 7007 1234 5678": nobody counts so far without marks."""
    words = page.words
    if words[i].isdecimal() and len(words[i]) >= _LONG and not measured(page, i + 1, language):
        return i, i + 1, "identifier"
    k = i
    while k < len(words) and k - i < 6 and words[k].isdecimal() and len(words[k]) == 4:
        k += 1
    return (i, k, "identifier") if k - i > 2 else None


def _ordinal(page: Page, i: int, language: Language) -> Mask | None:
    """Read "сто сорок первые" and "третью линию" as ordinals; "третью часть" is a fraction."""
    words, numbers, k = page.words, language.numbers, i
    if numbers[words[i]][0] == "f":
        after = words[i + 1] if i + 1 < len(words) else "."
        if not words[i].endswith(_FRACTION_ENDS) or after in _PARTS:
            return None
        ordinal = after.endswith(_ACCUSATIVE_ENDS) or i > 0 and words[i - 1] in _UNTIL_ORDINAL
        return (i, i + 1, "ordinal") if ordinal else None
    while k < len(words) and k - i < 6 and numbers.get(words[k], ("",))[0] in ("n", "c", "s"):
        k += 1
    if k == i or k >= len(words) or not is_ordinal(words[k]):
        return None
    kind, value = numbers[words[k - 1]]
    return (i, k + 1, "ordinal") if kind != "n" or value >= 20 else None


def is_ordinal(word: str) -> bool:
    """Tell "первые", "седьмое" and "сороковую" by stem and ending."""
    return word.startswith(_ORDINAL_STEMS) and word.endswith(_ORDINAL_ENDS)


def _score(page: Page, i: int, language: Language) -> Mask | None:
    """Read "два-два" and "три-ноль" as scores; a range goes up: "два-три"."""
    words, numbers = page.words, language.numbers
    if i + 2 >= len(words) or words[i + 1] not in DASHES:
        return None
    kind, value = numbers.get(words[i], ("", 0))
    second, goals = numbers.get(words[i + 2], ("", 0))
    if (kind, second) != ("n", "n") or value >= 20 or goals >= 20:
        return None
    played = any(word in _MATCH for word in words[max(i - 4, 0) : i])
    range_like = goals > value or not (page.glued(i + 1) and page.glued(i + 2))
    return (i, i + 3, "not_a_claim") if played or not range_like else None


def _by(page: Page, i: int, language: Language) -> Mask | None:
    """Read "два на два" and "пять на два" as a game, a shift or a size."""
    words, numbers = page.words, language.numbers
    if i + 2 >= len(words) or words[i + 1] not in _ACROSS or words[i + 2] in _FAMILY:
        return None
    closed = i + 3 >= len(words) or words[i + 3] in _ENDS
    if numbers[words[i]][0] != "n" or numbers.get(words[i + 2], ("",))[0] != "n" or not closed:
        return None
    return i, i + 3, "not_a_claim"


def _bird(page: Page, i: int, language: Language) -> Mask | None:
    """Read "пол" as a floor and "Сорока на хвосте принесла" as a bird: forty stands behind what governs it."""
    words = page.words
    if words[i] in _FLOOR and words[i + 1 : i + 2] != ["-"] and not measured(page, i + 1, language):
        return i, i + 1, "name"
    if words[i] not in _BIRD or i and (words[i - 1] in _BEFORE_FORTY or words[i - 1] in language.numbers):
        return None
    k = i + 1
    counted = k < len(words) and (words[k].endswith(_COUNTED_ENDS) or words[k] in language.numbers)
    return None if counted or measured(page, k, language) else (i, k, "name")


def _decade_of_life(page: Page, i: int, language: Language) -> Mask | None:
    """Read "пошёл восьмой десяток" as an age."""
    return (i - 1, i + 1, "age") if i and page.words[i] in _DECADE and is_ordinal(page.words[i - 1]) else None


def _family(page: Page, i: int, language: Language) -> Mask | None:
    """Read "на семью" and "семью из пяти человек" as a family: seven would stand before a noun in its own case."""
    words = page.words
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else "."
    if words[i] not in _FAMILY or after.endswith(_INSTRUMENTAL_ENDS) or after in language.numbers:
        return None
    named = before in _BEFORE_FAMILY or after.isalpha() and before not in _WITH_SEVEN
    of_them = after == "из" and not _OF_THOSE.isdisjoint(words[i + 2 : i + 3])
    return (i, i + 1, "not_a_claim") if named and not of_them else None


def _capital(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Комитет Двенадцати" and "Семь Ключей отрезаны": only names are written with such capitals."""
    if not page.capital(i) or is_headline(page, i):
        return None
    words, k = page.words, i + 1
    if i != page.sentence(i)[0]:
        return (i, k, "name") if words[i - 1].isalpha() else None
    if k >= len(words) or not page.capital(k) or not known_lemma(words[k]) or len(words[k]) < 3:
        return None
    # a common noun with a capital behind a number that opens the sentence; "ДТП" and "Трое Рябовых" are counts
    named = not page.level[page.starts[k] : page.ends[k]].isupper()
    return (i, k + 1, "name") if named and words[i] not in language.words["collective"] else None


# What digits can be in these texts: "1. Отчёт. 2. Выборы", "44-ФЗ", "5–9-х классов", "К 415 ОР", "f/2.8", "в 21-30".
_HYPHEN, _ONLY = frozenset(["-"]), (True,)
DIGITS_CASE = (
    Row(_list_mark, "bare", behind=frozenset(".)"), case=_ONLY),
    Row(_lettered, "bare digits", behind=_HYPHEN, case=_ONLY),
    Row(_ordinal_range, "bare digits", behind=DASHES, case=_ONLY),
    Row(_plate, "bare", case=_ONLY),
    Row(_aperture, "bare digits", before=frozenset(["/"]), case=_ONLY),
    Row(_account, "bare", case=_ONLY),
    Row(hyphened, "bare digits", behind=_HYPHEN, case=_ONLY),
    Row(towards, "bare digits", before=_AT_TIME, case=_ONLY),
)


def _by_words(*rows: tuple[frozenset[str], Look]) -> dict[str, tuple[Look, ...]]:
    """Index looks by the words that call for them."""
    index: dict[str, tuple[Look, ...]] = {}
    for called_by, look in rows:
        for word in called_by:
            index[word] = (*index.get(word, ()), look)
    return index


# What number words can be, by the word itself, by the word behind and by the word before.
_BY_WORD = _by_words((_BIRD | _FLOOR, _bird), (_DECADE, _decade_of_life), (_FAMILY, _family))
_BY_BEHIND = _by_words((DASHES, _score), (_ACROSS, _by), (UP_TO, from_to), (HOURS, hours))
_BY_BEFORE = _by_words((_AT_TIME | TOWARDS, towards), (frozenset(["-"]), hours))

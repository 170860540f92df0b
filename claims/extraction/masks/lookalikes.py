"""Numbers in digits or words that a fixed neighbour gives away: forms, codes, coordinates, ages, hours."""

from __future__ import annotations

from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import is_person_lemma, known_lemma, noun_lemma
from claims.extraction.masks.case import DIGITS_CASE, words_case
from claims.extraction.masks.named_case import NAMED_CASE
from claims.extraction.masks.rows import Row, Rows
from claims.extraction.masks.sayings import saying
from claims.extraction.neighbours import Mask, measured, noun_follows
from claims.extraction.page import Page

_LONGITUDE = words_of("masks", "longitude")
_GENITIVE_PLURAL_ENDS = endings_of("masks", "genitive_plural_ends")
_BY_LETTER = words_of("masks", "by_letter")
_TO_OR_PAST = words_of("masks", "to_or_past")
_SOMETHING = phrases_of("masks", "something")
_ARTICLES = words_of("masks", "articles")
_COORDINATES = words_of("masks", "coordinates")
_BEFORE_OPENING = words_of("masks", "before_opening")
_UNDER_PAR = phrases_of("masks", "under_par")
_UNDER_PAR_COMPOUND = phrases_of("masks", "under_par_compound")
_BEFORE_QUARTER = words_of("masks", "before_quarter")
_BALLOT = words_of("masks", "ballot")
_VOTED = 8  # tokens from those who vote to "by ten to five"
_QUARTER_WORDS = words_of("masks", "quarter_words")
_VERB_ENDS = endings_of("masks", "verb_ends")
_POINTS = words_of("masks", "points")
_BIG = words_of("masks", "big")
_HOURS = words_of("masks", "hours")
_BEFORE_HOUR = words_of("masks", "before_hour")
_HALVED = words_of("masks", "halved")
# Nouns that are numbered one by one; in the singular before a number they never count.
_NUMBERED = words_of("masks", "numbered")
_PEOPLE_ENDS = endings_of("masks", "people_ends")
_MANY = words_of("masks", "many")
_PRAISE = words_of("masks", "praise")
_ACCOUNTS = words_of("masks", "accounts")
_KEYS = words_of("masks", "keys")
_RELEASES = words_of("masks", "releases")
_UNTIL = words_of("masks", "until")
_OPEN = words_of("masks", "open")
_QUARTERS = words_of("masks", "quarters")


def beside_words(page: Page, i: int, language: Language) -> Mask | None:
    """Return what the number in words at token i is, where the words right beside it leave no doubt."""
    return _ROWS.first(page, i, _WORDS, language)


def _coordinate(page: Page, i: int, language: Language) -> Mask | None:
    """Read "54.32 N" as a place on the map."""
    words, j = page.words, i + 1
    degrees, mark, rest = words[i].partition(".")
    if not mark or not rest.isdecimal() or not degrees.isdecimal() or len(degrees) > 3:
        return None
    if (
        words[j : j + 1]
        and words[j] in _POINTS
        and page.capital(j)
        and (j + 1 == len(page.words) or words[j + 1] in ",.;)" or _follows_place(page, i))
    ):
        return i, j + 1, "address"
    return None


def _follows_place(page: Page, i: int) -> bool:
    """Tell whether the latitude was read right before: "48.5N 12.3W"."""
    last = page.memo.get("mask")
    return last is not None and last[1] == i and last[2] == "address"


def _school_class(page: Page, i: int, language: Language) -> Mask | None:
    """Read "9 «Б»" as the name of a class."""
    words = page.words
    if (
        words[i].isdecimal()
        and len(words[i]) <= 2
        and words[i + 1 : i + 2] == ['"']
        and words[i + 3 : i + 4] == ['"']
    ):
        if len(words[i + 2]) == 1 and words[i + 2].isalpha() and page.capital(i + 2):
            return i, i + 4, "name"
    return None


def _plate(page: Page, i: int, language: Language) -> Mask | None:
    """Read digits, letters and digits without a space between them as a code."""
    words = page.words
    if not words[i].isdecimal() or i + 2 >= len(words) or not (page.glued(i + 1) and page.glued(i + 2)):
        return None
    letters = words[i + 1]
    if letters.isalpha() and len(letters) <= 3 and letters not in _BY_LETTER and words[i + 2][0].isdecimal():
        return i, i + 3, "identifier"
    return None


def _something(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a twenty-something", "in his 30-somethings" as an age."""
    words = page.words
    if words[i + 1 : i + 2] == ["-"] and page.glued(i + 1) and words[i + 2 : i + 3] in _SOMETHING:
        return i, i + 3, "age"
    if language.case and words[max(i - 2, 0) : i] == ["в", "свои"] and not measured(page, i + 1, language):
        return i, i + 1, "age"
    return None


def _par(page: Page, i: int, language: Language) -> Mask | None:
    """Read "four-under-par" as a score."""
    words = page.words
    if words[i + 1 : i + 2] == ["-"] and words[i + 2 : i + 5] in _UNDER_PAR_COMPOUND:
        return i, i + 5, "not_a_claim"
    if words[i + 1 : i + 3] in _UNDER_PAR:
        return i, i + 3, "not_a_claim"
    return None


def _halved(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a half-victory" as a manner of speaking; a half-mile stays a measure."""
    words = page.words
    if words[i] != "half" or i + 2 >= len(words) or words[i + 1] != "-":
        return None
    if not (page.glued(i + 1) and page.glued(i + 2)):
        return None
    word = words[i + 2]
    if (
        not word.isalpha()
        or word in _ARTICLES
        or word in _HALVED
        or word in language.units
        or word in language.numbers
    ):
        return None
    return i, i + 3, "idiom"


def _called(page: Page, i: int, language: Language) -> Mask | None:
    """Read "Big Four auditors" as a name, "раз, два, взяли" as a cry."""
    words = page.words
    if i and words[i - 1] in _BIG and page.capital(i - 1) and page.capital(i) and words[i].isalpha():
        return i - 1, i + 1, "name"
    if i > 1 and words[i - 2 : i] == ["раз", ","]:
        return i, i + 1, "idiom"
    return None


def _hour(page: Page, i: int, language: Language) -> Mask | None:
    """Read "к шести вечера" and "пять утра" as a time; "на три ночи" stays a length of stay."""
    words = page.words
    if not language.case or words[i + 1 : i + 2] == [] or words[i + 1] not in _HOURS:
        return None
    if words[i].isdecimal():
        value = int(words[i][:3])
    elif language.numbers.get(words[i], ("", 0))[0] == "n":
        value = int(language.numbers[words[i]][1])
    else:
        return None
    if value <= 12 and (value > 4 or i and words[i - 1] in _BEFORE_HOUR):
        return i, i + 2, "time"
    return None


def _numbered(page: Page, i: int, language: Language) -> Mask | None:
    """Read "маршрут 12 закрыт", "в палате 7 лежат", "версия 3 программы": a thing with its number."""
    words = page.words
    if not language.case or not i or not words[i].isdecimal() or len(words[i]) > 4:
        return None
    head = words[i - 1]
    forms = (head, noun_lemma(head), head[:-1], head[:-1] + "а", head[:-1] + "я")
    if head.endswith(_GENITIVE_PLURAL_ENDS) or not any(form in _NUMBERED for form in forms):
        return None
    after = words[i + 1] if i + 1 < len(words) else "."
    if (
        measured(page, i + 1, language)
        or after.endswith(_PEOPLE_ENDS)
        or after in "-–—"
        or after in language.nouns
        or is_person_lemma(noun_lemma(after))
        or known_lemma(after) not in ("", after)
    ):
        return None
    return i - 1, i + 1, "name"


def _typed(page: Page, i: int, language: Language) -> Mask | None:
    """Read "a level 3 alert" and "the Apollo 11 film": a name with its number before a noun in the singular."""
    words = page.words
    if language.case or i < 2 or not words[i].isdecimal() or len(words[i]) > 3 or i + 1 >= len(words):
        return None
    name, after = words[i - 1], words[i + 1]
    article = words[i - 2] in _ARTICLES or words[i - 2] == "the" and page.capital(i - 1)
    if not article or not name.isalpha() or name in _PRAISE or name.endswith(_VERB_ENDS):
        return None
    if not after.isalpha() or page.capital(i + 1) or after.endswith("s") or measured(page, i + 1, language):
        return None
    if after in _MANY or after in language.stop or after in language.verbs or page.glued(i + 1):
        return None
    return i - 1, i + 1, "name"


def _entry(page: Page, i: int, language: Language) -> Mask | None:
    """Read "account 40817", "lat 51.5", "код — 4471"."""
    words = page.words
    if not i or not words[i][0].isdecimal():
        return None
    if words[i - 1] in _ACCOUNTS and words[i].isdecimal() and len(words[i]) > 3:
        return i - 1, i + 1, "identifier"
    if words[i - 1] in _COORDINATES:
        if not words[i].isdecimal():
            return i - 1, i + 2 if words[i + 1 : i + 2] == ["°"] else i + 1, "address"
    if words[i - 1] in _RELEASES and not noun_follows(page, i, language):
        return i - 1, i + 1, "identifier"
    if words[i - 1] == "witness" and words[i].isdecimal() and len(words[i]) < 4:
        return i - 1, i + 1, "identifier"
    last = page.memo.get("mask")
    if words[i - 1] in _LONGITUDE and last and last[1] == i - 2 and last[2] == "address":
        return i - 1, i + 1, "address"
    if i > 1 and words[i - 1] in "—–:-" and words[i - 2] in _KEYS and words[i].isdecimal():
        return i, i + 1, "identifier"
    return None


def _quarter_to(page: Page, i: int, language: Language) -> Mask | None:
    """Read "без четверти восемь" and "at ten to nine" as a time."""
    words, numbers = page.words, language.numbers
    if not i or i + 1 >= len(words):
        return None
    if words[i - 1] == "без" and words[i] in _QUARTERS and numbers.get(words[i + 1], ("",))[0] == "n":
        return i, i + 2, "time"
    told = words[i - 1] in _BEFORE_QUARTER
    if told and words[i] in _QUARTER_WORDS and words[i + 1] in _TO_OR_PAST:
        hour = numbers.get(words[i + 2], ("", 0)) if i + 2 < len(words) else ("", 0)
        if words[i - 1] == "by" and not _BALLOT.isdisjoint(words[max(i - _VOTED, page.sentence(i)[0]) : i]):
            return None  # "the judges ruled by ten to five"
        return (i, i + 3, "time") if hour[0] == "n" and 1 <= hour[1] <= 12 else None
    return None


def _opening(page: Page, i: int, language: Language) -> Mask | None:
    """Read "open Monday to Friday, 9 to 5" as hours."""
    words = page.words
    if i + 2 >= len(words) or words[i + 1] not in _UNTIL and words[i + 1] != "to":
        return None
    if not _is_hour_of_day(words[i], language) or not _is_hour_of_day(words[i + 2], language):
        return None
    if words[i + 3 : i + 4] not in ([], ["."], [","], [";"], [")"]) or words[i - 1] in _BEFORE_OPENING:
        return None
    if words[i + 1] in _UNTIL:
        return i, i + 3, "time"  # "it runs nine till one"
    first, _ = page.sentence(i)
    return (i, i + 3, "time") if any(word in _OPEN for word in words[max(first, i - 8) : i]) else None


def _is_hour_of_day(word: str, language: Language) -> bool:
    if word.isdecimal():
        return 0 < int(word[:3]) <= 12
    kind, value = language.numbers.get(word, ("", 0))
    return kind == "n" and 0 < value <= 12


LOOKALIKES = (
    *DIGITS_CASE,
    *NAMED_CASE,
    Row(words_case, "words", case=(True,)),
    Row(saying, "words", case=(False,)),
    Row(_opening, "bare words", behind=_UNTIL | {"to"}),
    Row(_quarter_to, "words", before=_BEFORE_QUARTER | {"без"}),
    Row(
        _entry,
        "bare digits",
        before=_ACCOUNTS.union(_COORDINATES, _RELEASES, _LONGITUDE, ["witness", "—", "–", ":", "-"]),
    ),
    Row(_typed, "bare", case=(False,)),
    Row(_coordinate, "digits", behind=_POINTS),
    Row(_school_class, "bare", behind=frozenset(['"'])),
    Row(_plate, "bare"),
    Row(_something, "bare digits words", before=frozenset(["свои"]), behind=frozenset(["-"])),
    Row(_par, "bare digits words", behind=frozenset(phrase[0] for phrase in _UNDER_PAR) | {"-"}),
    Row(_halved, "words", behind=frozenset(["-"])),
    Row(_called, "bare digits words", before=_BIG | {","}),
    Row(_hour, "bare words", behind=_HOURS, case=(True,)),
    Row(_numbered, "bare", case=(True,)),
)
_ROWS, _WORDS = Rows(*LOOKALIKES), frozenset(["words"])

"""Numbers in Russian texts that name, rate or reckon: "рейс «Меридиан» 1171", "7 из 10", "два плюс два"."""

from __future__ import annotations

from claims.extraction.counted.agreement import asked_by
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.masks.rows import Row
from claims.extraction.neighbours import Mask, code_end, measured, noun_follows
from claims.extraction.page import Page

_CARRIERS = words_of("masks_case", "carriers")
_RATED = endings_of("masks_case", "rated")
_MARKS = words_of("masks_case", "rating_marks")
_OUT_OF = words_of("masks_case", "out_of_marks")
_FULL_MARKS = frozenset((3, 4, 5, 6, 10, 12, 100))
_DIALLED = endings_of("masks_case", "dialled")
_NAMED_AFTER = words_of("masks_case", "named_after")
_NAMED_FOR = words_of("masks_case", "named_for")
_ON_BEHALF = words_of("masks_case", "on_behalf")
_LONGEST_CODE = 5  # letters
_NUMBER_WORDS = 4
_PLUS = words_of("masks_case", "plus")
_LETTERS = frozenset("абвгдежзиклмнопрстуфхцчшэюя")
_ONLY = (True,)
MAX_TITLE = 6  # tokens of a quoted name
MAX_BACK = 8  # tokens looked back over for what is rated or dialled


def _carrier(page: Page, i: int, language: Language) -> Mask | None:
    """Read "рейс «Меридиан» 1171": the number of what bears the quoted name."""
    words, k = page.words, i - 2
    if noun_follows(page, i, language) or measured(page, i + 1, language):
        return None
    while k > 0 and i - k <= MAX_TITLE and words[k] != '"':
        k -= 1
    if k < 1 or words[k] != '"' or words[k - 1] not in _CARRIERS:
        return None
    return i, i + 1, "name"


def _rating(page: Page, i: int, language: Language) -> Mask | None:
    """Read "оценка: 7 из 10" and "девять баллов из десяти" as a mark."""
    words, k = page.words, i + 1
    marks = k < len(words) and words[k] in _MARKS
    k += marks
    if k + 1 >= len(words) or words[k] not in _OUT_OF:
        return None
    word = words[k + 1]
    full = int(word[:4]) if word.isdecimal() else language.numbers.get(word, ("", 0))[1]
    if full not in _FULL_MARKS or noun_follows(page, k + 1, language) or measured(page, k + 2, language):
        return None
    near = words[max(page.sentence(i)[0], i - MAX_BACK) : i]
    return (i, k + 2, "not_a_claim") if any(one.startswith(_RATED) for one in near) else None


def _dialled(page: Page, i: int, language: Language) -> Mask | None:
    """Read "номера, начинающиеся с +44 или 8-804" and "*100#"."""
    words, end = page.words, i + 1
    before = words[i - 1] if i else ""
    if before == "*" and page.glued(i):
        return i - 1, end, "identifier"
    while end + 1 < len(words) and words[end] == "-" and page.glued(end) and words[end + 1].isdecimal():
        end += 2
    if (
        end == i + 1
        and before != "+"
        or noun_follows(page, end - 1, language)
        or measured(page, end, language)
    ):
        return None
    near = words[max(page.sentence(i)[0], i - MAX_BACK) : i]
    return (i - (before == "+"), end, "identifier") if any(one.startswith(_DIALLED) for one in near) else None


def _roman_month(page: Page, i: int, language: Language) -> Mask | None:
    """Read "12.VIII.1937" and "5/IX-41": a day whose month stands in Roman figures."""
    words, k = page.words, i + 2
    if k >= len(words) or not 0 < int(words[i][:3]) < 32 or not (page.glued(i + 1) and page.glued(k)):
        return None
    if not set(words[k]) <= set("ivxх") or not page.capital(k):
        return None
    year = k + 2 < len(words) and words[k + 1] in "./-" and page.glued(k + 2) and words[k + 2].isdecimal()
    return i, k + 3 if year else k + 1, "date"


def _named_after(page: Page, i: int, language: Language) -> Mask | None:
    """Read "теория шести рукопожатий": what a theory, a rule or a method is called after."""
    if page.words[i - 1] not in _NAMED_AFTER or asked_by(page.words[i], language) != "slant":
        return None
    return i - 1, i + 1, "name"


def _named_for(page: Page, i: int, language: Language) -> Mask | None:
    """Read "отряд имени 26 бакинских комиссаров"; "от имени 26 тысяч жителей" speaks for so many."""
    words, k = page.words, i + 1
    while k < len(words) and k - i < _NUMBER_WORDS and words[k] in language.numbers:
        k += 1
    return None if i > 1 and words[i - 2] in _ON_BEHALF else (i - 1, k, "name")


def _registered(page: Page, i: int, language: Language) -> Mask | None:
    """Read "патент RU 2 781 004" and "рейс SU 1234": Latin capitals that are no currency, right before a number."""
    words, before = page.words, page.words[i - 1] if i else ""
    if not (before.isascii() and before.isalpha()) or not 1 < len(before) <= _LONGEST_CODE:
        return None
    capitals = page.level[page.starts[i - 1] : page.ends[i - 1]].isupper()
    if not capitals or before in language.currencies or "".join(words[i + 1 : i + 2]) == "%":
        return None
    counts = noun_follows(page, i, language) or measured(page, i + 1, language)
    return None if counts else (i - 1, code_end(page, i), "identifier")


def _model(page: Page, i: int, language: Language) -> Mask | None:
    """Read "3М-54" as a model: digits, a capital and digits without a space."""
    words, k = page.words, i + 3
    if k >= len(words) or words[i + 2] != "-" or not words[k][0].isdecimal() or not page.capital(i + 1):
        return None
    return (i, k + 1, "identifier") if all(page.glued(j) for j in range(i + 1, k + 1)) else None


def _sum_of_two(page: Page, i: int, language: Language) -> Mask | None:
    """Read "два плюс два" as reckoning."""
    words = page.words
    if i + 2 >= len(words) or words[i + 2] not in language.numbers:
        return None
    return None if measured(page, i + 3, language) else (i, i + 3, "idiom")


NAMED_CASE = (
    Row(_carrier, "bare", before=frozenset(['"']), case=_ONLY),
    Row(_rating, "bare digits words", behind=_MARKS | _OUT_OF, case=_ONLY),
    Row(_dialled, "bare", before=frozenset("+*"), behind=frozenset("-"), case=_ONLY),
    Row(_roman_month, "bare", behind=frozenset("./"), case=_ONLY),
    Row(_model, "bare", behind=_LETTERS, case=_ONLY),
    Row(_named_for, before=_NAMED_FOR, case=_ONLY),
    Row(_registered, case=_ONLY),
    Row(_named_after, "words", before=_NAMED_AFTER, case=_ONLY),
    Row(_sum_of_two, "words", behind=_PLUS, case=_ONLY),
)

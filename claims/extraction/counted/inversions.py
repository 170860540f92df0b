"""Nouns that stand before their number in Russian: "жителей у нас сто сорок", "врачей осталось четверо"."""

from __future__ import annotations

from claims.extraction.counted.agreement import asked_by
from claims.extraction.counted.word_classes import is_adjective, is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import known_lemma
from claims.extraction.languages.ru.lemmas import SAME_IN_PLURAL
from claims.extraction.page import Page

_GENITIVE_ENDS = endings_of("licences_case", "genitive_plural_ends")
_NOT_GENITIVE = words_of("licences_case", "not_genitive_plural")
_ADJECTIVE_ENDS = endings_of("licences_case", "adjective_genitive_ends")
_LIGHT = words_of("licences_case", "light_heads")
_PREPOSITIONS = words_of("licences_case", "prepositions")
_COPULAS = words_of("licences_case", "copulas")
_WHOSE = words_of("licences_case", "pronouns")
_EARLIER = words_of("counted", "earlier_by")
_BY = words_of("counted", "by_so_many")
_SLANT_ENDS = endings_of("counted", "slant_ends")
_MUCH = words_of("licences_case", "much")
_THIRD_PERSON = endings_of("counted", "third_person_ends")
_NOUNS_IN_T = words_of("counted", "nouns_in_t")
_CLAUSE = frozenset(', ; : — – ( ) . ! ? " \n | •'.split(" "))
MAX_BACK = 8  # tokens between the noun and its number
MAX_QUESTION = 30  # tokens of a question looked back over


def genitive_plural(page: Page, i: int, language: Language) -> bool:
    """Tell whether token i is a noun in the genitive plural, by its ending or because the table knows it."""
    word = page.words[i]
    if not word.isalpha() or len(word) < 3 or word in language.stop or word in _NOT_GENITIVE:
        return False
    if word in language.units or word in language.numbers or word in language.currencies:
        return False
    if i + 1 < len(page.words) and page.words[i + 1] in _EARLIER:
        return False  # "неделей ранее погибли пятеро"
    if word.endswith(_GENITIVE_ENDS) or word in SAME_IN_PLURAL:
        return True
    if word.endswith(_SLANT_ENDS):
        return False
    known = known_lemma(word)
    return bool(known) and known != word and word[-1] not in "аеиоуыэюямё"


def head_before(page: Page, first: int, language: Language) -> int:
    """Return the token of the noun that opens the clause before a number, in the genitive plural, or -1.

    Only light words and a phrase of place may stand before it; between it and the number anything but a sign.
    """
    words = page.words
    begins, _ = page.sentence(first)
    if first - 2 >= begins and words[first - 1] in _COPULAS and genitive_plural(page, first - 2, language):
        return first - 2  # "год назад поликлиник было 18"
    return _opening_head(page, first, begins, language)


def _opening_head(page: Page, first: int, begins: int, language: Language) -> int:
    words = page.words
    k = first - 1
    while k > begins and first - k < 4 and words[k] in language.before:
        k -= 1
    if k == first - 2 and words[k] in "—–" and words[k + 1] in _BY:
        return -1  # "приём — двенадцать минут, бумаги — на двадцать"
    if k > begins and words[k] in "—–" and k < first - 1:
        return _opening_head(page, k, begins, language)  # "раненых за сутки — не менее ста"
    k = first - 1
    while k >= max(begins, first - MAX_BACK) and words[k] not in _CLAUSE:
        k -= 1
    if k < max(begins - 1, first - MAX_BACK - 1):
        return -1
    if k > begins and words[k] == ",":
        aside = _before_aside(page, k, begins, language)
        if aside:
            return _opening_head(page, aside, begins, language) if aside > 0 else -aside
    return _head_from(page, k + 1, first, language)


def _before_aside(page: Page, k: int, begins: int, language: Language) -> int:
    """Return the comma before an aside that ends at token k: "беженцев, по оценке ООН, 300"; 0 where there is none.

    Behind a pronoun the aside is the noun itself, whose token is returned as a negative: "нас, пенсионеров, двое".
    """
    words, j = page.words, k - 1
    while j > begins and k - j < MAX_BACK and words[j] not in _CLAUSE:
        j -= 1
    if j <= begins or words[j] != ",":
        return 0
    if tells_who(words, j + 1, language):
        return j
    return -(j + 1) if words[j - 1] in _WHOSE and j + 2 == k and genitive_plural(page, j + 1, language) else 0


def _head_from(page: Page, i: int, first: int, language: Language) -> int:
    """Return the token of the noun in the genitive plural that opens the clause from token i on, or -1."""
    words = page.words
    while i < first and words[i] in _LIGHT:
        i += 1
    if tells_who(words, i, language):
        return -1  # "по подсчётам наблюдателей — не выше 30 %"
    if i + 1 < first and words[i] in _PREPOSITIONS and words[i + 1].isalpha():
        i += 2
        while i < first and words[i] in _LIGHT:
            i += 1
    while i + 1 < first and words[i].endswith(_ADJECTIVE_ENDS) and _qualified(page, i + 1, language):
        i += 1
        if not genitive_plural(page, i, language):
            return i
    return i if i < first and genitive_plural(page, i, language) else -1


def tells_who(words: list[str], start: int, language: Language) -> bool:
    """Tell whether a clause only names the source: "по данным избиркома"."""
    phrases = language.according.get(words[start], ())
    return any(tuple(words[start : start + len(phrase)]) == phrase for phrase in phrases)


def _qualified(page: Page, i: int, language: Language) -> bool:
    """Tell "монет" of "серебряных монет оказалось сто": no verb, no adverb, and without an ending."""
    word = page.words[i]
    if genitive_plural(page, i, language):
        return True
    if not word.isalpha() or len(word) < 3 or word[-1] in "аеиоуыэюяй" or is_adjective(word):
        return False
    return not (word in language.stop or word in language.verbs or word in language.before or is_verb(word))


def opens_before(page: Page, draft: Draft, language: Language) -> bool:
    """Tell whether a noun in the genitive plural opens the clause right before a number in words: "собак двести"."""
    words, i = page.words, draft.first - 1
    begins, _ = page.sentence(draft.first)
    if i < begins or draft.form != "words" or i > begins and words[i - 1] not in _CLAUSE:
        return False
    return _is_counted(page, i, language)


def turned_behind_verb(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "закроется ещё станций двадцать" and "погибло солдат сорок", which mean about so many."""
    words, i = page.words, draft.first - 1
    begins, _ = page.sentence(draft.first)
    if i <= begins or draft.form != "words" or words[draft.b - 1] in language.words["collective"]:
        return False
    before = words[i - 1]
    if words[i] in language.before:
        return False  # "задержаны максимум двадцать"
    acts = before in _LIGHT or before in _COPULAS or before in language.verbs or is_verb(before)
    acts = acts or before.endswith(_THIRD_PERSON) and before not in _NOUNS_IN_T and not known_lemma(before)
    if not acts or asked_by(words[draft.b - 1], language) not in ("many", "few"):
        return False
    return genitive_plural(page, i, language) or words[i] in SAME_IN_PLURAL


def _is_counted(page: Page, i: int, language: Language) -> bool:
    """Tell whether token i is a noun in the genitive plural, by what the tables know of it."""
    word = page.words[i]
    if genitive_plural(page, i, language):
        return True
    if not word.isalpha() or len(word) < 3 or word[-1] in "аеиоуыэюяй" or word in language.stop:
        return False
    if word in language.units or word in language.numbers or word in language.verbs or word in _NOT_GENITIVE:
        return False
    if (
        word.endswith(_THIRD_PERSON)
        and word not in _NOUNS_IN_T
        or word.endswith("л")
        and not known_lemma(word)
    ):
        return False  # "видел троих"
    return word in SAME_IN_PLURAL or not is_verb(word) and known_lemma(word) != word


def asked_for(page: Page, first: int, language: Language) -> int:
    """Return the token of the noun that a question asks the number of: "Сколько семей вы приняли? — Двести."

    -2 where it asks how many without a noun, -1 where the number answers no such question.
    """
    words = page.words
    begins, _ = page.sentence(first)
    if first - begins > 5:
        return -1
    k = begins - 1
    while k >= 0 and words[k] in ("\n", "—", "–", "-", '"'):
        k -= 1
    if k < 0 or words[k] != "?":
        return -1
    for i in range(k - 1, max(k - MAX_QUESTION, -1), -1):
        if words[i] in _MUCH:
            return _asked(page, i, k, language)
        if words[i] in ".!?\n":
            return -1
    return -1


def _asked(page: Page, much: int, end: int, language: Language) -> int:
    for i in (*range(much + 1, end), *range(much - 1, max(much - 4, -1), -1)):
        if page.words[i] in _CLAUSE and i < much:
            break
        if genitive_plural(page, i, language):
            return i
    return -2

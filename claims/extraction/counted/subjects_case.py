"""The noun of a Russian number that stands before it: a label, "the number of", a noun turned round, the subject."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.counted import inversions
from claims.extraction.counted.lemmas_case import lemma, plural_lemma, with_yo
from claims.extraction.counted.nouns_case import PEOPLE
from claims.extraction.counted.word_classes import is_adjective, is_verb
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.languages.ru.forms import adjective_lemma, nominative_lemma
from claims.extraction.languages.ru.lemmas import counted_lemma, label_lemma
from claims.extraction.page import Page

_COMMON_COUNTS = words_of("counted", "common_counts")
_GENITIVE_PARTICIPLE_ENDS = endings_of("counted", "genitive_participle_ends")
_GENITIVE_UNITS = endings_of("counted", "genitive_units")
_GENITIVE_NOUN_ENDS = endings_of("counted", "genitive_noun_ends")
_WORDS_FOR_NUMBER = words_of("counted", "words_for_number")
_FEW = words_of("counted", "few")
_PREPOSITIONS = words_of("counted", "prepositions")
MAX_BACK = 30  # tokens before a share in which its subject is looked for
_VOTES = words_of("licences_case", "votes")
_QUALIFIERS_END = endings_of("licences_case", "adjective_genitive_ends")
_VOTE = "голос"
_TIME_STEMS = endings_of("counted", "time_stems")
_ALONE = words_of("counted", "alone_under_preposition")
_ORDINALS = endings_of("counted", "ordinal_beginnings")
_GENITIVES = frozenset("аяыи")
_SUBSTANTIVES = words_of("counted", "substantives")
_UNITS_FIRST = endings_of("counted", "units_first")
_EXCEEDING = endings_of("shares_case", "exceeding")
_EARLIER = words_of("counted", "earlier_by")
_FEW_UNITS = (Decimal("1.5"), 2, 3, 4)
_GIVING_ABOUT = words_of("counted", "giving_about")
_PERCENTS = words_of("counted", "percents")
_YEARS = words_of("ages_alone", "years")


def number_of(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun of "число беженцев выросло до 300"."""
    words = page.words
    first, _ = page.sentence(draft.first)
    if inversions.head_before(page, draft.first, language) >= 0:
        return ""  # "число аварий упало до 98, погибших — с 14 до 9"
    for i in range(draft.first - 1, max(first - 1, draft.first - 14), -1):
        if words[i] in _WORDS_FOR_NUMBER and i + 1 < draft.first:
            return _numbered(page, i, min(i + 4, draft.first), language)
    return ""


def _numbered(page: Page, i: int, end: int, language: Language) -> str:
    """Return the noun that "число" at token i governs, or the participle that stands for it: "число погибших, …"."""
    words, k = page.words, i + 1
    while k < end and words[k].isalpha() and is_adjective(words[k]):
        k += 1
        alone = words[k - 1] in _SUBSTANTIVES or words[k - 1].endswith(_GENITIVE_PARTICIPLE_ENDS)
        if (
            alone
            and not words[k].endswith(_QUALIFIERS_END)
            and not inversions.genitive_plural(page, k, language)
        ):
            return with_yo(
                page, k - 1, adjective_lemma(words[k - 1])
            )  # "число заболевших кишечной инфекцией"
    noun = k < end and words[k].isalpha() and words[k] not in language.stop and not is_verb(words[k])
    if noun:
        return lemma(page, k)
    return with_yo(page, k - 1, adjective_lemma(words[k - 1])) if k - 1 > i else ""


def ending_at(page: Page, i: int, language: Language) -> str:
    """Return the lemma of the label before token i: "палаток: 40", "раненых за сутки — не менее ста"."""
    word = page.words[i - 1]
    if word == '"' and i > 1 and page.words[i - 2] in _VOTES:
        return _VOTE  # "голосов «за» — 212"
    begins = page.sentence(i)[0]
    if page.capital(i - 1) and i - 1 > begins:
        return _heading(page, i - 1, begins, language)  # "задержания: Лугов — 14, Сосново — 9"
    head = inversions.head_before(page, i, language)
    if head >= 0 and _qualifies_counted(page, head):
        return ""  # "серебряных монет сто, медных — сорок"
    if head >= 0:
        return plural_lemma(page, head)
    if (
        not word.isalpha()
        or word in language.stop
        or word in language.verbs
        or is_verb(word)
        or page.words[i] == ":"
        and _speaks(page, i + 1, language)
        or word in language.numbers
        or page.words[i] in "—–"
        and not (word.endswith(_GENITIVE_NOUN_ENDS) or inversions.genitive_plural(page, i - 1, language))
    ):
        return ""
    return with_yo(page, i - 1, adjective_lemma(word) if is_adjective(word) else label_lemma(word))


def _heading(page: Page, i: int, begins: int, language: Language) -> str:
    """Return the first noun before the colon that a list of names follows."""
    for k in range(i - 1, max(begins, i - MAX_BACK), -1):
        if page.words[k] == ":":
            return _first_noun(page, begins, k, language)
    return ""


def _speaks(page: Page, i: int, language: Language) -> bool:
    """Tell "Штаб: двое спасены", which is said, from a label with its number."""
    while i < len(page.words) and (page.words[i][0].isdecimal() or page.words[i] in language.numbers):
        i += 1
    word = page.words[i] if i < len(page.words) else "."
    return word in language.verbs or is_verb(word)


def _qualifies_counted(page: Page, i: int) -> bool:
    """Tell whether an adjective alone takes up the noun counted before it in the sentence: "медных — сорок"."""
    word, last = page.words[i], page.memo.get("figure", -1)
    alone = is_adjective(word) and word not in _SUBSTANTIVES and not word.endswith(_GENITIVE_PARTICIPLE_ENDS)
    return alone and isinstance(last, int) and last >= page.sentence(i)[0]


def before(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun in front of an inverted number: "человек десять" (which means about ten), "погибших четверо"."""
    words, i = page.words, draft.first
    first, _ = page.sentence(i)
    asked = inversions.asked_for(page, i, language)
    if asked >= 0 and not inversions.opens_before(page, draft, language):
        return plural_lemma(page, asked)
    if i <= first:
        return ""
    word = words[i - 1]
    if (
        word in _GIVING_ABOUT
        and i - 2 >= first
        and not _has_number(words, i - 3, language)
        and words[i - 2] not in _YEARS
        and _about_so_many(page, draft, i - 2, language)
    ):
        return draft.counted
    if word in _COMMON_COUNTS or word in language.units and word.endswith(_GENITIVE_UNITS):
        draft.manner = "about"
        draft.first = i - 1
        if word in language.units:
            draft.kind, draft.unit = language.units[word]
        return lemma(page, i - 1)
    if draft.form == "words" and word in _FEW and draft.low in _FEW_UNITS:
        draft.manner, draft.first = "about", i - 1
        draft.kind, draft.unit = language.units[word]
        return lemma(page, i - 1)
    if word.endswith(_GENITIVE_PARTICIPLE_ENDS) and (i - 1 == first or words[i - 2] in ",;—–и"):
        return with_yo(page, i - 1, adjective_lemma(word))
    turned = inversions.turned_behind_verb(page, draft, language)
    if turned:
        draft.manner, draft.first = "about", i - 1
    if turned or inversions.opens_before(page, draft, language):
        return plural_lemma(page, i - 1)
    head = inversions.head_before(page, i, language)
    return plural_lemma(page, head) if head >= 0 else ""


def _has_number(words: list[str], i: int, language: Language) -> bool:
    """Tell whether the noun behind token i has a number of its own: "до 8 тысяч машин с 11 тысяч"."""
    return i >= 0 and (words[i][0].isdecimal() or words[i] in language.numbers)


def _about_so_many(page: Page, draft: Draft, i: int, language: Language) -> bool:
    """Read "метров на двести" and "процентов на двенадцать": about so many of the noun at token i."""
    word = page.words[i]
    if word in _PERCENTS:
        draft.kind, draft.unit, draft.counted = "percent", "percent", ""
        draft.counted = subject(page, draft, language) or PEOPLE
    elif word in language.units and word.endswith(_UNITS_FIRST) or word in _COMMON_COUNTS:
        draft.counted = lemma(page, i)
        if word in language.units:
            draft.kind, draft.unit = language.units[word]
        elif word in language.currencies:
            draft.kind, draft.unit = "money", language.currencies[word]
    else:
        return False
    draft.manner, draft.first = "about", i
    return True


def subject(page: Page, draft: Draft, language: Language) -> str:
    """Return the first noun of the clause that no preposition governs: "явка составила 43 %"."""
    words = page.words
    first, _ = page.sentence(draft.first)
    near = range(max(first, draft.first - MAX_BACK), draft.first)
    cuts = [i for i in near if words[i] in ",;:—–(" and not _joins_numbers(page, i)]
    starts = [first, *[i + 1 for i in cuts]]
    for start in reversed(starts):
        if start > first and inversions.tells_who(words, start, language):
            continue
        end = min([i for i in cuts if i >= start] + [draft.first])
        found = _first_noun(page, start, end, language)
        if found:
            return found
    return ""


def _joins_numbers(page: Page, i: int) -> bool:
    """Tell the dash of "4,1–4,3 млн" from one between clauses."""
    return page.glued(i) and page.words[i - 1][0].isdecimal()


def has_own(page: Page, last: Draft, draft: Draft, language: Language) -> bool:
    """Tell whether the clause of a share has a noun of its own: "71,4 на 10 тысяч, порог превышен на 18 %"."""
    cut = draft.first - 1
    while cut > last.end and page.words[cut] not in ",;:—–":
        cut -= 1
    return page.words[cut] in ",;" and bool(_first_noun(page, cut + 1, draft.first, language))


def _is_of_number(words: list[str], i: int, language: Language) -> bool:
    """Tell whether the unit or currency at token i belongs to a number before it: "12 тонн", "3 млн руб."."""
    if words[i] not in language.units and words[i] not in language.currencies:
        return False
    return i > 0 and (words[i - 1][0].isdecimal() or words[i - 1] in language.numbers)


def _first_noun(page: Page, first: int, end: int, language: Language) -> str:
    """Return the first noun between two tokens that stands under no preposition and under no noun of change."""
    words, governed, quoted, change = page.words, False, False, False
    for i in range(first, end):
        if words[i] == '"':
            quoted = not quoted and '"' in words[i + 1 : end]  # one that stays open holds the clause
        part = "skip" if quoted else _part(page, i, first, end, language)
        if part == "preposition":
            governed = True
        elif part == "time":
            governed = False  # "в мае явка выросла"
        elif part == "noun" and governed:
            governed = False
        elif part == "change":
            governed, change = False, not governed
        elif part == "noun":
            return _subject_lemma(page, i, language, change=change and not is_verb(words[i - 1]))
    return ""


def _subject_lemma(page: Page, i: int, language: Language, *, change: bool) -> str:
    word = page.words[i]
    if change:  # "рост явки"
        return with_yo(page, i, counted_lemma(word, "few" if word[-1] in _GENITIVES else "many"))
    if inversions.genitive_plural(page, i, language):
        return plural_lemma(page, i)
    return with_yo(page, i, nominative_lemma(word))


def _part(page: Page, i: int, first: int, end: int, language: Language) -> str:
    """Return what token i is for the subject of a share: preposition, time, change, noun, or skip."""
    words, word = page.words, page.words[i]
    if word in _PREPOSITIONS:
        return "preposition"
    if not word.isalpha() or len(word) < 3 or words[i - 1] == "-" and i > first and page.glued(i):
        return "skip"
    if word in language.months or word in language.weekdays or word.startswith(_TIME_STEMS):
        return "time"
    if _is_of_number(words, i, language) or word in _ALONE and i > first and words[i - 1] in _PREPOSITIONS:
        return "time"
    changes = language.words["changes"]
    if _is_passed(words, i, first, end, language):
        return "skip"
    return "change" if word[:5] in changes or word[:4] in changes else "noun"


def _is_passed(words: list[str], i: int, first: int, end: int, language: Language) -> bool:
    """Tell whether token i says nothing of what a share is of: a verb, an adjective, a word of grammar."""
    word = words[i]
    if word in language.numbers or word in language.stop or word in language.before or word in language.verbs:
        return True
    if is_adjective(word) or is_verb(word) or word.startswith(_ORDINALS):
        return True
    earlier = i + 1 < end and words[i + 1] in _EARLIER
    return earlier or i > first and words[i - 1].startswith(_EXCEEDING)

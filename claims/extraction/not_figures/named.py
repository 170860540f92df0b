"""Digits right behind a name or a singular noun: "Windows 11 users", "its Class 220 fleet", "at Lock 9 released"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import is_partitive, is_plural
from claims.extraction.draft import Draft
from claims.extraction.gaps import is_gap
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.neighbours import is_headline
from claims.extraction.not_figures.closers import after_number
from claims.extraction.not_figures.licences_rows import is_with_change
from claims.extraction.not_figures.nouns import has_noun
from claims.extraction.page import Page

_PLACES = words_of("licences", "places")
_BEGINS_CLAUSE = words_of("licences", "begins_clause", signs=', ; : — – - " ( \n | • *')
_GIVES = words_of("licences", "gives")
_TALLIED = words_of("licences", "tallied")
_OPENERS = words_of("licences", "openers")
_INSTITUTIONS = words_of("licences", "institutions")
_AS_NOUN = words_of("licences", "as_noun")
_AMOUNTS = words_of("licences", "amounts")
_CLOSING_TIME = words_of("licences", "closing_time")
_NUMBERED_PERIODS = words_of("not_figures", "numbered_periods")
_WHICH = words_of("licences", "which_period")
_OF = words_of("licences", "of")
_PLURAL_IS = words_of("licences", "helping")
_ALWAYS_NUMBERED = words_of("licences", "always_numbered")
_BOOKS = words_of("licences", "books")
_NOT_NOUN_ENDS = endings_of("not_figures", "not_noun_ends")
_ARTICLES = words_of("licences", "owners")
_VERB_OR_NOUN = words_of("masks", "verb_or_noun")
_ALWAYS = words_of("masks", "always")
_NUMBER_MARKS = words_of("masks", "number_marks")
_SCHOOL_YEARS = words_of("licences", "school_years")
_NAME = 4  # words a name has at most


def is_named(page: Page, draft: Draft, language: Language) -> str:
    """Pass over digits that belong to the name or the singular noun before them, whatever follows."""
    i, words = draft.a, page.words
    if (
        language.case
        or draft.first != i
        or draft.comparator not in ("", "exact")
        or draft.scaled
        or draft.unit
    ):
        return ""
    word, before = words[i], words[i - 1] if i else " "
    if draft.form == "words":
        spelt = _is_spelt_label(page, draft, language) or _is_spelt_name(page, draft, language)
        return "identifier" if spelt else ""
    if not word.replace(".", "", 1).isdecimal() or len(word) > 5:
        return ""
    if len(word) == 1 and words[draft.noun_at : draft.noun_at + 1] and words[draft.noun_at] in _BOOKS:
        return "name" if page.capital(draft.noun_at) else ""
    if not before.isalpha() or page.glued(i) or _is_no_name(page, i - 1, language) or is_headline(page, i):
        return ""
    if is_gap(page, i, after_number(page, draft), language) or is_with_change(page, draft):
        return ""
    if page.capital(i - 1):
        of_school = before in _SCHOOL_YEARS and len(word) < 3  # "in Year 9 classes"
        return "name" if of_school or _is_of_name(page, draft, language) else ""
    return "identifier" if _is_of_head(page, draft, language) else ""


def _is_spelt_label(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "level four of five" and "round two is set" from "the group two of them left"."""
    words, i = page.words, draft.a
    head = words[i - 1] if i else ""
    if head not in _ALWAYS_NUMBERED and head not in _NUMBERED_PERIODS or draft.low == 1:
        return False
    if i > 1 and words[i - 2] in _ARTICLES and head not in _ALWAYS_NUMBERED:
        return False  # "last week nine were held" has no article, but "the week nine died" has
    if i > 1 and words[i - 2] in _WHICH or draft.scaled:
        return False
    if head in _SCHOOL_YEARS and page.capital(i - 1) and not is_headline(page, i):
        return True  # "Year six pupils sat tests"
    bare = draft.elided or words[draft.b : draft.b + 1] == ["of"] and not is_partitive(page, draft.b)
    bare = bare or head in _ALWAYS  # "size six shoes"
    return bare and not _may_count(page, i, language)


def _is_spelt_name(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "at Lock two released" and "the Orbis twelve" from "in Orme nine died" and "Labour seven"."""
    i, words = draft.a, page.words
    if i > 1 and words[i - 1] == "." and words[i - 2] in _NUMBER_MARKS and page.capital(i - 2):
        return True  # "No. nine"
    if not i or draft.low == 1 or page.capital(i) or not page.capital(i - 1):
        return False
    if not draft.elided and (words[i - 1] not in _ALWAYS_NUMBERED or words[i - 1] in _VERB_OR_NOUN):
        return False
    if not page.words[i - 1].isalpha() or _is_no_name(page, i - 1, language) or is_headline(page, i):
        return False
    if i - 1 == page.sentence(i)[0] and page.words[i - 1] not in language.heads:
        return False
    if is_gap(page, i, after_number(page, draft), language):
        return False
    return _is_of_name(page, draft, language)


def _may_count(page: Page, i: int, language: Language) -> bool:
    """Tell "the note four of them signed" from "see note four"."""
    after = page.words[i + 1] if i + 1 < len(page.words) else "."
    return after in language.verbs and not after.endswith("s") or after in _PLURAL_IS


def _is_no_name(page: Page, k: int, language: Language) -> bool:
    """Tell the words that are no name before a number, even with a capital."""
    word = page.words[k]
    if word in language.stop or word in language.numbers or word in language.before:
        return True
    if word in language.months or word in language.weekdays:
        return True
    if page.capital(k) and k > page.sentence(k)[0]:
        return False  # a capital within a sentence makes a name of any word
    if word in language.said or word in language.verbs:
        return True
    return len(word) > 3 and word.endswith(_NOT_NOUN_ENDS)


def _is_of_name(page: Page, draft: Draft, language: Language) -> bool:
    """Tell "Windows 11 users" and "at Lock 9" from "In Sarn 12 were held" and "gave Labour 12 seats"."""
    words, i = page.words, draft.a
    first, _ = page.sentence(i)
    head = words[i - 1] in language.heads and words[i - 1] not in _VERB_OR_NOUN
    k = i - 1
    while (
        k > first
        and i - k < _NAME
        and (page.capital(k - 1) and words[k - 1].isalpha())
        and (words[k - 1] not in language.stop)
    ):
        k -= 1
    if k <= first:
        return _opens_with_name(page, draft, language, head=head)
    if words[k - 1] in _OF:
        k = _phrase_of(page, k - 1, first)  # "In the north of Arland 12 died"
    before = words[k - 1]
    if before in _BEGINS_CLAUSE and before != "," and not head and i - k == 1:
        return _opens_with_name(page, draft, language, head=False)
    if before in _GIVES or _is_tally(page, draft):
        return head and before not in _GIVES
    opens = k - 1 == first or words[k - 2] in _BEGINS_CLAUSE
    if before in _PLACES and opens:
        return head and words[i - 1] not in _INSTITUTIONS
    return True


def _phrase_of(page: Page, k: int, first: int) -> int:
    """Return the token after the preposition that governs "the north" before the "of" at token k, else the next."""
    words, j = page.words, k - 1
    while j > first and k - j < _NAME and words[j].isalpha() and words[j] not in _PLACES:
        j -= 1
    return j + 1 if words[j] in _PLACES else k + 1


def _is_tally(page: Page, draft: Draft) -> bool:
    return page.words[draft.noun_end - 1] in _TALLIED if draft.noun_end > draft.noun_at else False


def _opens_with_name(page: Page, draft: Draft, language: Language, *, head: bool) -> bool:
    """Tell "Windows 11 users must restart" from "Release 40 prisoners" and "Inspectors 12"."""
    words, word = page.words, page.words[draft.a - 1]
    if head:
        return True
    if word in _OPENERS or word in language.before or _is_tally(page, draft):
        return False
    if is_plural(word, language) and words[draft.a - 1] not in language.heads:
        return False
    return word not in _AMOUNTS and (word not in _CLOSING_TIME or word in language.units)


def _is_of_head(page: Page, draft: Draft, language: Language) -> bool:
    """Read "in ward 5 patients" and "its platform 9 bar": a thing that bears a number, in the singular."""
    words, i = page.words, draft.a
    head = words[i - 1]
    if head not in language.heads or head in _VERB_OR_NOUN or head in _INSTITUTIONS or i < 2:
        return False
    if head not in _ALWAYS_NUMBERED or words[i - 2] not in _AS_NOUN:
        return False
    return not (words[i - 2] in _ARTICLES and has_noun(page, draft, language))

"""Find the noun a number leans on when none follows it: label, "the number of", subject, object."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES, PEOPLE, is_person, is_plural, phrase
from claims.extraction.counted.phrases_plural import unqualified
from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_UNIT_HEADS = words_of("counted", "unit_heads")
_ARTICLES = words_of("counted", "articles")
_SHARES_OF_PEOPLE = words_of("counted", "shares_of_people")
_RISES = words_of("counted", "rises")
_IN_OR_OF = phrases_of("counted", "in_or_of")
_TIMES = words_of("counted", "times_of_day")
_OF = words_of("counted", "of")
_BY = words_of("counted", "by")
_FIGURE_HEADS = words_of("counted", "figure_heads")
_HEAD_OPENERS = words_of("counted", "head_openers")
_VERB_OR_ADVERB_ENDS = endings_of("counted", "verb_or_adverb_ends")
_VERBS_OF_TOTAL = words_of("counted", "verbs_of_total")
_ARE_VERBS = words_of("counted", "are_verbs")
_NOT_SUBJECTS = words_of("counted", "not_subjects")
_TOTALS_OF_PEOPLE = words_of("counted", "totals_of_people")
_VERBS_WITH_OBJECT = words_of("counted", "verbs_with_object")
_BEFORE_NOUN = words_of("counted", "before_noun")
_AT = words_of("counted", "at")
_MODALS = words_of("counted", "modals")
_TOLD = words_of("reading", "told")
_UP_OR_DOWN = words_of("counted", "up_or_down")
_VERBS_OF_GIVING = words_of("counted", "verbs_of_giving")
_NOT_A_ROW_LABEL = words_of("counted", "not_a_row_label")
_NUMBER_WORDS = words_of("counted", "number_words")
_VERBS_OF_CHANGE_EXTRA = words_of("counted", "verbs_of_change_extra")
_CLAUSE_STARTS = words_of("counted", "clause_starts", signs=', ; : " — – \n')
_INDEFINITE = words_of("masks", "articles")
_OF_OR_TOLL = frozenset(["of", "toll"])


def number_of(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun of "the number of refugees rose to 300"."""
    words, k = page.words, max(draft.b, draft.end)
    first, _ = page.sentence(draft.first)
    first = max(first, draft.first - 18)
    if _OF_OR_TOLL.isdisjoint(words[first : draft.first]) or words[k : k + 1] == ["of"]:
        return ""
    for i in range(draft.first - 1, first, -1):
        if words[i] == "of" and words[i - 1] in _NUMBER_WORDS and i + 1 < draft.first:
            at, end = phrase(page, i + 1, language, single=False)
            return page.words_of(at, min(end, draft.first))
        if words[i] == "toll" and words[i - 1] == "death":
            return "deaths"
    return ""


def ending_at(page: Page, i: int, language: Language) -> str:
    """Return the noun phrase that ends before token i, for a label such as "New posts:"."""
    words = page.words
    first, _ = page.sentence(i)
    first = max(first, page.paragraph(i)[0])
    k = i
    while (
        k > first
        and i - k < 5
        and (words[k - 1].isalpha() or words[k - 1] == "-")
        and words[k - 1] not in language.stop
    ):
        k -= 1
    if (
        k == i
        or words[i - 1] in language.months
        or words[i - 1] in _NOT_A_ROW_LABEL
        or words[i - 1] in _TIMES
    ):
        return ""
    if words[i - 1] in CASUALTIES:
        return PEOPLE
    if not is_plural(words[i - 1], language) and not (i - k <= 2 and words[i - 1] not in language.verbs):
        for j in range(i - 1, k - 1, -1):
            if is_plural(words[j], language):
                return page.words_of(k, j + 1)
        return ""
    return page.words_of(k, i)


def before(page: Page, draft: Draft, language: Language) -> str:
    """Return the plural noun right before a number in a list without verbs: "deaths 64; schools damaged 211"."""
    words, i = page.words, draft.first
    first, _ = page.sentence(i)
    following = words[draft.b] if draft.b < len(words) else "."
    if i <= first or following not in (";", ",", ".", "\n", "|", ")"):
        return _subject_of_total(page, draft, language)
    j = i - 1
    if words[j] in CASUALTIES and (j == first or words[j - 1] in ";:,.|\n("):
        return PEOPLE
    if words[j].endswith("ed") and j > first:
        j -= 1
    opener = words[j - 1] if j > first else ";"
    if (
        is_plural(words[j], language)
        and words[j] not in language.verbs
        and (opener in ";:,.|\n(" or j == first)
        and not (j < i - 1 and is_person(words[j]))  # "firefighters rescued 14"
        and (
            opener != "," or _verb_before(page, j, _list_start(page, j, first), language) < 0
        )  # "women hold 41 seats, men 79"
    ):
        return words[j]
    return _subject_of_total(page, draft, language)


def _list_start(page: Page, j: int, first: int) -> int:
    """Return the token after the colon, bracket or semicolon before token j, else the first of the sentence."""
    return next((k + 1 for k in range(j - 1, first, -1) if page.words[k] in "(:;"), first)


def _subject_of_total(page: Page, draft: Draft, language: Language) -> str:
    """Return the plural subject of "seizures rose to 2,118"; a turnout or crowd is of people."""
    words = page.words
    if any(
        word in _TOTALS_OF_PEOPLE
        for word in words[max(draft.first - 8, page.sentence(draft.first)[0]) : draft.first]
    ):
        return PEOPLE
    i = draft.first - 1
    if i < 1 or words[i] not in _VERBS_OF_TOTAL:
        return ""
    if words[i] in _ARE_VERBS and words[i - 1] in _NOT_SUBJECTS:
        return ""
    noun = subject(page, draft, language)
    last = noun.split()[-1].lower() if noun else ""
    acts = last in language.said and words[i - 1] == last  # "the council admits to three"
    return noun if last and not acts and is_plural(last, language) else ""


def subject(page: Page, draft: Draft, language: Language) -> str:
    """Return the noun the number describes: the object of its verb, else the subject of its clause."""
    words = page.words
    first, _ = page.sentence(draft.first)
    first = max(first, draft.first - 30)
    i = max(unqualified(page, draft.first), first)
    semicolon = next((k for k in range(i - 1, first, -1) if words[k] == ";"), -1)
    first = max(first, semicolon + 1)
    if i - 2 >= first and (words[i - 1] == "of" or words[i - 1] == "("):
        found = (
            _head_in(page, max(first, i - 5), i - 1, language)
            if words[i - 1] == "("
            else words[i - 2]
            if words[i - 2].isalpha() and words[i - 2] not in language.stop
            else ""
        )
        if found in _SHARES_OF_PEOPLE:
            return PEOPLE
        if found in _RISES:
            found = _risen(page, draft, language) or found
        if found:
            return found
    v = _verb_before(page, draft.first, first, language)
    if v < 0:
        return _without_verb(page, _head_in(page, first, i, language), i, language)
    own = _head_in(page, v + 1, draft.first, language, strict=True)
    if own and (words[i - 1] != own.lower() or words[i - 2] not in _INDEFINITE):
        return own  # but "turnout was a dismal 19 per cent"
    start = v
    while start > first and words[start - 1] not in _CLAUSE_STARTS:
        if words[start - 1] in language.said and start != v:  # but "asylum claims rose"
            break
        start -= 1
    if start > first and words[start - 1] in _TOLD:
        start = next((k for k in range(start, v) if words[k] in _ARTICLES), start)
    return _head_in(page, start, v, language) or _head_in(page, first, max(start - 1, first), language)


def _risen(page: Page, draft: Draft, language: Language) -> str:
    """Return the wages of "a fall of 3 per cent in wages"."""
    k = max(draft.b, draft.end)
    if page.words[k : k + 1] not in _IN_OR_OF:
        return ""
    at, end = phrase(page, k + 1, language, single=False)
    return page.words_of(at, end)


def _without_verb(page: Page, noun: str, first: int, language: Language) -> str:
    """Return "note" of "note yields" and of "note overspent by", where the verb is in no table."""
    head, _, last = noun.rpartition(" ")
    before = page.words[max(first - 2, 0) : first]
    at = before[-1:] and before[-1] in _AT and before[0] == last  # "bed occupancy runs at 97 per cent"
    acts = (at or before[-1:] == [last]) and last.endswith("s") and not head.endswith("s")
    by = before[-1:] and before[-1] in _BY and before[0] == last and not is_plural(last, language)
    return head if head and (acts or by) else noun


def _verb_before(page: Page, i: int, first: int, language: Language) -> int:
    words, changes = page.words, language.words["changes"]
    for k in range(i - 1, first - 1, -1):
        word = words[k]
        if word in _MODALS and k + 1 < i:
            return k + 1  # "the ratio would peak at 71 per cent"
        if k > first and words[k - 1] in _ARTICLES:
            continue  # "a lower court", "the rise"
        if (
            word in _VERBS_OF_CHANGE_EXTRA
            or (word in changes and word not in _UP_OR_DOWN)
            or word in _VERBS_WITH_OBJECT
        ):
            return k
        if k + 2 < i and words[k + 1] in _BY:
            continue  # "the award made by the lower court"
        if word.endswith("ed") and len(word) > 4 and k > first and words[k - 1] not in _BEFORE_NOUN:
            return k
        if word in language.verbs and (not word.endswith("s") or word in _VERBS_OF_GIVING):
            return k
    return -1


def _head_in(page: Page, first: int, end: int, language: Language, *, strict: bool = False) -> str:
    """Return the head of the first noun phrase between two tokens: the noun before its first preposition."""
    words, start = page.words, first
    while start < end and _is_before_head(page, start, language):
        if strict and (words[start] in _HEAD_OPENERS or words[start] in language.numbers):
            return ""
        start += 1
    k = start
    while k < end and _is_in_head(page, k, start, end, language):
        k += 1
    if k == start or words[k - 1] in _UNIT_HEADS or strict and words[k - 1] in _TIMES:
        return ""
    if words[k - 1] in _FIGURE_HEADS and k + 1 < end and words[k] in _OF:
        return _head_in(page, k + 1, end, language)
    while k > start and words[k - 1] in _FIGURE_HEADS:
        k -= 1
    if k == start:
        return ""
    if words[k - 1] == "'":
        k -= 1
    while k - 1 > start and (
        words[k - 1].endswith(_VERB_OR_ADVERB_ENDS) or words[k - 1] in language.weekdays
    ):
        k -= 1
    begin = max(start, k - 3)
    return page.words_of(begin + (words[begin] == "-"), k)


def _is_before_head(page: Page, i: int, language: Language) -> bool:
    word = page.words[i]
    return (
        word in language.stop
        or not word.isalpha()
        or word.endswith("ly")
        or word in language.weekdays
        or word in language.months
        or word in language.numbers
        or page.glued(i)
        and page.words[i - 1][0].isdecimal()
    )


def _is_in_head(page: Page, k: int, start: int, end: int, language: Language) -> bool:
    """Tell whether token k goes on with a noun phrase: "call-outs", "G20 average", "Tier 1 capital"."""
    words, word = page.words, page.words[k]
    if not word.isalpha():
        inside = k > start and k + 1 < end and words[k + 1].isalpha() and words[k + 1] not in language.stop
        joined = page.glued(k) and (word in "-'" or word[0].isdecimal())
        if word == "-" and joined and k > start and k + 1 < end and page.glued(k + 1):
            return True  # "like-for-like sales"
        return word == "." and page.glued(k) or inside and (joined or word.isdecimal())
    if k > start + 1 and words[k - 1] == "-" and page.glued(k):
        return True
    return (
        word not in language.stop
        and word not in language.numbers
        and (k == start or words[k - 1] == "'" or not (word in language.verbs and not word.endswith("s")))
    )

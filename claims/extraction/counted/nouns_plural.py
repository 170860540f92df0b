"""Noun phrases of languages that show the plural on the head and put it last, such as English."""

from __future__ import annotations

from claims.extraction.draft import Draft
from claims.extraction.languages import endings_of, phrases_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_VERBS_HERE = words_of("counted", "verbs_here")
_OBJECT_OPENERS = words_of("counted", "object_openers")
_NOUNS_PLURAL_ADJECTIVE_ENDS = endings_of("counted", "nouns_plural_adjective_ends")
_ABOUT_NUMBER = words_of("counted", "about_number")
_PARTICIPLE_ENDS = endings_of("counted", "participle_ends")
_COMPARISONS = words_of("counted", "comparisons")
_THE_ROWS = phrases_of("counted", "the_rows")
_COMPARED_WITH = phrases_of("counted", "compared_with")
_DONE_TO_PEOPLE = words_of("counted", "done_to_people")
_THESE_OR_THOSE = words_of("counted", "these_or_those")
_PARTITIVE_VERBS = words_of("counted", "partitive_verbs")
_SHORT_PLURALS = words_of("counted", "short_plurals")
_SINGULAR_ENDS = endings_of("counted", "singular_ends")
_ARE_WORDS = words_of("counted", "are_words")
_ENDS_PREDICATE = words_of("counted", "ends_predicate")
_SKIP = words_of("counted", "nouns_plural_skip")
DETERMINERS = words_of("counted", "determiners")
_PRONOUNS = words_of("counted", "pronouns")
CASUALTIES = words_of("counted", "casualties")
_PERSON_ENDS = endings_of("counted", "person_ends")
_PERSONS = words_of("counted", "persons")
_NOT_PERSONS = words_of("counted", "not_persons")
_SUFFERED = words_of("counted", "suffered")
_OF_WEALTH = words_of("counted", "of_wealth")
_TAKES_OBJECT = words_of("counted", "takes_object")
# In the table of nouns because one of them is counted; they do not end a phrase after a larger number.
_SINGULARS = words_of("counted", "singulars")
PEOPLE = "people"


MAX_PHRASE = 9
_AS_MANY = phrases_of("counted", "as_many_of")
_SHARE_ENDS = phrases_of("counted", "share_ends")
_NOUNS_IN_LY = words_of("counted", "nouns_in_ly")
_EVERY = words_of("reading", "every")
_NUMBER_OF = words_of("counted", "number_words")


def is_partitive(page: Page, k: int) -> bool:
    """Tell whether "of them", "of whom" follows, so that the number is a part of those counted before."""
    words = page.words
    return (
        words[k : k + 1] == ["of"]
        and k + 1 < len(words)
        and words[k + 1] in _PRONOUNS
        and not (
            words[k + 1] in _THESE_OR_THOSE
            and k + 2 < len(words)
            and words[k + 2].isalpha()
            and words[k + 2] not in _PARTITIVE_VERBS
        )
    )


def is_person(noun: str) -> bool:
    """Tell whether a counted noun names people."""
    head = noun.lower().split(" of ")[0].split()[-1] if noun else ""
    return head in _PERSONS or (head.endswith(_PERSON_ENDS) and head not in _NOT_PERSONS)


def does_people(page: Page, k: int, language: Language) -> bool:
    """Tell whether what follows a bare number happens to people: "were killed", "drowned", "fled"."""
    words = page.words
    while k < len(words) and words[k] in _DONE_TO_PEOPLE:
        k += 1
    return k < len(words) and (words[k] in CASUALTIES or words[k] in _SUFFERED)


def after(page: Page, draft: Draft, language: Language, *, share: bool) -> str:
    """Return the noun phrase that follows the number, or "" where the noun is left unsaid."""
    words, n = page.words, len(page.words)
    k = max(draft.b, draft.end)
    if draft.hyphened and k < n and words[k] == "-":
        k += 1
    k = _past_second(page, k, draft, language)
    single = draft.low == 1 and draft.high == 1 or draft.hyphened
    if share:
        if words[k : k + 2] in _AS_MANY or words[k : k + 1] in _SHARE_ENDS or _acts(page, k, language):
            return ""
        start = k
        while k < n and words[k] in _COMPARISONS:
            k += 1
        single = k > start and words[k : k + 1] != ["than"] or words[k : k + 1] in _THE_ROWS
        if words[k : k + 1] == ["the"]:
            if words[k + 1 : k + 2] in _COMPARED_WITH:
                return ""
            k += 1
        single = single or words[draft.a] in _EVERY
    at, end = phrase(page, k, language, single=single)
    if end <= at:
        return ""
    if all(word in CASUALTIES for word in words[at:end]):
        draft.noun_end = at
        return predicate_noun(page, at, language) or PEOPLE if words[k : k + 1] == ["of"] else ""
    if draft.hyphened and end - at > 1 and not is_plural(words[at], language):
        end = at + 1
    if not share and not single and not is_plural(words[end - 1], language) and _is_part(page, draft):
        return ""
    if share and words[draft.a] in _EVERY and end - at > 1 and words[end - 1].endswith("s"):
        end -= 1  # "every second tent leaks": the noun is single, the word in -s is its verb
    if share and words[at] in _NUMBER_OF:
        if words[at + 1 : at + 2] != ["of"]:
            return ""
        at, end = phrase(page, at + 1, language, single=False)
        if end <= at:
            return ""
    if share and (words[end - 1] in _OF_WEALTH or (not single and not is_plural(words[end - 1], language))):
        return ""
    if (
        not share
        and words[end - 1] in language.currencies
        and len(words[end - 1]) > 3
        and words[k : k + 1] == ["of"]
    ):
        draft.kind, draft.unit = "money", language.currencies[words[end - 1]]
    draft.noun_at, draft.noun_end = at, end
    return page.words_of(at, end)


def _is_part(page: Page, draft: Draft) -> bool:
    """Tell whether a number tells parts of a whole: "of 112 complaints, 40 concerned noise, 31 litter"."""
    first, _ = page.sentence(draft.first)
    words = page.words[first : min(draft.first, first + 8)]
    return words[:1] == ["of"] and "," in words


def _acts(page: Page, k: int, language: Language) -> bool:
    """Tell whether a verb in -s follows a share: "one in six relies on it"."""
    following = page.words[k + 1 : k + 2]
    word = page.words[k] if following else ""
    return word in language.verbs and word.endswith("s") and following[0] in language.stop


def _past_second(page: Page, k: int, draft: Draft, language: Language) -> int:
    """Step over the second number of "from 30 to 40 people"."""
    words, n = page.words, len(page.words)
    if k + 1 < n and words[k] == "to" and draft.first and words[draft.first - 1] == "from":
        j = k + 1
        while j < n and (
            words[j][0].isdecimal() or words[j] in language.numbers or words[j] in _ABOUT_NUMBER
        ):
            j += 1
        return j if j > k + 1 else k
    return k


def phrase(page: Page, k: int, language: Language, *, single: bool) -> tuple[int, int]:
    """Return the token range of the noun phrase at token k; empty where there is none."""
    words, n = page.words, len(page.words)
    sure = k < n and words[k] == "of"
    if sure:
        k += 1
        if is_partitive(page, k - 1):
            return k, k
        while k < n and words[k] in DETERMINERS:
            k += 1
        while k < n and words[k].endswith("'s") and k + 1 < n:
            k += 1
        start = k
        while k < n and (words[k][0].isdecimal() or words[k] in language.numbers) and not _is_joined(page, k):
            k += 1
        sure = k == start
    while k < n and words[k] in _SKIP:
        k += 1
    return _scan(page, k, language, single=single, sure=sure)


def after_determiner(page: Page, k: int, language: Language) -> str:
    """Return the noun phrase at token k, right after a determiner, so that no verb can open it."""
    at, end = _scan(page, k, language, single=True, sure=True)
    return page.words_of(at, end)


def _is_joined(page: Page, k: int) -> bool:
    """Tell whether a number is a part of the noun: "ten-year-olds"."""
    return page.words[k + 1 : k + 2] == ["-"] and page.glued(k + 1)


def _scan(page: Page, k: int, language: Language, *, single: bool, sure: bool = False) -> tuple[int, int]:
    words, limit = page.words, min(len(page.words), k + MAX_PHRASE)
    head = end = i = k
    seen = False
    while i < limit:
        word = words[i]
        if word == "-" and page.glued(i) and i + 1 < limit and page.glued(i + 1):
            i += 1
            continue
        if not word[0].isalpha() or (word in language.stop and word not in language.nouns):
            break
        if word == "short" and words[i + 1 : i + 2] == ["of"]:
            break
        if (
            word in language.verbs
            and not (sure and i == k)
            and _is_verb_here(page, i, k, seen, single, language)
        ):
            break
        plural = is_plural(word, language)
        if seen and (word.endswith(_PARTICIPLE_ENDS) or not plural or _may_be_verb(page, i, language)):
            break
        if plural or (single and word in language.nouns):
            seen, end = True, i + 1
        elif not seen and (not word.endswith("ly") or word in _NOUNS_IN_LY):
            head = i + 1
        i += 1
    if seen:
        return k, end
    if head > k and (
        single
        or words[head - 1] in language.nouns
        or words[head - 1] in CASUALTIES
        or not words[head - 1].endswith(_PARTICIPLE_ENDS)
    ):
        if not single and head - k > 2:
            head = k + 1  # no plural in sight: the first word is counted, the rest is what follows
        return (
            (k, head)
            if single
            or words[head - 1] in language.nouns
            or words[head - 1] in CASUALTIES
            or _nounlike(words[head - 1])
            else (k, k)
        )
    return k, k


def _nounlike(word: str) -> bool:
    return not word.endswith(_NOUNS_PLURAL_ADJECTIVE_ENDS) and len(word) > 2


def _is_verb_here(page: Page, i: int, k: int, seen: bool, single: bool, language: Language) -> bool:
    """Tell a verb from a noun or adjective that is spelt alike: "27 found shelter", "900 lives a year"."""
    word = page.words[i]
    if word in language.adjectives and not seen:
        return False
    if seen or single:
        return True
    if word.endswith("s") and word not in _VERBS_HERE:
        return False  # after a plural number a word in -s is a noun: verbs in -s are singular
    return (
        i > k
        or not _plural_ahead(page, i + 1, language, near=1)
        or word.endswith("ed")
        or word in _TAKES_OBJECT
    )


def _may_be_verb(page: Page, i: int, language: Language) -> bool:
    """Tell whether a word in -s after a plural is a verb: "12 boats, ships" against "sports clubs"."""
    following = page.words[i + 1] if i + 1 < len(page.words) else "."
    return following in _OBJECT_OPENERS


def is_plural(word: str, language: Language) -> bool:
    """Tell whether an English word can be the plural head of a noun phrase."""
    word = word.removesuffix("'")
    if word in language.adjectives:
        return False
    if word in language.nouns and word not in _SINGULARS:
        return True
    return (
        word.endswith("s") and len(word) > 3 and not word.endswith(_SINGULAR_ENDS) or word in _SHORT_PLURALS
    )


def _plural_ahead(page: Page, i: int, language: Language, near: int = 3) -> bool:
    for word in page.words[i : i + near]:
        if not word.isalpha() or word in language.stop:
            return False
        if is_plural(word, language):
            return True
    return False


def predicate_noun(page: Page, k: int, language: Language) -> str:
    """Return the noun of "nine of the dead were children": what the part is said to be."""
    words = page.words
    for i in range(k, min(k + 5, len(words) - 2)):
        if words[i] in _ARE_WORDS:
            at, end = phrase(page, i + 1, language, single=False)
            if (
                end > at
                and end - at <= 2
                and at == i + 1
                and not _is_passive(words[at], language)
                and (end >= len(words) or words[end] in ".,;\n" or words[end] in _ENDS_PREDICATE)
            ):
                return "" if all(word in CASUALTIES for word in words[at:end]) else page.words_of(at, end)
            return ""
        if not words[i].isalpha():
            return ""
    return ""


def _is_passive(word: str, language: Language) -> bool:
    """Tell "were granted protection" and "were carrying migrants" from "were masked men"."""
    return word.endswith(("ed", "ing")) and word not in language.adjectives and word not in language.nouns

"""Where a noun phrase begins and ends in languages that show the plural on the head and put it last."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_VERBS_HERE = words_of("counted", "verbs_here")
_OBJECT_OPENERS = words_of("counted", "object_openers")
_NOUNS_PLURAL_ADJECTIVE_ENDS = endings_of("counted", "nouns_plural_adjective_ends")
_PARTICIPLE_ENDS = endings_of("counted", "participle_ends")
_THESE_OR_THOSE = words_of("counted", "these_or_those")
_PARTITIVE_VERBS = words_of("counted", "partitive_verbs")
_SHORT_PLURALS = words_of("counted", "short_plurals")
_SINGULAR_ENDS = endings_of("counted", "singular_ends")
_QUALIFIERS = words_of("counted", "qualifiers")
_SKIP = words_of("counted", "nouns_plural_skip")
DETERMINERS = words_of("counted", "determiners")
_PRONOUNS = words_of("counted", "pronouns")
CASUALTIES = words_of("counted", "casualties")
_AND = words_of("counted", "and", signs=",")
_TAKES_OBJECT = words_of("counted", "takes_object")
# In the table of nouns because one of them is counted; they do not end a phrase after a larger number.
_SINGULARS = words_of("counted", "singulars")
_NOUN_OR_VERB = words_of("counted", "noun_or_verb")
_GOVERNING = words_of("counted", "governing")
_ATTRIBUTIVE = words_of("counted", "attributive")
MAX_PHRASE = 9
_NEAR = 12  # tokens back to the figure that one more goes on from
_NOUNS_IN_LY = words_of("counted", "nouns_in_ly")


def unqualified(page: Page, first: int) -> int:
    """Return the token before which "more than", "at least" or "some" begin, the number's own first if none does."""
    words, start = page.words, first
    while start and first - start < 5 and words[start - 1] in _QUALIFIERS:
        start -= 1
    return start


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


def is_one_more(page: Page, i: int, k: int) -> bool:
    """Tell "three counts of fraud and one of theft" from "and one of the best": it goes on from a figure with an "of".

    The number stands at token i, what follows it at token k.
    """
    words, (first, _) = page.words, page.sentence(i)
    last = page.memo.get("figure", -1)
    if words[k : k + 1] != ["of"] or not i or words[i - 1] not in _AND or last < max(first, i - _NEAR):
        return False
    following = words[k + 1] if k + 1 < len(words) else "."
    return following.isalpha() and following not in DETERMINERS | _PRONOUNS and "of" in words[last:i]


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


def is_attribute(page: Page, first: int, k: int, language: Language) -> bool:
    """Tell the participle of "after four failed seasons" from a verb: a preposition governs it, a noun is next."""
    words = page.words
    if (
        k + 1 >= len(words)
        or not (words[k].endswith("ed") or words[k] in _ATTRIBUTIVE)
        or not words[k].isalpha()
    ):
        return False
    governed = first > 0 and words[unqualified(page, first) - 1] in _GOVERNING
    return governed and is_plural(words[k + 1], language) and words[k + 1] not in language.verbs


def after_determiner(page: Page, k: int, language: Language) -> str:
    """Return the noun phrase at token k, right after a determiner, so that no verb can open it."""
    at, end = _scan(page, k, language, single=True, sure=True)
    return page.words_of(at, end)


def _is_joined(page: Page, k: int) -> bool:
    """Tell whether a number is a part of the noun: "ten-year-olds"."""
    return page.words[k + 1 : k + 2] == ["-"] and page.glued(k + 1)


def _scan(page: Page, k: int, language: Language, *, single: bool, sure: bool = False) -> tuple[int, int]:
    words, limit = page.words, min(len(page.words), k + MAX_PHRASE)
    stop, verbs, nouns = language.stop, language.verbs, language.nouns
    head = end = i = k
    seen = False
    while i < limit:
        word = words[i]
        if word == "-" and page.glued(i) and i + 1 < limit and page.glued(i + 1):
            i += 1
            continue
        if not word[0].isalpha():
            break
        joined = i + 1 < limit and words[i + 1] == "-" and page.glued(i + 1)  # "under-fives"
        if word in stop and word not in nouns and not joined:
            break
        if word == "short" and words[i + 1 : i + 2] == ["of"]:
            break
        if single and i > k and word.endswith("ed") and head > k and word not in language.adjectives:
            break  # "one lorry overturned"
        if word in verbs and not (sure and i == k) and _is_verb_here(page, i, k, seen, single, language):
            break
        plural = is_plural(word, language)
        if seen and (word.endswith(_PARTICIPLE_ENDS) or not plural or _may_be_verb(page, i, language)):
            break
        if plural or (single and word in nouns):
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
    if word in language.adjectives and not seen or single and i == k and word in _NOUN_OR_VERB:
        return False  # "one arrest": after one of them a verb would end in -s
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
    if word[-1:] == "'":
        word = word[:-1]
    if word in language.adjectives:
        return False
    if word in language.nouns and word not in _SINGULARS:
        return True
    if word[-1:] == "s" and len(word) > 3:
        return not word.endswith(_SINGULAR_ENDS) or word in _SHORT_PLURALS
    return word in _SHORT_PLURALS


def _plural_ahead(page: Page, i: int, language: Language, near: int = 3) -> bool:
    for word in page.words[i : i + near]:
        if not word.isalpha() or word in language.stop:
            return False
        if is_plural(word, language):
            return True
    return False

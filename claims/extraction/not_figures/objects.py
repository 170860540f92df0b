"""Whether a number is the object of the verb before it: "killed 12", "wounding nine", "took in thirty-two"."""

from __future__ import annotations

from claims.extraction.counted.nouns_plural import CASUALTIES, is_plural
from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language
from claims.extraction.page import Page

_DIALLED = words_of("licences", "dialled")
_NOT_VERBS = words_of("licences", "not_verbs")
_NUMBERED = words_of("licences", "numbered")
_AMOUNTS = words_of("licences", "amounts")
_HAVE = words_of("licences", "have")
_CLOCKS = words_of("licences", "clocks")
_OWNERS = words_of("licences", "owners")
_PARTICLES = words_of("licences", "particles")
_OF_PLACE = words_of("licences", "of_place")
_TAKEN = words_of("licences", "taken")
_SUBJECTS = words_of("licences", "subjects")
_VERB_ENDS = endings_of("licences", "verb_ends")
_BEFORE_SUBJECT = words_of("licences", "opening", signs=', ; : — – - " ( \n')
_TO = words_of("licences", "to")
_NOT_AFTER_TO = endings_of("licences", "not_after_to")
_CALLED = words_of("licences", "called")
_EMERGENCY = words_of("licences", "emergency")
_SEE = words_of("licences", "see")
_OTHER_VERBS = words_of("licences", "other_verbs")
_ADVERBS = words_of("licences", "passing")
_ADVERB_ENDS = endings_of("licences", "adverb_ends")
_ALWAYS_NUMBERED = words_of("licences", "always_numbered")
_HEADS_AS_VERBS = words_of("licences", "heads_as_verbs")
_MOVING = words_of("licences", "moving")
_BEFORE_NOUN = words_of("licences", "places")
_THAT = words_of("licences", "that_does")
_WHOM = words_of("licences", "whom")
_GIVES = words_of("licences", "gives")
_THIRD = endings_of("licences", "third_person_ends")


def is_object(page: Page, k: int, first: int, language: Language) -> bool:
    """Tell whether token k is a verb that takes a number as its object."""
    words, word = page.words, page.words[k]
    if word in _DIALLED or word in _NOT_VERBS or not word.isalpha():
        return False
    if word in _CALLED and words[k + 1] in _EMERGENCY:
        return False
    before = words[k - 1] if k > first else ""
    if word in _SEE and (not before or before in ":;("):
        return False
    if word in _PARTICLES:
        held = word not in _OF_PLACE or before in _TAKEN
        return held and k > first and is_object(page, k - 1, first, language)
    if word in _HAVE or word in _WHOM and before in _GIVES:
        return True  # "they gave us nine"
    if word in CASUALTIES and before and is_object(page, k - 1, first, language):
        return True  # "shot dead nine"
    placed = before in _BEFORE_NOUN and not word.endswith(_VERB_ENDS)  # "on move 31", but "after killing 12"
    owned = before in _OWNERS and not (word.endswith(_VERB_ENDS) or word in _OTHER_VERBS)
    owned = owned and not (before in _THAT and word.endswith(_THIRD))  # "that leaves nine"
    strikes = (
        before in _CLOCKS or before in _THAT and words[k - 2] in _CLOCKS
    )  # "a clock that strikes thirteen"
    if placed or owned or strikes:
        return False
    known = (
        word in language.verbs
        or word in language.said
        or word in _OTHER_VERBS
        or word.endswith(_VERB_ENDS)
        and len(word) > 4
    )
    return known or k > first and is_verb_of(page, k, language)


def is_verb_of(page: Page, k: int, language: Language) -> bool:
    """Tell a verb that no table has by its subject: "we house", "officials list", "the clinic treats"."""
    words, word, before = page.words, page.words[k], page.words[k - 1]
    if word in language.stop or word in language.numbers:
        return False
    if word in _NUMBERED and word.endswith(_VERB_ENDS):
        return any(one in _AMOUNTS for one in words[max(k - 4, 0) : k])
    if before in _TO:
        if word in _ALWAYS_NUMBERED and (word not in _HEADS_AS_VERBS or words[k - 2] in _MOVING):
            return False  # "go to window 4"; "to house 40" is a verb
        return not word.endswith(_NOT_AFTER_TO) and "." not in "".join(words[k + 1 : k + 2])
    if before in _SUBJECTS:
        return True
    if word.endswith(_THIRD):
        return (
            before in _ADVERBS or before in _THAT or _is_singular(page, k - 1, language)
        )  # "now shelters 40"
    if before in language.verbs or before in language.said:
        return False
    if before.endswith(_ADVERB_ENDS) and k - 2 >= page.sentence(k)[0]:
        k, before = k - 1, words[k - 2]  # "the steps really number 118"
    first = page.sentence(k)[0]
    compound = k - 2 == first and not (words[first] in language.stop or words[first] in language.verbs)
    opens = k - 1 == first or compound or words[k - 2] in _OWNERS or words[k - 2] in _BEFORE_SUBJECT
    return opens and (before in CASUALTIES or is_plural(before, language))


def _is_singular(page: Page, k: int, language: Language) -> bool:
    """Tell whether token k can be the subject of a verb in -s: a name, or a singular with its article."""
    word = page.words[k]
    if not word.isalpha() or word in language.stop or word in language.verbs:
        return False
    return page.capital(k) or not is_plural(word, language) and page.words[k - 1] in _OWNERS

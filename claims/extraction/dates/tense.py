"""The tense of a clause, as far as its forms tell it: the day of an event does not reach into the present."""

from __future__ import annotations

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language

_PAST = words_of("dates", "past")
_TOLD_ENDS = endings_of("dates", "told_ends")
_UNTOLD = words_of("dates", "untold")
_PRESENT_ENDS = endings_of("dates", "present_ends")
_SUBJECTS = words_of("dates", "subjects")
_BEFORE_NOUN = words_of("dates", "before_object")


def is_told(words: list[str]) -> bool:
    """Tell whether a clause has a verb in the past tense."""
    return any(
        (word in _PAST or len(word) > 4 and word.endswith(_TOLD_ENDS)) and word not in _UNTOLD
        for word in words
    )


def has_present(words: list[str], language: Language) -> bool:
    """Tell a clause with a verb in the present or future by its ending: "в лагере ночуют 40 семей"."""
    return any(len(word) > 4 and word.endswith(_PRESENT_ENDS) and word not in language.said for word in words)


def is_present(own: list[str], language: Language) -> bool:
    """Tell a clause in the present by a verb in -s before its object, where nothing in it is past."""
    if any(word in _PAST or len(word) > 4 and word.endswith("ed") for word in own):
        return False
    own = own[1:] if own and not own[0].isalnum() else own  # the mark of an item: "- Sales up 3 per cent"
    if any(
        (word in _SUBJECTS or word in language.nouns or word.endswith("s") and word not in language.stop)
        and following in language.verbs
        and following not in _PAST
        and not following.endswith("s")
        for word, following in zip(own, own[1:], strict=False)
    ):
        return True
    return any(
        word.endswith("s")
        and not word.endswith(("ss", "us", "'s"))
        and (
            word in language.verbs
            or following[0].isdecimal()
            or following in _BEFORE_NOUN
            or following in language.numbers
        )
        and word not in language.stop
        and len(word) > 3
        for word, following in zip(own[1:], own[2:], strict=False)
    )

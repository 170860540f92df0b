"""A speaker, and the words that tell one: pronouns, roles, walls between clauses."""

from __future__ import annotations

from typing import NamedTuple

from claims.extraction.languages import endings_of, words_of
from claims.extraction.languages.base import Language

PRONOUNS = words_of("attribution", "pronouns")
FIRST_PERSON = words_of("attribution", "first_person")
PERSON_PRONOUNS = words_of("attribution", "person_pronouns")
AUX = words_of("attribution", "aux")
BE = words_of("attribution", "be")
CLAUSE = words_of("attribution", "clause")
BARE = words_of("attribution", "bare")
PERSONS = words_of("attribution", "persons")
NOUNY = words_of("attribution", "nouny")
PAPERS = words_of("attribution", "papers")
NOT_PERSON = words_of("attribution", "not_person")
# Nouns that speak by themselves in a headline: "Police: 12 held", "40 dead in floods – ministry".
SPEAKING = PERSONS | BARE | words_of("attribution", "offices") | words_of("attribution", "lone_speakers")
_FRONT_BODIES = words_of("attribution", "front_bodies")
_BODY_ENDS = endings_of("attribution", "body_ends")
NUMBERED = words_of("attribution", "numbered")
PERSON_ENDS = endings_of("attribution", "person_ends")


class Speaker(NamedTuple):
    """Who speaks in a sentence, and for which tokens [first, end)."""

    names: tuple[str, ...]
    at: int  # the token by which it was found
    first: int
    end: int
    leans: bool = False  # a pronoun or a bare role, standing for a name given earlier
    person: bool = False
    reaches: bool = True  # its account can go on into the next sentence
    noun: tuple[int, int] = (0, 0)  # the tokens of its name
    own: bool = False  # "we": whoever speaks the passage


def speaks(word: str) -> bool:
    """Tell an office or a body, which speak by themselves in a headline."""
    return word in SPEAKING or word in _FRONT_BODIES or word.endswith(_BODY_ENDS)


def may_be_person(one: Speaker, language: Language) -> bool:
    """Tell a speaker for whom "she" can stand: no paper, no body and not several people."""
    if not one.names or language.case:
        return one.person
    words = one.names[0].split()
    last = words[-1].casefold()
    if one.person or last in PERSONS:
        return last not in PAPERS and last not in NUMBERED
    return last.endswith(PERSON_ENDS) and last not in BARE and last not in NOT_PERSON


WALL = frozenset(', " ; : ( ) — – … ? ! [ ] .'.split())


def is_publisher(name: str, publisher: str) -> bool:
    """Tell whether a name is the publisher's own: then it is the author's voice."""
    plain = publisher.casefold().removeprefix("the ")
    said = name.casefold().removeprefix("the ")
    head, _, last = said.rpartition(" ")
    return bool(plain) and (said == plain or head == plain and last in PAPERS)

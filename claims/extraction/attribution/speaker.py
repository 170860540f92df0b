"""A speaker, and the words that tell one: pronouns, roles, walls between clauses."""

from __future__ import annotations

from typing import NamedTuple

from claims.extraction.languages import words_of

PRONOUNS = words_of("attribution", "pronouns")
PERSON_PRONOUNS = words_of("attribution", "person_pronouns")
AUX = words_of("attribution", "aux")
BE = words_of("attribution", "be")
CLAUSE = words_of("attribution", "clause")
BARE = words_of("attribution", "bare")
PERSONS = words_of("attribution", "persons")
NOUNY = words_of("attribution", "nouny")
PAPERS = words_of("attribution", "papers")


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


WALL = frozenset(', " ; : ( ) — – … ? ! [ ] .'.split())


def is_publisher(name: str, publisher: str) -> bool:
    """Tell whether a name is the publisher's own: then it is the author's voice."""
    plain = publisher.casefold().removeprefix("the ")
    said = name.casefold().removeprefix("the ")
    head, _, last = said.rpartition(" ")
    return bool(plain) and (said == plain or head == plain and last in PAPERS)

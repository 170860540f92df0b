"""A speaker, and the words that tell one: pronouns, roles, walls between clauses."""

from __future__ import annotations

from typing import NamedTuple


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


PRONOUNS = frozenset("he she they it i we who он она они мы я".split())


PERSON_PRONOUNS = frozenset("he she i он она я".split())


AUX = frozenset(
    "has have had is was were are also later earlier then already still initially repeatedly officially"
    " separately however further"
    " have been be being would will previously recently just now again on".split()
)


BE = frozenset("is are was were be been being".split())


WALL = frozenset(', " ; : ( ) — – … ? ! [ ] .'.split())


CLAUSE = frozenset(
    "that but while as when because if which although after before where so than what though whereas until"
    " unless since said how"
    " что но когда если хотя чтобы потому как который которая которые где пока".split()
)


BARE = frozenset(
    "ministry group organisation organization agency network company charity union newspaper paper publication"
    " department office"
    " committee commission council court service body firm bank institute party team report statement"
    " authority watchdog"
    " spokesman spokeswoman spokesperson official minister president mayor governor director head chief judge"
    " study survey".split()
)


NOUNY = frozenset(
    "reports report claims claim estimates estimate states state records record documents document forecast"
    " forecasts projects posts comments show shows".split()
)


PAPERS = frozenset(
    "figures data statistics records estimates numbers results report reports survey study poll census"
    " statement documents bulletin tally count release findings".split()
)

"""English words for the passes that are one module each: `comparators`, `confidence`, `page`, `parts`, …"""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # comparators
    "inside_only": "plus odd ish something",
    "needs_no_number": "maximum",
    "or_more": "or|or so",
    "extended": "over under above below more less",
    "hedged": "an estimated a",
    "may_be_noun": "under above below near minimum maximum",
    "charged": "charged sentenced detained arrested convicted",
    "told": "told asked tell telling ask",
    "in_or_were": "in were",
    "about": "about around",
    # confidence
    "default_people": "people",
    # neighbours
    "measured": "per percent points",
    "verb_ends": "inates izes ises ifies",
    # page
    # No line of a list or table ends in one of these: the sentence goes on in the next line.
    "hanging": (
        "than of to and the least about a an in at by for with over some nearly from or most fewer up on as"
    ),
    # pipeline
    "every": "every",
    "left_open": (
        "half third thirds quarter quarters fifth fifths sixth seventh eighth ninth tenth twentieth hundredth"
    ),
    "ago": "ago|",
    # parts
    "including": "including|",
    "of_them": (
        "of them|of whom|of which|of these|of those|among them|among them were|among them are|among whom|among these|"
        "among those"
    ),
    "last_part": "and",
    "parted_by_place": "in at from on near",
    "parted_people": "people persons person man woman child boy girl baby adult civilian soldier passenger",
    # Of one of them there may be many people: a count of people is no part of theirs.
    "parted_groups": (
        "families family households household groups group crews crew teams team couples couple pairs pair gangs units "
        "squads parties delegations delegation classes communities companies organisations organizations"
    ),
    # predicate
    "says_nothing": "is are was were be been being has have had will would to by",
    "openers": (
        "was were is are has have had who which been being will would can could may might must do does "
        "did also"
    ),
    "had": "is was were has have had",
}

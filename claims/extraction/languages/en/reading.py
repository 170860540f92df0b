"""English words for the passes that are one module each: `comparators`, `confidence`, `page`, `pipeline`, `predicate`."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
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
    # predicate
    "openers": (
        "was were is are has have had who which been being will would can could may might must do does "
        "did also"
    ),
}

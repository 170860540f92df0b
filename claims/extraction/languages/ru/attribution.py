"""Russian words for `attribution`: who says a figure. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # attribution/attribute
    "goes_on": "еще из среди он она",
    # attribution/saying_case
    "ru_skip": (
        "журналистам агентству изданию корреспонденту газете радио телеканалу в ходе на брифинге рф там "
        "также позднее ранее утром днем вечером ей ему им нам"
    ),
    # attribution/speaker
    "pronouns": "он она они мы я",
    "person_pronouns": "он она я",
    "clause": "что но когда если хотя чтобы потому как который которая которые где пока",
}
